"""Measures the rules on quotation and reference: alarms on clean articles, recall on damaged ones.

    python bench/reference.py SOURCE... [--split dev|test] [--limit N]

A SOURCE is a folder of articles or a `.jsonl.xz` file with `id`, `title` and `paras` a line.
Articles are divided by a hash of their name into `dev`, on which rules are tuned, and `test`, on
which they are reported. Every article is damaged in one way at a time, by a generator seeded with
its name, and the whole of it is read anew; a hit is a finding that the article did not have and
that touches the damage.

* a quotation of another article is put in with its marks (unattributed-quotation),
* a quotation in the first person of another article is put in without its marks
  (narrator-first-person), both as a paragraph of their own and within one, and both into articles
  of eight or more sentences whose narrator does not say “I”, nor “we” or “you” more than twice,
* the first one to five sentences are cut off (dangling-opening),
* a quotation mark is taken out (unbalanced-quotation).
"""

import argparse
import json
import lzma
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from copydesk import BlockKind, Document, Rule, Span
from copydesk.analysis import first_person
from copydesk.analysis.narration import passages
from copydesk.analysis.quotations import Quotation, quotations
from copydesk.markup import read_bytes, read_text
from copydesk.registry import builtin_rules

_FIRST_PERSON = re.compile(r"\b(?:I|me|my|myself)\b")
_SENTENCE = re.compile(r"[A-Z].*[.!?]", re.DOTALL)


class Article(NamedTuple):
    """A clean article and the source it was read from."""

    name: str
    document: Document


class Damage(NamedTuple):
    """What was done to an article, the source it gives, and where in it."""

    kind: str
    source: str
    span: Span


Damager = Callable[[Article, Sequence[str], random.Random], Iterator[Damage]]


def articles(source: Path) -> Iterator[Article]:
    """The articles of a folder or of a JSON Lines file."""
    if source.is_dir():
        for path in sorted(source.rglob("*")):
            if path.suffix in {".txt", ".md", ".markdown", ".html"}:
                name = str(path.relative_to(source))
                yield Article(name, read_bytes(path.read_bytes(), name))
        return
    with lzma.open(source, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            text = "\n\n".join([article["title"], *article["paras"]])
            yield Article(str(article["id"]), read_text(text))


def split_of(name: str) -> str:
    """Which half of the articles one is in."""
    return ("dev", "test")[sha256(name.encode()).digest()[0] % 2]


def donations(documents: Sequence[Article]) -> list[str]:
    """Quotations that are whole sentences, of 8 to 40 words, without their marks."""
    return [words for article in documents for words in _quoted_sentences(article.document)]


def _quoted_sentences(document: Document) -> Iterator[str]:
    for quotation in document.analysis(quotations).outermost:
        start, end = quotation.inside
        words = document.text[start:end].strip()
        if words.endswith(","):  # as before “he said”
            words = words[:-1] + "."
        if quotation.closing and 8 <= len(words.split()) <= 40 and _SENTENCE.fullmatch(words):
            yield words


def put_in_quotation(
    article: Article, donated: Sequence[str], choice: random.Random
) -> Iterator[Damage]:
    """A quotation that nobody says."""
    if _is_report(article.document):
        yield from _put_in(article, f'"{choice.choice(donated)}"', "quotation", choice)


def put_in_first_person(
    article: Article, donated: Sequence[str], choice: random.Random
) -> Iterator[Damage]:
    """A quotation that has lost its marks."""
    if _is_report(article.document):
        personal = [words for words in donated if _FIRST_PERSON.search(words)]
        yield from _put_in(article, choice.choice(personal), "first person", choice)


def _is_report(document: Document) -> bool:
    """Whether an article is of some length and its narrator does not speak of himself."""
    talks = len(first_person.companions(document)) > 2 or first_person.singular(document)
    return len(document.sentences) >= 8 and not talks


def _put_in(article: Article, words: str, kind: str, choice: random.Random) -> Iterator[Damage]:
    """`words` put in after a random paragraph, and within one."""
    document = article.document
    source = document.source
    quoted = document.analysis(quotations)
    paragraphs = [
        one
        for one in document.prose
        if one.kind is BlockKind.PARAGRAPH and not _goes_on(quoted.around(one.end - 1))
    ]
    if len(paragraphs) < 3:
        return
    at = choice.choice(paragraphs[:-1]).span.end
    yield _insertion(f"{kind}, own paragraph", source, at, f"\n\n{words}")
    found = document.analysis(passages)
    inner = [
        one.end
        for one, other in pairwise(found)
        if one.block == other.block and one.block.kind is BlockKind.PARAGRAPH
        if not _goes_on(quoted.around(one.end - 1))
    ]
    if inner:
        at = document.span(0, choice.choice(inner)).end
        yield _insertion(f"{kind}, in a paragraph", source, at, f" {words}")


def _goes_on(quotation: Quotation | None) -> bool:
    return quotation is not None and quotation.continued


def _insertion(kind: str, source: str, at: int, words: str) -> Damage:
    return Damage(kind, source[:at] + words + source[at:], Span(at, at + len(words)))


def behead(article: Article, _donated: Sequence[str], choice: random.Random) -> Iterator[Damage]:
    """The article without its first sentences."""
    document = article.document
    body = [one for one in document.sentences if one.block.kind is BlockKind.PARAGRAPH]
    if len(body) > 8:
        start = document.span(body[0].start, body[0].end).start
        first = body[choice.randint(1, 5)]
        end = document.span(first.start, first.end).start
        source = document.source[:start] + document.source[end:]
        yield Damage("beheaded", source, Span(start, start + 1))


def take_mark_out(
    article: Article, _donated: Sequence[str], choice: random.Random
) -> Iterator[Damage]:
    """The article without one mark of one quotation."""
    document = article.document
    whole = [one for one in document.analysis(quotations).outermost if _has_double_marks(one)]
    if whole:
        quotation = choice.choice(whole)
        for kind, at in (("opening", quotation.start), ("closing", quotation.end - 1)):
            span = document.span(at, at + 1)
            source = document.source[: span.start] + document.source[span.end :]
            block = document.block_at(at).span
            yield Damage(f"{kind} mark taken out", source, Span(block.start, block.end - 1))


def _has_double_marks(quotation: Quotation) -> bool:
    return {quotation.opening, quotation.closing} <= set('"“”') and not quotation.resumed


DAMAGERS: dict[str, Damager] = {
    "unbalanced-quotation": take_mark_out,
    "unattributed-quotation": put_in_quotation,
    "narrator-first-person": put_in_first_person,
    "dangling-opening": behead,
}


def measure(rule: Rule, clean: Sequence[Article], donated: Sequence[str]) -> None:
    """Prints alarms on the articles as they are, and recall on damaged ones."""
    alarms, flagged, words = 0, 0, 0
    damaged, hit = Counter[str](), Counter[str]()
    for article in clean:
        found = {finding.span for finding in rule.check(article.document)}
        alarms += len(found)
        flagged += bool(found)
        words += len(article.document.text.split())
        if found:
            continue
        choice = random.Random(article.name)  # noqa: S311  reproducible, not secret
        for damage in DAMAGERS[rule.name](article, donated, choice):
            damaged[damage.kind] += 1
            again = rule.check(read_text(damage.source, article.name))
            hit[damage.kind] += any(_touches(finding.span, damage.span) for finding in again)
    print(
        f"{rule.name}: {alarms} findings on {len(clean):,} clean articles,"
        f" {10_000 * alarms / words:.2f} per 10,000 words, {flagged / len(clean):.1%} of articles"
    )
    for kind, count in sorted(damaged.items()):
        print(f"  {kind}: recall {hit[kind] / count:.3f} (n {count:,})")


def _touches(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", nargs="+", type=Path)
    parser.add_argument("--split", choices=("dev", "test"), default="dev")
    parser.add_argument("--limit", type=int, default=1_000)
    arguments = parser.parse_args()
    rules = builtin_rules()
    for source in arguments.sources:
        clean = [one for one in articles(source) if split_of(one.name) == arguments.split]
        clean = clean[: arguments.limit]
        donated = donations(clean)
        print(f"\n{source.name}, {arguments.split}: {len(donated):,} quotations to put in")
        for name in DAMAGERS:
            measure(rules[name](), clean, donated)


if __name__ == "__main__":
    main()
