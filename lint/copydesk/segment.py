"""Splits reading text into sentences and tokens."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, compress
from typing import NamedTuple, cast, overload

import sentencex

# The module is compiled and untyped: offsets are code points, the ranges leave no gap.
_split = cast(
    "Callable[[str, str], list[dict[str, int]]]",
    sentencex.get_sentence_boundaries,  # pyright: ignore[reportUnknownMemberType, reportAttributeAccessIssue]
)

_PIECE = re.compile(
    r"""
      \s+
    | https?://[^\s<>"\ufdd0]+                          # a URL
    | (?:[A-Za-z]\.){2,}                                # U.S., e.g.
    | \d+(?:[.,:/]\d+)*\w*(?:[-'’]\w+)*                 # 12,500  3.14  10:30  8-year-old
    | \w+(?:[-'’]\w+|\.[a-z0-9]\w*)*(?:@\w[\w.-]*\w)?   # don't  so-called  example.org  a@b.org
    | \.{2,}
    | .                                                 # any other mark
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """A word, number or mark and where it stands in the reading text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Tokens(Sequence[Token]):
    """All tokens of a reading text, kept as columns because rules scan them by the million.

    Attributes:
        texts: The tokens as written.
        starts: Where each begins in the reading text, in code points.
    """

    texts: list[str]
    starts: list[int]

    @cached_property
    def lowers(self) -> list[str]:
        """The tokens in lower case, with a typewriter apostrophe."""
        return [text.lower().replace("’", "'") for text in self.texts]

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
    pieces: list[str] = _PIECE.findall(text)
    starts = accumulate(map(len, pieces), initial=0)
    wanted = [not piece.isspace() for piece in pieces]
    return Tokens(list(compress(pieces, wanted)), list(compress(starts, wanted)))


def sentence_bounds(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of the sentences of one block, without the space around them."""
    for found in _split("en", text):
        start, end = found["start_index"], found["end_index"]
        sentence = text[start:end]
        if trimmed := sentence.strip():
            start += len(sentence) - len(sentence.lstrip())
            yield start, start + len(trimmed)
