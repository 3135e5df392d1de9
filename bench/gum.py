"""Reads the documents of GUM as articles, to measure on; its genres are their sections."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from training.corpus import Article
from training.treebanks import lines_of, path_of

PARTS = ("train", "dev", "test")


def articles(shared: Path, parts: Iterable[str] = PARTS) -> Iterator[Article]:
    """The documents of all genres, block by block as they were laid out."""
    for part in parts:
        yield from _articles(lines_of(path_of(shared, "gum", part)))


def _articles(lines: Iterator[str]) -> Iterator[Article]:
    name = title = ""
    blocks: list[list[str]] = []
    for line in lines:
        key, _, value = line.rstrip("\n").partition(" = ")
        if key == "# newdoc id":
            if name:
                yield _article(name, title, blocks)
            name, title, blocks = value, "", []
        elif key == "# meta::title":
            title = value
        elif key == "# newpar":
            blocks.append([])
        elif key == "# text":
            blocks = blocks or [[]]  # a few begin without a mark of their first paragraph
            blocks[-1].append(value)
    if name:
        yield _article(name, title, blocks)


def _article(name: str, title: str, blocks: list[list[str]]) -> Article:
    paragraphs = tuple(" ".join(block) for block in blocks if block)
    return Article(name, title, paragraphs, name.split("_")[1])
