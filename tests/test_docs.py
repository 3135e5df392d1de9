"""What the documentation says is so: links, commands, the list of rules, the worked example."""

import re
import runpy
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest
from copydesk.cli import cli
from copydesk.registry import builtin_rules

ROOT = Path(__file__).resolve().parents[1]
PAGES = [
    *ROOT.glob("*.md"),
    *(page for folder in ("docs", "seeds", "LICENSES") for page in (ROOT / folder).rglob("*.md")),
]
README = ROOT / "README.md"

FENCE = re.compile(r"^(`{3,})(\w*).*\n((?s:.*?))^\1$", re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\((?!\w+:)([^)\s]*)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
CALL = re.compile(r"(?<!from )\bcopydesk ((?:\w|--version)[^\n`|&;#]*)")


@cache
def text_of(page: Path) -> str:
    return page.read_text("utf-8")


def prose_of(page: Path) -> str:
    """A page without its code blocks."""
    return FENCE.sub("", text_of(page))


def anchors(page: Path) -> set[str]:
    """The names of the headings of a page, as GitHub makes them."""
    headings = HEADING.findall(prose_of(page))
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def calls(page: Path) -> Iterator[list[str]]:
    """The calls of copydesk in the code of a page, each as its words."""
    code = [body for _, _, body in FENCE.findall(text_of(page))]
    code += re.findall(r"`([^`\n]+)`", prose_of(page))
    for piece in code:
        for call in CALL.findall(re.sub(r"^#.*", "", piece, flags=re.MULTILINE)):
            yield call.split()


def run_copydesk(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "copydesk", *arguments)
    return subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")


def test_the_list_of_rules_is_fresh() -> None:
    generator = runpy.run_path(str(ROOT / "docs/generate.py"))
    fresh = generator["rules_page"](builtin_rules())
    assert text_of(ROOT / "docs/rules.md") == fresh, "run python docs/generate.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(prose_of(page)):
        path, _, anchor = link.partition("#")
        target = page.parent / path if path else page
        assert target.exists(), f"{link} leads nowhere"
        assert not anchor or anchor in anchors(target), f"{link}: no such heading"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_and_their_options_exist(page: Path) -> None:
    for name, *words in calls(page):
        if name == "--version":
            continue
        assert name in cli.commands
        command = cli.commands[name]
        context = click.Context(command)
        known = {option for p in command.get_params(context) for option in p.opts}
        given = {word.partition("=")[0] for word in words if word.startswith("--")}
        assert given <= known, f"copydesk {name} has no {given - known}"


def test_the_readme_shows_commands() -> None:
    assert ["check", "seeds"] in list(calls(README))


def test_the_continuous_integration_runs_the_test_command_of_the_readme() -> None:
    (command,) = re.findall(r"^.*-m pytest.*$", text_of(README), re.MULTILINE)
    script = text_of(ROOT / ".ci/run").splitlines()
    for part in command.removeprefix("$ ").split(" && "):
        assert part in script


def test_the_source_of_every_data_file_is_named() -> None:
    notices = "".join(text_of(page) for page in (ROOT / "LICENSES").glob("*.md"))
    for path in (ROOT / "lint/copydesk/data").iterdir():
        card = path.with_name(f"{path.name.partition('.')[0]}.md")
        if path != card and "| licence | Apache-2.0, as the code" not in text_of(card):
            assert f"`{path.relative_to(ROOT).as_posix()}`" in notices


def test_the_configuration_in_the_readme_is_valid(tmp_path: Path) -> None:
    (configuration,) = (
        body for _, language, body in FENCE.findall(text_of(README)) if language == "toml"
    )
    (tmp_path / "copydesk.toml").write_text(configuration, "utf-8")
    (tmp_path / "article.txt").write_text("The bridge was closed on Monday.\n", "utf-8")
    process = run_copydesk("check", tmp_path)
    assert process.returncode == 0, process.stdout + process.stderr


def test_the_worked_example_works(tmp_path: Path) -> None:
    guide = text_of(ROOT / "docs/writing-rules.md")
    house_name, bare_rank = (
        body for _, language, body in FENCE.findall(guide) if language == "python"
    )
    (page,) = (body for _, language, body in FENCE.findall(guide) if language == "markdown")
    (tmp_path / "house_name.py").write_text(house_name, "utf-8")
    (tmp_path / "house_name.md").write_text(page, "utf-8")
    (tmp_path / "bare_rank.py").write_text(bare_rank, "utf-8")
    (tmp_path / "bare_rank.md").write_text(BARE_RANK, "utf-8")
    process = run_copydesk("test-rules", tmp_path)
    assert process.returncode == 0, process.stdout + process.stderr
    assert process.stdout.startswith("2 rules tested, 0 faults")


BARE_RANK = """# bare-rank

A rank stands without its article.

## Flagged

```article
She became [[captain]] in May. She had soon become [[chief]].
```

## Accepted

```article
She became a captain. He is editor of a daily. He is editor in chief.
```
"""


def test_the_readme_shows_what_the_seed_really_gives() -> None:
    shown = re.search(r"<!-- seed output -->\n```text\n(.*?)```", text_of(README), re.DOTALL)
    assert shown
    result = subprocess.run(
        (sys.executable, "-m", "copydesk", "check", "--isolated", "seeds"),
        check=False, capture_output=True, text=True, encoding="utf-8", cwd=ROOT,
    )  # fmt: skip
    assert shown[1] == result.stdout
