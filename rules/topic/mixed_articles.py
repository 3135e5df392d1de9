"""Two articles in one text."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from copydesk import Document, Finding, Related, Rule, Severity
from copydesk.analysis.paragraphs import whole_paragraphs
from copydesk.analysis.topic.glued_articles import seam_of
from copydesk.analysis.topic.key_words import key_words
from copydesk.analysis.topic.seams import Seam


@dataclass(frozen=True)
class MixedArticles(Rule):
    """The text begins as one article and goes on as another."""

    name: ClassVar = "mixed-articles"
    family: ClassVar = "topic"
    severity: ClassVar = Severity.INFO
    default: ClassVar = False
    language: ClassVar = "en"

    threshold: float = 0.0

    def check(self, document: Document) -> Iterator[Finding]:
        if seam := seam_of(document, self.threshold):
            yield self._finding(document, seam)

    def _finding(self, document: Document, seam: Seam) -> Finding:
        blocks = document.prose
        start, end = blocks[seam.block].start, blocks[seam.paragraph].end
        before = key_words(document, 0, blocks[seam.block - 1].end)
        after = key_words(document, start, blocks[-1].end)
        opening = blocks[document.analysis(whole_paragraphs)[0]]
        return self.finding(
            document.span(start, end),
            f"from here on the text speaks of {after}, before of {before}",
            related=(
                Related(opening.span, "how the first article begins"),
                Related(blocks[seam.block - 1].span, "where it breaks off"),
            ),
        )
