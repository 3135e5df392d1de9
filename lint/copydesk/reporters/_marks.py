"""Marks places in a text, whichever of them overlap."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from heapq import heappop, heappush
from itertools import islice
from typing import NamedTuple

from copydesk.levels import Severity
from copydesk.reporters._elements import Html, element, joined

_MOST_NAMED = 8
"""A stretch of text names so many of the findings it belongs to, lest the page grow with their
number squared."""


class Place(NamedTuple):
    """A place to mark.

    Attributes:
        start: Where it begins in the text.
        end: Where it ends; where it begins if it is a point between two characters.
        sign: What stands at its beginning.
        finding: The name of the finding it belongs to.
        severity: Of that finding; None if the place is evidence for it.
    """

    start: int
    end: int
    sign: Html
    finding: str
    severity: Severity | None


def marked(
    bounds: Iterable[tuple[int, int]], places: Iterable[Place], show: Callable[[int, int], Html]
) -> Iterator[Html]:
    """Some ranges of a text, in order, with the parts of places in them marked.

    The sign of a place that begins between two ranges stands in the later one. `show` gives what
    stands between two offsets of the text.
    """
    coming = deque(sorted(places, key=lambda place: place.start))
    open_places = _Open()
    for start, end in bounds:
        pieces: list[Html] = []
        at = start
        while True:
            open_places.close(at)
            while coming and coming[0].start <= at:
                place = coming.popleft()
                pieces.append(place.sign)
                if place.end > at:
                    open_places.add(place)
            if at >= end:
                break
            cut = min(end, open_places.next_end(end), coming[0].start if coming else end)
            pieces.append(open_places.mark(show(at, cut)))
            at = cut
        yield joined(pieces)


class _Open:
    """The places that have begun and not ended."""

    def __init__(self) -> None:
        self._places: dict[int, Place] = {}
        self._ends: list[tuple[int, int]] = []
        self._severities: Counter[Severity] = Counter()
        self._added = 0

    def add(self, place: Place) -> None:
        self._places[self._added] = place
        heappush(self._ends, (place.end, self._added))
        self._added += 1
        if place.severity is not None:
            self._severities[place.severity] += 1

    def close(self, at: int) -> None:
        """Drops the places that end at or before `at`."""
        while self._ends and self._ends[0][0] <= at:
            place = self._places.pop(heappop(self._ends)[1])
            if place.severity is not None:
                self._severities[place.severity] -= 1

    def next_end(self, default: int) -> int:
        """Where the first of them ends."""
        return self._ends[0][0] if self._ends else default

    def mark(self, shown: Html) -> Html:
        """A piece of the text, marked as lying in all of them."""
        if not self._places:
            return shown
        some = islice(self._places.values(), _MOST_NAMED)
        named = " ".join(dict.fromkeys(place.finding for place in some))
        worst = max((s for s, count in self._severities.items() if count), default=None)
        kind = "evidence" if worst is None else str(worst)
        return element(
            "span" if worst is None else "mark",
            shown,
            class_=f"{kind} spaces" if _shows_spaces(shown) else kind,
            data_finding=named,
        )


def _shows_spaces(text: str) -> bool:
    """Whether a text has spaces that a browser would leave out."""
    return "  " in text or text.isspace()
