"""A text that breaks off."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from copydesk import Block, Document, Finding, Related, Rule
from copydesk.analysis.endings import broken_off, is_running, last_word
from copydesk.analysis.lexicon import (
    ARTICLES,
    COORDINATORS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)

_BEFORE_DOTS = ARTICLES | POSSESSIVES | COORDINATORS | PREPOSITIONS | SUBJECT_PRONOUNS
_DOTS = re.compile(
    r"""(?: (?P<counted> (?:(?:\.{3}|…)\s?)? \[\+?\d+\ char(?:acter)?s\] )
          | \.{3,} | … | \[(?:\.{3}|…)\] ) \Z""",
    re.VERBOSE,
)
_LONGEST_END = 40
_WORDS_SHOWN = 4
_SHOWN = 80


@dataclass(frozen=True)
class TruncatedText(Rule):
    """A paragraph breaks off within a sentence or a word."""

    name: ClassVar = "truncated-text"
    family: ClassVar = "mechanics"

    def check(self, document: Document) -> Iterator[Finding]:
        for one in document.analysis(broken_off):
            start = one.block.text.rfind(one.block.text.split()[-1])
            yield self._finding(document, one.block, start, one.next)
        for block, start in _cut(document):
            yield self._finding(document, block, start, None)

    def _finding(
        self, document: Document, block: Block, start: int, following: Block | None
    ) -> Finding:
        words = block.text[-_SHOWN:].split()[-_WORDS_SHOWN:]
        related: tuple[Related, ...] = ()
        if following and following.text:
            at = following.start
            related = (Related(document.span(at, at + 1), "the next paragraph begins here"),)
        return self.finding(
            document.span(block.start + start, block.end),
            f"the text breaks off after “{' '.join(words)}”",
            related=related,
        )


def _cut(document: Document) -> Iterator[tuple[Block, int]]:
    """The paragraphs that end in dots, or in the number of letters left out, where one was cut.

    With each comes the place of the dots in it.
    """
    prose = document.prose
    ends = [(b, _dots(b.text)) for b in prose if b.text.endswith(("...", "…", "]"))]
    dotted = [(block, match) for block, match in ends if match]
    for block, match in dotted:
        alone = len(dotted) == 1 and block is prose[-1]
        if match["counted"] or _is_cut(block.text[: match.start()], alone=alone):
            yield block, match.start()


def _dots(text: str) -> re.Match[str] | None:
    return _DOTS.search(text, max(0, len(text) - _LONGEST_END))


def _is_cut(text: str, *, alone: bool) -> bool:
    """Whether the dots behind a text stand for its rest, and are no afterthought.

    They do where the sentence cannot end in the word before, and in most articles in which no
    other paragraph ends so but the last.
    """
    word = last_word(text)
    return is_running(text) and word.islower() and (alone or word in _BEFORE_DOTS)
