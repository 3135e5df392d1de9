"""Measures how well each passage of an article holds together with the rest of it.

A passage is a paragraph, or a headline and the paragraph under it. The rest is what stands within
`_REACH` blocks of it, which is all of most articles.
"""

import pkgutil
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, cached_property
from heapq import nlargest
from itertools import chain, pairwise
from math import exp, fsum, log, log1p, sqrt
from operator import mul
from typing import NamedTuple

from copydesk.analysis.background import background, weight_of
from copydesk.analysis.boosted_trees import Tree, parse, total
from copydesk.analysis.first_person import companions, is_personal, singular
from copydesk.analysis.headlines import headline_like
from copydesk.analysis.paragraphs import whole_paragraphs
from copydesk.analysis.terms import block_frequencies, block_terms, terms_of
from copydesk.document import Block, BlockKind, Document
from copydesk.patterns import lazy_pattern
from copydesk.segment import Tokens

FILE = "data/cohesion.txt"

_FEWEST_TERMS = 6
_FEWEST_TERMS_TO_LIKEN = 4
_REACH = 30
_RARE = 3.0
_UNKNOWN = 7.5
_FEWEST_LINKS = 0.15
_MOSTLY = 0.6
_LEAST_COSINE = 0.02
"""Added to the cosine of two blocks, which may share nothing."""

_LEAST_APART = 6.5
_MOST_COVERED = 0.25
"""What is less apart or more covered is not foreign: of what the trees found, 2 %."""

_QUOTED = lazy_pattern(r"[\"“][^\"”]*[\"”]?")
_PRONOUN = r"(?:he|she|they|his|hers?|him|theirs?|them|also)\b"
_ANAPHOR = lazy_pattern(
    rf"\W{{0,3}}(?:(?:its?|this|these|that|those)\b|(?:[\w’'-]+[\s,]+){{0,5}}?{_PRONOUN})",
    re.IGNORECASE,
)
_OPENS_WITH_ANAPHOR = lazy_pattern(
    rf"\W{{0,3}}(?:(?:its?|this|these|that|those|however|but)\b|{_PRONOUN})", re.IGNORECASE
)
_AUTHOR = lazy_pattern(
    r"(?:[A-Z][\w.’'-]*\s){2,}(?:is|was|are|works|writes|covers|serves|teaches)\b"
)
_BEFORE_A_CAPITAL = frozenset('.!?"“')
"""Marks after which a capital does not tell a name."""


class Features(NamedTuple):
    """What is measured of a passage; shares are of the weight of its terms.

    Attributes:
        closest: How like it the most similar other block is (cosine).
        second: How like it the next most similar one is.
        apartness: Minus the logarithm of `closest`, times `length`: it says the more the longer
            the passage.
        bridge: How much more the blocks before it share with the blocks after it than with it,
            from -1 to 1.
        links: The share of other paragraphs that have one of its rare terms.
        typical_links: What that is for the paragraph in the middle of the range.
        covered: The share that stands anywhere else in the article.
        typical_covered: The mean of that over the other paragraphs.
        above_typical: The difference between the two.
        above_chance: By how much `covered` is more than in an unrelated text of the same length.
        after: The share that stands in what follows.
        neighbour: The share that stands in the block before it.
        opening: The share that stands in the title or the first paragraph.
        absent: How rare the terms are, on average, that stand nowhere else.
        repeated: The weight of those of them that stand in it twice.
        names: How many words with a capital within a sentence it holds (logarithm).
        names_covered: The share of their weight that stands elsewhere.
        length: How many terms it holds (logarithm).
        headline: Whether it begins with a headline, divided by the headlines there are: several
            are the headings of sections.
        anaphor: Whether a pronoun stands among its first words.
        opens_with_anaphor: Whether it opens with a word that leans on what is before.
        quoted: The share of its text in quotation marks.
    """

    closest: float
    second: float
    apartness: float
    bridge: float
    links: float
    typical_links: float
    covered: float
    typical_covered: float
    above_typical: float
    above_chance: float
    after: float
    neighbour: float
    opening: float
    absent: float
    repeated: float
    names: float
    names_covered: float
    length: float
    headline: float
    anaphor: float
    opens_with_anaphor: float
    quoted: float


@cache
def _trees() -> tuple[Tree, ...]:
    """Fitted by training/cohesion.py; the card data/cohesion.md tells on what."""
    return parse((pkgutil.get_data("copydesk", FILE) or b"").decode(), Features._fields)


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
        return total(_trees(), self.features)


def passages(document: Document) -> tuple[Passage, ...]:
    """The passages that no other block is much like, in order; none in a short article.

    The first paragraph says what the article is about.
    """
    article = document.analysis(_article)
    return tuple(filter(None, map(article.measured, article.passages)))


def foreign_headings(document: Document) -> frozenset[int]:
    """The lines that are more foreign than not, together with the paragraph under them."""
    article = document.analysis(_article)
    headed = (article.measured(blocks) for blocks in article.passages if len(blocks) > 1)
    return frozenset(passage.first for passage in headed if passage and passage.score > 0.0)


def independent_passages(document: Document) -> tuple[Passage, ...]:
    """The passages that have to make sense by themselves, in order; none in a round-up.

    A paragraph need not if it is a quotation or an aside, follows a colon, speaks in the voice that
    the whole article speaks in, or introduces the author at the end.
    """
    return _independent(document, document.analysis(passages))


def foreign_passages(document: Document, threshold: float) -> tuple[Passage, ...]:
    """The independent passages that score above a threshold, in order."""
    found = document.analysis(passages)
    return _independent(document, [p for p in found if p.score > threshold])


def _independent(document: Document, found: Sequence[Passage]) -> tuple[Passage, ...]:
    if not found or document.analysis(_article).typical_links < _FEWEST_LINKS:
        return ()
    return tuple(p for p in found if p.headline or _stands_alone(document, p.last))


@dataclass(frozen=True)
class _Unit:
    """A block as a vector: how often each term stands in it, how many they are, what they weigh."""

    counts: Counter[str]
    terms: frozenset[str]
    total: int
    weight: float

    @classmethod
    def of(cls, counts: Counter[str]) -> "_Unit":
        return cls(counts, frozenset(counts), sum(counts.values()), _weight(counts))

    @cached_property
    def norm(self) -> float:
        """The length of the vector."""
        emphases = map(_emphasis.__getitem__, self.counts.values())
        values = list(map(mul, map(weight_of, self.counts), emphases))
        return sqrt(sum(map(mul, values, values)))

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
        prose: The blocks.
        units: The blocks as vectors.
        tokens: The tokens of all.
        frequencies: In how many blocks each term stands.
        paragraphs: Which blocks are whole paragraphs; none in a short article.
        headlines: Which blocks may be headlines.
        headings: These, and the headings that are marked.
    """

    prose: Sequence[Block]
    units: Sequence[_Unit]
    tokens: Tokens
    frequencies: Mapping[str, int]
    paragraphs: Sequence[int]
    headlines: frozenset[int]
    headings: frozenset[int]

    @cached_property
    def lonely(self) -> AbstractSet[str]:
        """The terms that stand in one block only."""
        return {term for term, number in self.frequencies.items() if number == 1}

    @cached_property
    def passages(self) -> Sequence[range]:
        """The blocks of what may be a passage."""
        return [
            range(first, last + 1)
            for last in self.paragraphs[1:]
            for first in (last, last - 1)
            if first == last or first in self.headlines
        ]

    @cached_property
    def typical_links(self) -> float:
        """The links of the paragraph in the middle; in a round-up they are few."""
        return _median([self._links(range(i, i + 1)) for i in self.paragraphs[1:]])

    @cached_property
    def length(self) -> int:
        """How many terms it holds."""
        return sum(unit.total for unit in self.units)

    @cached_property
    def opening(self) -> frozenset[str]:
        """The terms of the first line and of the first paragraph."""
        return self.units[0].terms | self.units[self.paragraphs[0]].terms

    @cached_property
    def covers(self) -> Mapping[int, float]:
        """For each paragraph the share of its weight in terms that stand in other blocks."""
        return {i: self._covered(self.units[i], range(i, i + 1)) for i in self.paragraphs}

    def measured(self, blocks: range) -> Passage | None:
        """The passage, if it may be foreign, has words, and most of them are English."""
        unit, own = self._unit(blocks), self._own(blocks)
        if (
            unit.total < _FEWEST_TERMS
            or unit.weight > _UNKNOWN * len(unit.terms)
            or self._covered(unit, own) > _MOST_COVERED
            or not self._is_apart(unit, own)
        ):
            return None
        return Passage(blocks[0], blocks[-1], self._features(unit, blocks))

    def _is_apart(self, unit: _Unit, own: range) -> bool:
        """Whether no block is much like a passage."""
        most_like = unit.norm * (exp(-_LEAST_APART / log(unit.total)) - _LEAST_COSINE)
        return most_like > 0 and all(
            unit.likeness(other, unit.terms & other.terms) < most_like
            for other in map(self.units.__getitem__, self._around(own))
        )

    def _features(self, unit: _Unit, blocks: range) -> Features:
        own, weight = self._own(blocks), unit.weight
        likenesses = self._likenesses(unit, own)
        closest, second = nlargest(2, (*likenesses, 0.0, 0.0))
        covered = self._covered(unit, own)
        typical = _mean([share for i, share in self.covers.items() if i not in own])
        absent = self._absent(unit.terms, own)
        before = self.units[own.start - 1].terms if own.start else frozenset[str]()
        names, names_covered = self._names(blocks[-1], absent)
        text = self.prose[blocks[-1]].text
        return Features(
            closest=closest,
            second=second,
            apartness=-log(closest + _LEAST_COSINE) * log(unit.total),
            bridge=self._bridge(unit, own),
            links=self._links(blocks),
            typical_links=self.typical_links,
            covered=covered,
            typical_covered=typical,
            above_typical=covered - typical,
            above_chance=covered - self._by_chance(unit) / weight,
            after=_weight(unit.terms & self._terms(own.stop, own.stop + _REACH)) / weight,
            neighbour=_weight(unit.terms & before) / weight,
            opening=_weight(unit.terms & self.opening) / weight,
            absent=_weight(absent) / max(1, len(absent)),
            repeated=_weight([term for term in absent if unit.counts[term] > 1]),
            names=names,
            names_covered=names_covered,
            length=log(unit.total),
            headline=1 / len(self.headlines) if len(blocks) > 1 else 0.0,
            anaphor=float(_ANAPHOR.match(text) is not None),
            opens_with_anaphor=float(_OPENS_WITH_ANAPHOR.match(text) is not None),
            quoted=_quoted(text),
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

    def _likenesses(self, unit: _Unit, own: range) -> Iterator[float]:
        for other in map(self.units.__getitem__, self._around(own)):
            yield unit.likeness(other, unit.terms & other.terms) / unit.norm

    def _covered(self, unit: _Unit, own: range) -> float:
        return 1 - _weight(self._absent(unit.terms, own)) / (unit.weight or 1)

    def _absent(self, terms: AbstractSet[str], own: range) -> Collection[str]:
        """The terms that stand in no block but its own."""
        if len(own) == 1:
            return terms & self.lonely
        units = [self.units[index].terms for index in own]
        frequency = self.frequencies
        return [t for t in terms if frequency[t] == sum(t in unit for unit in units)]

    def _by_chance(self, unit: _Unit) -> float:
        """The weight of a passage that an unrelated text as long as the rest would cover."""
        chance, rest = background().chance, self.length - unit.total
        return fsum(w * chance(w, rest) for w in map(weight_of, unit.terms))

    def _bridge(self, unit: _Unit, own: range) -> float:
        before = self._terms(max(0, own.start - 2), own.start)
        after = self._terms(own.stop, own.stop + 2)
        over = _weight((before & after) - unit.terms)
        into = _weight((before | after) & unit.terms)
        return (over - into) / (over + into + 10)

    def _terms(self, start: int, stop: int) -> set[str]:
        return set(chain.from_iterable(unit.terms for unit in self.units[start:stop]))

    def _links(self, blocks: range) -> float:
        paragraph = blocks[-1]
        start = bisect_left(self.paragraphs, paragraph - _REACH)
        near = self.paragraphs[start : bisect_right(self.paragraphs, paragraph + _REACH)]
        rare = {t for i in blocks for t in self.units[i].terms if weight_of(t) >= _RARE}
        linked = sum(not rare.isdisjoint(self.units[i].terms) for i in near if i != paragraph)
        return linked / max(1, len(near) - 1)

    def _names(self, index: int, absent: Collection[str]) -> tuple[float, float]:
        """How many names a block holds (logarithm), and the share of them that is not absent."""
        block, tokens = self.prose[index], self.tokens
        inside = tokens.between(block.start, block.end)
        words = tokens.texts[inside.start : inside.stop]
        names = {
            term
            for before, word in pairwise(words)
            if word[0].isupper() and before not in _BEFORE_A_CAPITAL
            for term in terms_of(word)
        }
        weight = _weight(names)
        return log1p(len(names)), 1 - _weight(
            names.intersection(absent)
        ) / weight if weight else 1.0


def _article(document: Document) -> _Article:
    paragraphs = document.analysis(whole_paragraphs)
    units = tuple(map(_Unit.of, document.analysis(block_terms))) if paragraphs else ()
    headlines = document.analysis(headline_like).difference(paragraphs)
    marked = (i for i, b in enumerate(document.prose) if b.kind is BlockKind.HEADING)
    return _Article(
        prose=document.prose,
        units=units,
        tokens=document.tokens,
        frequencies=document.analysis(block_frequencies) if paragraphs else {},
        paragraphs=paragraphs,
        headlines=headlines,
        headings=headlines.union(marked),
    )


def _weight(terms: Iterable[str]) -> float:
    return fsum(map(weight_of, terms))


def _mean(values: Sequence[float]) -> float:
    return fsum(values) / max(1, len(values))


def _quoted(text: str) -> float:
    return sum(map(len, _QUOTED.findall(text))) / len(text)


def _stands_alone(document: Document, index: int) -> bool:
    block, before = document.prose[index], document.prose[index - 1]
    text = block.text
    return not (
        before.text.endswith((":", ","))
        or (text[0] in "([" and text[-1] in ")]")
        or _quoted(text) > _MOSTLY
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
