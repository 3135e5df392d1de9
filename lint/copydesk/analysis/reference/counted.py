"""Counts what an article has before a place that several persons or things could be."""

from enum import Enum, auto

from copydesk.analysis.dates import MONTHS, WEEKDAYS
from copydesk.document import BREAK, OBJECT, Document
from copydesk.english.lexicon import FUNCTION_WORDS
from copydesk.english.numerals import number
from copydesk.english.people import Kind, is_place, noun_class

_SEVERAL = frozenset(
    "they them their theirs themselves we us our ours ourselves neither either both couple pair duo"
    " trio quartet twins siblings double respectively jointly together everyone".split()
)
_JOINS = frozenset(f"and or & / plus versus v vs between {OBJECT}".split())
_PERSONS = frozenset("i you he him his she her".split())
_OPENS = frozenset(f'.!?:{BREAK}"“‘(—–')
_NO_PLURALS = frozenset("this was has its thus does always perhaps across news".split())
_COMPASS = frozenset("north south east west northern southern eastern western new".split())
_TIMES = frozenset({*MONTHS, *WEEKDAYS})


class Sort(Enum):
    """What is counted: persons, groups of them with their places, or anything."""

    PERSON = auto()
    GROUP = auto()
    ANYTHING = auto()


def singles(
    document: Document, first: int, end: int, count: int, sort: Sort
) -> dict[str, int] | None:
    """What the tokens `[first:end]` have that is one of a sort, each with the last token of it.

    None if something among them may be `count` of them: a plural, the number, and for anything a
    coordination, too.
    """
    found: dict[str, int] = {}
    lowers = document.tokens.lowers
    for i in range(first, end):
        if lowers[i] in _SEVERAL or number(lowers[i]) == count or _is_several(lowers[i], sort):
            return None
        if name := _single(document, i, sort):
            found[name] = i
    return found


def _is_several(lower: str, sort: Sort) -> bool:
    if sort is Sort.ANYTHING:
        is_plural = lower.endswith("s") and len(lower) > len("gas") and lower not in _NO_PLURALS
        return is_plural or lower in _JOINS
    noun = noun_class(lower)
    return noun is not None and noun.plural and noun.kind in {Kind.PERSON, Kind.GROUP}


def _single(document: Document, i: int, sort: Sort) -> str:
    """By what the token is told apart from others, if it is a name or a fitting noun."""
    tokens = document.tokens
    text, lower = tokens.texts[i], tokens.lowers[i]
    if lower in _PERSONS:
        return lower if sort is Sort.PERSON else ""
    noun = noun_class(lower)
    if text[0].isupper() and lower not in FUNCTION_WORDS | _TIMES:
        opens = i == 0 or tokens.texts[i - 1] in _OPENS
        if not (opens and noun):
            goes_on = i + 1 < len(tokens) and tokens.texts[i + 1][0].isupper()
            is_other = sort is Sort.PERSON and is_place(text)
            return "" if goes_on or is_other else _name(document, i)
    return lower if noun and noun.kind in {Kind.GROUP, Kind.PERSON} else ""


def _name(document: Document, i: int) -> str:
    """The last word of a name, with a point of the compass before it: “South Korea”."""
    lowers = document.tokens.lowers
    before = lowers[i - 1] if i else ""
    name = lowers[i].removesuffix("'s")
    return f"{before} {name}" if before in _COMPASS else name
