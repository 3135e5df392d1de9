"""The phrases that web pages put around their articles, and what they serve for."""

from collections import defaultdict
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from copydesk.analysis.loose_phrases import LoosePhrases
from copydesk.analysis.phrases import Match
from copydesk.shipped import shipped_text

FILE = "data/boilerplate.tsv"

ENOUGH = 1.0
"""What phrases must weigh together to be no part of an article."""


class Kind(StrEnum):
    """What words of a page serve for."""

    ADVERT = "advert"
    SIGNUP = "signup"
    SHARE = "share"
    MEDIA = "media"
    NAVIGATION = "navigation"
    REPRINT = "reprint"
    NOTICE = "notice"


class Place(StrEnum):
    """Where a phrase counts."""

    LINE = "line"  # as a paragraph
    BODY = "body"  # as a paragraph between paragraphs of running text
    PART = "part"  # as a paragraph together with others of its like
    ANY = "any"  # in a paragraph too: no prose says so


class PagePhrase(NamedTuple):
    """What is known of a phrase.

    Attributes:
        kind: What it serves for.
        place: Where it counts.
        elements: What it is made of, words that may be missing and gaps left out.
    """

    kind: Kind
    place: Place
    elements: list[str]

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.elements)

    @property
    def keys(self) -> frozenset[str]:
        """Its longest word, or those of which it has one, which tell an article on such things."""
        words = [element.split("/") for element in reversed(self.elements)]
        return frozenset(max(words, key=lambda ones: max(map(len, ones)), default=[""]))

    @property
    def is_sure(self) -> bool:
        """Whether it needs no company of its like."""
        return self.place is not Place.PART

    @property
    def weight(self) -> float:
        """Two buttons make a line, or the names of four sections."""
        if self.is_sure:
            return ENOUGH
        return 0.25 if self.kind is Kind.NAVIGATION else 0.5


Piece = Match[PagePhrase]
Pieces = tuple[Piece, ...]


def kind_of(pieces: Pieces) -> Kind:
    """What most of them serve for."""
    weights: dict[Kind, float] = defaultdict(float)
    for piece in pieces:
        weights[piece.value.kind] += piece.value.weight
    return max(weights, key=weights.__getitem__)


@cache
def _table() -> tuple[tuple[str, PagePhrase], ...]:
    lines = shipped_text(FILE).splitlines()
    rows = [_read(*line.split("\t")) for line in lines]
    # Of phrases of the same extent the first counts: the one that says most.
    return tuple(sorted(rows, key=lambda row: (-row[1].is_sure, -row[1].words)))


def _read(kind: str, place: str, phrase: str) -> tuple[str, PagePhrase]:
    elements = [one for one in phrase.split() if one[0].isalnum() and one[-1] != "?"]
    return phrase, PagePhrase(Kind(kind), Place(place), elements)


@cache
def page_phrases() -> LoosePhrases[PagePhrase]:
    """All phrases of the table that comes with copydesk."""
    return LoosePhrases(_table())


@cache
def unspoken_phrases() -> LoosePhrases[PagePhrase]:
    """The phrases that no prose says."""
    return LoosePhrases((text, phrase) for text, phrase in _table() if phrase.place is Place.ANY)


@cache
def unspoken_beginnings() -> frozenset[str]:
    """How the unspoken phrases begin: with a capital, for they are no parts of sentences."""
    firsts = unspoken_phrases().firsts
    return frozenset({*map(str.capitalize, firsts), *map(str.upper, firsts)})
