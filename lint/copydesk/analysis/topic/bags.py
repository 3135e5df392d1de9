"""Pieces of an article as bags of weighted terms."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import fsum, log, sqrt
from operator import mul

from copydesk.english.background import weight_of
from copydesk.english.topic_space import place_of

_FEWEST_TERMS_TO_LIKEN = 4


@dataclass(frozen=True)
class Bag:
    """How often each term stands in a piece of text, and how many terms they are together."""

    counts: Counter[str]
    terms: frozenset[str]
    total: int

    @classmethod
    def of(cls, counts: Counter[str]) -> "Bag":
        """The bag with these terms."""
        return cls(counts, frozenset(counts), sum(counts.values()))

    def __bool__(self) -> bool:
        return bool(self.total)

    @cached_property
    def weight(self) -> float:
        """What its terms weigh, each taken once."""
        return weigh(self.terms)

    @cached_property
    def place(self) -> int:
        """Where it lies in the topic space, as lanes."""
        return place_of(self.counts)

    @cached_property
    def norm(self) -> float:
        """Its length as a vector of weighted terms."""
        emphases = map(_emphasis.__getitem__, self.counts.values())
        values = list(map(mul, map(weight_of, self.counts), emphases))
        return sqrt(sum(map(mul, values, values)))

    def likeness(self, other: "Bag") -> float:
        """The cosine of two bags; 0 to one with too few terms to be like anything."""
        if len(other.terms) < _FEWEST_TERMS_TO_LIKEN:
            return 0.0
        one, two = self.counts, other.counts
        product = fsum(
            weight_of(t) ** 2 * _emphasis[one[t]] * _emphasis[two[t]]
            for t in self.terms & other.terms
        )
        return product / (self.norm * other.norm) if product else 0.0


EMPTY = Bag.of(Counter())


def weigh(terms: Iterable[str]) -> float:
    """What some terms weigh together."""
    return fsum(map(weight_of, terms))


class _Emphasis(dict[int, float]):
    """How much more a term weighs that stands in a text several times."""

    def __missing__(self, times: int) -> float:
        self[times] = 1 + log(times)
        return self[times]


_emphasis = _Emphasis()
