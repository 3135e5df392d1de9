"""Hides from a Markdown parser what a site generator would have replaced before it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from copydesk.document import BlockKind, Comment, Draft, Span
from copydesk.markup._leaf import FILLED_NOTHING, FILLED_OBJECT
from copydesk.patterns import lazy_pattern

_WITHOUT_TEXT = frozenset("comment highlight code codeblock mermaid plantuml".split())
_NO_TEXT = frozenset("comment attributes fence marker element".split())
_FAR = 80  # farther than a tag is indented
_BRACES = "{% {{ {# {: {. {/ ]{ ){ `{".split()
_MARKERS = "::: !!! ??? ===".split()
_MARKDOWN_ATTRIBUTE = " markdown"
_VISIBLE = lazy_pattern(r"[^\r\n]")
_FILLED_LINE = lazy_pattern(
    rf"^[ \t>]*+[{FILLED_NOTHING}{FILLED_OBJECT}][{FILLED_NOTHING}{FILLED_OBJECT} \t]*+(?=\r?$)",
    re.MULTILINE,
)


@cache
def _tag() -> re.Pattern[str]:
    """A tag in braces; compiled when first used, for few texts hold one."""
    return re.compile(
        r"""
        \{(?:
          %[-+]? \s* (?P<word>[\w/]*) (?:(?!\{%|%\}).){0,5000} %\}         # Liquid, Jinja
        | \{ (?:[<%] \s* (?P<shortcode>[\w/]*))?
          (?:(?!\{\{|\}\}).){0,5000} \}\}                                 # also Hugo, Vue
        | (?P<comment>
            \# (?:(?!\{\#|\#\}).){0,5000} \#\}
          | /\* (?:(?!\{/\*|\*/).){0,5000} \*/\} )
        | (?P<attributes>
            : [^{}\n]{0,500} \}                                            # kramdown
          | (?<=[\])`]\{) [^{}\n]{1,500} \}                               # Pandoc
          | (?<=\n\{) [.\#]\w [^{}\n]{0,500} \} (?=[ \t\r]*$) )
        )
        """,
        re.VERBOSE | re.DOTALL | re.MULTILINE,
    )


@cache
def _line() -> re.Pattern[str]:
    """A line that opens or closes a container; MkDocs's after a blank line."""
    return re.compile(
        r"""
        ^ (?:
          [ ]*+ (?P<fence> :{3,} [^\n]*)
        | (?<![^\r\n]\n) (?<![^\n]\r\n)
          [ ]*+ (?P<marker> (?:!!![ ]|\?\?\?[ ]|\?\?\?\+|===[ ]) [^\n]*)
        )
        """,
        re.VERBOSE | re.MULTILINE,
    )


@cache
def _element() -> re.Pattern[str]:
    """A tag of HTML, and whether it says that its element holds Markdown: kramdown, MkDocs."""
    return re.compile(
        r"""
        (?P<element> < (?P<slash>/?) (?P<name>[a-z]\w*)
          (?: \s
            (?: (?P<markdown> (?<=\s) markdown (?:=["']?(?:1|block|span)\b["']?)? (?=[\s>]) )
              | [^<>] ){0,1000}+ )? > )
        """,
        re.VERBOSE,
    )


def _markdown_elements(source: str) -> Iterator[re.Match[str]]:
    """The tags of elements that hold Markdown, and the pictures in there.

    Left to itself, a picture at the beginning of a line would make HTML of the next ones.
    """
    unclosed: dict[str, list[re.Match[str]]] = {}
    depth = 0
    for tag in _element().finditer(source):
        if tag["name"] == "img":
            if depth:
                yield tag
        elif not tag["slash"]:
            unclosed.setdefault(tag["name"], []).append(tag)
            depth += tag["markdown"] is not None
        elif (opened := unclosed.get(tag["name"])) and (opener := opened.pop())["markdown"]:
            yield from (opener, tag)
            depth -= 1


class Shown(NamedTuple):
    """What a parser is shown, as long as the source, and what it cannot find there any more."""

    text: str
    code: tuple[Draft, ...] = ()
    comments: tuple[Comment, ...] = ()


def hide_templates(source: str, find_code: Callable[[str], list[Span]]) -> Shown:
    """The text with each tag filled; `find_code` says where markup holds code, which is kept."""
    tags: list[re.Match[str]] = []
    if any(sign in source for sign in _BRACES):
        tags += _tag().finditer(source)
    if any(sign in source for sign in _MARKERS):
        tags += _line().finditer(source)
    if _MARKDOWN_ATTRIBUTE in source:
        tags += _markdown_elements(source)
    if not tags:
        return Shown(source)
    code = find_code(source)
    starts = [span.start for span in code]
    tags = [tag for tag in tags if not _is_in(code, starts, tag.start())]
    return _Hider(source, sorted(tags, key=lambda tag: tag.start())).shown()


def _is_in(spans: list[Span], starts: list[int], offset: int) -> bool:
    index = bisect_right(starts, offset) - 1
    return index >= 0 and offset < spans[index].end


class _Hider:
    """Fills the tags of one text, in order."""

    def __init__(self, source: str, tags: list[re.Match[str]]) -> None:
        self._source = source
        self._tags = tags
        self._names = [_name(tag) for tag in tags]
        self._closers: dict[str, list[int]] = {}
        for index, name in enumerate(self._names):
            if _closes(name):
                opener = name.removeprefix("/").removeprefix("end")
                self._closers.setdefault(opener, []).append(index)
        self._pieces: list[str] = []
        self._end = 0
        self._code: list[Draft] = []
        self._comments: list[Comment] = []

    def shown(self) -> Shown:
        """The text with all tags filled."""
        index = 0
        while index < len(self._tags):
            index = self._hide(index) + 1
        text = "".join((*self._pieces, self._source[self._end :]))
        text = _FILLED_LINE.sub(lambda line: " " * len(line[0]), text)
        return Shown(text, tuple(self._code), tuple(self._comments))

    def _hide(self, index: int) -> int:
        """Fills a tag, and to the end of its element if that is no text; the index of the last."""
        tag, name = self._tags[index], self._names[index]
        kind = tag.lastgroup or ""
        span = Span(*tag.span(kind if kind in {"fence", "marker"} else 0))
        closer = self._closer(index)
        if closer is not None and name in _WITHOUT_TEXT:
            self._hide_element(tag, self._tags[closer])
            return closer
        if kind == "comment":
            self._comments.append(Comment(span, tag[0][2:-2]))
        is_text = not (kind in _NO_TEXT or closer is not None or _closes(name))
        # MkDocs indents what its marker holds as Markdown does what a list item holds.
        instead = "-   " if kind == "marker" else ""
        self._fill(span, FILLED_OBJECT if is_text else FILLED_NOTHING, instead)
        return index

    def _hide_element(self, opener: re.Match[str], closer: re.Match[str]) -> None:
        span = Span(opener.start(), closer.end())
        before = self._source[max(0, span.start - _FAR) : span.start].rpartition("\n")[2]
        after = self._source[span.end : span.end + _FAR].partition("\n")[0]
        if _name(opener) == "comment":
            inside = self._source[opener.end() : closer.start()]
            self._comments.append(Comment(span, inside))
        elif (before + after).strip():
            self._fill(span, FILLED_OBJECT)
        else:
            self._code.append(Draft(BlockKind.CODE, span, ()))
        self._fill(span, FILLED_NOTHING)

    def _closer(self, index: int) -> int | None:
        """The index of the tag that closes a tag."""
        closers = self._closers.get(self._names[index], [])
        at = bisect_left(closers, index)
        return closers[at] if at < len(closers) else None

    def _fill(self, span: Span, filler: str, instead: str = "") -> None:
        if span.start < self._end:
            return
        start = span.start + len(instead)
        filled = _VISIBLE.sub(filler, self._source[start : span.end])
        self._pieces += (self._source[self._end : span.start], instead, filled)
        self._end = span.end


def _name(tag: re.Match[str]) -> str:
    return tag[tag.lastgroup] if tag.lastgroup in {"word", "shortcode"} else ""


def _closes(name: str) -> bool:
    return name.startswith(("/", "end"))
