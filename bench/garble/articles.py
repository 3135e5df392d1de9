"""The articles that the garble bench damages and checks, in a development and a test half."""

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path

from copydesk import Document, Finding
from copydesk.engine import ActiveRule, check

from bench import gum
from bench.checking import Fault, Named, registry
from bench.corpora import Half, Text, clean_corpora

FAMILY = "phrasing"
SHARES = {"bbc": 4, "clean-news": 3, "gum": 1, "encyclopaedia": 2}
"""The origins of the articles that are damaged, and in which proportion."""

_MOST = 500
_LONGEST = 12_000


def to_damage(shared: Path, half: Half) -> dict[str, tuple[Text, ...]]:
    """Articles of one half by origin, some hundred of each, chosen by their hash."""
    origins = {corpus.name: corpus.texts for corpus in clean_corpora(shared)}
    origins["gum"] = tuple(treebank_articles(shared, ("dev", "test")))
    return {name: tuple(islice(_of_half(origins[name], half), _MOST)) for name in SHARES}


def _of_half(texts: Iterable[Text], half: Half) -> Iterator[Text]:
    return (text for text in texts if text.half is half and len(text.data) <= _LONGEST)


def treebank_articles(shared: Path, parts: Iterable[str]) -> Iterator[Text]:
    """The articles of GUM as plain text, all genres: measured on alone."""
    for article in gum.articles(shared, parts):
        text = "\n\n".join(article.paragraphs)
        yield Text(f"gum/{article.id}.txt", article.id, text.encode())


def by_hash(key: str) -> bytes:
    """What texts are put in order by, so that the first of them are chosen by chance."""
    return sha256(key.encode()).digest()[::-1]


@cache
def _active() -> tuple[ActiveRule, ...]:
    """The rules that are on by default, and those of the family that are off."""
    rules = (rule for rule in registry().values() if rule.default or rule.family == FAMILY)
    return tuple(map(ActiveRule.with_defaults, rules))


@cache
def family() -> frozenset[str]:
    """The rules of the family that are on by default."""
    return frozenset(name for name in registry().named(FAMILY) if registry()[name].default)


def findings(document: Document, *, family_only: bool = False) -> tuple[Named, ...]:
    """What the default rules, and all of the family, find.

    Raises:
        Fault: A rule crashed.
    """
    active = [one for one in _active() if not family_only or one.rule.family == FAMILY]
    outcome = check(document, active, registry())
    for crash in outcome.crashes:
        raise Fault(f"rule {crash.rule} crashed on {document.path}: {crash.message}")
    return tuple(map(Named, outcome.findings, outcome.fingerprints))


def plain(found: Iterable[Named]) -> list[Finding]:
    """The findings without their fingerprints."""
    return [named.finding for named in found]
