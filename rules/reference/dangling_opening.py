"""An opening that refers to what does not stand before it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import ClassVar

from copydesk import Block, BlockKind, Document, Finding, Related, Rule
from copydesk.analysis.narration import ends_sentence
from copydesk.analysis.speakers import names_person

_FEWEST_WORDS = 6
_HEADLINES = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.PARAGRAPH})

_CONTRAST = re.compile(
    r"(?:But|However|Meanwhile|Nevertheless|Nonetheless|Therefore|Consequently"
    r"|On\s+the\s+(?:other\s+hand|contrary))\b"
    r"|(?:Instead|(?:In|By)\s+contrast|Conversely|Otherwise|As\s+a\s+result)(?=,)"
)
_CONNECTIVE = re.compile(
    rf"{_CONTRAST.pattern}|(?:And|Moreover|Furthermore|Yet(?!\s+(?:another|again)\b))\b"
    r"|(?:Also|Additionally|In\s+addition|Likewise|Similarly|Accordingly|Hence|Thus|Besides"
    r"|Incidentally|Earlier|Later|Afterwards?|After\s+that|In\s+response|In\s+turn"
    r"|At\s+the\s+same\s+time|That\s+said|For\s+(?:example|instance|this\s+reason)"
    r"|Because\s+of\s+this|Despite\s+this|To\s+(?:this|that)\s+end)(?=,)"
)
_PRONOUN = re.compile(
    r"(?:He|She|They|His|Her|Their)\b"
    r"(?!\s+(?:is|are|was|were)\s+(?:an?|the|one)\b|\s+(?:say|call|who)\b)"
)


@dataclass(frozen=True)
class DanglingOpening(Rule):
    """An article opens with a word that refers to something before it."""

    name: ClassVar = "dangling-opening"
    family: ClassVar = "reference"

    def check(self, document: Document) -> Iterator[Finding]:
        first = _first_paragraph(document)
        if first and (word := _dangling_word(first, document)):
            yield self._report("article", first, word, document)
        for heading, block in pairwise(document.prose):
            if heading.kind is BlockKind.HEADING and block.kind is BlockKind.PARAGRAPH:
                word = _CONTRAST.match(block.text)
                if word and block is not first and not _is_question(block, document):
                    yield self._report("section", block, word, document)

    def _report(self, part: str, block: Block, word: re.Match[str], document: Document) -> Finding:
        return self.finding(
            document.span(block.start, block.start + word.end()),
            f"the {part} opens with “{word.group()}”, and nothing stands before it",
            related=_evidence(block, word, document),
        )


def _first_paragraph(document: Document) -> Block | None:
    """The first block of running text, unless more than headlines and labels stands before it."""
    for block in document.prose:
        if block.kind is BlockKind.PARAGRAPH and _is_running_text(block.text):
            return block
        if block.kind not in _HEADLINES:
            return None
    return None


def _is_running_text(text: str) -> bool:
    return len(text.split(maxsplit=_FEWEST_WORDS)) >= _FEWEST_WORDS and ends_sentence(text)


def _dangling_word(block: Block, document: Document) -> re.Match[str] | None:
    """The connective or pronoun that opens the article, if nothing makes up for it.

    A connective may be the headline's own, or open a question. A pronoun may mean somebody whom
    the paragraph goes on to name; the headline is no introduction, for it is read apart.
    """
    if connective := _CONNECTIVE.match(block.text):
        headlines = takewhile(lambda other: other is not block, document.prose)
        repeats = any(other.text.startswith(connective.group()) for other in headlines)
        return None if repeats or _is_question(block, document) else connective
    pronoun = _PRONOUN.match(block.text)
    return pronoun if pronoun and not names_person(block.text[pronoun.end() :]) else None


def _is_question(block: Block, document: Document) -> bool:
    number = bisect_left(document.sentences, block.start, key=lambda sentence: sentence.start)
    return document.sentences[number].text.endswith("?")


def _evidence(block: Block, word: re.Match[str], document: Document) -> Iterator[Related]:
    number = bisect_left(document.prose, block.start, key=lambda other: other.start)
    if number:
        yield Related(document.prose[number - 1].span, "only a headline stands before it")
    if _PRONOUN.match(word.group()):
        yield Related(block.span, "the opening paragraph names nobody")
