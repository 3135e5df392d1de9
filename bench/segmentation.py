"""Measures sentence splitting on treebanks, and the speed of sentences and tokens.

    python bench/segmentation.py FOLDER [--errors N]

FOLDER holds `gum-dev.conllu.xz` and so on; the rules of `copydesk.segment` are tuned on the dev
files alone. A paragraph's text is rebuilt from its tokens, so a gold sentence is an exact range.
"""

import argparse
import lzma
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from copydesk.segment import tokenize
from copydesk.sentences import sentence_bounds

EDITED = frozenset(
    "news bio academic textbook voyage essay letter whow fiction interview speech court".split()
)


@dataclass
class Paragraph:
    """A gold paragraph: its text, and where each sentence begins and ends."""

    genre: str
    text: str = ""
    bounds: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])

    def add(self, sentence: str) -> None:
        """Appends a sentence, which may end in the space before the next one."""
        start = len(self.text)
        self.text += sentence
        self.bounds.append((start, start + len(sentence.rstrip())))


@dataclass
class Score:
    """Exact ranges, and the boundaries inside paragraphs, counted over many paragraphs."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, found: set[object], gold: set[object]) -> None:
        """Counts one paragraph."""
        self.right += len(found & gold)
        self.found += len(found)
        self.gold += len(gold)

    def __str__(self) -> str:
        precision, recall = self.right / self.found, self.right / self.gold
        f1 = 2 * precision * recall / (precision + recall)
        return f"F1 {f1:.3f} (P {precision:.3f} R {recall:.3f} n {self.gold})"


def paragraphs(path: Path) -> Iterator[Paragraph]:
    """The paragraphs of a CoNLL-U file."""
    genre, paragraph = "", None
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for lines_of_sentence in _sentences(lines):
            comments = [line for line in lines_of_sentence if line.startswith("#")]
            for comment in comments:
                if comment.startswith("# meta::genre = "):
                    genre = comment.removeprefix("# meta::genre = ")
            if paragraph is None or any(c.startswith(("# newpar", "# newdoc")) for c in comments):
                if paragraph is not None:
                    yield paragraph
                paragraph = Paragraph(genre)
            paragraph.add("".join(_written(lines_of_sentence[len(comments) :])))
    if paragraph is not None:
        yield paragraph


def _sentences(lines: Iterable[str]) -> Iterator[list[str]]:
    collected: list[str] = []
    for line in lines:
        if line.strip():
            collected.append(line.rstrip("\n"))
        elif collected:
            yield collected
            collected = []


def _written(lines: Iterable[str]) -> Iterator[str]:
    covered = 0
    for line in lines:
        number, form, *_, misc = line.split("\t")
        if "." in number or ("-" not in number and int(number) <= covered):
            continue  # an empty node, or a part of a word written as one
        if "-" in number:
            covered = int(number.split("-")[1])
        yield form if "SpaceAfter=No" in misc else f"{form} "


def measure(found: Iterable[Paragraph], errors: int) -> None:
    """Prints the scores of `sentence_bounds` and its most telling mistakes."""
    exact, inner = Score(), Score()
    mistakes: Counter[str] = Counter()
    for paragraph in found:
        text = paragraph.text
        bounds = list(sentence_bounds(text))
        exact.add({*bounds}, {*paragraph.bounds})
        splits, gold = ({start for start, _ in spans[1:]} for spans in (bounds, paragraph.bounds))
        inner.add({*splits}, {*gold})
        for kind, places in (("split", splits - gold), ("miss", gold - splits)):
            for at in places:
                mistakes[f"{kind:5}  {text[max(0, at - 50) : at]!r} | {text[at : at + 40]!r}"] += 1
    print(f"  sentences {exact}\n  boundaries {inner}")
    for mistake in sorted(mistakes, reverse=True)[:errors]:
        print("   ", mistake)


def speed(texts: list[str]) -> None:
    """Prints the words per second of sentences and of tokens, by CPU time."""
    words = sum(len(text.split()) for text in texts)
    for name, work in (("sentences", _bounds), ("tokens", _columns)):
        best = min(_seconds(work, texts) for _ in range(5))
        print(f"{name}: {words / best / 1e6:.2f} M words/s ({words} words)")


def _bounds(text: str) -> object:
    return list(sentence_bounds(text))


def _columns(text: str) -> object:
    return tokenize(text).lowers


def _seconds(work: Callable[[str], object], texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start


def main() -> None:
    """Measures every treebank in the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="measure files of this name only")
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    texts: list[str] = []
    for name in ("gum-dev", "gum-test", "ewt-dev", "ewt-test"):
        if options.only not in name:
            continue
        found = list(paragraphs(options.folder / f"{name}.conllu.xz"))
        if name.startswith("gum"):
            found = [paragraph for paragraph in found if paragraph.genre in EDITED]
        print(name)
        measure(found, options.errors)
        texts += [paragraph.text for paragraph in found]
    speed(texts)


if __name__ == "__main__":
    main()
