"""A mark at the head of a paragraph that belongs to the end of a word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from copydesk import BREAK, BlockKind, Document, Finding, Rule, Severity, replacement

_MARK = re.compile(rf"(?:\A|{BREAK}\n)([,;.])\s+(?=[^\W\d_])")
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE})
_NAMES = {",": "comma", ";": "semicolon", ".": "full stop"}


@dataclass(frozen=True)
class LeadingPunctuation(Rule):
    """A paragraph begins with a comma, a semicolon or a full stop."""

    name: ClassVar = "leading-punctuation"
    family: ClassVar = "mechanics"
    severity: ClassVar = Severity.ERROR
    language: ClassVar = None

    def check(self, document: Document) -> Iterator[Finding]:
        for match in _MARK.finditer(document.text):
            start, end = match.span(1)
            block = document.block_at(start)
            if block.kind in _KINDS and _begins_line(
                document.source, document.span(start, end).start
            ):
                words = document.text[match.end() : block.end].split()[:4]
                yield self.finding(
                    document.span(start, end),
                    f"the paragraph begins with a {_NAMES[match[1]]} before “{' '.join(words)}”",
                    fixes=replacement(document, start, match.end(), ""),
                )


def _begins_line(source: str, at: int) -> bool:
    """Whether nothing unread, such as a template's tag, stands before it."""
    line = source.rfind("\n", 0, at) + 1
    return not source[line:at].strip(" \t>*-+")
