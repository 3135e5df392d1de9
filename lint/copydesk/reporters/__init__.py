"""Reporters: the one place where lines, columns and colour exist.

Each module of this package whose name has no underscore is a format of that name; its `reporter`
makes one for a stream.
"""

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, TextIO, cast

if TYPE_CHECKING:  # so that the names of the formats cost no engine
    from copydesk.session import Report, Summary


class Style(NamedTuple):
    """How a reporter writes for people.

    Attributes:
        color: Whether to use terminal colours.
        width: How many columns a line may take.
        statistics: Whether to end with the number of findings of each rule.
    """

    color: bool = False
    width: int = 100
    statistics: bool = False


class Reporter(Protocol):
    """Writes findings to a stream in one format."""

    def write(self, report: "Report") -> None:
        """Takes in the report on one file."""
        ...

    def close(self, summary: "Summary") -> None:
        """Takes in the end of the run and writes what is left to write."""
        ...


class _Module(Protocol):
    def reporter(self, stream: TextIO, style: Style) -> Reporter: ...


def formats() -> list[str]:
    """The names of the output formats."""
    return [info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_")]


def make_reporter(output_format: str, stream: TextIO, style: Style) -> Reporter:
    """A reporter that writes `output_format`, one of `formats()`, to `stream`."""
    module = cast("_Module", import_module(f"{__name__}.{output_format}"))
    return module.reporter(stream, style)
