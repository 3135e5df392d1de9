"""Counts in how many articles each term stands, for the weights of terms.

    python -m training.background SHARED

Reads the Wikipedia articles and the sentence files in `SHARED`, writes
`lint/copydesk/data/background.txt.z` and prints the figures for the card beside it. Articles set
apart for development and test are left out.
"""

import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from math import log
from pathlib import Path

from copydesk.analysis.terms import terms_of
from copydesk.english.background import FILE, prefix
from copydesk.segment import tokenize

from training.corpus import (
    SENTENCES,
    WIKIPEDIA,
    Part,
    digest,
    part_of,
    read_articles,
    read_sentences,
)

OUTPUT = Path("lint/copydesk") / FILE
FEWEST_ARTICLES = 3
STRETCH = 25
"""How many sentences on end count as one article, in the files that know no articles."""


def texts(shared: Path) -> Iterator[str]:
    """All texts to count, each as long as an article."""
    for article in read_articles(shared / WIKIPEDIA):
        if part_of(article.id) is Part.TRAIN:
            yield "\n".join(article.paragraphs)
    for name in SENTENCES:
        sentences = read_sentences(shared / name)
        while stretch := list(islice(sentences, STRETCH)):
            yield "\n".join(stretch)


def count(articles: Iterable[str]) -> tuple[Counter[str], int, int]:
    """In how many articles each term stands, how many there are, and the terms in all of them."""
    frequencies: Counter[str] = Counter()
    number = total = 0
    for text in articles:
        terms = [term for token in tokenize(text).texts for term in terms_of(token)]
        frequencies.update(set(terms))
        number += 1
        total += len(terms)
    return frequencies, number, total


def table(frequencies: Counter[str], number: int, total: int) -> str:
    """The text that `copydesk.english.background.parse` reads."""
    lines: dict[str, list[str]] = defaultdict(list)
    for term, frequency in sorted(frequencies.items()):
        if frequency >= FEWEST_ARTICLES:
            lines[prefix(term)].append(f" {term}{tenths(frequency, number):02}")
    head = f"{tenths(1, number) / 10} {total / number:.1f}"
    return "\n".join([head, *(f"{start}:{''.join(terms)}" for start, terms in lines.items())])


def tenths(frequency: int, number: int) -> int:
    """The inverse document frequency in tenths, two digits."""
    return min(99, round(10 * log((number + 1) / (frequency + 0.5))))


def main(shared: Path) -> None:
    frequencies, number, total = count(texts(shared))
    text = table(frequencies, number, total)
    OUTPUT.write_bytes(zlib.compress(text.encode(), 9))
    kept = sum(frequency >= FEWEST_ARTICLES for frequency in frequencies.values())
    print(f"articles {number}, terms {total}, different {len(frequencies)}, kept {kept}")
    print(f"{OUTPUT.stat().st_size} bytes, {len(text)} characters unpacked")
    for path in (OUTPUT, *(shared / name for name in (WIKIPEDIA, *SENTENCES))):
        print(f"{digest(path)}  {path.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
