"""Counts what the default rules report on texts held to be clean, and how much of it is wrong.

    python bench/clean.py FOLDER... [--verdicts bench/verdicts.tsv] [--show RULE]

Prints a Markdown table: findings, findings per 1,000 words, share of documents flagged, and the
verdicts of people who read the findings. A verdict is kept by fingerprint, so that no text is:
a line holds the rule, the fingerprint and `real`, `style` or `false`. `--show` prints the findings
of a rule that have no verdict yet, in context, to be judged.
"""

import argparse
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from copydesk.config import Config
from copydesk.files import find_articles
from copydesk.rule import Finding
from copydesk.session import Report, Session
from copydesk.settings import ConfigTree

VERDICTS = ("real", "style", "false")


@dataclass
class Tally:
    """What was counted over a set of documents; verdicts by rule and verdict."""

    words: int = 0
    documents: int = 0
    flagged: int = 0
    findings: Counter[str] = field(default_factory=Counter[str])
    documents_by_rule: Counter[str] = field(default_factory=Counter[str])
    verdicts: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])

    def add(self, report: Report, verdicts: dict[tuple[str, str], str]) -> None:
        """Counts a document in."""
        self.words += len(report.document.text.split())
        self.documents += 1
        self.flagged += bool(report.findings)
        self.findings.update(finding.rule for finding, _ in report.findings)
        self.documents_by_rule.update({finding.rule for finding, _ in report.findings})
        for finding, name in report.findings:
            if verdict := verdicts.get((finding.rule, name)):
                self.verdicts[finding.rule, verdict] += 1


def read_verdicts(path: Path | None) -> dict[tuple[str, str], str]:
    """Verdicts by rule and fingerprint."""
    if path is None or not path.exists():
        return {}
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines() if line)
    return {(rule, name): verdict for rule, name, verdict in rows}


def show(report: Report, finding: Finding, name: str) -> None:
    """Prints a finding with its surroundings."""
    source, (start, end) = report.document.source, finding.span
    before = source[max(0, start - 160) : start].replace("\n", "⏎")
    after = source[end : end + 160].replace("\n", "⏎")
    flagged = source[start:end].replace("\n", "⏎")
    print(f"{finding.rule}\t{name}\t{report.document.path}\n  {finding.message}")
    print(f"  {before}⟦{flagged}⟧{after}\n")


def table(tally: Tally) -> str:
    """The counts as Markdown."""
    rows = [
        "| rule | findings | per 1,000 words | documents | " + " | ".join(VERDICTS) + " |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for rule, count in [*tally.findings.most_common(), ("all", tally.findings.total())]:
        flagged = tally.flagged if rule == "all" else tally.documents_by_rule[rule]
        judged = [
            sum(n for (r, v), n in tally.verdicts.items() if v == verdict and rule in {r, "all"})
            for verdict in VERDICTS
        ]
        rows.append(
            f"| {rule} | {count} | {1000 * count / tally.words:.3f} |"
            f" {flagged / tally.documents:.1%} | " + " | ".join(map(str, judged)) + " |"
        )
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--verdicts", type=Path)
    parser.add_argument("--show", metavar="RULE", help="a rule, or `all`")
    arguments = parser.parse_args()
    verdicts = read_verdicts(arguments.verdicts)
    configs = ConfigTree(Config())
    session = Session(configs)
    for folder in arguments.folders:
        tally = Tally()
        for article in find_articles([folder], configs):
            if not isinstance(article, Path):
                sys.exit(str(article))
            report = session.check_file(article)
            tally.add(report, verdicts)
            for finding, name in report.findings:
                wanted = arguments.show in {finding.rule, "all"}
                if wanted and (finding.rule, name) not in verdicts:
                    show(report, finding, name)
        if not arguments.show:
            print(f"\n{folder.name}: {tally.documents:,} documents, {tally.words:,} words\n")
            print(table(tally))


if __name__ == "__main__":
    main()
