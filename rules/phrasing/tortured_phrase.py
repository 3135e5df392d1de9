"""A technical term whose words were replaced by a synonym program."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from copydesk import Document, Finding, Rule, Severity
from copydesk.analysis.lexicon import FUNCTION_WORDS
from copydesk.analysis.phrases import Match
from copydesk.analysis.tortured_phrases import tortured_phrases
from copydesk.analysis.verb_forms import THIRD_PERSON, is_plural

_QUOTES = frozenset("\"'“”‘’«»")
_NEAR = 25
"""Within so many tokens of the right term, the wrong one is talked about."""


class TorturedPhrase(Rule):
    """A phrase is known as what a synonym program makes of a technical term."""

    name: ClassVar = "tortured-phrase"
    family: ClassVar = "phrasing"
    severity: ClassVar = Severity.WARNING
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        tokens = document.tokens
        found = list(tortured_phrases(document))
        for match in found:
            is_chance = len(found) == 1 and _is_modifier(tokens.lowers, match)
            if not is_chance and not _is_talked_about(document, match):
                start, end = tokens.starts[match.first], tokens.end(match.end - 1)
                phrase = " ".join(tokens.texts[match.first : match.end])
                message = f"“{phrase}” is a tortured form of “{match.value}”"
                yield self.finding(document.span(start, end), message)


def _is_modifier(words: Sequence[str], match: Match[str]) -> bool:
    """Whether the last word belongs to a plural after it and the first may too.

    Then words may have met by chance: keen gadget users are users who are keen.
    """
    after = "".join(words[match.end : match.end + 1])
    return is_plural(after) and after not in FUNCTION_WORDS | THIRD_PERSON


def _is_talked_about(document: Document, match: Match[str]) -> bool:
    """Whether the phrase is quoted, or the term itself stands near."""
    texts, words = document.tokens.texts, document.tokens.lowers
    around = {*texts[max(0, match.first - 1) : match.first], *texts[match.end : match.end + 1]}
    if not around.isdisjoint(_QUOTES):
        return True
    near = " ".join(words[max(0, match.first - _NEAR) : match.end + _NEAR])
    return f" {match.value} " in f" {near} "
