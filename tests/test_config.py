"""Configuration: which file holds for an article, what it may say, and how it fails."""

import re
import sys
import time
import tomllib
from pathlib import Path

import pytest
from copydesk.config import FILE_KEYS, LAYER_KEYS
from copydesk.errors import CopydeskError
from copydesk.tables import line_of, read_table
from desk import Desk

TEXT = "A herring, a trout, a hen, a goose.\n"


@pytest.fixture
def stock(desk: Desk) -> Desk:
    """A folder with four rules and one article that names them all; no configuration."""
    desk.stock()
    (desk.folder / "copydesk.toml").unlink()
    desk.write("a.txt", TEXT)
    return desk


def names(desk: Desk, *arguments: str) -> list[str]:
    """The rules that flag something."""
    result = desk.check(*arguments)
    assert result.err == ""
    return [finding["rule"] for finding in result.json["findings"]]


def fault(desk: Desk, text: str, name: str = "copydesk.toml") -> str:
    """What is said of a faulty configuration."""
    desk.config(text, name)
    result = desk.run("check", "a.txt")
    assert result.status == 2
    assert result.err.startswith("copydesk: error: ")
    return result.err.removeprefix("copydesk: error: ").removesuffix("\n")


# Which file


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("copydesk.toml", 'rule-folders = ["rules"]\nselect = ["hen"]'),
        (".copydesk.toml", 'rule-folders = ["rules"]\nselect = ["hen"]'),
        ("pyproject.toml", '[tool.copydesk]\nrule-folders = ["rules"]\nselect = ["hen"]'),
    ],
)
def test_three_names(stock: Desk, name: str, text: str) -> None:
    stock.write(name, text)
    assert names(stock, "a.txt") == ["hen"]


def test_the_first_of_the_three_names_wins(stock: Desk) -> None:
    stock.write("pyproject.toml", '[tool.copydesk]\nrule-folders = ["rules"]\nselect = ["trout"]')
    stock.config('select = ["herring"]', ".copydesk.toml")
    assert names(stock, "a.txt") == ["herring"]
    stock.config('select = ["hen"]')
    assert names(stock, "a.txt") == ["hen"]


@pytest.mark.parametrize("text", ["", "[tool.other]\n", "[project]\nname = 'x'\n"])
def test_a_project_file_that_says_nothing_is_passed_over(stock: Desk, text: str) -> None:
    stock.config('select = ["hen"]')
    stock.write("inner/pyproject.toml", text)
    stock.write("inner/a.txt", TEXT)
    assert names(stock, "inner/a.txt") == ["hen"]


def test_the_closest_file_wins_and_nothing_is_merged(stock: Desk) -> None:
    stock.config('select = ["hen"]\n[rules.trout]\nwords = ["goose"]')
    stock.config('select = ["trout"]', "inner/copydesk.toml")
    for name in ("inner/a.txt", "inner/deep/a.txt", "other/a.txt"):
        stock.write(name, "A trout and a hen.")
    found = {(f["path"], f["rule"]) for f in stock.check("inner", "other").json["findings"]}
    assert found == {
        ("inner/a.txt", "trout"),
        ("inner/deep/a.txt", "trout"),
        ("other/a.txt", "hen"),
    }


def test_the_folder_of_the_article_counts_and_not_the_current_one(stock: Desk) -> None:
    stock.config('select = ["hen"]')
    stock.config('select = ["trout"]', "inner/copydesk.toml")
    stock.monkeypatch.chdir(stock.folder / "inner")
    for path in ("../a.txt", str(stock.folder / "a.txt"), "../inner/../a.txt"):
        assert names(stock, path) == ["hen"]


def test_a_link_belongs_where_it_lies(stock: Desk) -> None:
    stock.config('select = ["hen"]')
    stock.config('select = ["trout"]', "inner/copydesk.toml")
    Path("inner/link.txt").symlink_to("../a.txt")
    assert names(stock, "inner/link.txt") == ["trout"]


def test_without_any_file_the_defaults_hold(stock: Desk) -> None:
    assert stock.run("check", "a.txt") == (0, "No findings in 1 file.\n", "")


def test_the_file_named_on_the_command_line_is_the_only_one(stock: Desk) -> None:
    stock.config("bogus = 1")
    stock.config('select = ["hen"]', "inner/other.toml")
    assert names(stock, "a.txt", "--config", "inner/other.toml") == ["hen"]
    stock.write("pyproject.toml", "[project]\nname = 'x'\n")
    result = stock.run("check", "a.txt", "--config", "pyproject.toml")
    assert result.err == "copydesk: error: pyproject.toml: has no table [tool.copydesk]\n"
    assert result.status == 2


# Layers


def test_extend_builds_on_another_file(stock: Desk) -> None:
    stock.config(
        'select = ["herring", "trout"]\nmin-severity = "warning"\n'
        '[rules.herring]\nseverity = "error"\nlongest = 3',
        "base/house.toml",
    )
    stock.config(
        'extend = "house.toml"\nextend-select = ["fowl"]\n[rules.trout]\nseverity = "error"',
        "base/copydesk.toml",
    )
    stock.config('extend = "base/copydesk.toml"\nignore = ["goose"]\n[rules.herring]\nlongest = 9')
    found = stock.check("a.txt").json["findings"]
    assert [(f["rule"], f["severity"]) for f in found] == [
        ("herring", "error"), ("trout", "error"), ("hen", "error"),
    ]  # fmt: skip


def test_what_a_file_says_replaces_what_its_base_says(stock: Desk) -> None:
    stock.config(
        'select = ["fish"]\nexclude = ["a.txt"]\nforce-exclude = true\ngitignore = false\n'
        'fail-on = "error"\n[rules.trout]\nwords = ["hen"]',
        "base.toml",
    )
    stock.config('extend = "base.toml"')
    assert stock.check("a.txt").json["summary"]["files"] == 0
    stock.config('extend = "base.toml"\nexclude = []\nfail-on = "info"\nselect = ["trout"]')
    result = stock.check("a.txt")
    assert (result.found, result.status) == (["trout: hen"], 1)
    stock.config('extend = "base.toml"\nforce-exclude = false')
    assert stock.check("a.txt").json["summary"]["files"] == 1


@pytest.mark.parametrize("key", ["exclude", "files"])
def test_paths_in_a_base_are_relative_to_the_base(stock: Desk, key: str) -> None:
    stock.write("base/old/b.txt", TEXT)
    stock.write("old/b.txt", TEXT)
    said = {
        "exclude": 'select = ["hen"]\nexclude = ["/old/"]',
        "files": 'select = ["hen"]\n[[overrides]]\nfiles = ["/old/*"]\nignore = ["hen"]',
    }
    stock.config(said[key], "base/copydesk.toml")
    stock.config('extend = "base/copydesk.toml"')
    found = {f["path"] for f in stock.check(".").json["findings"]}
    assert found == {"a.txt", "old/b.txt"}


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"copydesk.toml": 'extend = "gone.toml"'}, "copydesk.toml:1: 'gone.toml' does not exist"),
        ({"copydesk.toml": "extend = '.'"}, "copydesk.toml:1: '.' does not exist"),
        (
            {"copydesk.toml": "\nextend = 'copydesk.toml'"},
            "copydesk.toml:2: 'copydesk.toml' extends itself",
        ),
        (
            {
                "copydesk.toml": "extend = 'b/c.toml'",
                "b/c.toml": "extend = 'd.toml'",
                "b/d.toml": "select = []\nextend = './../copydesk.toml'",
            },
            "b/d.toml:2: './../copydesk.toml' extends itself",
        ),
        (
            {"copydesk.toml": "extend = 'pyproject.toml'", "pyproject.toml": "[project]"},
            "pyproject.toml: has no table [tool.copydesk]",
        ),
        (
            {"copydesk.toml": "extend = 'b.toml'", "b.toml": "\n\nbogus = 1"},
            "b.toml:3: unknown key 'bogus'",
        ),
    ],
)
def test_a_base_that_cannot_be(stock: Desk, files: dict[str, str], message: str) -> None:
    for name, text in files.items():
        stock.write(name, text)
    assert stock.run("check", "a.txt") == (
        2, "No findings in 0 files. NOT EVERYTHING WAS CHECKED: 1 failure.\n",
        f"copydesk: error: {message}\n",
    )  # fmt: skip


def test_overrides_hold_for_the_files_that_match(stock: Desk) -> None:
    stock.config(
        """
        select = ["hen"]

        [[overrides]]
        files = ["wire/**", "*.md"]
        select = ["trout"]
        min-severity = "info"

        [[overrides]]
        files = ["wire/*.html"]
        extend-select = ["goose"]
        rules.trout = { severity = "error", words = ["herring"] }
        """
    )
    for name in ("wire/deep/a.txt", "inner/b.md", "wire/c.html"):
        stock.write(name, TEXT)
    found = {(f["path"], f["text"], f["severity"]) for f in stock.check().json["findings"]}
    assert found == {
        ("a.txt", "hen", "error"),
        ("wire/deep/a.txt", "trout", "info"),
        ("inner/b.md", "trout", "info"),
        ("wire/c.html", "herring", "error"),
        ("wire/c.html", "goose", "error"),
    }


def test_later_overrides_win(stock: Desk) -> None:
    stock.config(
        'select = ["hen"]\nfail-on = "never"\n'
        '[[overrides]]\nfiles = ["*"]\nfail-on = "info"\nrules.hen.severity = "info"\n'
        '[[overrides]]\nfiles = ["a.*"]\nfail-on = "error"\nrules.hen.longest = 3\n'
    )
    result = stock.check("a.txt")
    assert [(f["rule"], f["severity"]) for f in result.json["findings"]] == [("hen", "info")]
    assert result.status == 0


def test_an_override_beats_the_file_that_extends_it(stock: Desk) -> None:
    stock.config('[[overrides]]\nfiles = ["a.txt"]\nignore = ["hen"]', "base.toml")
    stock.config('extend = "base.toml"\nselect = ["fowl"]')
    assert names(stock, "a.txt") == ["goose"]


def test_a_severity_can_differ_from_file_to_file_and_back(stock: Desk) -> None:
    stock.config(
        'select = ["hen"]\n[rules.hen]\nseverity = "info"\n'
        '[[overrides]]\nfiles = ["b.txt"]\n[overrides.rules.hen]\nseverity = "warning"\n'
    )
    stock.write("b.txt", "A hen.")
    stock.write("c.txt", "A hen.")
    found = [f["severity"] for f in stock.check("a.txt", "b.txt", "c.txt").json["findings"]]
    assert found == ["info", "warning", "info"]


@pytest.mark.parametrize(
    ("text", "arguments", "found"),
    [
        ("select = ['hen']", ["--select", "trout"], ["trout"]),
        ("select = ['hen']\nignore = ['trout']", ["--select", "trout"], ["trout"]),
        ("select = ['hen']", ["--extend-select", "trout"], ["trout", "hen"]),
        ("select = ['fowl']\nextend-select = ['trout']", ["--ignore", "fowl"], ["trout"]),
        ("select = ['all']\nmin-severity = 'error'", ["--min-severity", "warning", "--ignore",
          "phrasing"], ["herring", "hen", "goose"]),
        ("[[overrides]]\nfiles=['*']\nselect=['hen']", ["--select", "goose"], ["goose"]),
    ],
)  # fmt: skip
def test_the_command_line_beats_the_file(
    stock: Desk, text: str, arguments: list[str], found: list[str]
) -> None:
    stock.config(text)
    assert names(stock, "a.txt", *arguments) == found


def test_a_narrower_run_forgets_no_option(stock: Desk) -> None:
    stock.config('select = ["hen"]\n[rules.trout]\nwords = ["goose"]\nseverity = "error"')
    found = stock.check("a.txt", "--select", "trout").json["findings"]
    assert [(f["text"], f["severity"]) for f in found] == [("goose", "error")]


# Files


def test_exclude_is_relative_to_the_configuration(stock: Desk) -> None:
    stock.config("exclude = ['/old/', '*.md']", "inner/copydesk.toml")
    for name in ("old/a.txt", "inner/old/a.txt", "inner/new/old/a.txt", "inner/b.md", "b.md"):
        stock.write(name, TEXT)
    listed = stock.run("check", "--show-files").out.splitlines()
    assert listed == ["a.txt", "b.md", "inner/new/old/a.txt", "old/a.txt"]
    stock.monkeypatch.chdir(stock.folder / "inner")
    assert stock.run("check", "--show-files").out == "new/old/a.txt\n"


def test_what_is_excluded_cannot_be_taken_back_below(stock: Desk) -> None:
    stock.config("exclude = ['vendor/']\nforce-exclude = true")
    stock.write("vendor/copydesk.toml", "bogus = 'never read when searching'")
    stock.write("vendor/lib/a.txt", TEXT)
    assert stock.run("check", "--show-files").out == "a.txt\n"
    assert stock.run("check", "--show-files", "--force-exclude", "vendor/lib/a.txt").out == ""


def test_force_exclude_holds_for_files_passed_by_name(stock: Desk) -> None:
    stock.config("select = ['hen']\nexclude = ['b.txt', 'old/']\nforce-exclude = true")
    stock.write("b.txt", TEXT)
    stock.write("old/c.txt", TEXT)
    result = stock.check("a.txt", "b.txt", "old/c.txt")
    assert (result.json["summary"]["files"], result.status) == (1, 1)
    assert stock.check("b.txt").json["complete"]


def test_gitignore_can_be_switched_off(stock: Desk) -> None:
    stock.write(".gitignore", "b.txt\n")
    stock.write("b.txt", TEXT)
    assert stock.run("check", "--show-files").out == "a.txt\n"
    stock.config("gitignore = false")
    assert stock.run("check", "--show-files").out == "a.txt\nb.txt\n"


# Faults


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("slect = []", "2: unknown key 'slect'; did you mean 'select'?"),
        ("\n\n[rule.hen]\nlongest = 1", "4: unknown key 'rule'; did you mean 'rules'?"),
        ("[[override]]\nfiles = ['*']", "2: unknown key 'override'; did you mean 'overrides'?"),
        ("zzz = 1", "2: unknown key 'zzz'"),
        ("[[overrides]]\nfiles = ['*']\n[[overrides]]\nfiles = ['*']\n\nexclude = []",
         "7: unknown key 'exclude'"),
        ("[[overrides]]\nselect = ['hen']", "2: an override needs `files`, a list of globs"),
        ("[[overrides]]\nfiles = []", "2: an override needs `files`, a list of globs"),
        ("overrides = 3", "2: overrides must be an array of tables, not 3"),
        ("overrides = [3]", "2: overrides must be an array of tables"),
        ("select = 'hen'", "2: select must be a list of strings, not 'hen'"),
        ("select = [\n  'hen',\n  3,\n]", "2: select must be a list of strings"),
        ("ignore = ['hne']", "2: unknown rule or family 'hne'; did you mean 'hen'?"),
        ("extend-select = ['fsh']", "2: unknown rule or family 'fsh'; did you mean 'fish'?"),
        ("select = ['hen']\nextend-select = ['zzz']", "3: unknown rule or family 'zzz'"),
        ("[[overrides]]\nfiles = ['no/such/file']\nselect = ['hne']",
         "4: unknown rule or family 'hne'; did you mean 'hen'?"),
        ("min-severity = 'eror'",
         "2: min-severity must be one of info, warning, error, not 'eror'"),
        ("min-severity = 3", "2: min-severity must be a string, not 3"),
        ("fail-on = 'always'",
         "2: fail-on must be one of info, warning, error, never, not 'always'"),
        ("min-confidence = 1.5", "2: min-confidence must be a number from 0 to 1, not 1.5"),
        ("min-confidence = nan", "2: min-confidence must be a number from 0 to 1, not nan"),
        ("min-confidence = true", "2: min-confidence must be a number from 0 to 1, not True"),
        ("force-exclude = 'yes'", "2: force-exclude must be true or false, not 'yes'"),
        ("gitignore = 1", "2: gitignore must be true or false, not 1"),
        ("exclude = ['ok', '!']", "2: '!' is no glob"),
        ("[[overrides]]\nfiles = ['[z-a]']", "3: '[z-a]' is no glob"),
        ("suppressions = 'gone.toml'", "2: 'gone.toml' does not exist"),
        ("rules = 3", "2: rules must be a table, not 3"),
        ("rules.hen = 3", "2: hen must be a table, not 3"),
        ("[rules.hne]\nlongest = 1", "2: unknown rule 'hne'; did you mean 'hen'?"),
        ("[rules.fowl]\nlongest = 1", "2: unknown rule 'fowl'"),
        ("[rules.hen]\n# here\nlongst = 1",
         "4: rule hen has no option 'longst'; did you mean 'longest'?"),
        ("[rules.hen]\nlongest = '1'", "3: hen.longest must be of type int, not '1'"),
        ("[rules.hen]\nlongest = true", "3: hen.longest must be of type int, not True"),
        ("[rules.hen]\nlongest = 1.0", "3: hen.longest must be of type int, not 1.0"),
        ("[rules.hen]\nshare = 'x'", "3: hen.share must be of type float, not 'x'"),
        ("[rules.hen]\nloud = 1", "3: hen.loud must be of type bool, not 1"),
        ("[rules.hen]\nnote = 1", "3: hen.note must be of type str, not 1"),
        ("[rules.hen]\nwords = 'x'", "3: hen.words must be a list of strings, not 'x'"),
        ("[rules.hen]\nwords = [1]", "3: hen.words must be a list of strings, not [1]"),
        ("[rules.hen]\nseverity = 'high'",
         "3: severity must be one of info, warning, error, not 'high'"),
        ("select = [\n'hen',\n]\nrules.trout.longest = 3\nrules.hen.longest = 'x'",
         "6: hen.longest must be of type int, not 'x'"),
        ("rules = { hen = { longest = 'x' } }", "2: hen.longest must be of type int, not 'x'"),
        ("[rules]\nhen.longest = 'x'", "3: hen.longest must be of type int, not 'x'"),
        ("[rules]\n'hen' = { \"longest\" = 'x' }", "3: hen.longest must be of type int, not 'x'"),
        ("[[overrides]]\nfiles = ['*']\n[overrides.rules.hen]\nlongest = 2\n" * 2 + "note = 1",
         "10: hen.note must be of type str, not 1"),
        ("[[overrides]]\nfiles = [\n '*',\n]\nrules.hen.longest = 'x'",
         "6: hen.longest must be of type int, not 'x'"),
        ("select = [", "3: Invalid value (at end of document)"),
        ("select = []\nselect = []", "3: Cannot overwrite a value (at line 3, column 12)"),
    ],
)  # fmt: skip
def test_faults_are_named_with_file_and_line(stock: Desk, text: str, message: str) -> None:
    assert fault(stock, text) == f"copydesk.toml:{message}"


def test_lines_are_right_below_a_project_table_too(stock: Desk) -> None:
    stock.write(
        "pyproject.toml",
        '[project]\nname = "x"\nrules = 1\n\n[tool.copydesk]\nrule-folders = ["rules"]\n'
        '[tool.copydesk.rules.hen]\nlongest = 3\n\nshare = "x"\n',
    )
    result = stock.run("check", "a.txt")
    assert (
        result.err
        == "copydesk: error: pyproject.toml:10: hen.share must be of type float, not 'x'\n"
    )


def test_a_fault_in_a_folder_is_named_and_what_came_before_is_reported(stock: Desk) -> None:
    stock.config("select = ['hen']")
    stock.config("select = ['hne']", "inner/copydesk.toml")
    stock.write("inner/b.txt", TEXT)
    result = stock.check("a.txt", "inner/b.txt")
    assert result.found == ["hen: hen"]
    (error,) = result.json["errors"]
    assert error["message"].startswith("inner/copydesk.toml:2: unknown rule or family 'hne'")
    assert result.status == 2


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"select = ['\xff']", "copydesk.toml: is not UTF-8 (byte 11)"),
        (b"a = " + b"[" * 3_000, "copydesk.toml: is nested too deeply"),
        (b"\xef\xbb\xbf\r\nbogus = 1\r\n", "copydesk.toml:2: unknown key 'bogus'"),
    ],
)
def test_a_file_that_is_no_configuration(stock: Desk, data: bytes, message: str) -> None:
    stock.write("copydesk.toml", data)
    result = stock.run("check", "a.txt")
    assert result.err == f"copydesk: error: {message}\n"
    assert result.status == 2


def test_a_file_that_must_not_be_read(stock: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = stock.write("copydesk.toml", "")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(CopydeskError, match=r"^copydesk\.toml: cannot be read: Permission denied"):
        read_table(path)


# Rules of the user's own, and plug-ins


def test_rule_folders_add_up(stock: Desk) -> None:
    stock.rule("cod", folder="base/rules")
    stock.write("base/copydesk.toml", "rule-folders = ['rules']\nselect = ['cod']")
    stock.config("extend = 'base/copydesk.toml'\nextend-select = ['hen']")
    stock.write("a.txt", "A cod and a hen.")
    assert names(stock, "a.txt") == ["cod", "hen"]


def test_a_rule_folder_named_twice_counts_once(stock: Desk) -> None:
    stock.write("copydesk.toml", "rule-folders = ['rules', './rules/']\nselect = ['hen']")
    assert names(stock, "a.txt") == ["hen"]


def test_a_missing_rule_folder(stock: Desk) -> None:
    stock.write("copydesk.toml", "select = []\nrule-folders = ['ruels']")
    result = stock.run("check", "a.txt")
    assert result.err == "copydesk: error: copydesk.toml:2: rule folder 'ruels' does not exist\n"


def test_a_rule_may_refuse_its_options(stock: Desk) -> None:
    rule = stock.folder / "rules/hen.py"
    refusal = "\n    def __post_init__(self):\n        assert self.longest < 100, 'too long'\n"
    code = rule.read_text("utf-8").replace("    def check", refusal + "    def check")
    rule.write_text(code, "utf-8")
    stock.config("select = ['hen']\n\n[rules.hen]\nlongest = 100\n")
    result = stock.run("check", "a.txt")
    assert result.err == "copydesk: error: copydesk.toml:4: rule hen: too long\n"
    assert result.status == 2


@pytest.mark.parametrize(
    ("plugin", "message"),
    [
        ("no-such-plugin", "plug-in 'no-such-plugin' is not installed"),
        ("click", "'click' is installed, but offers no rules"),
        ("", "plug-in '' is not installed"),
    ],
)
def test_a_plugin_that_is_counted_on(stock: Desk, plugin: str, message: str) -> None:
    assert fault(stock, f"plugins = ['{plugin}']") == f"copydesk.toml:2: {message}"


def test_a_plugin_that_is_there(stock: Desk, tmp_path: Path) -> None:
    metadata = tmp_path / "site/shoal-1.0.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: shoal\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text("[copydesk.rules]\nshoal = shoal\n")
    stock.monkeypatch.setattr(sys, "path", [str(tmp_path / "site"), *sys.path])
    (tmp_path / "site/shoal.py").write_text("")
    stock.config("plugins = ['Shoal']\nselect = ['goose']")
    assert names(stock, "a.txt") == ["goose"]


# Lines


def test_the_line_of_an_entry() -> None:
    text = (
        '# [a]\na = """\n[b]\nc = 1\n"""\n'
        "[b]\nc = [\n  1,  # ]\n  ['[c]'],\n]\n"
        "d.e = 1\nf = {g = {h = 1}}\n"
        "[[i]]\nj = 1\n[i.k]\nl = 1\n[[i]]\nj = 2\n[[i.m]]\nn = 1\n[[i.m]]\nn = 2\n"
        "['o.p']\n\"q\" = '''\nj = 1'''\n"
    ).replace("\n", "\r\n")
    expected: dict[tuple[str | int, ...], int] = {
        ("a",): 2, ("b",): 6, ("b", "c"): 7, ("b", "c", 1): 7, ("b", "d"): 11, ("b", "d", "e"): 11,
        ("b", "f", "g", "h"): 12, ("i",): 13, ("i", 0): 13, ("i", 0, "j"): 14, ("i", 0, "k"): 15,
        ("i", 0, "k", "l"): 16, ("i", 1): 17, ("i", 1, "j"): 18, ("i", 1, "m", 0, "n"): 20,
        ("i", 1, "m", 1, "n"): 22, ("o.p",): 23, ("o.p", "q"): 24, ("b", "zzz"): 6, ("zzz",): 1,
    }  # fmt: skip
    assert {keys: line_of(text, keys) for keys in expected} == expected


@pytest.mark.parametrize(
    "value",
    [
        '"""""a[""""" # ]', "'''''a['''''", '"""\\"""["""', "'''\\'''", '"\\"["', "'\\'", '"a # ["',
        "'\"'", "[ # [\n]", "[\n'[', # '\n[ # ]\n]]", '{"]" = "\'"}', '["""\n[""", {a = "}"},\n]',
    ],
)  # fmt: skip
def test_what_only_looks_like_a_bracket_or_the_end_of_a_value(value: str) -> None:
    text = f'a = {value}\nb = 1 # [\n["c]"]\nd = 1\n'
    line = text[: text.index("\nb")].count("\n") + 2
    assert line_of(text, ("b",)) == line
    assert line_of(text, ("c]", "d")) == line + 2


@pytest.mark.parametrize(
    ("before", "unit", "after"),
    [
        ("ignore = [\n", "{file = 'a', rule = 'b'},\n", "]\n"),
        ("a = '''\n", "]\n", "'''\n"),
        ("a = [\n", "'''\n''',\n", "]\n"),
        ("", "[[ignore]]\nfile = 'a'\n", ""),
        ("", "# [\n", ""),
    ],
)
def test_lines_are_found_in_linear_time(before: str, unit: str, after: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        assert line_of(before + unit * times + after, ("zzz",)) == 1
        return time.process_time() - start

    short, long = seconds(250), seconds(2_000)
    assert long < 24 * short + 0.1  # 8 is linear, 64 quadratic


# The documentation


def example(page: str, language: str, containing: str) -> str:
    """The fenced example on a page of the documentation with some text in it."""
    text = (Path(__file__).parents[1] / "docs" / page).read_text("utf-8")
    blocks = re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    (found,) = (block for block in blocks if containing in block)
    return str(found)


def test_the_full_example_is_valid_and_full(stock: Desk, tmp_path: Path) -> None:
    metadata = tmp_path / "site/gazette_copydesk-1.0.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: gazette-copydesk\n")
    (metadata / "entry_points.txt").write_text("[copydesk.rules]\ngazette = shoal_of_none\n")
    (tmp_path / "site/shoal_of_none.py").write_text("")
    stock.monkeypatch.setattr(sys, "path", [str(tmp_path / "site"), *sys.path])
    stock.write("house.toml", "")
    stock.write("inner/copydesk-ignores.toml", example("suppression.md", "toml", "[[ignore]]"))
    stock.rule("cod", folder="inner/editorial/rules")
    text = example("configuration.md", "toml", "extend = ")
    stock.write("inner/copydesk.toml", text)
    for name in ("a.txt", "wire/2019-04-02.txt", "b.md"):
        stock.write(f"inner/{name}", "A cow.")
    assert stock.run("check", "inner") == (0, "No findings in 3 files.\n", "")
    keys = set(tomllib.loads(text)) | set(tomllib.loads(text)["overrides"][0])
    assert keys == FILE_KEYS | LAYER_KEYS | {"files"}


def test_every_key_is_explained() -> None:
    page = (Path(__file__).parents[1] / "docs/configuration.md").read_text("utf-8")
    explained = set(re.findall(r"^`\[*([a-z-]+)(?:\.NAME)?\]*`$", page, re.MULTILINE))
    assert explained == FILE_KEYS | LAYER_KEYS


def test_the_example_of_a_fault_is_real(stock: Desk) -> None:
    shown = example("configuration.md", "text", "copydesk: error")
    stock.config("select = ['hen']\nignroe = ['trout']")
    assert stock.run("check", "a.txt").err == shown
