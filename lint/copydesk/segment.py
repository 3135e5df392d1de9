"""Splits reading text into tokens."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple, overload


@cache
def _piece() -> re.Pattern[str]:
    """A token with the white space after it, which halves the matches; the frequent kinds first.

    Compiled when first used, for that takes longer than importing this module.
    """
    return re.compile(
        r"""
        (?:
          [A-Za-z]++ [ ]                                           # as most are
        | [A-Za-z]{2,}+ (?![\w\u0300-\u036f:.@'’-])                # a plain word
        | ['’]\d0s\b                                               # '90s
        | [^\w\s.]                                                 # a mark
        | (?:https?://|www\.) [^\s<>"\ufdd0]* [^\s<>"\ufdd0.,:;!?'’”)\]]      # a URL
        | (?:[A-Za-z]\.){2,}                                        # U.S., e.g.
        | \d+ (?:[.,:/]\d+)* \w* (?:[-'’]\w+)*                     # 12,500  3.14  10:30  8-year-old
        | \w [\w\u0300-\u036f]* (?:[-'’]\w[\w\u0300-\u036f]*|\.[a-z0-9]\w*)* (?:@\w[\w.-]*\w)?
                                                                   # don't  example.org  a@b.org
        | \.+
        )
        \s*+
        """,
        re.VERBOSE,
    )


class Token(NamedTuple):
    """A word, number or mark and where it stands in the reading text."""

    text: str
    start: int
    end: int


class Tokens(Sequence[Token]):
    """All tokens of a reading text, kept as columns because rules scan them by the million.

    Attributes:
        texts: The tokens as written.
        lowers: The tokens in lower case, with a typewriter apostrophe.
        starts: Where each begins in the reading text, in code points.
    """

    def __init__(self, texts: list[str], lowers: list[str], starts: list[int]) -> None:
        self.texts = texts
        self.lowers = lowers
        self.starts = starts

    def end(self, index: int) -> int:
        """Where token `index` ends in the reading text."""
        return self.starts[index] + len(self.texts[index])

    def index_at(self, offset: int) -> int:
        """The first token that begins at or after `offset`; `len(self)` if none does."""
        return bisect_left(self.starts, offset)

    def between(self, start: int, end: int) -> range:
        """The indices of the tokens that begin in `text[start:end]`."""
        return range(self.index_at(start), self.index_at(end))

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> list[Token]: ...
    def __getitem__(self, index: int | slice) -> Token | list[Token]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        return Token(self.texts[index], self.starts[index], self.end(index))

    def __len__(self) -> int:
        return len(self.texts)


def tokenize(text: str) -> Tokens:
    """The words, numbers and marks of `text`; white space separates and is dropped."""
    first = len(text) - len(text.lstrip())
    pieces: list[str] = _piece().findall(text, first)
    texts = list(map(str.rstrip, pieces))
    lowers = list(map(str.lower, texts))
    if "’" in text:
        lowers = [word if word.isascii() else word.replace("’", "'") for word in lowers]
    starts = list(accumulate(map(len, pieces), initial=first))[:-1]
    return Tokens(texts, lowers, starts)
