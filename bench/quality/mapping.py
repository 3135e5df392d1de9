"""Follows findings through an edit of the text, to tell the new ones and those that touch it."""

from collections.abc import Iterable, Iterator

from copydesk import Finding, Span

from bench.corruptions import Damage


def moved(span: Span, damage: Damage) -> Span:
    """Where a range of the undamaged source lies in the damaged one.

    What is put in at its edge lies outside it; an end of it inside the edit goes to the edge.
    """
    return Span(_moved_start(span.start, damage), _moved_end(span.end, damage))


def _moved_start(offset: int, damage: Damage) -> int:
    if offset >= damage.end:
        return offset + _growth(damage)
    return min(offset, damage.start)


def _moved_end(offset: int, damage: Damage) -> int:
    if offset <= damage.start:
        return offset
    return max(offset, damage.end) + _growth(damage)


def _growth(damage: Damage) -> int:
    return len(damage.text) - (damage.end - damage.start)


def target(damage: Damage) -> Span:
    """Where in the damaged source a finding counts: the edit and what touches it."""
    edit = Span(damage.start, damage.start + len(damage.text))
    if damage.scope is None:
        return Span(edit.start - 1, edit.end + 1)
    start, end = moved(damage.scope, damage)
    return Span(min(start, edit.start), max(end, edit.end))


def new_findings(
    before: Iterable[Finding], after: Iterable[Finding], damage: Damage
) -> Iterator[Finding]:
    """The findings on a damaged text that the undamaged one did not have.

    One that begins or ends where the same rule found something before is not new.
    """
    known: set[tuple[str, str, int]] = set()
    for finding in before:
        start, end = moved(finding.span, damage)
        known |= {(finding.rule, "start", start), (finding.rule, "end", end)}
    for finding in after:
        start, end = finding.span
        if not {(finding.rule, "start", start), (finding.rule, "end", end)} & known:
            yield finding


def touches(finding: Finding, place: Span) -> bool:
    """Whether a finding or its evidence lies at a place, next to it counts."""
    return any(start <= place.end and end >= place.start for start, end in spans(finding))


def overlaps(finding: Finding, place: Span) -> bool:
    """Whether a finding or its evidence has a character in common with a place."""
    return any(start < place.end and end > place.start for start, end in spans(finding))


def spans(finding: Finding) -> Iterator[Span]:
    """The place of a finding and those of its evidence."""
    yield finding.span
    yield from (related.span for related in finding.related)


def finders(before: Iterable[Finding], after: Iterable[Finding], damage: Damage) -> frozenset[str]:
    """The rules that find a damage."""
    place = target(damage)
    new = new_findings(before, after, damage)
    return frozenset(finding.rule for finding in new if touches(finding, place))
