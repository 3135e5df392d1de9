"""A notice of rights between the paragraphs of an article."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import BlockKind, Document, Finding, Rule, lazy_pattern
from copydesk.analysis.residue.boilerplate import boilerplate, excerpt
from copydesk.analysis.residue.page_phrases import Kind

_RIGHTS = lazy_pattern(r"(?i)\b(?:licen[cs]|copyright|legal)")


class ReprintLine(Rule):
    """A notice of rights interrupts the text."""

    name: ClassVar = "reprint-line"
    family: ClassVar = "residue"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        for found in document.analysis(boilerplate).get(Kind.REPRINT, ()):
            if not _is_announced(document, found.start):
                yield self.finding(
                    document.span(found.start, found.end),
                    f"“{excerpt(document, found)}” tells of rights in the midst of the text",
                )


def _is_announced(document: Document, start: int) -> bool:
    """Whether the line stands under a heading that is about rights, as in a file on a program."""
    before = document.block_at(max(0, document.block_at(start).start - 1))
    return before.kind is BlockKind.HEADING and _RIGHTS.search(before.text) is not None
