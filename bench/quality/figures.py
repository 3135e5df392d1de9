"""The figures of each rule as data, from which the section “Measured” of its page is made."""

from collections.abc import Iterator

from bench.checking import registry
from bench.quality.results import Results


def figures(results: Results) -> dict[str, object]:
    """The date, the size of the clean texts, and by rule what is known of it."""
    return {
        "date": results.date,
        "words": {part.name: part.words for part in results.clean},
        "documents": {part.name: len(part.texts) for part in results.clean},
        "rules": {name: dict(_of_rule(results, name)) for name in registry()},
    }


def _of_rule(results: Results, name: str) -> Iterator[tuple[str, object]]:
    recall = results.recall(name)
    if recall.places:
        yield "annotated", {"places": recall.places, "found": recall.found, "near": recall.near}
    if damaged := list(_damaged(results, name)):
        yield "damaged", damaged
    yield "clean", dict(_clean(results, name))


def _damaged(results: Results, name: str) -> Iterator[dict[str, object]]:
    """What the rule, and all rules meant to, find of each class of damage, in the test half."""
    for kind, _, test in results.damaged:
        if name in kind.rules and test.tried:
            found = test.by_rule.get(name, 0)
            counts = {"tried": test.tried, "found": found, "by all": test.found}
            yield {"class": kind.name, **counts}


def _clean(results: Results, name: str) -> Iterator[tuple[str, dict[str, object]]]:
    """What it finds on the clean texts on which it finds anything."""
    for part in results.clean:
        if (rate := results.rate(name, part)).findings:
            yield (
                part.name,
                {
                    "findings": rate.findings,
                    "documents": rate.documents,
                    "per 1,000 words": round(rate.rate, 4),
                    "interval": [round(bound, 4) for bound in rate.rate_interval],
                    **rate.judged._asdict(),
                },
            )
