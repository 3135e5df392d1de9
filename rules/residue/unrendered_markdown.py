"""Markdown that a reader sees as it was typed."""

import re
from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from copydesk import Document, Finding, Related, Rule, lazy_pattern
from copydesk.analysis.residue.residues import Residue, compiled, left_behind, quoted

_OTHER_MARKUP = r"(?m)(?<!`)``\w|^\.\. [\w\[]|^:\w+: |^\s*<[A-Z]\w*[\s/>]"
"""What reStructuredText and MDX have, the components of which hold Markdown that is rendered."""

_SUBJECT = frozenset("asterisk asterisks markdown restructuredtext".split())
_MOST_RELATED = 10
_KINDS = {
    "**": "emphasis",
    "##": "a heading",
    "![": "a picture",
    "](": "a link",
    "] (http": "a link",
    ")[": "a link",
    "][": "a link",
    "```": "a fence of code",
    "|": "a table",
}
"""What the marks are, by a sign that each holds and that is looked for first."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """What the marks look like; each begins with a letter of its own, for that is found fast."""
    return {
        sign: lazy_pattern(pattern, re.VERBOSE | re.MULTILINE)
        for sign, pattern in {
            "**": r"""
                \*\* (?<! [\w*\\/)\]] \*\* ) \*?+ (?= [\w"“‘'(\[@#] ) [^*\n\ufdd0]{1,200}
                (?<= [^\s*/] ) \*\*\*? (?! \* )
              | \*\* (?<! \S\*\* ) (?= \w ) [^*\n\ufdd0]{1,100} [ ]\*\* (?= [\s.,;:!?] | \Z )
              | \*\* (?<! \*\*\* ) [ ] [A-Za-z][^*.\n\ufdd0]{2,100} [ ]\*\* (?! \* )
            """,
            "##": r"^ \#{2,6} [ ]? (?= [\w“‘*] ) [^\n\ufdd0]{1,100}",
            "![": r"!\[ [^\[\]\n\ufdd0]{0,200} \]\( [^\s()\ufdd0] [^()\n\ufdd0]{0,500} \)",
            "](": r"""
                \[ (?<! [\w!\]]\[ ) [^\[\]\ufdd0]{1,200} \]\(
                (?: https?:// | www\. | mailto: | /\w | \#\w | \.\.?/ ) [^()\n\ufdd0]{0,500} \)
            """,
            "] (http": r"\[ [^\[\]\ufdd0]{1,200} \] [ ] \( https?:// [^()\n\ufdd0]{0,500} \)",
            ")[": r"""
                \( [^()\[\]\ufdd0]{1,100} \)\[ (?:https?://|mailto:) [^\[\]\s\ufdd0]{1,300} \]
            """,
            "][": r"""
                \[ (?<! [\w\])\\<"'`]\[ ) [A-Za-z][^\[\]\ufdd0]{1,80} \]
                \[ [A-Za-z][\w .-]{1,60} \] (?! [\[(\w*+?{] )
            """,
            "```": r"``` [^\n\ufdd0`]{0,100}",
            "|": r"""
                ^ \|? (?: [ ]?:?-{2,40}+:?[ ]? \| )++ (?: [ ]?:?-{2,40}+:?[ ]? )?+ $
            """,
        }.items()
    }


class UnrenderedMarkdown(Rule):
    """Markdown stands in the text as it was typed."""

    name: ClassVar = "unrendered-markdown"
    family: ClassVar = "residue"

    def check(self, document: Document) -> Iterator[Finding]:
        by_kind: dict[str, list[Residue]] = {}
        marks = list(_marks(document))
        if marks and compiled(_OTHER_MARKUP).search(document.source):
            return
        for residue in left_behind(document, sorted(marks), _SUBJECT):
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
    text = document.text
    for sign, kind in _KINDS.items():
        if sign[0] in text and sign in text:
            for found in _patterns()[sign].finditer(text):
                if document.is_literal(*found.span()):
                    yield Residue(*found.span(), kind)
