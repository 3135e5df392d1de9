"""Finds rules: built in, in installed plug-ins, in local folders."""

import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import is_dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TypeGuard, cast

from copydesk.errors import CopydeskError
from copydesk.rule import Rule

PLUGIN_GROUP = "copydesk.rules"
_KEBAB = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")
_ATTRIBUTES = ("name", "family", "severity", "default")


class Registry(Mapping[str, type[Rule]]):
    """Rules by name, sorted."""

    def __init__(self, rules: Iterable[type[Rule]]) -> None:
        """Collects `rules`.

        Raises:
            CopydeskError: Two of them have one name, or one is called like a family.
        """
        self._rules: dict[str, type[Rule]] = {}
        for rule in sorted(rules, key=lambda rule: rule.name):
            if other := self._rules.get(rule.name):
                raise CopydeskError(
                    f"two rules are called {rule.name!r}: in {source_file(other)}"
                    f" and in {source_file(rule)}"
                )
            self._rules[rule.name] = rule
        self.families = frozenset(rule.family for rule in self._rules.values())
        if both := self.families & self._rules.keys():
            raise CopydeskError(f"both a rule and a family are called {min(both)!r}")

    def __getitem__(self, name: str) -> type[Rule]:
        return self._rules[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)

    def named(self, selector: str) -> frozenset[str]:
        """The rules that `selector` stands for: a rule, a family, or "all"; none if unknown."""
        if selector == "all":
            return frozenset(self._rules)
        if selector in self.families:
            return frozenset(n for n, rule in self._rules.items() if rule.family == selector)
        return frozenset({selector} & self._rules.keys())


@cache
def find_rules(folders: tuple[Path, ...] = ()) -> Registry:
    """The built-in rules, those of installed plug-ins and those in `folders`.

    Raises:
        CopydeskError: A folder, module or rule is faulty; it names the file.
    """
    packages = [importlib.import_module("copydesk.rules"), *_plugins()]
    packages += [_folder_package(folder) for folder in folders]
    return Registry(rule for package in packages for rule in _rules_in(package))


def builtin_rules() -> Registry:
    """The rules that come with copydesk."""
    return Registry(_rules_in(importlib.import_module("copydesk.rules")))


def rules_in_folder(folder: Path) -> Registry:
    """The rules in a local folder alone.

    Raises:
        CopydeskError: The folder, a module or a rule is faulty.
    """
    return Registry(_rules_in(_folder_package(folder)))


def source_file(rule: type[Rule]) -> Path:
    """The Python file that a rule is written in."""
    return Path(inspect.getfile(rule))


def _plugins() -> Iterator[ModuleType]:
    if not _any_plugin_declared():
        return
    from importlib.metadata import entry_points  # noqa: PLC0415  half the start-up budget

    for entry in sorted(entry_points(group=PLUGIN_GROUP)):
        try:
            yield cast("ModuleType", entry.load())
        except Exception as error:
            raise CopydeskError(f"plug-in {entry.name!r} ({entry.value}): {error!r}") from error


def _any_plugin_declared() -> bool:
    """Whether some installed distribution may declare rules.

    Looks into the files that `importlib.metadata` would read, because importing that costs as
    much as everything else at start-up. A path entry that is no folder counts as "may".
    """
    return any(_may_declare(Path(entry or ".")) for entry in sys.path)


def _may_declare(entry: Path) -> bool:
    if not entry.is_dir():
        return entry.is_file() and not entry.name.startswith("python3")  # not the stdlib's zip
    found = (
        *entry.glob("*.dist-info/entry_points.txt"),
        *entry.glob("*.egg-info/entry_points.txt"),
    )
    return any(f"[{PLUGIN_GROUP}]" in file.read_text("utf-8", "replace") for file in found)


def _folder_package(folder: Path) -> ModuleType:
    if not folder.is_dir():
        raise CopydeskError(f"rule folder {folder} does not exist")
    package = ModuleType(f"copydesk_local_{bytes(folder.resolve()).hex()}")
    package.__path__ = [str(folder)]
    sys.modules[package.__name__] = package
    return package


def _rules_in(package: ModuleType) -> Iterator[type[Rule]]:
    for info in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        module = _import(info.name, package)
        if info.ispkg:
            yield from _rules_in(module)
        for value in vars(module).values():
            if _is_rule(value) and value.__module__ == module.__name__:
                _check_declaration(value)
                yield value


def _import(name: str, package: ModuleType) -> ModuleType:
    try:
        return importlib.import_module(name)
    except SyntaxError as error:
        raise CopydeskError(f"{error.filename}:{error.lineno}: {error.msg}") from error
    except Exception as error:
        stem = name.removeprefix(f"{package.__name__}.")
        where = ", ".join(package.__path__)
        raise CopydeskError(f"rule module {stem!r} in {where}: {error!r}") from error


def _is_rule(value: object) -> TypeGuard[type[Rule]]:
    return inspect.isclass(value) and issubclass(value, Rule) and not inspect.isabstract(value)


def _check_declaration(rule: type[Rule]) -> None:
    fault = _fault(rule)
    if fault:
        raise CopydeskError(f"{source_file(rule)}: rule {rule.__name__} {fault}")


def _fault(rule: type[Rule]) -> str | None:
    for attribute in _ATTRIBUTES:
        if not hasattr(rule, attribute):
            return f"has no {attribute}"
    for attribute in ("name", "family"):
        if not _KEBAB.fullmatch(getattr(rule, attribute)):
            return f"has the {attribute} {getattr(rule, attribute)!r}, which is not kebab-case"
    if not is_dataclass(rule) or not vars(rule)["__dataclass_params__"].frozen:
        return "is not a frozen dataclass"
    if not rule.__doc__ or rule.__doc__.startswith(f"{rule.__name__}("):  # dataclass's own
        return "has no docstring"
    return None
