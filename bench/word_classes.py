"""Measures what the table of word classes knows of the persons in GUM's coreference.

    python -m bench.word_classes SHARED

For names: of the persons with a full name whose chain has `he` or `she`, how many have a first name
of which the table knows the pronoun, and how often that is the chain's. For nouns: of the heads of
mentions of persons, groups, animals and things, what the table says.
"""

import re
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from copydesk.english.people import Gender, given_name_gender, noun_class
from copydesk.english.word_classes import SURNAME, TITLE, classes_of

ARCHIVE = "corpora/treebanks/gum-coref.tar.xz"
PRONOUNS = {
    **dict.fromkeys("he him his himself".split(), Gender.MALE),
    **dict.fromkeys("she her hers herself".split(), Gender.FEMALE),
}
_EDGE = re.compile(r"\((\d+)-([a-z]+)-[^()]*\)?|(\d+)\)")


class Word(NamedTuple):
    """A word of a document: its form, part of speech, and the index of its head."""

    form: str
    pos: str
    head: int


class Mention(NamedTuple):
    """A mention: its chain, the type of what it stands for, and its words."""

    chain: str
    kind: str
    start: int
    end: int


def documents(shared: Path) -> Iterator[tuple[list[Word], list[Mention]]]:
    """The documents of the corpus."""
    with tarfile.open(shared / ARCHIVE) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.name.endswith(".conllu") else None
            if file is not None:
                yield parse(file.read().decode("utf-8").splitlines())


def parse(lines: list[str]) -> tuple[list[Word], list[Mention]]:
    words: list[Word] = []
    mentions: list[Mention] = []
    opened: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    sentence = 0
    for line in lines:
        cells = line.split("\t")
        if line == "":
            sentence = len(words)
        if not cells[0].isdecimal():
            continue
        at = len(words)
        words.append(
            Word(cells[1], cells[3], sentence + int(cells[6]) - 1 if cells[6] != "0" else -1)
        )
        entity = re.search(r"(?:^|\|)Entity=([^|]*)", cells[9])
        for edge in _EDGE.finditer(entity[1] if entity else ""):
            if edge[1]:
                opened[edge[1]].append((edge[2], at))
            if edge[3] or edge[0].endswith(")"):
                chain = edge[3] or edge[1]
                kind, start = opened[chain].pop()
                mentions.append(Mention(chain, kind, start, at + 1))
    return words, mentions


def chain_genders(words: list[Word], mentions: list[Mention]) -> dict[str, Gender]:
    """The gender of the pronouns in each chain that has some of one gender only."""
    found: dict[str, set[Gender]] = defaultdict(set)
    for mention in mentions:
        if mention.end - mention.start == 1:
            sex = PRONOUNS.get(words[mention.start].form.lower())
            if sex:
                found[mention.chain].add(sex)
    return {chain: sexes.pop() for chain, sexes in found.items() if len(sexes) == 1}


def head(words: list[Word], mention: Mention) -> Word:
    """The word of a mention on which the others depend."""
    inside = range(mention.start, mention.end)
    return next(words[i] for i in inside if words[i].head not in inside)


def names(words: list[Word], mentions: list[Mention]) -> Counter[str]:
    """What is known of full names of persons, once for each chain."""
    found: Counter[str] = Counter()
    genders = chain_genders(words, mentions)
    seen: set[str] = set()
    for mention in mentions:
        run = proper(words, mention)
        if mention.kind != "person" or mention.chain in seen or len(run) < 2:
            continue
        if mention.chain not in genders:
            continue
        seen.add(mention.chain)
        known = given_name_gender(run[0])
        verdict = "unknown" if known is None else "either" if known is Gender.EITHER else "wrong"
        found["right" if known is genders[mention.chain] else verdict] += 1
        found["surname"] += bool(classes_of(run[-1]) & SURNAME)
    return found


def proper(words: list[Word], mention: Mention) -> list[str]:
    """The names that a mention begins with, without titles."""
    run: list[str] = []
    for word in words[mention.start : mention.end]:
        if word.pos != "PROPN":
            break
        if run or not classes_of(word.form.rstrip(".")) & TITLE:
            run.append(word.form)
    return run


def heads(words: list[Word], mentions: list[Mention]) -> Counter[tuple[str, str]]:
    """What is known of the common nouns that are heads, by the type of what they stand for."""
    found: Counter[tuple[str, str]] = Counter()
    for mention in mentions:
        word = head(words, mention)
        if word.pos == "NOUN":
            known = noun_class(word.form.lower())
            found[mention.kind, known.kind if known else "unknown"] += 1
    return found


def main(shared: Path) -> None:
    total: Counter[str] = Counter()
    kinds: Counter[tuple[str, str]] = Counter()
    for words, mentions in documents(shared):
        total += names(words, mentions)
        kinds += heads(words, mentions)
    print(total)
    for kind in sorted({kind for kind, _ in kinds}):
        row = {known: number for (one, known), number in kinds.most_common() if one == kind}
        print(kind, sum(row.values()), row)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
