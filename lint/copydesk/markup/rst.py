"""Reads reStructuredText, as docutils and Sphinx have it: the prose, and where code stands."""

import re
from collections.abc import Iterator
from itertools import dropwhile
from typing import NamedTuple

from copydesk.document import BlockKind, Comment, Draft, Layout, Span
from copydesk.markup._inline_rst import add_inline
from copydesk.markup._leaf import Leaf, placed, with_title
from copydesk.patterns import lazy_pattern

_LINE = lazy_pattern(r"[^\n\r]*(?:\r\n|[\n\r])|[^\n\r]+\Z")
_ADORNMENT = lazy_pattern(r"([!-/:-@\[-`{-~])\1*\Z")
_BULLET = lazy_pattern(r"[-*+•‣]\s+(?=\S)")
_ENUMERATOR = lazy_pattern(
    r"(?:\(?(?:\d{1,4}|[a-zA-Z]|#|[ivxlcIVXLC]{1,6})\)|(?:\d{1,4}|[a-zA-Z]|#)\.)\s+"
)
_FIELD = lazy_pattern(r":(?![:\s])[^:`\n]{1,80}(?<!\s):(?:\s+|\Z)")
_EXPLICIT = lazy_pattern(r"\.\.(?:\s+|\Z)")
_DIRECTIVE = lazy_pattern(r"(?:\|[^|\n]{1,80}\|\s+)?(?P<name>[\w:+.-]{1,60})::(?:\s+|\Z)")
_NOTE = lazy_pattern(r"\[[^\]\n]{1,80}\]\s+")
_TARGET = lazy_pattern(r"_[^:\n]{0,200}:|__(?:\s|\Z)")
_TABLE = lazy_pattern(r"={2,}(?:\s+=+)+\Z|\+[-=]{3,}[-=+]*\+\Z")
_OPTION = lazy_pattern(r":[\w-]{1,60}:(?:\s|\Z)")

_ADMONITIONS = frozenset(
    "attention caution container danger error hint important note seealso tip warning".split()
)
"""Directives whose argument is the beginning of their text."""

_CHANGES = frozenset("deprecated versionadded versionchanged versionremoved".split())
"""Directives whose text comes after a version."""

_BODIES = frozenset(
    "admonition attribute card centered class cmdoption compound confval data describe dropdown"
    " envvar epigraph exception function glossary grid grid-item grid-item-card highlights"
    " impl-detail list-table method module object only option property pull-quote sidebar"
    " staticmethod tab tab-item tab-set tabs topic".split()
)
"""Directives whose argument is a title, a name or a signature, and whose body is text.

The argument is no prose, but begins a section as a heading does.
"""

_LOWEST_LEVEL = 7

_VERBATIM = (">>> ", "| ")
"""What lines begin with that are an example of code, or broken on purpose."""

_FEWEST_MARKS = 4
_LONGEST_TABLE = 1_000  # lines
_DEEPEST = 40  # deeper in one another no text stands


class _Line(NamedTuple):
    """A line without the white space around it, where it stands and how far it is indented."""

    text: str
    start: int
    indent: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def after(self, length: int, indent: int) -> "_Line":
        """What comes after so many characters, as a line of its own."""
        rest = self.text[length:]
        return _Line(rest.lstrip(), self.start + len(self.text) - len(rest.lstrip()), indent)


def read(source: str) -> Layout:
    """The blocks and comments of a text in reStructuredText."""
    reader = _Reader(source)
    reader.read(list(_lines(source)), BlockKind.PARAGRAPH, 0)
    drafts = with_title(reader.drafts, at_top=True)
    return Layout(drafts, tuple(placed(reader.comments, drafts)))


def _lines(source: str) -> Iterator[_Line]:
    for found in _LINE.finditer(source):
        text = found[0].strip()
        before = found[0][: len(found[0]) - len(found[0].lstrip())] if text else ""
        yield _Line(text, found.start() + len(before), len(before.expandtabs()))


def _is_adornment(text: str, least: int = _FEWEST_MARKS) -> bool:
    return len(text) >= least and _ADORNMENT.match(text) is not None


class _Reader:
    """Walks over lines and collects blocks and comments."""

    def __init__(self, source: str) -> None:
        self.drafts: list[Draft] = []
        self.comments: list[Comment] = []
        self._leaf = Leaf(source, source)
        self._styles: list[tuple[str, bool]] = []

    def read(self, lines: list[_Line], kind: BlockKind, depth: int) -> None:
        """Reads the blocks in some lines, where `kind` is that of paragraphs."""
        indent = min((line.indent for line in lines if line.text), default=0)
        at = 0
        while at < len(lines):
            if not lines[at].text:
                at += 1
            elif depth > _DEEPEST:
                self._add_code(lines[at:])
                at = len(lines)
            else:
                at = self._read_block(lines, at, indent, kind, depth)

    def _read_block(
        self, lines: list[_Line], at: int, indent: int, kind: BlockKind, depth: int
    ) -> int:
        """Reads the block that begins with a line; the index of what comes after it."""
        line = lines[at]
        end = _body_end(lines, at + 1, line.indent)
        if line.indent > indent:
            end = _body_end(lines, at, indent)
            quoted = BlockKind.BLOCK_QUOTE if kind is BlockKind.PARAGRAPH else kind
            self.read(lines[at:end], quoted, depth + 1)
        elif not depth and (after := self._read_heading(lines, at)):
            end = after
        elif _EXPLICIT.match(line.text):
            self._read_explicit(lines[at:end], kind, depth)
        elif _TABLE.match(line.text) or line.text.startswith(_VERBATIM):
            end = _verbatim_end(lines, at)
            self._add_code(lines[at:end])
        elif mark := _item_mark(lines, at):
            item = kind if kind is BlockKind.TABLE_CELL else BlockKind.LIST_ITEM
            self._read_rest(lines[at:end], mark.end(), item, depth)
        elif _is_adornment(line.text):  # a transition
            end = at + 1
        else:
            end = self._read_paragraph(lines, at, kind, depth)
        return end

    def _read_heading(self, lines: list[_Line], at: int) -> int:
        """Reads a heading; the index of what comes after it, 0 if there is none."""
        texts = [line.text for line in lines[at : at + 3]] + ["", "", ""]
        is_over = _is_adornment(texts[0]) and texts[2] == texts[0] and texts[1] != ""
        title, under = texts[is_over : is_over + 2]
        least = min(len(title), _FEWEST_MARKS)
        if not title or not _is_adornment(under, least) or _is_adornment(title):
            return 0
        style = under[0], is_over
        if style not in self._styles:
            self._styles.append(style)
        self._add_text(lines[at + is_over : at + is_over + 1], BlockKind.HEADING, style)
        return at + 2 + is_over

    def _read_explicit(self, lines: list[_Line], kind: BlockKind, depth: int) -> None:
        """Reads a directive, a note, a target or a comment, with all that is indented below."""
        mark = _EXPLICIT.match(lines[0].text)
        rest = lines[0].after(mark.end() if mark else 0, lines[0].indent)
        if found := _DIRECTIVE.match(rest.text):
            argument = rest.after(found.end(), rest.indent)
            self._read_directive(found["name"], [argument, *lines[1:]], kind, depth)
        elif found := _NOTE.match(rest.text):
            self._read_rest([rest, *lines[1:]], found.end(), BlockKind.FOOTNOTE, depth)
        elif not _TARGET.match(rest.text):
            last = next(line for line in reversed(lines) if line.text)
            text = "\n".join(line.text for line in (rest, *lines[1:])).strip()
            self.comments.append(Comment(Span(lines[0].start, last.end), text))

    def _read_directive(self, name: str, lines: list[_Line], kind: BlockKind, depth: int) -> None:
        """Reads what a directive holds, if that is text."""
        name = name.rpartition(":")[2].lower()
        argument, *body = lines
        body = list(dropwhile(lambda line: _OPTION.match(line.text), body))
        if name in _CHANGES:
            version = argument.text.partition(" ")[0]
            self._read_rest([argument, *body], len(version), kind, depth)
        elif name in _ADMONITIONS:
            self._read_rest([argument, *body], 0, kind, depth)
        elif name in _BODIES:
            self._add_code([argument], _LOWEST_LEVEL)
            self.read(body, BlockKind.TABLE_CELL if name == "list-table" else kind, depth + 1)
        else:
            self._add_code(lines)

    def _read_rest(self, lines: list[_Line], length: int, kind: BlockKind, depth: int) -> None:
        """Reads what comes after a mark of some length, and what is indented as far below it."""
        below = min((line.indent for line in lines[1:] if line.text), default=0)
        first = lines[0].after(length, below)
        self.read([first, *lines[1:]], kind, depth + 1)

    def _read_paragraph(self, lines: list[_Line], at: int, kind: BlockKind, depth: int) -> int:
        """Reads a paragraph, a term with its definition, or what leads to a literal block."""
        end = _paragraph_end(lines, at)
        is_term = end == at + 1 and end < len(lines) and lines[end].indent > lines[at].indent
        is_defined = is_term and bool(lines[end].text) and not lines[at].text.endswith("::")
        self._add_text(lines[at:end], BlockKind.LIST_ITEM if is_defined else kind)
        after = _body_end(lines, end, lines[at].indent)
        if lines[end - 1].text.endswith("::"):
            self._add_code(lines[end:after])
            return after
        if is_defined:
            self.read(lines[end:after], BlockKind.LIST_ITEM, depth + 1)
            return after
        return end

    def _add_text(
        self, lines: list[_Line], kind: BlockKind, style: tuple[str, bool] | None = None
    ) -> None:
        """Adds the text of lines as a block, “::” at its end as a colon."""
        last, end = lines[-1].text, lines[-1].end
        if last.endswith("::"):
            end -= 1 if last[-3:-2].strip() else 2
        add_inline(self._leaf, lines[0].start, end)
        level = self._styles.index(style) + 1 if style else 0
        if draft := self._leaf.take(kind, level):
            self.drafts.append(draft)

    def _add_code(self, lines: list[_Line], level: int = 0) -> None:
        written = [line for line in lines if line.text]
        if written:
            span = Span(written[0].start, written[-1].end)
            self.drafts.append(Draft(BlockKind.CODE, span, (), level))


def _body_end(lines: list[_Line], at: int, indent: int) -> int:
    """Where the lines end that are blank or indented farther, from an index on."""
    while at < len(lines) and (not lines[at].text or lines[at].indent > indent):
        at += 1
    return at


def _item_mark(lines: list[_Line], at: int) -> re.Match[str] | None:
    """The mark of a list or field that a line begins with, if the next line does not go on."""
    marks = (_BULLET, _ENUMERATOR, _FIELD)
    found = next((one for mark in marks if (one := mark.match(lines[at].text))), None)
    if found and at + 1 < len(lines) and lines[at + 1].text:
        goes_on = lines[at + 1].indent <= lines[at].indent
        if goes_on and not any(mark.match(lines[at + 1].text) for mark in marks):
            return None
    return found


def _paragraph_end(lines: list[_Line], at: int) -> int:
    """Where the lines end that stand together at one indent."""
    end = at + 1
    while end < len(lines) and lines[end].text and lines[end].indent == lines[at].indent:
        if _EXPLICIT.match(lines[end].text):
            break
        end += 1
    return end


def _verbatim_end(lines: list[_Line], at: int) -> int:
    """Where a table or example ends: at a blank line, if that may not stand inside."""
    if lines[at].text[0] == "=":
        for end in range(at + 1, min(at + _LONGEST_TABLE, len(lines))):
            is_last = end + 1 == len(lines) or not lines[end + 1].text
            if is_last and _TABLE.match(lines[end].text):
                return end + 1
    while at < len(lines) and lines[at].text:
        at += 1
    return at
