"""Reads plain text as it is found: paragraphs by blank lines, by lines, or hard-wrapped."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from copydesk.document import BlockKind, Draft, Layout, Run, Span

_LIST_ITEM = re.compile(r"(?:[-*+•·▪◦‣]|\(?(?:\d{1,3}|[a-zA-Z])[.)])\s+\S")
_SENTENCE_END = re.compile(r"""[.!?:;…]["'”’»)\]]*$""")
_DATE = re.compile(
    r"^(?:\w+day,?\s)?(?:\d{1,2}\s)?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
    r"[\s\d,.]*$"
)
_WIDEST_WRAP = 120
_LONGEST_TITLE = 25


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without the white space around it, and where it stands in the source."""

    text: str
    start: int
    end: int
    indent: int


def read(source: str) -> Layout:
    """The paragraphs, list items, block quotes and the title of a plain text."""
    chunks = list(_chunks(source))
    wrapped = any(_runs_on(a, b) for chunk in chunks for a, b in pairwise(chunk))
    paragraphs = [p for chunk in chunks for p in _paragraphs(chunk, wrapped=wrapped)]
    drafts = [_draft(paragraph, source) for paragraph in paragraphs]
    if len(drafts) > 1 and _is_title(paragraphs[0]):
        drafts[0] = drafts[0]._replace(kind=BlockKind.TITLE, level=1)
    return Layout(tuple(drafts))


def _chunks(source: str) -> Iterator[list[_Line]]:
    for blank, lines in groupby(_lines(source), key=lambda line: not line.text):
        if not blank:
            yield list(lines)


def _lines(source: str) -> Iterator[_Line]:
    offset = 0
    for raw in source.splitlines(keepends=True):
        text = raw.strip()
        indent = len(raw) - len(raw.lstrip()) if text else 0
        start = offset + indent
        yield _Line(text, start, start + len(text), indent)
        offset += len(raw)


def _paragraphs(chunk: list[_Line], *, wrapped: bool) -> Iterator[list[_Line]]:
    width = max(len(line.text) for line in chunk)
    paragraph = chunk[:1]
    for before, line in pairwise(chunk):
        if _continues(before, line, width if wrapped and width <= _WIDEST_WRAP else None):
            paragraph.append(line)
        else:
            yield paragraph
            paragraph = [line]
    yield paragraph


def _continues(before: _Line, line: _Line, width: int | None) -> bool:
    """Whether `line` goes on with the paragraph of `before`.

    `width` is that of hard-wrapped lines: there a line ends because the next word did not fit.
    """
    if _LIST_ITEM.match(line.text):
        return False
    if _runs_on(before, line):
        return True
    if width is None or line.indent > before.indent:
        return False
    next_word = line.text.split(maxsplit=1)[0]
    return len(before.text) + 1 + len(next_word) > width


def _runs_on(before: _Line, line: _Line) -> bool:
    """Whether a sentence plainly crosses from one line to the next."""
    return (
        line.text[0].islower()
        and len(before.text) >= 40  # a shorter one is as likely an entry of a list
        and not _SENTENCE_END.search(before.text)
        and not _LIST_ITEM.match(line.text)
    )


def _draft(lines: list[_Line], source: str) -> Draft:
    start, end = lines[0].start, lines[-1].end
    kind = BlockKind.PARAGRAPH
    if _LIST_ITEM.match(lines[0].text):
        kind = BlockKind.LIST_ITEM
    elif lines[0].text.startswith(">"):
        kind = BlockKind.BLOCK_QUOTE
    return Draft(kind, Span(start, end), (Run(source[start:end], start, end),))


def _is_title(lines: list[_Line]) -> bool:
    text = lines[0].text
    return (
        len(lines) == 1
        and len(text.split()) <= _LONGEST_TITLE
        and not re.search(r"""[.:;,]["'”’)]*$""", text)
        and not _DATE.match(text)
        and not _LIST_ITEM.match(text)
    )
