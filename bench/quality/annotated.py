"""Recall on real damage that people have marked."""

import csv
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from copydesk import Document, Finding, Span
from copydesk.errors import UnreadableError
from copydesk.markup import read_file

from bench.checking import Fault, families, findings, is_default, rule_of
from bench.quality.mapping import overlaps

CLASSES = Path(__file__).with_name("annotated.toml")
HARD_NEGATIVE = "HARD-NEGATIVE"
"""The class of places that look damaged and are not."""


class Kind(NamedTuple):
    """A class of annotated damage.

    Attributes:
        rules: The rules that are meant to find all of it.
        also: The rules that are meant to find some of it.
        bar: The bar it is held to.
    """

    rules: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()
    bar: str = ""

    @property
    def finders(self) -> frozenset[str]:
        """All rules of which a finding counts."""
        return self.rules | self.also


class Place(NamedTuple):
    """An annotated range of a text."""

    path: str
    kind: str
    span: Span
    text: str


class Outcome(NamedTuple):
    """What the rules make of an annotated place.

    Attributes:
        place: The place.
        overlapping: The rules of which a finding overlaps it.
        near: Those of which a finding only lies in a sentence that it touches.
    """

    place: Place
    overlapping: frozenset[str]
    near: frozenset[str]


class Score(NamedTuple):
    """What came of the places of a class.

    Attributes:
        name: The class.
        kind: What the class is mapped to.
        places: How many places there are.
        found: How many a finding overlaps of its rules that are on by default.
        near: How many more have such a finding in the sentence.
        found_when_on: How many a finding overlaps of its rules, were all of them on.
        found_by_any: How many a finding overlaps of any rule that is on by default.
        by_rule: How many a finding of each of its rules overlaps.
        near_by_rule: How many more have a finding of that rule in the sentence.
        by_family: How many a finding of such a rule of each family overlaps.
        near_by_family: How many more have a finding of such a rule in the sentence.
    """

    name: str
    kind: Kind
    places: int
    found: int
    near: int
    found_when_on: int
    found_by_any: int
    by_rule: Counter[str]
    near_by_rule: Counter[str]
    by_family: Counter[str]
    near_by_family: Counter[str]


def read_kinds(path: Path = CLASSES) -> dict[str, Kind]:
    """The classes and what they are mapped to.

    Raises:
        Fault: There is no such rule.
    """
    table = tomllib.loads(path.read_text("utf-8"))
    kinds = {
        name: Kind(
            frozenset(row.get("rules", ())), frozenset(row.get("also", ())), row.get("bar", "")
        )
        for name, row in table.items()
    }
    for kind in kinds.values():
        for name in kind.finders:
            rule_of(name)
    return kinds


def read_places(path: Path) -> Iterator[Place]:
    """The places in a file of annotations."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            span = Span(int(row["start"]), int(row["end"]))
            yield Place(row["path"], row["class"], span, row["quoted"].replace("\\n", "\n"))


def outcomes(path: Path) -> Iterator[Outcome]:
    """What the rules make of each place in a file of annotations.

    Raises:
        Fault: A text is not there, or is not what was annotated; or a rule crashed.
    """
    documents: dict[str, tuple[Document, list[Finding]]] = {}
    for place in read_places(path):
        if place.path not in documents:
            document = _read(path.parent / place.path)
            found = [named.finding for named in findings(document)]
            documents[place.path] = document, found
        yield _outcome(place, *documents[place.path])


def _read(path: Path) -> Document:
    try:
        return read_file(path)
    except UnreadableError as error:
        raise Fault(str(error)) from error


def _outcome(place: Place, document: Document, found: Iterable[Finding]) -> Outcome:
    there = document.source[place.span.start : place.span.end]
    if there.split() != place.text.split():
        raise Fault(f"{place.path}: {there!r} stands where {place.text!r} was annotated")
    found = list(found)
    overlapping = frozenset(f.rule for f in found if overlaps(f, place.span))
    sentences = list(_sentences(document, place.span))
    near = frozenset(f.rule for f in found if any(overlaps(f, sentence) for sentence in sentences))
    return Outcome(place, overlapping, near - overlapping)


def _sentences(document: Document, place: Span) -> Iterator[Span]:
    """The ranges of the sentences that a place has a part in."""
    for sentence in document.sentences:
        start, end = document.span(sentence.start, sentence.end)
        if start < place.end and end > place.start:
            yield Span(start, end)


def scores(found: Iterable[Outcome], kinds: Mapping[str, Kind]) -> Iterator[Score]:
    """The scores of all classes, in the order of the table.

    Raises:
        Fault: A place is of a class that the table does not hold.
    """
    by_kind: dict[str, list[Outcome]] = {name: [] for name in kinds}
    for outcome in found:
        if outcome.place.kind == HARD_NEGATIVE:
            continue
        if outcome.place.kind not in by_kind:
            raise Fault(f"{CLASSES.name} does not hold the class {outcome.place.kind!r}")
        by_kind[outcome.place.kind].append(outcome)
    for name, kind in kinds.items():
        yield _score(name, kind, by_kind[name])


def _score(name: str, kind: Kind, found: list[Outcome]) -> Score:
    default = frozenset(filter(is_default, kind.finders))
    finders = [one.overlapping & kind.finders for one in found]
    near = [one.near & kind.finders for one in found]
    near_families = (families(n) - families(f) for n, f in zip(near, finders, strict=True))
    return Score(
        name,
        kind,
        len(found),
        sum(bool(rules & default) for rules in finders),
        sum(bool(n & default and not f & default) for n, f in zip(near, finders, strict=True)),
        sum(map(bool, finders)),
        sum(any(map(is_default, one.overlapping)) for one in found),
        Counter(chain.from_iterable(finders)),
        Counter(chain.from_iterable(near)),
        Counter(chain.from_iterable(map(families, finders))),
        Counter(chain.from_iterable(near_families)),
    )


def hard_negatives(found: Iterable[Outcome]) -> list[Outcome]:
    """The places that look damaged and are not."""
    return [outcome for outcome in found if outcome.place.kind == HARD_NEGATIVE]
