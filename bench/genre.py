"""Measures the guess of an article's genre.

    python -m bench.genre SHARED

Prints Markdown: how many articles of each genre are guessed to be of which, for articles that a
person has labelled (`bench/genres.tsv`: corpus, a hash of the file's name, genre; no text) and for
the documents of GUM, whose names tell what they are. The rules were written while looking at the
“design” half of the labels and the dev half of GUM, and at no guess on the others. Only the names
of GUM's test half were read.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from copydesk.analysis.genre import Genre, genre
from copydesk.markup import SUFFIXES, read_file, read_text

from bench import gum
from bench.corpora import Half

LABELS = Path(__file__).with_name("genres.tsv")
LABELLED = ("clean-news", "clean-markdown", "dirty")
OF_GUM = {
    "academic": Genre.REPORT,
    "bio": Genre.REPORT,
    "conversation": Genre.TRANSCRIPT,
    "court": Genre.TRANSCRIPT,
    "essay": Genre.PERSONAL,
    "interview": Genre.INTERVIEW,
    "letter": Genre.PERSONAL,
    "news": Genre.REPORT,
    "podcast": Genre.TRANSCRIPT,
    "speech": Genre.PERSONAL,
    "textbook": Genre.REPORT,
    "vlog": Genre.PERSONAL,
    "voyage": Genre.GUIDE,
    "whow": Genre.GUIDE,
}
"""The genres of GUM in ours; fiction has none."""

Pair = tuple[Genre, Genre]


def half_of(name: str, byte: int = 0) -> Half:
    """The half a file or document belongs to, by a byte of a hash of its name."""
    return Half.TEST if sha256(name.encode()).digest()[byte] % 2 else Half.DEV


def read_labels(path: Path = LABELS) -> dict[tuple[str, str], Genre]:
    """The genre of each labelled article, by its corpus and the hash of its name."""
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    return {(corpus, name): Genre(label) for corpus, name, label in rows}


def labelled(shared: Path) -> Iterator[tuple[Half, Pair]]:
    """The half of each labelled article, its genre and the guess."""
    labels = read_labels()
    for corpus in LABELLED:
        for path in sorted((shared / "material" / corpus).rglob("*")):
            label = labels.get((corpus, sha256(path.name.encode()).hexdigest()[:16]))
            if label and path.suffix in SUFFIXES:
                yield half_of(path.name, byte=1), (label, genre(read_file(path)).genre)


def of_gum(shared: Path) -> Iterator[tuple[Half, str, Pair]]:
    """The half of each document, its genre in GUM, and the same in ours with the guess."""
    seen = set[str]()
    for article in gum.articles(shared):
        kind = article.section
        if kind in OF_GUM and article.id not in seen:
            seen.add(article.id)
            document = read_text("".join(f"{text}\n\n" for text in article.paragraphs))
            yield half_of(article.id), kind, (OF_GUM[kind], genre(document).genre)


def table(title: str, rows: dict[str, Counter[Genre]], right: int, third: int) -> str:
    """Confusions as a table, with the share of right guesses."""
    total = sum(map(Counter[Genre].total, rows.values()))
    shares = f"{right / total:.1%}); report or not: {third / total:.1%}"
    lines = [
        f"{title}: {right} of {total} right ({shares}",
        "",
        "| is | " + " | ".join(Genre) + " |",
        "| --- |" + " ---: |" * len(Genre),
    ]
    for name, counts in sorted(rows.items()):
        lines.append(f"| {name} | " + " | ".join(str(counts[one]) for one in Genre) + " |")
    return "\n".join(lines)


def tabulate(title: str, found: Iterable[tuple[str, Pair]]) -> str:
    """The table of some guesses, each with the name of its row."""
    rows: dict[str, Counter[Genre]] = {}
    right = third = 0
    for name, (label, guess) in found:
        rows.setdefault(name, Counter[Genre]())[guess] += 1
        right += label is guess
        third += (label is Genre.REPORT) is (guess is Genre.REPORT)
    return table(title, rows, right, third)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    shared = parser.parse_args().shared
    labels, gum = list(labelled(shared)), list(of_gum(shared))
    for half, name in ((Half.DEV, "design"), (Half.TEST, "check")):
        chosen = ((label.value, (label, guess)) for h, (label, guess) in labels if h is half)
        print(tabulate(f"Labelled articles, {name}", chosen), end="\n\n")
    for half in Half:
        print(tabulate(f"GUM, {half}", ((k, p) for h, k, p in gum if h is half)), end="\n\n")


if __name__ == "__main__":
    main()
