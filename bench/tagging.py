"""Measures the tagger and the lemmas on treebanks, and how fast they are.

    python -m bench.tagging SHARED [--part dev]

Prints Markdown: accuracy on the treebanks' own words and on ours, with which “well-known” is one
word; lemmas by the right tag and by the tag found; words a second and time to load, in CPU seconds.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from statistics import median
from typing import NamedTuple

from copydesk import Document
from copydesk.analysis.tags import FINITE_FORMS, tags
from copydesk.english.lemmas import lemma
from copydesk.english.tagger import tagger
from copydesk.markup import read_text

from training.corpus import WIKIPEDIA, Part, part_of, read_articles
from training.treebanks import Sentence, Word, in_our_words, read

TREEBANKS = ("ewt", "gum")
ARTICLES = 150
ROUNDS = 5
LOAD = """
import time
start = time.process_time()
from copydesk.english.tagger import tagger
tagger().tag(["Yes", "."])
print(time.process_time() - start)
"""


class Score(NamedTuple):
    """How many words were tagged, and how many rightly; and of finite verbs, which is a class."""

    words: int
    pos: int
    tag: int
    finite_right: int
    finite_found: int
    finite: int
    lemmas: int

    def row(self) -> str:
        """The figures as cells."""
        f1 = 2 * self.finite_right / (self.finite_found + self.finite)
        shares = (self.pos / self.words, self.tag / self.words, f1, self.lemmas / self.words)
        return " | ".join([f"{self.words:,}", *(f"{100 * share:.2f}" for share in shares)])


def score(sentences: Iterable[Sequence[Word]]) -> Score:
    """How well sentences are tagged; words without a lemma do not count for the lemmas."""
    model = tagger()
    counts = [0] * len(Score._fields)
    for words in sentences:
        found = [model.names[tag] for tag in model.tag([word.form for word in words])]
        for word, name in zip(words, found, strict=True):
            finite = name.partition(".")[2] in FINITE_FORMS
            for i, fact in enumerate(
                (
                    True,
                    name.partition(".")[0] == word.pos,
                    name == word.tag,
                    finite and word.finite,
                    finite,
                    word.finite,
                    lemma(word.form, name) == word.lemma,
                )
            ):
                counts[i] += fact
    return Score(*counts)


def ours(sentences: Iterable[Sentence]) -> list[list[Word]]:
    """The sentences that we part into words that are whole words of the treebank."""
    parted = (in_our_words(sentence) for sentence in sentences)
    return [[word for word in words if word] for words in parted if all(words)]


def accuracy(shared: Path, part: str) -> str:
    """The table of accuracy."""
    rows = [
        "| treebank, words as in | words | part of speech % | tag % | finite verbs F1 | lemmas % |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for treebank in TREEBANKS:
        sentences = list(read(shared, treebank, part))
        own = score(sentence.words for sentence in sentences)
        rows.append(f"| {treebank} {part}, treebank | {own.row()} |")
        rows.append(f"| {treebank} {part}, copydesk | {score(ours(sentences)).row()} |")
    return "\n".join(rows)


def lemmas(shared: Path, part: str) -> str:
    """The share of right lemmas where the tag is given."""
    lines: list[str] = []
    for treebank in TREEBANKS:
        words = [word for sentence in read(shared, treebank, part) for word in sentence.words]
        right = sum(lemma(word.form, word.tag) == word.lemma for word in words)
        lines.append(f"{treebank}: {100 * right / len(words):.2f} % of {len(words):,} lemmas right")
    return "With the treebank's tags: " + "; ".join(lines)


def speed(shared: Path) -> str:
    """Words tagged in a second of one core, and the time to load the model."""
    articles = islice(
        (a for a in read_articles(shared / WIKIPEDIA) if part_of(a.id) is Part.TEST), 3 * ARTICLES
    )
    documents = [read_text("\n\n".join(article.paragraphs)) for article in articles]
    for document in documents:
        _ = document.tokens, document.sentences
    tagger().tag(["Yes", "."])
    first, later = documents[:ARTICLES], documents[ARTICLES:]
    lines = [
        f"the first {ARTICLES} articles of a run: {speed_of(first)}",
        f"the next {len(later)}: {speed_of(later)}",
        f"all again: {speed_of(documents)}",
    ]
    load = median(
        float(subprocess.run([sys.executable, "-c", LOAD], check=True, capture_output=True).stdout)
        for _ in range(ROUNDS)
    )
    return "\n".join([*lines, f"First sentence tagged after {1000 * load:.0f} ms of CPU time."])


def speed_of(documents: Sequence[Document]) -> str:
    """How fast documents are tagged, as by a rule that looks at all sentences."""
    words = sum(len(document.text.split()) for document in documents)
    start = time.process_time()
    for document in documents:
        tags(document).between(0, len(document.tokens))
    return f"{words:,} words, {words / (time.process_time() - start):,.0f} words a second"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--part", default="test")
    options = parser.parse_args()
    print(accuracy(options.shared, options.part), end="\n\n")
    print(lemmas(options.shared, options.part), end="\n\n")
    print(speed(options.shared))


if __name__ == "__main__":
    main()
