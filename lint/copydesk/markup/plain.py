"""Reads plain text as it is found: paragraphs by blank lines, by lines, or hard-wrapped."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from copydesk.document import BlockKind, Draft, Layout
from copydesk.markup._leaf import Leaf
from copydesk.patterns import lazy_pattern

_LINE = lazy_pattern(r"[^\n\r\f\v\u2028\u2029]*(?:\r\n|[\n\r\f\v\u2028\u2029]|(?<=.)\Z)")
"""A line with its end. Not as `splitlines`: U+0085 stands in damaged text for an ellipsis."""

_ITEM_MARK = lazy_pattern(
    r"(?:[-*+•·▪◦‣]|\d{1,3}[.)]|[a-zA-Z]\)|\((?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})\))\s+(?=[^\W\d]|[^\w\s])"
)
_QUOTE_MARK = lazy_pattern(r">[>\s]*")
_DATE = lazy_pattern(
    r"(?:\w{1,6}day,?\s)?(?:\d{1,2}\s)?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)"
    r"[a-z]{0,6}[\s\d,.]*"
)
_BYLINE = lazy_pattern(
    r"(?:by|(?:(?:first|last)\s)?(?:updated|published|posted)(?:\s(?:at|on)|:))\s", re.IGNORECASE
)
_CLOSERS = "\"'”’»)]"
_SENTENCE_END = ".!?:;…"
_NO_TITLE_END = ".:;,"
_LONGEST_TITLE = 25  # words
_LONGEST_TITLE_LINE = 400
_WIDEST_WRAP = 120
_NEARLY_FULL = 0.8
_LEAST_SHARE = 0.15  # of lines that run on in a text broken to a width
_LEAST_RUN_ON = 40  # a shorter line before a small letter is as likely an entry of a list


class _Line(NamedTuple):
    """A line without the white space around it, and where it stands in the source."""

    text: str
    start: int
    end: int
    indent: int
    line_end: int

    @property
    def width(self) -> int:
        """How many columns it takes."""
        return self.indent + len(self.text)

    @property
    def is_quoted(self) -> bool:
        """Whether it holds words quoted from a message."""
        return self.text[0] == ">" and not _QUOTE_MARK.fullmatch(self.text)

    @property
    def ends_sentence(self) -> bool:
        """Whether nothing need follow."""
        return self.text[-8:].rstrip(_CLOSERS).endswith(tuple(_SENTENCE_END))


def read(source: str) -> Layout:
    """The paragraphs, list items, block quotes and the title of a plain text."""
    chunks = list(_chunks(source))
    width = _wrap_width(chunks)
    leaf = Leaf(source, source)
    blocks = [block for chunk in chunks for block in _blocks(chunk, width)]
    drafts = [draft for block in blocks if (draft := _draft(block, leaf))]
    if len(drafts) > 1 and _is_title(blocks[0]):
        drafts[0] = drafts[0]._replace(kind=BlockKind.TITLE, level=1)
    return Layout(tuple(drafts))


def _chunks(source: str) -> Iterator[list[_Line]]:
    """The lines between blank lines."""
    for blank, lines in groupby(_lines(source), key=lambda line: not line.text):
        if not blank:
            yield list(lines)


def _lines(source: str) -> Iterator[_Line]:
    for found in _LINE.finditer(source):
        raw = found[0]
        text = raw.strip()
        indent = len(raw) - len(raw.lstrip()) if text else 0
        start = found.start() + indent
        yield _Line(text, start, start + len(text), indent, found.end() - 1)


def _wrap_width(chunks: list[list[_Line]]) -> int | None:
    """The width that all lines were broken to fit in, or None."""
    pairs = [pair for chunk in chunks for pair in pairwise(chunk)]
    widths = sorted(line.width for chunk in chunks for line in chunk)
    if not pairs or sum(_runs_on(*pair) for pair in pairs) < len(pairs) * _LEAST_SHARE:
        return None
    width = widths[len(widths) * 19 // 20]
    return width if width <= _WIDEST_WRAP else None


def _runs_on(before: _Line, line: _Line) -> bool:
    """Whether a sentence plainly crosses from one line to the next."""
    return (
        line.text[0].islower()
        and len(before.text) >= _LEAST_RUN_ON
        and not before.ends_sentence
        and not _ITEM_MARK.match(line.text)
    )


def _blocks(chunk: list[_Line], width: int | None) -> Iterator[list[_Line]]:
    block = chunk[:1]
    for line in chunk[1:]:
        if _continues(block, line, width):
            block.append(line)
        else:
            yield block
            block = [line]
    yield block


def _continues(block: list[_Line], line: _Line, width: int | None) -> bool:
    """Whether a line goes on with the block before it."""
    first, before = block[0], block[-1]
    if ">" in (first.text[0], line.text[0]):
        return before.is_quoted and line.is_quoted
    if _ITEM_MARK.match(line.text):
        return False
    is_item = bool(_ITEM_MARK.match(first.text))
    if _runs_on(before, line) or (is_item and line.indent > first.indent):
        return True
    if width is None or line.indent > before.indent:
        return False
    next_word = line.text.split(maxsplit=1)[0]
    was_full = before.width + 1 + len(next_word) > width
    return was_full or (before.width > width * _NEARLY_FULL and not before.ends_sentence)


def _draft(block: list[_Line], leaf: Leaf) -> Draft | None:
    """The block without the marks of a list or quotation, each line end as one newline."""
    is_quote = block[0].text.startswith(">")
    is_item = not is_quote and _ITEM_MARK.match(block[0].text)
    for index, line in enumerate(block):
        if index:
            line_end = block[index - 1].line_end
            leaf.add("\n", line_end, line_end + 1)
        mark = _QUOTE_MARK.match(line.text) if is_quote else None if index else is_item
        leaf.add_source(line.start + (mark.end() if mark else 0), line.end)
    if is_quote:
        return leaf.take(BlockKind.BLOCK_QUOTE)
    return leaf.take(BlockKind.LIST_ITEM if is_item else BlockKind.PARAGRAPH)


def _is_title(block: list[_Line]) -> bool:
    text = block[0].text
    return (
        len(block) == 1
        and len(text) <= _LONGEST_TITLE_LINE
        and len(text.split()) <= _LONGEST_TITLE
        and any(map(str.isalpha, text))
        and not text.rstrip(_CLOSERS).endswith(tuple(_NO_TITLE_END))
        and not _DATE.fullmatch(text)
        and not _BYLINE.match(text)
        and not _ITEM_MARK.match(text)
    )
