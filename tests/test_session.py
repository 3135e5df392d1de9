"""The session: files are checked a few at a time and reported one by one, in order."""

from pathlib import Path

import pytest
from copydesk import session
from copydesk.errors import CopydeskError, UnreadableError
from copydesk.session import Article, Report, Session
from copydesk.settings import ConfigTree
from desk import Desk

RULES = """
from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Rule

LOG = {log!r}


class {name}(Rule):
    \"\"\"Takes down what it was given.\"\"\"

    name: ClassVar = "{name}".lower()
    family: ClassVar = "logs"

    def check(self, document: Document) -> Iterator[Finding]:
        with open(LOG, "a") as log:
            log.write("{name} " + document.text + "\\n")
        yield self.finding(document.span(0, 1), "here")
        if document.text == {crash!r}:
            raise ValueError("no")
"""
CONFIG = 'rule-folders = ["rules"]\nselect = ["logs"]\n'


class Folder:
    """Articles `0.txt` and so on, and two rules that log what they see."""

    def __init__(self, path: Path, crash: str) -> None:
        self.path = path
        self.log = path / "log"
        self.write("copydesk.toml", CONFIG)
        for name in ("One", "Two"):
            rule = RULES.format(log=str(self.log), name=name, crash=crash if name == "One" else "")
            self.write(f"rules/{name.lower()}.py", rule)

    def write(self, name: str, text: str) -> Path:
        file = self.path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
        return file

    def articles(self, *texts: str) -> list[Article]:
        """The articles, which are files."""
        files = (self.write(f"{i}.txt", text) for i, text in enumerate(texts))
        return [Article.at(file) for file in files]

    def check(self, *articles: Article | UnreadableError) -> list[Report | UnreadableError]:
        return list(Session(ConfigTree()).check(articles))

    @property
    def order(self) -> list[str]:
        """Which rule saw which text, in order."""
        return self.log.read_text().splitlines()


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path, crash="b")


def texts(reports: list[Report | UnreadableError]) -> list[str]:
    return [one.document.text if isinstance(one, Report) else one.path for one in reports]


def test_a_rule_goes_through_all_files_before_the_next_does(folder: Folder) -> None:
    assert texts(folder.check(*folder.articles("x", "y"))) == ["x", "y"]
    assert folder.order == ["One x", "One y", "Two x", "Two y"]


def test_a_crash_is_reported_for_its_file_alone(folder: Folder) -> None:
    reports = folder.check(*folder.articles("a", "b", "c"))
    failed = [len(one.failures) for one in reports if isinstance(one, Report)]
    found = [len(one.findings) for one in reports if isinstance(one, Report)]
    assert (failed, found) == ([0, 1, 0], [2, 2, 2])


@pytest.mark.parametrize("most", [1, 2, 3])
def test_no_more_files_are_held_than_allowed(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(session, "_MOST_FILES", most)
    reports = Session(ConfigTree()).check(folder.articles(*"vwxyz"))
    next(reports)
    assert len(folder.order) == 2 * most
    assert len(list(reports)) == 4


def test_nor_more_characters(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "_MOST_CHARACTERS", 8)
    folder.check(*folder.articles("long words", "x", "y"))
    assert [line[0] for line in folder.order] == list("OTOOTT")


def test_files_of_other_settings_are_checked_by_themselves(folder: Folder) -> None:
    override = '[[overrides]]\nfiles = ["1.txt"]\nignore = ["two"]\n'
    folder.write("copydesk.toml", CONFIG + override)
    assert texts(folder.check(*folder.articles("x", "y", "z"))) == ["x", "y", "z"]
    assert folder.order == ["One x", "Two x", "One y", "One z", "Two z"]


def test_what_cannot_be_read_is_told_in_its_place(folder: Folder) -> None:
    first, second = folder.articles("x", "y")
    missing = Article.at(folder.path / "missing.txt")
    gone = UnreadableError("gone.txt", "is gone")
    told = texts(folder.check(first, missing, gone, second))
    assert told == ["x", str(missing.path), "gone.txt", "y"]


def test_what_comes_before_a_faulty_configuration_is_reported(folder: Folder) -> None:
    folder.write("sub/copydesk.toml", "selcet = []\n")
    faulty = Article.at(folder.write("sub/1.txt", "z"))
    reports = Session(ConfigTree()).check([*folder.articles("x", "y"), faulty])
    assert [next(reports), next(reports)]
    with pytest.raises(CopydeskError, match="selcet"):
        next(reports)


def test_the_exit_status_is_that_of_all(desk: Desk) -> None:
    desk.write("a.txt", "All is well.")
    desk.write("b.txt", "We saw the the cat.")
    assert desk.run("check", "--isolated", "a.txt").status == 0
    assert desk.run("check", "--isolated", "a.txt", "b.txt").status == 1
    assert desk.run("check", "--isolated", "b.txt", "missing.txt", "a.txt").status == 2
