"""A passage that belongs to another story."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from copydesk import Document, Finding, Related, Rule
from copydesk.analysis.topic.foreignness import foreign_passages
from copydesk.analysis.topic.key_words import key_words, shared_words, topic_words
from copydesk.analysis.topic.passages import Passage


@dataclass(frozen=True)
class OffTopicPassage(Rule):
    """A paragraph, with or without a headline, shares too little with the rest of the article."""

    name: ClassVar = "off-topic-passage"
    family: ClassVar = "topic"
    language: ClassVar = "en"

    threshold: float = 0.0

    def check(self, document: Document) -> Iterator[Finding]:
        for passage, _, _ in foreign_passages(document, self.threshold):
            yield self._finding(document, passage)

    def _finding(self, document: Document, passage: Passage) -> Finding:
        inside = passage.start, passage.end
        return self.finding(
            document.span(*inside),
            f"this passage speaks of {key_words(document, *inside)},"
            f" the article of {topic_words(document, *inside)}",
            related=_neighbours(document, passage),
        )


def _neighbours(document: Document, passage: Passage) -> Iterator[Related]:
    before, after = _before(document, passage), _after(document, passage)
    if not after:
        yield Related(document.span(*before), "what stands before it")
        return
    shared = shared_words(document, before, after)
    with_after = f" shares {shared} with what stands after it" if shared else ""
    yield Related(document.span(*before), f"what stands before it{with_after}")
    yield Related(document.span(*after), "what stands after it")


def _before(document: Document, passage: Passage) -> tuple[int, int]:
    """What of its paragraph stands before it, or else the block before it."""
    block, above = document.prose[passage.first], document.prose[passage.first - 1]
    if passage.start == block.start:
        return above.start, above.end
    return block.start, block.start + len(document.text[block.start : passage.start].rstrip())


def _after(document: Document, passage: Passage) -> tuple[int, int] | None:
    """What of its paragraph stands after it, or else the block after it, if there is one."""
    block, below = document.prose[passage.last], document.prose[passage.last + 1 : passage.last + 2]
    if passage.end < block.end:
        return block.end - len(document.text[passage.end : block.end].lstrip()), block.end
    return (below[0].start, below[0].end) if below else None
