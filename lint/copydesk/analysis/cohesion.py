"""Measures how well each passage of an article holds together with the rest of it.

A passage is a paragraph, or a headline and the paragraph under it. The rest is what stands within
`_REACH` blocks of it, which is all of most articles.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, chain
from math import fsum, log, log1p, sqrt
from operator import mul
from typing import NamedTuple

from copydesk.analysis.background import background, weight_of
from copydesk.analysis.first_person import companions, is_personal, singular
from copydesk.analysis.headlines import headline_like
from copydesk.analysis.paragraphs import whole_paragraphs
from copydesk.analysis.terms import block_terms
from copydesk.document import Block, BlockKind, Document

_FEWEST_TERMS = 8
_FEWEST_TERMS_TO_LIKEN = 4
_REACH = 30
_RARE = 3.0
_UNKNOWN = 7.5
_FEWEST_LINKS = 0.15
_MOSTLY = 0.6

_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]?")
_ANAPHOR = re.compile(
    r"\W{0,3}(?:(?:its?|this|these|that|those)\b|(?:[\w’'-]+[\s,]+){0,5}?"
    r"(?:he|she|they|his|hers?|him|theirs?|them|also)\b)",
    re.IGNORECASE,
)
_AUTHOR = re.compile(r"(?:[A-Z][\w.’'-]*\s){2,}(?:is|was|are|works|writes|covers|serves|teaches)\b")


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
    if not document.analysis(whole_paragraphs):
        return ()
    return tuple(_Article.of(document).passages())


def foreign_headings(document: Document) -> frozenset[int]:
    """The lines that are more foreign than not, together with the paragraph under them."""
    found = document.analysis(passages)
    return frozenset(p.first for p in found if p.headline and p.score > 0)


def independent_passages(document: Document) -> tuple[Passage, ...]:
    """The passages that have to make sense by themselves, in order; none in a round-up.

    A paragraph need not if it is a quotation or an aside, goes on with what is before it, speaks
    in the voice that the whole article speaks in, or introduces the author at the end.
    """
    found = document.analysis(passages)
    links = [passage.features.links for passage in found if not passage.headline]
    if not links or _median(links) < _FEWEST_LINKS:
        return ()
    return tuple(p for p in found if p.headline or _stands_alone(document, p.last))


class _Unit(NamedTuple):
    """A block as a vector of terms: how often each stands in it, and how much each weighs."""

    counts: Counter[str]
    weights: list[float]
    vector: dict[str, float]
    norm: float

    @classmethod
    def of(cls, counts: Counter[str]) -> "_Unit":
        weights = list(map(weight_of, counts))
        values = [
            w if n == 1 else w * (1 + log(n)) for w, n in zip(weights, counts.values(), strict=True)
        ]
        vector = dict(zip(counts, values, strict=True))
        return cls(counts, weights, vector, sqrt(sum(map(mul, values, values))))


@dataclass(frozen=True)
class _Article:
    """The blocks of an article as vectors.

    Attributes:
        paragraphs: Which blocks are whole paragraphs.
        headlines: Which blocks may be headlines.
        headings: These, and the headings that are marked.
    """

    units: Sequence[_Unit]
    paragraphs: Sequence[int]
    headlines: frozenset[int]
    headings: frozenset[int]

    @classmethod
    def of(cls, document: Document) -> "_Article":
        units = tuple(map(_Unit.of, document.analysis(block_terms)))
        paragraphs = document.analysis(whole_paragraphs)
        headlines = document.analysis(headline_like).difference(paragraphs)
        marked = (i for i, b in enumerate(document.prose) if b.kind is BlockKind.HEADING)
        return cls(units, paragraphs, headlines, headlines.union(marked))

    @cached_property
    def postings(self) -> dict[str, tuple[list[int], list[float]]]:
        """The blocks in which each term stands that stands in several, and its value in each."""
        frequencies = Counter(chain.from_iterable(unit.counts for unit in self.units))
        found: dict[str, tuple[list[int], list[float]]]
        found = {term: ([], []) for term, n in frequencies.items() if n > 1}
        for index, unit in enumerate(self.units):
            for term in found.keys() & unit.vector.keys():
                places, values = found[term]
                places.append(index)
                values.append(unit.vector[term])
        return found

    @cached_property
    def lengths(self) -> list[int]:
        """How many terms stand before each block, and in all."""
        return list(accumulate((unit.counts.total() for unit in self.units), initial=0))

    def passages(self) -> Iterator[Passage]:
        for index in self.paragraphs[1:]:
            if passage := self._measured(index, index):
                yield passage
            if index - 1 in self.headlines and (passage := self._measured(index - 1, index)):
                yield passage

    def _measured(self, first: int, last: int) -> Passage | None:
        """The passage, if it has enough words and most of them are English."""
        unit = self.units[last]
        if last > first:
            unit = _Unit.of(self.units[first].counts + unit.counts)
        rarity = sum(unit.weights) / max(1, len(unit.weights))
        if unit.counts.total() < _FEWEST_TERMS or rarity > _UNKNOWN:
            return None
        length = log(unit.counts.total())
        # The heading over a paragraph, foreign or not, is no witness to where it belongs.
        own = range(first - ((first - 1) in self.headings), last + 1)
        shared = self._shared(unit, own)
        features = Features(
            apartness=-log(self._closest(shared.products) / unit.norm + 0.02) * length,
            bridge=self._bridge(unit, own),
            links=self._links(shared.linked, last),
            surprise=log1p(max(0.0, shared.surprise)),
            length=length,
            headline=1 / len(self.headlines) if last > first else 0.0,
        )
        return Passage(first, last, features)

    def _shared(self, unit: _Unit, own: range) -> "_Shared":
        products: defaultdict[int, float] = defaultdict(float)
        linked: set[int] = set()
        observed = 0.0
        low, high = max(0, own.start - _REACH), min(len(self.units), own.stop + _REACH)
        for term, value in unit.vector.items():
            if term not in self.postings:
                continue
            places, values = self.postings[term]
            near = slice(bisect_left(places, low), bisect_left(places, high))
            others = [
                (i, other)
                for i, other in zip(places[near], values[near], strict=True)
                if i not in own
            ]
            if not others:
                continue
            weight = weight_of(term)
            observed += weight
            for index, other in others:
                products[index] += value * other
            if weight >= _RARE:
                linked.update(index for index, _ in others)
        by_chance = _by_chance(self.lengths[high] - self.lengths[low])
        means, squares = zip(*map(by_chance.__getitem__, unit.weights), strict=True)
        return _Shared(products, linked, (observed - sum(means)) / sqrt(sum(squares) + 1))

    def _closest(self, products: dict[int, float]) -> float:
        projections = (
            product / self.units[index].norm
            for index, product in products.items()
            if len(self.units[index].counts) >= _FEWEST_TERMS_TO_LIKEN
        )
        return max(projections, default=0.0)

    def _links(self, linked: set[int], paragraph: int) -> float:
        start = bisect_left(self.paragraphs, paragraph - _REACH)
        near = self.paragraphs[start : bisect_right(self.paragraphs, paragraph + _REACH)]
        others = [index for index in near if index != paragraph]
        return len(linked.intersection(others)) / max(1, len(others))

    def _bridge(self, unit: _Unit, own: range) -> float:
        before = self._terms(max(0, own.start - 2), own.start)
        after = self._terms(own.stop, own.stop + 2)
        over = fsum(map(weight_of, (before & after) - unit.counts.keys()))
        into = fsum(map(weight_of, (before | after) & unit.counts.keys()))
        return (over - into) / (over + into + 10)

    def _terms(self, start: int, stop: int) -> set[str]:
        return set(chain.from_iterable(unit.counts for unit in self.units[start:stop]))


class _Shared(NamedTuple):
    """What a passage shares with the blocks within reach.

    Attributes:
        products: The scalar product with each block that shares a term.
        linked: The blocks that share a rare term.
        surprise: By how many standard deviations the weight of the shared terms is above chance.
    """

    products: dict[int, float]
    linked: set[int]
    surprise: float


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
