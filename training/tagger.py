"""Trains the tagger.

    python -m training.lemmas SHARED LEMMINFLECT
    python -m training.tagger SHARED

Reads the treebanks and the texts in `SHARED`, trains a first tagger on the treebanks, tags the
texts with it, trains again with how words were tagged in the texts as a feature, and writes
`lint/copydesk/data/tagger.txt.z`, `tagger.usage.bin` and `tagger.weights.bin`. The dictionary must
be there before. Takes about five minutes.
"""

import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from random import Random
from typing import NamedTuple

from copydesk.english.clitics import parts
from copydesk.english.tag_features import (
    END,
    FIRST_TAG,
    NO_TAG,
    START,
    Known,
    Look,
    Verbs,
    history,
    normalized,
    pairs,
    past_links,
)
from copydesk.english.tagger import FILE, USAGE, WEIGHTS, Tagger, pack_row, parse
from copydesk.packed_table import PackedTable, pack
from copydesk.segment import tokenize
from copydesk.sentences import sentence_bounds

from training.corpus import (
    SENTENCES,
    WIKIPEDIA,
    Part,
    digest,
    part_of,
    read_articles,
    read_sentences,
)
from training.treebanks import Sentence, in_our_words, path_of, read

OUTPUT = Path("lint/copydesk") / FILE
OUTPUT_USAGE = Path("lint/copydesk") / USAGE
OUTPUT_WEIGHTS = Path("lint/copydesk") / WEIGHTS
FIRST_EPOCHS, EPOCHS = 5, 9
SEED = 1
MARGIN = 6
"""By how much the right tag must win, lest the weights be changed."""

FREQUENT = 25
"""How often a form must be met so that it can have no tag but those that it was met with."""

TOLD_APART = 5
"""How often a normal form must be met to be told apart from others of its kind."""

FEWEST_OF_A_KIND = 20
STRAY, STRAY_IN_KIND = 0.003, 0.005
"""Tags with a smaller share of a form, or of a kind, are taken for mistakes."""

SOLE = 0.995
"""From this share on, and `FREQUENT` words, a form has one tag only."""

SCALE = 8
LEAST, MOST = 8, 0x3FF
"""Weights in eighths: those below the least are left out."""

TEXT_WORDS = 1_000_000
"""How many words are tagged of each large text."""

FEWEST_USES = 3

Tagged = list[tuple[str, str]]
"""The forms of a sentence with their tags as characters."""


def training_sentences(shared: Path) -> list[Tagged]:
    """The sentences to learn from: with compounds parted as in the treebanks, and also whole."""
    made: list[Tagged] = []
    gum = read(shared, "gum", "train", free_only=True)
    for sentence in chain(read(shared, "ewt", "train"), gum):
        words = [(word.form, word.tag) for word in sentence.words]
        made.append(words)
        ours = whole_compounds(sentence)
        if ours and len(ours) != len(words):
            made.append(ours)
    return made


def whole_compounds(sentence: Sentence) -> Tagged:
    """The sentence in our words, empty if they cannot be made of the treebank's."""
    words = in_our_words(sentence)
    return [(word.form, word.tag) for word in words if word] if all(words) else []


def known_from(
    sentences: Iterable[Tagged], tags: Mapping[str, str], usage: Mapping[str, str]
) -> Known:
    """What is known of forms from the sentences to learn from."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    normal: Counter[str] = Counter()
    for form, tag in chain.from_iterable(sentences):
        counts[form][tags[tag]] += 1
        normal[normalized(form)] += 1
    frequent = frozenset(form for form, number in normal.items() if number >= TOLD_APART)
    without = Known(frequent, {}, {}, usage)
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    sure: dict[str, str] = {}
    for form, found in counts.items():
        if found.total() >= FREQUENT:
            sure[form] = without_strays(found, STRAY, SOLE)
        else:
            for kind in Look(form, without).kinds():
                kinds[kind].update(found.keys())
    many = {kind: found for kind, found in kinds.items() if found.total() >= FEWEST_OF_A_KIND}
    possible = {kind: without_strays(found, STRAY_IN_KIND, 1.1) for kind, found in many.items()}
    return Known(frequent, sure, possible, without.usage)


def without_strays(found: Counter[str], stray: float, sole: float) -> str:
    """The tags in order, without those that are too few."""
    total = found.total()
    (top, number), *_ = found.most_common(1)
    if number >= sole * total:
        return top
    return "".join(sorted(tag for tag, number in found.items() if number >= stray * total))


class Weights:
    """Weights of features by tag while they are learned, and what their mean is made of."""

    def __init__(self, tags: int) -> None:
        self.steps = 1
        self._tags = tags
        self._now: list[list[int] | None] = []
        self._sums: list[list[int]] = []
        self._indices: dict[str, int] = {}

    def indices(self, features: Iterable[str]) -> list[int]:
        """Numbers for features."""
        return [self._index(feature) for feature in features]

    def _index(self, feature: str) -> int:
        index = self._indices.get(feature)
        if index is None:
            index = self._indices[feature] = len(self._now)
            self._now.append(None)
            self._sums.append([])
        return index

    def rows(self, indices: Iterable[int]) -> list[list[int]]:
        """The weights of those features that have any."""
        return [row for row in map(self._now.__getitem__, indices) if row]

    def change(self, indices: Iterable[int], right: int, wrong: int) -> None:
        """Raises the weights for one tag and lowers those for another."""
        for index in indices:
            row = self._now[index]
            if row is None:
                row = self._now[index] = [0] * self._tags
                self._sums[index] = [0] * self._tags
            sums = self._sums[index]
            row[right] += 1
            row[wrong] -= 1
            sums[right] += self.steps
            sums[wrong] -= self.steps

    def packed(self) -> dict[str, str]:
        """The means over all steps, as the tagger reads them, in the order of their features."""
        packed: dict[str, str] = {}
        for feature, index in sorted(self._indices.items()):
            row = self._now[index]
            if row is None:
                continue
            means = {
                tag: round(SCALE * (weight - total / self.steps))
                for tag, (weight, total) in enumerate(zip(row, self._sums[index], strict=True))
            }
            kept = {t: max(-MOST, min(MOST, w)) for t, w in means.items() if abs(w) >= LEAST}
            if kept:
                packed[feature] = pack_row(kept)
        return packed


class Prepared(NamedTuple):
    """A word to learn from: what it looks like, its tags and the features that do not change."""

    look: Look
    choices: list[int]
    right: int
    features: list[int]


class Trainer:
    """Learns weights from sentences."""

    def __init__(self, names: Sequence[str], known: Known, sentences: Iterable[Tagged]) -> None:
        self.names = names
        self.known = known
        self.weights = Weights(len(names))
        self._verbs = Verbs(names)
        self._looks: dict[str, Look] = {}
        self._own: dict[tuple[str, bool], list[int]] = {}
        self._near: dict[tuple[str, str], list[int]] = {}
        self._sentences = [self._prepare(sentence) for sentence in sentences]
        self._random = Random(SEED)  # noqa: S311 - the order of sentences is no secret

    def _indices(self, features: Iterable[str]) -> list[int]:
        return self.weights.indices(features)

    def _prepare(self, sentence: Tagged) -> list[Prepared]:
        forms = [START, START, *(form for form, _ in sentence), END, END]
        places = ((-2, "--"), (-1, "-"), (1, "+"), (2, "++"))
        first = True
        prepared: list[Prepared] = []
        for i, (form, tag) in enumerate(sentence, 2):
            look = self._look(form)
            near = (self._near_features(forms[i + steps], place) for steps, place in places)
            features = [*self._own_features(form, first=first), *chain.from_iterable(near)]
            choices = [ord(tag) - FIRST_TAG for tag in self.known.candidates(look)]
            prepared.append(Prepared(look, choices, self.names.index(tag), features))
            first = first and look.shape == "p"
        return prepared

    def _look(self, form: str) -> Look:
        if form not in self._looks:
            self._looks[form] = Look(form, self.known)
        return self._looks[form]

    def _own_features(self, form: str, *, first: bool) -> list[int]:
        if (form, first) not in self._own:
            self._own[form, first] = self._indices(self._look(form).own(first=first))
        return self._own[form, first]

    def _near_features(self, form: str, place: str) -> list[int]:
        if (form, place) not in self._near:
            self._near[form, place] = self._indices(self._look(form).near(place))
        return self._near[form, place]

    def epoch(self) -> float:
        """Learns from each sentence once; the share of words tagged rightly."""
        self._random.shuffle(self._sentences)
        right = sum(map(self._learn, self._sentences))
        return right / sum(map(len, self._sentences))

    def _learn(self, sentence: list[Prepared]) -> int:
        looks = [self._look(START), *(word.look for word in sentence), self._look(END)]
        last = before = verb = NO_TAG
        correct = 0
        for i, word in enumerate(sentence, 1):
            index = word.choices[0]
            if len(word.choices) > 1:
                past = (*history(last, before, verb), *past_links(last, verb, word.look))
                beside = pairs(looks[i - 1], word.look, looks[i + 1])
                index = self._step(word, word.features + self._indices((*past, *beside)))
            correct += index == word.right
            before, last = last, chr(FIRST_TAG + index)
            verb = self._verbs.after(verb, last, word.look.form)
        return correct

    def _step(self, word: Prepared, features: list[int]) -> int:
        """Tags a word, and changes the weights if the right tag does not win clearly."""
        rows = self.weights.rows(features)
        sums = {tag: sum([row[tag] for row in rows]) for tag in word.choices}
        best = max(sums, key=sums.__getitem__)
        self.weights.steps += 1
        if word.right in sums:
            rival = max((t for t in sums if t != word.right), key=sums.__getitem__)
            if sums[word.right] - sums[rival] < MARGIN:
                self.weights.change(features, word.right, rival)
        return best


def serialised(names: Sequence[str], known: Known) -> str:
    """What `copydesk.english.tagger.parse` reads beside the tables."""
    return "\n".join(
        [
            " ".join(names),
            " ".join(sorted(known.frequent)),
            " ".join(chain.from_iterable(sorted(known.tags.items()))),
            " ".join(chain.from_iterable(sorted(known.kinds.items()))),
        ]
    )


def trained(sentences: list[Tagged], usage: Mapping[str, str], epochs: int) -> tuple[str, bytes]:
    """A tagger, as a text and the weights."""
    names = sorted({tag for sentence in sentences for _, tag in sentence})
    characters = {name: chr(FIRST_TAG + i) for i, name in enumerate(names)}
    known = known_from(sentences, characters, usage)
    trainer = Trainer(names, known, sentences)
    for number in range(1, epochs + 1):
        print(f"epoch {number}: {trainer.epoch():.4f}", flush=True)
    return serialised(names, known), pack(trainer.weights.packed())


def texts(shared: Path) -> Iterator[Iterator[list[str]]]:
    """The sentences of each large text."""
    yield (
        sentence
        for article in read_articles(shared / WIKIPEDIA)
        if part_of(article.id) is Part.TRAIN
        for paragraph in article.paragraphs
        for sentence in sentences_of(paragraph)
    )
    for name in SENTENCES:
        lines = read_sentences(shared / name)
        yield (sentence for line in lines for sentence in sentences_of(line))


def sentences_of(text: str) -> Iterator[list[str]]:
    for start, end in sentence_bounds(text):
        tokens = tokenize(text[start:end]).texts
        yield [form for token in tokens for form in parts(token)]


def limited(sentences: Iterable[list[str]], words: int) -> Iterator[list[str]]:
    """Sentences until there are so many words; headings and lists are left out."""
    for sentence in sentences:
        if words <= 0:
            return
        if 4 <= len(sentence) <= 200:
            words -= len(sentence)
            yield sentence


def usage_in(shared: Path, tagger: Tagger) -> dict[str, str]:
    """How each form is tagged in the large texts: the most frequent tag first."""
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    for text in texts(shared):
        for sentence in limited(text, TEXT_WORDS):
            for form, tag in zip(sentence, tagger.tag(sentence), strict=True):
                counts[normalized(form)][tag] += 1
    return {
        form: usage_code(found)
        for form, found in counts.items()
        if found.total() >= FEWEST_USES and form.isalpha()
    }


def usage_code(found: Counter[int]) -> str:
    """The most frequent tag, `!` if there is hardly another, then all with a share of a tenth."""
    total = found.total()
    top = min(found, key=lambda tag: (-found[tag], tag))
    others = sorted(t for t, number in found.items() if t != top and number >= total / 10)
    sure = "!" if found[top] > 0.95 * total else ""
    return chr(FIRST_TAG + top) + sure + "".join(chr(FIRST_TAG + tag) for tag in others)


def main(shared: Path) -> None:
    sentences = training_sentences(shared)
    print(f"{len(sentences)} sentences, {sum(map(len, sentences))} words")
    first, first_weights = trained(sentences, {}, FIRST_EPOCHS)
    usage = usage_in(shared, parse(first, PackedTable(pack({})), PackedTable(first_weights)))
    print(f"usage of {len(usage)} forms")
    text, weights = trained(sentences, usage, EPOCHS)
    OUTPUT.write_bytes(zlib.compress(text.encode(), 9))
    OUTPUT_USAGE.write_bytes(pack(usage))
    OUTPUT_WEIGHTS.write_bytes(weights)
    made = OUTPUT, OUTPUT_USAGE, OUTPUT_WEIGHTS
    print(*(f"{path.stat().st_size} bytes" for path in made))
    treebanks = [path_of(shared, name, "train") for name in ("ewt", "gum")]
    for path in (*made, *treebanks, *(shared / name for name in (WIKIPEDIA, *SENTENCES))):
        print(f"{digest(path)}  {path.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
