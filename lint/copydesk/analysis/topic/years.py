"""Tells how far the years that a passage names lie from those of the rest of an article."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from math import log1p

from copydesk.document import Document

_FIRST, _LAST = "1000", "2099"
_BESIDE = 3
"""How many years before and after a passage tell where in time the article is."""


@dataclass(frozen=True, eq=False)
class Years:
    """The years that an article names.

    Attributes:
        tokens: Where they stand, in order.
        values: What years they are.
    """

    tokens: Sequence[int]
    values: Sequence[int]

    def outlying(self, inside: range) -> float:
        """By how many years those of some tokens go beyond all others, as a logarithm."""
        first, stop = self._places(inside)
        own, others = self.values[first:stop], list(self._beside(first, stop))
        if not own or not others:
            return 0.0
        lowest, highest = min(low for low, _ in others), max(high for _, high in others)
        return log1p(max(0, lowest - min(own), max(own) - highest))

    def out_of_order(self, inside: range) -> float:
        """How many years earlier than what is before some tokens are, and later than what follows.

        As a logarithm, by the years in the middle.
        """
        first, stop = self._places(inside)
        if first == stop:
            return 0.0
        before, after = (
            self.values[max(0, first - _BESIDE) : first],
            self.values[stop : stop + _BESIDE],
        )
        year = _middle(self.values[first:stop])
        late = max(0, _middle(before) - year) if before else 0
        early = max(0, year - _middle(after)) if after else 0
        return log1p(late + early)

    def _places(self, inside: range) -> tuple[int, int]:
        return bisect_left(self.tokens, inside.start), bisect_left(self.tokens, inside.stop)

    def _beside(self, first: int, stop: int) -> Iterator[tuple[int, int]]:
        """The first and the last year of those before, and of those after."""
        after = len(self.values) - stop
        if first:
            yield self._ranges[first - 1]
        if after:
            yield self._ranges_from_end[after - 1]

    @cached_property
    def _ranges(self) -> Sequence[tuple[int, int]]:
        """The first and the last year of those up to each."""
        return _running(self.values)

    @cached_property
    def _ranges_from_end(self) -> Sequence[tuple[int, int]]:
        return _running(self.values[::-1])


def years(document: Document) -> Years:
    """The numbers of four digits that may be years."""
    texts = document.tokens.texts
    tokens = [
        i
        for i, text in enumerate(texts)
        if len(text) == len(_FIRST) and _FIRST <= text <= _LAST and text.isdecimal()
    ]
    return Years(tokens, [int(texts[i]) for i in tokens])


def _running(values: Sequence[int]) -> Sequence[tuple[int, int]]:
    return list(zip(accumulate(values, min), accumulate(values, max), strict=True))


def _middle(values: Sequence[int]) -> int:
    return sorted(values)[len(values) // 2]
