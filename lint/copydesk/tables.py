"""Takes typed values out of a TOML file, with errors that name the file and line."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple, TypeVar, cast

from copydesk.errors import CopydeskError
from copydesk.globs import Globs
from copydesk.options import hint
from copydesk.paths import displayed

T = TypeVar("T")
Key = str | int

_LIST = cast("type[list[object]]", list)
_DICT = cast("type[dict[str, object]]", dict)

_OPENING = frozenset("[{")
_CLOSING = frozenset("]}")


class Table(NamedTuple):
    """A table of a TOML file: its values, and where it stands."""

    values: Mapping[str, object]
    file: Path
    text: str
    keys: tuple[Key, ...] = ()

    def error(self, message: str, key: str = "") -> CopydeskError:
        """An error that names the file and the line of `key`, or of this table."""
        return CopydeskError(f"{displayed(self.file)}:{self.line(key)}: {message}")

    def line(self, key: str = "") -> int:
        """The line of `key`, or of this table, from 1."""
        return line_of(self.text, (*self.keys, key) if key else self.keys)

    def allow(self, known: frozenset[str]) -> None:
        """Raises `CopydeskError` if the table has a key that is not in `known`."""
        for key in self.values:
            if key not in known:
                raise self.error(f"unknown key {key!r}{hint(key, known)}", key)

    def string(self, key: str) -> str | None:
        """The string at `key`, None if there is none."""
        return self._typed(key, str, "a string")

    def boolean(self, key: str, default: bool) -> bool:  # noqa: FBT001  as dict.get
        """The boolean at `key`."""
        value = self._typed(key, bool, "true or false")
        return default if value is None else value

    def strings(self, key: str) -> tuple[str, ...] | None:
        """The list of strings at `key`, None if there is none."""
        items = self._typed(key, _LIST, "a list of strings")
        if items is None:
            return None
        if not all(isinstance(item, str) for item in items):
            raise self.error(f"{key} must be a list of strings", key)
        return tuple(cast("list[str]", items))

    def globs(self, key: str, patterns: tuple[str, ...]) -> Globs:
        """Globs that stand at `key`, relative to the folder of the file."""
        globs = Globs(self.file.parent, patterns)
        try:
            globs.check()
        except CopydeskError as error:
            raise self.error(str(error), key) from error
        return globs

    def fraction(self, key: str) -> float | None:
        """The number from 0 to 1 at `key`, None if there is none."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise self.error(f"{key} must be a number from 0 to 1, not {value!r}", key)
        return float(value)

    def choice(self, key: str, choices: Mapping[str, T]) -> T | None:
        """What the string at `key` stands for, None if there is none."""
        value = self.string(key)
        if value is None:
            return None
        if value not in choices:
            raise self.error(f"{key} must be one of {', '.join(choices)}, not {value!r}", key)
        return choices[value]

    def table(self, key: str) -> "Table | None":
        """The table at `key`, None if there is none."""
        values = self._typed(key, _DICT, "a table")
        return None if values is None else Table(values, self.file, self.text, (*self.keys, key))

    def tables(self, key: str) -> "Iterator[Table]":
        """The tables of the array at `key`."""
        for index, values in enumerate(self._typed(key, _LIST, "an array of tables") or ()):
            if not isinstance(values, dict):
                raise self.error(f"{key} must be an array of tables", key)
            where = (*self.keys, key, index)
            yield Table(cast("dict[str, object]", values), self.file, self.text, where)

    def _typed(self, key: str, wanted: type[T], called: str) -> T | None:
        value = self.values.get(key)
        if value is None or isinstance(value, wanted):
            return value
        raise self.error(f"{key} must be {called}, not {value!r}", key)


def read_table(path: Path) -> Table:
    """The root table of a TOML file.

    Raises:
        CopydeskError: It cannot be read or is no TOML.
    """
    import tomllib  # noqa: PLC0415  most folders have no configuration

    text = _read(path)
    try:
        return Table(tomllib.loads(text), path, text)
    except RecursionError as error:
        raise CopydeskError(f"{displayed(path)}: is nested too deeply") from error
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        line = at[1] if at else text.count("\n") + 1
        raise CopydeskError(f"{displayed(path)}:{line}: {error}") from error


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise CopydeskError(f"{displayed(path)}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise CopydeskError(f"{displayed(path)}: is not UTF-8 (byte {error.start})") from error


def line_of(text: str, keys: tuple[Key, ...]) -> int:
    """The line, from 1, of the entry at `keys`, or of the closest table above it."""
    lines = _lines(text)
    paths = (keys[:length] for length in range(len(keys), 0, -1))
    return next((lines[path] for path in paths if path in lines), 1)


@lru_cache(maxsize=4)
def _lines(text: str) -> Mapping[tuple[Key, ...], int]:
    """For the path to each entry, the line on which the statement begins that makes it."""
    lines: dict[tuple[Key, ...], int] = {}
    table: tuple[Key, ...] = ()
    paths: Iterable[tuple[Key, ...]]
    counts: dict[tuple[Key, ...], int] = {}
    for number, statement, values in _statements(text):
        if statement.startswith("["):
            table = _opened(values, counts)
            paths = accumulate(table, lambda path, key: (*path, key), initial=())
        else:
            paths = (table + path for path in _paths(values))
        for path in paths:
            lines.setdefault(path, number)
    return lines


def _statements(text: str) -> Iterator[tuple[int, str, object]]:
    """The headers and assignments of a text that is known to be TOML.

    Each comes with the line on which it begins and what it means alone.
    """
    import tomllib  # noqa: PLC0415  as above

    number = 1
    for statement in _split(text.replace("\r\n", "\n")):
        yield number, statement.strip(), tomllib.loads(statement)
        number += statement.count("\n")


def _split(text: str) -> Iterator[str]:
    """The statements of a TOML text: each ends with a line, but for the inside of its brackets."""
    start = depth = 0
    for found in _parts().finditer(text):
        depth += (found[0] in _OPENING) - (found[0] in _CLOSING)
        if found[0] == "\n" and not depth:
            yield text[start : found.end()]
            start = found.end()
    yield text[start:]


@cache
def _parts() -> re.Pattern[str]:
    """A bracket or line end of a TOML text, or what may hold such signs that are none."""
    return re.compile(
        r"""
          [\[\]{}\n]
        | \#[^\n]*
        | "{3} (?:[^\\]|\\.)*? "{3,5}
        | '{3} .*? '{3,5}
        | "(?:[^"\\]|\\.)*+"
        | '[^']*'
        """,
        re.VERBOSE | re.DOTALL,
    )


def _opened(header: object, counts: dict[tuple[Key, ...], int]) -> tuple[Key, ...]:
    """The path to the table that a header opens; `counts` holds the arrays of tables so far."""
    path: tuple[Key, ...] = ()
    while header:
        if isinstance(header, list):
            header = cast("list[object]", header)[0]
            counts[path] = counts.get(path, -1) + 1
            path = (*path, counts[path])
            continue
        if path in counts:
            path = (*path, counts[path])
        key, header = next(iter(cast("dict[str, object]", header).items()))
        path = (*path, key)
    return path


def _paths(value: object, path: tuple[Key, ...] = ()) -> Iterator[tuple[Key, ...]]:
    """The path to each entry in the value of an assignment, the outer ones first."""
    if path:
        yield path
    entries: Iterable[tuple[Key, object]] = ()
    if isinstance(value, dict):
        entries = cast("dict[Key, object]", value).items()
    elif isinstance(value, list):
        entries = enumerate(cast("list[object]", value))
    for key, inner in entries:
        yield from _paths(inner, (*path, key))
