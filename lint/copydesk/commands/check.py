"""The `check` command: finds the articles, checks them, reports."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import click

from copydesk.config import Config, Layer, named_config
from copydesk.engine import ActiveRule
from copydesk.errors import CopydeskError, UnreadableError
from copydesk.files import STDIN, Found, Search, find_articles
from copydesk.globs import Globs
from copydesk.levels import FAIL_LEVELS, SEVERITIES
from copydesk.markup import read_bytes
from copydesk.options import option_types
from copydesk.outputs import WholeFile
from copydesk.paths import displayed
from copydesk.reporters import Style, make_reporter
from copydesk.session import Article, Failure, Report, Session, Summary
from copydesk.settings import ConfigTree, Settings
from copydesk.terminal import visible, wants_color, width
from copydesk.workers import usable_cores


class CheckOptions(NamedTuple):
    """The arguments of `copydesk check`, each by its name; see the help text."""

    paths: tuple[Path, ...]
    select: tuple[str, ...] | None
    extend_select: tuple[str, ...] | None
    ignore: tuple[str, ...] | None
    min_severity: str | None
    min_confidence: float | None
    fail_on: str | None
    output_format: str
    output: tuple[tuple[str, Path], ...]
    config: Path | None
    isolated: bool
    stdin_filename: Path | None
    exclude: tuple[str, ...]
    force_exclude: bool
    no_gitignore: bool
    show_files: bool
    show_settings: bool
    statistics: bool
    color: str
    jobs: int

    @property
    def layer(self) -> Layer:
        """The settings among the arguments."""
        return Layer(
            select=self.select,
            extend_select=self.extend_select or (),
            ignore=self.ignore or (),
            min_severity=SEVERITIES[self.min_severity] if self.min_severity else None,
            min_confidence=self.min_confidence,
            fail_on=FAIL_LEVELS[self.fail_on] if self.fail_on else None,
        )

    @property
    def fixed_config(self) -> Config | None:
        """The one configuration for all articles, if the arguments name one or forbid any."""
        if self.isolated:
            return Config()
        return named_config(self.config) if self.config else None

    @property
    def search(self) -> Search:
        """How folders are searched."""
        exclude = Globs(Path(), self.exclude)
        exclude.check()
        return Search(
            exclude, self.force_exclude, not self.no_gitignore, self.stdin_filename or STDIN
        )


def check(options: CheckOptions) -> int:
    """Checks what `options` ask for and returns the exit status."""
    configs = ConfigTree(options.fixed_config, options.layer)
    articles = find_articles(options.paths or (Path(),), configs, options.search)
    if options.show_files:
        return _show_files(articles, options)
    if options.show_settings:
        return _show_settings(articles, configs, options)
    return _check(articles, Session(configs, options.jobs or usable_cores()), options)


def _check(articles: Iterator[Found], session: Session, options: CheckOptions) -> int:
    summary = Summary()
    found = _found(articles, summary)
    files = [(output_format, WholeFile(path)) for output_format, path in options.output]
    _spare_articles(found, [file for _, file in files])
    style = Style(wants_color(options.color), width(), options.statistics)
    reporters = [
        make_reporter(options.output_format, sys.stdout, style),
        *(make_reporter(f, file.stream, Style(statistics=style.statistics)) for f, file in files),
    ]
    for report in _reports(found, session, options, summary):
        summary.add(report)
        for reporter in reporters:
            reporter.write(report)
    for reporter in reporters:
        reporter.close(summary)
    for failure in summary.failures:
        _say("error", failure)
    return summary.exit_code if _commit(file for _, file in files) else 2


def _found(articles: Iterator[Found], summary: Summary) -> list[Found]:
    """All articles before the first is checked; a faulty configuration ends the search."""
    found: list[Found] = []
    try:
        found.extend(articles)
    except CopydeskError as error:
        summary.failures.append(Failure("", str(error)))
    return found


def _spare_articles(found: Iterable[Found], files: list[WholeFile]) -> None:
    """Raises `CopydeskError` if a report would take the place of an article."""
    targets = {file.target for file in files}
    for article in found if targets else ():
        if isinstance(article, Path) and article.resolve() in targets:
            raise CopydeskError(f"{article}: is an article to check, so no --output can go there")


def _commit(files: Iterable[WholeFile]) -> bool:
    """Writes the files, each whatever becomes of the others; whether all could be written."""
    is_complete = True
    for file in files:
        try:
            file.commit()
        except CopydeskError as error:
            _say("error", Failure("", str(error)))
            is_complete = False
    return is_complete


def _reports(
    articles: Iterable[Found], session: Session, options: CheckOptions, summary: Summary
) -> Iterator[Report]:
    """The report on each article; what cannot be checked goes into `summary.failures`."""
    try:
        for report in session.check(_article(article, options) for article in articles):
            if isinstance(report, UnreadableError):
                summary.failures.append(Failure(report.path, report.reason))
                continue
            for note in report.notes:
                _say("note", Failure(report.document.path, note))
            yield report
        yield from session.idle_entries()
    except CopydeskError as error:  # a faulty configuration: the articles after it are unchecked
        summary.failures.append(Failure("", str(error)))


def _article(found: Found, options: CheckOptions) -> Article | UnreadableError:
    if found == STDIN:
        name = options.stdin_filename or STDIN
        return Article(name, lambda: read_bytes(_standard_input(), str(name)))
    return found if isinstance(found, UnreadableError) else Article.at(found)


def _standard_input() -> bytes:
    try:
        if sys.stdin is None:
            raise UnreadableError(str(STDIN), "standard input is closed")
        return sys.stdin.buffer.read()
    except (OSError, ValueError) as error:
        raise UnreadableError(str(STDIN), f"standard input cannot be read: {error}") from error


def _show_files(articles: Iterable[Found], options: CheckOptions) -> int:
    summary = Summary()
    for article in _readable(articles, summary, options):
        click.echo(visible(str(article)))
    return summary.exit_code


def _show_settings(articles: Iterable[Found], configs: ConfigTree, options: CheckOptions) -> int:
    """Prints the settings of the articles, those with the same settings together."""
    summary = Summary()
    groups: dict[tuple[Path | None, int], list[Path]] = {}
    settings: dict[int, Settings] = {}
    for article in _readable(articles, summary, options):
        found = configs.settings(article)
        settings[id(found)] = found
        groups.setdefault((configs.config(article).path, id(found)), []).append(article)
    for (config, key), paths in groups.items():
        source = displayed(config) if config else "default"
        click.echo("\n".join(f"# {visible(str(path))}" for path in paths))
        click.echo("\n".join([f"# by {visible(source)}", *_settings_lines(settings[key])]) + "\n")
    return summary.exit_code


def _readable(articles: Iterable[Found], summary: Summary, options: CheckOptions) -> Iterator[Path]:
    """The names of the articles that were found; the other paths become failures."""
    for article in articles:
        if isinstance(article, UnreadableError):
            failure = Failure(article.path, article.reason)
            summary.failures.append(failure)
            _say("error", failure)
        elif article == STDIN:
            yield options.search.stdin_name
        else:
            yield article


def _settings_lines(settings: Settings) -> Iterator[str]:
    level = next(name for name, level in FAIL_LEVELS.items() if level == settings.fail_on)
    yield f'min-severity = "{settings.min_severity}"'
    yield f"min-confidence = {settings.min_confidence}"
    yield f'fail-on = "{level}"'
    for active in settings.rules:
        yield f"\n[rules.{active.rule.name}]"
        yield from _rule_lines(active)


def _rule_lines(active: ActiveRule) -> Iterator[str]:
    yield f'severity = "{active.severity}"'
    for option in option_types(type(active.rule)):
        value: object = getattr(active.rule, option.replace("-", "_"))
        yield f"{option} = {_toml(value)}"


def _toml(value: object) -> str:
    import json  # noqa: PLC0415

    return json.dumps(value, ensure_ascii=False)  # for these types JSON is TOML


def _say(kind: str, failure: Failure) -> None:
    place = f"{failure.path}: " if failure.path else ""
    click.echo(visible(f"copydesk: {kind}: {place}{failure.message}"), err=True)
