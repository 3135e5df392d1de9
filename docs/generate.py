"""Writes `docs/rules.md`, the list of all built-in rules.

    python docs/generate.py

A test fails while the list is not what this writes.
"""

from inspect import getdoc
from pathlib import Path

from copydesk import Rule
from copydesk.options import option_types
from copydesk.pages import page_file
from copydesk.registry import Registry, builtin_rules

OUTPUT = Path(__file__).with_name("rules.md")
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


if __name__ == "__main__":
    OUTPUT.write_text(rules_page(builtin_rules()), "utf-8")
