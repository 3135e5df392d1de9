"""Paths as users mean and read them."""

import os
from pathlib import Path


def absolute(path: Path) -> Path:
    """From the root and without `..`; links are not followed, for a file belongs where it lies."""
    return Path(os.path.abspath(path))  # noqa: PTH100


def displayed(path: Path) -> str:
    """As a user would write it: from the current folder, if it lies below that."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
