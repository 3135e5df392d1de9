"""A line that advertises another story."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from copydesk import Block, BlockKind, Document, Finding, Related, Rule, Span
from copydesk.analysis.topic.teasers import is_short, teasers

if TYPE_CHECKING:
    import regex

_SECONDS = 1.0


@dataclass(frozen=True)
class TeaserLine(Rule):
    """A line advertises another story."""

    name: ClassVar = "teaser-line"
    family: ClassVar = "topic"
    language: ClassVar = "en"

    patterns: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Raises `ValueError` if a pattern is faulty, so that it is not found out by a text."""
        for pattern in self.patterns:
            _users_pattern(pattern)

    def check(self, document: Document) -> Iterator[Finding]:
        known = document.analysis(teasers)
        for index, (before, block) in enumerate(pairwise(document.prose), 1):
            if index in known or self._is_known(block):
                yield self.finding(
                    document.span(block.start, block.end),
                    f"“{_short(block.text)}” advertises another story",
                    related=_evidence(before),
                )

    def _is_known(self, block: Block) -> bool:
        if block.kind is not BlockKind.PARAGRAPH or not is_short(block.text):
            return False
        return any(
            _users_pattern(pattern).search(block.text, timeout=_SECONDS) is not None
            for pattern in self.patterns
        )


@cache
def _users_pattern(pattern: str) -> "regex.Pattern[str]":
    import regex  # noqa: PLC0415  only for patterns that a user wrote

    try:
        return regex.compile(pattern)
    except regex.error as error:
        raise ValueError(f"{pattern!r} is not a pattern: {error}") from error


def _evidence(before: Block) -> Iterator[Related]:
    yield Related(Span(*before.span), "the article it stands in")


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57].rsplit(" ", 1)[0] + "…"
