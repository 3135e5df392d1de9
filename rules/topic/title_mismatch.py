"""A title that is about something else."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Related, Rule
from copydesk.analysis.topic.key_words import topic_words
from copydesk.analysis.topic.titles import is_about_another


class TitleMismatch(Rule):
    """The title has nothing to do with the text under it."""

    name: ClassVar = "title-mismatch"
    family: ClassVar = "topic"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        if is_about_another(document):
            title, opening, *_ = document.prose
            topic = topic_words(document, title.start, title.end)
            yield self.finding(
                document.span(title.start, title.end),
                f"“{title.text}” has no word in common with the text, which speaks of {topic}",
                related=(Related(opening.span, "what the text begins with"),),
            )
