"""Writes reports to files."""

import os
import stat
from io import StringIO
from pathlib import Path

from copydesk.errors import CopydeskError
from copydesk.paths import exists, is_file, is_folder


class WholeFile:
    """A file that comes to be only when all of it is written; before, what stood there stays.

    Attributes:
        target: The file, links followed.
        stream: Takes what is to be written.
    """

    def __init__(self, path: Path) -> None:
        """Makes sure, as far as that can be known, that the file can be written.

        Raises:
            CopydeskError: It cannot.
        """
        self._path = path
        self._is_special = exists(path) and not is_file(path)  # a device or a pipe
        self.target = path if self._is_special else path.resolve()
        self.stream = StringIO()
        if is_folder(path):
            raise self._error("is a folder")
        if not is_folder(self.target.parent):
            raise self._error(f"there is no folder {self.target.parent}")
        if not os.access(self.target if self._is_special else self.target.parent, os.W_OK):
            raise self._error("permission denied")

    def commit(self) -> None:
        """Writes the file.

        Raises:
            CopydeskError: It cannot be written; what stood there still stands.
        """
        try:
            if self._is_special:
                self._write(self.target, "w")
            else:
                self._replace()
        except OSError as error:
            raise self._error(error.strerror or str(error)) from error

    def _replace(self) -> None:
        working = self.target.with_name(f".copydesk-{os.urandom(8).hex()}.tmp")
        try:
            self._write(working, "x")
            if exists(self.target):
                working.chmod(stat.S_IMODE(self.target.stat().st_mode))
            working.replace(self.target)
        finally:
            working.unlink(missing_ok=True)

    def _write(self, path: Path, mode: str) -> None:
        with path.open(mode, encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(self.stream.getvalue())

    def _error(self, reason: str) -> CopydeskError:
        return CopydeskError(f"{self._path}: cannot be written: {reason}")
