"""A verb without the object that it needs."""

from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from copydesk import Document, Finding, Rule
from copydesk.analysis.token_patterns import Pattern, TokenPatterns
from copydesk.analysis.token_slots import can_be, tag, word
from copydesk.english.lexicon import ARTICLES, POSSESSIVES, SUBJECT_PRONOUNS

_TOLD = word("assured convinced informed notified persuaded reassured reminded told")
_ALLOW = word("allow allowing allows enable enables enabling")
_UNDERSTOOD = word("be cool dry rest set settle sit soak stand steep warm")
_CLAUSE = word(ARTICLES | POSSESSIVES | SUBJECT_PRONOUNS | {"there", "this"})
_PATTERNS: tuple[Pattern, ...] = (
    (
        word(SUBJECT_PRONOUNS - {"you"} | {"who", "also"}),
        _TOLD.named("verb"),
        word("that"),
        _CLAUSE,
    ),
    (_ALLOW.named("verb"), word("to"), can_be("v") & tag("VERB AUX") & ~_UNDERSTOOD),
)


class MissingObject(Rule):
    """A verb lacks the object that it needs."""

    name: ClassVar = "missing-object"
    family: ClassVar = "phrasing"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        tokens = document.tokens
        for match in _patterns().find(document):
            verb = match.tokens("verb").start
            start, end = tokens.starts[verb], tokens.end(verb + 1)
            message = f"“{tokens.texts[verb]}” has no object before “{tokens.texts[verb + 1]}”"
            yield self.finding(document.span(start, end), message)


@cache
def _patterns() -> TokenPatterns[None]:
    return TokenPatterns((pattern, None) for pattern in _PATTERNS)
