"""Writes `docs/rules.md`, the list of all built-in rules, and the figures on the page of each.

    python docs/generate.py

The figures are those in `docs/quality.json`, which `python -m bench.quality` makes. A test fails
while the list or a page is not what this writes.
"""

import json
from collections.abc import Iterator
from inspect import getdoc
from pathlib import Path
from typing import Any

from copydesk import Rule
from copydesk.options import option_types
from copydesk.pages import page_file, page_text
from copydesk.registry import Registry, builtin_rules

OUTPUT = Path(__file__).with_name("rules.md")
QUALITY = Path(__file__).with_name("quality.json")
MEASURED = "## Measured"
INTRODUCTION = """\
# Rules

Each name leads to the page of its rule: what it finds, why that matters, what it flags and what it
accepts, known misses and false alarms, options. `copydesk rule NAME` prints the same page. A rule
that is off runs when it is selected by name.

<!-- Written by docs/generate.py. -->
"""


def rules_page(registry: Registry) -> str:
    """The whole of `docs/rules.md`."""
    families = (_family(registry, family) for family in sorted(registry.families))
    return "\n".join([INTRODUCTION, *families])


def _family(registry: Registry, family: str) -> str:
    rows = "".join(_row(registry[name]) for name in sorted(registry.named(family)))
    head = "| rule | finds | severity | options |\n| --- | --- | --- | --- |\n"
    return f"## {family}\n\n{head}{rows}"


def _row(rule: type[Rule]) -> str:
    name = f"[{rule.name}](../rules/{rule.family}/{page_file(rule).name})"
    summary = (getdoc(rule) or "").partition("\n\n")[0].replace("\n", " ").rstrip(".")
    severity = f"{rule.severity}" if rule.default else f"{rule.severity}, off"
    options = ", ".join(f"`{option}`" for option in option_types(rule))
    return f"| {name} | {summary} | {severity} | {options} |\n"


def read_quality() -> dict[str, Any]:
    """What `bench.quality` measured; nothing before it has run."""
    if not QUALITY.exists():
        return {"rules": {}}
    quality: dict[str, Any] = json.loads(QUALITY.read_text("utf-8"))
    return quality


def rule_page(rule: type[Rule], quality: dict[str, Any]) -> str:
    """The page of a rule with its figures at the end; as it is if none were taken."""
    written = page_text(rule).partition(f"\n{MEASURED}\n")[0].rstrip("\n")
    figures = quality["rules"].get(rule.name)
    if not figures:
        return f"{written}\n"
    parts = "\n\n".join(_measured(figures, quality))
    return f"{written}\n\n{MEASURED}\n\n{parts}\n"


def _measured(figures: dict[str, Any], quality: dict[str, Any]) -> Iterator[str]:
    yield (
        f"By `python -m bench.quality` on {quality['date']}; all figures, and what the words mean:"
        "\n[quality](../../docs/quality.md)."
    )
    if recall := list(_recall(figures)):
        head = "| damage | found | by all rules meant to |\n| --- | ---: | ---: |"
        yield "\n".join([head, *recall])
    if figures["clean"]:
        head = "| clean text | findings | per 1,000 words | real | style | false | unjudged |"
        ruler = "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
        yield "\n".join([head, ruler, *_false_alarms(figures["clean"])])
    if silent := [name for name in quality["words"] if name not in figures["clean"]]:
        words = sum(quality["words"][name] for name in silent)
        yield f"Nothing is found in {words:,} words of clean text ({', '.join(silent)})."


def _recall(figures: dict[str, Any]) -> Iterator[str]:
    if real := figures.get("annotated"):
        yield f"| real, annotated | {real['found']} of {real['places']} | |"
    for row in figures.get("damaged", ()):
        yield f"| {row['class']} | {row['found']} of {row['tried']} | {row['by all']} |"


def _false_alarms(clean: dict[str, Any]) -> Iterator[str]:
    for name, row in clean.items():
        low, high = row["interval"]
        rate = f"{row['per 1,000 words']:.3f} ({low:.3f}–{high:.3f})"
        judged = " | ".join(str(row[said]) for said in ("real", "style", "false", "unjudged"))
        yield f"| {name} | {row['findings']} | {rate} | {judged} |"


def main() -> None:
    """Writes everything."""
    rules, quality = builtin_rules(), read_quality()
    OUTPUT.write_text(rules_page(rules), "utf-8")
    for rule in rules.values():
        page_file(rule).write_text(rule_page(rule, quality), "utf-8")


if __name__ == "__main__":
    main()
