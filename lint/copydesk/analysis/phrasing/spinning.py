"""Weighs the signs that a program has rewritten an article, word by word and from several ones."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from copydesk.analysis.phrasing.indefinite_articles import wrong_articles
from copydesk.analysis.phrasing.lone_determiners import two_articles
from copydesk.analysis.phrasing.quoted_stops import Kind as Quotation
from copydesk.analysis.phrasing.quoted_stops import quoted_stops
from copydesk.analysis.phrasing.spaced_marks import spaced_marks
from copydesk.analysis.phrasing.spun_synonyms import spun_synonyms
from copydesk.analysis.phrasing.tortured_phrases import tortured_phrases
from copydesk.analysis.topic.inserted_headlines import inserted_headlines
from copydesk.analysis.topic.teasers import teasers
from copydesk.document import Document

_SURE, _LIKELY, _MAYBE = 3, 2, 1
"""How much a sign weighs, in points."""


class Origin(Enum):
    """What leaves a sign; signs of different origin are independent of each other."""

    SYNONYMS = auto()
    GRAMMAR = auto()
    INSERTION = auto()
    PUNCTUATION = auto()


MOST = {Origin.SYNONYMS: 12, Origin.GRAMMAR: 4, Origin.INSERTION: 3, Origin.PUNCTUATION: 3}
"""What the signs of one origin weigh at most, for the defect of one kind may be a habit."""

ENOUGH = 5
WORDS = 2_000
"""For so many words, one more is needed, for signs add up by chance in long articles."""


class Sign(NamedTuple):
    """A range of the reading text that a program may have left so.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        origin: What left it.
        weight: How much it counts, in points.
        message: What it shows.
    """

    start: int
    end: int
    origin: Origin
    weight: int
    message: str


class Spinning(NamedTuple):
    """The signs in an article, in order, and by how much they weigh more than would be enough."""

    signs: tuple[Sign, ...]
    surplus: int


def spinning(document: Document) -> Spinning | None:
    """What shows that a program has rewritten an article; None if too little does."""
    found = [*_synonyms(document), *_insertions(document)]
    if not found:  # careless writers leave the other signs too
        return None
    signs = sorted([*found, *_grammar(document), *_punctuation(document)], key=_place)
    surplus = _weight(signs) - ENOUGH - len(document.tokens) // WORDS
    return Spinning(tuple(signs), surplus) if surplus >= 0 and _agree(signs) else None


def _place(sign: Sign) -> tuple[int, int]:
    return sign.start, sign.end


def _weight(signs: Iterable[Sign]) -> int:
    by_origin = Counter[Origin]()
    for sign in signs:
        by_origin[sign.origin] += sign.weight
    return sum(min(MOST[origin], total) for origin, total in by_origin.items())


def _agree(signs: Sequence[Sign]) -> bool:
    """Whether there are two origins, or two different synonyms.

    A line that looks like a headline and one wrong article are in many a text that no program saw.
    """
    origins = [sign.origin for sign in signs]
    if sorted(origin.name for origin in origins) == ["GRAMMAR", "INSERTION"]:
        return False
    return len(set(origins)) > 1 or origins.count(Origin.SYNONYMS) > 1


def _synonyms(document: Document) -> Iterator[Sign]:
    """Each change where it was made first."""
    seen: set[str] = set()
    for one in document.analysis(spun_synonyms):
        if one.change not in seen:
            seen.add(one.change)
            message = f"what programs make of “{one.original}”"
            weight = _SURE if one.is_sure else _MAYBE
            yield _of_tokens(document, (one.first, one.end), Origin.SYNONYMS, weight, message)
    for match in document.analysis(tortured_phrases):
        if match.value not in seen:
            seen.add(match.value)
            message = f"a tortured form of “{match.value}”"
            yield _of_tokens(document, match[:2], Origin.SYNONYMS, _SURE, message)


def _insertions(document: Document) -> Iterator[Sign]:
    """Lines from elsewhere."""
    for line in document.analysis(inserted_headlines):
        block = document.prose[line.index]
        yield Sign(block.start, block.end, Origin.INSERTION, _SURE, "a headline of another story")
    for index in document.analysis(teasers)[:1]:  # a site that has one has more
        block = document.prose[index]
        message = "a line that advertises another story"
        yield Sign(block.start, block.end, Origin.INSERTION, _LIKELY, message)


def _grammar(document: Document) -> Iterator[Sign]:
    """Articles that do not fit the word put after them, or were left before another."""
    first_places = {
        document.tokens.lowers[place.word]: (place.article, place.word + 1)
        for place in reversed(document.analysis(wrong_articles))
    }
    for place in first_places.values():
        message = "the article does not fit the word"
        yield _of_tokens(document, place, Origin.GRAMMAR, _LIKELY, message)
    for i in document.analysis(two_articles):
        yield _of_tokens(document, (i, i + 2), Origin.GRAMMAR, _LIKELY, "two articles for one noun")


def _punctuation(document: Document) -> Iterator[Sign]:
    """Stops outside quotations, as a writer may put them once, and beside them a spaced mark."""
    outside = [
        quoted
        for quoted in document.analysis(quoted_stops)
        if quoted.kind is Quotation.WHOLE and quoted.outside == "."
    ]
    for number, quoted in enumerate(outside):
        end = quoted.span.end
        start = end - 1 - len(quoted.words.split()[-1])
        weight = _LIKELY if number else _MAYBE
        message = "the stop stands outside the quotation"
        yield Sign(start, end + 1, Origin.PUNCTUATION, weight, message)
    for mark, end, word in document.analysis(spaced_marks)[:1] if outside else ():
        message = "a space before the mark, as where a link stood"
        yield Sign(end - len(word), mark + 1, Origin.PUNCTUATION, _MAYBE, message)


def _of_tokens(
    document: Document, place: tuple[int, int], origin: Origin, weight: int, message: str
) -> Sign:
    tokens = document.tokens
    first, end = place
    return Sign(tokens.starts[first], tokens.end(end - 1), origin, weight, message)
