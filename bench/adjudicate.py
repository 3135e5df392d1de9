"""Shows findings on clean text that nobody has judged, and keeps what the reader says of them.

    python -m bench.adjudicate SHARED [--rule R]... [--corpus C]... [--half dev|test]
                               [--per-rule N] [--sample N] [--list | --record FILE]

SHARED is the data folder. Asks for a verdict on each finding and keeps it at once, so that one may
stop at any time and go on later. `--list` prints the findings instead, each with its rule and
fingerprint, and `--record FILE` takes verdicts on them from a file of lines `rule fingerprint
verdict`, all or, if one is not in order, none. So one may also write verdicts into what `--list`
prints, behind the fingerprints.
"""

import argparse
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple

import click
from copydesk import Document, Span

from bench.checking import Fault, default_rules, findings, rule_of
from bench.corpora import Half, Text, clean_corpora
from bench.verdicts import (
    FILE,
    MEANINGS,
    Judgement,
    Key,
    Verdict,
    Verdicts,
    add_verdicts,
    parse_answers,
    read_verdicts,
)

_AROUND = 240
_CHUNK = 8
_EXAMPLES = 3
_ANSWERS = {
    "r": Judgement.REAL,
    "s": Judgement.STYLE,
    "f": Judgement.FALSE,
    "n": None,
    "q": None,
}
_PROMPT = "(r)eal, (s)tyle, (f)alse, (n)ext, (q)uit"


class Case(NamedTuple):
    """A finding to judge: what it is known by, where it is, and how it looks."""

    key: Key
    corpus: str
    path: str
    message: str
    context: str
    evidence: tuple[str, ...]

    def __str__(self) -> str:
        head = f"{self.key.rule} {self.key.fingerprint} # {self.path}"
        shown = (self.message, self.context, *(f"because {one}" for one in self.evidence))
        return "\n".join((head, *(f"  # {line}" for line in shown)))


def excerpt(document: Document, span: Span, around: int = _AROUND) -> str:
    """A range of the source with what surrounds it, in one line."""
    source, (start, end) = document.source, span
    before, after = source[max(0, start - around) : start], source[end : end + around]
    flagged = source[start:end]
    if len(flagged) > 2 * around:
        flagged = f"{flagged[:around]} … {flagged[-around:]}"
    return f"{before}⟦{flagged}⟧{after}".replace("\r", "").replace("\n", "⏎").replace("\t", "⇥")


def cases(text: Text, corpus: str, rules: frozenset[str]) -> list[Case] | Fault:
    """What some rules find on a text."""
    try:
        document = text.read()
        found = findings(document)
    except Fault as fault:
        return fault
    return [
        Case(
            Key(finding.rule, fingerprint),
            corpus,
            text.name,
            finding.message,
            excerpt(document, finding.span),
            tuple(
                f"{related.message}: {excerpt(document, related.span, _AROUND // 6)}"
                for related in finding.related[:_EXAMPLES]
            ),
        )
        for finding, fingerprint in found
        if finding.rule in rules
    ]


def find_cases(
    shared: Path, rules: frozenset[str], corpora: Iterable[str], half: Half | None
) -> Iterator[Case]:
    """The findings of some rules on clean text, in order; one that comes twice is taken once.

    Raises:
        Fault: A rule crashed.
    """
    wanted, seen = frozenset(corpora), set[Key]()
    with ProcessPoolExecutor(2) as processes:
        for corpus in clean_corpora(shared):
            if wanted and corpus.name not in wanted:
                continue
            texts = [text for text in corpus.texts if half in {None, text.half}]
            work = partial(cases, corpus=corpus.name, rules=rules)
            for found in processes.map(work, texts, chunksize=_CHUNK):
                if isinstance(found, Fault):
                    raise found
                yield from (case for case in found if case.key not in seen)
                seen |= {case.key for case in found}


def sample(found: Sequence[Case], number: int | None, seed: int) -> list[Case]:
    """Some of the findings by chance, or all of them, in order."""
    if number is None or number >= len(found):
        return list(found)
    chance = random.Random(seed)  # noqa: S311  not for secrets
    return [found[i] for i in sorted(chance.sample(range(len(found)), number))]


def sample_by_rule(found: Sequence[Case], number: int | None, seed: int) -> list[Case]:
    """So many findings of each rule by chance, rule by rule."""
    by_rule: dict[str, list[Case]] = {}
    for case in found:
        by_rule.setdefault(case.key.rule, []).append(case)
    return [case for _, cases in sorted(by_rule.items()) for case in sample(cases, number, seed)]


def ask(found: Sequence[Case], path: Path) -> None:
    """Asks for a verdict on each finding and keeps it before the next is shown."""
    for judgement, meaning in MEANINGS.items():
        click.echo(f"{judgement}: {meaning}")
    for number, case in enumerate(found, 1):
        click.echo(f"\n[{number} of {len(found)}] {case}")
        answer = click.prompt(_PROMPT, type=click.Choice([*_ANSWERS]), show_choices=False)
        if answer == "q":
            return
        if said := _ANSWERS[answer]:
            add_verdicts({case.key: Verdict(said, case.corpus)}, path)


def recorded(lines: Iterable[str], found: Iterable[Case]) -> Verdicts:
    """The verdicts in some lines.

    Raises:
        Fault: A line is not in order, or is on no finding there is.
    """
    corpora = {case.key: case.corpus for case in found}
    answers = list(parse_answers(lines))
    if unknown := [" ".join(key) for key, _ in answers if key not in corpora]:
        raise Fault(f"nothing is found that is called {', '.join(unknown)}")
    return {key: Verdict(judgement, corpora[key]) for key, judgement in answers}


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser("python -m bench.adjudicate", description=__doc__)
    made.add_argument("shared", type=Path, metavar="SHARED")
    made.add_argument("--rule", action="append", help="a rule; all that are on by default")
    made.add_argument("--corpus", action="append", help="a set of clean texts; all of them")
    made.add_argument("--half", type=Half, choices=[*Half], help="one half of the texts")
    made.add_argument("--sample", type=int, metavar="N", help="how many by chance; all")
    made.add_argument("--per-rule", type=int, metavar="N", help="how many of each rule; all")
    made.add_argument("--seed", type=int, default=0)
    made.add_argument("--list", action="store_true", help="print the findings and ask nothing")
    made.add_argument("--record", type=Path, metavar="FILE", help="take verdicts from a file")
    made.add_argument("--verdicts", type=Path, default=FILE, help="the file they are kept in")
    return made


def run(options: argparse.Namespace) -> None:
    """Does what the options ask for.

    Raises:
        Fault: A rule, a verdict or an option is faulty.
    """
    rules = frozenset(options.rule or default_rules())
    for name in rules:
        rule_of(name)
    known = read_verdicts(options.verdicts)
    found = find_cases(options.shared, rules, options.corpus or (), options.half)
    if options.record:
        new = recorded(options.record.read_text("utf-8").splitlines(), found)
        add_verdicts(new, options.verdicts)
        click.echo(f"{len(new)} verdicts kept")
        return
    unjudged = [case for case in found if case.key not in known]
    chosen = sample_by_rule(unjudged, options.per_rule, options.seed)
    chosen = sample(chosen, options.sample, options.seed)
    if options.list:
        click.echo("\n\n".join(map(str, chosen)))
    else:
        ask(chosen, options.verdicts)


def main(arguments: Sequence[str] | None = None) -> int:
    try:
        run(parser().parse_args(arguments))
    except Fault as fault:
        click.echo(fault, err=True)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
