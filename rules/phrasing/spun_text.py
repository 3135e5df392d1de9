"""A text that a program has rewritten."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Related, Rule
from copydesk.analysis.phrasing.spinning import Sign, Spinning, spinning

_CONFIDENCE = (0.8, 0.9, 0.95)
"""By how many points the signs weigh more than is enough, the last for all beyond."""

_LONGEST = 60


class SpunText(Rule):
    """Several signs agree that a program has rewritten the text."""

    name: ClassVar = "spun-text"
    family: ClassVar = "phrasing"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        found = document.analysis(spinning)
        if found:
            yield self._finding(document, found)

    def _finding(self, document: Document, found: Spinning) -> Finding:
        first, *others = found.signs
        others_too = f"{len(others)} other sign{'s' if len(others) > 1 else ''}"
        return self.finding(
            document.span(first.start, first.end),
            f"“{_excerpt(document, first)}” and {others_too} show that a program rewrote the text",
            related=(
                Related(document.span(sign.start, sign.end), sign.message) for sign in found.signs
            ),
            confidence=_CONFIDENCE[min(found.surplus, len(_CONFIDENCE) - 1)],
        )


def _excerpt(document: Document, sign: Sign) -> str:
    text = " ".join(document.text[sign.start : sign.end].split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
