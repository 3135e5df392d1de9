"""Reads the data that come with copydesk."""

import pkgutil
import zlib


def shipped_bytes(file: str) -> bytes:
    """What a file of the package holds, by its path there; unpacked if its name ends with `.z`.

    Not by `importlib.resources`: to import that takes longer than to read most tables.

    Raises:
        FileNotFoundError: There is no such file.
    """
    held = pkgutil.get_data("copydesk", file) or b""
    return zlib.decompress(held) if file.endswith(".z") else held


def shipped_text(file: str) -> str:
    """The same as text.

    Raises:
        FileNotFoundError: There is no such file.
    """
    return shipped_bytes(file).decode()
