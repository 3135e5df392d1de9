"""Learns the topic space: vectors of terms by which a passage is told from another article's.

    python -m training.topic_space SHARED

Of two pieces of a Wikipedia article, one to four sentences and other paragraphs, the sums of their
terms' vectors shall be nearer to each other than to the pieces of some hundred other articles, half
the time of similar ones. The vectors begin as those of latent semantic analysis. Writes
`lint/copydesk/data/topic_space.bin.z` and prints the figures for the card beside it. Needs numpy
and scipy, which copydesk itself does not.
"""

import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from itertools import chain, islice
from math import log
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from copydesk.analysis.terms import terms_of
from copydesk.analysis.topic_space import FILE
from copydesk.segment import tokenize
from copydesk.sentences import sentence_bounds

from training.corpus import (
    FEWEST_WORDS,
    SENTENCES,
    WIKIPEDIA,
    Part,
    digest,
    is_for_the_space,
    part_of,
    read_articles,
    read_sentences,
)

numpy: Any = import_module("numpy")
sparse: Any = import_module("scipy.sparse")

OUTPUT = Path(__file__).parents[1] / "lint" / "copydesk" / FILE
DIMENSIONS = 64
FEWEST_ARTICLES = 5
STRETCH, PARAGRAPH = 25, 5
"""How many sentences make an article and a paragraph, in the files that know neither."""

ROUNDS = 22
BATCH = 512
SHARE_SIMILAR = 0.4
SIMILAR, OF_SIMILAR = 64, 128
"""How many of how many articles most similar to one are put into a batch together."""

DROPPED = 0.4
"""The share of terms that are left out of a piece, so that none is relied on alone."""

SHARPNESS = 12.0
STEP = 0.02
LARGEST = 127
OUTLIERS = 99.95
"""The percentile of all figures that is kept as the largest; those beyond it are cut."""

Ids = list[int]
Sentences = list[Ids]


class Text(NamedTuple):
    """The terms of a title and of the sentences of each paragraph, as their numbers."""

    title: Ids
    paragraphs: list[Sentences]

    @property
    def terms(self) -> Ids:
        """The terms of all paragraphs."""
        return [term for paragraph in self.paragraphs for term in chain(*paragraph)]


def written_terms(text: str) -> list[str]:
    return [term for token in tokenize(text).texts for term in terms_of(token)]


def texts(shared: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """The titles of all texts and the sentences of their paragraphs."""
    for article in read_articles(shared / WIKIPEDIA):
        if part_of(article.id) is Part.TRAIN and is_for_the_space(article):
            bodies = (p for p in article.paragraphs if len(p.split()) >= FEWEST_WORDS)
            yield article.title, [[p[a:b] for a, b in sentence_bounds(p)] for p in bodies]
    for name in SENTENCES:
        sentences = read_sentences(shared / name)
        while stretch := list(islice(sentences, STRETCH)):
            yield "", [stretch[i : i + PARAGRAPH] for i in range(0, len(stretch), PARAGRAPH)]


class Corpus:
    """All texts as numbers of terms, and the weights of these."""

    def __init__(self, shared: Path) -> None:
        """Reads the texts twice, for the terms are numbered by their order."""
        written = [
            (written_terms(title), [[written_terms(s) for s in p] for p in paragraphs])
            for title, paragraphs in texts(shared)
        ]
        frequencies = Counter(
            chain.from_iterable({t for p in body for s in p for t in s} for _, body in written)
        )
        self.terms = sorted(t for t, n in frequencies.items() if n >= FEWEST_ARTICLES)
        numbers = {term: number for number, term in enumerate(self.terms)}

        def ids(terms: Iterable[str]) -> Ids:
            return [numbers[term] for term in terms if term in numbers]

        self.texts = [
            Text(ids(title), [[ids(s) for s in paragraph] for paragraph in body])
            for title, body in written
        ]
        number = len(written)
        weights = [log((number + 1) / (frequencies[term] + 0.5)) for term in self.terms]
        self.weights = numpy.array(weights, dtype=numpy.float32)

    def matrix(self, pieces: Sequence[Ids]) -> Any:
        """A row for each piece of text, a column for each term."""
        counts = [Counter(piece) for piece in pieces]
        ends = numpy.cumsum([0, *map(len, counts)])
        columns = numpy.fromiter(chain.from_iterable(counts), numpy.int32, ends[-1])
        times = numpy.fromiter(
            chain.from_iterable(c.values() for c in counts), numpy.float32, ends[-1]
        )
        values = (1 + numpy.log(times)) * self.weights[columns]
        return sparse.csr_matrix((values, columns, ends), shape=(len(counts), len(self.terms)))


def latent_semantics(corpus: Corpus) -> Any:
    """Vectors of the terms by the paragraphs that they stand in together."""
    svds = import_module("scipy.sparse.linalg").svds
    pieces = [list(chain(*p)) for text in corpus.texts for p in text.paragraphs]
    rows = corpus.matrix([piece for piece in pieces if len(piece) > 3])
    lengths = numpy.sqrt(numpy.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    random = numpy.random.default_rng(1)
    start = random.normal(size=min(rows.shape))
    _, _, right = svds(sparse.diags(1 / lengths) @ rows, DIMENSIONS, v0=start)
    vectors = right.T.astype(numpy.float32)
    vectors /= numpy.linalg.norm(vectors, axis=1, keepdims=True) + 1e-3 * abs(vectors).max()
    noise = random.normal(0, 0.02, vectors.shape).astype(numpy.float32)
    return 0.3 * vectors + noise


def pieces_of(text: Text, random: Random) -> tuple[Ids, Ids]:
    """One to four sentences of a paragraph, and other paragraphs: all, or some beside it."""
    place = random.randrange(len(text.paragraphs))
    paragraph = text.paragraphs[place]
    number = random.randint(1, min(4, len(paragraph)))
    first = random.randint(0, len(paragraph) - number)
    rest = [p for i, p in enumerate(text.paragraphs) if i != place]
    if len(rest) > 2 and random.random() < 0.4:
        number_beside = random.randint(1, 3)
        start = max(0, place - random.randint(1, number_beside))
        rest = rest[start : start + number_beside]
    around = [term for p in rest for term in chain(*p)]
    if len(around) < 12:
        around += chain(*paragraph[:first], *paragraph[first + number :])
    title = text.title if random.random() < 0.3 else []
    return list(chain(*paragraph[first : first + number])), around + title


class Learner:
    """Moves the vectors of terms."""

    def __init__(self, corpus: Corpus) -> None:
        """Begins with latent semantics."""
        self.corpus = corpus
        self.vectors = latent_semantics(corpus)
        self._moved = numpy.full(len(corpus.terms), 1e-8, numpy.float32)
        self._random = Random(1)  # noqa: S311  not for secrets
        self._generator = numpy.random.default_rng(1)
        self._texts = [text for text in corpus.texts if len(text.terms) >= 25]

    def learn(self) -> Iterator[float]:
        """Goes over the texts; yields the mean loss of each round."""
        batches = 2 * len(self._texts) // BATCH
        for turn in range(ROUNDS):
            directions = unit(self.corpus.matrix([t.terms for t in self._texts]) @ self.vectors)[0]
            losses = [
                self._improve(self._batch(directions), 1 - (turn + batch / batches) / ROUNDS)
                for batch in range(batches)
            ]
            yield sum(losses) / batches

    def _batch(self, directions: Any) -> Iterator[tuple[Ids, Ids]]:
        number = len(self._texts)
        if self._generator.random() < SHARE_SIMILAR:
            seeds = self._generator.choice(number, BATCH // SIMILAR, replace=False)
            chosen = numpy.unique([i for seed in seeds for i in self._similar(directions, seed)])
        else:
            chosen = self._generator.choice(number, BATCH, replace=False)
        indices: list[int] = chosen.tolist()
        for index in indices:
            passage, around = pieces_of(self._texts[index], self._random)
            if len(passage) >= 4 and len(around) >= 8:
                yield passage, around

    def _similar(self, directions: Any, seed: int) -> Any:
        nearest = numpy.argpartition(-(directions @ directions[seed]), OF_SIMILAR)[:OF_SIMILAR]
        return self._generator.permutation(nearest)[:SIMILAR]

    def _improve(self, pairs: Iterable[tuple[Ids, Ids]], left: float) -> float:
        """One step; each passage is to be told its own article, and the other way round."""
        one, other = (self._dropped(side) for side in zip(*pairs, strict=True))
        a, a_lengths = unit(one @ self.vectors)
        b, b_lengths = unit(other @ self.vectors)
        alike = numpy.exp(SHARPNESS * (a @ b.T - 1))
        wanted = numpy.eye(len(a), dtype=numpy.float32)
        chances = alike / alike.sum(1, keepdims=True)
        slope = (chances + alike / alike.sum(0, keepdims=True)) / 2 - wanted
        slope *= SHARPNESS / len(a)
        slopes = along(slope @ b, a, a_lengths), along(slope.T @ a, b, b_lengths)
        terms = sparse.vstack((one, other)).tocsc()
        held = numpy.flatnonzero(numpy.diff(terms.indptr))
        gradient = terms[:, held].T @ numpy.vstack(slopes)
        self._moved[held] += (gradient**2).mean(1)
        step = STEP * left + 1e-3
        self.vectors[held] -= step * gradient / numpy.sqrt(self._moved[held])[:, None]
        return float(-numpy.log(chances.diagonal() + 1e-9).mean())

    def _dropped(self, pieces: Sequence[Ids]) -> Any:
        rows = self.corpus.matrix(pieces)
        rows.data *= self._generator.random(len(rows.data)) > DROPPED
        return rows


def unit(rows: Any) -> tuple[Any, Any]:
    """The rows, each divided by its length, and the lengths."""
    lengths = numpy.linalg.norm(rows, axis=1, keepdims=True) + 1e-6
    return rows / lengths, lengths


def along(slope: Any, directions: Any, lengths: Any) -> Any:
    """What a slope for directions is for the rows that have them."""
    return (slope - (slope * directions).sum(1, keepdims=True) * directions) / lengths


def table(corpus: Corpus, vectors: Any) -> bytes:
    """The bytes that `copydesk.analysis.topic_space.parse` reads."""
    weighted = vectors * corpus.weights[:, None]
    largest = numpy.percentile(abs(weighted), OUTLIERS)
    whole = numpy.clip(numpy.rint(weighted * LARGEST / largest), -LARGEST, LARGEST)
    rows: bytes = (whole + 128).astype(numpy.uint8).tobytes()
    return f"{DIMENSIONS}\n{' '.join(corpus.terms)}\n".encode() + rows


def main(shared: Path) -> None:
    corpus = Corpus(shared)
    print(f"texts {len(corpus.texts)}, terms {len(corpus.terms)}", flush=True)
    learner = Learner(corpus)
    for turn, loss in enumerate(learner.learn(), 1):
        print(f"round {turn}: {loss:.3f}", flush=True)
    unpacked = table(corpus, learner.vectors)
    OUTPUT.write_bytes(zlib.compress(unpacked, 9))
    print(f"{OUTPUT.stat().st_size} bytes, {len(unpacked)} unpacked")
    for path in (OUTPUT, *(shared / name for name in (WIKIPEDIA, *SENTENCES))):
        print(f"{digest(path)}  {path.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
