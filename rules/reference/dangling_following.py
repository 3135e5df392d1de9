"""Something is announced, and nothing follows."""

import re
from collections.abc import Iterator
from typing import ClassVar

from copydesk import BREAK, BlockKind, Document, Finding, Related, Rule, lazy_pattern

_ANNOUNCED = lazy_pattern(
    r"""
    \b(?:
      (?:[Tt]he\s+)?following (?=[^.:!?\ufdd0]*:\Z)
    | [Tt]he\s+following (?=\.\Z
        | \s+(?:\w+\s+){0,2}(?:is|are)\b[^.:!?\ufdd0]*\.\Z)
    | as\s+follows (?=[^.:!?\ufdd0]*[.:]\Z)
    | (?:[Hh]ere|[Bb]elow)(?:['’]s|\s+is|\s+are)\b (?=[^.:!?\ufdd0]*:\Z)
    | [Tt]h(?:e|is|ese)\s+
      (?:chart|code|diagram|examples?|figure|graph|list|map|snippet|steps|tables?)\s+below\b
      (?=[^.:!?\ufdd0]*[.:]\Z)
    | (?:includ(?:e|es|ed|ing)|are)(?=\s*:\Z)
    )
    """,
    re.VERBOSE,
)
"""What the last sentence of a block announces."""

_LONGEST = 250
_MARKS = (f":\n{BREAK}", "as follows", "he following", "below")
"""Without any of these in it, an article announces nothing at the end of a paragraph."""

_STOPS = (".", ":")
_WORD = lazy_pattern(r"[^\W_]")


class DanglingFollowing(Rule):
    """Words such as “the following” or “as follows” stand where nothing follows."""

    name: ClassVar = "dangling-following"
    family: ClassVar = "reference"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        if not text.endswith(":") and not any(mark in text for mark in _MARKS):
            return
        level = 0
        for index, block in enumerate(document.blocks):
            level = block.level or level
            if block.kind is not BlockKind.PARAGRAPH or not block.text.endswith(_STOPS):
                continue
            found = _announced(block.text[-_LONGEST:])
            if not found or (_may_mean_section(found[0]) and index + 1 < len(document.blocks)):
                continue
            if _is_left_alone(document, index, level):
                yield self._finding(document, index, found)

    def _finding(self, document: Document, index: int, found: re.Match[str]) -> Finding:
        block = document.blocks[index]
        start = max(block.start, block.end - _LONGEST)
        following = document.blocks[index + 1 : index + 2]
        return self.finding(
            document.span(start + found.start(), start + found.end()),
            f"“{' '.join(found[0].split())}” announces something, and"
            f" {'a heading' if following else 'nothing'} follows",
            related=[Related(heading.span, "what follows") for heading in following],
        )


def _may_mean_section(words: str) -> bool:
    """Whether what is announced may be a section of its own: “here is how:”, “the list below”."""
    return words.lower().startswith(("here", "below")) or words.endswith("below")


def _announced(end: str) -> re.Match[str] | None:
    """The words at the end of a block that announce something."""
    if end.endswith(":") or (end.endswith(".") and ("follow" in end or "below" in end)):
        return _ANNOUNCED.search(end)
    return None


def _is_left_alone(document: Document, index: int, level: int) -> bool:
    """Whether the text ends after a block, or its section of a level, with nothing in between.

    The headings of deeper sections may be what was announced.
    """
    following = document.blocks[index + 1 : index + 2]
    if any(one.kind is not BlockKind.HEADING or one.level > level for one in following):
        return False
    end = following[0].span.start if following else len(document.source)
    return not _WORD.search(document.source, document.blocks[index].span.end, end)
