"""Findings of the phrasing rules on text that nobody tunes them on, and what was said of them.

Articles of Wikipedia that took no part in making a table, posts of 18F, addresses of presidents,
and news; of each the half that a hash of its name tells.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from bench.adjudicate import Case, excerpt
from bench.checking import Fault, is_default
from bench.corpora import BBC, Half, Text
from bench.garble.articles import FAMILY, findings
from bench.verdicts import Judgement, Key, Verdicts
from training.corpus import WIKIPEDIA, Part, part_of, read_articles, read_sentences
from training.insertions import plain

PER_WORDS = 10_000
ENCYCLOPAEDIA_SIZE = 2_000
"""How many articles of each half are read."""

_PARAGRAPH, _ARTICLE = 5, 25
"""How many sentences are put together where a corpus does not tell paragraphs and articles."""


class Origin(NamedTuple):
    """Texts of one origin."""

    name: str
    texts: Sequence[Text]


class Checked(NamedTuple):
    """How many words a text has, and what the rules of the family find on it."""

    words: int
    found: tuple[Case, ...]


@dataclass(frozen=True)
class Measured:
    """What was found on all texts of a half.

    Attributes:
        words: The words of each origin.
        found: The findings.
        verdicts: What people said of findings.
    """

    words: dict[str, int]
    found: tuple[Case, ...]
    verdicts: Verdicts

    @property
    def total(self) -> int:
        """All words."""
        return sum(self.words.values())

    def of(self, rule: str) -> list[Case]:
        """The findings of a rule."""
        return [case for case in self.found if case.key.rule == rule]

    def rules(self) -> list[str]:
        """The rules that found something, those that are on first."""
        counts = Counter(case.key.rule for case in self.found)
        return sorted(counts, key=lambda rule: (not is_default(rule), -counts[rule]))

    def judged(self, cases: Sequence[Case]) -> Counter[Judgement | None]:
        """How many findings were judged to be what; None of those that nobody judged."""
        said = (self.verdicts.get(case.key) for case in cases)
        return Counter(verdict.judgement if verdict else None for verdict in said)

    def expected_false(self) -> float:
        """False alarms of the default rules.

        One that nobody has judged counts by the share of false ones among those of its rule that
        are judged here, as false where there are none.
        """
        total = 0.0
        for rule in filter(is_default, self.rules()):
            said = self.judged(self.of(rule))
            known = sum(said[one] for one in Judgement)
            share = said[Judgement.FALSE] / known if known else 1
            total += said[Judgement.FALSE] + share * said[None]
        return total


def origins(shared: Path, half: Half) -> Iterator[Origin]:
    """The texts of one half."""
    unused = [one for one in read_articles(shared / WIKIPEDIA) if part_of(one.id) is Part.TEST]
    unused.sort(key=lambda one: sha256(one.id.encode()).digest()[::-1])
    articles = (
        Text(f"encyclopaedia/{one.id}.txt", one.id, plain(one.title, one.paragraphs).encode())
        for one in unused
    )
    chosen = [text for text in articles if text.half is half][:ENCYCLOPAEDIA_SIZE]
    yield Origin("encyclopaedia", chosen)
    for name in ("18f", "speech"):
        texts = _grouped(name, list(read_sentences(shared / f"corpora/sentences/{name}.txt.xz")))
        yield Origin(name, [text for text in texts if text.half is half])
    news = (
        Text(f"bbc/{one.id}.txt", one.id, "\n\n".join((one.title, *one.paragraphs)).encode())
        for one in read_articles(shared / BBC)
    )
    yield Origin("bbc", [text for text in news if text.half is half])


def _grouped(name: str, sentences: Sequence[str]) -> Iterator[Text]:
    """Sentences that follow each other, as articles."""
    for first in range(0, len(sentences), _ARTICLE):
        paragraphs = (
            " ".join(sentences[at : at + _PARAGRAPH])
            for at in range(first, min(first + _ARTICLE, len(sentences)), _PARAGRAPH)
        )
        key = f"{name}-{first}"
        yield Text(f"{name}/{key}.txt", key, "\n\n".join(paragraphs).encode())


def _check(text: Text) -> Checked | Fault:
    document = text.read()
    try:
        found = findings(document, family_only=True)
    except Fault as fault:
        return fault
    cases = tuple(
        Case(
            Key(finding.rule, fingerprint),
            text.name.partition("/")[0],
            text.name,
            finding.message,
            excerpt(document, finding.span),
            (),
        )
        for finding, fingerprint in found
        if finding.family == FAMILY
    )
    return Checked(len(document.text.split()), cases)


def measure(shared: Path, half: Half, verdicts: Verdicts) -> Measured:
    """What the rules of the family find on the texts of a half.

    Raises:
        Fault: A rule crashed.
    """
    words: dict[str, int] = {}
    found: dict[Key, Case] = {}
    with ProcessPoolExecutor(2) as processes:
        for origin in origins(shared, half):
            words[origin.name] = 0
            for checked in processes.map(_check, origin.texts, chunksize=16):
                if isinstance(checked, Fault):
                    raise checked
                words[origin.name] += checked.words
                found.update((case.key, case) for case in checked.found)
    return Measured(words, tuple(found.values()), verdicts)
