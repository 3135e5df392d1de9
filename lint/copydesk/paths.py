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


def exists(path: Path) -> bool:
    """Whether something is there, as far as can be seen; never raises, unlike `Path.exists`."""
    return os.path.exists(path)  # noqa: PTH110


def is_file(path: Path) -> bool:
    """Whether a regular file is there, or a link to one; never raises."""
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: Path) -> bool:
    """Whether a folder is there, or a link to one; never raises."""
    return os.path.isdir(path)  # noqa: PTH112
