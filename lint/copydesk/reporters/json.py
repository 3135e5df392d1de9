"""One JSON document for a run, as `docs/json-output.md` describes it."""

import json
from dataclasses import dataclass, field
from typing import TextIO

from copydesk import __version__
from copydesk.levels import Severity
from copydesk.reporters import Reporter, Style
from copydesk.reporters._lines import LineMap
from copydesk.reporters._streams import takes_all
from copydesk.rule import Finding, Fix, Related
from copydesk.session import Failure, Report, Summary

VERSION = 1
"""The version of the output; it changes when a consumer would have to."""


@dataclass(frozen=True)
class _Json:
    stream: TextIO
    findings: list[dict[str, object]] = field(default_factory=list[dict[str, object]])

    def write(self, report: Report) -> None:
        if report.findings:
            lines = LineMap(report.document.source)
            self.findings.extend(
                _finding(finding, name, report, lines) for finding, name in report.findings
            )

    def close(self, summary: Summary) -> None:
        document = {
            "version": VERSION,
            "tool": {"name": "copydesk", "version": __version__},
            "complete": not summary.failures,
            "errors": [_failure(failure) for failure in summary.failures],
            "findings": self.findings,
            "summary": _summary(summary),
        }
        json.dump(document, self.stream, ensure_ascii=not takes_all(self.stream), indent=2)
        self.stream.write("\n")


def _finding(finding: Finding, name: str, report: Report, lines: LineMap) -> dict[str, object]:
    start, end = finding.span
    first, last = lines.position(start), lines.position(end)
    return {
        "path": report.document.path,
        "rule": finding.rule,
        "family": finding.family,
        "severity": str(finding.severity),
        "confidence": finding.confidence,
        "message": finding.message,
        "start": start,
        "end": end,
        "line": first.line,
        "column": first.column,
        "end_line": last.line,
        "end_column": last.column,
        "text": report.document.source[start:end],
        "related": [_related(related, lines) for related in finding.related],
        "fixes": [_fix(fix) for fix in finding.fixes],
        "fingerprint": name,
    }


def _related(related: Related, lines: LineMap) -> dict[str, object]:
    position = lines.position(related.span.start)
    return {
        "start": related.span.start,
        "end": related.span.end,
        "line": position.line,
        "column": position.column,
        "message": related.message,
    }


def _fix(fix: Fix) -> dict[str, object]:
    edits = [{"start": e.span.start, "end": e.span.end, "text": e.text} for e in fix.edits]
    return {"applicability": str(fix.applicability), "edits": edits}


def _failure(failure: Failure) -> dict[str, object]:
    found: dict[str, object] = {"path": failure.path, "message": failure.message}
    if failure.rule:
        found["rule"] = failure.rule
    if failure.span:
        found |= {"start": failure.span.start, "end": failure.span.end}
    return found


def _summary(summary: Summary) -> dict[str, object]:
    return {
        "files": summary.files,
        "files_with_findings": summary.files_with_findings,
        "findings": sum(summary.severities.values()),
        "severities": {str(severity): summary.severities[severity] for severity in Severity},
        "rules": dict(sorted(summary.findings.items())),
        "suppressed": summary.suppressed,
        "errors": len(summary.failures),
    }


def reporter(stream: TextIO, style: Style) -> Reporter:
    """A reporter that writes one JSON document at the end of the run."""
    del style
    return _Json(stream)
