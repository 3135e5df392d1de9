"""The command line."""

import gc
import os
import sys
from io import TextIOWrapper
from math import isnan
from pathlib import Path
from typing import Any, NoReturn

import click

from copydesk import __version__
from copydesk.errors import CopydeskError
from copydesk.levels import FAIL_LEVELS, SEVERITIES
from copydesk.reporters import formats
from copydesk.terminal import visible

INTERRUPTED = 130
_ALLOCATIONS = 50_000
"""After so many garbage is looked for: a run makes hardly any that is left lying in circles."""

INCOMPLETE = 2


def _names(
    context: click.Context, param: click.Parameter, value: str | None
) -> tuple[str, ...] | None:
    """Names separated by commas; None if the option is not given."""
    if value is None:
        return None
    names = tuple(value.replace(",", " ").split())
    if not names:
        raise click.BadParameter("names no rule", context, param)
    return names


def _probability(
    context: click.Context, param: click.Parameter, value: float | None
) -> float | None:
    """A number that the range has let through, which it does with NaN."""
    if value is not None and isnan(value):
        raise click.BadParameter("is no number", context, param)
    return value


def _outputs(
    context: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> tuple[tuple[str, Path], ...]:
    """Formats and the files they are written to, each FORMAT=FILE."""
    pairs = [value.partition("=") for value in values]
    files = [Path(file).resolve() for _, _, file in pairs]
    if len(set(files)) < len(files):
        raise click.BadParameter("two formats go to one file", context, param)
    for output_format, _, file in pairs:
        if not file:
            raise click.BadParameter(f"{output_format!r} is not FORMAT=FILE", context, param)
        if output_format not in formats():
            known = ", ".join(formats())
            message = f"{output_format!r} is not a format ({known})"
            raise click.BadParameter(message, context, param)
    return tuple((output_format, Path(file)) for output_format, _, file in pairs)


_PATH = click.Path(path_type=Path, readable=False)  # read or not, that is told file by file


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="copydesk")
def cli() -> None:
    """Copydesk checks whether articles still hang together.

    It finds passages of another story, words that refer to nothing, garbled phrases and damaged
    punctuation. It reads plain text, Markdown, reStructuredText and HTML, and never uses the
    network.
    """


@cli.command("check")
@click.argument("paths", nargs=-1, type=_PATH)
@click.option(
    "--select", metavar="RULES", callback=_names, help="Rules and families to run, and no others."
)
@click.option("--extend-select", metavar="RULES", callback=_names, help="Rules to run as well.")
@click.option("--ignore", metavar="RULES", callback=_names, help="Rules and families not to run.")
@click.option("--min-severity", type=click.Choice(list(SEVERITIES)), help="Report from here up.")
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    callback=_probability,
    help="Report from here up.",
)
@click.option("--fail-on", type=click.Choice(list(FAIL_LEVELS)), help="Exit 1 from here up.")
@click.option(
    "--output-format",
    type=click.Choice(formats()),
    default="full",
    show_default=True,
    help="What to print; html is a page for the browser.",
)
@click.option(
    "--output",
    multiple=True,
    metavar="FORMAT=FILE",
    callback=_outputs,
    help="Also write a format to a file.",
)
@click.option("--config", type=_PATH, help="Use this configuration file for all articles.")
@click.option("--isolated", is_flag=True, help="Use no configuration file.")
@click.option("--stdin-filename", type=_PATH, help="The name of what `-` reads.")
@click.option("--exclude", multiple=True, help="Leave out files that match this glob.")
@click.option("--force-exclude", is_flag=True, help="Exclude files passed by name, too.")
@click.option("--no-gitignore", is_flag=True, help="Check files that git ignores, too.")
@click.option("--show-files", is_flag=True, help="List the files to check and stop.")
@click.option("--show-settings", is_flag=True, help="Print the settings of each file and stop.")
@click.option("--statistics", is_flag=True, help="End with the number of findings of each rule.")
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(0),
    default=0,
    help="Check many files in so many processes; 0, the default, for one a core.",
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Whether to colour the output; NO_COLOR is heeded.",
)
@click.pass_context
def check_command(context: click.Context, /, **options: Any) -> None:
    """Check articles: files, folders, or `-` for standard input. The default is this folder.

    Exit status: 0 everything asked for was checked and is clean; 1 findings; 2 something was not
    checked, which wins over 1.
    """
    if options["config"] and options["isolated"]:
        raise click.UsageError("--config and --isolated exclude each other")
    from copydesk.commands.check import CheckOptions, check

    context.exit(check(CheckOptions(**options)))


@cli.command("rule")
@click.argument("name")
@click.option("--config", type=_PATH, help="A configuration file that names rule folders.")
def rule_command(name: str, config: Path | None) -> None:
    """Explain a rule: print its page."""
    from copydesk.commands.rules import explain

    explain(name, config)


cli.add_command(rule_command, "explain")


@cli.command("rules")
@click.option("--config", type=_PATH, help="A configuration file that names rule folders.")
def rules_command(config: Path | None) -> None:
    """List all rules by family: severity, whether on by default, what they find."""
    from copydesk.commands.rules import list_rules

    list_rules(config)


@cli.command("test-rules")
@click.argument("folder", type=_PATH)
@click.pass_context
def test_rules_command(context: click.Context, folder: Path) -> None:
    """Test the rules in a folder against the marked examples on their pages."""
    from copydesk.commands.rules import test_rules

    context.exit(test_rules(folder))


def main() -> NoReturn:
    """Runs the command line and leaves with its exit status."""
    gc.set_threshold(_ALLOCATIONS)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # None when closed, anything when embedded
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _run()
    except KeyboardInterrupt:
        status = INTERRUPTED
    except Exception:  # noqa: BLE001  standard error is no more, nothing can be told
        status = INCOMPLETE
    gc.freeze()  # or Python goes through all tables on its way out, in search of garbage
    sys.exit(status if _flush() else INCOMPLETE)


def _run() -> int:
    try:
        if not sys.stdout:
            raise CopydeskError("standard output is closed")  # noqa: TRY301  told as all others
        status = int(cli.main(prog_name="copydesk", standalone_mode=False) or 0)
        sys.stdout.flush()  # what fails is told here; later it could only be counted
        return status  # noqa: TRY300  nothing else may fail
    except click.ClickException as error:
        error.show()
    except (SystemExit, BrokenPipeError):  # nobody reads on: what was found cannot be told
        pass
    except (CopydeskError, OSError) as error:
        click.echo(visible(f"copydesk: error: {error}"), err=True)
    except (click.Abort, KeyboardInterrupt) as error:
        if not isinstance(error.__cause__, EOFError):  # which click takes for the user's
            return INTERRUPTED
        _print_fault()
    except Exception:  # noqa: BLE001  a fault of copydesk itself must not look like findings
        _print_fault()
    return INCOMPLETE


def _print_fault() -> None:
    import traceback

    traceback.print_exc()


def _flush() -> bool:
    """Whether all output could be written; what could not, the null device takes at the end."""
    is_written = True
    for stream in filter(None, (sys.__stdout__, sys.__stderr__)):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            is_written = False
    return is_written
