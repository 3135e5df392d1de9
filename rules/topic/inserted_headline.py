"""A headline of another story that stands in the text as if it were a paragraph."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Related, Rule
from copydesk.analysis.topic.inserted_headlines import Line, inserted_headlines
from copydesk.analysis.topic.key_words import topic_words


class InsertedHeadline(Rule):
    """A line between paragraphs reads as the headline of another story."""

    name: ClassVar = "inserted-headline"
    family: ClassVar = "topic"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        for line in document.analysis(inserted_headlines):
            yield self._finding(document, line)

    def _finding(self, document: Document, line: Line) -> Finding:
        block = document.prose[line.index]
        topic = topic_words(document, block.start, block.end)
        below = Related(document.prose[line.index + 1].span, "no empty line parts it from this")
        return self.finding(
            block.span,
            f"“{line.text}” reads as a headline of its own in an article of {topic}",
            related=(below,) if line.is_glued else (),
        )
