"""Counts what the topic rules find in pasted passages, in clean texts and in real damage.

    python -m bench.topic SHARED

Prints Markdown tables. Passages are pasted into articles that took no part in the fit or in the
choice of thresholds: Wikipedia articles of the test part, half of the BBC articles, and half of the
documents of GUM. Each is read and checked anew with the passage in it.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path
from random import Random

from copydesk import Document, Finding, Rule, Span
from copydesk.analysis.paragraphs import whole_paragraphs
from copydesk.markup import read_file, read_text
from copydesk.registry import builtin_rules

from bench.gum import articles as gum_articles
from training.corpus import WIKIPEDIA, Article, Part, documents_in, part_of, read_articles
from training.insertions import Insertion, Kind, Pool, plain, round_up

BBC = "corpora/measure-only/bbc.jsonl.xz"
NAMES = ("off-topic-passage", "inserted-headline", "teaser-line")
HOSTS = 300
CLEAN_WIKIPEDIA = 3000
ROUND_UPS = 100
STORY = 2
"""How many paragraphs of each story stand in a round-up."""

Case = tuple[str, str, str]


def rules() -> dict[str, Rule]:
    registry = builtin_rules()
    return {name: registry[name]() for name in NAMES if name in registry}


def row(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


def overlaps(finding: Finding, span: Span) -> bool:
    return finding.span.start < span.end and span.start < finding.span.end


def recall(insertions: Iterable[Insertion]) -> Iterator[str]:
    """The share of pasted passages found, of those found exactly, and of articles with more."""
    cases: Counter[Case] = Counter()
    found: defaultdict[str, Counter[Case]] = defaultdict(Counter)
    active = rules()
    for made in insertions:
        case: Case = (made.level, made.kind, "end" if made.at_end else "inside")
        cases[case] += 1
        for what in outcome(made, active):
            found[what][case] += 1
    whats = ("passage", "exact", "headline", "either", "other")
    names = ("found", "exactly", "headline found", "one of the two", "other found")
    yield row("passage", "from", "where", "n", *names)
    yield row(*["---"] * 3, *["---:"] * (1 + len(names)))
    for case in sorted(cases, key=lambda case: (case[1], case[0], case[2])):
        level, kind, where = case
        counts = (found[what][case] for what in whats)
        yield row(kind, level, where, cases[case], *(share(n, cases[case]) for n in counts))


def outcome(made: Insertion, active: dict[str, Rule]) -> Iterator[str]:
    """What was found of a pasted passage, and whether anything else was."""
    document = read_text(made.text)
    passages = list(active["off-topic-passage"].check(document))
    headlines = list(active["inserted-headline"].check(document))
    if any(overlaps(finding, made.span) for finding in passages):
        yield "passage"
    if any(finding.span == made.span for finding in passages):
        yield "exact"
    if any(overlaps(finding, made.span) for finding in headlines):
        yield "headline"
    if any(overlaps(finding, made.span) for finding in passages + headlines):
        yield "either"
    if not all(overlaps(finding, made.span) for finding in passages + headlines):
        yield "other"


def both_found(name: str, pool: Pool, numbers: Iterable[int]) -> Iterator[str]:
    """How often both of two passages of unrelated articles are found, and at least one."""
    hosts = list(numbers)
    for kind in (Kind.PARAGRAPH, Kind.WITH_HEADLINE):
        made = [two for number in hosts if (two := pool.two_insertions(number, kind))]
        hits = [list(reached(text, spans)) for text, *spans in made]
        yield row(name, kind, len(made), *(share(sum(map(t, hits)), len(hits)) for t in (all, any)))


def reached(text: str, spans: Iterable[Span]) -> Iterator[bool]:
    """Which places of a text some finding overlaps."""
    findings = list(rules()["off-topic-passage"].check(read_text(text)))
    for span in spans:
        yield any(overlaps(finding, span) for finding in findings)


def false_alarms(name: str, documents: Iterable[Document]) -> Iterator[str]:
    """How many documents are flagged by each rule, and findings per 1,000 words."""
    active = rules()
    flagged: Counter[str] = Counter()
    findings: Counter[str] = Counter()
    number = words = 0
    for document in documents:
        number += 1
        words += len(document.text.split())
        for rule_name, rule in active.items():
            count = sum(1 for _ in rule.check(document))
            flagged[rule_name] += bool(count)
            findings[rule_name] += count
    for rule_name in active:
        rate = f"{1000 * findings[rule_name] / words:.4f}"
        part = share(flagged[rule_name], number)
        yield row(name, number, words, rule_name, flagged[rule_name], part, rate)


def round_ups(name: str, articles: list[Article]) -> Iterator[str]:
    """How many round-ups of several stories are flagged."""
    rule = rules()["off-topic-passage"]
    fit = [a for a in articles if len(a.paragraphs) >= STORY]
    for stories in (2, 3, 5, 8):
        random = Random(stories)  # noqa: S311  not for secrets
        flagged = 0
        for _ in range(ROUND_UPS):
            text = round_up(random.sample(fit, stories), STORY if stories > 2 else 5)
            flagged += any(True for _ in rule.check(read_text(text)))
        yield row(name, stories, ROUND_UPS, share(flagged, ROUND_UPS))


def annotated(material: Path) -> Iterator[str]:
    """Which spans annotated as off-topic each rule reaches."""
    active = rules()
    rows = (
        line.split("\t") for line in (material / "annotations.tsv").read_text("utf-8").splitlines()
    )
    for path, kind, start, end, *_ in rows:
        if kind.startswith(("offtopic", "boilerplate", "HARD")):
            document = read_file(material / path)
            span = Span(int(start), int(end))
            hits = (
                "yes" if any(overlaps(f, span) for f in rule.check(document)) else ""
                for rule in active.values()
            )
            yield row(path.split("/")[-1], kind, f"{start}-{end}", *hits)


def as_written(article: Article) -> Document:
    return read_text("\n\n".join((article.title, *article.paragraphs)))


def as_document(article: Article) -> Document:
    return read_text(plain(article.title, article.paragraphs))


def is_long(article: Article) -> bool:
    """Whether it is long enough for its passages to be judged."""
    return bool(whole_paragraphs(as_document(article)))


def unseen(article: Article) -> bool:
    """Whether an article is of the half that was never looked at while the rules were made."""
    return sha256(article.id.encode()).digest()[0] >= 128


def show(title: str, lines: Iterable[str]) -> None:
    print(f"\n## {title}\n", *lines, sep="\n", flush=True)


def main(shared: Path) -> None:
    wikipedia = [a for a in read_articles(shared / WIKIPEDIA) if part_of(a.id) is Part.TEST]
    Random(0).shuffle(wikipedia)  # noqa: S311  not for secrets
    long = [a for a in wikipedia if len(a.paragraphs) > 3]
    bbc = list(read_articles(shared / BBC))
    gum = [article for article in gum_articles(shared) if unseen(article)]
    twice = [row("articles", "passages", "n", "both found", "one found"), row(*["---"] * 5)]
    for name, articles in (
        ("Wikipedia, test part", long),
        ("BBC, unseen half", list(filter(unseen, bbc))),
        ("GUM, unseen half", gum),
    ):
        pool = Pool(articles[:4000])
        hosts = list(islice((i for i, a in enumerate(pool.articles) if is_long(a)), HOSTS))
        made = chain.from_iterable(map(pool.insertions, hosts))
        show(f"Pasted passages: {name}", recall(made))
        bare = chain.from_iterable(map(pool.bare_insertions, hosts))
        show(f"Pasted as the notes did: {name}", recall(bare))
        twice += both_found(name, pool, hosts)
    show("Two pasted passages", twice)
    head = [row("texts", "documents", "words", "rule", "flagged", "share", "per 1,000 words")]
    head.append(row(*["---"] * 7))
    material = shared / "material"
    sources: tuple[tuple[str, Callable[[], Iterable[Document]]], ...] = (
        ("Wikipedia, test part", lambda: map(as_document, wikipedia[:CLEAN_WIKIPEDIA])),
        (
            "Wikipedia, test part, five paragraphs",
            lambda: map(as_document, filter(is_long, wikipedia)),
        ),
        ("BBC, unseen half", lambda: map(as_written, filter(unseen, bbc))),
        ("BBC", lambda: map(as_written, bbc)),
        ("GUM, unseen half", lambda: map(as_document, gum)),
        ("clean-news", lambda: documents_in(material / "clean-news")),
        ("Wikinews in clean-news", lambda: documents_in(material / "clean-news/wikinews")),
        ("clean-markdown", lambda: documents_in(material / "clean-markdown")),
    )
    lines = (line for name, read in sources for line in false_alarms(name, read()))
    show("Clean texts", [*head, *lines])
    head = [row("made from", "stories", "round-ups", "flagged"), row(*["---"] * 4)]
    show("Round-ups", [*head, *round_ups("Wikipedia", long), *round_ups("BBC", bbc)])
    head = [row("file", "annotated as", "span", *rules()), row(*["---"] * (3 + len(rules())))]
    show("Annotated damage", [*head, *annotated(material)])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
