"""A text that breaks off."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from copydesk import Block, BlockKind, Document, Finding, Related, Rule, Severity, lazy_pattern
from copydesk.analysis.endings import endings, is_running, last_sentence, last_word
from copydesk.analysis.truncation import broken_off
from copydesk.english.lexicon import (
    ARTICLES,
    AUXILIARIES,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)

_ADVERBS = frozenset(
    "about across along around down inside near off out outside over since through under up".split()
)
_BEFORE_DOTS = (
    ARTICLES | POSSESSIVES | (PREPOSITIONS - _ADVERBS) | (SUBJECT_PRONOUNS - {"it", "you"})
)
_QUESTION = lazy_pattern(r"[\"'“‘]?(?:(?:And|But|Or|So|Yet)\s)?(\w+)")
_DOTS = lazy_pattern(
    r"""(?: (?P<counted> (?:(?:\.{3}|…)\s?)? \[\+?\d+\ char(?:acter)?s\] )
          | \.{3,} | … | \[(?:\.{3}|…)\] ) \Z""",
    re.VERBOSE,
)
_LONGEST_END = 40
_FEWEST_WORDS = 5
_FEWEST_WORDS_OF_LAST = 3
_FEWEST_STOPPED = 2
_WORDS_SHOWN = 4
_SHOWN = 80


class TruncatedText(Rule):
    """A paragraph breaks off within a sentence or a word."""

    name: ClassVar = "truncated-text"
    family: ClassVar = "mechanics"
    severity: ClassVar = Severity.ERROR
    language: ClassVar = "en"

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
    dotted = [
        (block, after, match)
        for block, after in pairwise((*document.blocks, None))
        if block and block.text.endswith(("...", "…", "]"))
        if (match := _dots(block.text))
    ]
    for block, after, match in dotted:
        text = block.text[: match.start()]
        if text.rstrip().endswith(","):  # a list that could go on
            continue
        is_cut = _is_cut(text) and (after is None or after.kind is BlockKind.PARAGRAPH)
        if match["counted"] or is_cut or (len(dotted) == 1 and _is_last(block, text, document)):
            yield block, match.start()


def _is_cut(text: str) -> bool:
    """Whether the last sentence of a text, unless it is one as “Read on”, ends in no last word."""
    word = last_word(text)
    may_end = word in PREPOSITIONS and _is_short(text)
    return is_running(text) and word in _BEFORE_DOTS and not may_end


def _is_short(text: str) -> bool:
    """Whether the last sentence has no more words than “Good luck”."""
    return last_sentence(text).count(" ") < _FEWEST_WORDS_OF_LAST - 1


def _dots(text: str) -> re.Match[str] | None:
    return _DOTS.search(text, max(0, len(text) - _LONGEST_END))


def _is_last(block: Block, text: str, document: Document) -> bool:
    """Whether dots stand for the rest of an article: its last paragraph ends so, and no other."""
    return (
        block is document.prose[-1]
        and text.count(" ") >= _FEWEST_WORDS - 1
        and not (_is_short(text) and last_word(text) not in _BEFORE_DOTS)
        and document.analysis(endings).stopped >= _FEWEST_STOPPED
        and not _asks(last_sentence(text))
    )


def _asks(sentence: str) -> bool:
    """Whether a sentence begins as a question that expects no answer: “But will it rain…”."""
    opening = _QUESTION.match(sentence)
    return opening is not None and opening[1].lower() in AUXILIARIES
