"""Reads side files: findings to ignore in articles that cannot hold comments."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from copydesk.document import Span
from copydesk.globs import Globs
from copydesk.settings import Settings
from copydesk.suppress import Ignore, Suppressions
from copydesk.tables import Table, line_of, read_table

_KEYS = frozenset({"file", "rule", "fingerprint", "text", "reason"})


class Entry(NamedTuple):
    """An entry of a side file: the files it is for, what it ignores there, where it stands."""

    files: Globs
    ignore: Ignore
    span: Span

    @property
    def names_one_file(self) -> bool:
        """Whether it is for a single file, so that a run over that file can call it unused."""
        return not any(set(pattern) & set("*?[") for pattern in self.files.patterns)


class SideFile(NamedTuple):
    """A file of findings to ignore, as text and as entries."""

    path: Path
    text: str
    entries: tuple[Entry, ...]


class SideFileUse:
    """What the entries of a side file did in a run.

    Attributes:
        side_file: The side file.
        settings: The settings of a file for which unused entries are to be reported, if any.
    """

    def __init__(self, side_file: SideFile) -> None:
        """Begins with no entry used."""
        self.side_file = side_file
        self.settings: Settings | None = None
        self._used: set[int] = set()
        self._judged: set[int] = set()

    def ignores_for(self, path: Path) -> tuple[Ignore, ...]:
        """What to ignore in the article at `path`."""
        return tuple(entry.ignore for entry in self._entries_for(path))

    def note(
        self, path: Path, suppressions: Suppressions, settings: Settings, *, judge: bool
    ) -> None:
        """Takes down which entries silenced a finding in `path` and, to judge, which could."""
        self._used |= suppressions.used_ignores
        if judge:
            self.settings = settings
            self._judged |= {
                entry.ignore.number
                for entry in self._entries_for(path)
                if entry.names_one_file and suppressions.judged(entry.ignore.selector)
            }

    def idle(self) -> list[Entry]:
        """The entries that could have silenced something and did not."""
        numbers = self._judged - self._used
        return [entry for entry in self.side_file.entries if entry.ignore.number in numbers]

    def _entries_for(self, path: Path) -> Iterator[Entry]:
        return (entry for entry in self.side_file.entries if entry.files.match(path))


def read_side_file(path: Path) -> SideFile:
    """The side file at `path`: an array `ignore` of tables, as `docs/suppression.md` says.

    Raises:
        CopydeskError: It cannot be read or is faulty; the message names the file and line.
    """
    table = read_table(path)
    table.allow(frozenset({"ignore"}))
    entries = (_entry(item, i) for i, item in enumerate(table.tables("ignore")))
    return SideFile(path, table.text, tuple(entries))


def _entry(table: Table, number: int) -> Entry:
    table.allow(_KEYS)
    file, rule, reason = (_required(table, key) for key in ("file", "rule", "reason"))
    fingerprint, text = table.string("fingerprint"), table.string("text")
    if fingerprint is None and text is None:
        raise table.error("an entry needs a `fingerprint` or the flagged `text`")
    ignore = Ignore(rule, fingerprint, text, reason, number)
    return Entry(Globs(table.file.parent, (f"/{file.lstrip('/')}",)), ignore, _place(table))


def _required(table: Table, key: str) -> str:
    value = table.string(key)
    if not value:
        raise table.error(f"an entry needs a `{key}`")
    return value


def _place(table: Table) -> Span:
    """The line on which the entry begins, without its line end."""
    lines = table.text.split("\n")
    number = line_of(table.text, table.keys)
    start = sum(len(line) + 1 for line in lines[: number - 1])
    return Span(start, start + len(lines[number - 1].rstrip("\r")))
