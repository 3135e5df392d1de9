"""What several tests build, once."""

import gc
import signal
import subprocess
import sys
from pathlib import Path

import hypothesis
import pytest
from desk import Desk

ROOT = Path(__file__).resolve().parents[1]

# In the background of a shell a process ignores Ctrl-C, and so would those that the tests start.
signal.signal(signal.SIGINT, signal.default_int_handler)

# A busy machine is no fault of the code; what must not take long is tested by its growth.
hypothesis.settings.register_profile(
    "steady", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("steady")


@pytest.fixture(autouse=True)
def small_heap() -> None:
    """Spares tests of growth the collector's walk through what all tests before them left."""
    gc.freeze()


@pytest.fixture(scope="session")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source distribution of this checkout and the wheel built from that."""
    folder = tmp_path_factory.mktemp("distributions")
    build = (sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT)
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    return folder


@pytest.fixture
def source_tree(distributions: Path, tmp_path: Path) -> Path:
    """The source distribution, unpacked: a copy of this checkout to change at will."""
    (archive,) = distributions.glob("*.tar.gz")
    # In a process of its own, for how to unpack safely differs between versions of Python.
    subprocess.run((sys.executable, "-m", "tarfile", "-e", archive, tmp_path), check=True)
    return tmp_path / archive.name.removesuffix(".tar.gz")


@pytest.fixture
def desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Desk:
    """An empty folder that is the current one, out of reach of the user's own settings."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("NO_COLOR", "FORCE_COLOR", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    return Desk(folder, monkeypatch, capsys)
