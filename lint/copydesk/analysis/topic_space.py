"""Places texts in a space in which texts on the same topic lie in the same direction.

The place of a text is the sum of the vectors of its terms. A vector is held as one large integer
with a lane for each dimension: Python adds two of these in a tenth of a microsecond, which is less
than it takes for two numbers of a list.
"""

import pkgutil
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log, sqrt
from operator import mul
from struct import unpack
from typing import NamedTuple

from copydesk.memo import Memo

FILE = "data/topic_space.bin.z"

_LANE = 8
"""Bytes for each dimension: a sum of millions of terms does not flow over into the next lane."""

_MIDDLE = 128
"""What stands for 0 in a lane, which knows no negative numbers."""

_STEPS = 4
"""How finely the emphasis on a term is told that stands in a text several times."""


@dataclass(frozen=True, slots=True)
class TopicSpace:
    """The vectors of terms, packed: a byte a dimension."""

    places: Mapping[str, int]
    rows: bytes
    dimensions: int

    def lanes(self, term: str) -> int:
        """The vector of a term, with a last lane that counts; 0 for a term not known."""
        place = self.places.get(term)
        if place is None:
            return 0
        size = self.dimensions
        lanes = bytearray(_LANE * (size + 1))
        lanes[: _LANE * size : _LANE] = self.rows[place * size : (place + 1) * size]
        lanes[_LANE * size] = 1
        return int.from_bytes(lanes, "little")


def parse(table: bytes) -> TopicSpace:
    """The space in a table: the number of dimensions, the terms in order, their vectors."""
    dimensions, terms, rows = table.split(b"\n", 2)
    names = terms.decode().split(" ")
    return TopicSpace(dict(zip(names, range(len(names)), strict=True)), rows, int(dimensions))


@cache
def topic_space() -> TopicSpace:
    """The space that comes with copydesk; its card `topic_space.md` tells how it was made."""
    return parse(zlib.decompress(pkgutil.get_data("copydesk", FILE) or b""))


class Direction(NamedTuple):
    """Where a text lies in the space, and how far out."""

    vector: Sequence[float]
    length: float

    def nearness(self, other: "Direction") -> float:
        """The cosine of the angle between two texts, 0 where one has no terms known."""
        if not self.length or not other.length:
            return 0.0
        return self._times(other) / (self.length * other.length)

    def nearness_to_rest(self, whole: "Direction") -> float:
        """The nearness to what is left of a text that this one is taken out of."""
        product, own = self._times(whole), self.length**2
        square = whole.length**2 - 2 * product + own
        return (product - own) / (self.length * sqrt(square)) if own and square > 0 else 0.0

    def _times(self, other: "Direction") -> float:
        product: float = sum(map(mul, self.vector, other.vector))
        return product


def place_of(counts: Mapping[str, int]) -> int:
    """The sum of the vectors of some terms, by how often they stand in a text, as lanes."""
    return sum(map(mul, map(_lanes_of, counts), map(_emphasis.__getitem__, counts.values())))


def direction(place: int) -> Direction:
    """Where the sum of some vectors lies."""
    lanes = topic_space().dimensions + 1
    *sums, terms = unpack(f"<{lanes}Q", place.to_bytes(_LANE * lanes, "little"))
    middle = float(_MIDDLE * terms)  # products of floats are faster than of large integers
    vector = [each - middle for each in sums]
    return Direction(vector, sqrt(sum(map(mul, vector, vector))))


def _lanes(term: str) -> int:
    return topic_space().lanes(term)


_lanes_of: Callable[[str], int] = Memo(_lanes).__getitem__


class _Emphasis(dict[int, int]):
    def __missing__(self, times: int) -> int:
        self[times] = round(_STEPS * (1 + log(times)))
        return self[times]


_emphasis = _Emphasis()
