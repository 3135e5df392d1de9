"""One line a finding: path, line, column, severity, message, rule."""

from dataclasses import dataclass
from typing import TextIO

from copydesk.reporters import Reporter, Style
from copydesk.reporters._lines import LineMap
from copydesk.reporters._prose import SEVERITY_COLORS, closing_lines, paint, place
from copydesk.session import Report, Summary
from copydesk.terminal import visible


@dataclass(frozen=True)
class _Concise:
    stream: TextIO
    style: Style

    def write(self, report: Report) -> None:
        if not report.findings:
            return
        lines = LineMap(report.document.source)
        for finding, _ in report.findings:
            severity = paint(str(finding.severity), SEVERITY_COLORS[finding.severity], self.style)
            where = place(report.document, finding, lines, self.style)
            message = visible(finding.message)
            self.stream.write(f"{where} {severity}: {message} [{finding.rule}]\n")

    def close(self, summary: Summary) -> None:
        self.stream.write("\n".join(closing_lines(summary, self.style)) + "\n")


def reporter(stream: TextIO, style: Style) -> Reporter:
    """A reporter that writes one line a finding."""
    return _Concise(stream, style)
