"""One line a finding: path, line, column, severity, message, rule."""

from collections.abc import Iterator
from typing import TextIO

from copydesk.document import Document
from copydesk.reporters import Reporter, Style
from copydesk.reporters._lines import LineMap
from copydesk.reporters._prose import SEVERITY_COLORS, ProseReporter, paint, place
from copydesk.rule import Finding
from copydesk.terminal import visible


def _finding_lines(
    finding: Finding, document: Document, lines: LineMap, style: Style
) -> Iterator[str]:
    severity = paint(str(finding.severity), SEVERITY_COLORS[finding.severity], style)
    where = place(document, finding, lines, style)
    yield f"{where} {severity}: {visible(finding.message)} [{finding.rule}]"


def reporter(stream: TextIO, style: Style) -> Reporter:
    """A reporter that writes one line a finding."""
    return ProseReporter(stream, style, _finding_lines)
