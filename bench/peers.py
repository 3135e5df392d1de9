"""Runs other linters that are installed over the same files, by turns with copydesk."""

import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.processes import Cost, middle, spent

_LINGOTWEAKER = (
    "import sys, lt_py; engine = lt_py.Engine('en-US')\n"
    "for name in sys.argv[1:]:\n"
    "    with open(name, encoding='utf-8') as file:\n"
    "        found = engine.check(file.read())"
)


class Peer(NamedTuple):
    """A linter: the names its program goes by, and what stands before the files.

    Attributes:
        programs: The names of the program, the first that is there is taken.
        arguments: Its arguments.
        statuses: How it ends if all is well.
        module: What its Python must be able to import.
    """

    programs: tuple[str, ...]
    arguments: tuple[str, ...] = ()
    statuses: frozenset[int] = frozenset({0, 1})
    module: str = ""


PEERS = {
    "harper-cli": Peer(("harper-cli", "harper"), ("lint", "--no-color")),
    "lingotweaker": Peer(("python", "python3"), ("-c", _LINGOTWEAKER), module="lt_py"),
    "proselint": Peer(("proselint",), ("check",)),
    "write-good": Peer(("write-good",), statuses=frozenset(range(256))),  # counts its findings
    "textlint, write-good alone": Peer(("textlint",), ("--rule", "write-good")),
    "alex": Peer(("alex",)),
    "codespell": Peer(("codespell",), statuses=frozenset({0, 65})),
    "typos": Peer(("typos",), statuses=frozenset({0, 2})),
}

Commands = Mapping[str, tuple[str, ...]]


def installed(folders: Iterable[Path]) -> dict[str, tuple[str, ...]]:
    """The command of each linter that is in one of the folders or on the path."""
    places = [*map(str, folders), None]
    found = ((name, _command(peer, places)) for name, peer in PEERS.items())
    return {name: command for name, command in found if command}


def _command(peer: Peer, places: Sequence[str | None]) -> tuple[str, ...]:
    for place in places:
        for program in peer.programs:
            path = shutil.which(program, path=place)
            if path and (not peer.module or _has_module(path, peer.module)):
                return (path, *peer.arguments)
    return ()


def _has_module(interpreter: str, module: str) -> bool:
    command = (interpreter, "-c", f"import {module}")
    return subprocess.run(command, check=False, stderr=subprocess.DEVNULL).returncode == 0


def comparison(files: Sequence[Path], words: int, commands: Commands, repeat: int) -> Iterator[str]:
    """The lines of a table: what each command takes for one file and for all of them.

    The ratios are to the first of them. Linters that are not there are named.
    """
    samples = _samples(commands, files, repeat)
    yield "| linter | start, CPU s | all files, CPU s | words/s | time, first = 1 | peak MB |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    base = middle(next(iter(samples.values()))[1]).seconds
    for name, (one, many) in samples.items():
        if fault := _fault(name, (*one, *many)):
            yield f"| {name} | {fault} | | | | |"
            continue
        start, cost = middle(one).seconds, middle(many)
        yield (
            f"| {name} | {start:.2f} | {cost.seconds:.2f} | {words / cost.seconds:,.0f}"
            f" | {cost.seconds / base:.1f} | {cost.megabytes:.0f} |"
        )
    if absent := PEERS.keys() - commands.keys():
        yield f"\nNot installed: {', '.join(sorted(absent))}."


def _samples(
    commands: Commands, files: Sequence[Path], repeat: int
) -> dict[str, tuple[list[Cost], list[Cost]]]:
    """What each command takes for the first file and for all, several times by turns."""
    samples: dict[str, tuple[list[Cost], list[Cost]]] = {name: ([], []) for name in commands}
    for _ in range(repeat):  # by turns, so that a busy machine slows all of them
        for name, command in commands.items():
            one, many = samples[name]
            one.append(spent((*command, files[0])))
            many.append(spent((*command, *files)))
    return samples


def _fault(name: str, costs: Iterable[Cost]) -> str:
    """How a linter failed, if it did."""
    statuses = PEERS[name].statuses if name in PEERS else frozenset({0, 1})
    bad = {cost.status for cost in costs} - statuses
    return f"failed with status {min(bad)}" if bad else ""
