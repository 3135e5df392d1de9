"""Maps which paragraphs of an article speak of the same things.

Each paragraph is a vector of its terms, the rarer and the more frequent in it the longer. Two are
alike as the angle between them is small: 0 if they share no term, 1 if all.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import fsum, log, sqrt
from typing import NamedTuple

from copydesk.analysis.terms import block_terms
from copydesk.document import BlockKind, Document
from copydesk.english.background import weight_of

MOST = 80
"""With more paragraphs the map has no pairs, whose number grows with the square."""

_FEWEST = 5
"""With fewer there is no saying what the others speak of."""

_FEWEST_TERMS = 4
_NO_PASSAGE = frozenset({BlockKind.TABLE_CELL, BlockKind.CAPTION, BlockKind.FOOTNOTE})

_NOTHING = 1e-9
"""What rounding leaves of a sum whose terms have all been taken out again."""

_Vector = dict[str, float]


class TopicMap(NamedTuple):
    """How alike the paragraphs of an article are.

    Attributes:
        blocks: Which blocks of `document.prose` are on the map: those with enough words.
        cohesion: How like all the others together each of them is, from 0 to 1. Its neighbours do
            not count: of a headline and a paragraph pasted together neither vouches for the other.
        likeness: How like each other one each of them is, row by row, 1 to itself; no rows if there
            are more than `MOST`.
    """

    blocks: tuple[int, ...]
    cohesion: tuple[float, ...]
    likeness: tuple[tuple[float, ...], ...]


def topic_map(document: Document) -> TopicMap:
    """The map of a document; empty if fewer than five of its blocks have enough words."""
    counts = document.analysis(block_terms)
    blocks = tuple(
        index
        for index, block in enumerate(document.prose)
        if block.kind not in _NO_PASSAGE and counts[index].total() >= _FEWEST_TERMS
    )
    if len(blocks) < _FEWEST:
        return TopicMap((), (), ())
    vectors = [_vector(counts[index]) for index in blocks]
    return TopicMap(blocks, tuple(_cohesion(vectors)), _likeness(vectors))


def _vector(counts: Counter[str]) -> _Vector:
    """The vector of a block, of length 1."""
    weights = {term: weight_of(term) * (1 + log(times)) for term, times in counts.items()}
    length = sqrt(fsum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()} if length else {}


def _cohesion(vectors: Sequence[_Vector]) -> Iterator[float]:
    """The cosine of each vector and the sum of all but itself and its neighbours."""
    total = _sum(vectors)
    squared = fsum(weight * weight for weight in total.values())
    for index, vector in enumerate(vectors):
        near = _sum(vectors[max(0, index - 1) : index + 2])
        inside = fsum(weight * (total[term] - near[term]) for term, weight in vector.items())
        outside = fsum(weight * (2 * total[term] - weight) for term, weight in near.items())
        yield _bounded(inside / sqrt(rest)) if (rest := squared - outside) > _NOTHING else 0.0


def _sum(vectors: Iterable[_Vector]) -> _Vector:
    total: defaultdict[str, float] = defaultdict(float)
    for vector in vectors:
        for term, weight in vector.items():
            total[term] += weight
    return total


def _likeness(vectors: Sequence[_Vector]) -> tuple[tuple[float, ...], ...]:
    if len(vectors) > MOST:
        return ()
    rows = [[1.0] * len(vectors) for _ in vectors]
    for index, one in enumerate(vectors):
        for other, two in enumerate(vectors[:index]):
            shared = one.keys() & two.keys()
            cosine = _bounded(fsum(one[term] * two[term] for term in shared))
            rows[index][other] = rows[other][index] = cosine
    return tuple(map(tuple, rows))


def _bounded(cosine: float) -> float:
    """A cosine that rounding has not moved out of its range."""
    return min(1.0, max(0.0, cosine))
