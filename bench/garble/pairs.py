"""BLiMP's pairs of sentences, of which one is not grammatical. Reported, never tuned on."""

import json
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench.garble.learners import flagged

BLIMP = "corpora/measure-only/blimp.tar.xz"
FOLDER = "blimp/data/"
PER_PARADIGM = 250


@dataclass
class Field:
    """The pairs of one field of grammar.

    Attributes:
        pairs: How many there are.
        only_bad: In how many a rule finds something in the bad sentence and not in the good one.
        only_good: The other way round.
        both: In how many in both.
        by_rule: The rules that find something in bad sentences.
    """

    pairs: int = 0
    only_bad: int = 0
    only_good: int = 0
    both: int = 0
    by_rule: Counter[str] = field(default_factory=Counter[str])

    def add(self, good: Iterable[str], bad: Iterable[str]) -> None:
        """Takes in a pair: the rules that find something in the good and in the bad sentence."""
        right, wrong = set(good), set(bad)
        self.pairs += 1
        self.only_bad += bool(wrong and not right)
        self.only_good += bool(right and not wrong)
        self.both += bool(right and wrong)
        self.by_rule.update(wrong)


def measure(shared: Path) -> dict[str, Field]:
    """What is found, by the fields that BLiMP tells, and of all pairs together."""
    fields: dict[str, Field] = {}
    for name, good, bad in paradigms(shared):
        for right, wrong in zip(flagged(good), flagged(bad), strict=True):
            for one in (name, "all"):
                fields.setdefault(one, Field()).add(right, wrong)
    return dict(sorted(fields.items(), key=lambda item: (item[0] == "all", item[0])))


def paradigms(shared: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """The field of each set of pairs, and the first good and bad sentences of it."""
    with tarfile.open(shared / BLIMP) as files:
        for member in files:
            is_data = member.name.startswith(FOLDER) and member.name.endswith(".jsonl")
            file = files.extractfile(member) if is_data else None
            if file:
                rows = [json.loads(line) for line in file.read().decode().splitlines()]
                rows = rows[:PER_PARADIGM]
                good = [row["sentence_good"] for row in rows]
                yield rows[0]["linguistics_term"], good, [row["sentence_bad"] for row in rows]
