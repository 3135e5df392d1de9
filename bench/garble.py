"""Measures how much damage to phrases and marks the rules of both families find.

    python bench/garble.py FOLDER... [--per-class 300] [--annotations material/annotations.tsv]

Each class of damage is done to clean articles, one place at a time, and the whole damaged article
is read and checked anew. A hit is a finding that touches the damage and that the clean article
does not have there. Articles fall into `dev` and `test` by a hash of their name, so that a rule
tuned on one half is judged on the other. With `--annotations` real damage is looked up as well:
lines of path, class, start, end and text, the paths relative to the file.
"""

import argparse
import csv
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from copydesk import Document, Finding
from copydesk.markup import read_file, read_text
from copydesk.registry import builtin_rules

FAMILIES = frozenset({"phrasing", "mechanics"})
SEED = 20260412
RULES = tuple(rule() for rule in builtin_rules().values() if rule.family in FAMILIES)


def findings(document: Document) -> tuple[Finding, ...]:
    """What the rules of both families report."""
    return tuple(finding for rule in RULES for finding in rule.check(document))


@dataclass(frozen=True)
class Damage:
    """An edit of a source: what is put for a range of it."""

    start: int
    end: int
    text: str

    def apply(self, source: str) -> str:
        """The damaged source."""
        return source[: self.start] + self.text + source[self.end :]


@dataclass(frozen=True)
class Article:
    """A clean article: its document and what the rules report on it as it is."""

    document: Document
    findings: tuple[Finding, ...]
    half: str

    @classmethod
    def read(cls, path: Path) -> "Article":
        """The article in a file, in the half that its name says."""
        document = read_file(path)
        half = "test" if sha256(path.name.encode()).digest()[0] % 2 else "dev"
        return cls(document, findings(document), half)


Generator = Callable[[Document, random.Random], Damage | None]
"""Does one kind of damage at one place of a document; None if it has no such place."""


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = words("the a an this that its his their our")
PREPOSITIONS = words("of in to for with on at from by about into over after between against during")
AUXILIARIES = words("is are was were has have had will would can could may should")
PARTICIPLES = {
    "gone": "went",
    "become": "became",
    "taken": "took",
    "given": "gave",
    "come": "came",
    "seen": "saw",
    "begun": "began",
    "written": "wrote",
    "grown": "grew",
    "known": "knew",
    "drawn": "drew",
    "fallen": "fell",
    "chosen": "chose",
    "done": "did",
}


def places(document: Document, wanted: Callable[[int], bool]) -> list[int]:
    """The tokens before the last for which `wanted` holds and a word follows in the block."""
    tokens = document.tokens
    return [i for i in range(len(tokens) - 1) if wanted(i) and tokens.texts[i + 1][0].isalpha()]


def pick(document: Document, chance: random.Random, wanted: Callable[[int], bool]) -> int | None:
    found = places(document, wanted)
    return chance.choice(found) if found else None


def insert_after(document: Document, i: int, text: str) -> Damage:
    at = document.span(document.tokens.starts[i], document.tokens.end(i)).end
    return Damage(at, at, f" {text}")


def insertion(after: frozenset[str], added: str) -> Generator:
    """Puts a word of one class after another of that class."""
    choices = added.split()

    def damage(document: Document, chance: random.Random) -> Damage | None:
        lowers = document.tokens.lowers
        i = pick(document, chance, lambda i: lowers[i] in after)
        if i is None:
            return None
        word = chance.choice([choice for choice in choices if choice != lowers[i]])
        return insert_after(document, i, word)

    return damage


def splice(document: Document, chance: random.Random) -> Damage | None:
    """Puts two or three words from a preposition on after another preposition and determiner."""
    lowers = document.tokens.lowers
    heads = places(
        document, lambda i: i > 0 and lowers[i] in DETERMINERS and lowers[i - 1] in PREPOSITIONS
    )
    tails = [
        i for i in places(document, lambda i: lowers[i] in PREPOSITIONS) if i + 3 < len(lowers)
    ]
    tails = [i for i in tails if all(word[0].isalpha() for word in lowers[i : i + 3])]
    if not heads or not tails:
        return None
    tail = chance.choice(tails)
    return insert_after(
        document,
        chance.choice(heads),
        " ".join(document.tokens.texts[tail : tail + chance.randint(2, 3)]),
    )


def replace_token(document: Document, i: int, text: str) -> Damage:
    span = document.span(document.tokens.starts[i], document.tokens.end(i))
    return Damage(span.start, span.end, text)


def wrong_participle(document: Document, chance: random.Random) -> Damage | None:
    lowers = document.tokens.lowers
    have = words("has have had")
    found = [i for i in range(1, len(lowers)) if lowers[i] in PARTICIPLES and lowers[i - 1] in have]
    if not found:
        return None
    i = chance.choice(found)
    return replace_token(document, i, PARTICIPLES[lowers[i]])


def would_of(document: Document, chance: random.Random) -> Damage | None:
    lowers = document.tokens.lowers
    modals = words("would could should must might may")
    found = [i for i in range(1, len(lowers)) if lowers[i] == "have" and lowers[i - 1] in modals]
    return replace_token(document, chance.choice(found), "of") if found else None


def swap_article(document: Document, chance: random.Random) -> Damage | None:
    texts = document.tokens.texts
    i = pick(document, chance, lambda i: texts[i] in {"a", "an", "A", "An"})
    if i is None:
        return None
    return replace_token(document, i, texts[i][0] + ("" if texts[i].endswith("n") else "n"))


def double_word(document: Document, chance: random.Random) -> Damage | None:
    texts = document.tokens.texts
    i = pick(document, chance, lambda i: texts[i][0].isalpha())
    if i is None:
        return None
    opens = i == 0 or not texts[i - 1][0].isalnum()
    return insert_after(document, i, texts[i].lower() if opens else texts[i])


def double_phrase(document: Document, chance: random.Random) -> Damage | None:
    texts = document.tokens.texts
    length = chance.randint(2, 5)
    found = [
        i
        for i in range(len(texts) - length)
        if all(text[0].isalpha() for text in texts[i : i + length])
    ]
    if not found:
        return None
    i = chance.choice(found)
    start, end = document.tokens.starts[i], document.tokens.end(i + length - 1)
    return insert_after(document, i + length - 1, document.text[start:end])


def edit(pattern: str, change: Callable[[str, random.Random], str]) -> Generator:
    """Changes one match of a pattern in the source."""
    compiled = re.compile(pattern)

    def damage(document: Document, chance: random.Random) -> Damage | None:
        found = [match.span() for match in compiled.finditer(document.source)]
        if not found:
            return None
        start, end = chance.choice(found)
        return Damage(start, end, change(document.source[start:end], chance))

    return damage


CLASSES: dict[str, Generator] = {
    "determiner + determiner": insertion(DETERMINERS, "the a the a this its their"),
    "preposition + preposition": insertion(PREPOSITIONS, "of to in for with on by at from"),
    "spliced phrase": splice,
    "auxiliary + auxiliary": insertion(AUXILIARIES, "is are was were has will"),
    "have + past tense": wrong_participle,
    "would of": would_of,
    "doubled word": double_word,
    "doubled phrase": double_phrase,
    "a/an": swap_article,
    "space before mark": edit(r"(?<=\w)[,.;:?!](?=\s)", lambda mark, _chance: f" {mark}"),
    "no space after comma": edit(r"(?<=[a-z]{2}), (?=[A-Za-z])", lambda _mark, _chance: ","),
    "no space after stop": edit(
        r"(?<=\w)[.?!][\"”]? (?=[A-Z])", lambda mark, _chance: mark.rstrip()
    ),
    "paragraphs joined": edit(r"(?<=[.\"”])\s*\n\s*(?=[\"“]?[A-Z])", lambda _mark, _chance: ""),
    "doubled mark": edit(
        r"(?<=\w)[,.](?=\s)", lambda mark, chance: mark + chance.choice([mark, ",", "."])
    ),
}


def is_hit(article: Article, damage: Damage) -> frozenset[str]:
    """The rules that find a damage: touching it, where the clean article has no finding."""
    damaged = read_text(damage.apply(article.document.source))
    start, end = damage.start, damage.start + len(damage.text)
    moved = len(damage.text) - (damage.end - damage.start)
    known = {
        (finding.rule, finding.span.start + (moved if finding.span.start >= damage.end else 0))
        for finding in article.findings
    }
    return frozenset(
        finding.rule
        for finding in findings(damaged)
        if finding.span.start <= end + 1
        and finding.span.end >= start - 1
        and (finding.rule, finding.span.start) not in known
    )


@dataclass
class Score:
    """How many places of a class were damaged in a half, how many were found, and by what."""

    tried: int
    found: int
    rules: Counter[str]

    def __str__(self) -> str:
        return f"{self.found / self.tried:.2f} ({self.tried})" if self.tried else "–"


def measure(articles: Sequence[Article], damage: Generator, count: int) -> Score:
    chance = random.Random(SEED)  # noqa: S311  not for secrets
    score = Score(0, 0, Counter())
    attempts = 0
    while score.tried < count and attempts < 20 * count:
        attempts += 1
        article = chance.choice(articles)
        done = damage(article.document, chance)
        if done is None or done.apply(article.document.source) == article.document.source:
            continue
        rules = is_hit(article, done)
        score.tried += 1
        score.found += bool(rules)
        score.rules.update(rules)
    return score


def table(articles: Sequence[Article], count: int) -> Iterator[str]:
    """The recall of each class on both halves."""
    yield "| damage | dev | test | found by |\n| --- | ---: | ---: | --- |"
    halves = [[a for a in articles if a.half == half] for half in ("dev", "test")]
    for name, damage in CLASSES.items():
        dev, test = (measure(half, damage, count) for half in halves)
        rules = ", ".join(rule for rule, _ in (dev.rules + test.rules).most_common(3))
        yield f"| {name} | {dev} | {test} | {rules} |"


def false_alarms(articles: Sequence[Article]) -> Iterator[str]:
    """What is reported on the articles as they are; some of it is real."""
    total = sum(len(a.document.text.split()) for a in articles)
    counts = Counter(finding.rule for article in articles for finding in article.findings)
    yield f"\n{total:,} clean words; findings per 10,000 words:\n"
    for rule, number in [*counts.most_common(), ("all", counts.total())]:
        yield f"* {rule}: {number} ({1e4 * number / total:.2f})"


def annotated(path: Path) -> Iterator[str]:
    """How many of the annotated places of real damage a finding touches, by class."""
    tried: Counter[str] = Counter()
    found: Counter[str] = Counter()
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    cache: dict[str, tuple[Finding, ...]] = {}
    for row in rows:
        name = row["path"]
        if name not in cache:
            cache[name] = findings(read_file(path.parent / name))
        start, end = int(row["start"]), int(row["end"])
        tried[row["class"]] += 1
        found[row["class"]] += any(
            finding.span.start < end and finding.span.end > start for finding in cache[name]
        )
    yield "\nAnnotated damage that a finding touches:\n"
    for name, number in tried.most_common():
        if found[name]:
            yield f"* {name}: {found[name]} of {number}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--per-class", type=int, default=300)
    parser.add_argument("--annotations", type=Path)
    arguments = parser.parse_args()
    paths = sorted(path for folder in arguments.folders for path in folder.rglob("*.txt"))
    articles = [Article.read(path) for path in paths]
    for line in table(articles, arguments.per_class):
        print(line, flush=True)
    for line in false_alarms(articles):
        print(line)
    if arguments.annotations:
        for line in annotated(arguments.annotations):
            print(line)


if __name__ == "__main__":
    main()
