"""Each finding with the lines it stands on, marked, and the evidence for it."""

from collections.abc import Iterator
from typing import TextIO

from copydesk.document import Document, Span
from copydesk.reporters import Reporter, Style
from copydesk.reporters._excerpt import beginning, excerpt
from copydesk.reporters._lines import LineMap
from copydesk.reporters._prose import SEVERITY_COLORS, Color, ProseReporter, paint, place
from copydesk.rule import Finding
from copydesk.terminal import visible


def _finding_lines(
    finding: Finding, document: Document, lines: LineMap, style: Style
) -> Iterator[str]:
    color = SEVERITY_COLORS[finding.severity]
    sure = "" if finding.confidence is None else f" ({finding.confidence:.0%})"
    label = paint(f"{finding.severity}[{finding.rule}]", color, style)
    yield f"{place(document, finding, lines, style)} {label}{sure} {visible(finding.message)}"
    yield from _marked_lines(document.source, finding.span, lines, style, color)
    for related in finding.related:
        line, column = lines.position(related.span.start)
        shown = f"{visible(related.message)}: “{beginning(document.source, related.span)}”"
        yield paint(f"      = {line}:{column}: ", Color.DIM, style) + shown
    yield ""


def _marked_lines(
    source: str, span: Span, lines: LineMap, style: Style, color: Color
) -> Iterator[str]:
    """The first and the last line of the span, each with its part of the span marked."""
    first, last = lines.position(span.start).line, lines.position(span.end - 1).line
    gutter = paint("      | ", Color.DIM, style)
    for number in dict.fromkeys((first, last)):
        line = lines.line(number)
        start, end = (min(max(offset, line.start), line.end) for offset in span)
        shown = excerpt(source, line, start, end, style.width - 8)
        if number == last > first + 1:
            yield paint("  ... |", Color.DIM, style)
        yield paint(f"{number:5} | ", Color.DIM, style) + shown.text
        yield gutter + paint(shown.marks, color, style)


def reporter(stream: TextIO, style: Style) -> Reporter:
    """A reporter that shows each finding in its place, with the evidence."""
    return ProseReporter(stream, style, _finding_lines)
