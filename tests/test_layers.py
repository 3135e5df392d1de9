"""What may import what."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ENGINE = {
    ".".join(path.relative_to(ROOT / "lint").with_suffix("").parts).removesuffix(".__init__"): path
    for path in (ROOT / "lint/copydesk").rglob("*.py")
}
RULES = {str(path.relative_to(ROOT)): path for path in (ROOT / "rules").rglob("*.py")}

MAY_IMPORT = {
    "copydesk.errors": "",
    "copydesk.levels": "",
    "copydesk.segment": "",
    "copydesk.patterns": "",
    "copydesk.sentences": "patterns",
    "copydesk.document": "segment sentences",
    "copydesk.rule": "document levels",
    "copydesk.memo": "",
    "copydesk.shipped": "",
    "copydesk.packed_table": "shipped",
    "copydesk.boosted_trees": "",
    "copydesk.english": "english segment memo patterns shipped packed_table",
    "copydesk.analysis": "document segment english analysis memo patterns shipped boosted_trees",
    "copydesk.markup": "document errors markup patterns",
}
"""What a module or package may import of ours, where that is what keeps it simple."""

MAY_USE = {
    "suppression": "english analysis suppress options registry",  # they judge what the engine did
}
"""What the rules of a family may use besides the names in `copydesk` itself."""

PLACES_ON_PAPER = re.compile(r"_*((end_|line_)?column|line_(number|start|map)s?|ansi\w*|paint)")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports(path: Path) -> Iterator[str]:
    """The modules that a file imports, wherever in the file."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "import_module":
            yield from (str(arg.value) for arg in node.args if isinstance(arg, ast.Constant))
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import"
            base = str(node.module)
            inner = [f"{base}.{alias.name}" for alias in node.names]
            yield from (name for name in inner if name in ENGINE)
            if not all(name in ENGINE for name in inner):
                yield base


def imports_of_ours(path: Path) -> set[str]:
    return {name for name in imports(path) if within(name, "copydesk")}


def within(name: str, *packages: str) -> bool:
    """Whether a module is one of some packages or lies in one."""
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def identifiers(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
                yield name
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case _:
                pass


@pytest.mark.parametrize("layer", MAY_IMPORT)
def test_a_layer_knows_only_what_it_stands_on(layer: str) -> None:
    allowed = [f"copydesk.{name}" for name in MAY_IMPORT[layer].split()]
    modules = [name for name in ENGINE if within(name, layer)]
    assert modules
    for module in modules:
        for name in imports_of_ours(ENGINE[module]):
            assert within(name, *allowed), f"{module} imports {name}"


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_knows_the_public_names_and_the_analyses(rule: str) -> None:
    family = RULES[rule].parent.name
    allowed = [f"copydesk.{name}" for name in MAY_USE.get(family, "english analysis").split()]
    for name in imports_of_ours(RULES[rule]):
        assert name == "copydesk" or within(name, *allowed), f"imports {name}"


def test_no_module_imports_itself_by_a_detour() -> None:
    graph = {name: imports_of_ours(path) - {"copydesk"} for name, path in ENGINE.items()}
    TopologicalSorter(graph).prepare()


@pytest.mark.parametrize(
    ("package", "users"),
    [
        ("copydesk.cli", ("copydesk.__main__",)),
        ("copydesk.commands", ("copydesk.cli",)),
        ("copydesk.reporters", ("copydesk.cli", "copydesk.commands")),
    ],
)
def test_only_the_outside_knows(package: str, users: tuple[str, ...]) -> None:
    for module, path in ENGINE.items():
        if not within(module, package, *users):
            assert not any(within(name, package) for name in imports_of_ours(path)), module


def test_lines_columns_and_colors_exist_in_reporters_only() -> None:
    paths = [path for name, path in ENGINE.items() if not within(name, "copydesk.reporters")]
    for path in (*paths, *RULES.values()):
        found = [name for name in identifiers(path) if PLACES_ON_PAPER.fullmatch(name)]
        assert not found, f"{path}: {found}"


def test_what_we_depend_on_is_declared_and_each_known_to_one_module() -> None:
    table = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    declared = {re.split(r"[<>=!~]", line)[0] for line in table["project"]["dependencies"]}
    users: dict[str, set[str]] = {}
    for module, path in {**ENGINE, **RULES}.items():
        for name in imports(path):
            users.setdefault(name.partition(".")[0], set()).add(module)
    foreign = users.keys() - sys.stdlib_module_names - {"copydesk"}
    assert foreign == declared
    for name in foreign - {"click"}:  # the command line is made of it
        assert len(users[name]) == 1, f"{name} is known to {users[name]}"
