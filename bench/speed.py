"""Measures how fast copydesk is: whole runs, single rules, start-up, memory.

    python -m bench.speed [SOURCE] [--megabytes N] [--repeat N] [--peers [FOLDER...]]

SOURCE is a file of JSON Lines with `paras`, plain or xz-compressed, a text file or a folder of text
files; the seeds by default. Its articles are written as a file each, for to check two that are cut
in the middle and put together is other work, and all as one large file as well. Times are CPU
seconds of a process of its own, which does without others; medians. Prints Markdown. With `--peers`
it compares copydesk with other linters instead: those found in the folders or on the path are run
over the first of the small files, by turns in the same run; the others are named.
"""

import argparse
import json
import lzma
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import NamedTuple, ParamSpec

from copydesk import Document, Rule
from copydesk.markup import read_text
from copydesk.registry import builtin_rules

from bench.peers import comparison, installed
from bench.processes import OURS, Cost, copydesk, middle, python

P = ParamSpec("P")

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
SMALL = 5_000
"""Characters of a text file that are taken for an article, about as many as news have."""
CHECK = ("check", "--isolated", "--output-format=concise", "--jobs=1")
HYGIENE = "mechanics,residue,repetition,consistency,quotation"
RULE_SETS: dict[str, tuple[str, ...]] = {
    "hygiene": ("--select", HYGIENE),
    "phrasing": ("--select", "phrasing"),
    "default rules": (),
}
STARTS = 15
PEER_FILES = 100
"""How many files the other linters are given, some of which take a fifth of a second each."""


class Texts(NamedTuple):
    """One text in small files and in a single one."""

    words: int
    small: Path
    large: Path
    files: int


def articles(source: Path) -> Iterator[str]:
    """The articles of the source, in order."""
    if source.is_dir():
        for path in sorted(source.rglob("*.txt")):
            yield from articles(path)
    elif ".jsonl" in source.name:
        opened = lzma.open if source.suffix == ".xz" else open
        with opened(source, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield "\n\n".join(json.loads(line)["paras"])
    else:
        yield from _parts(source.read_text("utf-8", "replace").split("\n\n"))


def _parts(paragraphs: Iterable[str]) -> Iterator[str]:
    """Paragraphs on end, of about `SMALL` characters together."""
    part: list[str] = []
    for paragraph in paragraphs:
        part.append(paragraph.strip())
        if sum(map(len, part)) >= SMALL:
            yield "\n\n".join(part)
            part = []
    if part:
        yield "\n\n".join(part)


def up_to(size: int, source: Path) -> Iterator[str]:
    """The first articles of the source, about `size` characters in all; a short one is repeated."""
    for article in cycle(articles(source)):
        yield article
        size -= len(article)
        if size <= 0:
            return


def write(texts: Sequence[str], folder: Path) -> Texts:
    """Writes the texts both ways."""
    small, large = folder / "small", folder / "large.txt"
    small.mkdir()
    for number, text in enumerate(texts):
        (small / f"{number:06}.txt").write_text(text, "utf-8")
    large.write_text("\n\n".join(texts), "utf-8")
    return Texts(sum(len(text.split()) for text in texts), small, large, len(texts))


def start_up(text: str, folder: Path) -> str:
    """The table of start-up times."""
    runs: dict[str, tuple[str | Path, ...]] = {"`copydesk --version`": ("--version",)}
    for suffix in (".txt", ".md", ".html"):
        article = folder / f"start{suffix}"
        article.write_text(text, "utf-8")
        runs[f"`copydesk check`, one small {suffix} file"] = ("check", "--isolated", article)
    samples: dict[str, list[Cost]] = {name: [] for name in runs}
    empty: list[Cost] = []
    for _ in range(STARTS + 1):  # by turns, so that a busy machine slows all of them
        empty.append(python("-c", "pass"))
        for name, arguments in runs.items():
            samples[name].append(copydesk(*arguments))
    bare = middle(empty[1:]).seconds
    table = [f"| CPU above an empty interpreter ({bare * 1000:.0f} ms) | ms |", "| --- | ---: |"]
    costs = {name: middle(costs[1:]).seconds for name, costs in samples.items()}
    table += (f"| {name} | {(seconds - bare) * 1000:.0f} |" for name, seconds in costs.items())
    return "\n".join(table)


def whole_runs(texts: Texts, repeat: int) -> str:
    """The table of whole runs, from files to findings printed, less what one small file takes."""
    first = min(texts.small.iterdir())
    samples: dict[tuple[str, Path], list[Cost]] = {}
    for _ in range(repeat):  # by turns, as above
        for name, selection in RULE_SETS.items():
            for path in (first, texts.small, texts.large):
                cost = copydesk(*CHECK, *selection, path)
                samples.setdefault((name, path), []).append(cost)
    columns = [
        run_column(texts, *(samples[name, path] for path in (first, texts.small, texts.large)))
        for name in RULE_SETS
    ]
    table = [f"| whole runs | {' | '.join(RULE_SETS)} |", f"| --- |{' ---: |' * len(RULE_SETS)}"]
    table += (f"| {row} | {' | '.join(column[row] for column in columns)} |" for row in columns[0])
    return "\n".join(table)


def run_column(
    texts: Texts, first: Sequence[Cost], small: Sequence[Cost], large: Sequence[Cost]
) -> dict[str, str]:
    """The figures of one set of rules."""
    files, words = texts.files, texts.words
    start = middle(first).seconds
    many, one = middle(small).seconds - start, middle(large).seconds - start
    return {
        f"words/s, {files:,} files": f"{words / many:,.0f}",
        f"files/s, {files:,} files": f"{files / many:,.0f}",
        "words/s, one file": f"{words / one:,.0f}",
        "time per word, one file : many files": f"{one / many:.2f}",
        f"peak memory, {files:,} files": f"{middle(small).megabytes:.0f} MB",
        "peak memory, one file": f"{middle(large).megabytes:.0f} MB",
    }


def beside_peers(texts: Texts, places: Sequence[Path], repeat: int) -> str:
    """The table of what copydesk and other linters take for the same files."""
    files = sorted(texts.small.iterdir())[:PEER_FILES]
    words = sum(len(file.read_text("utf-8").split()) for file in files)
    ours = {f"copydesk, {name}": OURS + CHECK + options for name, options in RULE_SETS.items()}
    commands = ours | installed(places)
    head = f"{len(files)} files, {words:,} words:\n"
    return "\n".join([head, *comparison(files, words, commands, repeat)])


def single_rules(texts: Sequence[str], repeat: int) -> str:
    """The table of what each rule takes, in microseconds per word, and how fast it is alone."""
    rules = [rule() for rule in builtin_rules().values()]
    joined = ["\n\n".join(texts)]
    warm = prepared(texts)
    for rule in rules:
        run(rule, warm)
    words = sum(len(text.split()) for text in texts)

    def cost(measure: Callable[[], float]) -> float:
        return median(measure() for _ in range(repeat))

    def cell(measure: Callable[[], float]) -> str:
        return f"{cost(measure) * 1e6 / words:.3f}"

    def row(rule: Rule) -> str:
        alone = max(1e-6, cost(lambda: seconds(run, rule, prepared(texts))))
        beside = cell(lambda: seconds(run, rule, warm))
        in_one_file = cell(lambda: seconds(run, rule, prepared(joined)))
        speed = f"{words / alone:,.0f} | {len(texts) / alone:,.0f}"
        name = rule.name if rule.default else f"{rule.name} (off)"
        return f"| {name} | {alone * 1e6 / words:.3f} | {beside} | {in_one_file} | {speed} |"

    many, one = (cell(lambda: seconds(prepared, texts)), cell(lambda: seconds(prepared, joined)))
    head = "| rule | alone | beside the others | alone, in one file | words/s | files/s |"
    ruler = "| --- | ---: | ---: | ---: | ---: | ---: |"
    reading = f"| (blocks, sentences, tokens) | {many} | | {one} | | |"
    return "\n".join([head, ruler, reading, *map(row, rules)])


def prepared(texts: Iterable[str]) -> list[Document]:
    """Documents with sentences and tokens, but no analysis."""
    documents = [read_text(text) for text in texts]
    for document in documents:
        _ = document.sentences, document.tokens.lowers
    return documents


def run(rule: Rule, documents: Iterable[Document]) -> None:
    """Lets a rule find what it finds in some documents."""
    for document in documents:
        deque(rule.check(document), maxlen=0)


def seconds(work: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> float:
    """How long a call takes."""
    start = time.process_time()
    work(*args, **kwargs)
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", nargs="?", type=Path, default=SEEDS)
    parser.add_argument("--megabytes", type=float, default=5)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--peers", nargs="*", type=Path, metavar="FOLDER")
    options = parser.parse_args()
    texts = list(up_to(int(options.megabytes * 1e6), options.source))
    with tempfile.TemporaryDirectory() as folder:
        written = write(texts, Path(folder))
        if options.peers is not None:
            print(beside_peers(written, options.peers, options.repeat))
            return
        print(start_up(texts[0][:SMALL], Path(folder)), end="\n\n")
        print(whole_runs(written, options.repeat), end="\n\n")
    print("Microseconds per word of each rule: alone, with the analyses that it shares;")
    print("beside the others, when those are made; alone, with all texts in one file.\n")
    print(single_rules(texts[:200], options.repeat))


if __name__ == "__main__":
    main()
