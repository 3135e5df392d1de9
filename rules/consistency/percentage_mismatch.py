"""A percentage that does not follow from the two figures beside it."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import ClassVar, NamedTuple

from copydesk import BREAK, Document, Finding, Related, Rule, lazy_pattern
from copydesk.english.numerals import written

_FIGURE = (
    r"(?P<{0}mark>[$£€]?)(?P<{0}>[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
    r"(?P<{0}unit>(?:\s?(?:thousand|million|billion|trillion|bn|m|k))?)(?![\w%,.]*[0-9%]|[-–][0-9])"
)
_FROM = lazy_pattern(r"rom\s" + _FIGURE.format("old"))
_WORDS = r"(?:\s[a-z]+){0,4}(?:\sin\s[12][0-9]{3})?"
_FROM_TO = lazy_pattern(_WORDS + r"\sto\s" + _FIGURE.format("new"))
_TO_FROM = lazy_pattern(r"\bto\s" + _FIGURE.format("new") + _WORDS + r",?\s[Ff]\Z")
_YEAR = lazy_pattern(r"[12][0-9]{3}")
_BEFORE_YEAR = lazy_pattern(r"\b(?:in|since|by|of|until|before|after|[A-Z][a-z]+)\s\Z")
_LONGEST_MONTH = len(" September ")
_PERCENTAGE = lazy_pattern(r"(?P<percent>[0-9]+(?:\.[0-9]+)?)\s?(?:%|per\s?cent\b)")
_RISE = r"rises?|rose|risen|increas(?:e[ds]?|ing)|gr(?:ew|own|owth)|jump(?:s|ed)?|climb(?:s|ed)?"
_FALL = r"falls?|fell|fallen|drop(?:s|ped)?|declin(?:e[ds]?|ing)|decreas(?:e[ds]?|ing)|shr[aiu]nk"
_CHANGE = lazy_pattern(
    rf"\b(?:{_RISE}|{_FALL}|surged?|soared|gain(?:s|ed)?|up|down|cut|reduced|reduction|plunged?)\b"
)
_TIMES = lazy_pattern(r"\b(?P<word>doubl|tripl|trebl|quadrupl|halv)(?:e|es|ed|ing)\b")
_FACTORS = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5}
_HEDGED = lazy_pattern(
    r"\b(?:more|less|almost|nearly|over|than|between|points?|rate|annual(?:ly)?|yearly)\b"
)
_PARTED = lazy_pattern(r",|\b(?:and|while|with|but|as)\b")
_SCALES = {"k": "thousand", "m": "million", "bn": "billion"}
_NUMBER = lazy_pattern(r"[0-9](?:[0-9,.]*[0-9])?")

_CLAUSE_END = lazy_pattern(rf"[.!?;:](?:\s|\Z)|{BREAK}")
_WIDEST = 240
_SLACK = 0.35
"""How far a factor in words may be off: “doubled from 12 to 20”."""


class _Change(NamedTuple):
    """Two figures of which one became the other, at `[start:end]`."""

    start: int
    end: int
    old: float
    new: float
    places: tuple[float, float]


class _Ratio(NamedTuple):
    """By what the old figure is said to be multiplied, and how far that may be off."""

    start: int
    end: int
    ratio: float
    slack: float


class PercentageMismatch(Rule):
    """A percentage does not follow from the two figures beside it."""

    name: ClassVar = "percentage-mismatch"
    family: ClassVar = "consistency"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        for found in _FROM.finditer(text):
            if change := _change(text, found):
                start, end = _clause(text, found.start(), found.end())
                yield from self._of_change(document, change, start, end)

    def _of_change(
        self, document: Document, change: _Change, start: int, end: int
    ) -> Iterator[Finding]:
        """Compares a change with the one percentage or factor that its clause gives."""
        told = _told(document.text, change, start, end) if change.old else None
        if not told or not _belongs(document.text, told, change):
            return
        ratio = change.new / change.old
        if abs(told.ratio - ratio) > told.slack + _rounding(change):
            percent = f"{written(round(abs(ratio - 1) * 100, 1))} %"
            way = "rise" if ratio >= 1 else "fall"
            yield self.finding(
                document.span(told.start, told.end),
                f"“{document.text[told.start : told.end]}” does not agree with a change from"
                f" {written(change.old)} to {written(change.new)}, a {way} of {percent}",
                related=(Related(document.span(change.start, change.end), "the two figures"),),
            )


def _change(text: str, found: re.Match[str]) -> _Change | None:
    """The two figures, if both are of a kind and neither can be a year."""
    after = _FROM_TO.match(text, found.end())
    before = None
    if not after:
        window = max(0, found.start() - _WIDEST // 4)
        before = _TO_FROM.search(text[window : found.start()])
    other = after or before
    if not other or found["oldmark"] != other["newmark"]:
        return None
    start = found.start() - 1 if after else found.start() - len(other.group())
    end = other.end() if after else found.end()
    scales = _scale(found["oldunit"]) or (after and _scale(other["newunit"])) or ""
    new_scale = _scale(other["newunit"]) or scales
    if scales != new_scale or _are_years(found, other):
        return None
    figures = found["old"], other["new"]
    old, new = (float(figure.replace(",", "")) for figure in figures)
    return _Change(start, end, old, new, (_unit(figures[0], scales), _unit(figures[1], scales)))


def _scale(unit: str) -> str:
    return _SCALES.get(unit.strip(), unit.strip())


def _are_years(found: re.Match[str], other: re.Match[str]) -> bool:
    """Whether both figures are written as years are."""
    figures = (found["old"], other["new"])
    marked = found["oldmark"] or found["oldunit"] or other["newunit"]
    return not marked and all(f.isdigit() and 1500 <= int(f) < 2100 for f in figures)


def _unit(figure: str, scale: str) -> float:
    """What the last digit of a figure counts; a long count may be rounded to two digits."""
    if "." in figure:
        return float(10 ** -len(figure.rpartition(".")[2]))
    digits = figure.replace(",", "")
    if scale or len(digits) < len("1000"):
        return 1.0
    return float(10 ** min(len(digits) - len(digits.rstrip("0")), len(digits) - 2))


def _rounding(change: _Change) -> float:
    """How far the ratio of the two figures may be off because both are rounded."""
    old, new = (unit / 2 for unit in change.places)
    if change.old <= old:
        return float("inf")
    return (change.new + new) / (change.old - old) - change.new / change.old


def _told(text: str, change: _Change, start: int, end: int) -> _Ratio | None:
    """The one ratio that a clause tells; none if it has a number that this may belong to."""
    sides = ((start, change.start), (change.end, end))
    numbers = (found for side in sides for found in _NUMBER.finditer(text, *side))
    first = list(islice((found for found in numbers if not _is_year(found)), 2))
    if len(first) > 1:
        return None
    times = [found for side in sides for found in _TIMES.finditer(text, *side)]
    if len(first) + len(times) != 1 or any(_HEDGED.search(text, *side) for side in sides):
        return None
    if times:
        return _Ratio(*times[0].span(), _FACTORS[times[0]["word"]], _SLACK)
    percentage = _PERCENTAGE.match(text, first[0].start())
    if not percentage or not any(_CHANGE.search(text, *side) for side in sides):
        return None
    share = float(percentage["percent"]) / 100
    ratio = 1 + share if change.new >= change.old else 1 - share
    return _Ratio(*percentage.span(), ratio, _unit(percentage["percent"], "%") / 100)


def _is_year(found: re.Match[str]) -> bool:
    """Whether a number is a year by the word before it."""
    before = found.string[max(0, found.start() - _LONGEST_MONTH) : found.start()]
    return bool(_YEAR.fullmatch(found.group()) and _BEFORE_YEAR.search(before))


def _belongs(text: str, told: _Ratio, change: _Change) -> bool:
    """Whether nothing parts what is told from the two figures."""
    one, other = sorted(((told.start, told.end), (change.start, change.end)))
    return not _PARTED.search(text[one[1] : other[0]].strip(" ,("))


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of the sentence around `text[start:end]` up to marks that part clauses."""
    window = max(0, start - _WIDEST)
    before = [found.end() for found in _CLAUSE_END.finditer(text, window, start)]
    after = _CLAUSE_END.search(text, end, end + _WIDEST)
    return (
        before[-1] if before else window,
        after.start() if after else min(len(text), end + _WIDEST),
    )
