"""Reads and evaluates boosted decision trees that are kept as text.

A line is a tree, in prefix notation: an inner node is the name of a feature, `<=`, a threshold, and
then its two branches; a leaf is a number.

To go down one tree after the other takes longer than all else that a rule does, so all trees are
evaluated at once (QuickScorer, Lucchese et al. 2015). A leaf is a bit; the leaves of a tree lie
side by side, and all trees in one number. A feature above a threshold rules out the leaves of the
first branch there. Of the leaves that no feature rules out, the first of each tree is where one
arrives.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import getitem
from struct import Struct
from typing import NamedTuple

_MOST_LEAVES = 16
"""The bits that a tree takes, which `struct` calls H."""


class _Feature(NamedTuple):
    """What the values of a feature leave possible.

    Attributes:
        place: Its index.
        thresholds: What it is compared with, in order.
        possible: The leaves that are left if it is above none of these, above one, and so on.
    """

    place: int
    thresholds: Sequence[float]
    possible: Sequence[int]


class Trees:
    """Trees that look at the same features."""

    def __init__(
        self,
        values: Sequence[Mapping[int, float]],
        ruled_out: Mapping[int, Mapping[float, int]],
    ) -> None:
        """Makes trees.

        Args:
            values: The value of each leaf of each tree, by its bit.
            ruled_out: The leaves that a feature rules out, by its index, above each threshold.
        """
        self._values = values
        self._bits = Struct(f"<{len(values)}H")
        self._firsts = self._joined(1 for _ in values)
        self._leaves = self._joined(map(sum, values))
        self._features = [self._feature(place, tests) for place, tests in ruled_out.items()]

    @classmethod
    def parse(cls, text: str, names: Sequence[str]) -> "Trees":
        """The trees in a text, about features with these names."""
        ruled_out: defaultdict[str, int] = defaultdict(int)
        lines = enumerate(text.splitlines())
        values = [_leaves(line, ruled_out, tree * _MOST_LEAVES) for tree, line in lines]
        tests: defaultdict[int, dict[float, int]] = defaultdict(dict)
        places = {name: place for place, name in enumerate(names)}
        for test, leaves in ruled_out.items():
            name, _, threshold = test.partition("<=")
            known, value = tests[places[name]], float(threshold)
            known[value] = known.get(value, 0) | leaves
        return cls(values, tests)

    def _feature(self, place: int, ruled_out: Mapping[float, int]) -> _Feature:
        thresholds, possible = sorted(ruled_out), [self._leaves]
        for threshold in thresholds:
            possible.append(possible[-1] & ~ruled_out[threshold])
        return _Feature(place, thresholds, possible)

    def _joined(self, leaves: Iterable[int]) -> int:
        """Some leaves of each tree as one number."""
        return int.from_bytes(self._bits.pack(*leaves), "little")

    def total(self, features: Sequence[float]) -> float:
        """The sum of the values of the leaves at which one arrives."""
        left = self._leaves
        for place, thresholds, possible in self._features:
            left &= possible[bisect_left(thresholds, features[place])]
        first = left & ~(left - self._firsts)  # no tree borrows: of each some leaf is left
        leaves = self._bits.unpack(first.to_bytes(self._bits.size, "little"))
        return sum(map(getitem, self._values, leaves), 0.0)


def _leaves(line: str, ruled_out: defaultdict[str, int], offset: int) -> dict[int, float]:
    """The values of the leaves of a tree; what its tests rule out is added, at an offset."""
    values: dict[int, float] = {}
    sizes: list[int] = []
    tokens = line.split()
    before = len(tokens) // 2 + 1
    for token in reversed(tokens):
        if "<=" in token:
            below = sizes.pop()
            sizes[-1] += below
            ruled_out[token] |= ((1 << below) - 1) << (offset + before)
        else:
            sizes.append(1)
            before -= 1
            values[1 << before] = float(token)
    return values
