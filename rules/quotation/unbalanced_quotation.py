"""A quotation mark without its partner."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import ClassVar

from copydesk import BlockKind, Document, Finding, Related, Rule
from copydesk.analysis.quotations import Quotation, Quotations, UnpairedMark, quotations

_NOT_SENTENCES = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.TABLE_CELL})
_OF_CODE = frozenset("=,;${}<>\\|")
_WORDS_SHOWN = 4
_SHOWN = 80


class UnbalancedQuotation(Rule):
    """A quotation mark has no partner in its paragraph."""

    name: ClassVar = "unbalanced-quotation"
    family: ClassVar = "quotation"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        found = document.analysis(quotations)
        blocks = {mark.block.start: mark.block for mark in found.unpaired}
        alike = {start for start, block in blocks.items() if _has_marks_alike(block.text)}
        for mark in found.unpaired:
            if mark.block.kind in _NOT_SENTENCES:
                continue
            if mark.block.start in alike and document.text[mark.start : mark.end] == "”":
                continue
            if not (_is_garbled(mark, document.text) or _is_in_code(mark, document.text)):
                yield self.finding(
                    document.span(mark.start, mark.end),
                    _message(mark, document.text),
                    related=(_evidence(mark, found, document),),
                )


def _is_garbled(mark: UnpairedMark, text: str) -> bool:
    """Whether the mark is a remnant of one in the wrong encoding, where “ has become â€œ."""
    return text[max(0, mark.start - 2) : mark.start] == "â€"


def _is_in_code(mark: UnpairedMark, text: str) -> bool:
    """Whether signs stand on both sides of the mark as they do in code: “FS=","”."""
    beside = text[max(0, mark.start - 1) : mark.start] + text[mark.end : mark.end + 1]
    return len(beside) == len("ab") and _OF_CODE.issuperset(beside)


def _has_marks_alike(text: str) -> bool:
    """Whether a paragraph has the closing mark on both sides of what it quotes: ”so”."""
    return "“" not in text and text.count("”") % 2 == 0


def _message(mark: UnpairedMark, text: str) -> str:
    if mark.opens:
        words = text[mark.end : min(mark.end + _SHOWN, mark.block.end)].split()[:_WORDS_SHOWN]
        return f"the quotation that begins with “{' '.join(words)}” is never closed"
    words = text[max(mark.start - _SHOWN, mark.block.start) : mark.start].split()[-_WORDS_SHOWN:]
    return f"the quotation that ends with “{' '.join(words)}” is never opened"


def _evidence(mark: UnpairedMark, found: Quotations, document: Document) -> Related:
    """Where the partner is missing: before the nearest other quotation, or in the paragraph."""
    block = mark.block
    if mark.opens:
        at = bisect_right(found.spans, mark.start, key=_start)
        if at < len(found.spans) and found.spans[at].start < block.end:
            other = found.spans[at]
            return Related(document.span(other.start, other.end), "another quotation opens first")
        return Related(document.span(block.end - 1, block.end), "the paragraph ends without one")
    at = bisect_right(found.outermost, mark.start, key=_start) - 1
    if at >= 0 and found.outermost[at].start >= block.start:
        other = found.outermost[at]
        return Related(document.span(other.start, other.end), "the last quotation ends before it")
    return Related(document.span(block.start, block.start + 1), "the paragraph begins without one")


def _start(quotation: Quotation) -> int:
    return quotation.start
