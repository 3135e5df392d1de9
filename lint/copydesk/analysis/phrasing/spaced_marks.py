"""Finds marks that white space parts from the word that they belong to."""

from collections.abc import Iterator
from typing import NamedTuple

from copydesk.document import Document
from copydesk.patterns import lazy_pattern

_SPACES = " \t\xa0\u2009\u202f"
_MARK = lazy_pattern(rf"[.,;:!?](?<=[{_SPACES}].)(?![\w(/\\=+]|\s?[.,;:!?)*-])")
_CLOSING = tuple("\"'”’»)]%")
_OPENING = "\"'“‘(["
_LONGEST_WORD = 40


class SpacedMark(NamedTuple):
    """The mark `text[mark]`, and the word that ends at `end`, before the white space."""

    mark: int
    end: int
    word: str


def spaced_marks(document: Document) -> tuple[SpacedMark, ...]:
    """The marks of an article that white space parts from their words, in order."""
    return tuple(_found(document))


def _found(document: Document) -> Iterator[SpacedMark]:
    text = document.text
    for match in _MARK.finditer(text):
        mark = match.start()
        end = _word_end(text, mark)
        word = _word(text, end)
        if _belongs(match[0], word) and _touch(document, mark):
            yield SpacedMark(mark, end, word)


def _word_end(text: str, mark: int) -> int:
    """Where the white space before a mark begins."""
    at = mark
    while at and text[at - 1] in _SPACES:
        at -= 1
    return at


def _word(text: str, end: int) -> str:
    """The word that ends there, with what closes there; empty after a line break."""
    before = text[max(0, end - _LONGEST_WORD) : end]
    return "" if before[-1:].isspace() else "".join(before.split()[-1:]).lstrip(_OPENING)


def _belongs(mark: str, word: str) -> bool:
    """Whether the mark has to stand at the word; a label's colon may stand apart."""
    if mark == ":":
        return len(word) > 1 and word.islower() and word.isalpha()  # not “x : A”
    if "/" in word or "@" in word:
        return False  # an address, which the mark would join
    return word[-1:].isalnum() or word[-1:] in _CLOSING


def _touch(document: Document, mark: int) -> bool:
    """Whether nothing unread, such as the number of a note, parts the space from the mark."""
    return document.span(mark - 1, mark).end == document.span(mark, mark + 1).start
