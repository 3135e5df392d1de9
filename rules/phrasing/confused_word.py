"""A word written for another that sounds or looks like it."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Applicability, Document, Finding, Rule, replacement
from copydesk.analysis.phrasing.confusions import Confusion, confusions
from copydesk.analysis.phrasing.misplaced import misplaced_words

_UNSAFE = Applicability.UNSAFE
_EMPHASIS = frozenset("*_")
_QUOTES = frozenset("\"'“”‘’«»")


class ConfusedWord(Rule):
    """A word stands for another that sounds or looks like it."""

    name: ClassVar = "confused-word"
    family: ClassVar = "phrasing"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        found = {one.wrong: one for one in misplaced_words(document)}
        found |= {one.wrong: one for one in confusions(document)}
        for confusion in found.values():
            if not _is_cited(document, confusion):
                yield self._finding(document, confusion)

    def _finding(self, document: Document, confusion: Confusion) -> Finding:
        tokens = document.tokens
        word = tokens.texts[confusion.wrong]
        start, end = tokens.starts[confusion.wrong], tokens.end(confusion.wrong)
        shown = filter(_is_word, tokens.texts[confusion.first : confusion.end])
        right = confusion.right.capitalize() if word[0].isupper() else confusion.right
        message = f"“{word}” stands for “{right}” in “{' '.join(shown)}”"
        return self.finding(
            document.span(start, end),
            message,
            fixes=replacement(document, start, _fixed_to(document, confusion), right, _UNSAFE),
        )


def _fixed_to(document: Document, confusion: Confusion) -> int:
    """Where the fix ends: a prefix that lost its hyphen takes the blank after it along."""
    if confusion.right.endswith("-") and confusion.wrong + 1 < len(document.tokens):
        return document.tokens.starts[confusion.wrong + 1]
    return document.tokens.end(confusion.wrong)


def _is_word(text: str) -> bool:
    return text[0].isalnum()


def _is_cited(document: Document, confusion: Confusion) -> bool:
    """Whether the word stands alone in quotation marks or italics, or the writer vouches for it."""
    texts, at = document.tokens.texts, confusion.wrong
    span = document.span(document.tokens.starts[at], document.tokens.end(at))
    if document.source[span.start - 1 : span.start] in _EMPHASIS and (
        document.source[span.end : span.end + 1] in _EMPHASIS
    ):
        return True
    before, after = texts[at - 1] if at else "", texts[at + 1 : at + 3]
    alone = before in _QUOTES and not _QUOTES.isdisjoint(after[:1])
    return alone or [mark.lower() for mark in after] in (["[", "sic"], ["(", "sic"])
