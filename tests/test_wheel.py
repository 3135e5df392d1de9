"""What copydesk puts on a machine, and that it works there without the checkout.

Nothing is downloaded: the environments borrow what copydesk needs from the one that runs the tests.
"""

import json
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
SEED = next((ROOT / "seeds").glob("*.txt"))


class Environment:
    """A virtual environment of its own."""

    def __init__(self, folder: Path) -> None:
        venv.EnvBuilder(with_pip=False, symlinks=True).create(folder)
        base = {"base": str(folder), "platbase": str(folder)}
        self.scripts = Path(sysconfig.get_path("scripts", "venv", base))
        self.site = Path(sysconfig.get_path("purelib", "venv", base))
        self._folder = folder
        # A path file named in a path file is not read, so an editable copydesk stays behind.
        borrowed = f"{sysconfig.get_path('purelib')}\n{sysconfig.get_path('platlib')}\n"
        (self.site / "borrowed.pth").write_text(borrowed, "utf-8")

    def pip(self, *arguments: str | Path) -> None:
        """Runs the pip that runs the tests."""
        python = self.scripts / "python"
        command = [sys.executable, "-m", "pip", "--quiet", "--python", python, *arguments]
        subprocess.run(command, check=True)

    def install(self, *arguments: str | Path) -> None:
        """Installs something without what it depends on and without an index."""
        self.pip("install", "--no-index", "--no-deps", "--no-build-isolation", *arguments)

    def copydesk(self, *arguments: str | Path) -> str:
        """What the installed command prints, run from a folder that has nothing to do with it."""
        return output_of(self.scripts / "copydesk", *arguments, cwd=self._folder)

    def installed(self) -> set[str]:
        """The names in site-packages, except the one that was there to begin with."""
        return {path.name for path in self.site.iterdir()} - {"borrowed.pth"}


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, check=False, cwd=cwd, capture_output=True, text=True, encoding="utf-8"
    )


def output_of(*command: str | Path, cwd: Path) -> str:
    process = run(*command, cwd=cwd)
    assert process.returncode in {0, 1}, process.stderr
    return process.stdout


def checkout_copydesk(*arguments: str | Path, cwd: Path) -> str:
    """What the copydesk that runs the tests prints."""
    return output_of(sys.executable, "-m", "copydesk", *arguments, cwd=cwd)


def files_in(folder: Path) -> set[Path]:
    """The files of a folder, relative to it, without what tools have cached there."""
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path for path in files if not any(p.startswith((".", "__py")) for p in path.parts)}


def findings(output: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(output)["findings"]
    return found


@pytest.fixture(scope="module")
def wheel(distributions: Path) -> Path:
    (path,) = distributions.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    environment = Environment(tmp_path_factory.mktemp("installed"))
    environment.install(wheel)
    return environment


def test_only_copydesk_is_installed(environment: Environment) -> None:
    names = environment.installed()
    (metadata,) = (name for name in names if name.endswith(".dist-info"))
    assert names == {"copydesk", metadata}
    assert metadata.startswith("copydesk-")


def test_every_file_of_the_checkout_is_installed_and_no_other(environment: Environment) -> None:
    rules = {Path("rules") / path for path in files_in(ROOT / "rules")}
    engine = files_in(ROOT / "lint/copydesk")
    assert files_in(environment.site / "copydesk") == engine | rules


def test_the_licences_go_along(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    licences = {Path(name).name for name in names if ".dist-info/licenses/" in name}
    assert licences == {"LICENSE", *(path.name for path in (ROOT / "LICENSES").iterdir())}


def test_the_installed_rules_are_those_of_the_checkout(
    environment: Environment, tmp_path: Path
) -> None:
    listed = environment.copydesk("rules")
    assert listed == checkout_copydesk("rules", cwd=tmp_path)
    modules = [path for path in (ROOT / "rules").rglob("*.py") if path.stem != "__init__"]
    assert sum(line.startswith("  ") for line in listed.splitlines()) == len(modules)


def test_the_installed_copydesk_finds_what_the_checkout_finds(
    environment: Environment, tmp_path: Path
) -> None:
    check = ("check", "--isolated", "--select", "all", "--output-format", "json", SEED)
    found = findings(environment.copydesk(*check))
    assert found
    assert found == findings(checkout_copydesk(*check, cwd=tmp_path))


def test_a_page_is_printed_from_the_wheel(environment: Environment) -> None:
    page = environment.copydesk("rule", "doubled-word")
    assert page == (ROOT / "rules/phrasing/doubled_word.md").read_text("utf-8")


def test_uninstalling_leaves_nothing(wheel: Path, tmp_path: Path) -> None:
    environment = Environment(tmp_path)
    environment.install(wheel)
    environment.copydesk("--version")
    environment.pip("uninstall", "--yes", "copydesk")
    assert environment.installed() == set()
    assert not list(environment.scripts.glob("copydesk*"))


def test_a_plugin_is_found_and_runs(wheel: Path, source_tree: Path, tmp_path: Path) -> None:
    environment = Environment(tmp_path / "environment")
    environment.install(wheel, source_tree / "tests/example_plugin")
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "copydesk.toml").write_text('plugins = ["gazette-copydesk"]\n', "utf-8")
    article = articles / "bridge.txt"
    article.write_text("The mayor told Gazette on Monday that the bridge was safe.\n", "utf-8")
    check = ("check", "--output-format", "json", article)

    assert "house-name" in environment.copydesk("rules")
    assert environment.copydesk("rule", "house-name").startswith("# house-name\n")
    found = findings(environment.copydesk(*check))
    assert [(f["rule"], f["text"], f["severity"]) for f in found] == [
        ("house-name", "Gazette", "error")
    ]

    environment.pip("uninstall", "--yes", "gazette-copydesk")
    assert "house-name" not in environment.copydesk("rules")
    process = run(environment.scripts / "copydesk", *check, cwd=tmp_path)
    assert process.returncode == 2
    assert "plug-in 'gazette-copydesk' is not installed" in process.stderr


def test_an_editable_install_sees_a_new_rule(source_tree: Path, tmp_path: Path) -> None:
    environment = Environment(tmp_path / "environment")
    environment.install("--editable", source_tree)
    assert "house-name" not in environment.copydesk("rules")

    plugin = source_tree / "tests/example_plugin/gazette_copydesk"
    for suffix in (".py", ".md"):
        new = source_tree / "rules/phrasing/house_name"
        (plugin / "house_name").with_suffix(suffix).rename(new.with_suffix(suffix))
    assert "house-name" in environment.copydesk("rules")
    found = environment.copydesk("check", "--isolated", "--select", "house-name", SEED)
    assert "No findings" in found
