"""Text that only keeps the place of another."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import ClassVar

from copydesk import Document, Finding, Rule, Severity
from copydesk.analysis.phrases import PhraseTable
from copydesk.analysis.quotations import quotations
from copydesk.analysis.residue.residues import Residue, left_behind, quoted
from copydesk.analysis.vocabulary import places, vocabulary

_SUBJECT = frozenset(
    "brackets cicero dummy letter letters markdown naming placeholder placeholders"
    " square-bracketed template templates typeface typesetting typographers typography".split()
)
_PARTS = "caption content headline message text title".split()
_PICTURES = "caption chart graphic headline image link name photo picture quote table video".split()
_TELLING = frozenset("click here insert wordpress".split())
"""Of these every such line has one."""

_DUMMY_LATIN = frozenset(
    "adipiscing adipisicing aliqua aliquip amet commodo consectetuer consectetur curabitur dolor"
    " eiusmod elit exercitation incididunt ipsum labore lorem nostrud pellentesque pulvinar"
    " sollicitudin tempor ullamco vestibulum vivamus".split()
)
_NO_LATIN = frozenset("adipiscing adipisicing consectetuer lorem pellentesque".split())
"""Words that no Roman wrote, or not so that they would stand beside the others."""

_FEWEST_WORDS = 3


@cache
def _bracketed() -> re.Pattern[str]:
    """An instruction in square brackets."""
    return re.compile(
        r"""
        (?<! [\w\#$=/>] ) \[ (?:
          (?:INSERT|Insert|insert|ENTER|Enter|enter) \s [^\[\]\ufdd0]{2,80}
        | (?:YOUR|Your) \s [^\[\]\ufdd0]{2,40}
        | (?: Author|Brand|Business|Client|Company|Contact|Customer|Employee|Employer|Event|First
            |Full|Job|Last|Organi[sz]ation|Phone|Position|Product|Project|Recipient|School|Sender
            |Speaker|Street|University|Website ) (?:['’]s)? \s (?:Address|Email|Name|Number|Title)
        | Date | City,[ ]State | Company | Email[ ]Address | Name[ ]of[ ][^\[\]\ufdd0]{2,40}
        | (?i: (?:ad|caption|chart|embed|graphic|headline|image|link|logo|map|photo|picture|quote
            |table|text|tweet|video) s? (?:\s\w{1,20}){0,4}? \s (?:goes\s)? here )
        ) \]
        """,
        re.VERBOSE,
    )


@cache
def _lines() -> PhraseTable[bool]:
    """What an editor or a page builder puts in, and whether only capitals tell it from prose."""
    prose = [
        *(f"{verb} your {part} here" for verb in ("add", "enter", "type") for part in _PARTS),
        *(f"{part} goes here" for part in (*_PARTS, "body", "copy", "subheading", "subtitle")),
        *(f"click to {verb} {part}" for verb in ("add", "edit") for part in (*_PARTS, "subtitle")),
        "welcome to wordpress. this is your first post",
    ]
    capitals = [f"insert {part}{rest}" for part in _PICTURES for rest in ("", "s", " here")]
    return PhraseTable(dict.fromkeys(prose, False) | dict.fromkeys(capitals, True))


class PlaceholderText(Rule):
    """Text that was to be replaced was left as it is."""

    name: ClassVar = "placeholder-text"
    family: ClassVar = "residue"
    severity: ClassVar = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        found = [*_stand_ins(document), *_dummy_latin(document)]
        for start, end, _ in left_behind(document, found, _SUBJECT):
            quote = quoted(document, start, end)
            yield self.finding(document.span(start, end), f"{quote} only keeps the place of text")


def _stand_ins(document: Document) -> Iterator[Residue]:
    if "[" in document.text:
        for found in _bracketed().finditer(document.text):
            if not _is_said(document, found.start()):
                yield Residue(*found.span(), "")
    if document.analysis(vocabulary).isdisjoint(_TELLING):
        return
    tokens = document.tokens
    for first, end, in_capitals in _lines().find(document):
        if not in_capitals or all(text.isupper() for text in tokens.texts[first:end]):
            yield Residue(tokens.starts[first], tokens.end(end - 1), "")


def _is_said(document: Document, start: int) -> bool:
    """Whether a bracket stands in a quotation, after a word: “all ask me for [your name]”."""
    before = document.text[max(0, start - 2) : start].rstrip()
    return before[-1:].isalnum() and document.analysis(quotations).covers(start)


def _dummy_latin(document: Document) -> Iterator[Residue]:
    """From the first to the last word of the Latin that printers set, block by block."""
    tokens = document.tokens
    indices = places(document, _DUMMY_LATIN)
    if not any(tokens.lowers[i] in _NO_LATIN for i in indices):
        return
    for _, group in groupby(indices, lambda i: document.block_at(tokens.starts[i]).start):
        run = list(group)
        words = {tokens.lowers[i] for i in run}
        if len(words) >= _FEWEST_WORDS and words & _NO_LATIN:
            yield Residue(tokens.starts[run[0]], tokens.end(run[-1]), "")
