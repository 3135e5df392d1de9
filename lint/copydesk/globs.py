"""Matches files against globs, as `.gitignore` writes them."""

import os
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.errors import CopydeskError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True)
class Globs:
    """Patterns relative to a folder."""

    root: Path
    patterns: tuple[str, ...] = ()

    def match(self, path: Path, *, is_folder: bool = False) -> bool:
        """Whether `path`, or a folder above it, matches.

        Outside the folder only patterns without a slash can match, which hold at any depth.

        Raises:
            CopydeskError: A pattern is malformed.
        """
        if not self.patterns:
            return False
        relative = os.path.relpath(path, self.root)
        if relative.split(os.sep, 1)[0] == os.pardir:
            relative = os.path.abspath(path).lstrip(os.sep)  # noqa: PTH100  no link is followed
        return self._spec.match_file(f"{relative}/" if is_folder else relative)

    def check(self) -> None:
        """Raises `CopydeskError` if a pattern is malformed."""
        if self.patterns:
            _ = self._spec

    @cached_property
    def _spec(self) -> "GitIgnoreSpec":
        # Costs more to import than all of copydesk, and most runs have no globs.
        from pathspec import GitIgnoreSpec  # noqa: PLC0415

        patterns = [re.sub(r"^\./", "/", pattern) for pattern in self.patterns]
        for pattern in patterns:
            try:
                GitIgnoreSpec.from_lines([pattern])
            except (ValueError, re.error) as error:
                raise CopydeskError(f"{pattern!r} is no glob") from error
        return GitIgnoreSpec.from_lines(patterns)
