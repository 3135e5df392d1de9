"""The command line: what each argument does, what is printed where, and with which exit status."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from unittest.mock import Mock

import pytest
from copydesk import __version__
from desk import Desk

FISH_AND_FOWL = "A herring met a trout.\n\nThe hen saw a goose.\n"
ALL = ["herring: herring", "trout: trout", "hen: hen", "goose: goose"]


@pytest.fixture
def stock(desk: Desk) -> Desk:
    """A folder with four rules and one article that all of them flag."""
    desk.stock()
    desk.write("article.txt", FISH_AND_FOWL)
    return desk


# What is checked


def test_the_default_path_is_the_current_folder(stock: Desk) -> None:
    stock.write("inner/page.html", "<p>One herring.</p>")
    result = stock.check()
    assert {f["path"] for f in result.json["findings"]} == {"article.txt", "inner/page.html"}
    assert result.json["summary"]["files"] == 2
    assert result.status == 1


def test_a_file_passed_twice_is_checked_once(stock: Desk) -> None:
    stock.write("folder/empty.txt", "")
    paths = ["article.txt", "./article.txt", "folder/../article.txt", stock.folder, "."]
    result = stock.check(*map(str, paths))
    assert result.found == ALL[:3]
    assert result.json["summary"]["files"] == 2


@pytest.mark.parametrize("name", ["herring.adoc", "HERRING", ".hidden.cfg", "build/x.py"])
def test_a_file_passed_by_name_is_always_read(stock: Desk, name: str) -> None:
    stock.write(".gitignore", "build/\n")
    path = stock.write(name, "A herring.")
    assert stock.check(path).found == ["herring: herring"]
    assert stock.check().json["summary"]["files"] == 1


def test_articles_are_told_by_their_endings(stock: Desk) -> None:
    articles = ["a.txt", "b.TEXT", "c.md", "d.markdown", "e.html", "f.htm", "g.xhtml"]
    articles += ["k.mdx", "l.Rmd", "m.rst"]
    for name in [*articles, "h.py", "i", "j.txt.bak", "md"]:
        stock.write(f"many/{name}", "Nothing.")
    listed = stock.run("check", "--show-files", "many").out.splitlines()
    assert listed == [f"many/{name}" for name in articles]


def test_hidden_files_and_folders_are_skipped(stock: Desk) -> None:
    stock.write(".cache/a.txt", "herring")
    stock.write(".b.txt", "herring")
    assert stock.run("check", "--show-files").out == "article.txt\n"
    assert stock.run("check", "--show-files", ".cache").out == ".cache/a.txt\n"


def test_what_git_ignores_is_skipped_at_every_depth(stock: Desk) -> None:
    stock.write(".gitignore", "drafts/\n*.html\n")
    stock.write("inner/.gitignore", "old.txt\n!kept.html\n")
    for name in ("drafts/a.txt", "page.html", "inner/old.txt", "inner/kept.html", "old.txt"):
        stock.write(name, "Text.")
    kept = ["article.txt", "inner/kept.html", "old.txt"]
    assert stock.run("check", "--show-files").out.splitlines() == kept
    ignored = ["drafts/a.txt", "inner/old.txt", "page.html"]
    everything = stock.run("check", "--show-files", "--no-gitignore").out.splitlines()
    assert everything == sorted([*kept, *ignored])


def test_an_ignore_file_outside_of_the_repository_has_no_say(stock: Desk) -> None:
    stock.write(".gitignore", "*\n")
    stock.write("repository/.git/HEAD", "ref: refs/heads/main\n")
    stock.write("repository/a.txt", "Text.")
    assert stock.run("check", "--show-files", "repository").out == "repository/a.txt\n"


def test_the_ignore_files_of_a_repository_hold_in_all_of_it(stock: Desk) -> None:
    stock.write(".git/HEAD", "ref: refs/heads/main\n")
    stock.write(".git/info/exclude", "c.txt\n")
    stock.write(".gitignore", "b.txt\n/inner/d.txt\n")
    for name in "abcd":
        stock.write(f"inner/{name}.txt", "Text.")
    assert stock.run("check", "--show-files", "inner").out == "inner/a.txt\n"
    stock.monkeypatch.chdir(stock.folder / "inner")
    assert stock.run("check", "--show-files").out == "a.txt\n"


def test_a_pipe_in_a_folder_is_no_article(stock: Desk) -> None:
    os.mkfifo("pipe.txt")
    assert stock.check(".").json["summary"]["files"] == 1


def test_a_linked_folder_is_not_followed_unless_named(stock: Desk, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/a.txt").write_text("herring", "utf-8")
    Path("link").symlink_to(tmp_path / "elsewhere")
    assert stock.run("check", "--show-files").out == "article.txt\n"
    assert stock.run("check", "--show-files", "link").out == "link/a.txt\n"


def test_a_broken_link_is_reported(stock: Desk) -> None:
    Path("gone.txt").symlink_to("nowhere")
    result = stock.check()
    assert result.found == ALL[:3]
    assert [error["path"] for error in result.json["errors"]] == ["gone.txt"]
    assert result.status == 2


def test_exclude(stock: Desk) -> None:
    for name in ("old/a.txt", "old/deep/b.txt", "c.md", "inner/old.txt"):
        stock.write(name, "A herring.")
    for old in ("old/", "/old", "./old", "old/**"):
        listed = stock.run("check", "--show-files", "--exclude", old, "--exclude", "*.md")
        assert listed.out.splitlines() == ["article.txt", "inner/old.txt"]


def test_exclude_holds_outside_of_the_current_folder(stock: Desk, tmp_path: Path) -> None:
    for name in ("a.txt", "b.md", "old/c.txt"):
        path = tmp_path / "other" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text.", "utf-8")
    exclude = ("--exclude", "*.md", "--exclude", "old/", "--exclude", ".*", "--exclude", "other/*")
    listed = stock.run("check", "--show-files", "../other", *exclude)
    assert listed.out == "../other/a.txt\n"


def test_a_file_passed_by_name_is_excluded_only_by_force(stock: Desk) -> None:
    exclude = ("--exclude", "*.txt")
    assert stock.check(*exclude, "article.txt").found == ALL[:3]
    result = stock.check(*exclude, "--force-exclude", "article.txt")
    assert result.json["summary"]["files"] == 0
    assert result.json["complete"]
    assert result.status == 0


def test_force_exclude_goes_by_the_name_of_standard_input(stock: Desk) -> None:
    named = ("--stdin-filename", "old/a.txt", "--exclude", "old/", "-")
    assert stock.check(*named, stdin=b"herring").found == ["herring: herring"]
    result = stock.check(*named, "--force-exclude", stdin=b"herring")
    assert (result.found, result.status) == ([], 0)


def test_a_folder_all_of_whose_articles_are_excluded_is_not_clean(stock: Desk) -> None:
    result = stock.run("check", "--exclude", "**")
    assert "holds no articles" in result.err
    assert "not excluded" in result.err
    assert result.status == 2


def test_a_malformed_glob_is_an_error(stock: Desk) -> None:
    result = stock.run("check", "--exclude", "!")
    assert result.err == "copydesk: error: '!' is no glob\n"
    assert result.status == 2


def test_standard_input(stock: Desk) -> None:
    result = stock.check("-", stdin=b"A herring.")
    assert [(f["path"], f["text"]) for f in result.json["findings"]] == [("-", "herring")]
    assert stock.check("-", "-", stdin=b"A herring.").json["summary"]["files"] == 1


def test_stdin_filename_names_the_format_and_the_configuration(stock: Desk) -> None:
    stock.config('ignore = ["herring"]\nextend = "../copydesk.toml"', "inner/copydesk.toml")
    page = b"<p>A herring &amp; a trout.</p><!-- a hen -->"
    result = stock.check("-", "--stdin-filename", "inner/page.html", stdin=page)
    assert [(f["path"], f["text"]) for f in result.json["findings"]] == [
        ("inner/page.html", "trout")
    ]


# Which rules


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ([], ["herring", "trout", "hen"]),
        (["--select", "herring"], ["herring"]),
        (["--select", "fowl"], ["hen", "goose"]),
        (["--select", "herring,goose"], ["herring", "goose"]),
        (["--select", " trout , hen "], ["trout", "hen"]),
        (["--select", "all"], ["herring", "trout", "hen", "goose"]),
        (["--select", "fish,fowl", "--ignore", "trout"], ["herring", "hen", "goose"]),
        (["--ignore", "fish"], ["hen"]),
        (["--extend-select", "goose"], ["herring", "trout", "hen", "goose"]),
        (["--extend-select", "fowl", "--ignore", "hen"], ["herring", "trout", "goose"]),
        (["--select", "trout", "--extend-select", "fowl"], ["trout", "hen", "goose"]),
    ],
)
def test_rules_are_selected(stock: Desk, arguments: list[str], found: list[str]) -> None:
    result = stock.check(*arguments, "article.txt")
    assert result.found == [f"{name}: {name}" for name in found]
    assert result.status == 1


@pytest.mark.parametrize("arguments", [["--ignore", "all"], ["--select=trout", "--ignore=trout"]])
def test_a_run_without_rules_is_not_clean(stock: Desk, arguments: list[str]) -> None:
    result = stock.check(*arguments, "article.txt")
    assert result.json["complete"] is False
    assert "no rule is selected" in result.err
    assert result.status == 2


@pytest.mark.parametrize("flag", ["--select", "--ignore", "--extend-select"])
def test_an_unknown_rule_is_an_error_with_a_suggestion(stock: Desk, flag: str) -> None:
    result = stock.check(flag, "hering", "article.txt")
    (error,) = result.json["errors"]
    assert error["message"] == f"{flag}: unknown rule or family 'hering'; did you mean 'herring'?"
    assert error["message"] in result.err
    assert result.status == 2


def test_a_selection_must_name_something(stock: Desk) -> None:
    result = stock.run("check", "--select", " , ")
    assert "names no rule" in result.err
    assert result.status == 2


# How much is reported


@pytest.mark.parametrize(
    ("severity", "found"), [("info", ALL), ("warning", [ALL[0], *ALL[2:]]), ("error", ALL[2:])]
)
def test_min_severity(stock: Desk, severity: str, found: list[str]) -> None:
    assert stock.check("--select", "all", "--min-severity", severity).found == found


def test_min_confidence_leaves_out_what_is_known_to_be_less_sure(desk: Desk) -> None:
    desk.rule("herring", extra="{'confidence': 0.7}")
    desk.rule("trout")
    desk.config("select = ['fish']")
    desk.write("article.txt", "A herring and a trout.")
    assert desk.check("--min-confidence", "0.7").found == ["herring: herring", "trout: trout"]
    assert desk.check("--min-confidence", "0.71").found == ["trout: trout"]


def test_a_rule_has_a_limit_of_its_own_until_another_is_asked_for(desk: Desk) -> None:
    code = desk.rule("herring", extra="{'confidence': 0.3}")
    limit = "    min_confidence: ClassVar = 0.5\n"
    code.write_text(code.read_text().replace("    words:", f"{limit}    words:"))
    desk.config("select = ['fish']")
    desk.write("article.txt", "A herring.")
    assert desk.check().found == []
    assert desk.check("--min-confidence", "0.3").found == ["herring: herring"]


@pytest.mark.parametrize("value", ["1.1", "-1", "much", "nan"])
def test_min_confidence_must_be_a_probability(stock: Desk, value: str) -> None:
    result = stock.run("check", "--min-confidence", value)
    assert result.status == 2
    assert "min-confidence" in result.err


@pytest.mark.parametrize(
    ("rules", "fail_on", "status"),
    [
        ("trout", "info", 1),
        ("trout", "warning", 0),
        ("herring", "warning", 1),
        ("herring", "error", 0),
        ("hen", "error", 1),
        ("all", "never", 0),
    ],
)
def test_fail_on(stock: Desk, rules: str, fail_on: str, status: int) -> None:
    result = stock.check("--select", rules, "--fail-on", fail_on)
    assert result.found
    assert result.status == status


def test_any_finding_fails_by_default(stock: Desk) -> None:
    assert stock.check("--select", "trout").status == 1


def test_what_is_not_reported_does_not_fail(stock: Desk) -> None:
    assert stock.check("--select", "trout", "--min-severity", "warning").status == 0


# Exit status


def test_exit_status_of_a_clean_run(stock: Desk) -> None:
    path = stock.write("clean.txt", "A cow.")
    assert stock.run("check", path) == (0, "No findings in 1 file.\n", "")


def test_what_was_not_checked_wins_over_findings(stock: Desk) -> None:
    for paths in (["missing.txt", "article.txt"], ["article.txt", "missing.txt"]):
        result = stock.check(*paths, "--fail-on", "never")
        assert result.found == ALL[:3]
        assert result.json["complete"] is False
        assert result.json["errors"] == [{"path": "missing.txt", "message": "does not exist"}]
        assert result.err == "copydesk: error: missing.txt: does not exist\n"
        assert result.status == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--bogus"],
        ["check", "--output-format", "xml"],
        ["check", "--fail-on", "sometimes"],
        ["check", "--config", "copydesk.toml", "--isolated"],
        ["chek"],
        ["rule"],
    ],
)
def test_a_wrong_argument_is_status_2(stock: Desk, arguments: list[str]) -> None:
    result = stock.run(*arguments)
    assert result.status == 2
    assert "Usage: copydesk" in result.err


def test_the_same_holds_for_a_process(stock: Desk) -> None:
    clean = stock.write("clean.txt", "A cow.")
    assert stock.process("check", clean).status == 0
    assert stock.process("check", "article.txt").status == 1
    assert stock.process("check", "article.txt", "missing.txt").status == 2
    assert stock.process("check", "--bogus").status == 2


# Output


def test_full_is_the_default(stock: Desk) -> None:
    result = stock.run("check", "article.txt", "--select", "herring")
    assert result.out == (
        "article.txt:1:3: warning[herring] “herring” is here\n"
        "    1 | A herring met a trout.\n"
        "      |   ^^^^^^^\n"
        "\n"
        "1 finding (1 warning) in 1 of 1 file.\n"
    )
    explicit = stock.run("check", "article.txt", "--select", "herring", "--output-format", "full")
    assert explicit == result


def test_concise(stock: Desk) -> None:
    result = stock.run("check", "article.txt", "--output-format", "concise")
    assert result.out.splitlines() == [
        "article.txt:1:3: warning: “herring” is here [herring]",
        "article.txt:1:17: info: “trout” is here [trout]",
        "article.txt:3:5: error: “hen” is here [hen]",
        "3 findings (1 error, 1 warning, 1 info) in 1 of 1 file.",
    ]


def test_statistics_count_every_rule_that_ran(stock: Desk) -> None:
    stock.write("other.txt", "A hen and a hen.")
    result = stock.run("check", "--statistics", "--output-format", "concise")
    assert result.out.splitlines()[-5:] == [
        "     3  hen",
        "     1  herring",
        "     1  trout",
        "",
        "5 findings (3 errors, 1 warning, 1 info) in 2 of 2 files.",
    ]
    clean = stock.write("clean.txt", "A cow.")
    assert "     0  hen\n" in stock.run("check", "--statistics", clean).out


def test_output_writes_several_files_beside_standard_output(stock: Desk) -> None:
    result = stock.run(
        "check", "article.txt", "--output", "json=a.json", "--output", "concise=b.out",
        "--output", "json=c.json", "--output-format", "full",
    )  # fmt: skip
    concise = stock.run("check", "article.txt", "--output-format", "concise")
    written = json.loads(Path("a.json").read_text("utf-8"))
    assert written == stock.check("article.txt").json
    assert written == json.loads(Path("c.json").read_text("utf-8"))
    assert Path("b.out").read_text("utf-8") == concise.out
    assert result.out == stock.run("check", "article.txt").out
    assert result.status == 1


def test_output_is_never_coloured(stock: Desk) -> None:
    stock.run("check", "article.txt", "--color", "always", "--output", "full=report")
    assert "\x1b" not in Path("report").read_text("utf-8")


def test_output_keeps_the_permissions_and_the_link_of_what_it_replaces(stock: Desk) -> None:
    target = stock.folder / stock.write("kept/report", "old")
    target.chmod(0o640)
    Path("link").symlink_to("kept/report")
    stock.run("check", "article.txt", "--output", "json=link")
    assert Path("link").is_symlink()
    assert json.loads(target.read_text("utf-8"))["version"] == 1
    assert target.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in target.parent.iterdir()] == ["report"]


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("json=nowhere/report", "there is no folder"),
        ("json=inner", "inner: cannot be written: is a folder"),
        ("json=", "is not FORMAT=FILE"),
        ("report", "is not FORMAT=FILE"),
        ("xml=report", "'xml' is not a format (concise, full, html, json)"),
    ],
)
def test_an_output_that_cannot_be_is_refused_first(stock: Desk, target: str, message: str) -> None:
    stock.write("inner/a.txt", "")
    result = stock.run("check", "article.txt", "--output", target)
    assert message in result.err
    assert (result.out, result.status) == ("", 2)


def test_two_outputs_to_one_file_are_refused(stock: Desk) -> None:
    result = stock.run("check", "--output", "json=report", "--output", "full=./report")
    assert "two formats go to one file" in result.err
    assert not Path("report").exists()


def test_an_article_is_not_overwritten_by_a_report_on_it(stock: Desk) -> None:
    for paths in (["."], ["article.txt"], []):
        result = stock.run("check", *paths, "--output", "full=article.txt")
        assert "article.txt: is an article to check" in result.err
        assert (result.out, result.status) == ("", 2)
    assert Path("article.txt").read_text("utf-8") == FISH_AND_FOWL


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
def test_an_output_that_fails_leaves_the_others_whole(stock: Desk) -> None:
    outputs = ("--output", "json=a.json", "--output", "full=/dev/full", "--output", "json=b.json")
    result = stock.run("check", "article.txt", *outputs)
    assert "copydesk: error: /dev/full: cannot be written: No space left on device" in result.err
    assert "3 findings" in result.out
    assert json.loads(Path("a.json").read_text("utf-8"))["complete"]
    assert json.loads(Path("b.json").read_text("utf-8"))["complete"]
    assert result.status == 2


def test_a_report_that_breaks_off_leaves_the_old_one(stock: Desk) -> None:
    stock.write("report", "old")
    stock.monkeypatch.setattr(Path, "replace", Mock(side_effect=KeyboardInterrupt))
    result = stock.run("check", "article.txt", "--output", "json=report")
    assert result.status == 130
    assert Path("report").read_text("utf-8") == "old"
    assert not [path for path in Path().iterdir() if path.suffix == ".tmp"]


def test_a_report_goes_to_a_pipe(stock: Desk) -> None:
    os.mkfifo("pipe")
    with stock.start("check", "article.txt", "--output", "json=pipe") as process:
        assert json.loads(Path("pipe").read_text("utf-8"))["version"] == 1
        process.communicate(timeout=60)
    assert process.returncode == 1


@pytest.mark.parametrize(
    ("choice", "environment", "is_coloured"),
    [
        ("always", {}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
        ("auto", {}, False),
        ("auto", {"FORCE_COLOR": "1"}, True),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ("always", {"NO_COLOR": "1"}, True),
        ("auto", {"NO_COLOR": "", "FORCE_COLOR": "1"}, True),
    ],
)
def test_colour(
    stock: Desk, choice: str, environment: dict[str, str], *, is_coloured: bool
) -> None:
    for name, value in environment.items():
        stock.monkeypatch.setenv(name, value)
    for output_format in ("full", "concise"):
        out = stock.run(
            "check", "article.txt", "--output-format", output_format, "--color", choice
        ).out
        assert ("\x1b[" in out) == is_coloured


def test_json_is_json_whatever_the_encoding_of_the_stream(stock: Desk) -> None:
    path = stock.write("café.txt", "A herring 🐟 in a café.")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    result = stock.process("check", "--output-format", "json", path, env=environment)
    assert [f["message"] for f in result.json["findings"]] == ["“herring” is here"]
    assert result.json["findings"][0]["path"].startswith("caf")


# Looking without checking


def test_show_files_checks_nothing(stock: Desk) -> None:
    result = stock.run("check", "--show-files", "article.txt", "missing.txt")
    assert result == (2, "article.txt\n", "copydesk: error: missing.txt: does not exist\n")
    assert stock.run("check", "--show-files").status == 0


def test_show_settings_is_toml_of_what_holds(stock: Desk) -> None:
    stock.config(
        'select = ["herring"]\nfail-on = "warning"\nmin-confidence = 0.25\n'
        '[rules.herring]\nseverity = "error"\nwords = ["cod", "“ling”"]\nshare = 1'
    )
    result = stock.run("check", "--show-settings", "--min-severity", "warning")
    assert result.status == 0
    assert result.out.splitlines()[:2] == ["# article.txt", "# by copydesk.toml"]
    shown = tomllib.loads(result.out)
    assert shown == {
        "min-severity": "warning",
        "min-confidence": 0.25,
        "fail-on": "warning",
        "rules": {
            "herring": {
                "severity": "error", "words": ["cod", "“ling”"], "longest": 99, "share": 1.0,
                "loud": False, "note": "",
            }
        },
    }  # fmt: skip
    saved = stock.config(result.out, "shown/copydesk.toml")
    assert stock.run("check", "--show-settings", "article.txt", "--config", saved).status == 0


def test_show_settings_groups_files(stock: Desk) -> None:
    stock.write("inner/copydesk.toml", 'select = ["doubled-word"]')
    stock.write("inner/a.txt", "")
    stock.write("inner/b.txt", "")
    result = stock.run("check", "--show-settings")
    assert "# inner/a.txt\n# inner/b.txt\n# by inner/copydesk.toml\n" in result.out
    isolated = stock.run("check", "--show-settings", "--isolated")
    assert isolated.out.count("# by default\n") == 1


def test_show_settings_names_what_is_missing_and_goes_on(stock: Desk) -> None:
    result = stock.run("check", "--show-settings", "missing.txt", "article.txt")
    assert "# article.txt" in result.out
    assert result.err == "copydesk: error: missing.txt: does not exist\n"
    assert result.status == 2


def test_show_settings_of_standard_input_are_those_of_its_name(stock: Desk) -> None:
    stock.config('select = ["hen"]', "inner/copydesk.toml")
    result = stock.run("check", "--show-settings", "-", "--stdin-filename", "inner/a.txt")
    assert result.out.startswith("# inner/a.txt\n# by inner/copydesk.toml\n")


# Configuration


def test_config_names_the_one_file_for_all(stock: Desk) -> None:
    stock.config('select = ["trout"]', "other/copydesk.toml")
    assert stock.check("--config", "other/copydesk.toml").found == ["trout: trout"]


def test_isolated_reads_no_configuration(stock: Desk) -> None:
    stock.config("bogus = 1")
    result = stock.check("--isolated", "article.txt")
    assert (result.found, result.status) == ([], 0)


# Commands about rules


@pytest.mark.parametrize("command", ["rule", "explain"])
def test_a_rule_is_explained_by_its_page(stock: Desk, command: str) -> None:
    stock.write("rules/herring.md", "# herring\n\nA fish: “herring”.\n")
    assert stock.run(command, "herring") == (0, "# herring\n\nA fish: “herring”.\n", "")
    assert stock.run(command, "doubled-word").out.startswith("# doubled-word\n")


def test_a_family_is_explained_by_its_rules(stock: Desk) -> None:
    out = stock.run("rule", "fowl").out.splitlines()
    assert [line.split() for line in out] == [
        ["fowl"],
        ["off", "error", "goose", *"A word stands in the text.".split()],
        ["on", "error", "hen", *"A word stands in the text.".split()],
    ]


def test_a_rule_that_is_not_there(stock: Desk) -> None:
    result = stock.run("rule", "hering")
    assert result.err == "copydesk: error: unknown rule 'hering'; did you mean 'herring'?\n"
    assert result.status == 2


def test_a_rule_without_a_page(stock: Desk) -> None:
    result = stock.run("rule", "herring")
    assert "rule herring has no page" in result.err
    assert result.status == 2


def test_rules_lists_all_of_them(stock: Desk) -> None:
    out = stock.run("rules").out
    blocks = [block.splitlines() for block in out.strip().split("\n\n")]
    assert [block[0] for block in blocks] == sorted(block[0] for block in blocks)
    assert [block[0] for block in blocks if block[0].startswith("f")] == ["fish", "fowl"]
    assert "doubled-word" in out


@pytest.mark.parametrize("command", [["rules"], ["rule", "herring"]])
def test_rule_commands_take_a_configuration(desk: Desk, command: list[str]) -> None:
    desk.rule("herring", folder="elsewhere/rules")
    desk.write("elsewhere/rules/herring.md", "# herring\n")
    desk.write("elsewhere/copydesk.toml", 'rule-folders = ["rules"]')
    assert "herring" not in desk.run(*command).out
    assert "herring" in desk.run(*command, "--config", "elsewhere/copydesk.toml").out
    missing = desk.run(*command, "--config", "missing.toml")
    assert (
        missing.err == "copydesk: error: missing.toml: cannot be read: No such file or directory\n"
    )
    assert missing.status == 2


# The command itself


def test_version(desk: Desk) -> None:
    assert desk.run("--version") == (0, f"copydesk, version {__version__}\n", "")


@pytest.mark.parametrize("command", ["check", "rule", "explain", "rules", "test-rules"])
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help(desk: Desk, command: str, flag: str) -> None:
    result = desk.run(command, flag)
    assert result.out.startswith(f"Usage: copydesk {command}")
    assert result.status == 0


def test_every_option_is_explained(desk: Desk) -> None:
    lines = desk.run("check", "--help").out.split("Options:\n")[1].splitlines()
    flags = [line for line in lines if line.startswith("  -")]
    assert len(flags) == 20
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if line.startswith("  -"):
            explained = len(line.strip().split("  ", 1)) == 2 or following.startswith("    ")
            assert explained, line


def test_without_a_command_the_help_is_shown(desk: Desk) -> None:
    result = desk.run()
    assert "Usage: copydesk" in result.out + result.err
    assert result.status == 2


def test_the_installed_script_is_the_same_command(desk: Desk) -> None:
    script = Path(sys.executable).with_name("copydesk")
    if not script.exists():
        pytest.skip("copydesk is not installed as a script")
    path = desk.write("clean.txt", "A cow.")
    command: tuple[str | Path, ...] = (script, "check", "--isolated", path)
    process = subprocess.run(command, check=False, capture_output=True, cwd=desk.folder)
    assert (process.returncode, process.stdout) == (0, b"No findings in 1 file.\n")


def test_the_process_does_not_depend_on_where_it_runs(desk: Desk) -> None:
    desk.write("a.txt", "A cow.")
    inner = desk.folder / "inner"
    inner.mkdir()
    desk.monkeypatch.chdir(inner)
    desk.write("copydesk.toml", "fail-on = 'error'")
    assert desk.run("check", "../a.txt").status == 0
    shutil.rmtree(inner)
    result = desk.run("check", "../a.txt")
    assert result.status == 2
    assert "Traceback" not in result.err
