"""A note to those who make an article."""

import re
from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from copydesk import Document, Finding, Rule
from copydesk.analysis.residue.residues import Residue, left_behind, quoted
from copydesk.analysis.vocabulary import places

_WORDS = frozenset(
    "ck copydesk cq desk editor eds fixme newsdesk publish sp spelling tk tktk tktktk todo xx"
    " xxx".split()
)
"""What every note without brackets has at least one of, and few other texts."""

_BEFORE, _BEHIND = 16, 110
"""How far from such a word a note may begin and end, in characters."""

_SUBJECT = frozenset("fixme linter tk todo todos wikipedia wikipedian wikipedians".split())


@cache
def _bracketed() -> re.Pattern[str]:
    """A note in square brackets."""
    return re.compile(
        r"""
        \[ (?:
          (?i: (?: (?:better|non-primary|third-party)[ ]source | (?:full[ ])?citation
            | (?:additional[ ])?citations | attribution | clarification | context | examples?
            | page | quotation | verification ) [ ] needed
          | (?:permanent[ ])? dead[ ]link | failed[ ]verification
          | (?: according[ ]to[ ]whom | by[ ]whom? | check | clarify | date | dubious | how
            | like[ ]whom | name | original[ ]research | source | sp | spelling | vague | when
            | where | which | whom? | whose | why ) \?
          | check [ ] (?:the[ ])? (?:date|fact|figure|name|number|quote|source|spelling|thi)s? \?? )
        | C[KQ] | c[kq] | (?:TODO|FIXME|TK) (?: [: ] [^\[\]\ufdd0]{1,100} )? ) \]
        """,
        re.VERBOSE,
    )


@cache
def _bare() -> re.Pattern[str]:
    """A note without them."""
    return re.compile(
        r"""
          (?<! [\w"'“‘`./#-] ) (?:TODO|FIXME) (?: \([\w@-]{1,30}\) )? :
        | \( (?:TODO|FIXME|TK) (?: [: ] [^()\ufdd0]{1,100} )? \)
        | \b TK (?:TK)+ \b | [$£€] TK \b | \b TK %
        | \b TK [ ] (?:TK|percent|per[ ]cent|million|billion) \b
        | (?<! [\w$£€.-] ) (?:XX|xx) [Xx]? (?:,(?:XXX|xxx))?
          (?= % | [ ] (?:percent|per[ ]cent|million|billion) \b )
        | [$£€] (?:XX|xx) [Xx]? (?: [,.](?:XX|xx)[Xx]? )* (?! \w )
        | \( (?: C[KQ] | c[kq] | (?:sp|spelling) \? | check [ ] (?:the[ ])? spelling ) \)
        | (?: \A | (?<= \ufdd0\n ) ) \(? (?:Eds|EDS): [ ] (?= [A-Z] )
        | \b DO[ ]NOT[ ]PUBLISH \b
        | \b (?:Note|note|NOTE) [ ] (?:to|TO) [ ] (?:the[ ]|THE[ ])?
          (?: copy[ ]?desk | desk | editor | EDITOR | news[ ]?desk ) :
        """,
        re.VERBOSE,
    )


class EditingNote(Rule):
    """A note of a writer or editor was left in the text."""

    name: ClassVar = "editing-note"
    family: ClassVar = "residue"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        for start, end, _ in left_behind(document, _notes(document), _SUBJECT):
            quote = quoted(document, start, end)
            yield self.finding(
                document.span(start, end), f"{quote} is a note to those who make the article"
            )


def _notes(document: Document) -> Iterator[Residue]:
    text = document.text
    spans: set[tuple[int, int]] = set()
    if "[" in text:
        spans.update(found.span() for found in _bracketed().finditer(text))
    for start, end in _surroundings(document):
        spans.update(found.span() for found in _bare().finditer(text, start, end))
    return (Residue(*span, "") for span in sorted(spans))


def _surroundings(document: Document) -> Iterator[tuple[int, int]]:
    """Where a note without brackets may stand; no two overlap."""
    start = end = 0
    for i in places(document, _WORDS):
        at = max(0, document.tokens.starts[i] - _BEFORE)
        if at > end:
            yield start, end
            start = at
        end = document.tokens.end(i) + _BEHIND
    if end:
        yield start, end
