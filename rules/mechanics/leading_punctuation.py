"""A mark at the head of a paragraph that belongs to the end of a word."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Block, BlockKind, Document, Finding, Rule, Severity, replacement

_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE})
_NAMES = {",": "comma", ";": "semicolon", ".": "full stop"}
_WORDS_SHOWN = 4
_SHOWN = 80


class LeadingPunctuation(Rule):
    """A paragraph begins with a comma, a semicolon or a full stop."""

    name: ClassVar = "leading-punctuation"
    family: ClassVar = "mechanics"
    severity: ClassVar = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        for block in document.prose:
            if block.text[0] in _NAMES and _is_stray(block, document.source):
                words = block.text[1:]
                start = block.end - len(words.lstrip())
                shown = " ".join(words[:_SHOWN].split()[:_WORDS_SHOWN])
                yield self.finding(
                    document.span(block.start, start),
                    f"the paragraph begins with a {_NAMES[block.text[0]]} before “{shown}”",
                    fixes=replacement(document, block.start, start, ""),
                )


def _is_stray(block: Block, source: str) -> bool:
    """Whether a word follows apart, and nothing unread, such as a template's tag, stands before."""
    words = block.text[1:].lstrip()
    line = source.rfind("\n", 0, block.span.start) + 1
    return (
        block.kind in _KINDS
        and block.text[1:2].isspace()
        and (words[:1].isalpha() or (words[:1].isdigit() and block.text[0] == ","))
        and not source[line : block.span.start].strip(" \t>*-+")
    )
