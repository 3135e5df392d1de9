"""HTML as tokens that know their places, and where in a page the article is."""

import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from turbohtml import TokenType, tokenize

TEXT, START_TAG, END_TAG = TokenType.TEXT, TokenType.START_TAG, TokenType.END_TAG
REFERENCE, COMMENT = TokenType.CHARACTER_REFERENCE, TokenType.COMMENT


class Piece(NamedTuple):
    """A token and its range in the source."""

    type: TokenType
    name: str
    text: str
    start: int
    end: int


def pieces_of(
    shown: str, names: frozenset[str], start: int = 0, end: int | None = None
) -> Iterator[Piece]:
    """The text, references and comments in a range, and the tags of the elements named."""
    # Every substitute is as long as what it stands for. The tokenizer counts lines as HTML does,
    # so no carriage return may be left for it to normalise; it drops "</>" without a token.
    markup = shown[start:end].replace("\r\n", " \n").replace("\r", "\n").replace("</>", "<!>")
    lines = [*accumulate((len(line) + 1 for line in markup.split("\n")), initial=start)]
    for token in tokenize(
        markup, resolve_references=False, capture_source=True, capture_attributes=False
    ):
        name = token.tag
        if name is None or name in names:
            at = lines[token.line - 1] + token.col
            text = token.data or ""
            yield Piece(token.type, name or "", text, at, at + len(token.source or text))


class Outline:
    """Which end tag closes which element of some names, and where the article is."""

    def __init__(self, pieces: Iterable[Piece], names: frozenset[str]) -> None:
        self._starts: dict[str, list[int]] = {}
        self._ends: dict[int, int] = {}
        unclosed: dict[str, list[int]] = {name: [] for name in names}
        for index, (kind, name, *_) in enumerate(pieces):
            if name in names:
                if kind == START_TAG:
                    self._starts.setdefault(name, []).append(index)
                    unclosed[name].append(index)
                elif unclosed[name]:
                    self._ends[unclosed[name].pop()] = index

    def inside(self, start: int) -> range | None:
        """The pieces between the start tag at an index and its end tag, if it has one."""
        end = self._ends.get(start)
        return None if end is None else range(start + 1, end)

    def holds(self, pieces: range, name: str) -> bool:
        """Whether an element of this name begins among these pieces."""
        starts = self._starts.get(name, ())
        at = bisect_left(starts, pieces.start)
        return at < len(starts) and starts[at] < pieces.stop

    def article(self) -> range | None:
        """The pieces of the one article or main part, if there is one."""
        articles = list(self._outermost("article"))
        if len(articles) > 1:
            articles = [article for article in articles if self.holds(article, "h1")]
        for found in (articles, list(self._outermost("main"))):
            if len(found) == 1:
                return found[0]
        return None

    def titles_outside(self, article: range) -> Iterator[range]:
        """What is inside the last `h1` before an article without one, and the page's title."""
        if self.holds(article, "h1"):
            return
        headings = [start for start in self._starts.get("h1", ()) if start < article.start]
        drawings = self._starts.get("svg", [sys.maxsize])
        titles = [start for start in self._starts.get("title", ()) if start < drawings[0]]
        for start in (*headings[-1:], *titles[:1]):
            if inside := self.inside(start):
                yield inside

    def _outermost(self, name: str) -> Iterator[range]:
        end = -1
        for start in self._starts.get(name, ()):
            inside = self.inside(start)
            if inside and start > end:
                end = inside.stop
                yield inside
