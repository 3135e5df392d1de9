"""Measures the phrasing rules.

    python -m bench.garble SHARED [--split dev|test] [--per-class N] [--only a1]... [--missed]

SHARED is the data folder.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.checking import Fault
from bench.corpora import Half
from bench.garble import recall
from bench.quality.statistics import wilson

SEED = 20261122
PER_CLASS = 200


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser("python -m bench.garble", description=__doc__)
    made.add_argument("shared", type=Path, metavar="SHARED")
    made.add_argument("--split", type=Half, choices=[*Half], default=Half.DEV)
    made.add_argument("--per-class", type=int, default=PER_CLASS, help="places damaged")
    made.add_argument("--only", action="append", default=[], help="a class, such as a1")
    made.add_argument("--missed", action="store_true", help="show what is missed, on dev alone")
    made.add_argument("--seed", type=int, default=SEED)
    return made


def show_recall(options: argparse.Namespace) -> None:
    """Prints the recall of each class, and their mean."""
    scores: list[recall.Score] = []
    print(f"Recall on garbled sentences, {options.split}\n")
    print("| class | places | phrasing rules | any default rule | by rule |")
    print("| --- | ---: | ---: | ---: | --- |")
    measured = recall.measure(
        options.shared, options.split, options.seed, options.per_class, options.only
    )
    for one in measured:
        scores.append(one)
        low, high = wilson(one.found, one.tried)
        rules = ", ".join(f"{rule} {number}" for rule, number in one.by_rule.most_common(5))
        share = f"{one.recall:.2f} ({low:.2f}–{high:.2f})"
        print(
            f"| {one.name} | {one.tried} | {share} | {one.recall_of_any:.2f} | {rules} |",
            flush=True,
        )
        if options.missed and options.split is Half.DEV:
            print(*(f"    {place}" for place in one.missed), sep="\n")
    macro = sum(one.recall for one in scores) / len(scores)
    macro_any = sum(one.recall_of_any for one in scores) / len(scores)
    print(f"| macro over {len(scores)} | | {macro:.3f} | {macro_any:.3f} | |\n")


def main(arguments: Sequence[str] | None = None) -> int:
    options = parser().parse_args(arguments)
    try:
        show_recall(options)
    except Fault as fault:
        print(fault, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
