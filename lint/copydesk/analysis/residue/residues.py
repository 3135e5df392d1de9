"""Tells what was left in an article from what the article is about."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from copydesk.analysis.vocabulary import places
from copydesk.document import BlockKind, Document

CODE_TALK = frozenset(
    "api apis bbcode css css3 html html5 javascript jquery json latex linux markdown markup mysql"
    " parser perl php programmer programmers programming python regex sgml sql stylesheet subclass"
    " svg syntax tex toml typescript unicode unix wikitext xhtml xml yaml".split()
)
"""Words of articles on code: what elsewhere is residue is what these speak of."""

_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_OPENERS = frozenset("\"'“‘«`")
_CLOSERS = frozenset("\"'”’»`")
_OFTEN = 2  # once may be the “enable JavaScript” of the same page
_LONGEST_QUOTE = 40


class Residue(NamedTuple):
    """Something in the reading text that belongs to a program, and what it is."""

    start: int
    end: int
    what: str


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled when a text may hold what it looks for: most texts hold no residue."""
    return re.compile(pattern)


def left_behind(
    document: Document, residues: Iterable[Residue], subject: AbstractSet[str] = CODE_TALK
) -> list[Residue]:
    """The residues that an article does not speak of.

    It does where one stands in quotation marks of its own, or beside a word of `subject`; of all of
    them, where a heading has such a word or the text several.
    """
    text = document.text
    found = [residue for residue in residues if not is_cited(text, residue.start, residue.end)]
    if not found:
        return []
    mentions = list(_mentions(document, found, subject))
    blocks = [document.block_at(mention) for mention in mentions]
    if len(mentions) >= _OFTEN or any(block.kind in _HEADINGS for block in blocks):
        return []
    return [
        residue
        for residue in found
        if not any(block.start <= residue.start < block.end for block in blocks)
    ]


def is_cited(text: str, start: int, end: int) -> bool:
    """Whether a place stands in quotation marks of its own."""
    return text[start - 1 : start] in _OPENERS and text[end : end + 1] in _CLOSERS


def merged(document: Document, residues: Iterable[Residue], gap: int) -> Iterator[Residue]:
    """The residues in order, as one where they overlap or hardly anything stands between them."""
    last: Residue | None = None
    for residue in sorted(residues):
        if last and residue.start <= last.end + gap and _are_in_one_block(document, last, residue):
            last = last._replace(end=max(last.end, residue.end))
            continue
        if last:
            yield last
        last = residue
    if last:
        yield last


def quoted(document: Document, start: int, end: int) -> str:
    """What stands there, on one line and not too long, in quotation marks."""
    words = " ".join(document.text[start : min(end, start + 4 * _LONGEST_QUOTE)].split())
    short = words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1] + "…"
    return f"“{short}”"


def _are_in_one_block(document: Document, last: Residue, residue: Residue) -> bool:
    return residue.start < last.end or "\ufdd0" not in document.text[last.end : residue.start]


def _mentions(
    document: Document, residues: list[Residue], subject: AbstractSet[str]
) -> Iterator[int]:
    """Where words of the subject stand outside the residues."""
    ordered = sorted(residues)
    starts = [residue.start for residue in ordered]
    for index in places(document, subject):
        offset = document.tokens.starts[index]
        at = bisect_right(starts, offset) - 1
        if at < 0 or offset >= ordered[at].end:
            yield offset
