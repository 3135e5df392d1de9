"""The name of the paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from copydesk import Document, Finding, Rule, Severity


@dataclass(frozen=True)
class HouseName(Rule):
    """The paper's name is written without its article."""

    name: ClassVar[str] = "house-name"
    family: ClassVar[str] = "house"
    severity: ClassVar[Severity] = Severity.ERROR

    paper: str = "Gazette"

    def check(self, document: Document) -> Iterator[Finding]:
        tokens = document.tokens
        for i, (before, word) in enumerate(pairwise(tokens.texts), 1):
            if word == self.paper and before not in {"the", "The"}:
                span = document.span(tokens.starts[i], tokens.end(i))
                yield self.finding(span, f"“{word}” without “the”")
