"""The `check` command: finds the articles, checks them, reports."""

import os
import sys
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import fields
from pathlib import Path
from typing import NamedTuple, TextIO

import click

from copydesk.config import Config, Layer, check_file_exists, read_config
from copydesk.engine import ActiveRule
from copydesk.errors import CopydeskError, UnreadableError
from copydesk.files import find_articles
from copydesk.globs import Globs
from copydesk.levels import FAIL_LEVELS, SEVERITIES
from copydesk.outputs import open_whole, wants_color
from copydesk.reporters import Reporter, Style, make_reporter
from copydesk.session import Failure, Report, Session, Summary
from copydesk.settings import ConfigTree, Settings

STDIN = Path("-")


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
        if self.config is None:
            return None
        check_file_exists(self.config)
        return read_config(self.config) or Config()


def check(options: CheckOptions) -> int:
    """Checks what `options` ask for and returns the exit status."""
    configs = ConfigTree(options.fixed_config, options.layer)
    articles = find_articles(
        options.paths or (Path(),),
        configs,
        Globs(Path(), options.exclude),
        force_exclude=options.force_exclude,
        gitignore=not options.no_gitignore,
    )
    if options.show_files:
        return _show_files(articles)
    if options.show_settings:
        return _show_settings(articles, configs)
    summary = Summary()
    with _reporters(options) as reporters:
        for report in _reports(articles, Session(configs), options, summary):
            summary.add(report)
            for reporter in reporters:
                reporter.write(report)
        for reporter in reporters:
            reporter.close(summary)
    for failure in summary.failures:
        _say("error", failure)
    return summary.exit_code


def _reports(
    articles: Iterator[Path | UnreadableError],
    session: Session,
    options: CheckOptions,
    summary: Summary,
) -> Iterator[Report]:
    """The report on each article; what cannot be checked goes into `summary.failures`."""
    try:
        for article in articles:
            try:
                yield _report(article, session, options)
            except UnreadableError as error:
                summary.failures.append(Failure(error.path, error.reason))
        yield from session.idle_entries()
    except CopydeskError as error:  # a faulty configuration: the articles after it are unchecked
        summary.failures.append(Failure("", str(error)))


def _report(article: Path | UnreadableError, session: Session, options: CheckOptions) -> Report:
    if isinstance(article, UnreadableError):
        raise article
    if article == STDIN:
        report = session.check_bytes(_standard_input(), options.stdin_filename or STDIN)
    else:
        report = session.check_file(article)
    for note in report.document.notes:
        _say("note", Failure(report.document.path, note))
    return report


def _standard_input() -> bytes:
    try:
        if sys.stdin is None:
            raise UnreadableError(str(STDIN), "standard input is closed")
        return sys.stdin.buffer.read()
    except (OSError, ValueError) as error:
        raise UnreadableError(str(STDIN), f"standard input cannot be read: {error}") from error


@contextmanager
def _reporters(options: CheckOptions) -> Generator[list[Reporter]]:
    with ExitStack() as stack:
        width = os.get_terminal_size().columns if sys.stdout.isatty() else 100
        style = Style(wants_color(options.color), max(40, width), options.statistics)
        made = [make_reporter(options.output_format, sys.stdout, style)]
        for output_format, file in options.output:
            stream: TextIO = stack.enter_context(open_whole(file))
            made.append(make_reporter(output_format, stream, Style(statistics=style.statistics)))
        yield made


def _show_files(articles: Iterator[Path | UnreadableError]) -> int:
    status = 0
    for article in articles:
        if isinstance(article, UnreadableError):
            _say("error", Failure(article.path, article.reason))
            status = 2
        else:
            click.echo(str(article))
    return status


def _show_settings(articles: Iterator[Path | UnreadableError], configs: ConfigTree) -> int:
    """Prints the settings of the articles, those with the same settings together."""
    groups: dict[tuple[Path | None, int], list[Path]] = {}
    settings: dict[int, Settings] = {}
    for article in articles:
        if isinstance(article, UnreadableError):
            raise article
        found = configs.settings(article)
        settings[id(found)] = found
        groups.setdefault((configs.config(article).path, id(found)), []).append(article)
    for (config, key), paths in groups.items():
        click.echo("\n".join([*(f"# {path}" for path in paths), f"# by {config or 'default'}"]))
        click.echo("\n".join(_settings_lines(settings[key])) + "\n")
    return 0


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
    for option in fields(active.rule):  # type: ignore[arg-type]  # a rule is a dataclass
        value: object = getattr(active.rule, option.name)
        yield f"{option.name.replace('_', '-')} = {_toml(value)}"


def _toml(value: object) -> str:
    import json  # noqa: PLC0415

    return json.dumps(value, ensure_ascii=False)  # for these types JSON is TOML


def _say(kind: str, failure: Failure) -> None:
    place = f"{failure.path}: " if failure.path else ""
    click.echo(f"copydesk: {kind}: {place}{failure.message}", err=True)
