"""A space on the inner side of a bracket or a quotation mark."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from copydesk import (
    BREAK,
    Applicability,
    Document,
    Edit,
    Finding,
    Fix,
    Rule,
    Severity,
    lazy_pattern,
)
from copydesk.analysis.quotations import Quotation, quotations

_SPACES = " \t\xa0"
_SPACED = lazy_pattern(rf"[()\[\]](?:(?<=[(\[])(?=[{_SPACES}])|(?<=[{_SPACES}][)\]]))")
_INNERMOST = lazy_pattern(rf"[^()\[\]{BREAK}]*+")
_QUOTES = ("“”", "““", "””", "„“", "„”", '""')
_PARTNER = {"(": ")", "[": "]", ")": "(", "]": "["}
_LONGEST = 400
_WORD = lazy_pattern(r"[^\W\d_]{2}|\d{2}")
_WORDY = lazy_pattern(r"\w")
_NO_ASIDE = frozenset("and or".split())
_CODE = lazy_pattern(r"[{}\\|=<>;$`*^]|\[\s*\d|[+/]\s")


class _Enclosed(NamedTuple):
    """What stands between two brackets or marks, which are parts of it."""

    start: int
    end: int
    text: str

    @property
    def spaces(self) -> tuple[tuple[int, int], ...]:
        """Where there are spaces on the inner sides."""
        inside = self.text[1:-1]
        left = len(inside) - len(inside.lstrip(_SPACES))
        right = len(inside) - len(inside.rstrip(_SPACES))
        sides = ((self.start + 1, self.start + 1 + left), (self.end - 1 - right, self.end - 1))
        return tuple((start, end) for start, end in sides if start < end)


class SpaceInsideBrackets(Rule):
    """A space stands on the inner side of a bracket or quotation mark."""

    name: ClassVar = "space-inside-brackets"
    family: ClassVar = "mechanics"
    severity: ClassVar = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        for enclosed in sorted({*_bracketed(document), *_quoted(document)}):
            if all(document.is_literal(start - 1, end + 1) for start, end in enclosed.spaces):
                yield self._finding(document, enclosed)

    def _finding(self, document: Document, enclosed: _Enclosed) -> Finding:
        spaces = enclosed.spaces
        start = min(start - (start == enclosed.start + 1) for start, _ in spaces)
        end = max(end + (end == enclosed.end - 1) for _, end in spaces)
        edits = tuple(Edit(document.span(*space), "") for space in spaces)
        where = "both ends" if len(spaces) > 1 else "an end"
        return self.finding(
            document.span(start, end),
            f"a space stands at {where} of {_short(enclosed.text)}, on the inner side",
            fixes=(Fix(Applicability.SAFE, edits),),
        )


def _bracketed(document: Document) -> Iterator[_Enclosed]:
    """What stands in brackets with a space, other than code and boxes to tick."""
    text = document.text
    for match in _SPACED.finditer(text):
        opens = match[0] in "(["
        start = match.start() if opens else _opening(text, match.start())
        inside = _INNERMOST.match(text, start + 1)
        end = inside.end() + 1 if inside else start
        if text[end - 1 : end] == _PARTNER.get(text[start]) and end - start < _LONGEST:
            enclosed = _Enclosed(start, end, text[start:end])
            words = enclosed.text[1:-1].strip()
            is_call = text[start - 1 : start].isalnum() if start else False
            is_aside = _WORD.search(words) and words not in _NO_ASIDE and not _CODE.search(words)
            if is_aside and not is_call:
                yield enclosed


def _opening(text: str, closing: int) -> int:
    """Where the nearest bracket before stands."""
    first = max(0, closing - _LONGEST)
    return max(first, *(text.rfind(bracket, first, closing) for bracket in f"([)]{BREAK}"))


def _quoted(document: Document) -> Iterator[_Enclosed]:
    """What stands in double quotation marks with a space, where it is plain which mark is which."""
    quoted = document.analysis(quotations)
    for one in quoted.spans:
        if one.opening + one.closing in _QUOTES and _is_spaced(one, document.text):
            yield _Enclosed(one.start, one.end, document.text[one.start : one.end])


def _is_spaced(one: Quotation, text: str) -> bool:
    """Whether there is a space on an inner side, and no word on an outer one.

    Between two marks that close at once a space is a matter of taste.
    """
    start, end = one.inside
    if start >= end or not (text[start] in _SPACES or text[end - 1] in _SPACES):
        return False
    words = text[start:end].strip(_SPACES)
    around = text[max(0, one.start - 1) : one.start] + text[one.end : one.end + 1]
    return bool(_WORD.search(words)) and words[-1] not in "'’" and not _WORDY.search(around)


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:20].rstrip()} … {text[-17:].lstrip()}"
