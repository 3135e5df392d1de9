"""What a run does not load, because a hook runs on every commit and an editor on every save."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = frozenset(
    "importlib.metadata nltk numpy pathspec pyromark regex rignore textstat turbohtml".split()
)
PROBE = """
import sys
before = set(sys.modules)
from copydesk.cli import cli
try:
    cli.main(sys.argv[1:], standalone_mode=False)
finally:
    print(*sorted(set(sys.modules) - before), file=sys.stderr)
"""
ARTICLE = """\
The council closed the bridge on Monday after the flood. Engineers said that two of its piers had
moved.

"We will not open it before the spring," the mayor, Ann Lee, said. She did not say what the repair
would cost.
"""


def modules_loaded_by(*arguments: str | Path) -> set[str]:
    """The modules that a run of copydesk imports."""
    command = (sys.executable, "-c", PROBE, *arguments)
    process = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    return set(process.stderr.splitlines()[-1].split())


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


def test_help_loads_nothing_heavy() -> None:
    loaded = modules_loaded_by("--help")
    assert "click" in loaded
    assert not loaded & HEAVY
    assert "copydesk.engine" not in loaded


def test_a_check_of_a_plain_text_loads_nothing_heavy(article: Path) -> None:
    loaded = modules_loaded_by("check", "--isolated", article)
    assert "copydesk.rules.phrasing.doubled_word" in loaded
    assert not loaded & HEAVY


@pytest.mark.parametrize(
    ("suffix", "parser"), [(".txt", None), (".md", "pyromark"), (".html", "turbohtml")]
)
def test_a_parser_is_loaded_for_its_own_format(
    article: Path, suffix: str, parser: str | None
) -> None:
    path = article.rename(article.with_suffix(suffix))
    loaded = modules_loaded_by("check", "--isolated", path)
    assert loaded & {"pyromark", "turbohtml"} == ({parser} if parser else set())


def test_a_format_is_loaded_when_it_is_asked_for(article: Path) -> None:
    formats = {f"copydesk.reporters.{name}" for name in ("concise", "full", "html", "json")}
    for output_format in ("concise", "html"):
        loaded = modules_loaded_by("check", "--isolated", article, "--output-format", output_format)
        assert loaded & formats == {f"copydesk.reporters.{output_format}"}
        assert ("html" in loaded) == ("hashlib" in loaded) == (output_format == "html")
        assert not loaded & HEAVY
