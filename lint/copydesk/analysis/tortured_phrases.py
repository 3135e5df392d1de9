"""Finds phrases that a synonym program is known to have made of technical terms."""

import pkgutil
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from copydesk.analysis.phrases import Match, PhraseTable
from copydesk.analysis.vocabulary import vocabulary
from copydesk.document import Document

FILE = "data/tortured_phrases.txt.z"


def tortured_phrases(document: Document) -> Iterator[Match[str]]:
    """The tortured phrases of an article in order, each with the term that it stands for."""
    return PhraseTable(_possible(document)).find(document)


def forms(word: str) -> frozenset[str]:
    """What the last word of a phrase may be written as: singular, plural, possessive."""
    other = word.removesuffix("s") if word.endswith("s") else f"{word}s"
    return frozenset({word, other, f"{word}'s"})


def pack(phrases: Mapping[str, Iterable[tuple[str, str]]]) -> str:
    """The text of a table: the phrases under each word, and the term that each stands for."""
    return "\n".join(
        f"{word}:{';'.join(f'{phrase}={expected}' for phrase, expected in entries)}"
        for word, entries in phrases.items()
    )


@cache
def table() -> dict[str, str]:
    """The table that comes with copydesk; its card `tortured_phrases.md` tells how it was made.

    The lines stay packed, for an article has the rarest words of very few phrases.
    """
    packed = pkgutil.get_data("copydesk", FILE) or b""
    return dict(line.split(":", 1) for line in zlib.decompress(packed).decode().split("\n"))


def _possible(document: Document) -> Iterator[tuple[str, str]]:
    """The phrases all of whose words an article has, which are next to none."""
    known = document.analysis(vocabulary)
    for rarest in sorted(table().keys() & known):
        for phrase, *others, last, expected in _entries(rarest):
            if known.issuperset(others):
                start = phrase.removesuffix(last)
                yield from ((start + form, expected) for form in forms(last) & known)


@lru_cache(maxsize=1 << 12)
def _entries(rarest: str) -> list[tuple[str, ...]]:
    """The phrases under a word: the phrase, its words in order, what it stands for."""
    entries = (entry.split("=") for entry in table()[rarest].split(";"))
    return [(phrase, *phrase.split(), expected) for phrase, expected in entries]
