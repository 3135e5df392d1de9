"""Measures how well each passage of an article holds together with the rest of it.

A passage is a paragraph, or a headline and the paragraph under it. The rest is what stands within
`_REACH` blocks of it, which is all of most articles.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, chain
from math import exp, fsum, log, log1p, sqrt
from operator import mul
from typing import NamedTuple

from copydesk.analysis.background import background, weight_of
from copydesk.analysis.first_person import companions, is_personal, singular
from copydesk.analysis.headlines import headline_like
from copydesk.analysis.paragraphs import whole_paragraphs
from copydesk.analysis.terms import block_terms
from copydesk.document import Block, BlockKind, Document
from copydesk.patterns import lazy_pattern

_FEWEST_TERMS = 8
_FEWEST_TERMS_TO_LIKEN = 4
_REACH = 30
_RARE = 3.0
_UNKNOWN = 7.5
_FEWEST_LINKS = 0.15
_MOSTLY = 0.6
_LEAST_COSINE = 0.02
"""Added to the cosine of two blocks, which may share nothing."""

_MOST_BRIDGE = 1.0
_ROUNDING = 1e-6

_QUOTED = lazy_pattern(r"[\"“][^\"”]*[\"”]?")
_ANAPHOR = lazy_pattern(
    r"\W{0,3}(?:(?:its?|this|these|that|those)\b|(?:[\w’'-]+[\s,]+){0,5}?"
    r"(?:he|she|they|his|hers?|him|theirs?|them|also)\b)",
    re.IGNORECASE,
)
_AUTHOR = lazy_pattern(
    r"(?:[A-Z][\w.’'-]*\s){2,}(?:is|was|are|works|writes|covers|serves|teaches)\b"
)


class Features(NamedTuple):
    """What is measured of a passage.

    Attributes:
        apartness: How unlike it the most similar other block is, which says the more the longer
            the passage: minus the logarithm of their cosine, times `length`.
        bridge: How much more the blocks before it share with the blocks after it than with it,
            from -1 to 1.
        links: The share of other paragraphs that have one of its rare terms.
        surprise: By how much what it shares with the rest outweighs chance: the logarithm of the
            standard deviations.
        length: How many terms it holds (logarithm).
        headline: Whether it begins with a headline, divided by the headlines there are: several
            are the headings of sections.
    """

    apartness: float
    bridge: float
    links: float
    surprise: float
    length: float
    headline: float


# Fitted by training/cohesion.py; the card data/cohesion.md tells on what.
_COEFFICIENTS = Features(
    apartness=0.64, bridge=1.08, links=-1.93, surprise=-0.77, length=-1.40, headline=3.41
)
_BIAS = 0.59


class Passage(NamedTuple):
    """Blocks `first` to `last` of `document.prose`, and how foreign they are to the rest."""

    first: int
    last: int
    features: Features

    @property
    def headline(self) -> bool:
        """Whether it begins with a headline."""
        return self.first < self.last

    @property
    def score(self) -> float:
        """Positive where the passage is more like those that were pasted in, in logits."""
        weighted: list[float] = list(map(mul, _COEFFICIENTS, self.features))
        return _BIAS + sum(weighted)


def passages(document: Document) -> tuple[Passage, ...]:
    """All passages but the first paragraph, in order; none in a short article.

    The first paragraph says what the article is about.
    """
    article = document.analysis(_article)
    return tuple(filter(None, map(article.measured, article.passages)))


def foreign_headings(document: Document) -> frozenset[int]:
    """The lines that are more foreign than not, together with the paragraph under them."""
    article = document.analysis(_article)
    headed = [blocks for blocks in article.passages if len(blocks) > 1]
    return frozenset(passage.first for passage in _more_foreign(article, 0.0, headed))


def independent_passages(document: Document) -> tuple[Passage, ...]:
    """The passages that have to make sense by themselves, in order; none in a round-up.

    A paragraph need not if it is a quotation or an aside, goes on with what is before it, speaks
    in the voice that the whole article speaks in, or introduces the author at the end.
    """
    if document.analysis(_is_round_up):
        return ()
    return tuple(p for p in document.analysis(passages) if _is_independent(document, p))


def foreign_passages(document: Document, threshold: float) -> tuple[Passage, ...]:
    """The independent passages that score above a threshold, in order."""
    article = document.analysis(_article)
    above = _more_foreign(article, threshold, article.passages)
    found = tuple(passage for passage in above if _is_independent(document, passage))
    return () if not found or document.analysis(_is_round_up) else found


def _is_round_up(document: Document) -> bool:
    """Whether most paragraphs have little to do with each other."""
    found = document.analysis(passages)
    links = [passage.features.links for passage in found if not passage.headline]
    return not links or _median(links) < _FEWEST_LINKS


def _is_independent(document: Document, passage: Passage) -> bool:
    return passage.headline or _stands_alone(document, passage.last)


def _more_foreign(
    article: "_Article", threshold: float, among: Iterable[range]
) -> Iterator[Passage]:
    """The passages that score above a threshold; hardly any other is measured."""
    for blocks in among:
        if article.may_exceed(threshold, blocks):
            passage = article.measured(blocks)
            if passage and passage.score > threshold:
                yield passage


_Shared = Mapping[int, AbstractSet[str]]
"""The terms that a passage shares with each of the blocks around it."""


class _Unit(NamedTuple):
    """A block as a vector: how often each term stands in it, and the length of the vector."""

    counts: Counter[str]
    terms: frozenset[str]
    total: int
    norm: float

    @classmethod
    def of(cls, counts: Counter[str]) -> "_Unit":
        emphases = map(_emphasis.__getitem__, counts.values())
        values = list(map(mul, map(weight_of, counts), emphases))
        norm = sqrt(sum(map(mul, values, values)))
        return cls(counts, frozenset(counts), counts.total(), norm)

    def likeness(self, other: "_Unit", shared: Iterable[str]) -> float:
        """The scalar product with another, which holds some terms as well, by its length."""
        if len(other.terms) < _FEWEST_TERMS_TO_LIKEN:
            return 0.0
        one, two = self.counts, other.counts
        return (
            fsum(weight_of(t) ** 2 * _emphasis[one[t]] * _emphasis[two[t]] for t in shared)
            / other.norm
        )


class _Emphasis(dict[int, float]):
    """How much more a term weighs that stands in a text several times."""

    def __missing__(self, times: int) -> float:
        self[times] = 1 + log(times)
        return self[times]


_emphasis = _Emphasis()


@dataclass(frozen=True)
class _Article:
    """The blocks of an article as vectors.

    Attributes:
        paragraphs: Which blocks are whole paragraphs; none in a short article.
        headlines: Which blocks may be headlines.
        headings: These, and the headings that are marked.
    """

    units: Sequence[_Unit]
    paragraphs: Sequence[int]
    headlines: frozenset[int]
    headings: frozenset[int]

    @cached_property
    def lengths(self) -> list[int]:
        """How many terms stand before each block, and in all."""
        return list(accumulate((unit.total for unit in self.units), initial=0))

    @cached_property
    def passages(self) -> Sequence[range]:
        """The blocks of what may be a passage."""
        return [
            range(first, last + 1)
            for last in self.paragraphs[1:]
            for first in (last, last - 1)
            if first == last or first in self.headlines
        ]

    def measured(self, blocks: range) -> Passage | None:
        """The passage, if it has enough words and most of them are English."""
        unit, first, last = self._unit(blocks), blocks[0], blocks[-1]
        weights = list(map(weight_of, unit.counts))
        if unit.total < _FEWEST_TERMS or sum(weights) / len(weights) > _UNKNOWN:
            return None
        own = self._own(blocks)
        shared = {i: unit.terms & self.units[i].terms for i in self._around(own)}
        features = Features(
            apartness=self._apartness(unit, shared),
            bridge=self._bridge(unit, own),
            links=self._links(shared, last),
            surprise=self._surprise(weights, shared, own),
            length=log(unit.total),
            headline=self._headline(blocks),
        )
        return Passage(first, last, features)

    def may_exceed(self, threshold: float, blocks: range) -> bool:
        """Whether a passage is unlike all blocks enough to score more, whatever else is measured.

        Most are not: one block that is like it will do, mostly one beside it.
        """
        unit = self._unit(blocks)
        if unit.total < _FEWEST_TERMS:
            return False
        length = log(unit.total)
        others = Features(0.0, _MOST_BRIDGE, 0.0, 0.0, length, self._headline(blocks))
        wanted = threshold - _ROUNDING - Passage(blocks[0], blocks[-1], others).score
        apartness = wanted / _COEFFICIENTS.apartness
        most_like = unit.norm * (exp(-apartness / length) - _LEAST_COSINE)
        return most_like > 0 and all(
            unit.likeness(other, unit.terms & other.terms) < most_like
            for other in map(self.units.__getitem__, self._around(self._own(blocks)))
        )

    def _unit(self, blocks: range) -> _Unit:
        first, last = self.units[blocks[0]], self.units[blocks[-1]]
        return last if len(blocks) == 1 else _Unit.of(first.counts + last.counts)

    def _own(self, blocks: range) -> range:
        """A passage with the heading over it, which is no witness to where it belongs."""
        return range(blocks[0] - ((blocks[0] - 1) in self.headings), blocks[-1] + 1)

    def _around(self, own: range) -> Iterator[int]:
        """The blocks within reach, the nearest first."""
        for distance in range(_REACH):
            for index in (own.start - 1 - distance, own.stop + distance):
                if 0 <= index < len(self.units):
                    yield index

    def _apartness(self, unit: _Unit, shared: _Shared) -> float:
        closest = max(unit.likeness(self.units[i], terms) for i, terms in shared.items())
        return -log(closest / unit.norm + _LEAST_COSINE) * log(unit.total)

    def _bridge(self, unit: _Unit, own: range) -> float:
        before = self._terms(max(0, own.start - 2), own.start)
        after = self._terms(own.stop, own.stop + 2)
        over = fsum(map(weight_of, (before & after) - unit.terms))
        into = fsum(map(weight_of, (before | after) & unit.terms))
        return (over - into) / (over + into + 10)

    def _terms(self, start: int, stop: int) -> set[str]:
        return set(chain.from_iterable(unit.terms for unit in self.units[start:stop]))

    def _links(self, shared: _Shared, paragraph: int) -> float:
        start = bisect_left(self.paragraphs, paragraph - _REACH)
        near = self.paragraphs[start : bisect_right(self.paragraphs, paragraph + _REACH)]
        others = [index for index in near if index != paragraph]
        linked = sum(any(weight_of(t) >= _RARE for t in shared[index]) for index in others)
        return linked / max(1, len(others))

    def _surprise(self, weights: list[float], shared: _Shared, own: range) -> float:
        low, high = max(0, own.start - _REACH), min(len(self.units), own.stop + _REACH)
        by_chance = _by_chance(self.lengths[high] - self.lengths[low])
        means, squares = zip(*map(by_chance.__getitem__, weights), strict=True)
        observed = fsum(map(weight_of, frozenset[str]().union(*shared.values())))
        return log1p(max(0.0, (observed - sum(means)) / sqrt(sum(squares) + 1)))

    def _headline(self, blocks: range) -> float:
        return 1 / len(self.headlines) if len(blocks) > 1 else 0.0


def _article(document: Document) -> _Article:
    paragraphs = document.analysis(whole_paragraphs)
    units = tuple(map(_Unit.of, document.analysis(block_terms))) if paragraphs else ()
    headlines = document.analysis(headline_like).difference(paragraphs)
    marked = (i for i, b in enumerate(document.prose) if b.kind is BlockKind.HEADING)
    return _Article(units, paragraphs, headlines, headlines.union(marked))


class _ByChance(dict[float, tuple[float, float]]):
    """Mean and variance of what a term of each weight adds to what two texts share by chance."""

    def __init__(self, length: int) -> None:
        """For an article of `length` terms."""
        self._length = length

    def __missing__(self, weight: float) -> tuple[float, float]:
        chance = background().chance(weight, self._length)
        self[weight] = weight * chance, weight * weight * chance * (1 - chance)
        return self[weight]


_by_chance = lru_cache(maxsize=1 << 10)(_ByChance)


def _stands_alone(document: Document, index: int) -> bool:
    block, before = document.prose[index], document.prose[index - 1]
    text = block.text
    return not (
        _ANAPHOR.match(text)
        or before.text.endswith((":", ","))
        or (text[0] in "([" and text[-1] in ")]")
        or sum(map(len, _QUOTED.findall(text))) > _MOSTLY * len(text)
        or (index == len(document.prose) - 1 and _AUTHOR.match(text))
        or _speaks_along(document, block)
    )


def _speaks_along(document: Document, block: Block) -> bool:
    """Whether the narrator speaks in the block, and all through the article."""
    if not document.analysis(is_personal):
        return False
    inside = document.tokens.between(block.start, block.end)
    said = (document.analysis(singular), document.analysis(companions))
    return any(bisect_left(s, inside.start) < bisect_left(s, inside.stop) for s in said)


def _median(values: Sequence[float]) -> float:
    # To import `statistics` takes longer than all rules take on a short article.
    ordered = sorted(values)
    half = len(ordered) // 2
    return (ordered[half] + ordered[~half]) / 2
