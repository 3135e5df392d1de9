"""Finds what synonym programs are known to put for common expressions."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from copydesk.analysis.loose_phrases import LoosePhrases
from copydesk.analysis.vocabulary import places, vocabulary
from copydesk.document import BREAK, Document
from copydesk.shipped import shipped_text

FILE = "data/spun_idioms.tsv"
_SENTENCE_ENDS = frozenset({*".!?:;…-–—\"'“”‘’(*•", BREAK})


class Place(StrEnum):
    """Where a phrase counts."""

    ANY = "any"
    OPEN = "open"  # at the head of a sentence; elsewhere as the weak ones
    WEAK = "weak"  # where other phrases stand in the document, for people say it too


class SpunIdiom(NamedTuple):
    """The tokens `[first:end]`, what they stand for, and whether people say them too."""

    first: int
    end: int
    original: str
    is_weak: bool


class _Value(NamedTuple):
    """What a phrase stands for, and where it counts."""

    original: str
    place: Place


def spun_idioms(document: Document) -> tuple[SpunIdiom, ...]:
    """The phrases of an article that synonym programs are known for, in order."""
    may_occur = _phrases().may_occur(document.analysis(vocabulary))
    return tuple(_found(document)) if may_occur else ()


def _found(document: Document) -> Iterator[SpunIdiom]:
    words, phrases = document.tokens.lowers, _phrases()
    done = 0
    for i in places(document, phrases.firsts):
        match = phrases.longest(words, i, len(words)) if i >= done else None
        if match:
            place = match.value.place
            is_sure = place is Place.ANY or (place is Place.OPEN and _opens(document, i))
            yield SpunIdiom(match.first, match.end, match.value.original, not is_sure)
            done = match.end


def _opens(document: Document, first: int) -> bool:
    """Whether a sentence begins there."""
    texts = document.tokens.texts
    before = texts[first - 1] if first else BREAK
    return texts[first][0].isupper() and before in _SENTENCE_ENDS


@cache
def _phrases() -> LoosePhrases[_Value]:
    return LoosePhrases(_table())


def _table() -> Iterator[tuple[str, _Value]]:
    lines = shipped_text(FILE).splitlines()
    for place, original, phrase in (line.split("\t") for line in lines):
        yield phrase, _Value(original, Place(place))
