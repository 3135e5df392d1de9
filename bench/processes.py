"""What a process takes."""

import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
OURS = (sys.executable, "-c", "from copydesk.cli import main; main()")
"""The command that runs copydesk, as the installed program does."""


class Cost(NamedTuple):
    """What a process took, those that it waited for included, and how it ended."""

    seconds: float
    megabytes: float
    status: int = 0


def spent(command: Sequence[str | Path]) -> Cost:
    """What a command takes in CPU seconds and memory; what it prints is thrown away.

    Python's bytecode is kept, as an installed program has it.
    """
    environment = {name: v for name, v in os.environ.items() if name != _NO_BYTECODE}
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode)


def python(*arguments: str | Path) -> Cost:
    """What Python takes to run something."""
    cost = spent((sys.executable, *arguments))
    if cost.status not in {0, 1}:
        sys.exit(f"exit {cost.status}: {arguments}")
    return cost


def copydesk(*arguments: str | Path) -> Cost:
    """What a run of copydesk takes."""
    return python(*OURS[1:], *arguments)


def middle(costs: Iterable[Cost]) -> Cost:
    """The median of each measure."""
    seconds, megabytes, _ = zip(*costs, strict=True)
    return Cost(median(seconds), median(megabytes))
