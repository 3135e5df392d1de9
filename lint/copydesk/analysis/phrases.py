"""Finds the phrases of a list, however long the list."""

from collections.abc import Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from copydesk.analysis.vocabulary import places
from copydesk.document import Document
from copydesk.segment import tokenize

T = TypeVar("T")


class Match(NamedTuple, Generic[T]):
    """The tokens `[first:end]` are a phrase of the table; `value` is its entry."""

    first: int
    end: int
    value: T


class PhraseTable(Generic[T]):
    """Phrases and what is known of each, in a trie of their first word and the rest.

    Case and the kind of apostrophe do not matter. Time does not grow with the number of phrases:
    an article is searched for their first words only.
    """

    def __init__(self, phrases: Mapping[str, T]) -> None:
        """Raises `ValueError` if a phrase has no words."""
        self._rests: dict[str, list[tuple[list[str], T]]] = {}
        for phrase, value in phrases.items():
            words = tokenize(phrase).lowers
            if not words:
                raise ValueError(f"{phrase!r} has no words")
            self._rests.setdefault(words[0], []).append((words[1:], value))
        for rests in self._rests.values():
            rests.sort(key=lambda rest: -len(rest[0]))

    def find(self, document: Document) -> Iterator[Match[T]]:
        """The phrases in an article, in order; at each place the longest, no two overlap."""
        words = document.tokens.lowers
        done = 0
        for i in places(document, self._rests.keys()):
            if i < done:
                continue
            for rest, value in self._rests[words[i]]:
                done = i + 1 + len(rest)
                if words[i + 1 : done] == rest:
                    yield Match(i, done, value)
                    break
            else:
                done = i
