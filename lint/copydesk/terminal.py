"""What may be written to a terminal, and in which colours."""

import os
import sys
import unicodedata

_JOINERS = "\u200c\u200d"
_SPACES = "\t\n\r"
"""Control characters that every text holds."""


def visible(text: str) -> str:
    """`text` on one line, each character that could drive a terminal replaced by one that shows.

    Control characters, marks that turn the direction of writing and lone surrogates come from
    articles, file names and messages alike. The length stays the same.
    """
    return text if text.isprintable() else "".join(map(_visible, text))


def _visible(char: str) -> str:
    if char.isprintable() or char in _JOINERS:
        return char
    if char in _SPACES:
        return " "
    if char < " ":
        return chr(0x2400 + ord(char))  # the picture of it
    return char if unicodedata.category(char) in {"Zs", "Co", "Cn"} else "\ufffd"


def columns(char: str) -> int:
    """How many columns a visible character takes."""
    if char.isascii():
        return 1
    if char in _JOINERS or unicodedata.category(char) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wants_color(choice: str) -> bool:
    """Whether standard output is to be coloured, by the `--color` option and the environment."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def width(default: int = 100, least: int = 40) -> int:
    """How many columns standard output has; `default` if it is no terminal."""
    if not sys.stdout.isatty():
        return default
    try:
        return max(least, os.get_terminal_size(sys.stdout.fileno()).columns)
    except OSError:  # a terminal that does not say
        return default


def counted(number: int, noun: str) -> str:
    """A number with what it counts."""
    plural = "" if number == 1 or noun == "info" else "s"
    return f"{number:,} {noun}{plural}"
