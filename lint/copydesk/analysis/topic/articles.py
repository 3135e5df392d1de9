"""An article as bags of terms, from which passages can be taken out."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain
from math import fsum, sqrt

from copydesk.analysis.headlines import headline_like
from copydesk.analysis.paragraphs import whole_paragraphs
from copydesk.analysis.terms import block_frequencies
from copydesk.analysis.topic.bags import EMPTY, Bag, weigh
from copydesk.analysis.topic.passages import Passage, Shape, bag_between, block_bags
from copydesk.analysis.topic.subjects import kinds
from copydesk.analysis.topic.voices import Voice, voices
from copydesk.document import BlockKind, Document
from copydesk.english.background import weight_of
from copydesk.english.topic_space import Direction, direction, landmarks

REACH = 30
"""How many blocks before and after a passage are the article that it is held against."""

_RARE = 3.0
_FEWEST_LINKS = 0.15
"""In a round-up, paragraphs are less linked."""


@dataclass(frozen=True, eq=False)
class Article:
    """The blocks of an article as bags of terms.

    Attributes:
        document: The article.
        bags: Its blocks, those that were taken out empty.
        frequencies: In how many of them each term stands.
        paragraphs: Which of them are whole paragraphs; none in a short article.
        headlines: Which may be headlines.
        headings: These, and the headings that are marked.
    """

    document: Document
    bags: Sequence[Bag]
    frequencies: Mapping[str, int]
    paragraphs: Sequence[int]
    headlines: frozenset[int]
    headings: frozenset[int]

    def without(self, taken: Collection[Passage]) -> "Article":
        """The article that is left when passages are taken out."""
        bags = list(self.bags)
        for passage in taken:
            if passage.is_within:
                own = bag_between(self.document, passage.start, passage.end)
                bags[passage.first] = Bag.of(bags[passage.first].counts - own.counts)
            else:
                bags[passage.first : passage.last + 1] = [EMPTY] * len(passage.blocks)
        return Article(
            document=self.document,
            bags=bags,
            frequencies=Counter(chain.from_iterable(bag.terms for bag in bags)),
            paragraphs=[index for index in self.paragraphs if bags[index]],
            headlines=frozenset(index for index in self.headlines if bags[index]),
            headings=frozenset(index for index in self.headings if bags[index]),
        )

    def heading_over(self, index: int) -> int | None:
        """The last heading before a block."""
        place = bisect_left(self._headings, index)
        return self._headings[place - 1] if place else None

    @cached_property
    def _headings(self) -> Sequence[int]:
        return sorted(self.headings)

    def bag(self, passage: Passage) -> Bag:
        """The terms of a passage."""
        if passage.is_within:
            return bag_between(self.document, passage.start, passage.end)
        bags = self.bags[passage.first : passage.last + 1]
        return bags[0] if len(bags) == 1 else Bag.of(sum((b.counts for b in bags), Counter[str]()))

    def near_rest(self, passage: Passage) -> float:
        """How near a passage is to the rest of what is within reach."""
        if passage.shape is Shape.PARAGRAPH:
            return self.nearnesses.values[passage.first]
        return self._near_rest(passage, direction(passage.place))

    def _near_rest(self, passage: Passage, towards: Direction) -> float:
        own = self.own(passage)
        if len(own) == len(passage.blocks):
            return towards.nearness_to_rest(self._around[self._reach(own)])
        return towards.nearness(self.rest(passage))

    def _reach(self, own: range) -> tuple[int, int]:
        """The first block within reach of some, and the one after the last."""
        return max(0, own.start - REACH), min(len(self.bags), own.stop + REACH)

    def rest(self, passage: Passage) -> Direction:
        """Where the rest of what is within reach lies."""
        own, sums = self.own(passage), self._sums
        start, stop = self._reach(own)
        around, heading = sums[stop] - sums[start], sums[passage.first] - sums[own.start]
        return direction(around - passage.place - heading)

    def own(self, passage: Passage) -> range:
        """The blocks of a passage, with the heading over it, which is no witness to it."""
        headed = passage.first - 1 in self.headings and not passage.is_within
        return range(passage.first - headed, passage.last + 1)

    @cached_property
    def _sums(self) -> Sequence[int]:
        return list(accumulate((bag.place for bag in self.bags), initial=0))

    @cached_property
    def _around(self) -> "_Stretches":
        return _Stretches(self._sums)

    @cached_property
    def directions(self) -> Sequence[Direction]:
        """Where each block lies in the topic space."""
        return [direction(bag.place) for bag in self.bags]

    @cached_property
    def near_landmark(self) -> float:
        """How near it all is to the nearest of the topics that texts are on."""
        return nearest_landmark(direction(self._sums[-1]))

    @cached_property
    def titled(self) -> AbstractSet[int]:
        """The paragraphs with a term of the title."""
        return self._with(self.bags[0].terms)

    @cached_property
    def on_subject(self) -> AbstractSet[int]:
        """The paragraphs that refer to what it is on: by the title, by a noun or by a pronoun."""
        nouns = self._with(self.document.analysis(kinds))
        spoken = self.document.analysis(voices)[self.main_voice].blocks
        return self.titled | nouns | self._paragraphs.intersection(spoken)

    @cached_property
    def main_voice(self) -> Voice:
        """Of whom more blocks speak: of him or of her."""
        heard = self.document.analysis(voices)
        return max(Voice.HE, Voice.SHE, key=lambda voice: len(heard[voice].blocks))

    def _with(self, terms: AbstractSet[str]) -> AbstractSet[int]:
        return {i for i in self.paragraphs if not terms.isdisjoint(self.bags[i].terms)}

    def share(self, blocks: AbstractSet[int], besides: range) -> float:
        """The share that some paragraphs are of all, a few left out."""
        own = [i for i in besides if i in self._paragraphs]
        number = len(blocks) - len(blocks & set(own))
        return number / max(1, len(self.paragraphs) - len(own))

    @cached_property
    def _paragraphs(self) -> frozenset[int]:
        return frozenset(self.paragraphs)

    @cached_property
    def lonely(self) -> AbstractSet[str]:
        """The terms that stand in one block only."""
        return {term for term, number in self.frequencies.items() if number == 1}

    @cached_property
    def typical_links(self) -> float:
        """The links of the paragraph in the middle; in a round-up they are few."""
        return _median([self.links(self.bags[i].terms, i, i) for i in self.paragraphs[1:]])

    @property
    def is_round_up(self) -> bool:
        """Whether its paragraphs share so little that it is on many things by design."""
        return self.typical_links < _FEWEST_LINKS

    def links(self, terms: AbstractSet[str], first: int, last: int) -> float:
        """The share of paragraphs outside some blocks that have one of some terms, if rare."""
        near = self.paragraphs[
            bisect_left(self.paragraphs, first - REACH) : bisect_right(
                self.paragraphs, last + REACH
            )
        ]
        rare = {term for term in terms if weight_of(term) >= _RARE}
        others = [i for i in near if not first <= i <= last]
        linked = sum(not rare.isdisjoint(self.bags[i].terms) for i in others)
        return linked / max(1, len(others))

    @cached_property
    def length(self) -> int:
        """How many terms it holds."""
        return sum(bag.total for bag in self.bags)

    @cached_property
    def covers(self) -> "Figures":
        """For each paragraph the share of its weight in terms that stand in other blocks."""
        bags, lonely = self.bags, self.lonely
        return Figures(
            {i: 1 - weigh(bags[i].terms & lonely) / (bags[i].weight or 1) for i in self.paragraphs}
        )

    @cached_property
    def nearnesses(self) -> "Figures":
        """For each paragraph how near it is to the rest."""
        paragraphs = (
            Passage(Shape.PARAGRAPH, i, i, 0, 0, self.bags[i].place) for i in self.paragraphs
        )
        return Figures({p.first: self._near_rest(p, self.directions[p.first]) for p in paragraphs})


def nearest_landmark(towards: Direction) -> float:
    """How near a text is to the nearest of the topics that texts are on."""
    return max(towards.nearness(landmark) for landmark in landmarks())


class _Stretches(dict[tuple[int, int], Direction]):
    """Where stretches of blocks lie; around most passages it is the whole article."""

    def __init__(self, sums: Sequence[int]) -> None:
        self._sums = sums

    def __missing__(self, bounds: tuple[int, int]) -> Direction:
        start, stop = bounds
        self[bounds] = direction(self._sums[stop] - self._sums[start])
        return self[bounds]


@dataclass(frozen=True, eq=False)
class Figures:
    """A figure for each paragraph."""

    values: Mapping[int, float]

    def besides(self, blocks: range) -> tuple[float, float]:
        """The mean and the standard deviation of those of the other paragraphs."""
        own = [self.values[index] for index in blocks if index in self.values]
        number = max(1, len(self.values) - len(own))
        mean = (self._sum - fsum(own)) / number
        squares = self._squares - fsum(value * value for value in own)
        return mean, sqrt(max(0.0, squares / number - mean * mean))

    def lowest_besides(self, blocks: range) -> float:
        """The lowest of those of the other paragraphs."""
        return next((v for v, i in self._ranked if i not in blocks), 0.0)

    @cached_property
    def _ranked(self) -> Sequence[tuple[float, int]]:
        return sorted((value, index) for index, value in self.values.items())

    @cached_property
    def _sum(self) -> float:
        return fsum(self.values.values())

    @cached_property
    def _squares(self) -> float:
        return fsum(value * value for value in self.values.values())


def article_of(document: Document) -> Article:
    """The article, nothing taken out."""
    paragraphs = document.analysis(whole_paragraphs)
    headlines = document.analysis(headline_like).difference(paragraphs)
    marked = (i for i, b in enumerate(document.prose) if b.kind is BlockKind.HEADING)
    return Article(
        document=document,
        bags=document.analysis(block_bags) if paragraphs else (),
        frequencies=document.analysis(block_frequencies) if paragraphs else {},
        paragraphs=paragraphs,
        headlines=headlines,
        headings=headlines.union(marked),
    )


def _median(values: Sequence[float]) -> float:
    if not values:
        return 0.0
    # To import `statistics` takes longer than all rules take on a short article.
    ordered = sorted(values)
    half = len(ordered) // 2
    return (ordered[half] + ordered[~half]) / 2
