"""Measures `missing-antecedent` as it is by default on articles that took no part in its fit.

    python -m bench.antecedents SHARED

News (`corpora/measure-only`), where coreference is guessed as in `training.silver`, and the genres
of GUM whose coreference is marked and that are not shown to the fit: essays, letters, fiction,
how-to guides. Figures for the genres that are, out of fold, are printed by `training.antecedents`.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from multiprocessing import Pool
from pathlib import Path
from random import Random
from typing import NamedTuple

from copydesk.analysis.reference.agreement import agreement
from copydesk.analysis.reference.mentions import mentions
from copydesk.engine import ActiveRule, check
from copydesk.markup import read_text

from bench.checking import registry
from training.coreference import Article, read_coreference
from training.corpus import read_articles
from training.orphans import Edit, Sample, cuts, intact, splices
from training.silver import resolved

NEWS = "corpora/measure-only/bbc.jsonl.xz"
UNSEEN = frozenset("essay letter fiction whow".split())
HOSTS = 3
MOST = 3

AGREES = 2
"""The level from which on a mention agrees well."""

RULE = "missing-antecedent"


class Result(NamedTuple):
    """What was found of a sample.

    Attributes:
        edit: What was done to the article.
        group: Which pronoun was orphaned.
        found: How many findings there are; of a damaged article 1 if the orphan is among them.
        words: How many words the article has.
    """

    edit: Edit
    group: str
    found: int
    words: int


def judge(sample: Sample) -> Result:
    """What the rule finds of a sample at its defaults."""
    active = [ActiveRule.with_defaults(registry()[RULE])]
    outcome = check(read_text(sample.text), active, registry())
    words = len(sample.text.split())
    if sample.edit is Edit.NONE:
        return Result(sample.edit, "", len(outcome.findings), words)
    spans = (finding.span for finding in outcome.findings)
    hit = any(span.start <= sample.target < span.end for span in spans)
    return Result(sample.edit, sample.pronoun, int(hit), words)


def results(job: tuple[Article, Sequence[Article]]) -> list[Result]:
    """What is found of an article and of the damage done to it."""
    article, hosts = job
    random = Random(article.name)  # noqa: S311  not for secrets
    damaged = [*cuts(article, random, MOST), *splices(article, hosts, random, MOST)]
    return [judge(intact(article)), *(judge(sample) for sample in damaged if is_orphaned(sample))]


def is_orphaned(sample: Sample) -> bool:
    """Whether the target is “he”, “she” or “they”, with nothing that agrees in its sentence.

    Coreference that is guessed does not tell what a pronoun means if that stands close by.
    """
    if not sample.pronoun:
        return False
    document = read_text(sample.text)
    found = document.analysis(mentions)
    for one in found.all:
        start = document.tokens.starts[one.first]
        if one.kind == "pronoun" and document.span(start, start + 1).start == sample.target:
            here = (other for other in found.of(one.sentence) if other.last < one.first)
            return all(agreement(one.key, other) < AGREES for other in here)
    return True


def show(title: str, articles: Sequence[Article]) -> None:
    """Prints the figures of some articles."""
    random = Random(1)  # noqa: S311  not for secrets
    jobs = [(article, random.sample(articles, HOSTS)) for article in articles]
    with Pool() as pool:
        found = [result for some in pool.imap(results, jobs, chunksize=4) for result in some]
    clean = [result for result in found if result.edit is Edit.NONE]
    words = sum(result.words for result in clean)
    findings = sum(result.found for result in clean)
    flagged = sum(result.found > 0 for result in clean)
    print(f"{title}: {len(clean)} articles, {words:,} words")
    print(f"  {findings} findings, {1e4 * findings / words:.2f} in 10,000 words")
    print(f"  {flagged} articles flagged, {flagged / len(clean):.2%}")
    kinds = Counter((result.edit, result.group) for result in found if result.group)
    for (edit, pronoun), count in sorted(kinds.items()):
        hits = sum(result.found for result in found if result[:2] == (edit, pronoun))
        print(f"  {edit}, {pronoun}: {hits / count:.2f} of {count}")


def main(shared: Path) -> None:
    """Prints the figures for news and for the unseen genres of GUM."""
    with Pool() as pool:
        news = pool.map(resolved, list(read_articles(shared / NEWS)), chunksize=16)
    show("news", [article for article in news if len(article.sentences) > 8])
    show("GUM, genres not shown to the fit", list(read_coreference(shared, UNSEEN)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
