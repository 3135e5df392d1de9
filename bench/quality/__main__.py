"""Measures the rules and writes `docs/quality.md` and `docs/quality.json`.

    python -m bench.quality SHARED [--per-class N] [--limit N] [--workers N] [--output FOLDER]

SHARED is the data folder. Prints the page as well. Exits with 2, and writes nothing, if a rule, a
class of damage or a table is faulty; all faults are named.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from bench.checking import Fault
from bench.corpora import Corpus, clean_corpora
from bench.quality import annotated, clean, damaged
from bench.quality.figures import figures
from bench.quality.page import page
from bench.quality.results import Data, Results, pair
from bench.verdicts import FILE, read_verdicts

T = TypeVar("T")

SEED = 20261122
PER_CLASS = 60
DOCS = Path(__file__).resolve().parents[2] / "docs"


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser("python -m bench.quality", description=__doc__)
    made.add_argument("shared", type=Path, metavar="SHARED")
    made.add_argument("--per-class", type=int, default=PER_CLASS, help="places damaged per half")
    made.add_argument("--limit", type=int, help="the most texts of each clean set")
    made.add_argument("--workers", type=int, default=2)
    made.add_argument("--seed", type=int, default=SEED)
    made.add_argument("--verdicts", type=Path, default=FILE)
    made.add_argument("--output", type=Path, default=DOCS)
    return made


def measure(options: argparse.Namespace) -> Results:
    """Measures everything.

    Raises:
        ExceptionGroup: Something is faulty, all that was found.
    """
    faults: list[Fault] = []
    verdicts = read_verdicts(options.verdicts)
    corpora = clean_corpora(options.shared, options.limit)
    annotations = options.shared / "material/annotations.tsv"
    kinds = annotated.read_kinds()
    with Clock("annotated damage"):
        outcomes = list(annotated.outcomes(annotations))
    with Clock("clean text"):
        parts = sound(clean.measure(corpora, verdicts, options.seed, options.workers), faults)
    with Clock("damage done by chance"):
        done = damaged.measure(corpora, options.seed, options.per_class, options.workers)
        scores = sound(done, faults)
    if faults:
        raise ExceptionGroup("faults", faults)
    return Results(
        date=f"{datetime.now(UTC):%Y-%m-%d}",
        command=command(options),
        seed=options.seed,
        data=(*map(_data, corpora), _annotations(annotations, outcomes)),
        annotated=list(annotated.scores(outcomes, kinds)),
        hard_negatives=annotated.hard_negatives(outcomes),
        damaged=list(pair(damaged.kinds(), scores)),
        clean=parts,
    )


def sound(found: Iterable[T | Fault], faults: list[Fault]) -> list[T]:
    """What is no fault; the faults go to `faults`."""
    results: list[T] = []
    for one in found:
        if isinstance(one, Fault):
            faults.append(one)
        else:
            results.append(one)
    return results


def command(options: argparse.Namespace) -> str:
    """How to measure it again."""
    words = ["python -m bench.quality SHARED"]
    if options.limit is not None:
        words.append(f"--limit {options.limit}")
    if options.per_class != PER_CLASS:
        words.append(f"--per-class {options.per_class}")
    if options.seed != SEED:
        words.append(f"--seed {options.seed}")
    return " ".join(words)


def _data(corpus: Corpus) -> Data:
    return Data(corpus.name, len(corpus.texts), corpus.digest)


def _annotations(path: Path, outcomes: Sequence[annotated.Outcome]) -> Data:
    texts = sorted({outcome.place.path for outcome in outcomes})
    total = sha256(path.read_bytes())
    for text in texts:
        total.update((path.parent / text).read_bytes())
    return Data("annotated damage", len(texts), total.hexdigest()[:12])


class Clock:
    """Tells on the error output how long a part took."""

    def __init__(self, part: str) -> None:
        self._part = part

    def __enter__(self) -> None:
        self._start = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        print(f"{self._part}: {time.perf_counter() - self._start:.0f} s", file=sys.stderr)


def main(arguments: Sequence[str] | None = None) -> int:
    options = parser().parse_args(arguments)
    try:
        results = measure(options)
    except Fault as fault:
        print(fault, file=sys.stderr)
        return 2
    except ExceptionGroup as group:
        print(*group.exceptions, sep="\n", file=sys.stderr)
        return 2
    text = page(results)
    print(text, end="")
    (options.output / "quality.md").write_text(text, "utf-8")
    data = json.dumps(figures(results), indent=1, ensure_ascii=False)
    (options.output / "quality.json").write_text(f"{data}\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
