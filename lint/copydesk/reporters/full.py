"""Each finding with the lines it stands on, marked, and the evidence for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

from copydesk.document import Document, Span
from copydesk.reporters import Reporter, Style
from copydesk.reporters._excerpt import excerpt
from copydesk.reporters._lines import LineMap
from copydesk.reporters._prose import SEVERITY_COLORS, Color, closing_lines, paint
from copydesk.rule import Finding
from copydesk.session import Report, Summary


@dataclass(frozen=True)
class _Full:
    stream: TextIO
    style: Style

    def write(self, report: Report) -> None:
        if not report.findings:
            return
        lines = LineMap(report.document.source)
        for finding, _ in report.findings:
            for line in _finding_lines(finding, report.document, lines, self.style):
                self.stream.write(line + "\n")
            self.stream.write("\n")

    def close(self, summary: Summary) -> None:
        self.stream.write("\n".join(closing_lines(summary, self.style)) + "\n")


def _finding_lines(
    finding: Finding, document: Document, lines: LineMap, style: Style
) -> Iterator[str]:
    line, column = lines.position(finding.span.start)
    color = SEVERITY_COLORS[finding.severity]
    place = paint(f"{document.path}:{line}:{column}:", Color.BOLD, style)
    sure = "" if finding.confidence is None else f" ({finding.confidence:.0%})"
    label = paint(f"{finding.severity}[{finding.rule}]", color, style)
    yield f"{place} {label}{sure} {finding.message}"
    yield from _marked_lines(finding.span, lines, style, color)
    for related in finding.related:
        line, column = lines.position(related.span.start)
        yield paint(f"      = {line}:{column}: ", Color.DIM, style) + related.message


def _marked_lines(span: Span, lines: LineMap, style: Style, color: Color) -> Iterator[str]:
    """The first and the last line of the span, each with its part of the span marked."""
    first, last = lines.position(span.start), lines.position(span.end - 1)
    gutter = paint("      | ", Color.DIM, style)
    for number in dict.fromkeys((first.line, last.line)):
        text = lines.line(number)
        start = first.column - 1 if number == first.line else 0
        end = last.column if number == last.line else len(text)
        shown = excerpt(text, min(start, len(text)), min(end, len(text)), style.width - 8)
        if number == last.line > first.line + 1:
            yield paint("  ... |", Color.DIM, style)
        yield paint(f"{number:5} | ", Color.DIM, style) + shown.text
        yield gutter + paint(shown.marks, color, style)


def reporter(stream: TextIO, style: Style) -> Reporter:
    """A reporter that shows each finding in its place, with the evidence."""
    return _Full(stream, style)
