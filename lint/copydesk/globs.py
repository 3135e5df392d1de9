"""Matches files against globs, as `.gitignore` writes them."""

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True)
class Globs:
    """Patterns relative to a folder."""

    root: Path
    patterns: tuple[str, ...] = ()

    def match(self, path: Path) -> bool:
        """Whether `path` lies under the folder and matches a pattern."""
        if not self.patterns:
            return False
        relative = os.path.relpath(path.absolute(), self.root.absolute())
        return not relative.startswith("..") and self._spec.match_file(relative)

    @cached_property
    def _spec(self) -> "GitIgnoreSpec":
        # Costs more to import than all of copydesk, and most runs have no globs.
        from pathspec import GitIgnoreSpec  # noqa: PLC0415

        return GitIgnoreSpec.from_lines(self.patterns)
