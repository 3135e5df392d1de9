"""Takes typed values out of a TOML file, with errors that name the file and line."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar, cast

from copydesk.errors import CopydeskError
from copydesk.options import hint

T = TypeVar("T")
Key = str | int

_LIST = cast("type[list[object]]", list)
_DICT = cast("type[dict[str, object]]", dict)

_HEADER = re.compile(r"\s*(\[\[?[^\]]+\]\]?)\s*(?:#.*)?")
_ASSIGNMENT = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*[\w"'-]+)*)\s*=""")


class Table(NamedTuple):
    """A table of a TOML file: its values, and where it stands."""

    values: Mapping[str, object]
    file: Path
    text: str
    keys: tuple[Key, ...] = ()

    def error(self, message: str, key: str = "") -> CopydeskError:
        """An error that names the file and the line of `key`, or of this table."""
        line = line_of(self.text, (*self.keys, key) if key else self.keys)
        return CopydeskError(f"{self.file}:{line}: {message}")

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

    try:
        text = path.read_bytes().decode("utf-8-sig")
        return Table(tomllib.loads(text), path, text)
    except OSError as error:
        raise CopydeskError(f"{path}: cannot be read: {error.strerror}") from error
    except ValueError as error:  # no UTF-8, or no TOML
        raise CopydeskError(f"{path}: {error}") from error


def line_of(text: str, keys: tuple[Key, ...]) -> int:
    """The line, from 1, of the entry at `keys`, or of the closest table above it."""
    best, depth = 1, 0
    for number, path in _entries(text):
        shared = _common(path, keys)
        if shared > depth and (shared == len(path) or shared == len(keys)):
            best, depth = number, shared
    return best


def _entries(text: str) -> Iterator[tuple[int, tuple[Key, ...]]]:
    """The lines that open a table or set a key, and the full path of that."""
    table: tuple[Key, ...] = ()
    counts: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.fullmatch(line.rstrip("\r")):
            table = _path(header[1])
            if header[1].startswith("[["):
                counts[header[1]] = counts.get(header[1], -1) + 1
                table = (*table, counts[header[1]])
            elif counts:
                table = _with_index(table, counts)
            yield number, table
        elif assignment := _ASSIGNMENT.match(line):
            yield number, (*table, *_path(f"{assignment[1]} = 0"))


def _with_index(table: tuple[Key, ...], counts: Mapping[str, int]) -> tuple[Key, ...]:
    """`[overrides.rules.x]` belongs to the last `[[overrides]]` before it."""
    for header, index in counts.items():
        array = _path(header)
        if table[: len(array)] == array:
            return (*array, index, *table[len(array) :])
    return table


def _path(toml: str) -> tuple[Key, ...]:
    """The keys that a one-line TOML document leads through."""
    import tomllib  # noqa: PLC0415  as above

    try:
        value: object = tomllib.loads(toml)
    except tomllib.TOMLDecodeError:  # it looked like a key inside a longer string
        return ()
    keys: list[Key] = []
    while value and isinstance(value, dict):
        key, value = next(iter(cast("dict[str, object]", value).items()))
        keys.append(key)
    return tuple(keys)


def _common(one: tuple[Key, ...], other: tuple[Key, ...]) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
                min(len(one), len(other)))  # fmt: skip
