"""Mistakes of learners: JFLEG's sentences and the words marked in FCE. Reported, never tuned on."""

import re
import tarfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from copydesk import Document
from copydesk.markup import read_text

from bench.checking import is_default
from bench.corpora import Half
from bench.garble.articles import family, findings, plain

JFLEG = "corpora/measure-only/jfleg.tar.xz"
FCE = "corpora/measure-only/fce.tar.xz"
_AT_ONCE = 50
_LEANING = re.compile(r" (?=[.,;:!?)\]]|n't\b|'(?:s|re|ve|ll|d|m)\b)")


class Flagged(NamedTuple):
    """The shares of sentences with a finding, as learners wrote them and as they were mended."""

    sentences: int
    source: float
    mended: float


class Marked(NamedTuple):
    """Words with a finding among the words with a mistake."""

    right: int
    found: int
    wrong: int

    @property
    def precision(self) -> float:
        """The share of the found that are mistakes."""
        return self.right / self.found if self.found else 0

    @property
    def recall(self) -> float:
        """The share of the mistakes that are found."""
        return self.right / self.wrong if self.wrong else 0

    @property
    def f_half(self) -> float:
        """Both in one, precision with twice the weight."""
        below = 0.25 * self.precision + self.recall
        return 1.25 * self.precision * self.recall / below if below else 0


def flagged(sentences: Sequence[str]) -> list[frozenset[str]]:
    """The default rules of the family that find something in each sentence."""
    found: list[frozenset[str]] = []
    for at in range(0, len(sentences), _AT_ONCE):
        some = sentences[at : at + _AT_ONCE]
        document = read_text("\n\n".join(some), "sentences.txt")
        rules: list[set[str]] = [set() for _ in some]
        starts = _starts(some)
        for finding in plain(findings(document, family_only=True)):
            if finding.rule in family():
                number = sum(start <= finding.span.start for start in starts) - 1
                rules[number].add(finding.rule)
        found += map(frozenset, rules)
    return found


def _starts(sentences: Iterable[str]) -> list[int]:
    starts, at = list[int](), 0
    for sentence in sentences:
        starts.append(at)
        at += len(sentence) + 2
    return starts


def written(tokens: str) -> str:
    """A line of tokens as it would be written."""
    return _LEANING.sub("", tokens).replace(" ca n't", " can't")


def jfleg(shared: Path, half: Half) -> Flagged:
    """The sentences of one half of JFLEG, and the first of the four ways they were mended."""
    source = [*map(written, read_lines(shared / JFLEG, f"jfleg/{half}/{half}.src"))]
    mended = [*map(written, read_lines(shared / JFLEG, f"jfleg/{half}/{half}.ref0"))]
    shares = [sum(map(bool, flagged(some))) / len(some) for some in (source, mended)]
    return Flagged(len(source), *shares)


def read_lines(archive: Path, name: str) -> list[str]:
    """The lines of a file in an archive.

    Raises:
        FileNotFoundError: It is not there.
    """
    with tarfile.open(archive) as files:
        file = files.extractfile(name)
        if file is None:
            raise FileNotFoundError(name)
        return file.read().decode().splitlines()


def fce(shared: Path, *, any_rule: bool = False) -> Marked:
    """The words of FCE's development part; those of its test part are not marked."""
    counts = [0, 0, 0]
    sentences = list(_sentences(read_lines(shared / FCE, "fce/dev.tsv")))
    for at in range(0, len(sentences), _AT_ONCE):
        for is_wrong, is_found in _words(sentences[at : at + _AT_ONCE], any_rule=any_rule):
            counts[0] += is_wrong and is_found
            counts[1] += is_found
            counts[2] += is_wrong
    return Marked(*counts)


def _sentences(lines: Iterable[str]) -> Iterator[list[tuple[str, bool]]]:
    """Sentences as words, each with whether it is wrong."""
    words: list[tuple[str, bool]] = []
    for line in [*lines, ""]:
        if line.strip():
            word, _, label = line.rstrip("\n").partition("\t")
            words.append((word, label == "i"))
        elif words:
            yield words
            words = []


def _words(
    sentences: Iterable[Sequence[tuple[str, bool]]], *, any_rule: bool
) -> Iterator[tuple[bool, bool]]:
    """Of each word whether it is wrong and whether a finding lies on it."""
    text, places = "", list[tuple[int, int, bool]]()
    for sentence in sentences:
        text += "\n\n" if text else ""
        for number, (word, is_wrong) in enumerate(sentence):
            leans = number == 0 or _LEANING.match(f" {word}")
            text += "" if leans else " "
            places.append((len(text), len(text) + len(word), is_wrong))
            text += word
    spans = list(_spans(read_text(text, "learners.txt"), any_rule=any_rule))
    for start, end, is_wrong in places:
        yield is_wrong, any(first < end and last > start for first, last in spans)


def _spans(document: Document, *, any_rule: bool) -> Iterator[tuple[int, int]]:
    for finding in plain(findings(document, family_only=not any_rule)):
        if finding.rule in family() or (any_rule and is_default(finding.rule)):
            yield finding.span
