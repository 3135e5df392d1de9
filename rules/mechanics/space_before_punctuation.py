"""White space before a mark that belongs to the word before it."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Rule, Severity, replacement
from copydesk.analysis.phrasing.spaced_marks import spaced_marks

_NAMES = {
    ".": "full stop",
    ",": "comma",
    ";": "semicolon",
    ":": "colon",
    "!": "exclamation mark",
    "?": "question mark",
}


class SpaceBeforePunctuation(Rule):
    """White space stands before a mark that belongs to the word before it."""

    name: ClassVar = "space-before-punctuation"
    family: ClassVar = "mechanics"
    severity: ClassVar = Severity.ERROR
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        for mark, end, word in document.analysis(spaced_marks):
            yield self.finding(
                document.span(end - len(word), mark + 1),
                f"a space stands before the {_NAMES[document.text[mark]]} after “{word}”",
                fixes=replacement(document, end, mark, ""),
            )
