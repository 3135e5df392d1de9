"""The words of an article that may be damaged: those inside sentences of paragraphs, with tags."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from copydesk import BlockKind, Document
from copydesk.analysis.tags import Tag, tags

from bench.corruptions import Damage

SHORTEST, LONGEST = 8, 50
"""How many tokens a sentence has that is damaged."""


@dataclass(frozen=True, eq=False)
class Words:
    """The tokens of an article.

    Attributes:
        document: The article.
        sentences: The sentences of paragraphs that are neither short nor long.
    """

    document: Document
    sentences: Sequence[range]

    @cached_property
    def texts(self) -> Sequence[str]:
        """The tokens as written."""
        return self.document.tokens.texts

    @cached_property
    def lowers(self) -> Sequence[str]:
        """The tokens in lower case."""
        return self.document.tokens.lowers

    @cached_property
    def tags(self) -> Sequence[Tag]:
        """The tags of the tokens."""
        return self.document.analysis(tags).between(0, len(self.texts))

    @cached_property
    def inner(self) -> Sequence[int]:
        """The words that are not the first of their sentence and that a token of it follows."""
        return tuple(i for one in self.sentences for i in one[1:-1] if self.texts[i][0].isalpha())

    def inside(self, wanted: Callable[[int], bool]) -> list[int]:
        """The inner words for which `wanted` holds."""
        return [i for i in self.inner if wanted(i)]

    def matches(self, pattern: re.Pattern[str]) -> list[range]:
        """The tokens of each match of a pattern inside a sentence."""
        tokens = self.document.tokens
        bounds = ((tokens.starts[one.start], tokens.end(one.stop - 1)) for one in self.sentences)
        return [
            tokens.between(*match.span())
            for start, end in bounds
            for match in pattern.finditer(self.document.text, start, end)
        ]

    def are_words(self, start: int, stop: int) -> bool:
        """Whether all tokens of a range are words."""
        return all(text[0].isalpha() for text in self.texts[start:stop])

    def put(self, start: int, stop: int, text: str) -> Damage:
        """`text` put for the tokens of a range."""
        span = self.document.span(*self._bounds(start, stop))
        return Damage(span.start, span.end, text)

    def insert(self, before: int, text: str) -> Damage:
        """`text` put before a token, as words of their own."""
        at = self.document.span(*self._bounds(before, before + 1)).start
        return Damage(at, at, f"{text} ")

    def drop(self, i: int) -> Damage:
        """The token left out with the space before it."""
        tokens = self.document.tokens
        span = self.document.span(tokens.end(i - 1), tokens.end(i))
        return Damage(span.start, span.end, "")

    def between(self, start: int, stop: int) -> str:
        """The tokens of a range as they stand."""
        return self.document.text[slice(*self._bounds(start, stop))]

    def _bounds(self, start: int, stop: int) -> tuple[int, int]:
        tokens = self.document.tokens
        return tokens.starts[start], tokens.end(stop - 1)

    def pick(self, chance: random.Random, wanted: Callable[[int], bool]) -> int | None:
        """One of the inner words for which `wanted` holds."""
        found = self.inside(wanted)
        return chance.choice(found) if found else None


def words(document: Document) -> Words:
    """The words of an article; ask for them by `document.analysis(words)`."""
    return Words(document, tuple(_sentences(document)))


def _sentences(document: Document) -> Iterator[range]:
    tokens = document.tokens
    for sentence in document.sentences:
        found = tokens.between(sentence.start, sentence.end)
        if (
            sentence.block.kind is BlockKind.PARAGRAPH
            and SHORTEST <= len(found) <= LONGEST
            and document.is_literal(sentence.start, sentence.end)
            and "\n" not in sentence.text
        ):
            yield found


def paired(text: str) -> dict[str, str]:
    """A table written as `word:other`, parted by semicolons and the ends of lines."""
    cells = (cell.partition(":") for line in text.split() for cell in line.split(";"))
    return {word: other for word, _, other in cells}
