"""Adds the running text of a paragraph in reStructuredText to a leaf, without its markup."""

import re
from functools import cache

from copydesk.document import OBJECT
from copydesk.markup._leaf import Leaf
from copydesk.patterns import lazy_pattern

_TITLE = lazy_pattern(r"(?P<title>[^<]*[^<\s])\s*<[^<>]+>\Z")
_LINE_END = lazy_pattern(r"[ \t\r]*\n[ \t]*")
_OBJECTS = frozenset("literal replaced note".split())
_NAMES = frozenset(
    "attr class code command const data dir envvar exc file func kbd keyword literal macro makevar"
    " mailheader math meth mod newsgroup obj option program py regexp samp source token"
    " type".split()
)
"""Roles for the names of code, even under a title."""

_WORDS = frozenset(
    "abbr dfn emphasis guilabel index menuselection strong subscript sub superscript sup term"
    " title title-reference".split()
)
"""Roles whose text is read as it stands."""


@cache
def _inline() -> re.Pattern[str]:
    return re.compile(
        r"""
          ``(?! [\s`] ) (?P<literal> .{0,1000}? [^\s`] ) ``+
        | (?<! [\w:] ) :(?P<role> [\w:+.-]{1,60} ):`(?P<content> [^`]{1,1000} )`
        | `(?! [\s`] ) (?P<phrase> [^`]{1,1000} )` (?P<end> __?(?!\w) | :[\w:+.-]{1,60}: )?
        | (?<! [^\s'"(\[{<:/-] ) (?:
            \*\* (?! [\s*] ) (?P<strong> [^*]{1,500} (?<!\s) ) \*\*
          | \* (?! [\s*] ) (?P<emphasis> [^*]{1,500} (?<!\s) ) \* ) (?! [\w*] )
        | (?P<note> \[ (?: \d{1,4} | \* | \#?[A-Za-z][\w.-]{0,40} | \# ) \]_ ) (?!\w)
        | \| (?! [\s|] ) (?P<replaced> [^|\n]{1,80} (?<!\s) ) \| _{0,2} (?!\w)
        | \\ (?P<escaped> [\s\S] )
        | (?<= [A-Za-z0-9] ) (?P<reference> __? ) (?! [\w`*|] )
        """,
        re.VERBOSE | re.DOTALL,
    )


def add_inline(leaf: Leaf, start: int, end: int) -> None:
    """Adds the text in a range of the source: links by their words, code as objects."""
    for found in _inline().finditer(leaf.source, start, end):
        _add_lines(leaf, start, found.start())
        _add_found(leaf, found)
        start = found.end()
    _add_lines(leaf, start, end)


def _add_found(leaf: Leaf, found: re.Match[str]) -> None:
    kind = found.lastgroup
    if found["strong"] or found["emphasis"]:
        _add_lines(leaf, *found.span("strong" if found["strong"] else "emphasis"))
    elif found["role"]:
        _add_role(leaf, found, found["role"])
    elif found["phrase"]:
        _add_phrase(leaf, found)
    elif kind in _OBJECTS:
        leaf.add(OBJECT, *found.span())
    elif kind == "escaped" and not found["escaped"].isspace():
        _add_lines(leaf, *found.span("escaped"))


def _add_phrase(leaf: Leaf, found: re.Match[str]) -> None:
    """Adds the words of a link, or an object for a text that is code by default."""
    start, end = found.span("phrase")
    if (found["end"] or "").startswith("_"):
        titled = _TITLE.match(found["phrase"])
        _add_lines(leaf, start, start + titled.end("title") if titled else end)
    else:
        leaf.add(OBJECT, *found.span())


def _add_role(leaf: Leaf, found: re.Match[str], role: str) -> None:
    """Adds the title of a cross-reference, the words of a role that has such, or an object."""
    name = role.rpartition(":")[2]
    start, end = found.span("content")
    titled = _TITLE.match(found["content"])
    if titled and name not in _NAMES:
        _add_lines(leaf, start, start + titled.end("title"))
    elif name in _WORDS:
        _add_lines(leaf, start, end)
    else:
        leaf.add(OBJECT, *found.span())


def _add_lines(leaf: Leaf, start: int, end: int) -> None:
    """Adds a range of the source, each line end in it with its indentation as one newline."""
    for found in _LINE_END.finditer(leaf.source, start, end):
        leaf.add_source(start, found.start())
        line_end = leaf.source.index("\n", found.start())
        leaf.add("\n", line_end, line_end + 1)
        start = found.end()
    leaf.add_source(start, end)
