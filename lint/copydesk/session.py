"""Checks files, a few at a time: reads, runs the rules, keeps what is to be reported."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from copydesk.document import Document, Span
from copydesk.engine import Crash, Outcome, conclude
from copydesk.errors import CopydeskError, UnreadableError
from copydesk.fingerprint import fingerprints
from copydesk.levels import Severity
from copydesk.markup import Format, read_file, read_text
from copydesk.paths import displayed
from copydesk.rule import Finding
from copydesk.settings import ConfigTree, Settings
from copydesk.suppress import Ignore
from copydesk.workers import Promise, Workers

if TYPE_CHECKING:
    from copydesk.ignores import SideFile

_UNUSED = "unused-suppression"

_MOST_FILES = 32
_MOST_CHARACTERS = 300_000
"""Files are checked together up to so many: of more the memory shows, and no gain."""


class Article(NamedTuple):
    """What is to be checked.

    Attributes:
        path: Its name, by which its configuration is found.
        read: Reads it; raises `UnreadableError` if that cannot be done.
    """

    path: Path
    read: Callable[[], Document]

    @classmethod
    def at(cls, path: Path) -> "Article":
        """The article in a file."""
        return cls(path, lambda: read_file(path))


class Failure(NamedTuple):
    """Something that was to be checked and was not.

    Attributes:
        path: The file.
        message: Why, for the user.
        rule: The rule that crashed on it, None if the whole file was not checked.
        span: Where it crashed, as far as that can be told.
    """

    path: str
    message: str
    rule: str | None = None
    span: Span | None = None


class Report(NamedTuple):
    """What there is to say about one file.

    Attributes:
        document: The article.
        findings: What is reported, in order of place, each with its fingerprint.
        failures: The rules that crashed on it.
        failing: How many of the findings make the run fail.
        suppressed: How many findings were suppressed.
        rules: The names of the rules that ran.
        notes: What a user should know of how the file was read and checked.
    """

    document: Document
    findings: tuple[tuple[Finding, str], ...]
    failures: tuple[Failure, ...] = ()
    failing: int = 0
    suppressed: int = 0
    rules: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()


@dataclass
class Summary:
    """What a run comes to.

    Attributes:
        files: How many files were checked.
        files_with_findings: How many of them had findings.
        findings: How many findings of each rule; 0 for a rule that ran and found nothing.
        severities: How many findings of each severity.
        failing: How many findings make the run fail.
        suppressed: How many findings were suppressed.
        failures: What was not checked.
    """

    files: int = 0
    files_with_findings: int = 0
    findings: Counter[str] = field(default_factory=Counter[str])
    severities: Counter[Severity] = field(default_factory=Counter[Severity])
    failing: int = 0
    suppressed: int = 0
    failures: list[Failure] = field(default_factory=list[Failure])

    def add(self, report: Report) -> None:
        """Counts a file in."""
        self.files += 1
        self.files_with_findings += bool(report.findings)
        for rule in report.rules - self.findings.keys():
            self.findings[rule] = 0
        for finding, _ in report.findings:
            self.findings[finding.rule] += 1
            self.severities[finding.severity] += 1
        self.failing += report.failing
        self.suppressed += report.suppressed
        self.failures += report.failures

    @property
    def exit_code(self) -> int:
        """0: all was checked and is clean. 1: findings. 2: something was not checked."""
        if self.failures:
            return 2
        return 1 if self.failing else 0


class _Opened(NamedTuple):
    """An article that was read, and all that it is to be checked by."""

    path: Path
    document: Document
    settings: Settings
    side_file: "SideFile | None"
    ignores: tuple[Ignore, ...]


class _Begun(NamedTuple):
    """Articles of the same settings, and what rules find in them."""

    group: list[_Opened]
    found: Promise


def _goes_with(opened: _Opened, group: Sequence[_Opened]) -> bool:
    """Whether an article may be checked together with some others."""
    size = sum(len(one.document.source) for one in (*group, opened))
    return (
        opened.settings is group[0].settings
        and len(group) < _MOST_FILES
        and size <= _MOST_CHARACTERS
    )


class Session:
    """Checks files against the configuration closest to each of them."""

    def __init__(self, configs: ConfigTree, jobs: int = 1) -> None:
        """Begins a session; nothing is read before a file is checked.

        Args:
            configs: What tells the configuration of a file.
            jobs: How many processes may run rules.
        """
        self._configs = configs
        self._workers = Workers(configs, jobs)
        self._side_files: dict[Path, SideFile] = {}

    def check(
        self, articles: Iterable[Article | UnreadableError]
    ) -> Iterator[Report | UnreadableError]:
        """The report on each article, or why it cannot be read, in order.

        Articles that follow each other and have the same settings are checked together.

        Raises:
            CopydeskError: The configuration of an article is faulty; those before it are reported.
        """
        begun: deque[UnreadableError | _Begun] = deque()
        fault: CopydeskError | None = None
        try:
            try:
                for item in self._groups(articles):
                    begun.append(item if isinstance(item, UnreadableError) else self._begin(item))
                    while len(begun) > self._workers.ahead:
                        yield from self._reports(begun.popleft())
            except CopydeskError as error:
                fault = error
            while begun:
                yield from self._reports(begun.popleft())
        finally:
            self._workers.close()
        if fault:
            raise fault

    def check_file(self, path: Path) -> Report:
        """The report on a file.

        Raises:
            UnreadableError: It cannot be read.
            CopydeskError: Its configuration is faulty.
        """
        (report,) = self.check([Article.at(path)])
        if isinstance(report, UnreadableError):
            raise report
        return report

    def idle_entries(self) -> Iterator[Report]:
        """Reports on the side files: entries for checked files that silenced nothing."""
        for side_file in self._side_files.values():
            if side_file.settings:
                yield from _idle_report(side_file, side_file.settings)

    def _open(self, article: Article | UnreadableError) -> "_Opened":
        if isinstance(article, UnreadableError):
            raise article
        path, read = article
        settings = self._configs.settings(path)
        side_file = self._side_file(path)
        ignores = side_file.ignores_for(path, settings.registry) if side_file else ()
        return _Opened(path, read(), settings, side_file, ignores)

    def _groups(
        self, articles: Iterable[Article | UnreadableError]
    ) -> Iterator["list[_Opened] | UnreadableError"]:
        """The articles in groups of the same settings, and those that cannot be read, in order."""
        group: list[_Opened] = []
        for article in articles:
            try:
                opened = self._open(article)
            except CopydeskError as error:
                if group:
                    yield group
                    group = []
                if not isinstance(error, UnreadableError):
                    raise
                yield error
                continue
            if group and not _goes_with(opened, group):
                yield group
                group = []
            group.append(opened)
        if group:
            yield group

    def _begin(self, group: list["_Opened"]) -> "_Begun":
        documents = [opened.document for opened in group]
        return _Begun(group, self._workers.begin(group[0].path, documents))

    @staticmethod
    def _reports(item: "UnreadableError | _Begun") -> Iterator[Report | UnreadableError]:
        """The reports on a group of articles, or the one that cannot be read."""
        if isinstance(item, UnreadableError):
            yield item
            return
        settings = item.group[0].settings
        ignores = (opened.ignores for opened in item.group)
        outcomes = conclude(item.found(), settings.rules, settings.registry, ignores)
        for opened, outcome in zip(item.group, outcomes, strict=True):
            if opened.side_file:
                judge = _UNUSED in outcome.suppressions.ran
                opened.side_file.note(opened.path, outcome.suppressions, settings, judge=judge)
            yield _report(outcome, settings)

    def _side_file(self, path: Path) -> "SideFile | None":
        where = self._configs.config(path).suppressions
        if where is None:
            return None
        if where not in self._side_files:
            from copydesk.ignores import read_side_file  # noqa: PLC0415  rarely used

            self._side_files[where] = read_side_file(where)
        return self._side_files[where]


def _report(outcome: Outcome, settings: Settings) -> Report:
    path = outcome.document.path
    named = zip(outcome.findings, outcome.fingerprints, strict=True)
    return _reported(outcome.document, named, settings)._replace(
        failures=tuple(_failure(path, crash) for crash in outcome.crashes),
        suppressed=len(outcome.suppressions.suppressed),
        rules=outcome.suppressions.ran,
        notes=outcome.notes,
    )


def _idle_report(side_file: "SideFile", settings: Settings) -> Iterator[Report]:
    """The report on a side file, if entries of it are idle."""
    active = next(active for active in settings.rules if active.rule.name == _UNUSED)
    document = read_text(side_file.text, displayed(side_file.path), Format.PLAIN)
    findings = [
        active.rule.finding(entry.span, f"this “{entry.ignore.selector}” {why}")._replace(
            severity=active.severity
        )
        for entry, why in side_file.idle()
    ]
    if findings:
        named = zip(findings, fingerprints(document, findings), strict=True)
        yield _reported(document, named, settings)


def _reported(
    document: Document, named: Iterable[tuple[Finding, str]], settings: Settings
) -> Report:
    reported = tuple((finding, name) for finding, name in named if _is_reported(finding, settings))
    failing = sum(finding.severity >= settings.fail_on for finding, _ in reported)
    return Report(document, reported, failing=failing)


def _is_reported(finding: Finding, settings: Settings) -> bool:
    least = settings.min_confidence or 0.0
    sure = finding.confidence is None or finding.confidence >= least
    return sure and finding.severity >= settings.min_severity


def _failure(path: str, crash: Crash) -> Failure:
    return Failure(path, f"rule {crash.rule} crashed: {crash.message}", crash.rule, crash.span)
