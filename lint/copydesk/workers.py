"""Lets several processes run rules over articles at once."""

import os
import signal
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.document import Document
from copydesk.engine import Crash, Found, find
from copydesk.rule import Finding
from copydesk.settings import ConfigTree

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

_Results = list[tuple[tuple[Finding, ...], list[Crash]]]
Promise = Callable[[], Sequence[Found]]
"""Gives what was found, as soon as it is there."""


def usable_cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


class Workers:
    """Processes that begin as copies of this one, once it has read the tables that rules need.

    Where no process can be started, or one ends before its time, what it was to do is done here:
    how many there are never changes what is found.
    """

    def __init__(self, configs: ConfigTree, jobs: int) -> None:
        """Starts nothing before there are two groups of articles.

        Args:
            configs: What tells the rules for an article.
            jobs: How many processes at most; with 1 all is done here.
        """
        self._configs = configs
        self._jobs = jobs
        self._is_warm = False
        self._pool: ProcessPoolExecutor | None = None

    @property
    def ahead(self) -> int:
        """How many groups are worth being begun before the result of the first is asked for."""
        return 2 * self._jobs if self._pool else 0

    def begin(self, path: Path, documents: Sequence[Document]) -> Promise:
        """Begins to run the rules for `path` over documents."""
        if self._is_warm and self._jobs > 1 and not self._pool:
            self._pool = _started(self._configs, self._jobs)
        self._is_warm = True
        if self._pool:
            try:
                return self._promise(self._pool.submit(_find, path, documents), path, documents)
            except RuntimeError:  # a process has ended before its time
                self._jobs = 1
        found = self._find_here(path, documents)
        return lambda: found

    def close(self) -> None:
        """Ends the processes; what they have not begun is dropped."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _promise(
        self, future: "Future[_Results]", path: Path, documents: Sequence[Document]
    ) -> Promise:
        def found() -> Sequence[Found]:
            try:
                results = future.result()
            except Exception:  # noqa: BLE001  whatever went wrong there: here nothing is lost
                return self._find_here(path, documents)
            pairs = zip(documents, results, strict=True)
            return [Found(document, dict.fromkeys(f), crashes) for document, (f, crashes) in pairs]

        return found

    def _find_here(self, path: Path, documents: Sequence[Document]) -> Sequence[Found]:
        return find(documents, self._configs.settings(path).rules)


def _started(configs: ConfigTree, jobs: int) -> "ProcessPoolExecutor | None":
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  only many files need it
    from multiprocessing import get_context  # noqa: PLC0415

    try:
        return ProcessPoolExecutor(jobs, get_context("fork"), _keep, (configs,))
    except (OSError, NotImplementedError, ValueError):  # no semaphores, or no fork
        return None


_kept: list[ConfigTree] = []
"""What a process knows by being a copy of another."""


def _keep(configs: ConfigTree) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends the others
    _kept.append(configs)


def _find(path: Path, documents: Sequence[Document]) -> _Results:
    (configs,) = _kept
    found = find(documents, configs.settings(path).rules)
    return [(tuple(one.findings), one.crashes) for one in found]
