"""Text that was decoded in the wrong encoding."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Fix, Rule, Severity, replacement
from copydesk.analysis.characters import code_points
from copydesk.analysis.residue.mojibake import Garbled, mojibake

_LONGEST_QUOTED = 40


class Mojibake(Rule):
    """Text was decoded in the wrong encoding."""

    name: ClassVar = "mojibake"
    family: ClassVar = "mechanics"
    severity: ClassVar = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        for garbled in document.analysis(mojibake):
            span = document.span(garbled.start, garbled.end)
            shown = _shown(document.text[garbled.start : garbled.end])
            yield self.finding(
                span,
                f"{shown} is {_meant(garbled)}{garbled.cause}",
                fixes=_fixes(document, garbled),
            )


def _fixes(document: Document, garbled: Garbled) -> Iterator[Fix]:
    if garbled.is_sure:
        meant = garbled.text.replace("\ufeff", "")
        yield from replacement(document, garbled.start, garbled.end, meant)


def _meant(garbled: Garbled) -> str:
    return f"{_shown(garbled.text)}: " if garbled.text else ""


def _shown(text: str) -> str:
    """A text as a message can quote it, by its code points if it cannot be seen."""
    if text.isprintable() and len(text) <= _LONGEST_QUOTED:
        return f"“{text}”"
    return code_points(text)
