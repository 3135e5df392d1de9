"""Reads Markdown: CommonMark with GitHub's and the common site generators' extensions."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise
from operator import attrgetter
from typing import cast

from pyromark import Options, events_with_range

from copydesk.document import OBJECT, BlockKind, Comment, Draft, Layout, Span
from copydesk.markup._elements import BLOCKS, HIDDEN, OBJECTS, QUOTED_OBJECTS, comment
from copydesk.markup._leaf import DISCRETIONARY, Leaf, placed, with_title
from copydesk.markup._templates import hide_templates
from copydesk.patterns import lazy_pattern

_OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_HEADING_ATTRIBUTES
    | Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
    | Options.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
    | Options.ENABLE_GFM
)

_KINDS = {
    "Item": BlockKind.LIST_ITEM,
    "DefinitionListTitle": BlockKind.LIST_ITEM,
    "DefinitionListDefinition": BlockKind.LIST_ITEM,
    "BlockQuote": BlockKind.BLOCK_QUOTE,
    "FootnoteDefinition": BlockKind.FOOTNOTE,
    "TableCell": BlockKind.TABLE_CELL,
}
_KEPT_INSIDE = frozenset({BlockKind.BLOCK_QUOTE, BlockKind.FOOTNOTE})
_INLINE = frozenset("Emphasis Strong Strikethrough Superscript Subscript Link".split())
_OBJECTS = frozenset("Code DisplayMath".split())
_BREAKS = frozenset("SoftBreak HardBreak".split())
_UNREAD = {"CodeBlock": BlockKind.CODE, "MetadataBlock": BlockKind.FRONT_MATTER}

_SURROGATE = lazy_pattern("[\ud800-\udfff]")
_CONTINUATION = lazy_pattern(rb"[\x80-\xbf]")
_TAG = lazy_pattern(r"<(?P<slash>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)")
_MAY_HOLD_MATH = lazy_pattern(r"\$\$|\$[^\s$]{0,40}?[\\^_]")
_MAY_HOLD_DEFINITIONS = lazy_pattern(r"^ {0,3}:[ \t]+\S", re.MULTILINE)
_FAR = 80  # farther than a tag is indented
_LINE_BEGINS_WITH_EMOJI = lazy_pattern(r"^ {0,3}:[^\s:]", re.MULTILINE)
_FORMULA = lazy_pattern(r"[\\^_={}<>|]")
_MODULE_LINE = lazy_pattern(r"(?:import|export)\s.*(?:['\"];?|[{(\[]|;)\s*")

Event = tuple[str, object, int, int]
"""The name of what happens, what it holds, and its range."""


def read(source: str) -> Layout:
    """The blocks and comments of a Markdown text."""
    shown = hide_templates(source, _find_code)
    text = _encodable(shown.text)
    reader = _Reader(source, text)
    for event in _events(text):
        reader.take(*event)
    found = sorted((*reader.drafts(), *shown.code), key=attrgetter("span"))
    drafts = with_title(_without_overlap(found), at_top=True)
    comments = sorted((*reader.comments, *shown.comments))
    return Layout(drafts, tuple(placed(comments, drafts)))


def _encodable(text: str) -> str:
    """The text as UTF-8 can hold it, which is what the parser takes."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def _events(markdown: str) -> Iterator[Event]:
    """What the parser sees, in order, with ranges in code points."""
    options = _OPTIONS
    if _MAY_HOLD_MATH.search(markdown):  # else what stands between two prices would be math
        options |= Options.ENABLE_MATH
    if _MAY_HOLD_DEFINITIONS.search(markdown) and not _LINE_BEGINS_WITH_EMOJI.search(markdown):
        options |= Options.ENABLE_DEFINITION_LIST  # it would take :smile: for one
    # Where the bytes are that begin no character: so many fewer code points stand before a byte.
    encoded = b"" if markdown.isascii() else markdown.encode()
    extra = array("L", (found.start() for found in _CONTINUATION.finditer(encoded)))
    for event, place in events_with_range(markdown, options=options):
        start, end = place["start"], place["end"]
        if extra:
            start -= bisect_left(extra, start)
            end -= bisect_left(extra, end)
        if isinstance(event, str):
            yield event, None, start, end
        else:
            ((name, value),) = cast("dict[str, object]", event).items()
            yield name, value, start, end


def _find_code(markdown: str) -> list[Span]:
    return [
        Span(start, end)
        for name, value, start, end in _events(_encodable(markdown))
        if name == "Code" or (name == "Start" and _name_of(value) == "CodeBlock")
    ]


def _name_of(tag: object) -> str:
    return tag if isinstance(tag, str) else next(iter(cast("dict[str, object]", tag)))


def _without_overlap(drafts: Iterable[Draft]) -> Iterator[Draft]:
    end = 0
    for draft in drafts:
        if draft.span.start >= end:
            end = draft.span.end
            yield draft


class _Reader:
    """Takes the parser's events in and collects blocks and comments."""

    def __init__(self, source: str, shown: str) -> None:
        self.comments: list[Comment] = []
        self._drafts: list[Draft] = []
        self._source = source
        self._shown = shown
        self._leaf = Leaf(source, shown)
        self._kinds = [BlockKind.PARAGRAPH]
        self._level = 0  # of the heading that is open
        self._depth = 0  # inside something whose content is not read
        self._quoted = ""  # the inline HTML element whose content is not read
        self._last_end_tags: dict[str, int] = {}
        self._html: list[tuple[BlockKind, list[Span]]] = []

    def take(self, name: str, value: object, start: int, end: int) -> None:
        """Takes an event in."""
        if self._depth:
            self._depth += (name == "Start") - (name == "End")
        elif name == "Text":
            if not self._quoted:
                self._add_text(cast("str", value), start, end)
        elif name == "Start":
            self._open(_name_of(value), value, Span(start, end))
        elif name == "End":
            self._close(_name_of(value))
        elif name == "InlineHtml":
            self._take_tag(str(value), Span(start, end))
        elif name == "Html":
            self._html[-1][1].append(Span(start, end))
        elif name == "Rule":
            self._finish_block()
        elif not self._quoted:
            self._add(name, value, start, end)

    def drafts(self) -> list[Draft]:
        """All blocks, those in HTML last."""
        leaf = Leaf(self._source, self._with_html_alone())
        for kind, lines in self._html:
            if lines:
                from copydesk.markup.html import read_fragment  # noqa: PLC0415  loads a parser

                span = Span(lines[0].start, lines[-1].end)
                drafts, comments = read_fragment(leaf, span, kind)
                self._drafts += drafts
                self.comments += comments
        return self._drafts

    def _with_html_alone(self) -> str:
        """The text, with the marks of quotations and lists blank that stand inside HTML."""
        pieces: list[str] = []
        at = 0
        for _, lines in self._html:
            for line, following in pairwise(lines):
                pieces += (self._shown[at : line.end], " " * (following.start - line.end))
                at = following.start
        return "".join((*pieces, self._shown[at:]))

    def _open(self, name: str, tag: object, span: Span) -> None:
        if name in _INLINE:
            return
        if name == "Image":
            self._depth = 1
            self._add_object(span)
            return
        self._finish_block()
        if name in _KINDS:
            outer = self._kinds[-1]
            self._kinds.append(outer if outer in _KEPT_INSIDE else _KINDS[name])
        elif name == "Heading":
            self._level = int(cast("dict[str, dict[str, str]]", tag)[name]["level"][1:])
        elif name == "HtmlBlock":
            self._html.append((self._kinds[-1], []))
        elif name in _UNREAD:
            self._depth = 1
            end = span.start + len(self._source[span.start : span.end].rstrip("\r\n"))
            self._drafts.append(Draft(_UNREAD[name], Span(span.start, end), ()))

    def _close(self, name: str) -> None:
        if name in _INLINE:
            return
        self._finish_block()
        if name in _KINDS:
            self._kinds.pop()
        elif name == "Heading":
            self._level = 0

    def _finish_block(self) -> None:
        self._quoted = ""
        kind, level = self._kinds[-1], 0
        if self._level and kind not in _KEPT_INSIDE:
            kind, level = BlockKind.HEADING, self._level
        if draft := self._leaf.take(kind, level):
            is_module = kind == BlockKind.PARAGRAPH and _is_module(draft)
            self._drafts.append(draft._replace(kind=BlockKind.CODE) if is_module else draft)

    def _add(self, name: str, value: object, start: int, end: int) -> None:
        """Adds a line end, or an object in running text."""
        if name in _BREAKS:
            if not self._leaf.ends_in_space:
                self._leaf.add("\n", end - 1, end)
        elif name in _OBJECTS:
            self._add_object(Span(start, end))
        elif name == "InlineMath":
            self._add_formula(str(value), Span(start, end))

    def _add_text(self, text: str, start: int, end: int) -> None:
        if self._shown[start:end] == text:
            self._leaf.add_source(start, end)
        elif text not in DISCRETIONARY:
            self._leaf.add(text, start, end)

    def _add_object(self, span: Span) -> None:
        self._leaf.add(OBJECT, *span)

    def _add_formula(self, formula: str, span: Span) -> None:
        """Adds a formula, or the prose between two prices that the parser took for one."""
        goes_on = self._shown[span.end : span.end + 1].isalnum()
        if _FORMULA.search(formula) or not (goes_on or " " in formula):
            self._add_object(span)
        else:
            self._leaf.add_source(*span)

    def _take_tag(self, tag: str, span: Span) -> None:
        """Takes an inline tag or comment of HTML in."""
        if tag.startswith("<!--"):
            self.comments.append(comment(self._source, span))
            self._leaf.add_comment(span.end)
        elif found := _TAG.match(tag):
            name = found["name"].lower()
            if self._quoted:
                if found["slash"] and name == self._quoted:
                    self._quoted = ""
            elif name in BLOCKS or (found["name"][0].isupper() and self._is_line(span)):
                self._finish_block()
            elif name == "br":
                self._leaf.add("\n", *span)
            elif not found["slash"]:
                self._open_element(name, span)

    def _is_line(self, span: Span) -> bool:
        """Whether nothing else stands in a line: there a component of MDX holds blocks."""
        before = self._shown[max(0, span.start - _FAR) : span.start].rpartition("\n")[2]
        after = self._shown[span.end : span.end + _FAR].partition("\n")[0]
        return not (before + after).strip()

    def _open_element(self, name: str, span: Span) -> None:
        is_object = name in QUOTED_OBJECTS
        if name in OBJECTS or is_object:
            self._add_object(span)
        if (is_object or name in HIDDEN) and span.end <= self._last_end_tag(name):
            self._quoted = name

    def _last_end_tag(self, name: str) -> int:
        if name not in self._last_end_tags:
            end_tags = re.finditer(f"</{name}", self._shown, re.IGNORECASE)
            self._last_end_tags[name] = max((found.start() for found in end_tags), default=-1)
        return self._last_end_tags[name]


def _is_module(draft: Draft) -> bool:
    """Whether a paragraph is of the lines that MDX takes for JavaScript."""
    text = "".join(run.text for run in draft.runs)
    if not text.startswith(("import ", "export ")):
        return False
    return all(_MODULE_LINE.fullmatch(line) for line in text.splitlines())
