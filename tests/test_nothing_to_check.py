"""A run that checks nothing does not look like a clean one."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from copydesk.cli import cli
from copydesk.config import Config, Layer
from copydesk.errors import CopydeskError
from copydesk.markup import Format, read_text
from copydesk.settings import ConfigTree


def test_no_rule_selected_is_an_error() -> None:
    with pytest.raises(CopydeskError, match="no rule is selected"):
        ConfigTree(Config(), Layer(ignore=("all",))).settings(Path("a.txt"))


def test_an_override_may_switch_all_rules_off_for_its_files(tmp_path: Path) -> None:
    (tmp_path / "copydesk.toml").write_text(
        '[[overrides]]\nfiles = ["old/**"]\nignore = ["all"]\n', "utf-8"
    )
    tree = ConfigTree()
    assert tree.settings(tmp_path / "old" / "a.txt").rules == ()
    assert tree.settings(tmp_path / "a.txt").rules


def test_the_command_line_says_so(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("It is so.\n", "utf-8")
    result = CliRunner().invoke(cli, ["check", "--isolated", "--ignore", "all", str(article)])
    assert result.exit_code == 2
    assert "no rule is selected" in result.stderr


def test_a_page_without_prose_gets_a_note() -> None:
    page = read_text("<html><script>let a = 1</script></html>", markup=Format.HTML)
    assert page.notes == ("holds no prose, so there was nothing to check",)


@pytest.mark.parametrize("source", ["", " \n\n "])
def test_an_empty_file_gets_none(source: str) -> None:
    assert read_text(source).notes == ()
