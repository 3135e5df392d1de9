"""Several processes check articles, and find what one finds."""

import multiprocessing
import os
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from copydesk import session
from copydesk.errors import CopydeskError, UnreadableError
from copydesk.session import Article, Report, Session
from copydesk.settings import ConfigTree
from desk import Desk

RULE = """
import os
from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Rule


class Witness(Rule):
    \"\"\"Tells which process it runs in.\"\"\"

    name: ClassVar = "witness"
    family: ClassVar = "processes"

    def check(self, document: Document) -> Iterator[Finding]:
        with open({log!r}, "a") as log:
            log.write(f"{{os.getpid()}} {{document.text}}\\n")
        if document.text == "fault":
            raise ValueError("no")
        if document.text == "death" and os.getpid() != {first}:
            os._exit(1)
        yield self.finding(document.span(0, 1), "here")
"""

Check = Callable[..., list[Report | UnreadableError]]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log"


@pytest.fixture
def check(tmp_path: Path, log: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Checks articles with some texts, each a group by itself; None is a file that is missing."""
    monkeypatch.setattr(session, "_MOST_FILES", 1)
    (tmp_path / "copydesk.toml").write_text('rule-folders = ["rules"]\nselect = ["processes"]\n')
    (tmp_path / "rules").mkdir()
    rule = RULE.format(log=str(log), first=os.getpid())
    (tmp_path / "rules/witness.py").write_text(rule)

    def checked(*texts: str | None, jobs: int = 3) -> list[Report | UnreadableError]:
        files = [tmp_path / f"{number}.txt" for number, _ in enumerate(texts)]
        for file, text in zip(files, texts, strict=True):
            if text is not None:
                file.write_text(text)
        return list(Session(ConfigTree(), jobs).check(map(Article.at, files)))

    return checked


def told(reports: list[Report | UnreadableError]) -> list[object]:
    return [
        (one.document.source, one.findings, one.failures, one.failing)
        if isinstance(one, Report)
        else one.path
        for one in reports
    ]


def processes(log: Path) -> set[str]:
    return {line.split()[0] for line in log.read_text().splitlines()}


TEXTS = ("a", "b", "fault", None, "c", "d", None, "e", "f", "g", "h", "i", "j")


@pytest.mark.parametrize("jobs", [2, 3, 20])
def test_processes_report_what_one_reports_in_the_same_order(
    check: Check, log: Path, jobs: int
) -> None:
    alone = told(check(*TEXTS, jobs=1))
    assert processes(log) == {str(os.getpid())}
    log.unlink()
    assert told(check(*TEXTS, jobs=jobs)) == alone
    assert len(processes(log)) > 1


def test_one_group_is_checked_here(check: Check, log: Path) -> None:
    check("a")
    assert processes(log) == {str(os.getpid())}


def test_what_a_process_leaves_undone_is_done_here(check: Check, log: Path) -> None:
    texts = ("a", "b", "death", "c", "d", "e", "death", "f", "g")
    reports = check(*texts, jobs=2)
    assert [one.document.source for one in reports if isinstance(one, Report)] == list(texts)
    assert all(one.findings for one in reports if isinstance(one, Report))
    assert f"{os.getpid()} death" in log.read_text()


def test_where_no_process_can_be_started_all_is_done_here(
    check: Check, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(_: str) -> NoReturn:
        raise ValueError("cannot find context for 'fork'")

    monkeypatch.setattr(multiprocessing, "get_context", none)
    assert len(check("a", "b", "c")) == 3
    assert processes(log) == {str(os.getpid())}


def test_what_comes_before_a_faulty_configuration_is_reported(check: Check, tmp_path: Path) -> None:
    check()
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/copydesk.toml").write_text("selcet = []\n")
    names = ("a.txt", "b.txt", "c.txt", "sub/d.txt", "e.txt")
    for name in names:
        (tmp_path / name).write_text(name)
    reports = Session(ConfigTree(), 2).check(Article.at(tmp_path / name) for name in names)
    assert [next(reports), next(reports), next(reports)]
    with pytest.raises(CopydeskError, match="selcet"):
        next(reports)


def test_no_process_outlives_the_session(check: Check) -> None:
    check(*"abcdef")
    assert not multiprocessing.active_children()


def test_the_output_is_the_same(desk: Desk) -> None:
    for number in range(70):
        desk.write(f"{number}.txt", f"We saw the the cat number {number}.")
    alone, many = (desk.run("check", "--isolated", "-j", jobs, ".") for jobs in ("1", "4"))
    assert (many.status, many.out) == (alone.status, alone.out)
    assert alone.out.count("doubled-word") == 70
