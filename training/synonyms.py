"""Tells by WordNet, and by the tortured phrases, which words a synonym program puts for which."""

import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from copydesk.english.dictionary import dictionary
from copydesk.english.lexicon import FUNCTION_WORDS

from training.tortured_phrases import LIST, read_list
from training.wordnet import text_in

PARTS = {"noun": "ns", "verb": "vzdg", "adj": "a", "adv": "r"}
"""The files of WordNet, and the letters by which the dictionary knows the forms of their words."""

MOST_SENSES = 6
SIMILAR = "&"
SHORTEST = 3
_FEWEST_USES = 20
_FEWEST_SYNONYM = 2
_FEWEST_PHRASES = 2
_SURE = 5
_NEAR = 4
"""Of so many letters one may differ, as in “harbor” and “harbour”."""

Weights = Mapping[str, Mapping[str, float]]
"""For each word, in each of its forms, the synonyms in that form and how likely each is taken."""


def synonyms(package: Path, shared: Path, uses: Counter[str]) -> Weights:
    """The words that may be put for each word that is used at all, by the counts in `uses`.

    A program does not know which sense is meant, so those of all senses count, the rarer senses
    less. What is merely spelt otherwise is no synonym.
    """
    forms = by_lemma(uses)
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    for word, synonym, letters, weight in read(package):
        for letter in letters:
            for form in forms.get((word, letter), ()):
                for other in forms.get((synonym, letter), ())[:1]:
                    if is_replacement(form, other, uses):
                        weights[form][other] = max(weight, weights[form].get(other, 0))
    for (word, synonym), times in replaced(shared).items():
        if times >= _FEWEST_PHRASES and is_replacement(word, synonym, uses):
            weight = min(1.0, times / _SURE)
            weights[word][synonym] = max(weight, weights[word].get(synonym, 0))
    return weights


def by_lemma(uses: Counter[str]) -> Mapping[tuple[str, str], list[str]]:
    """The forms of each lemma by their letter, the most used first."""
    forms: dict[tuple[str, str], list[str]] = defaultdict(list)
    for form, times in uses.most_common():
        if times >= _FEWEST_SYNONYM and form.isalpha():
            for reading in dictionary().readings(form):
                forms[reading.lemma(form), reading.letter].append(form)
    return forms


def read(package: Path) -> Iterator[tuple[str, str, str, float]]:
    """Words and their synonyms in WordNet, the letters of their forms, and how near they are."""
    with tarfile.open(package) as archive:
        for part, letters in PARTS.items():
            senses = dict(map(sense, entries(archive, f"data.{part}")))
            for line in entries(archive, f"index.{part}"):
                fields = line.split()
                numbers = fields[-int(fields[2]) :][:MOST_SENSES]
                for rank, number in enumerate(numbers, 1):
                    words, similar = senses[number]
                    for word in words:
                        yield fields[0], word, letters, 1 / rank
                    for word in (word for other in similar for word in senses[other][0]):
                        yield fields[0], word, letters, 1 / (2 * rank)


def entries(archive: tarfile.TarFile, name: str) -> Iterator[str]:
    """The lines of a file without the licence, which stands in front, indented."""
    lines = text_in(archive, f"package/dict/{name}")
    return (line for line in lines if not line.startswith(" "))


def sense(line: str) -> tuple[str, tuple[list[str], list[str]]]:
    """A sense by its number: its words, in lower case, and the numbers of similar senses."""
    fields = line.partition(" | ")[0].split(" ")
    count = int(fields[3], 16)
    words = [word.partition("(")[0].lower() for word in fields[4 : 4 + 2 * count : 2]]
    pointers = fields[5 + 2 * count :]
    marks = zip(pointers[::4], pointers[1::4], strict=False)
    return fields[0], (words, [number for mark, number in marks if mark == SIMILAR])


def replaced(shared: Path) -> Counter[tuple[str, str]]:
    """How often a word stands for another in tortured phrases of as many words as the term."""
    pairs: Counter[tuple[str, str]] = Counter()
    for phrase, expected in read_list(shared / LIST).items():
        spun, words = phrase.split(), expected.lower().split()
        if len(spun) == len(words):
            pairs.update(pair for pair in zip(words, spun, strict=True) if pair[0] != pair[1])
    return pairs


def is_replacement(word: str, synonym: str, uses: Counter[str]) -> bool:
    """Whether both are plain content words in use, and not two spellings or forms of one."""
    return (
        min(len(word), len(synonym)) >= SHORTEST
        and word.isalpha()
        and synonym.isalpha()
        and uses[word] >= _FEWEST_USES
        and uses[synonym] >= _FEWEST_SYNONYM
        and FUNCTION_WORDS.isdisjoint((word, synonym))
        and not is_variant(word, synonym)
    )


def is_variant(word: str, other: str) -> bool:
    """Whether two words are so alike that one may be another form or spelling of the other."""
    stem = max(5, min(len(word), len(other), 6))
    near = distance(word, other) * _NEAR <= min(len(word), len(other))
    return word[:stem] == other[:stem] or (near and word[0] == other[0])


def distance(word: str, other: str) -> int:
    """How many letters must be added, taken out or changed to make one word of the other."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        above, row = row, [i]
        for j, another in enumerate(other, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (letter != another)))
    return row[-1]
