"""Finds rules: built in, in installed plug-ins, in local folders."""

import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType, UnionType
from typing import TypeGuard

from copydesk.errors import CopydeskError
from copydesk.levels import Severity
from copydesk.options import option_fault
from copydesk.paths import is_file, is_folder
from copydesk.rule import Rule

ALL = "all"
PLUGIN_GROUP = "copydesk.rules"
_KEBAB = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")
_ATTRIBUTES: dict[str, type | UnionType] = {
    "name": str,
    "family": str,
    "severity": Severity,
    "default": bool,
    "language": str | None,
}


class Registry(Mapping[str, type[Rule]]):
    """Rules by name, sorted."""

    def __init__(self, rules: Iterable[type[Rule]]) -> None:
        """Collects `rules`; one that comes twice, as from a folder named twice, counts once.

        Raises:
            CopydeskError: Two of them have one name, or one is called like a family.
        """
        self._rules: dict[str, type[Rule]] = {}
        for rule in sorted(set(rules), key=lambda rule: (rule.name, inspect.getfile(rule))):
            if other := self._rules.get(rule.name):
                raise CopydeskError(
                    f"two rules are called {rule.name!r}: in {source_file(other)}"
                    f" and in {source_file(rule)}"
                )
            self._rules[rule.name] = rule
        self.families = frozenset(rule.family for rule in self._rules.values())
        if both := self.families & self._rules.keys():
            raise CopydeskError(f"both a rule and a family are called {min(both)!r}")
        if ALL in self.families | self._rules.keys():
            raise CopydeskError(f"{ALL!r} stands for all rules and can name none")

    def __getitem__(self, name: str) -> type[Rule]:
        return self._rules[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)

    def named(self, selector: str) -> frozenset[str]:
        """The rules that `selector` stands for: a rule, a family, or "all"; none if unknown."""
        if selector == ALL:
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
        where = f"plug-in {entry.name!r} ({entry.value})"
        try:
            module = entry.load()
        except (Exception, SystemExit) as error:
            raise CopydeskError(f"{where}: {error!r}") from error
        if not isinstance(module, ModuleType):
            raise CopydeskError(f"{where} is no package or module")
        yield module


def _any_plugin_declared() -> bool:
    """Whether some installed distribution may declare rules.

    Looks into the files that `importlib.metadata` would read, because importing that costs as
    much as everything else at start-up. A path entry that is no folder counts as "may".
    """
    return any(_may_declare(Path(entry or ".")) for entry in sys.path)


def _may_declare(entry: Path) -> bool:
    if not is_folder(entry):
        return is_file(entry) and not entry.name.startswith("python3")  # not the stdlib's zip
    found = (
        *entry.glob("*.dist-info/entry_points.txt"),
        *entry.glob("*.egg-info/entry_points.txt"),
    )
    return any(f"[{PLUGIN_GROUP}]" in file.read_text("utf-8", "replace") for file in found)


def _folder_package(folder: Path) -> ModuleType:
    if not folder.is_dir():
        raise CopydeskError(f"rule folder {folder} does not exist")
    folder = folder.resolve()
    package = ModuleType(f"copydesk_local_{bytes(folder).hex()}")
    package.__path__ = [str(folder)]
    sys.modules[package.__name__] = package
    return package


def _rules_in(module: ModuleType) -> Iterator[type[Rule]]:
    """The rules that a module defines and, if it is a package, those in its modules."""
    for value in list(vars(module).values()):
        if _is_rule(value, module.__name__):
            _check_declaration(value)
            yield value
    for folder in getattr(module, "__path__", ()):
        for name in _module_names(Path(folder)):
            yield from _rules_in(_import(f"{module.__name__}.{name}", Path(folder)))


def _module_names(folder: Path) -> list[str]:
    """The modules in a folder, and the folders with or without `__init__.py` that hold some."""
    names = {info.name for info in pkgutil.iter_modules([str(folder)])}
    if folder.is_dir():  # and not an archive
        names |= {path.name for path in folder.iterdir() if _is_bare_package(path)}
    return sorted(names)


def _is_bare_package(path: Path) -> bool:
    """Whether a folder has no `__init__.py` and yet modules, there or below."""
    if "." in path.name or path.name == "__pycache__" or (path / "__init__.py").exists():
        return False
    return path.is_dir() and next(path.rglob("*.py"), None) is not None


def _import(name: str, folder: Path) -> ModuleType:
    try:
        return importlib.import_module(name)
    except SyntaxError as error:
        raise CopydeskError(f"{error.filename}:{error.lineno}: {error.msg}") from error
    except (Exception, SystemExit) as error:
        stem = name.rpartition(".")[2]
        raise CopydeskError(f"rule module {stem!r} in {folder}: {error!r}") from error


def _is_rule(value: object, module: str) -> TypeGuard[type[Rule]]:
    """Whether something is a rule of a module: a class that checks, or means to and has a name."""
    if not isinstance(value, type) or value.__module__ != module or not issubclass(value, Rule):
        return False
    return "name" in vars(value) or not value.__abstractmethods__


def _check_declaration(rule: type[Rule]) -> None:
    fault = _fault(rule)
    if fault:
        raise CopydeskError(f"{source_file(rule)}: rule {rule.__name__} {fault}")


def _fault(rule: type[Rule]) -> str | None:
    if fault := _attribute_fault(rule):
        return fault
    if rule.__abstractmethods__:
        return f"has no method {', '.join(sorted(rule.__abstractmethods__))}"
    if not _is_constant(rule):
        return "has options and is not a frozen dataclass"
    if not rule.__doc__ or rule.__doc__.startswith(f"{rule.__name__}("):  # dataclass's own
        return "has no docstring"
    return option_fault(rule)


def _is_constant(rule: type[Rule]) -> bool:
    """Whether a rule is a frozen dataclass, or has no options that would make it one."""
    if params := vars(rule).get("__dataclass_params__"):
        return bool(params.frozen)
    annotations: Mapping[str, object] = vars(rule).get("__annotations__", {})
    return all("ClassVar" in str(annotation) for annotation in annotations.values())


def _attribute_fault(rule: type[Rule]) -> str | None:
    for attribute, kind in _ATTRIBUTES.items():
        if not hasattr(rule, attribute):
            return f"has no {attribute}"
        value: object = getattr(rule, attribute)
        if not isinstance(value, kind):
            return f"has the {attribute} {value!r}, which is no {getattr(kind, '__name__', kind)}"
        if isinstance(value, str) and not _KEBAB.fullmatch(value):
            return f"has the {attribute} {value!r}, which is not kebab-case"
    return None
