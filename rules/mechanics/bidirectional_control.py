"""A control character that turns the direction of writing where nothing is to be turned."""

import re
from collections.abc import Iterator
from typing import ClassVar, NamedTuple
from unicodedata import name

from copydesk import (
    BREAK,
    Applicability,
    Document,
    Edit,
    Finding,
    Fix,
    Related,
    Rule,
    Severity,
)
from copydesk.analysis.characters import code_points, rare_characters
from copydesk.analysis.direction import right_to_left_letters

_EMBEDDINGS, _EMBEDDINGS_END = "\u202a\u202b\u202d\u202e", "\u202c"
_ISOLATES, _ISOLATES_END = "\u2066\u2067\u2068", "\u2069"
_CONTROLS = frozenset(_EMBEDDINGS + _EMBEDDINGS_END + _ISOLATES + _ISOLATES_END)
_TURN_NOTHING = frozenset("\u202a\u2066\u2068")
"""Those that let the text run from left to right, as it does anyway."""


class _Stretch(NamedTuple):
    """Where a control stands and where the one that ends it, the one or the other perhaps not."""

    opening: int | None
    closing: int | None

    @property
    def places(self) -> tuple[int, ...]:
        """The places of the two, or the one."""
        return tuple(place for place in self if place is not None)

    @property
    def start(self) -> int:
        """The first of them."""
        return self.places[0]


class BidirectionalControl(Rule):
    """A control character turns the direction of writing where nothing is to be turned."""

    name: ClassVar = "bidirectional-control"
    family: ClassVar = "mechanics"
    severity: ClassVar = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        if document.analysis(rare_characters).isdisjoint(_CONTROLS):
            return
        is_turned = bool(document.analysis(right_to_left_letters))
        for stretch in sorted(_stretches(document.text), key=lambda stretch: stretch.start):
            fault = _fault(stretch, is_turned=is_turned)
            # What is written as an entity is meant.
            if fault and all(document.is_literal(place, place + 1) for place in stretch.places):
                yield self._finding(document, stretch, fault)

    def _finding(self, document: Document, stretch: _Stretch, fault: str) -> Finding:
        text, start = document.text, stretch.start
        what = f"{name(text[start]).lower()} ({code_points(text[start])})"
        places = stretch.places
        edits = tuple(Edit(document.span(place, place + 1), "") for place in places)
        surely = {text[place] for place in places} <= _TURN_NOTHING | {*"\u202c\u2069"}
        fix = Fix(Applicability.SAFE if surely else Applicability.UNSAFE, edits)
        related = [Related(document.span(p, p + 1), "its end") for p in places[1:]]
        return self.finding(
            document.span(start, start + 1), f"a {what}: {fault}", related=related, fixes=(fix,)
        )


def _fault(stretch: _Stretch, *, is_turned: bool) -> str:
    """What is wrong with a stretch, if anything."""
    if stretch.opening is None:
        return "it ends nothing"
    if stretch.closing is None:
        return "it is never ended"
    return "" if is_turned else "no letter here is written from right to left"


def _stretches(text: str) -> Iterator[_Stretch]:
    """Every stretch that some control begins or ends; the end of a block ends none."""
    embeddings: list[int] = []
    isolates: list[tuple[int, list[int]]] = []
    for match in re.finditer(f"[{''.join(sorted(_CONTROLS))}{BREAK}]", text + BREAK):
        place, control = match.start(), match[0]
        if control in _EMBEDDINGS:
            embeddings.append(place)
        elif control in _ISOLATES:
            isolates.append((place, embeddings))
            embeddings = []
        elif control == _EMBEDDINGS_END:
            yield _Stretch(embeddings.pop() if embeddings else None, place)
        else:
            yield from (_Stretch(unclosed, None) for unclosed in embeddings)
            embeddings = []
            if control == _ISOLATES_END:
                opening, embeddings = isolates.pop() if isolates else (None, [])
                yield _Stretch(opening, place)
                continue
            for opening, outer in isolates:
                yield _Stretch(opening, None)
                yield from (_Stretch(unclosed, None) for unclosed in outer)
            isolates = []
