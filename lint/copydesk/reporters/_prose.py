"""What the formats for people share: the reporter, colours and the closing lines."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TextIO

from copydesk.document import Document
from copydesk.levels import Severity
from copydesk.reporters import Style
from copydesk.reporters._lines import LineMap
from copydesk.rule import Finding
from copydesk.session import Report, Summary
from copydesk.terminal import counted, visible


class Color(StrEnum):
    """Terminal colours, as ANSI parameters."""

    BOLD = "1"
    DIM = "2"
    RED = "31;1"
    YELLOW = "33;1"
    CYAN = "36;1"


SEVERITY_COLORS = {
    Severity.ERROR: Color.RED,
    Severity.WARNING: Color.YELLOW,
    Severity.INFO: Color.CYAN,
}


FindingLines = Callable[[Finding, Document, LineMap, Style], Iterator[str]]
"""How a format shows a finding: the lines of text it takes."""


@dataclass(frozen=True)
class ProseReporter:
    """Writes findings line by line as they come, and the sum of the run at the end."""

    stream: TextIO
    style: Style
    finding_lines: FindingLines

    def write(self, report: Report) -> None:
        """Writes the findings in one file."""
        if not report.findings:
            return
        lines = LineMap(report.document.source)
        for finding, _ in report.findings:
            for line in self.finding_lines(finding, report.document, lines, self.style):
                self.stream.write(line + "\n")

    def close(self, summary: Summary) -> None:
        """Writes the closing lines."""
        self.stream.write("\n".join(_closing_lines(summary, self.style)) + "\n")


def paint(text: str, color: Color, style: Style) -> str:
    """`text` in a colour, if there is to be colour."""
    return f"\x1b[{color}m{text}\x1b[0m" if style.color else text


def place(document: Document, finding: Finding, lines: LineMap, style: Style) -> str:
    """Where a finding stands, as editors and terminals make a link of it."""
    line, column = lines.position(finding.span.start)
    return paint(f"{visible(document.path)}:{line}:{column}:", Color.BOLD, style)


def outcome(summary: Summary) -> str:
    """The sum of a run: what was found, and whether everything was checked."""
    return _findings(summary) + _unchecked(summary)


def _closing_lines(summary: Summary, style: Style) -> list[str]:
    """The statistics, if asked for, and the sum of a run."""
    lines = _statistics_lines(summary) if style.statistics else []
    return [*lines, outcome(summary)]


def statistics(summary: Summary) -> list[tuple[str, int]]:
    """The number of findings of each rule, the highest first."""
    return sorted(summary.findings.items(), key=lambda item: (-item[1], item[0]))


def _statistics_lines(summary: Summary) -> list[str]:
    return [f"{count:6}  {rule}" for rule, count in statistics(summary)] + [""]


def _findings(summary: Summary) -> str:
    files = counted(summary.files, "file")
    total = sum(summary.severities.values())
    suppressed = f"; {summary.suppressed} suppressed" if summary.suppressed else ""
    if not total:
        return f"No findings in {files}{suppressed}."
    where = f"{summary.files_with_findings} of {files}"
    parts = by_severity(summary.severities)
    return f"{counted(total, 'finding')} ({parts}) in {where}{suppressed}."


def by_severity(severities: Mapping[Severity, int]) -> str:
    """How many findings there are of each severity, the worst first."""
    return ", ".join(
        counted(severities[severity], str(severity))
        for severity in sorted(severities, reverse=True)
        if severities[severity]
    )


def _unchecked(summary: Summary) -> str:
    unchecked = len(summary.failures)
    return f" NOT EVERYTHING WAS CHECKED: {counted(unchecked, 'failure')}." if unchecked else ""
