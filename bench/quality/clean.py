"""What the rules find on clean text, and how much of it is wrong."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from bench.checking import Fault, default_rules, findings
from bench.corpora import Corpus, Half, Text
from bench.quality.statistics import Bootstrap, Interval
from bench.verdicts import Judgement, Key, Verdicts

PER_WORDS = 1_000
_CHUNK = 8


class Checked(NamedTuple):
    """A clean text: its half, its length in words, and what is found on it."""

    half: Half
    words: int
    found: tuple[Key, ...]


class Judged(NamedTuple):
    """How findings were judged, and how many nobody has looked at."""

    real: int = 0
    style: int = 0
    false: int = 0
    unjudged: int = 0

    @property
    def total(self) -> int:
        """How many were judged."""
        return self.real + self.style + self.false


class Rate(NamedTuple):
    """How often something is found on clean text.

    Attributes:
        findings: How many findings there are.
        documents: On how many documents.
        rate: Findings per `PER_WORDS` words.
        rate_interval: Its interval.
        share: The share of documents.
        share_interval: Its interval.
        judged: What people said of them.
    """

    findings: int
    documents: int
    rate: float
    rate_interval: Interval
    share: float
    share_interval: Interval
    judged: Judged


@dataclass(frozen=True, eq=False)
class Measured:
    """What was found on a corpus or a half of one."""

    name: str
    texts: Sequence[Checked]
    verdicts: Verdicts
    seed: int

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return sum(text.words for text in self.texts)

    @cached_property
    def counts(self) -> dict[str, dict[int, int]]:
        """How many findings of each rule are on each document that has any."""
        counts: defaultdict[str, Counter[int]] = defaultdict(Counter)
        for number, text in enumerate(self.texts):
            for key in text.found:
                counts[key.rule][number] += 1
        return {rule: dict(by_text) for rule, by_text in counts.items()}

    @cached_property
    def bootstrap(self) -> Bootstrap:
        """Draws of its documents."""
        return Bootstrap([text.words for text in self.texts], self.seed)

    def half(self, half: Half) -> "Measured":
        """The texts of one half."""
        texts = [text for text in self.texts if text.half is half]
        return Measured(f"{self.name}, {half}", texts, self.verdicts, self.seed)

    def of_rules(self, rules: Iterable[str]) -> Rate:
        """How often any of some rules finds something."""
        rules = frozenset(rules)
        counts: Counter[int] = Counter()
        for rule in rules & self.counts.keys():
            counts.update(self.counts[rule])
        number = sum(counts.values())
        return Rate(
            number,
            len(counts),
            PER_WORDS * number / self.words if self.words else 0,
            self.bootstrap.rate(counts, PER_WORDS),
            len(counts) / len(self.texts) if self.texts else 0,
            self.bootstrap.mean(dict.fromkeys(counts, 1)),
            self.judged(rules),
        )

    def judged(self, rules: frozenset[str]) -> Judged:
        """What people said of the findings of some rules."""
        said = Counter(
            verdict.judgement if (verdict := self.verdicts.get(key)) else None
            for text in self.texts
            for key in text.found
            if key.rule in rules
        )
        return Judged(*(said[judgement] for judgement in (*Judgement, None)))


def together(name: str, parts: Sequence[Measured]) -> Measured:
    """Several corpora as one."""
    texts = [text for part in parts for text in part.texts]
    return Measured(name, texts, parts[0].verdicts, parts[0].seed)


def measure(
    corpora: Iterable[Corpus], verdicts: Verdicts, seed: int, workers: int
) -> Iterator[Measured | Fault]:
    """What is found on each corpus; the faults before it."""
    with ProcessPoolExecutor(workers) as processes:
        for corpus in corpora:
            done = list(processes.map(_check, corpus.texts, chunksize=_CHUNK))
            yield from (one for one in done if isinstance(one, Fault))
            texts = [one for one in done if isinstance(one, Checked)]
            yield Measured(corpus.name, texts, verdicts, seed)


def _check(text: Text) -> Checked | Fault:
    try:
        document = text.read()
        found = findings(document)
    except Fault as fault:
        return fault
    keys = tuple(Key(finding.rule, fingerprint) for finding, fingerprint in found)
    return Checked(text.half, len(document.text.split()), keys)


class FalseAlarms:
    """How often the default rules are wrong, as far as people have said.

    A finding that nobody has judged counts by the share of the judged findings of its rule that
    are false, and as false if none of that rule's is judged.
    """

    def __init__(self, parts: Sequence[Measured]) -> None:
        """`parts` are all corpora by which the share of each rule is told."""
        everything = together("all", parts)
        self._shares: dict[str, float] = {}
        for rule in default_rules():
            judged = everything.judged(frozenset({rule}))
            self._shares[rule] = judged.false / judged.total if judged.total else 1
        self.unknown = frozenset(
            rule
            for rule in default_rules() & everything.counts.keys()
            if not everything.judged(frozenset({rule})).total
        )

    def rate(self, measured: Measured, rules: frozenset[str], words: int) -> tuple[float, Interval]:
        """False alarms of some rules per so many words."""
        expected = {
            number: sum(chances) for number, chances in self._chances(measured, rules).items()
        }
        total = sum(expected.values())
        rate = words * total / measured.words if measured.words else 0
        return rate, measured.bootstrap.rate(expected, words)

    def share(self, measured: Measured, rules: frozenset[str]) -> tuple[float, Interval]:
        """The share of documents with at least one false alarm of some rules."""
        expected = {
            number: _any(chances) for number, chances in self._chances(measured, rules).items()
        }
        total = sum(expected.values())
        share = total / len(measured.texts) if measured.texts else 0
        return share, measured.bootstrap.mean(expected)

    def _chances(self, measured: Measured, rules: frozenset[str]) -> Mapping[int, list[float]]:
        """The chances of being false of the findings on each document, where there are any."""
        chances: defaultdict[int, list[float]] = defaultdict(list)
        for number, text in enumerate(measured.texts):
            for key in text.found:
                if key.rule in rules and (chance := self._chance(key, measured.verdicts)):
                    chances[number].append(chance)
        return chances

    def _chance(self, key: Key, verdicts: Verdicts) -> float:
        if verdict := verdicts.get(key):
            return float(verdict.judgement is Judgement.FALSE)
        return self._shares[key.rule]


def _any(chances: Iterable[float]) -> float:
    none = 1.0
    for chance in chances:
        none *= 1 - chance
    return 1 - none
