"""Reads side files: findings to ignore in articles that cannot hold comments."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from copydesk.document import Span
from copydesk.globs import Globs
from copydesk.options import hint
from copydesk.paths import absolute
from copydesk.registry import Registry
from copydesk.settings import Settings
from copydesk.suppress import Ignore, Suppressions
from copydesk.tables import Table, read_table

_KEYS = frozenset({"file", "rule", "fingerprint", "text", "reason"})
_MAGIC = frozenset("*?[")


class Entry(NamedTuple):
    """An entry of a side file: the files it is for, what it ignores there, where it stands.

    Attributes:
        files: The one file, or globs.
        ignore: What is ignored there.
        table: The entry in the side file.
    """

    files: Path | Globs
    ignore: Ignore
    table: Table

    @property
    def span(self) -> Span:
        """The line of the side file on which the entry begins, without its end."""
        return _lines(self.table.text)[self.table.line() - 1]


class SideFile:
    """A file of findings to ignore, and what its entries did in a run.

    Attributes:
        path: The file.
        text: What it says.
        settings: The settings of an article for which idle entries are to be reported, if any.
    """

    def __init__(self, table: Table) -> None:
        """Reads the array `ignore` of tables, as `docs/suppression.md` says.

        Raises:
            CopydeskError: It is faulty; the message names the file and line.
        """
        table.allow(frozenset({"ignore"}))
        self.path = table.file
        self.text = table.text
        self.settings: Settings | None = None
        self._entries = [_entry(item, i) for i, item in enumerate(table.tables("ignore"))]
        self._globs = [entry for entry in self._entries if isinstance(entry.files, Globs)]
        self._files: dict[Path, list[Entry]] = {}
        for entry in self._entries:
            if isinstance(entry.files, Path):
                self._files.setdefault(entry.files, []).append(entry)
        self._used: set[int] = set()
        self._judged: set[int] = set()

    def ignores_for(self, path: Path, registry: Registry) -> tuple[Ignore, ...]:
        """What to ignore in the article at `path`.

        Raises:
            CopydeskError: An entry for it names an unknown rule.
        """
        entries = tuple(self._entries_for(path))
        for entry in entries:
            selector = entry.ignore.selector
            if not registry.named(selector):
                known = frozenset(registry) | registry.families
                message = f"unknown rule or family {selector!r}{hint(selector, known)}"
                raise entry.table.error(message, "rule")
        return tuple(entry.ignore for entry in entries)

    def note(
        self, path: Path, suppressions: Suppressions, settings: Settings, *, judge: bool
    ) -> None:
        """Takes down which entries silenced a finding in `path` and, to judge, which could."""
        self._used |= suppressions.used_ignores
        if judge:
            self.settings = settings
            self._judged |= {
                entry.ignore.number
                for entry in self._files.get(absolute(path), ())
                if suppressions.judged(entry.ignore.selector)
            }

    def idle(self) -> Iterator[tuple[Entry, str]]:
        """The entries that are known to silence nothing, each with the reason.

        One with a glob is not known to: other files may need it.
        """
        missing = {file for file in self._files if _is_gone(file)}
        for entry in self._entries:
            if entry.files in missing:
                yield entry, "names a file that does not exist"
            elif entry.ignore.number in self._judged - self._used:
                yield entry, "silences nothing"

    def _entries_for(self, path: Path) -> Iterator[Entry]:
        yield from self._files.get(absolute(path), ())
        for entry in self._globs:
            if isinstance(entry.files, Globs) and entry.files.match(path):
                yield entry


def read_side_file(path: Path) -> SideFile:
    """The side file at `path`.

    Raises:
        CopydeskError: It cannot be read or is faulty; the message names the file and line.
    """
    return SideFile(read_table(path))


def _is_gone(file: Path) -> bool:
    """Whether a file is known not to be there, which is more than not to be seen."""
    try:
        file.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def _entry(table: Table, number: int) -> Entry:
    table.allow(_KEYS)
    file, rule, reason = (_required(table, key) for key in ("file", "rule", "reason"))
    fingerprint, text = table.string("fingerprint"), table.string("text")
    if fingerprint is None and text is None:
        raise table.error("an entry needs a `fingerprint` or the flagged `text`")
    return Entry(_files(table, file), Ignore(rule, fingerprint, text, reason, number), table)


def _required(table: Table, key: str) -> str:
    value = table.string(key)
    if not value or not value.strip():
        raise table.error(f"an entry needs a `{key}`")
    return value


@lru_cache(maxsize=4)
def _lines(text: str) -> tuple[Span, ...]:
    lines = text.split("\n")
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    spans = zip(starts, lines, strict=False)
    return tuple(Span(start, start + len(line.rstrip("\r"))) for start, line in spans)


def _files(table: Table, file: str) -> Path | Globs:
    folder = table.file.parent
    if not _MAGIC & set(file):
        return absolute(folder / file)
    return table.globs("file", (file,))
