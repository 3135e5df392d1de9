"""Markdown that a reader sees as it was typed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from copydesk import Document, Finding, Related, Rule
from copydesk.analysis.residues import Residue, left_behind, quoted

_SIGNS = ("**", "##", "](", "] (http", ")[http", ")[mailto", "][", "```", "--|", "--:|", "-- |")
_OTHER_MARKUP = re.compile(r"(?m)(?<!`)``\w|^\.\. [\w\[]|^:\w+: ")
_SUBJECT = frozenset("asterisk asterisks markdown restructuredtext".split())
_MOST_RELATED = 10
_KINDS = {
    "emphasis": "emphasis",
    "heading": "a heading",
    "picture": "a picture",
    "link": "a link",
    "fence": "a fence of code",
    "table": "a table",
}


@cache
def _markdown() -> re.Pattern[str]:
    """Marks of Markdown; compiled when a text may hold some."""
    return re.compile(
        r"""
          (?P<emphasis>
            (?<![\w*\\/)\]]) \*\*\*?+ (?=[\w"“‘'(\[@#]) [^*\n\ufdd0]{1,200}
            (?<=[^\s*/]) \*\*\*? (?!\*)
          | (?<!\*) \*\*[ ] [A-Za-z][^*.\n\ufdd0]{2,100} [ ]\*\* (?!\*) )
        | (?P<heading> (?:^|(?<=\ufdd0\n)) \#{2,6} [ ]? (?=[^\W\d_]|[\d"“‘*]) [^\n\ufdd0]{1,100} )
        | (?P<picture> !\[ [^\[\]\n\ufdd0]{0,200} \]\( [^\s()\ufdd0] [^()\n\ufdd0]{0,500} \) )
        | (?P<link>
            (?<![\w!\]]) \[ [^\[\]\ufdd0]{1,200} \][ ]?\(
              (?:https?://|www\.|mailto:|/\w|\#\w|\.\.?/) [^()\ufdd0\n]{0,500} \)
          | \( [^()\[\]\ufdd0]{1,100} \)\[ (?:https?://|mailto:) [^\[\]\s\ufdd0]{1,300} \]
          | (?<![\w\])\\<"'`]) \[ [A-Za-z][^\[\]\ufdd0]{1,80} \]\[ [A-Za-z][\w .-]{1,60} \]
            (?![\[(\w*+?{]) )
        | (?P<fence> ``` [^\n\ufdd0`]{0,100} )
        | (?P<table>
            (?<![+\w|-]) \|? [ ]?:?-{3,40}+:?[ ]? (?:\|[ ]?:?-{2,40}+:?[ ]?)++ \|? (?![+\w-]) )
        """,
        re.VERBOSE,
    )


@dataclass(frozen=True)
class UnrenderedMarkdown(Rule):
    """Markdown stands in the text as it was typed."""

    name: ClassVar = "unrendered-markdown"
    family: ClassVar = "residue"
    language: ClassVar = None

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        if not any(sign in text for sign in _SIGNS) or _OTHER_MARKUP.search(text):
            return
        by_kind: dict[str, list[Residue]] = {}
        for residue in left_behind(document, _marks(document), _SUBJECT):
            by_kind.setdefault(residue.what, []).append(residue)
        for kind, (first, *others) in by_kind.items():
            times = f", and {len(others)} more" if others else ""
            yield self.finding(
                document.span(first.start, first.end),
                f"{quoted(document, first.start, first.end)} is {kind} in Markdown{times}",
                related=(
                    Related(document.span(other.start, other.end), "another")
                    for other in others[:_MOST_RELATED]
                ),
            )


def _marks(document: Document) -> Iterator[Residue]:
    for found in _markdown().finditer(document.text):
        if document.is_literal(*found.span()) and found.lastgroup:
            yield Residue(*found.span(), _KINDS[found.lastgroup])
