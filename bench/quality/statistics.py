"""Intervals for rates and shares."""

import random
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from math import sqrt
from typing import NamedTuple

DRAWS = 1_000
_LOWEST, _HIGHEST = 0.025, 0.975
_NORMAL = 1.96


class Interval(NamedTuple):
    """The bounds between which a figure lies with 95 % confidence."""

    low: float
    high: float


class Bootstrap:
    """Draws documents with replacement, the same draws for every figure of a corpus."""

    def __init__(self, sizes: Sequence[int], seed: int, draws: int = DRAWS) -> None:
        """`sizes` are the words of each document."""
        self._sizes = sizes
        self._seed = seed
        self._draws = draws

    @cached_property
    def _times(self) -> list[bytearray]:
        """How often each document is in each draw."""
        chance = random.Random(self._seed)  # noqa: S311  not for secrets
        number = len(self._sizes)
        draws: list[bytearray] = []
        for _ in range(self._draws):
            times = bytearray(number)
            for i in chance.choices(range(number), k=number):
                times[i] += 1
            draws.append(times)
        return draws

    @cached_property
    def _totals(self) -> list[int]:
        return [sum(map(int.__mul__, self._sizes, times)) for times in self._times]

    def rate(self, counts: Mapping[int, float], words: int) -> Interval:
        """The interval of a count per so many words; `counts` by the number of the document."""
        return self._interval(
            lambda times, total: words * _weighted(counts, times) / total if total else 0
        )

    def mean(self, values: Mapping[int, float]) -> Interval:
        """The interval of the mean over documents; those left out count 0."""
        number = len(self._sizes)
        return self._interval(lambda times, _total: _weighted(values, times) / number)

    def _interval(self, figure: Callable[[bytearray, int], float]) -> Interval:
        figures = sorted(map(figure, self._times, self._totals))
        last = len(figures) - 1
        return Interval(figures[round(_LOWEST * last)], figures[round(_HIGHEST * last)])


def _weighted(values: Mapping[int, float], times: bytearray) -> float:
    return sum(times[i] * value for i, value in values.items())


def wilson(part: int, whole: int) -> Interval:
    """The interval of a share by Wilson's score; of no trials, all there can be."""
    if not whole:
        return Interval(0, 1)
    share, z = part / whole, _NORMAL**2 / whole
    center = (share + z / 2) / (1 + z)
    half = sqrt(share * (1 - share) * z + z * z / 4) / (1 + z)
    return Interval(max(0, center - half), min(1, center + half))
