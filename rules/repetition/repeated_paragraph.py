"""A paragraph, or a run of them, that stands twice."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from copydesk import Document, Finding, Related, Rule
from copydesk.analysis.copies import Copy, copies, excerpt, is_passage, place, told

_LONG = 150
"""So many words are hardly meant to stand in two sections, as steps and warnings are."""


@dataclass(frozen=True)
class RepeatedParagraph(Rule):
    """A paragraph, or a run of paragraphs, stands twice."""

    name: ClassVar = "repeated-paragraph"
    family: ClassVar = "repetition"

    fewest_words: int = 12

    def check(self, document: Document) -> Iterator[Finding]:
        for copy in document.analysis(copies):
            follows = copy.second.start == copy.first.stop
            fewest = self.fewest_words // 2 if follows else self.fewest_words
            if _are_of_two_sections(document, copy):
                fewest = max(fewest, _LONG)
            if copy.words >= fewest and is_passage(document, copy):
                yield self._finding(document, copy)

    def _finding(self, document: Document, copy: Copy) -> Finding:
        sentences = document.sentences[copy.second.start : copy.second.stop]
        blocks = len({sentence.block.start for sentence in sentences})
        rest = f" and the text after it, {blocks} paragraphs together," if blocks > 1 else ""
        return self.finding(
            document.span(*place(document, copy.second)),
            f"{excerpt(document, copy.second)}{rest} stands twice",
            related=(Related(document.span(*place(document, copy.first)), told(copy.changes)),),
        )


def _are_of_two_sections(document: Document, copy: Copy) -> bool:
    """Whether a heading stands between the two, be it of code."""
    sentences = document.sentences
    start, end = sentences[copy.first.stop - 1].end, sentences[copy.second.start].start
    return any(block.level and start <= block.start <= end for block in document.blocks)
