"""A word typed or pasted twice."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from copydesk import Document, Finding, Rule, replacement

_GRAMMATICAL = frozenset(
    "had that is was do no so very many much more bye ha la please far long really again never ever"
    " well yes now there who her".split()
)


@dataclass(frozen=True)
class DoubledWord(Rule):
    """A word stands twice in a row."""

    name: ClassVar = "doubled-word"
    family: ClassVar = "phrasing"

    allowed: tuple[str, ...] = ()

    def check(self, document: Document) -> Iterator[Finding]:
        tokens = document.tokens
        words = tokens.lowers
        for i in [i for i, (a, b) in enumerate(pairwise(words)) if a == b]:
            if words[i].isalpha() and words[i] not in _GRAMMATICAL:
                start, end = tokens.starts[i], tokens.end(i + 1)
                yield self.finding(
                    document.span(start, end),
                    f"“{tokens.texts[i]}” stands twice in a row",
                    fixes=replacement(document, start, end, tokens.texts[i]),
                )
