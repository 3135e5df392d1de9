"""Finds the reading text that stands in a range of the source."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from copydesk.document import Document, Span


class Reading(NamedTuple):
    """A range of `Document.text`; empty for a point between two characters."""

    start: int
    end: int


def reading(document: Document, span: Span) -> Reading | None:
    """What a reader reads of `span`; None if it is nothing, as in a comment or in code."""
    offsets = range(len(document.text))
    start = bisect_right(offsets, span.start, key=lambda at: document.span(at, at + 1).end)
    end = bisect_left(offsets, span.end, start, key=lambda at: document.span(at, at + 1).start)
    if not document.prose:
        return None
    if span.start == span.end:
        return Reading(start, start) if _stands_in_prose(document, span.start) else None
    index = document.block_index(start)
    if start >= document.prose[index].end and index + 1 < len(document.prose):
        start = document.prose[index + 1].start  # it begins before the first word of that block
    return Reading(start, end) if start < end else None


def _stands_in_prose(document: Document, offset: int) -> bool:
    at = bisect_right(document.prose, offset, key=lambda block: block.span.start)
    return at > 0 and offset <= document.prose[at - 1].span.end
