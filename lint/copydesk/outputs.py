"""Opens what reports are written to."""

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from copydesk.errors import CopydeskError


@contextmanager
def open_whole(path: Path) -> Generator[TextIO]:
    """A stream for a file that comes to be only when all of it is written.

    Until then, and if the block is left by an error, what stood in its place stays.

    Raises:
        CopydeskError: The file cannot be written.
    """
    target = path.resolve()
    in_place = target.exists() and not target.is_file()  # a device or a pipe
    working = target if in_place else target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        stream = working.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise CopydeskError(f"{path}: cannot be written: {error.strerror}") from error
    try:
        with stream:
            yield stream
        if not in_place:
            working.replace(target)
    finally:
        if not in_place:
            working.unlink(missing_ok=True)


def wants_color(choice: str) -> bool:
    """Whether standard output is to be coloured, by the `--color` option and the environment."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()
