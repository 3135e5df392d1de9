"""The hook, run by the real pre-commit on a scratch repository.

Nothing is downloaded: the hook's environment borrows what copydesk needs from the one that runs the
tests. Everything else is as a user has it: pre-commit clones the repository, builds it with pip and
runs what the manifest says on what it says.
"""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

pytest.importorskip("pre_commit", reason="pre-commit is not installed: pip install -e '.[test]'")

ROOT = Path(__file__).resolve().parents[1]
DAMAGED = "The bridge was closed on the the Monday after the flood .\n"
CLEAN = "The bridge was closed on the Monday after the flood.\n"
CONFIGURATION = """\
repos:
  - repo: {repository}
    rev: {revision}
    hooks:
      - id: copydesk
        args: [--select, doubled-word]
"""


class Repository:
    """A git repository, and pre-commit run in it."""

    def __init__(self, folder: Path, home: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.folder = folder
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
            "PRE_COMMIT_HOME": str(home),
            "PIP_NO_INDEX": "1",
            "PIP_NO_DEPS": "1",
            "PIP_NO_BUILD_ISOLATION": "0",  # pip reads it as the value of `build_isolation`
        }
        self.git("init", "--quiet")

    def git(self, *arguments: str) -> str:
        """Runs git and returns what it prints."""
        return self._run("git", *arguments, check=True).stdout.strip()

    def commit(self) -> str:
        """Commits everything and returns the revision."""
        self.git("add", "--all")
        author = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        self.git(*author, "-c", "commit.gpgsign=false", "commit", "--quiet", "-m", "All", "-n")
        return self.git("rev-parse", "HEAD")

    def pre_commit(self, *arguments: str, path: str = "") -> subprocess.CompletedProcess[str]:
        """Runs pre-commit, with `path` as the Python path."""
        return self._run(
            sys.executable, "-m", "pre_commit", *arguments, env={"PYTHONPATH": path} if path else {}
        )

    def _run(
        self, *command: str, env: dict[str, str] | None = None, check: bool = False
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self._environment | (env or {}),
            check=check,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )


@pytest.fixture
def repository(source_tree: Path, tmp_path: Path) -> Repository:
    """A repository of articles with the hook installed."""
    home = tmp_path / "home"
    revision = Repository(source_tree, home).commit()
    repository = Repository(tmp_path / "articles", home)
    configuration = CONFIGURATION.format(repository=source_tree.as_uri(), revision=revision)
    (repository.folder / ".pre-commit-config.yaml").write_text(configuration, "utf-8")
    repository.git("add", "--all")
    site = sysconfig.get_path("purelib")
    installed = repository.pre_commit("install-hooks", path=site)  # hatchling builds copydesk
    assert installed.returncode == 0, installed.stdout + installed.stderr
    (packages,) = home.glob("repo*/py_env-*/lib/python*/site-packages")
    (packages / "borrowed.pth").write_text(f"{site}\n", "utf-8")
    return repository


def test_the_hook_checks_articles_and_nothing_else(repository: Repository) -> None:
    articles = ("story.txt", "page.md", "index.html")
    others = ("README", "LICENSE", "requirements-dev.txt", "code.py", "data.json")
    for name in (*articles, *others, "draft.txt"):
        (repository.folder / name).write_text(DAMAGED, "utf-8")
    (repository.folder / "copydesk.toml").write_text('exclude = ["draft.txt"]\n', "utf-8")
    repository.git("add", "--all")

    run = repository.pre_commit("run")
    assert run.returncode == 1, run.stdout + run.stderr
    assert "- exit code: 1" in run.stdout
    for name in articles:
        assert f"{name}:1:26" in run.stdout
    for name in (*others, "draft.txt"):
        assert name not in run.stdout

    for name in articles:
        (repository.folder / name).write_text(CLEAN, "utf-8")
    repository.git("add", "--all")
    run = repository.pre_commit("run")
    assert run.returncode == 0, run.stdout + run.stderr
    assert "Passed" in run.stdout


def test_our_own_configuration_is_valid(tmp_path: Path) -> None:
    repository = Repository(tmp_path, tmp_path / "home")
    for command, name in (
        ("validate-config", ".pre-commit-config.yaml"),
        ("validate-manifest", ".pre-commit-hooks.yaml"),
    ):
        validated = repository.pre_commit(command, str(ROOT / name))
        assert validated.returncode == 0, validated.stdout + validated.stderr
