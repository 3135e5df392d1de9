"""A passage that belongs to another story."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from copydesk import Document, Finding, Related, Rule
from copydesk.analysis.cohesion import Passage, foreign_passages
from copydesk.analysis.key_words import key_words, shared_words, topic_words


@dataclass(frozen=True)
class OffTopicPassage(Rule):
    """A paragraph, with or without a headline, shares too little with the rest of the article."""

    name: ClassVar = "off-topic-passage"
    family: ClassVar = "topic"
    language: ClassVar = "en"

    threshold: float = 1.5

    def check(self, document: Document) -> Iterator[Finding]:
        taken: set[int] = set()
        # A headline goes with its paragraph wherever both together are foreign.
        found = foreign_passages(document, self.threshold)
        for passage in sorted(found, key=lambda passage: not passage.headline):
            if passage.last not in taken:
                taken.add(passage.last)
                yield self._finding(document, passage)

    def _finding(self, document: Document, passage: Passage) -> Finding:
        first, last = document.prose[passage.first], document.prose[passage.last]
        inside = range(passage.first, passage.last + 1)
        return self.finding(
            document.span(first.start, last.end),
            f"this passage speaks of {key_words(document, inside)},"
            f" the article of {topic_words(document, inside)}",
            related=_neighbours(document, passage.first - 1, passage.last + 1),
        )


def _neighbours(document: Document, before: int, after: int) -> Iterator[Related]:
    above = document.prose[before].span
    if after == len(document.prose):
        yield Related(above, "what stands before it")
        return
    shared = shared_words(document, before, after)
    with_after = f" shares {shared} with what stands after it" if shared else ""
    yield Related(above, f"what stands before it{with_after}")
    yield Related(document.prose[after].span, "what stands after it")
