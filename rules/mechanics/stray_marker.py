"""A mark of a list or of a note in running text."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import ClassVar

from copydesk import BREAK, BlockKind, Document, Finding, Related, Rule, lazy_pattern
from copydesk.english.lexicon import AUXILIARIES, SUBJECT_PRONOUNS

_BULLETS = "•▪◦‣■▶►●○"
_BULLET = lazy_pattern(rf" [{_BULLETS}](?=\s?[\w(“\"])")
_ANCHOR = lazy_pattern(rf"[¶§](?=\n?(?:{BREAK}|\Z))")
_NUMBER = lazy_pattern(r"(\d{1,3})[.)]\s*\Z")
_LONGEST_NUMBER = 6
_BUTTON = lazy_pattern(r"\[edit(?: source)?\](?!\()")
_NOTE = lazy_pattern(r"\[(?:n(?:ote|b)?\s)?[1-9]\d{0,2}\](?![(\w])")
_AFTER_STOP = lazy_pattern(r"(?:[.!?]|(?<!\])[,;:])[\"”’)]?(?:\[\d+\])*\s?\Z")
_GLUED = lazy_pattern(r"[a-z]{3}[\"”’)]?(?:\[\d+\])*\Z")
_END = ("", BREAK)
_LONGEST_BEFORE = 20
_HAS_LIST = lazy_pattern(
    rf"""(?:\A|{BREAK}\n|\n)\W{{0,2}}
    (?: \[(?:n(?:ote|b)?\s)?\d{{1,3}}\] | \^
      | (?:references|notes(?:\ and\ references)?|footnotes|endnotes|bibliography|sources|citations
        |works\ cited)[.:]?(?:\n|\Z) )""",
    re.IGNORECASE | re.VERBOSE,
)
_IN_CLAUSES = AUXILIARIES | SUBJECT_PRONOUNS | {"the"}
_FEWEST_WORDS = 6
_MOST_SHOWN = 20


class StrayMarker(Rule):
    """A mark of a list, a note or a heading stands in running text."""

    name: ClassVar = "stray-marker"
    family: ClassVar = "mechanics"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        if "[" in text:
            for match in _BUTTON.finditer(text):
                if _is_of_heading(match):
                    yield self._finding(document, match, "is a button of the page it comes from")
            yield from self._notes(document)
        if "¶" in text or "§" in text:
            for match in _ANCHOR.finditer(text):
                if _is_of_heading(match):
                    yield self._finding(document, match, "is the anchor of a heading")
        if any(bullet in text for bullet in _BULLETS):
            yield from self._bullets(document)

    def _finding(self, document: Document, match: re.Match[str], what: str) -> Finding:
        return self.finding(document.span(*match.span()), f"“{match[0]}” {what}")

    def _notes(self, document: Document) -> Iterator[Finding]:
        """The first mark of a note, where there is no list of notes, with the others beside it."""
        marks = list(_NOTE.finditer(document.text))
        ours = [match for match in marks if _is_of_note(match)]
        if not ours or 2 * len(ours) < len(marks) or _HAS_LIST.search(document.text):
            return
        if not {match[0].strip("[]") for match in ours}.isdisjoint(_numbered(document)):
            return
        first, *rest = [document.span(*match.span()) for match in ours]
        others = f", as {len(rest)} more do" if rest else ""
        yield self.finding(
            first,
            f"“{ours[0][0]}” points to a note that is not in the article{others}",
            related=(Related(span, "another mark of a note") for span in rest[:_MOST_SHOWN]),
        )

    def _bullets(self, document: Document) -> Iterator[Finding]:
        """The first bullet in each paragraph of sentences, with the others beside it."""
        bullets = _BULLET.finditer(document.text)
        for block, group in groupby(bullets, lambda match: document.block_at(match.start())):
            if block.kind is BlockKind.PARAGRAPH and _has_sentence(block.text):
                first, *rest = [document.span(m.end() - 1, m.end()) for m in group]
                yield self.finding(
                    first,
                    f"“{document.source[slice(*first)]}” marks an item of a list in running text",
                    related=(Related(span, "another item") for span in rest[:_MOST_SHOWN]),
                )


def _is_of_heading(match: re.Match[str]) -> bool:
    """Whether what matched touches the words before it, or ends their block."""
    text, start = match.string, match.start()
    if not text[max(0, start - 2) : start].strip(f" \n{BREAK}"):
        return False
    return not text[start - 1].isspace() or text[match.end() : match.end() + 2].strip("\n") in _END


def _numbered(document: Document) -> set[str]:
    """The numbers of the items of lists, which may be the notes."""
    items = (block.span.start for block in document.prose if block.kind is BlockKind.LIST_ITEM)
    before = (document.source[max(0, start - _LONGEST_NUMBER) : start] for start in items)
    return {match[1] for text in before if (match := _NUMBER.search(text))}


def _is_of_note(match: re.Match[str]) -> bool:
    """Whether a number in brackets stands where an encyclopaedia has it, not a paper's citation.

    It stands after the stop, or touches the word.
    """
    before = match.string[max(0, match.start() - _LONGEST_BEFORE) : match.start()]
    return bool(_AFTER_STOP.search(before) or _GLUED.search(before))


def _has_sentence(text: str) -> bool:
    """Whether there are words in it that a line of names, dates and places has not."""
    words = text.split()
    return len(words) >= _FEWEST_WORDS and not _IN_CLAUSES.isdisjoint(words)
