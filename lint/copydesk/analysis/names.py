"""Finds names of an article that are spelt almost alike."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import compress
from typing import NamedTuple

from copydesk.document import Document

_SHORT = 4
_LONGEST = 30
_MOST_ALIKE = 20
"""How many names with the same key are compared with each other."""


class Likeness(NamedTuple):
    """Two names that are spelt almost alike, and the tokens that bear each, in order."""

    one: str
    other: str
    places: dict[str, list[int]]


def similar_names(document: Document) -> tuple[Likeness, ...]:
    """The pairs of capitalized words that differ by a letter, or by two that changed places."""
    pairs = sorted(set(_pairs(document)))
    if not pairs:
        return ()
    places: dict[str, list[int]] = {name: [] for pair in pairs for name in pair}
    forms = {name + ending: name for name in places for ending in ("", "'s", "’s")}
    for i, text in enumerate(document.tokens.texts):
        if text in forms:
            places[forms[text]].append(i)
    return tuple(Likeness(one, other, places) for one, other in pairs)


def bare(name: str) -> str:
    """A name without the ending of the genitive."""
    return name[:-2] if name.endswith(("'s", "’s")) else name


def _pairs(document: Document) -> Iterator[tuple[str, str]]:
    """The pairs that are alike.

    Names that differ in one place have the same letters at both ends or on one side of it, and
    hardly any others do: that is much faster to see than how alike they are.
    """
    texts = document.tokens.texts
    words = [word for word in set(compress(texts, map(str.istitle, texts))) if len(word) > _SHORT]
    yield from _with_same_key(words, [word[:2] + word[-2:] for word in words])
    yield from _with_same_key(words, [word[:4] for word in words])
    yield from _with_same_key(words, [word[0] + word[-3:] for word in words])


def _with_same_key(words: Sequence[str], keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    last = dict(zip(keys, words, strict=True))
    if len(last) == len(words):  # no key comes twice
        return
    more: defaultdict[str, list[str]] = defaultdict(list)
    for word, key in zip(words, keys, strict=True):
        if last[key] is not word:
            more[key].append(word)
    for key, rest in more.items():
        group = sorted(word for word in (last[key], *rest) if word.isalpha())
        for i, name in enumerate(group):
            for other in group[max(0, i - _MOST_ALIKE) : i]:
                if -2 < len(name) - len(other) < 2 and are_alike(name, other):
                    yield other, name


def are_alike(one: str, other: str) -> bool:
    """Whether two names differ by a letter, or by two that changed places.

    Not by the last letter, unless that is an h too many: another ending makes another word. Nor by
    an accent, which is often left out.
    """
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1 or len(long) > _LONGEST or one == other:
        return False
    start = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    rest, longer = short[start:], long[start:]
    if len(rest) < len(longer):
        return rest == longer[1:] if rest else longer == "h"
    if len(rest) == 1 or _plain(rest[0]) == _plain(longer[0]) or {rest, longer} == {"an", "en"}:
        return False
    return rest[1:] == longer[1:] or (rest[:2] == longer[1::-1] and rest[2:] == longer[2:])


def _plain(letter: str) -> str:
    """A letter without its accent."""
    return unicodedata.normalize("NFD", letter)[0]
