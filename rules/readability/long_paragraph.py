"""A paragraph that gives the eye no rest."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from copydesk import BlockKind, Document, Finding, Rule, Severity

_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTE, BlockKind.LIST_ITEM})


@dataclass(frozen=True)
class LongParagraph(Rule):
    """A paragraph has more words than a limit."""

    name: ClassVar = "long-paragraph"
    family: ClassVar = "readability"
    severity: ClassVar = Severity.INFO
    default: ClassVar = False

    longest: int = 200

    def check(self, document: Document) -> Iterator[Finding]:
        for block in document.prose:
            if block.kind in _KINDS and len(block.text) > self.longest:
                words = len(block.text.split())
                if words > self.longest:
                    message = f"The paragraph has {words} words, more than {self.longest}"
                    yield self.finding(document.span(block.start, block.end), message)
