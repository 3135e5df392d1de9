"""Measures the boundaries between paragraphs that hardly anything of an article reaches over."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from math import log
from operator import add, mul, sub
from typing import NamedTuple

from copydesk.analysis.topic.articles import Article, article_of
from copydesk.document import Document
from copydesk.english.background import weight_of
from copydesk.english.topic_space import Direction

FEWEST = 2
"""How many paragraphs stand on either side; fewer are a passage in an article."""

_RARE = 3.0
_MOST_SHARED, _MOST_TAKEN_UP = 0.15, 0.25
"""Two articles nearly always share less, unless they are on the same; one rarely does."""


class Features(NamedTuple):
    """What is measured of a boundary; shares are of the weight of terms.

    Attributes:
        shared: The share of rare terms that stand on the other side too, of the side with fewer.
        taken_up: The share of the title and the first paragraph that stands after the boundary.
        apart: How much nearer in the topic space the paragraphs of a side are to each other than
            to those of the other side, on average.
        length: How many terms stand after the boundary (logarithm).
    """

    shared: float
    taken_up: float
    apart: float
    length: float


class Seam(NamedTuple):
    """A boundary right after a paragraph.

    Attributes:
        block: The block after it; headings and lists before the next paragraph belong to that.
        paragraph: The first paragraph after it.
        features: What is measured of it.
    """

    block: int
    paragraph: int
    features: Features


def seams(document: Document) -> tuple[Seam, ...]:
    """The boundaries that may lie between two articles, in order; none in a short one."""
    return seams_in(document.analysis(article_of))


def seams_in(article: Article) -> tuple[Seam, ...]:
    """The same in what is left of an article."""
    if len(article.paragraphs) < 2 * FEWEST:
        return ()
    return tuple(_seams(article))


def _seams(article: Article) -> Iterator[Seam]:
    numbers = range(FEWEST, len(article.paragraphs) - FEWEST + 1)
    taken_up = _taken_up(article)
    boundaries = [(n, article.paragraphs[n - 1] + 1) for n in numbers]
    boundaries = [(n, block) for n, block in boundaries if taken_up[block] <= _MOST_TAKEN_UP]
    shared = _shared(article) if boundaries else ()
    boundaries = [(n, block) for n, block in boundaries if shared[block] <= _MOST_SHARED]
    apart = _apart(article) if boundaries else ()
    terms = list(accumulate((bag.total for bag in article.bags), initial=0))
    for number, block in boundaries:
        length = log(1 + terms[-1] - terms[block])
        features = Features(shared[block], taken_up[block], apart[number], length)
        yield Seam(block, article.paragraphs[number], features)


def _taken_up(article: Article) -> Sequence[float]:
    """For each block the share of the title and the first paragraph that stands in it or later."""
    opening = article.bags[0].terms | article.bags[article.paragraphs[0]].terms
    last = {t: index for index, bag in enumerate(article.bags) for t in bag.terms & opening}
    gone = _weight_before(last, len(article.bags))
    return [1 - weight / (gone[-1] or 1.0) for weight in gone]


def _shared(article: Article) -> Sequence[float]:
    """For each block the share of rare terms that stand before it and in it or later.

    Those that stand before it have begun; some of them do not come again.
    """
    blocks = list(enumerate(article.bags))
    last = {term: index for index, bag in blocks for term in bag.terms if weight_of(term) >= _RARE}
    first = {term: index for index, bag in reversed(blocks) for term in bag.terms & last.keys()}
    begun, gone = _weight_before(first, len(blocks)), _weight_before(last, len(blocks))
    return [
        (before - over) / (min(before, begun[-1] - over) or 1.0)
        for before, over in zip(begun, gone, strict=True)
    ]


def _weight_before(places: Mapping[str, int], size: int) -> Sequence[float]:
    """For each block the weight of the terms whose place is before it; and of all."""
    weights = [0.0] * size
    for term, place in places.items():
        weights[place] += weight_of(term)
    return list(accumulate(weights, initial=0.0))


def _apart(article: Article) -> Sequence[float]:
    """For each number of paragraphs how far the first ones, so many, are from the others."""
    vectors = [_unit(article.directions[index]) for index in article.paragraphs]
    nothing: Sequence[float] = [0.0] * len(vectors[0])
    sums = list(accumulate(vectors, _sum, initial=nothing))
    return [
        _gap(number, before, len(vectors) - number, list(map(sub, sums[-1], before)))
        for number, before in enumerate(sums)
    ]


def _gap(one: int, before: Sequence[float], other: int, after: Sequence[float]) -> float:
    """How much nearer the vectors of two groups are within these than across, by their sums.

    The square of the sum of some vectors of length 1 is the sum of the cosines of all their pairs.
    """
    within = (_mean_cosine(one, before) + _mean_cosine(other, after)) / 2
    return within - _product(before, after) / max(1, one * other)


def _mean_cosine(number: int, total: Sequence[float]) -> float:
    """The mean cosine of different ones of some vectors of length 1, by their sum."""
    return (_product(total, total) - number) / max(1, number * (number - 1))


def _unit(towards: Direction) -> Sequence[float]:
    length = towards.length or 1.0
    return [value / length for value in towards.vector]


def _sum(one: Sequence[float], other: Sequence[float]) -> Sequence[float]:
    return list(map(add, one, other))


def _product(one: Sequence[float], other: Sequence[float]) -> float:
    product: float = sum(map(mul, one, other))
    return product
