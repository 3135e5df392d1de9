"""A field of a template that a program should have filled in."""

import re
from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from copydesk import Document, Finding, Rule, Severity, lazy_pattern
from copydesk.analysis.residue.residues import CODE_TALK, Residue, compiled, left_behind, quoted
from copydesk.analysis.vocabulary import places

_SUBJECT = CODE_TALK | frozenset(
    "mustache placeholder placeholders printf shell spintax string strings template templates"
    " templating url urls variable variables".split()
)
_FIELDS = frozenset(
    "address age amount author body brand business caption category city company content count"
    " country currency customer date day description domain email employee event excerpt fname"
    " firstname first field gender headline id image industry job keyword keywords last lastname"
    " link lname location message month name niche number order percent phone place position price"
    " product quantity recipient region role salutation sender service signature site slug source"
    " state street subject subtitle summary surname text time title topic total town type url user"
    " username value website year zip".split()
)
"""Words that fields are called by."""

_FEW = 8
_LARGEST_SHARE = 0.03

_PARTS = r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])"


_NO_VALUES = frozenset("nan none null undefined".split())
_CALLS = (
    r"(?:\A|\W)(?:Dear|Hello|Hi|Hey|Welcome(?: back)?|Thanks|By|Written by|Updated on"
    r"|(?:Posted|Published) (?:by|on)),? \Z"
)
_UNITS = r"[%:/]| (?:days|hours|minutes|percent)\b"
_ENDS = r"\s*(?:[,.!?\ufdd0]|\Z)"
_FARTHEST = 20


@cache
def _notations() -> dict[str, re.Pattern[str]]:
    """What fields look like, by the character that they begin with."""
    return {
        mark: lazy_pattern(pattern, re.VERBOSE)
        for mark, pattern in {
            "{": r"""
                (?<! [\\{$] ) \{\{\{? \s{0,3} [\w.$@-]{1,60} (?: \s?\|\s?\w [^{}\ufdd0]{0,60} )?
                \s{0,3} \}\}\}?
              | (?<! [\w\\{}$/=.:^\]] ) \{ (?P<name> [A-Za-z][\w-]{1,40} ) \} (?! [{}/=\w] | \.\w )
              | (?<! [\w\\{}$/=.:^] ) \{ (?P<choice>
                [A-Za-z] [^{}|\n\ufdd0]{0,40} (?: \| [^{}|\n\ufdd0]{0,40} ){1,20} ) \} (?! [{}] )
              | \{! [A-Z][\w.]{1,60} \}
            """,
            "$": r"\$\{ [a-zA-Z_] [\w.]{1,60} \}",
            "%": r"""
                %\( [a-z]\w{0,40} \)[sd]
              | % (?<! [\w%]% ) (?<! \d[ ]% ) (?:[1-9]\$)? s (?! \w )
              | %% (?P<name> [A-Za-z]\w{1,40} ) %%
            """,
            "*": r"\*\| [A-Z][A-Z0-9_:]{1,40} \|\*",
            "<": r"<< (?P<name> [A-Za-z][\w ]{1,40} ) >>",
            "#": r"\#\# (?P<name> [A-Za-z]\w{1,40} ) \#\#",
            "[": r"\[object[ ][A-Z]\w{2,20}\]",
        }.items()
    }


class TemplateField(Rule):
    """A field of a template was never filled in."""

    name: ClassVar = "template-field"
    family: ClassVar = "residue"
    severity: ClassVar = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        if "{%" in document.text:
            return
        found = [*_fields(document.text), *_missing_values(document)]
        fields = left_behind(document, found, _SUBJECT)
        if len(fields) > max(_FEW, len(document.tokens) * _LARGEST_SHARE):
            return  # it is a template, and those are its fields
        for start, end, what in fields:
            quote = quoted(document, start, end)
            yield self.finding(document.span(start, end), f"{quote} {what}")


def _fields(text: str) -> Iterator[Residue]:
    for mark, pattern in _notations().items():
        if mark in text:
            for found in pattern.finditer(text):
                parts = found.groupdict()
                if choice := parts.get("choice"):
                    if _is_choice(choice):
                        yield Residue(*found.span(), "is a choice of words that was not made")
                elif _is_named(parts.get("name")):
                    yield Residue(*found.span(), "is a field that was not filled in")


def _missing_values(document: Document) -> Iterator[Residue]:
    """What programs write where they have no value, in the place of a name or number."""
    text, tokens = document.text, document.tokens
    for i in places(document, _NO_VALUES):
        token = tokens[i]
        if token.text == token.text.lower() or token.text in {"NaN", "None"}:
            before = text[max(0, token.start - _FARTHEST) : token.start]
            call = compiled(_CALLS).search(before)
            is_name = call and compiled(_ENDS).match(text, token.end)
            is_number = token.text == "NaN" and (
                before.endswith(("$", "€", "£")) or compiled(_UNITS).match(text, token.end)
            )
            if is_name or is_number:
                yield Residue(token.start, token.end, "stands where a value belongs")


def _is_named(field: str | None) -> bool:
    """Whether a field has such a name as fields have, in a notation where that matters."""
    return field is None or any(part.lower() in _FIELDS for part in compiled(_PARTS).findall(field))


def _is_choice(choice: str) -> bool:
    """Whether what braces hold is words to choose from, and not a type or a set."""
    words = choice.split("|")
    return all(not word or word.replace(" ", "").replace("'", "").isalpha() for word in words)
