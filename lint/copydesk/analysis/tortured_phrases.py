"""Finds phrases that a synonym program is known to have made of technical terms."""

import pkgutil
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from copydesk.analysis.phrases import Match
from copydesk.analysis.vocabulary import places, vocabulary
from copydesk.document import Document

FILE = "data/tortured_phrases.txt.z"
_FEW = 30


class _Entry(NamedTuple):
    """A phrase of the table: its words but the last, the forms of that, what it stands for."""

    words: list[str]
    known: frozenset[str]
    last: frozenset[str]
    expected: str
    at: int  # where the rarest of the words is


def tortured_phrases(document: Document) -> Iterator[Match[str]]:
    """The tortured phrases of an article, each with the term that it stands for.

    In order; of phrases that begin at one place the longest, no two overlap.
    """
    done = 0
    for match in sorted(
        _matches(document), key=lambda match: (match.first, -match.end, match.value)
    ):
        if match.first >= done:
            yield match
            done = match.end


def forms(word: str) -> frozenset[str]:
    """What the last word of a phrase may be written as: singular, plural, possessive."""
    other = word.removesuffix("s") if word.endswith("s") else f"{word}s"
    return frozenset({word, other, f"{word}'s"})


def pack(phrases: Mapping[str, Iterable[tuple[str, str]]]) -> str:
    """The text of a table: words, then for each the phrases with it and what these stand for."""
    lines = [
        ";".join(f"{phrase}={expected}" for phrase, expected in entries)
        for entries in phrases.values()
    ]
    return "\n".join([" ".join(phrases), *lines])


@cache
def table() -> dict[str, str]:
    """The table that comes with copydesk; its card `tortured_phrases.md` tells how it was made.

    The lines stay packed, for an article has the rarest words of very few phrases.
    """
    packed = pkgutil.get_data("copydesk", FILE) or b""
    words, *lines = zlib.decompress(packed).decode().split("\n")
    return dict(zip(words.split(" "), lines, strict=True))


def _matches(document: Document) -> Iterator[Match[str]]:
    words = document.tokens.lowers
    possible = _possible(document)
    if len(possible) < _FEW:  # to search the text for each is faster than to go over the words
        text = " ".join(words) if possible else ""
        possible = {
            rarest: entries
            for rarest, entries in possible.items()
            if any(" ".join(entry.words) in text for entry in entries)
        }
    for i in places(document, possible.keys()) if possible else ():
        for entry in possible[words[i]]:
            first = max(0, i - entry.at)
            end = first + len(entry.words)
            if words[first:end] == entry.words and not entry.last.isdisjoint(words[end : end + 1]):
                yield Match(first, end + 1, entry.expected)


def _possible(document: Document) -> dict[str, list[_Entry]]:
    """The phrases all of whose words an article has, which are next to none."""
    known = document.analysis(vocabulary)
    possible: dict[str, list[_Entry]] = {}
    for rarest in _rarest() & known:
        for entry in _entries(rarest):
            if entry.known <= known and not entry.last.isdisjoint(known):
                possible.setdefault(rarest, []).append(entry)
    return possible


@cache
def _rarest() -> frozenset[str]:
    return frozenset(table())


@lru_cache(maxsize=1 << 12)
def _entries(rarest: str) -> list[_Entry]:
    return [_entry(rarest, *entry.split("=")) for entry in table()[rarest].split(";")]


def _entry(rarest: str, phrase: str, expected: str) -> _Entry:
    *words, last = phrase.split()
    at = words.index(rarest) if rarest in words else len(words)
    return _Entry(words, frozenset(words), forms(last), expected, at)
