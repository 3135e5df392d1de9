"""A mark that stands for a character, or an object, that was lost."""

import re
from collections.abc import Iterator
from typing import ClassVar

from copydesk import (
    Applicability,
    Document,
    Finding,
    Fix,
    Rule,
    Severity,
    lazy_pattern,
    replacement,
)
from copydesk.analysis.characters import beside, rare_characters, runs
from copydesk.analysis.residue.mojibake import mojibake

_MARKS = {"\ufffd": "a character", "\ufffc": "an object"}
_ENDING = "(?:(?<=[nN].)t|s|re|ve|ll|(?<=I.)m|(?<=I.)d|(?<=[eyuo].)d)"
"""What follows an apostrophe within a word."""

_ENDS_WORD = lazy_pattern(rf"{_ENDING}(?!\w)")
_QUESTIONED = lazy_pattern(rf"\?(?={_ENDING}(?![\w/=&?*+{{\[\\-]))")
_LETTERS = lazy_pattern(r"[(\[\"'“‘]*[A-Za-z]+")
_ABOUT_IT = lazy_pattern("FFF[CD]|replacement character", re.IGNORECASE)


class ReplacementCharacter(Rule):
    """A mark stands for a character that was lost."""

    name: ClassVar = "replacement-character"
    family: ClassVar = "mechanics"
    severity: ClassVar = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        for start, end in _lost(document):
            what = _MARKS[document.text[start]]
            yield self._finding(document, start, end, f"{what} was lost")
        for match in _QUESTIONED.finditer(document.text):
            if _LETTERS.fullmatch(beside(document.text, *match.span())[0]):
                yield self._finding(
                    document, *match.span(), "a question mark stands for an apostrophe"
                )

    def _finding(self, document: Document, start: int, end: int, fault: str) -> Finding:
        text = document.text
        before, after = beside(text, start, end)
        fixes: Iterator[Fix] = iter(())
        if end - start == 1 and before[-1:].isalpha() and _ENDS_WORD.match(text, end):
            fixes = _with_apostrophe(document, start)
        where = f"in “{before}{text[start:end]}{after}”" if before or after else "here"
        return self.finding(document.span(start, end), f"{fault} {where}", fixes=fixes)


def _lost(document: Document) -> Iterator[tuple[int, int]]:
    """The marks that no other rule explains and that the text does not speak of."""
    if document.analysis(rare_characters).isdisjoint(_MARKS):
        return
    found = [run for mark in _MARKS for run in runs(document, {mark})]
    # Ours stand for something that is there.
    found = [run for run in found if document.is_literal(*run.span())]
    if found and not _ABOUT_IT.search(document.text):
        garbled = {i for one in document.analysis(mojibake) for i in range(one.start, one.end)}
        yield from (run.span() for run in found if run.start() not in garbled)


def _with_apostrophe(document: Document, start: int) -> Iterator[Fix]:
    mark = "’" if "’" in document.text else "'"
    return replacement(document, start, start + 1, mark, Applicability.UNSAFE)
