"""Characters that a reader sees as a programmer writes them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from copydesk import Document, Finding, Rule, Severity, replacement
from copydesk.analysis.residue.residues import CODE_TALK, Residue, compiled, left_behind, quoted

_ESCAPE_TALK = CODE_TALK | frozenset(
    "ascii backslash backslashes newline newlines regexp utf-8".split()
)
_LETTERS = str.maketrans({"n": "\n", "r": "", "t": "\t", "\\": ""})
_SPACES = {"\n": "a line break", "\t": "a tab", " ": "a space", "\xa0": "a space"}
_NUMBERS = r"\\?[ux]([0-9a-fA-F]+)"
_PERCENT = r"(?<=\w)(?:%(?:20|2C|27|E2%80%9[89CD]))++(?=\w)"
_PATH = r"[A-Za-z]:\\|\\\\\w|\\\w+\\\w|://|www\.|[?&=@/]"
_FARTHEST = 60


@cache
def _escape() -> re.Pattern[str]:
    """An escape where prose would have the character; compiled when a text may hold one."""
    return re.compile(
        r"""
          (?: \\r\\n | \\[nrt] )++ (?= [A-Z"“‘\ufdd0] | \s | \Z )          # a line end or tab
        | (?<= [.,!?;:"”] ) (?: \\r\\n | \\[nrt] )++ (?= [a-z] )
        | (?<! \\ ) \\ (?! (?<=\w\\) ["'] [aceinosuyz] (?!\b) ) ["'“”‘’] (?! \{ )  # but na\"ive
        | (?: \\u [0-9a-fA-F]{4} )++ | \\x [0-9a-f]{2}
        | (?<= [a-z] ) u2019 (?= (?:s|t|re|ve|ll|d|m)\b )                 # isnu2019t
        | (?<! [A-Z\d+/_#@\\-] ) u201[cd] | (?<= \s ) u201[34] (?= \s )
        """,
        re.VERBOSE,
    )


class LeftoverEscape(Rule):
    """The escape of a character stands where the character belongs."""

    name: ClassVar = "leftover-escape"
    family: ClassVar = "residue"
    severity: ClassVar = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        for start, end, characters in left_behind(document, _escapes(document.text), _ESCAPE_TALK):
            is_mark = not characters.isspace()
            meant = f"“{characters}”" if is_mark else _SPACES[characters[0]]
            yield self.finding(
                document.span(start, end),
                f"{quoted(document, start, end)} is an escape for {meant}",
                fixes=replacement(document, start, end, characters) if is_mark else (),
            )


def _escapes(text: str) -> Iterator[Residue]:
    patterns = [_escape()] if "\\" in text or "u20" in text else []
    patterns += [compiled(_PERCENT)] if "%2" in text else []
    for pattern in patterns:
        for found in pattern.finditer(text):
            characters = _decoded(found[0])
            known = characters.isprintable() or characters[0] in _SPACES
            if known and not _is_in_path(text, found.start()):
                yield Residue(*found.span(), characters)


def _decoded(escape: str) -> str:
    """What an escape stands for."""
    if escape[0] == "%":
        from urllib.parse import unquote  # noqa: PLC0415  few texts need it

        return unquote(escape)
    if numbers := compiled(_NUMBERS).findall(escape):  # two may make one character
        units = "".join(chr(int(number, 16)) for number in numbers)
        return units.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return escape.translate(_LETTERS) or "\n"


def _is_in_path(text: str, at: int) -> bool:
    """Whether what stands before without a space is an address or the name of a file."""
    before = text[max(0, at - _FARTHEST) : at + 1]
    return bool(compiled(_PATH).search(before.split()[-1] if before.strip() else ""))
