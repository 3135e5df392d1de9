"""Where rules come from, and what a faulty one is told."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from copydesk import Rule
from copydesk.errors import CopydeskError
from copydesk.registry import Registry, builtin_rules, find_rules, rules_in_folder, source_file
from desk import Desk

ROOT = Path(__file__).resolve().parents[1]

HEAD = """
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from copydesk import Document, Finding, Rule, Severity
"""


def rule(
    *lines: str,
    name: str = 'name: ClassVar = "slip"',
    family: str = 'family: ClassVar = "slips"',
    doc: str = '"""Nothing."""',
    decorator: str = "@dataclass(frozen=True)",
    check: str = "def check(self, document: Document) -> Iterator[Finding]: return iter(())",
) -> str:
    """The code of a rule that finds nothing, more lines in its body."""
    body = "\n    ".join((doc, name, family, *lines, check))
    return f"{HEAD}\n\n{decorator}\nclass Slip(Rule):\n    {body}\n"


def fault(desk: Desk, code: str) -> str:
    """What is said of a rule folder with this module."""
    desk.write("rules/slip.py", code)
    with pytest.raises(CopydeskError) as error:
        rules_in_folder(desk.folder / "rules")
    return str(error.value)


# Order and selectors


def test_rules_are_sorted_by_name(desk: Desk) -> None:
    for name, family in (("trout", "fish"), ("hen", "fowl"), ("cod", "fish")):
        desk.rule(name, family)
    registry = rules_in_folder(desk.folder / "rules")
    assert list(registry) == ["cod", "hen", "trout"]
    assert registry.families == {"fish", "fowl"}
    assert registry.named("fish") == {"cod", "trout"}
    assert registry.named("hen") == {"hen"}
    assert registry.named("all") == {"cod", "hen", "trout"}
    assert registry.named("pig") == frozenset()


def test_built_in_rules_come_without_any_configuration() -> None:
    registry = builtin_rules()
    assert "doubled-word" in registry
    assert all(issubclass(found, Rule) for found in registry.values())
    assert registry.keys() <= find_rules().keys()
    assert source_file(registry["doubled-word"]) == ROOT / "rules/phrasing/doubled_word.py"


def test_the_current_folder_holds_no_rules_by_itself(desk: Desk) -> None:
    desk.rule("herring")
    assert "herring" not in desk.run("rules").out


# Folders


def test_a_rule_may_use_a_module_beside_it(desk: Desk) -> None:
    code = "from .words import WORDS\n\nWORDS.add('slip')\n"
    desk.write("rules/words.py", "WORDS = set()\n")
    desk.write("rules/slip.py", rule() + code)
    desk.write("rules/_hidden.py", "from .words import WORDS\n")
    assert list(rules_in_folder(desk.folder / "rules")) == ["slip"]


@pytest.mark.parametrize("files", [["inner/deep/slip.py"], ["inner/__init__.py", "inner/slip.py"]])
def test_folders_in_the_folder_are_searched(desk: Desk, files: list[str]) -> None:
    for name in files:
        desk.write(f"rules/{name}", "" if name.endswith("__init__.py") else rule())
    desk.write("rules/inner/words.py", "WORDS = set()\n")
    desk.write("rules/.hidden/bad.py", "1 / 0\n")
    desk.write("rules/data/words.txt", "")
    registry = rules_in_folder(desk.folder / "rules")
    assert list(registry) == ["slip"]
    assert source_file(registry["slip"]) == desk.folder / "rules" / files[-1]


def test_a_rule_in_a_package_may_use_a_module_above_it(desk: Desk) -> None:
    desk.write("rules/words.py", "WORDS = {'slip'}\n")
    desk.write("rules/inner/slip.py", "from ..words import WORDS\n" + rule())
    assert list(rules_in_folder(desk.folder / "rules")) == ["slip"]


def test_folders_with_modules_of_one_name_do_not_meet(desk: Desk) -> None:
    for folder, name in (("one", "cod"), ("two", "hen")):
        desk.write(f"{folder}/words.py", f"NAME = {name!r}\n")
        code = rule(name="name: ClassVar = NAME")
        desk.write(f"{folder}/slip.py", "from .words import NAME\n" + code)
    registry = find_rules((desk.folder / "one", desk.folder / "two"))
    assert {"cod", "hen"} <= registry.keys()


def test_an_imported_rule_counts_where_it_is_defined(desk: Desk) -> None:
    desk.write("rules/slip.py", rule())
    desk.write("rules/again.py", "from .slip import Slip\n\nAlias = Slip\n")
    desk.write("rules/base.py", rule(name="name: ClassVar = 'base'").replace("Slip", "Base"))
    desk.write("rules/more.py", "from copydesk import Rule\nfrom .base import Base\n")
    assert list(rules_in_folder(desk.folder / "rules")) == ["base", "slip"]


def test_a_base_class_without_a_name_is_no_rule(desk: Desk) -> None:
    desk.write(
        "rules/slip.py",
        "from copydesk import Rule\n\n\nclass Base(Rule):\n    family = 'slips'\n" + rule(),
    )
    assert list(rules_in_folder(desk.folder / "rules")) == ["slip"]


def test_a_rule_from_a_folder_runs(desk: Desk) -> None:
    desk.rule("herring")
    desk.config("select = ['fish']")
    desk.write("a.txt", "A herring.")
    assert desk.check("a.txt").found == ["herring: herring"]


def test_a_rule_must_not_replace_a_built_in_one(desk: Desk) -> None:
    path = desk.rule("doubled-word", "phrasing")
    desk.config("")
    desk.write("a.txt", "A herring.")
    result = desk.run("check", "a.txt")
    assert "two rules are called 'doubled-word'" in result.err
    assert str(path) in result.err
    assert "rules/phrasing/doubled_word.py" in result.err
    assert result.status == 2


@pytest.mark.parametrize(
    ("name", "family", "message"),
    [
        ("phrasing", "fish", "both a rule and a family are called 'phrasing'"),
        ("cod", "doubled-word", "both a rule and a family are called 'doubled-word'"),
        ("all", "fish", "'all' stands for all rules and can name none"),
        ("cod", "all", "'all' stands for all rules and can name none"),
    ],
)
def test_names_that_would_be_ambiguous(desk: Desk, name: str, family: str, message: str) -> None:
    desk.rule(name, family)
    with pytest.raises(CopydeskError, match=message):
        find_rules((desk.folder / "rules",))


def test_one_rule_twice_is_one_rule() -> None:
    rules = list(builtin_rules().values())
    assert list(Registry([*rules, *rules])) == sorted(rule.name for rule in rules)


# Faulty ones


def test_a_rule_without_options_needs_no_decorator(desk: Desk) -> None:
    desk.write("rules/slip.py", rule(decorator=""))
    assert list(rules_in_folder(desk.folder / "rules")) == ["slip"]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (rule(name=""), "has no name"),
        (rule(family=""), "has no family"),
        (rule(name='name: ClassVar = "Slip"'), "has the name 'Slip', which is not kebab-case"),
        (rule(name='name: ClassVar = "a_slip"'), "has the name 'a_slip', which is not kebab-case"),
        (rule(name='name: ClassVar = ""'), "has the name '', which is not kebab-case"),
        (rule(name="name: ClassVar = 3"), "has the name 3, which is no str"),
        (rule(family='family: ClassVar = "my slips"'), "which is not kebab-case"),
        (rule('severity: ClassVar = "error"'), "has the severity 'error', which is no Severity"),
        (rule('default: ClassVar = "no"'), "has the default 'no', which is no bool"),
        (rule("length: int = 3", decorator=""), "has options and is not a frozen dataclass"),
        (rule(decorator="@dataclass"), "is not a frozen dataclass"),
        (rule(doc=""), "has no docstring"),
        (rule(check=""), "has no method check"),
        (rule("length: int"), "cannot be made with its defaults: "),
        (rule("words: list[str] = ()"), "has options of a type that TOML cannot give: words"),
        (rule("words: Any = None"), "has options of a type that TOML cannot give: words"),
        (rule("words: 'Missing' = None"), "cannot be made with its defaults: name 'Missing'"),
        (
            rule("def __post_init__(self): raise ValueError('never')"),
            "cannot be made with its defaults: never",
        ),
    ],
)
def test_a_faulty_declaration(desk: Desk, code: str, said: str) -> None:
    message = fault(desk, code)
    assert message.startswith(f"{desk.folder}/rules/slip.py: rule Slip ")
    assert said in message


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("def check(:\n", "rules/slip.py:1: invalid syntax"),
        ("\n\nx = 'open\n", "rules/slip.py:3: unterminated string literal"),
        ("1 / 0\n", "rule module 'slip' in "),
        ("1 / 0\n", "ZeroDivisionError"),
        ("import no_such_module\n", "No module named 'no_such_module'"),
        ("import words\n", "No module named 'words'"),
        ("from .words import NOTHING\n", "cannot import name 'NOTHING'"),
        ("import sys\n\nsys.exit(0)\n", "SystemExit(0)"),
        ("x = '\\0'\n".replace("\\0", "\0"), "null bytes"),
    ],
)
def test_a_faulty_module(desk: Desk, code: str, said: str) -> None:
    desk.write("rules/words.py", "WORDS = set()\n")
    assert said in fault(desk, code)


def test_a_fault_in_an_inner_module_names_its_folder(desk: Desk) -> None:
    desk.write("rules/inner/deep.py", "1 / 0\n")
    message = fault(desk, rule())
    assert message.startswith(f"rule module 'deep' in {desk.folder}/rules/inner: ")


def test_a_folder_that_is_not_there() -> None:
    with pytest.raises(CopydeskError, match="rule folder no/such does not exist"):
        rules_in_folder(Path("no/such"))


# Plug-ins


def install(desk: Desk, value: str, name: str = "shoal", group: str = "copydesk.rules") -> Path:
    """Puts a distribution with an entry point on the path; the folder for its modules."""
    site = desk.folder.parent / "site"
    metadata = site / f"{name}-1.0.dist-info"
    metadata.mkdir(parents=True, exist_ok=True)
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text(f"[{group}]\n{name} = {value}\n")
    desk.monkeypatch.setattr(sys, "path", [str(site), *sys.path])
    find_rules.cache_clear()
    return site


@pytest.fixture(autouse=True)
def forget_plugins() -> Iterator[None]:
    """Lets no test see what another has put on the path."""
    yield
    find_rules.cache_clear()
    for name in [name for name in sys.modules if name.startswith(("shoal", "gazette"))]:
        del sys.modules[name]


def test_a_real_plugin(desk: Desk) -> None:
    site = install(desk, "gazette_copydesk")
    shutil.copytree(ROOT / "tests/example_plugin/gazette_copydesk", site / "gazette_copydesk")
    desk.write("a.txt", "The mayor told Gazette on Monday.\n")
    result = desk.check("--isolated", "--select", "house", "a.txt")
    assert result.found == ["house-name: Gazette"]
    assert "house-name" in desk.run("rules").out
    assert desk.run("rule", "house-name").out.startswith("# house-name\n")
    desk.write("copydesk.toml", 'plugins = ["shoal"]\nrules.house-name.paper = "Herald"\n')
    assert desk.check("--select", "house-name", "a.txt").found == []


@pytest.mark.parametrize(
    ("value", "files"),
    [
        ("shoal_module", {"shoal_module.py": rule()}),
        ("shoal_package", {"shoal_package/__init__.py": rule()}),
        ("shoal_package.inner", {"shoal_package/inner/slip.py": rule()}),
        ("shoal_package", {"shoal_package/__init__.py": "", "shoal_package/inner/slip.py": rule()}),
    ],
)
def test_what_an_entry_point_may_name(desk: Desk, value: str, files: dict[str, str]) -> None:
    site = install(desk, value)
    for name, code in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(code)
    assert "slip" in find_rules()


def test_plugins_of_one_package_count_once(desk: Desk) -> None:
    site = install(desk, "shoal_module")
    (site / "shoal_module.py").write_text(rule())
    install(desk, "shoal_module", "school")
    assert "slip" in find_rules()


@pytest.mark.parametrize(
    ("code", "value", "said"),
    [
        ("1 / 0", "shoal_module", "plug-in 'shoal' (shoal_module): ZeroDivisionError"),
        ("import sys; sys.exit(0)", "shoal_module", "plug-in 'shoal' (shoal_module): SystemExit"),
        ("", "no_such_module", "plug-in 'shoal' (no_such_module): ModuleNotFoundError"),
        (
            rule(),
            "shoal_module:Slip",
            "plug-in 'shoal' (shoal_module:Slip) is no package or module",
        ),
        (rule(doc=""), "shoal_module", "shoal_module.py: rule Slip has no docstring"),
    ],
)
def test_a_faulty_plugin(desk: Desk, code: str, value: str, said: str) -> None:
    site = install(desk, value)
    (site / "shoal_module.py").write_text(code)
    desk.write("a.txt", "A cod.")
    result = desk.run("check", "a.txt")
    assert said in result.err
    assert result.status == 2


def test_entry_points_of_other_groups_are_left_alone(desk: Desk) -> None:
    install(desk, "no_such_module", group="other.rules")
    assert "doubled-word" in find_rules()


# copydesk test-rules

PAGE = """# herring

A fish.

## Flagged

```article
A [[herring]] and a [[herring]].
```

## Accepted

```article
A cod.
```

## Options

`words`, `longest`, `share`, `loud`, `note`.
"""


def test_a_folder_of_good_rules(desk: Desk) -> None:
    desk.rule("herring")
    desk.write("rules/herring.md", PAGE)
    assert desk.run("test-rules", "rules") == (0, "1 rule tested, 0 faults found.\n", "")


def test_a_folder_of_bad_rules(desk: Desk) -> None:
    desk.rule("herring")
    desk.rule("trout")
    desk.write("rules/herring.md", PAGE.replace("A cod.", "A cod and a herring."))
    desk.write("rules/trout.md", PAGE.replace("herring", "trout"))
    result = desk.run("test-rules", "rules")
    assert result.out == (
        f"{desk.folder}/rules/herring.md:13: 'herring' is found, but not marked\n"
        "2 rules tested, 1 fault found.\n"
    )
    assert result.status == 1


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (None, "rule herring has no page"),
        (PAGE.replace("herring]]", "herring", 1), "rules/herring.md:7: [[ without ]]"),
    ],
)
def test_a_folder_that_cannot_be_tested(desk: Desk, page: str | None, said: str) -> None:
    desk.rule("herring")
    if page:
        desk.write("rules/herring.md", page)
    result = desk.run("test-rules", "rules")
    assert said in result.err
    assert result.status == 2


def test_a_folder_without_rules(desk: Desk) -> None:
    desk.write("rules/words.py", "")
    assert desk.run("test-rules", "rules").err == "copydesk: error: rules: holds no rules\n"
    assert (
        desk.run("test-rules", "gone").err == "copydesk: error: rule folder gone does not exist\n"
    )
    assert desk.run("test-rules", "gone").status == 2
