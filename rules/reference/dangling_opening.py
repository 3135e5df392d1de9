"""An opening that refers to what does not stand before it."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice, takewhile
from typing import ClassVar

from copydesk import Block, BlockKind, Document, Finding, Related, Rule, Sentence
from copydesk.analysis.narration import ends_sentence
from copydesk.analysis.reference.openings import Opening, references

_FEWEST_WORDS = 6
_STORY = 3
"""In how many sentences a story may keep its hero back."""

_LONGEST = 1_000
"""How much is read of a sentence, in code points."""

_HEADLINES = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.PARAGRAPH})


class DanglingOpening(Rule):
    """An article opens with a word that refers to something before it."""

    name: ClassVar = "dangling-opening"
    family: ClassVar = "reference"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        first = _first_paragraph(document)
        if first:
            yield from self._in_article(first, document)

    def _in_article(self, block: Block, document: Document) -> Iterator[Finding]:
        """The first word, if any, with which the first sentence refers to something."""
        found = next(references(_opening(block, document)), None)
        if found:
            start, end = block.start + found.start, block.start + found.end
            words = " ".join(document.text[start:end].split())
            opens = "opens with" if found.start == 0 else "has in its first sentence"
            yield self.finding(
                document.span(start, end),
                f"the article {opens} “{words}”, and {found.lack}",
                related=_headline(block, document),
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


def _opening(block: Block, document: Document) -> Opening:
    return Opening(
        tuple(one.text[:_LONGEST] for one in islice(_sentences(block, document), _STORY)),
        tuple(b.text for b in takewhile(lambda other: other is not block, document.prose)),
        " ".join(
            document.source[slice(*b.span)]
            for b in takewhile(lambda other: other is not block, document.blocks)
            if b.kind is BlockKind.FRONT_MATTER
        ),
    )


def _sentences(block: Block, document: Document) -> Iterator[Sentence]:
    """The sentences from a block on."""
    number = bisect_left(document.sentences, block.start, key=lambda sentence: sentence.start)
    return islice(document.sentences, number, None)


def _headline(block: Block, document: Document) -> Iterator[Related]:
    number = bisect_left(document.prose, block.start, key=lambda other: other.start)
    if number:
        yield Related(document.prose[number - 1].span, "only a headline stands before it")
