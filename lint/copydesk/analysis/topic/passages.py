"""Lists the stretches of an article that may be passages of another story."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from copydesk.analysis.headlines import headline_like
from copydesk.analysis.paragraphs import shaped_paragraphs, whole_paragraphs
from copydesk.analysis.terms import block_terms, terms_of
from copydesk.analysis.topic.bags import Bag
from copydesk.analysis.topic.teasers import teasers
from copydesk.document import Block, Document
from copydesk.english.topic_space import place_of

_LONGEST_RUN = 4
_LARGEST_SHARE = 0.4
"""A run of more of the paragraphs of an article is half of two articles, not a passage in one."""

_FEWEST_SENTENCES, _MOST_SENTENCES = 2, 3
_FEWEST_SENTENCES_AROUND = 1
_MOST_SENTENCES_AROUND = 40


class Shape(StrEnum):
    """What a passage is made of."""

    PARAGRAPH = "paragraph"
    HEADED = "headline + paragraph"
    RUN = "several paragraphs"
    SENTENCES = "sentences of a paragraph"


class Passage(NamedTuple):
    """A stretch of the reading text.

    Attributes:
        shape: What it is made of.
        first: The block in which it begins.
        last: The block in which it ends.
        start: Where it begins in the reading text.
        end: Where it ends.
        place: Where it lies in the topic space, as lanes.
    """

    shape: Shape
    first: int
    last: int
    start: int
    end: int
    place: int

    @property
    def blocks(self) -> range:
        """The blocks it is made of, or stands in."""
        return range(self.first, self.last + 1)

    @property
    def is_within(self) -> bool:
        """Whether it is a part of a paragraph."""
        return self.shape is Shape.SENTENCES

    def overlaps(self, other: "Passage") -> bool:
        """Whether some of the text is in both."""
        return self.start < other.end and other.start < self.end


def block_bags(document: Document) -> tuple[Bag, ...]:
    """The terms of each block of `document.prose`."""
    return tuple(map(Bag.of, document.analysis(block_terms)))


def bag_between(document: Document, start: int, end: int) -> Bag:
    """The terms in a stretch of the reading text."""
    inside = document.tokens.between(start, end)
    words = document.tokens.texts[inside.start : inside.stop]
    return Bag.of(Counter(chain.from_iterable(map(terms_of, words))))


def passages(document: Document) -> tuple[Passage, ...]:
    """All stretches that may be a passage, none in a short article.

    The first paragraph says what the article is about, and so does how another begins.
    """
    paragraphs = document.analysis(whole_paragraphs)
    if not paragraphs:
        return ()
    return (
        *_of_blocks(document, paragraphs),
        *_runs(document, paragraphs),
        *_within(document, paragraphs),
    )


def _of_blocks(document: Document, paragraphs: Sequence[int]) -> Iterator[Passage]:
    # What advertises another story is no headline of the paragraph under it.
    headlines = document.analysis(headline_like).difference(paragraphs, document.analysis(teasers))
    for last in paragraphs[1:]:
        yield _whole(document, Shape.PARAGRAPH, last, last)
    for last in document.analysis(shaped_paragraphs):
        if last > paragraphs[0] and last - 1 in headlines:
            yield _whole(document, Shape.HEADED, last - 1, last)


def _runs(document: Document, paragraphs: Sequence[int]) -> Iterator[Passage]:
    """Paragraphs with nothing between them."""
    longest = min(_LONGEST_RUN, int(_LARGEST_SHARE * len(paragraphs)))
    for place, first in enumerate(paragraphs[1:], 1):
        for last in paragraphs[place + 1 : place + longest]:
            if last - first == bisect_left(paragraphs, last) - place:
                yield _whole(document, Shape.RUN, first, last)


def _whole(document: Document, shape: Shape, first: int, last: int) -> Passage:
    blocks, bags = document.prose, document.analysis(block_bags)
    place = sum(bag.place for bag in bags[first : last + 1])
    return Passage(shape, first, last, blocks[first].start, blocks[last].end, place)


def _within(document: Document, paragraphs: Sequence[int]) -> Iterator[Passage]:
    """Sentences on end that do not make up their paragraph."""
    sentences = document.sentences
    starts = [sentence.start for sentence in sentences]
    for index in paragraphs:
        block = document.prose[index]
        inside = range(bisect_left(starts, block.start), bisect_left(starts, block.end))
        if _FEWEST_SENTENCES_AROUND <= len(inside) - _FEWEST_SENTENCES <= _MOST_SENTENCES_AROUND:
            bounds = [(sentences[i].start, sentences[i].end) for i in inside]
            yield from _stretches(document, index, bounds, opens=index != paragraphs[0])


def _stretches(
    document: Document, index: int, bounds: Sequence[tuple[int, int]], *, opens: bool
) -> Iterator[Passage]:
    tokens = document.tokens
    ends = [tokens.index_at(start) for start, _ in bounds]
    ends.append(tokens.index_at(bounds[-1][1]))
    places = [_place(tokens.texts[a:b]) for a, b in pairwise(ends)]
    sums = list(accumulate(places, initial=0))
    most = min(_MOST_SENTENCES, len(bounds) - _FEWEST_SENTENCES_AROUND)
    for number in range(_FEWEST_SENTENCES, most + 1):
        for first in range(0 if opens else 1, len(bounds) - number + 1):
            start, end = bounds[first][0], bounds[first + number - 1][1]
            place = sums[first + number] - sums[first]
            yield Passage(Shape.SENTENCES, index, index, start, end, place)


def _place(words: Sequence[str]) -> int:
    return place_of(Counter(chain.from_iterable(map(terms_of, words))))


def body(document: Document, passage: Passage) -> tuple[int, int]:
    """Where its sentences begin and end: behind the headline, if it has one."""
    if passage.shape is Shape.HEADED:
        return document.prose[passage.last].start, passage.end
    return passage.start, passage.end


def text_before(document: Document, passage: Passage) -> str:
    """What stands right before a passage: the block, or what its paragraph begins with."""
    block = document.prose[passage.first]
    if passage.start > block.start:
        return document.text[block.start : passage.start].rstrip()
    return document.prose[passage.first - 1].text


def remainders(document: Document, passage: Passage) -> tuple[Bag, Bag]:
    """What of its paragraph stands before a passage, and after it."""
    block: Block = document.prose[passage.first]
    before = bag_between(document, block.start, passage.start)
    return before, bag_between(document, passage.end, document.prose[passage.last].end)
