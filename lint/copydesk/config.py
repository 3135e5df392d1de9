"""Reads configuration files."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from copydesk.errors import CopydeskError
from copydesk.globs import Globs
from copydesk.levels import FAIL_LEVELS, SEVERITIES, Severity
from copydesk.paths import displayed
from copydesk.registry import PLUGIN_GROUP
from copydesk.tables import Table, read_table

NAMES = ("copydesk.toml", ".copydesk.toml", "pyproject.toml")
"""The files that a folder is searched for, the first wins; `pyproject.toml` only where it has a
`[tool.copydesk]` table."""

LAYER_KEYS = frozenset(
    "select extend-select ignore min-severity min-confidence fail-on rules".split()
)
FILE_KEYS = LAYER_KEYS | frozenset(
    "extend exclude force-exclude gitignore rule-folders plugins suppressions overrides".split()
)


class Layer(NamedTuple):
    """One source of settings; a later layer builds on the ones before. None says nothing.

    Attributes:
        select: The rules and families that run, instead of what ran so far.
        extend_select: What runs beside them.
        ignore: What does not run after all.
        min_severity: Findings below this severity are not reported.
        min_confidence: Findings with a lower confidence are not reported.
        fail_on: The severity from which a finding makes the run fail, or `levels.NEVER`.
        rules: For each rule named, its options and its `severity`.
        source: The table it was read from; None for the command line.
    """

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_severity: Severity | None = None
    min_confidence: float | None = None
    fail_on: int | None = None
    rules: Mapping[str, Table] = MappingProxyType({})
    source: Table | None = None


class Override(NamedTuple):
    """A layer for the files that match."""

    files: Globs
    layer: Layer


class Config(NamedTuple):
    """What a configuration file says, with what it extends.

    Attributes:
        path: The file it was read from; None for the defaults.
        layers: The base's layers first.
        overrides: In order, later ones are stronger.
        exclude: The files that a folder is not searched for.
        force_exclude: Whether `exclude` also holds for files passed by name.
        gitignore: Whether files that git ignores are left out when a folder is searched.
        rule_folders: Folders with the user's own rules.
        suppressions: The side file of findings to ignore.
    """

    path: Path | None = None
    layers: tuple[Layer, ...] = ()
    overrides: tuple[Override, ...] = ()
    exclude: Globs = Globs(Path())
    force_exclude: bool = False
    gitignore: bool = True
    rule_folders: tuple[Path, ...] = ()
    suppressions: Path | None = None


def read_config(path: Path, extended_by: tuple[Path, ...] = ()) -> Config | None:
    """The configuration in a file; None for a `pyproject.toml` that says nothing to copydesk.

    Raises:
        CopydeskError: It cannot be read or is faulty; the message names the file and line.
    """
    table = read_table(path)
    if path.name == "pyproject.toml":
        tool = table.table("tool")
        found = tool.table("copydesk") if tool else None
        if found is None:
            return None
        table = found
    table.allow(FILE_KEYS)
    return _apply(table, _base(table, (*extended_by, path.resolve())))


def named_config(path: Path, extended_by: tuple[Path, ...] = ()) -> Config:
    """The configuration in a file that the user, or another configuration, names.

    Raises:
        CopydeskError: As `read_config`, or it says nothing to copydesk.
    """
    config = read_config(path, extended_by)
    if config is None:
        raise CopydeskError(f"{displayed(path)}: has no table [tool.copydesk]")
    return config


def _base(table: Table, chain: tuple[Path, ...]) -> Config:
    extend = table.string("extend")
    if extend is None:
        return Config()
    path = _existing_file(table, "extend", extend)
    if path.resolve() in chain:
        raise table.error(f"{extend!r} extends itself", "extend")
    return named_config(path, chain)


def _apply(table: Table, base: Config) -> Config:
    _check_plugins(table)
    exclude = table.strings("exclude")
    return base._replace(
        path=table.file,
        layers=(*base.layers, _layer(table)),
        overrides=base.overrides + tuple(_override(t) for t in table.tables("overrides")),
        exclude=base.exclude if exclude is None else table.globs("exclude", exclude),
        force_exclude=table.boolean("force-exclude", base.force_exclude),
        gitignore=table.boolean("gitignore", base.gitignore),
        rule_folders=base.rule_folders + tuple(_rule_folders(table)),
        suppressions=_suppressions(table) or base.suppressions,
    )


def _check_plugins(table: Table) -> None:
    plugins = table.strings("plugins")
    if not plugins:
        return
    from importlib.metadata import PackageNotFoundError, distribution  # noqa: PLC0415  slow

    for plugin in plugins:
        try:
            declared = distribution(plugin).entry_points.select(group=PLUGIN_GROUP)
        except (PackageNotFoundError, ValueError):  # or it is no name of a distribution at all
            raise table.error(f"plug-in {plugin!r} is not installed", "plugins") from None
        if not declared:
            raise table.error(f"{plugin!r} is installed, but offers no rules", "plugins")


def _rule_folders(table: Table) -> Iterator[Path]:
    for name in table.strings("rule-folders") or ():
        folder = table.file.parent / name
        if not folder.is_dir():
            raise table.error(f"rule folder {name!r} does not exist", "rule-folders")
        yield folder


def _suppressions(table: Table) -> Path | None:
    name = table.string("suppressions")
    return None if name is None else _existing_file(table, "suppressions", name)


def _existing_file(table: Table, key: str, name: str) -> Path:
    path = table.file.parent / name
    if not path.is_file():
        raise table.error(f"{name!r} does not exist", key)
    return path


def _override(table: Table) -> Override:
    table.allow(LAYER_KEYS | {"files"})
    files = table.strings("files")
    if not files:
        raise table.error("an override needs `files`, a list of globs")
    return Override(table.globs("files", files), _layer(table))


def _layer(table: Table) -> Layer:
    return Layer(
        select=table.strings("select"),
        extend_select=table.strings("extend-select") or (),
        ignore=table.strings("ignore") or (),
        min_severity=table.choice("min-severity", SEVERITIES),
        min_confidence=table.fraction("min-confidence"),
        fail_on=table.choice("fail-on", FAIL_LEVELS),
        rules=_rule_tables(table),
        source=table,
    )


def _rule_tables(table: Table) -> Mapping[str, Table]:
    rules = table.table("rules")
    if rules is None:
        return {}
    found = {name: rules.table(name) for name in rules.values}
    return {name: options for name, options in found.items() if options is not None}
