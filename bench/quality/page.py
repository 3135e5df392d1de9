"""The page `docs/quality.md`."""

from collections.abc import Iterator, Sequence

from copydesk import Severity

from bench.checking import default_rules, is_default, registry
from bench.corpora import Half
from bench.quality.bars import Bar, bars
from bench.quality.clean import PER_WORDS, Judged, Measured, Rate
from bench.quality.results import Damages, Recall, Results
from bench.quality.tables import NOTHING, names, percent, rate, share, shares, table

_TITLE = """\
# Quality

How much damage the rules find, and how often they are wrong on clean text. Written on {date} by

```console
{command}
```

with the seed {seed}. The texts are not ours to pass on; a hash of each set of them stands below.
Figures in brackets are 95 % intervals: Wilson's for shares of places, a bootstrap over documents
for rates on clean text. “Dev” is the half of the texts, by a hash of their names, that the rules
were tuned on, and “test” is the other one. A rule that is off does not count to the default rules.
"""
_BARS = """\
## What the default rules are held to

A false alarm is a finding that a reader judged to be wrong. One that nobody has judged counts by
the share of false ones among the judged findings of its rule; where none is judged, as false.
"""
_RULES = """\
## Rules

Of annotated places and of places damaged in the test half, those that this very rule is meant to
find and finds; “+ 1” is a finding in the sentence of one more annotated place. On clean text, its
findings per {per:,} words, and the share of real ones among the judged.
"""
_FAMILIES = """\
## Families

The same for all rules of a family together, on annotated places and in the test half.
"""
_ANNOTATED = """\
## Annotated damage

Real damage in articles from the web, marked by hand. A place is found if a finding, or evidence
that it shows, overlaps it. “Same sentence”: there is such a finding in the sentence only.
"""
_DAMAGED = """\
## Damage done by chance

A clean article is damaged in one place, read and checked anew. A hit is a finding that touches the
edit, itself or by evidence that it shows, and that the article did not have before.
"""
_CLEAN = """\
## Clean text

“Real”: a copy editor would change it; “style”: the remark is true and the text is meant so;
“false”: the remark is wrong. Published text is not free of mistakes, so that findings per {per:,}
words are no measure of what is wrong with a rule; the share of false ones among the judged is.
"""


def page(results: Results) -> str:
    """The whole page."""
    parts = (
        _TITLE.format(date=results.date, command=results.command, seed=results.seed),
        _data(results),
        _BARS,
        _bars(results),
        _RULES.format(per=PER_WORDS),
        _rules(results),
        _FAMILIES,
        _families(results),
        _ANNOTATED,
        _annotated(results),
        _hard_negatives(results),
        _DAMAGED,
        _damaged(results),
        _CLEAN.format(per=PER_WORDS),
        *(_clean(results, part) for part in results.clean),
    )
    return "\n".join(f"{part.rstrip()}\n" for part in parts if part)


def _data(results: Results) -> str:
    words = {part.name: f"{part.words:,}" for part in results.clean}
    rows = (
        (data.name, f"{data.documents:,}", words.get(data.name, NOTHING), f"`{data.digest}`")
        for data in results.data
    )
    return table(("data", "documents", "words", "hash"), rows)


def _bars(results: Results) -> str:
    found = bars(results.annotated, results.clean, results.alarms)
    rows = ((bar.what, bar.where, _limit(bar), _figure(bar), _verdict(bar)) for bar in found)
    met = table(("figure", "on", "bar", "measured", ""), rows, texts=2)
    if unknown := results.alarms.unknown:
        return f"{met}\n\nFindings of which none is judged: {names(unknown)}."
    return met


def _limit(bar: Bar) -> str:
    limit = percent(bar.bar) if bar.is_share else f"{bar.bar:g}"
    return f"{'≥' if bar.is_least else '≤'} {limit}"


def _figure(bar: Bar) -> str:
    if bar.interval is None:
        return f"{bar.figure:,.0f}"
    if bar.is_share:
        return shares(bar.figure, bar.interval)
    low, high = bar.interval
    return f"{bar.figure:.2f} ({low:.2f}–{high:.2f})"


def _verdict(bar: Bar) -> str:
    return "met" if bar.is_met else "**missed**"


def _rules(results: Results) -> str:
    head = ("rule", "severity", "annotated", "damaged", *(part.name for part in results.clean))
    head += ("real", "style", "false", "unjudged", "precision")
    return table(head, (_rule(results, name) for name in registry()), texts=2)


def _rule(results: Results, name: str) -> Iterator[object]:
    recall = results.recall(name)
    severity = registry()[name].severity
    yield from (name, f"{severity}" if is_default(name) else f"{severity}, off")
    yield from _recall(recall)
    rates = [results.rate(name, part) for part in results.clean]
    yield from (f"{one.rate:.3f}" if one.findings else "0" for one in rates)
    judged = Judged(*map(sum, zip(*(one.judged for one in rates), strict=True)))
    yield from (*judged, share(judged.real, judged.total))


def _recall(recall: Recall) -> Iterator[str]:
    near = f" + {recall.near}" if recall.near else ""
    yield f"{recall.found}{near} of {recall.places}" if recall.places else NOTHING
    yield share(recall.hits, recall.tried)


def _families(results: Results) -> str:
    head = ("family", "annotated", "damaged", *(part.name for part in results.clean))
    families = sorted({rule.family for rule in registry().values()})
    return table(head, (_family(results, family) for family in families))


def _family(results: Results, family: str) -> Iterator[object]:
    yield family
    yield from _recall(results.family_recall(family))
    for part in results.clean:
        found = part.of_rules(registry().named(family) & default_rules())
        yield rate(found.rate, found.rate_interval) if found.findings else "0"


def _annotated(results: Results) -> str:
    head = ("class", "rules", "places", "found", "same sentence", "with rules that are off")
    rows = (
        (
            score.name,
            names(score.kind.finders),
            score.places,
            f"{score.found} ({percent(score.found / score.places)})" if score.places else NOTHING,
            score.near,
            score.found_when_on,
            score.found_by_any,
        )
        for score in results.annotated
    )
    return table((*head, "by any default rule"), rows, texts=2)


def _hard_negatives(results: Results) -> str:
    places = results.hard_negatives
    if not places:
        return ""
    rows = (
        (place.place.path.rpartition("/")[2], names(filter(is_default, place.overlapping)))
        for place in places
    )
    head = ("place that only looks damaged", "flagged by, which is a false alarm")
    return table(head, rows, texts=2)


def _damaged(results: Results) -> str:
    head = ("class", "rules", "dev", "test", "test, by any default rule")
    return table(head, map(_damage, results.damaged), texts=2)


def _damage(damages: Damages) -> Sequence[str]:
    dev, test = damages.dev, damages.test
    return (
        damages.kind.name,
        names(damages.kind.rules),
        share(dev.found, dev.tried),
        share(test.found, test.tried),
        percent(test.found_by_any / test.tried) if test.tried else NOTHING,
    )


def _clean(results: Results, part: Measured) -> str:
    head = ("rule", "findings", f"per {PER_WORDS:,} words", "documents")
    rows = (*_groups(part), *_found_rules(results, part))
    body = table((*head, "real", "style", "false", "unjudged", "precision"), rows)
    return f"### {part.name}\n\n{body}"


def _groups(part: Measured) -> Iterator[Sequence[object]]:
    """The default rules together, on each half, and by severity."""
    yield _clean_row("**default rules**", part.of_rules(default_rules()))
    for half in Half:
        yield _clean_row(f"default rules, {half}", part.half(half).of_rules(default_rules()))
    for severity in (Severity.ERROR, Severity.WARNING):
        yield _clean_row(f"{severity} rules", part.of_rules(default_rules(severity)))


def _found_rules(results: Results, part: Measured) -> Iterator[Sequence[object]]:
    """The rules that found something, those that are on first, the most findings first."""
    rates = {rule: results.rate(rule, part) for rule in part.counts}
    for rule in sorted(rates, key=lambda rule: (not is_default(rule), -rates[rule].findings, rule)):
        yield _clean_row(rule if is_default(rule) else f"{rule} (off)", rates[rule])


def _clean_row(name: str, found: Rate) -> Sequence[object]:
    return (
        name,
        f"{found.findings:,}",
        rate(found.rate, found.rate_interval),
        shares(found.share, found.share_interval),
        *found.judged,
        precision(found.judged),
    )


def precision(judged: Judged) -> str:
    """The share of real findings among the judged."""
    return percent(judged.real / judged.total) if judged.total else NOTHING
