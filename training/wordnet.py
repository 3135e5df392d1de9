"""Tells by WordNet which English nouns stand for persons, groups, animals and things."""

import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

INDEX = "package/dict/index.sense"
DATA = "package/dict/data.noun"


class Kind(StrEnum):
    """What a noun can stand for."""

    PERSON = "person"
    GROUP = "group"
    ANIMAL = "animal"
    PLACE = "place"
    THING = "thing"


ROOTS = {
    "person%1:03:00::": Kind.PERSON,
    "social_group%1:14:00::": Kind.GROUP,
    "people%1:14:00::": Kind.GROUP,
    "animal%1:03:00::": Kind.ANIMAL,
    "location%1:03:00::": Kind.PLACE,
    "body_of_water%1:17:00::": Kind.PLACE,
    "land%1:17:00::": Kind.PLACE,
}
"""The meanings under which all others of a kind stand."""


class Sense(NamedTuple):
    """A meaning of a noun.

    Attributes:
        words: The words that have it, as they are written.
        above: The meanings that are wider.
        instance: Whether it is a certain person or place, and not a kind of them.
        gloss: Its definition.
    """

    words: tuple[str, ...]
    above: tuple[str, ...]
    instance: bool
    gloss: str


class Use(NamedTuple):
    """A meaning that a word has, and how often the word was met with it in tagged texts."""

    sense: str
    rank: int
    times: int


class WordNet(NamedTuple):
    """The nouns of WordNet.

    Attributes:
        senses: The meanings, by number.
        uses: The meanings that each word has.
        others: How often each word was met as another part of speech.
        roots: The meanings under which all others of a kind stand.
    """

    senses: Mapping[str, Sense]
    uses: Mapping[str, list[Use]]
    others: Mapping[str, int]
    roots: Mapping[str, Kind]

    def kind(self, sense: str) -> Kind:
        """What a meaning stands for: the kind of the nearest root above it."""
        seen = {sense}
        level = [sense]
        while level:
            for at in level:
                if at in self.roots:
                    return self.roots[at]
            level = [up for at in level for up in self.senses[at].above if up not in seen]
            seen.update(level)
        return Kind.THING

    def shares(self, word: str) -> dict[Kind, float]:
        """How likely a noun, in lower case, stands for each kind, by the tagged texts.

        What WordNet lists first counts as met once more, and so the first meaning decides for the
        words that were not met.
        """
        found: dict[Kind, float] = defaultdict(float)
        for use in self.uses.get(word, ()):
            sense = self.senses[use.sense]
            if not sense.instance and word in sense.words:
                found[self.kind(use.sense)] += use.times + 1 / use.rank**2
        total = sum(found.values())
        return {kind: share / total for kind, share in found.items()}

    def noun_share(self, word: str) -> float:
        """How often a word, in lower case, was met as a noun, of all times that it was met."""
        met = sum(use.times for use in self.uses.get(word, ()))
        return (met + 0.5) / (met + self.others.get(word, 0) + 0.5)


def load(package: Path) -> WordNet:
    """Reads the database files in a package of npm."""
    with tarfile.open(package) as archive:
        senses = dict(read_senses(text_in(archive, DATA)))
        uses: dict[str, list[Use]] = defaultdict(list)
        others: Counter[str] = Counter()
        roots: dict[str, Kind] = {}
        for line in text_in(archive, INDEX):
            key, sense, rank, count = line.split()
            if "%1:" in key:
                uses[key.partition("%")[0]].append(Use(sense, int(rank), int(count)))
            else:
                others[key.partition("%")[0]] += int(count)
            if key in ROOTS:
                roots[sense] = ROOTS[key]
    return WordNet(senses, uses, others, roots)


def text_in(archive: tarfile.TarFile, name: str) -> Iterator[str]:
    file = archive.extractfile(name)
    if file is None:
        raise SystemExit(f"{name} is missing")
    return iter(file.read().decode("utf-8").splitlines())


def read_senses(lines: Iterator[str]) -> Iterator[tuple[str, Sense]]:
    """The meanings in a data file, with their numbers; a licence stands in front, indented."""
    for line in lines:
        if line.startswith(" "):
            continue
        cells, _, gloss = line.partition(" | ")
        fields = cells.split(" ")
        count = int(fields[3], 16)
        words = tuple(fields[4 : 4 + 2 * count : 2])
        pointers = fields[5 + 2 * count :]
        marks = list(zip(pointers[::4], pointers[1::4], strict=False))
        above = tuple(sense for mark, sense in marks if mark in {"@", "@i"})
        instance = any(mark == "@i" for mark, _ in marks)
        yield fields[0], Sense(words, above, instance, gloss)
