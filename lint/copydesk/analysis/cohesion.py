"""Measures how well each passage of an article holds together with the rest of it.

The rest is what stands within `REACH` blocks of it, which is all of most articles.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from itertools import pairwise
from math import fsum, log, log1p
from typing import NamedTuple

from copydesk.analysis.articles import REACH, Article, article_of
from copydesk.analysis.background import background, weight_of
from copydesk.analysis.bags import EMPTY, Bag, weigh
from copydesk.analysis.passages import Passage, Shape, body, passages, remainders
from copydesk.analysis.terms import terms_of
from copydesk.analysis.topic_space import Direction, direction
from copydesk.document import Document
from copydesk.patterns import lazy_pattern

_FEWEST_TERMS = 4
_UNKNOWN = 7.5
_LEAST_COSINE = 0.02
"""Added to the cosine of two blocks, which may share nothing."""

_LEAST_SPREAD = 0.05

_MOST_SHARED = {
    Shape.PARAGRAPH: 0.65,
    Shape.RUN: 0.65,
    Shape.HEADED: 0.85,
    Shape.SENTENCES: 0.5,
}
"""What is nearer and more covered, together, is not foreign: a fifth to half of all there is."""

_MOST_NEAR = {**_MOST_SHARED, Shape.SENTENCES: 0.4}
"""What is nearer is not foreign, whatever is covered, of sentences, of which there are many."""

_QUOTED = lazy_pattern(r"[\"“][^\"”]*[\"”]?")
_PRONOUN = r"(?:he|she|they|his|hers?|him|theirs?|them|also)\b"
_ANAPHOR = lazy_pattern(
    rf"\W{{0,3}}(?:(?:its?|this|these|that|those)\b|(?:[\w’'-]+[\s,]+){{0,5}}?{_PRONOUN})",
    re.IGNORECASE,
)
_OPENS_WITH_ANAPHOR = lazy_pattern(
    rf"\W{{0,3}}(?:(?:its?|this|these|that|those|however|but)\b|{_PRONOUN})", re.IGNORECASE
)
_BEFORE_A_CAPITAL = frozenset('.!?"“')
"""Marks after which a capital does not tell a name."""


class Features(NamedTuple):
    """What is measured of a passage; shares are of the weight of its terms.

    Nearness is that of directions in the topic space, from -1 to 1; likeness is the cosine of the
    terms themselves.

    Attributes:
        near_rest: How near it is to the rest.
        near_best: How near to the nearest block.
        near_second: How near to the next nearest one.
        near_beside: How near to the two blocks before and the two after it, or to the rest of the
            paragraph.
        near_heading: How near to the heading of its section, 0 if there is none.
        typical_near: The mean of `near_rest` over the other paragraphs.
        unusual: How far below that mean it is, by how the paragraphs differ.
        closest: How like it the most similar other block is.
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
        paragraphs: How many paragraphs the article has (logarithm).
        headed: Whether it begins with a headline, divided by the headlines there are: several
            are the headings of sections.
        headings: How many headings the article has for a paragraph.
        section: Whether it makes up a section under a heading.
        run: Whether it is several paragraphs.
        anaphor: Whether a pronoun stands among its first words.
        opens_with_anaphor: Whether it opens with a word that leans on what is before.
        quoted: The share of its text in quotation marks.
    """

    near_rest: float
    near_best: float
    near_second: float
    near_beside: float
    near_heading: float
    typical_near: float
    unusual: float
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
    paragraphs: float
    headed: float
    headings: float
    section: float
    run: float
    anaphor: float
    opens_with_anaphor: float
    quoted: float


@dataclass(frozen=True, eq=False)
class _Piece:
    """A passage in its article."""

    article: Article
    passage: Passage
    bag: Bag

    def features(self, near_rest: float) -> Features:
        """What is measured of it."""
        article, bag, weight = self.article, self.bag, self.bag.weight
        own = article.own(self.passage)
        closest, second = nlargest(2, (*map(bag.likeness, self._others()), 0.0, 0.0))
        near_best, near_second = nlargest(2, (*self._nearnesses(), 0.0, 0.0))
        before, after = self._beside
        typical_near, spread = article.nearnesses.besides(own)
        typical_covered, _ = article.covers.besides(own)
        near_beside = self._direction.nearness(direction(before[1] + after[1]))
        names, names_covered = self._names()
        text = self._text
        return Features(
            near_rest=near_rest,
            near_best=near_best,
            near_second=near_second,
            near_beside=near_beside,
            near_heading=self._near_heading(),
            typical_near=typical_near,
            unusual=(typical_near - near_rest) / (spread + _LEAST_SPREAD),
            closest=closest,
            second=second,
            apartness=-log(closest + _LEAST_COSINE) * log(bag.total),
            bridge=self._bridge(before[0], after[0]),
            links=article.links(bag.terms, self.passage.first, self.passage.last),
            typical_links=article.typical_links,
            covered=self.covered,
            typical_covered=typical_covered,
            above_typical=self.covered - typical_covered,
            above_chance=self.covered - self._by_chance() / weight,
            after=weigh(bag.terms & self._following()) / weight,
            neighbour=weigh(bag.terms & self._preceding()) / weight,
            opening=weigh(bag.terms & self._opening) / weight,
            absent=weigh(self._absent) / max(1, len(self._absent)),
            repeated=weigh([term for term in self._absent if bag.counts[term] > 1]),
            names=names,
            names_covered=names_covered,
            length=log(bag.total),
            paragraphs=log(len(article.paragraphs)),
            headed=(self.passage.shape is Shape.HEADED) / max(1, len(article.headlines)),
            headings=len(article.headings) / len(article.paragraphs),
            section=float(self._is_section()),
            run=float(self.passage.shape is Shape.RUN),
            anaphor=float(_ANAPHOR.match(text) is not None),
            opens_with_anaphor=float(_OPENS_WITH_ANAPHOR.match(text) is not None),
            quoted=quoted_share(text),
        )

    @cached_property
    def covered(self) -> float:
        """The share of it that stands anywhere else in the article."""
        return 1 - weigh(self._absent) / (self.bag.weight or 1)

    @cached_property
    def _absent(self) -> Collection[str]:
        """The terms that stand nowhere else."""
        article, terms, passage = self.article, self.bag.terms, self.passage
        own = article.own(passage)
        if passage.is_within:
            return (terms & article.lonely).difference(*(bag.terms for bag in self._around))
        if len(own) == 1:
            return terms & article.lonely
        inside, frequency = [article.bags[i].terms for i in own], article.frequencies
        return [t for t in terms if frequency[t] == sum(t in block for block in inside)]

    @cached_property
    def _around(self) -> tuple[Bag, Bag]:
        """What of its paragraph stands before it and after it."""
        if not self.passage.is_within:
            return EMPTY, EMPTY
        return remainders(self.article.document, self.passage)

    @cached_property
    def _direction(self) -> Direction:
        return direction(self.passage.place)

    @cached_property
    def _text(self) -> str:
        return self.article.document.text[slice(*body(self.article.document, self.passage))]

    def _outside(self) -> Iterator[int]:
        """The blocks within reach, the nearest first."""
        article, own = self.article, self.article.own(self.passage)
        for distance in range(REACH):
            for index in (own.start - 1 - distance, own.stop + distance):
                if 0 <= index < len(article.bags):
                    yield index

    def _others(self) -> Iterator[Bag]:
        yield from self._around
        yield from map(self.article.bags.__getitem__, self._outside())

    def _nearnesses(self) -> Iterator[float]:
        for bag in self._around:
            if len(bag.terms) >= _FEWEST_TERMS:
                yield self._direction.nearness(direction(bag.place))
        for index in self._outside():
            if len(self.article.bags[index].terms) >= _FEWEST_TERMS:
                yield self._direction.nearness(self.article.directions[index])

    @cached_property
    def _beside(self) -> tuple[tuple[AbstractSet[str], int], tuple[AbstractSet[str], int]]:
        """The terms and the places of the two pieces before it and of the two after it."""
        above, below = self._around
        bags, own = self.article.bags, self.article.own(self.passage)
        before = [above] if above else bags[max(0, own.start - 2) : own.start]
        after = [below] if below else bags[own.stop : own.stop + 2]
        return _together(before), _together(after)

    @property
    def _opening(self) -> AbstractSet[str]:
        bags, first = self.article.bags, self.article.paragraphs[0]
        if self.passage.first > first:
            return bags[0].terms | bags[first].terms
        above, _ = self._around
        return bags[0].terms | above.terms if first else above.terms

    def _preceding(self) -> AbstractSet[str]:
        above, _ = self._around
        start = self.article.own(self.passage).start
        return above.terms or (self.article.bags[start - 1].terms if start else frozenset())

    def _following(self) -> AbstractSet[str]:
        _, below = self._around
        stop = self.article.own(self.passage).stop
        return below.terms.union(*(bag.terms for bag in self.article.bags[stop : stop + REACH]))

    def _near_heading(self) -> float:
        heading = self.article.heading_over(self.passage.first)
        return (
            0.0 if heading is None else self._direction.nearness(self.article.directions[heading])
        )

    def _is_section(self) -> bool:
        headings, passage = self.article.headings, self.passage
        ends = passage.last + 1 in headings or passage.last + 1 == len(self.article.bags)
        return passage.first - 1 in headings and ends and not passage.is_within

    def _bridge(self, before: AbstractSet[str], after: AbstractSet[str]) -> float:
        over = weigh((before & after) - self.bag.terms)
        into = weigh((before | after) & self.bag.terms)
        return (over - into) / (over + into + 10)

    def _by_chance(self) -> float:
        """The weight of a passage that an unrelated text as long as the rest would cover."""
        chance, rest = background().chance, self.article.length - self.bag.total
        return fsum(w * chance(w, rest) for w in map(weight_of, self.bag.terms))

    def _names(self) -> tuple[float, float]:
        """How many names it holds (logarithm), and the share of them that is not absent."""
        tokens = self.article.document.tokens
        inside = tokens.between(*body(self.article.document, self.passage))
        words = tokens.texts[inside.start : inside.stop]
        names = {
            term
            for before, word in pairwise(words)
            if word[0].isupper() and before not in _BEFORE_A_CAPITAL
            for term in terms_of(word)
        }
        weight = weigh(names)
        absent = weigh(names.intersection(self._absent))
        return log1p(len(names)), 1 - absent / weight if weight else 1.0


def measured(article: Article, passage: Passage) -> Features | None:
    """What is measured of a passage, if it may be foreign; most of its words are English."""
    near, most = article.near_rest(passage), _MOST_SHARED[passage.shape]
    if near > _MOST_NEAR[passage.shape]:
        return None
    bag = article.bag(passage)
    if bag.total < _FEWEST_TERMS or bag.weight > _UNKNOWN * len(bag.terms):
        return None
    piece = _Piece(article, passage, bag)
    return piece.features(near) if near + piece.covered <= most else None


def measured_passages(document: Document) -> tuple[tuple[Passage, Features], ...]:
    """What is measured of the passages that may be foreign, in the order of `passages`."""
    article = document.analysis(article_of)
    found = ((passage, measured(article, passage)) for passage in document.analysis(passages))
    return tuple((passage, features) for passage, features in found if features)


def quoted_share(text: str) -> float:
    """The share of a text in quotation marks."""
    return sum(map(len, _QUOTED.findall(text))) / max(1, len(text))


def _together(bags: Sequence[Bag]) -> tuple[AbstractSet[str], int]:
    return frozenset[str]().union(*(bag.terms for bag in bags)), sum(bag.place for bag in bags)
