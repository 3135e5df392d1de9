"""Characters that a reader sees by their codes."""

import re
from collections.abc import Iterator
from typing import ClassVar

from copydesk import Applicability, Document, Edit, Finding, Fix, Rule, Severity
from copydesk.analysis.residue.residues import Residue, compiled, left_behind, quoted

_CODE = (
    r"&(?:amp;){0,30}+(?:\#\d{2,6}|\#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,24}\d{0,2});"
    r"|&\s?(?:\#\s?\d{2,5}|amp|apos|gt|[lr][ds]quo|lt|[mn]dash|nbsp|quot)\s?;"
    r"|&nbsp\b"
)
_CODES = f"(?:{_CODE})(?: ?(?:{_CODE}))*"
_SPACES = r"\s+"
_DEEPEST = 32


class LeftoverEntity(Rule):
    """The code of a character stands where the character belongs."""

    name: ClassVar = "leftover-entity"
    family: ClassVar = "residue"
    severity: ClassVar = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        if "&" not in document.text:
            return
        for start, end, characters in left_behind(document, _codes(document.text)):
            meant = f"“{characters}”" if characters.strip() else "a space"
            yield self.finding(
                document.span(start, end),
                f"{quoted(document, start, end)} is a code for {meant}",
                fixes=_fixes(document, start, end, characters),
            )


def _codes(text: str) -> Iterator[Residue]:
    for found in compiled(_CODES).finditer(text):
        characters = _decoded(found[0])
        if characters != found[0] and characters.isprintable():
            yield Residue(*found.span(), characters)


def _decoded(codes: str) -> str:
    """What codes stand for that may have been escaped again and again."""
    from html import unescape  # noqa: PLC0415  a big table that few texts need

    codes = re.sub(r"&\s?(\#?)\s?(\w+)\s?;", r"&\1\2;", codes)
    for _ in range(_DEEPEST):
        decoded = unescape(codes)
        if decoded == codes:
            break
        codes = decoded
    return compiled(_SPACES).sub(" ", codes)


def _fixes(document: Document, start: int, end: int, characters: str) -> Iterator[Fix]:
    """The characters, in a text that is no markup: elsewhere the code itself was escaped."""
    if document.is_literal(start, end) and not set(characters) & set("<>"):
        yield Fix(Applicability.SAFE, (Edit(document.span(start, end), characters),))
