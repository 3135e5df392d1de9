"""The slips of published texts that the treebank GUM marks, with what was meant."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from copydesk.markup import read_text

from bench.corpora import Half, Text
from bench.corruptions import Damage
from bench.garble.articles import findings, plain
from bench.quality.mapping import new_findings, target, touches
from training.treebanks import lines_of, path_of

PUBLISHED = frozenset("academic bio essay news textbook voyage".split())
_PARTS = ("dev", "test", "train")


@dataclass(frozen=True)
class Slip:
    """A place of a text, as printed and as it was meant; offsets in the sentence."""

    start: int
    end: int
    meant: str


@dataclass(frozen=True)
class Sentence:
    """A sentence as printed, whether it opens a paragraph, and its slips."""

    text: str
    opens: bool
    slips: tuple[Slip, ...]


@dataclass(frozen=True)
class Outcome:
    """A slip and the rules that find it."""

    article: str
    half: Half
    shown: str
    rules: frozenset[str]


def outcomes(shared: Path) -> Iterator[Outcome]:
    """What becomes of each slip, all others of the article mended."""
    for name, sentences in articles(shared):
        mended, damages = laid_out(sentences)
        if not damages:
            continue
        half = Text(name, name, b"").half
        before = plain(findings(read_text(mended, name)))
        for damage in damages:
            after = plain(findings(read_text(damage.apply(mended), name)))
            new = new_findings(before, after, damage)
            rules = frozenset(one.rule for one in new if touches(one, target(damage)))
            yield Outcome(name, half, _shown(mended, damage), rules)


def _shown(mended: str, damage: Damage) -> str:
    before, after = mended[max(0, damage.start - 70) : damage.start], mended[damage.end :][:50]
    meant = mended[damage.start : damage.end]
    return " ".join(f"{before}⟦{damage.text} for {meant}⟧{after}".split())


def laid_out(sentences: list[Sentence]) -> tuple[str, list[Damage]]:
    """The mended text, and what makes each slip of it."""
    text = ""
    damages: list[Damage] = []
    for sentence in sentences:
        text += ("\n\n" if sentence.opens else " ") if text else ""
        at = 0
        for slip in sentence.slips:
            text += sentence.text[at : slip.start]
            printed = sentence.text[slip.start : slip.end]
            damages.append(Damage(len(text), len(text) + len(slip.meant), printed))
            text += slip.meant
            at = slip.end
        text += sentence.text[at:]
    return text, damages


def articles(shared: Path) -> Iterator[tuple[str, list[Sentence]]]:
    """The published articles by name."""
    for part in _PARTS:
        name, sentences = "", list[Sentence]()
        for head, rows in _raw(lines_of(path_of(shared, "gum", part))):
            if "newdoc id" in head:
                if sentences:
                    yield name, sentences
                name, sentences = head["newdoc id"], []
            if name.split("_")[1] in PUBLISHED:
                found = tuple(slips(head["text"], rows))
                sentences.append(Sentence(head["text"], "newpar" in head, found))
        if sentences:
            yield name, sentences


def _raw(lines: Iterable[str]) -> Iterator[tuple[dict[str, str], list[list[str]]]]:
    """What stands before each sentence, by name, and its rows."""
    head: dict[str, str] = {}
    rows: list[list[str]] = []
    for line in lines:
        if line.startswith("# "):
            name, _, value = line[2:].strip().partition(" = ")
            head[name] = value
        elif line.strip():
            rows.append(line.rstrip("\n").split("\t"))
        else:
            yield head, rows
            head, rows = {}, []


def slips(text: str, rows: list[list[str]]) -> Iterator[Slip]:
    """The slips of a sentence; words of one that are marked side by side are one slip."""
    at = 0
    run: list[tuple[int, int, str]] = []
    for cells in rows:
        if not cells[0].isdecimal():
            continue
        start = text.find(cells[1], at)
        if start < 0:
            return
        at = start + len(cells[1])
        meant = [field[12:] for field in cells[9].split("|") if field.startswith("CorrectForm=")]
        if meant:
            run.append((start, at, meant[0]))
        elif run:
            yield from _merged(text, run)
            run = []
    if run:
        yield from _merged(text, run)


def _merged(text: str, run: list[tuple[int, int, str]]) -> Iterator[Slip]:
    """One slip of a run of words; none if it is the same as what was meant."""
    start, end = run[0][0], run[-1][1]
    meant, at = "", start
    for first, last, form in run:
        kept = "" if form == "_" else form
        meant += (text[at:first] if kept and meant else "") + kept
        at = last
    if not meant and start:
        start -= text[start - 1] == " "
    if text[start:end] != meant:
        yield Slip(start, end, meant)
