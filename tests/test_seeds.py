"""The seeds give exactly the findings that are written down beside them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from copydesk import Document, Span
from copydesk.config import Config
from copydesk.markup import read_file
from copydesk.session import Session
from copydesk.settings import ConfigTree

SEEDS = Path(__file__).parents[1] / "seeds"
ARTICLES = sorted(SEEDS.glob("*.txt"))


def expected(article: Path, kind: str) -> list[dict[str, Any]]:
    path = article.with_suffix(".expected.toml")
    found: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8")).get(kind, [])
    return found


def place(document: Document, text: str, after: str = "") -> Span:
    """The one place that reads `text`, right after `after`; ` … ` stands for anything."""
    first, *rest = text.split(" … ")
    assert document.source.count(after + first) == 1, f"{after + first!r} stands not there once"
    start = document.source.index(after + first) + len(after)
    end = start + len(first)
    for part in rest:
        end = document.source.index(part, end) + len(part)
    return Span(start, end)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_a_seed_gives_exactly_what_is_expected(article: Path) -> None:
    report = Session(ConfigTree(Config())).check_file(article)
    found = [(f.span, f.rule, str(f.severity)) for f, _ in report.findings]
    wanted = [
        (place(report.document, e["text"], e.get("after", "")), e["rule"], e["severity"])
        for e in expected(article, "finding")
    ]
    assert not report.failures
    assert sorted(found) == sorted(wanted)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_known_misses_are_still_misses(article: Path) -> None:
    document = read_file(article)
    report = Session(ConfigTree(Config())).check_file(article)
    for miss in expected(article, "known-miss"):
        start, end = place(document, miss["text"])
        seen = [f.rule for f, _ in report.findings if f.span.start < end and f.span.end > start]
        assert not seen, f"{miss['text']!r} is found by {seen}: move it to the findings"
