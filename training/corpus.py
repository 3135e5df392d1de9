"""Reads the corpora that tables are made from, and sets articles apart for development and test."""

import json
import lzma
from collections.abc import Iterator
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from copydesk.document import Document
from copydesk.markup import read_file

WIKIPEDIA = "corpora/articles/wikipedia.jsonl.xz"
SENTENCES = tuple(f"corpora/sentences/{name}.txt.xz" for name in ("18f", "gut", "speech"))


FEWEST_PARAGRAPHS, FEWEST_WORDS = 5, 6
"""Articles with as many paragraphs of as many words can be hosts of passages pasted in."""


LONGEST_HEADING = 5
"""In a corpus headings are paragraphs of so few words, with a stop."""


class Part(StrEnum):
    """What an article may be used for: fitting, choosing a threshold, or reporting."""

    TRAIN = "train"
    DEV = "dev"
    TEST = "test"


class Article(NamedTuple):
    """An article of a corpus; `section` is what it was published under, where that is known."""

    id: str
    title: str
    paragraphs: tuple[str, ...]
    section: str = ""


def part_of(article_id: str) -> Part:
    """The part an article belongs to, by a hash of its id: 70 % train, 10 % dev, 20 % test."""
    bucket = sha256(article_id.encode()).digest()[0]
    if bucket < 51:
        return Part.TEST
    return Part.DEV if bucket < 77 else Part.TRAIN


def is_for_the_space(article: Article) -> bool:
    """Whether the topic space is learnt from it, in the training part: short ones, half of others.

    The rest is left for what is fitted on distances in the space, which are smaller than they
    should be within articles that the space was learnt from.
    """
    long = sum(len(p.split()) >= FEWEST_WORDS for p in article.paragraphs) >= FEWEST_PARAGRAPHS
    return not long or sha256(f"space {article.id}".encode()).digest()[0] % 2 == 0


def read_articles(path: Path) -> Iterator[Article]:
    """The articles of a file of JSON Lines, in order; one that comes twice is taken once."""
    seen: set[str] = set()
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["id"] in seen:
                continue
            seen.add(row["id"])
            yield Article(row["id"], row["title"], tuple(row["paras"]), row.get("section", ""))


def read_sentences(path: Path) -> Iterator[str]:
    """The sentences of a file that holds one a line, in order."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from (line.rstrip("\n") for line in lines)


def documents_in(folder: Path) -> Iterator[Document]:
    """The documents in a folder and below, in the order of their paths."""
    return (read_file(path) for path in sorted(folder.rglob("*")) if path.is_file())


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return sha256(path.read_bytes()).hexdigest()
