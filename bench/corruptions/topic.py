"""Pieces of other stories left in an article, as when boxes of links become text."""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import sqrt

from copydesk import OBJECT, Block, BlockKind, Document
from copydesk.analysis.terms import block_frequencies

from bench.corruptions import Damage, Transplanter, transplant

_SHORTEST_TITLE, _LONGEST_TITLE = 4, 20
_WORDS_FOR_A_TITLE = 9
_SHORTEST_PARAGRAPH = 12
_CANDIDATES = 25
_LABELS = (
    "Related", "RELATED", "Read More", "READ MORE", "Also read", "See also", "More news", "WATCH",
    "Trending", "TRENDING NOW", "Don't miss", "You may also like", "In case you missed it",
    "From the archive", "Also on this site", "Elsewhere today", "Our pick", "FLASHBACK",
)  # fmt: skip
_OF_BOXES = ("off-topic-passage", "inserted-headline")


def headline_of(document: Document) -> str:
    """The title; where it is a mere name, the first words of the text; "" if there is neither."""
    lines = [block.text.split() for block in document.prose[:2]]
    if len(lines) < 2 or lines[0][-1].endswith((".", ":", ";", ",")):
        return ""
    words = lines[0]
    if len(words) < _SHORTEST_TITLE:
        words = " ".join(lines[1][:_WORDS_FOR_A_TITLE]).partition(" (")[0].rstrip(".,;:").split()
    fits = _SHORTEST_TITLE <= len(words) <= _LONGEST_TITLE
    return " ".join(words) if fits and OBJECT not in "".join(words) else ""


def passage_of(document: Document, chance: random.Random, fewest: int = 1) -> str:
    """Up to three sentences on end of a paragraph that is not the first; "" if none is fit."""
    bodies = [
        inside
        for block in document.prose[2:]
        if block.kind is BlockKind.PARAGRAPH and len(block.text.split()) >= _SHORTEST_PARAGRAPH
        if len(inside := [s for s in document.sentences if s.block is block]) >= fewest
    ]
    if not bodies:
        return ""
    inside = chance.choice(bodies)
    number = chance.randint(fewest, min(3, len(inside)))
    first = chance.randint(0, len(inside) - number)
    text = document.text[inside[first].start : inside[first + number - 1].end]
    fits = len(text.split()) >= _SHORTEST_PARAGRAPH and OBJECT not in text
    return " ".join(text.split()) if fits else ""


def any_other(_document: Document, others: Sequence[Document], chance: random.Random) -> Document:
    """Some other article."""
    return chance.choice(others)


def near_other(document: Document, others: Sequence[Document], chance: random.Random) -> Document:
    """The one of some articles that has most terms in common with this one."""
    terms = document.analysis(block_frequencies)
    candidates = chance.sample(list(others), min(_CANDIDATES, len(others)))
    return max(candidates, key=lambda other: _common(terms, other.analysis(block_frequencies)))


def _common(one: Counter[str], other: Counter[str]) -> float:
    return len(one.keys() & other.keys()) / sqrt(len(other) + 10)


Source = Callable[[Document, Sequence[Document], random.Random], Document]


def _between(document: Document, text: str, chance: random.Random) -> Damage | None:
    """`text` between two paragraphs of an article that has four or more."""
    paragraphs = list(_paragraphs(document))
    if len(paragraphs) < 4 or not text:
        return None
    at = chance.choice(paragraphs[:-1]).span.end
    return Damage(at, at, f"\n\n{text}")


def _paragraphs(document: Document) -> Iterator[Block]:
    for block in document.prose:
        if block.kind is BlockKind.PARAGRAPH and len(block.text.split()) >= _SHORTEST_PARAGRAPH:
            yield block


def _passage(source: Source) -> Transplanter:
    def damage(
        document: Document, others: Sequence[Document], chance: random.Random
    ) -> Damage | None:
        return _between(document, passage_of(source(document, others, chance), chance), chance)

    return damage


def _within(document: Document, text: str, chance: random.Random) -> Damage | None:
    """`text` between two sentences of a paragraph."""
    bodies = set(_paragraphs(document))
    ends = [
        one.end
        for one, other in pairwise(document.sentences)
        if one.block is other.block and one.block in bodies
    ]
    if len(bodies) < 4 or not ends or not text:
        return None
    at = document.span(end := chance.choice(ends), end).start
    return Damage(at, at, f" {text}")


def _headline_and_passage(source: Source) -> Transplanter:
    def damage(
        document: Document, others: Sequence[Document], chance: random.Random
    ) -> Damage | None:
        other = source(document, others, chance)
        headline, passage = headline_of(other), passage_of(other, chance)
        box = f"{headline}\n{passage}" if headline and passage else ""
        return _between(document, box, chance)

    return damage


@transplant("two or three sentences of another article in a paragraph", "off-topic-passage")
def foreign_sentences(
    document: Document, others: Sequence[Document], chance: random.Random
) -> Damage | None:
    """Sentences that follow each other there."""
    text = passage_of(any_other(document, others, chance), chance, fewest=2)
    return _within(document, text, chance)


foreign_passage = transplant("one to three sentences of another article", "off-topic-passage")(
    _passage(any_other)
)
near_passage = transplant("one to three sentences of a related article", "off-topic-passage")(
    _passage(near_other)
)
foreign_box = transplant(
    "a headline and sentences of another article", "off-topic-passage", "inserted-headline"
)(_headline_and_passage(any_other))
near_box = transplant(
    "a headline and sentences of a related article", "off-topic-passage", "inserted-headline"
)(_headline_and_passage(near_other))


@transplant("a headline of another article", "inserted-headline")
def foreign_headline(
    document: Document, others: Sequence[Document], chance: random.Random
) -> Damage | None:
    """A line without a stop."""
    headline = headline_of(any_other(document, others, chance))
    return _between(document, headline, chance)


@transplant("a headline of another article in capitals", "inserted-headline")
def foreign_headline_in_capitals(
    document: Document, others: Sequence[Document], chance: random.Random
) -> Damage | None:
    """A line in capitals, as some sites set their links."""
    headline = headline_of(any_other(document, others, chance)).upper()
    return _between(document, headline, chance)


@transplant("a headline of another article behind a label", "teaser-line", "inserted-headline")
def labelled_headline(
    document: Document, others: Sequence[Document], chance: random.Random
) -> Damage | None:
    """A headline behind “Related: ” or the like."""
    headline = headline_of(any_other(document, others, chance))
    line = f"{chance.choice(_LABELS)}: {headline}" if headline else ""
    return _between(document, line, chance)
