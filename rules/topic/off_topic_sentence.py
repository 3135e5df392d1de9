"""A sentence that belongs to another story."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from copydesk import Document, Finding, Related, Rule, Sentence, Severity
from copydesk.analysis.topic.foreign_sentences import foreign_sentences
from copydesk.analysis.topic.key_words import key_words, topic_words


@dataclass(frozen=True)
class OffTopicSentence(Rule):
    """A sentence of a paragraph shares too little with the rest of the article."""

    name: ClassVar = "off-topic-sentence"
    family: ClassVar = "topic"
    severity: ClassVar = Severity.INFO
    default: ClassVar = False
    language: ClassVar = "en"

    threshold: float = 0.0

    def check(self, document: Document) -> Iterator[Finding]:
        for sentence in foreign_sentences(document, self.threshold):
            inside = sentence.start, sentence.end
            yield self.finding(
                document.span(*inside),
                f"this sentence speaks of {key_words(document, *inside)},"
                f" the article of {topic_words(document, *inside)}",
                related=_rest(document, sentence),
            )


def _rest(document: Document, sentence: Sentence) -> Iterator[Related]:
    """What of its paragraph stands before it and after it."""
    block, text = sentence.block, document.text
    if before := text[block.start : sentence.start].rstrip():
        span = document.span(block.start, block.start + len(before))
        yield Related(span, "what stands before it")
    if after := text[sentence.end : block.end].lstrip():
        yield Related(document.span(block.end - len(after), block.end), "what stands after it")
