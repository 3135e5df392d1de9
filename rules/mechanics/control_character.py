"""A character that is none of writing: a control character, or one without a meaning of its own."""

from collections.abc import Iterator
from typing import ClassVar
from unicodedata import category

from copydesk import BREAK, Document, Finding, Rule, Severity, replacement
from copydesk.analysis.characters import beside, code_points, rare_characters, runs
from copydesk.analysis.residue.mojibake import mojibake

_KINDS = {
    "Cc": "control character",
    "Cn": "noncharacter",
    "Co": "private-use character",
    "Cs": "surrogate",
}


class ControlCharacter(Rule):
    """A character stands in the text that is none of writing."""

    name: ClassVar = "control-character"
    family: ClassVar = "mechanics"
    severity: ClassVar = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        characters = {one for one in document.analysis(rare_characters) if _kind(one)}
        if characters <= {BREAK} and BREAK not in document.source:
            return
        garbled = {i for one in document.analysis(mojibake) for i in range(one.start, one.end)}
        for run in runs(document, characters):
            start, end = run.span()
            if start not in garbled and document.is_literal(start, end):
                yield self._finding(document, start, end)

    def _finding(self, document: Document, start: int, end: int) -> Finding:
        characters = document.text[start:end]
        kind = _kind(characters[0])
        before, after = beside(document.text, start, end)
        where = f"between “{before}” and “{after}”" if (before + after).isprintable() else "here"
        fixes = replacement(document, start, end, "") if kind == _KINDS["Cc"] else ()
        return self.finding(
            document.span(start, end),
            f"a {kind} ({code_points(characters)}) stands {where}",
            fixes=fixes,
        )


def _kind(character: str) -> str:
    """What sort of character it is, if it is none of writing."""
    kind = category(character)
    if kind == "Cn" and not _is_noncharacter(ord(character)):
        return ""  # a character that is newer than Python
    return _KINDS.get(kind, "")


def _is_noncharacter(point: int) -> bool:
    return point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF
