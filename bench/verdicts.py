"""What people say of findings on clean text: kept by fingerprint, so that no text is kept.

A line of the file holds the rule, the fingerprint, the verdict and the corpus it was found in.
"""

import os
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from bench.checking import Fault

FILE = Path(__file__).with_name("verdicts.tsv")


class Judgement(StrEnum):
    """What a finding is."""

    REAL = "real"
    STYLE = "style"
    FALSE = "false"


MEANINGS = {
    Judgement.REAL: "a copy editor would change it",
    Judgement.STYLE: "the remark is true and the text is meant so",
    Judgement.FALSE: "the remark is wrong, or the change would do damage",
}


class Key(NamedTuple):
    """What a finding is known by."""

    rule: str
    fingerprint: str


class Verdict(NamedTuple):
    """A judgement, and the corpus in which the finding was seen."""

    judgement: Judgement
    corpus: str


Verdicts = dict[Key, Verdict]


def read_verdicts(path: Path = FILE) -> Verdicts:
    """All verdicts in a file; none if there is no file.

    Raises:
        Fault: A line is not a verdict, or a finding has two.
    """
    verdicts: Verdicts = {}
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    for number, line in enumerate(lines, 1):
        try:
            rule, fingerprint, judgement, corpus = line.split("\t")
            verdict = Verdict(Judgement(judgement), corpus)
        except ValueError:
            raise Fault(f"{path}:{number}: not a verdict: {line!r}") from None
        if verdicts.setdefault(Key(rule, fingerprint), verdict) != verdict:
            raise Fault(f"{path}:{number}: a second verdict on one finding: {line!r}")
    return verdicts


def add_verdicts(new: Verdicts, path: Path = FILE) -> None:
    """Adds verdicts to a file, all or none: it is written beside and then put in its place."""
    verdicts = {**read_verdicts(path), **new}
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_text("".join(f"{line}\n" for line in _lines(verdicts)), "utf-8")
    beside.replace(path)


def _lines(verdicts: Verdicts) -> Iterator[str]:
    for key, verdict in sorted(verdicts.items()):
        yield "\t".join((*key, *verdict))


def parse_answers(lines: Iterable[str]) -> Iterator[tuple[Key, Judgement]]:
    """Verdicts from lines of rule, fingerprint and judgement.

    What stands behind `#` is ignored, and a line without a judgement is none.

    Raises:
        Fault: A line holds something else.
    """
    for number, line in enumerate(lines, 1):
        match line.partition("#")[0].split():
            case [] | [_, _]:
                continue
            case [rule, fingerprint, judgement] if judgement in set(Judgement):
                yield Key(rule, fingerprint), Judgement(judgement)
            case _:
                raise Fault(f"line {number} is not “rule fingerprint verdict”: {line.strip()!r}")
