"""Runs all rules there are, those that are off too, over a document."""

from collections.abc import Iterable
from typing import NamedTuple

from copydesk import Document, Finding, Rule, Severity
from copydesk.engine import ActiveRule, check
from copydesk.registry import builtin_rules

REGISTRY = builtin_rules()
_ACTIVE = tuple(ActiveRule.with_defaults(rule) for rule in REGISTRY.values())


class Fault(Exception):  # noqa: N818  it is one: of a rule, a class of damage or a table
    """Why a measurement does not hold."""


class Named(NamedTuple):
    """A finding and its fingerprint."""

    finding: Finding
    fingerprint: str


def findings(document: Document) -> tuple[Named, ...]:
    """What all rules find.

    Raises:
        Fault: A rule crashed.
    """
    outcome = check(document, _ACTIVE, REGISTRY)
    for crash in outcome.crashes:
        raise Fault(f"rule {crash.rule} crashed on {document.path}: {crash.message}")
    return tuple(map(Named, outcome.findings, outcome.fingerprints))


def is_default(name: str) -> bool:
    """Whether a rule runs when nothing is selected."""
    return REGISTRY[name].default


def default_rules(severity: Severity | None = None) -> frozenset[str]:
    """The rules that run when nothing is selected, or those of them of one severity."""
    return frozenset(
        name
        for name, rule in REGISTRY.items()
        if rule.default and severity in {None, rule.severity}
    )


def families(rules: Iterable[str]) -> frozenset[str]:
    """The families that some rules belong to."""
    return frozenset(REGISTRY[rule].family for rule in rules)


def rule_of(name: str) -> type[Rule]:
    """The rule of a name.

    Raises:
        Fault: There is none.
    """
    try:
        return REGISTRY[name]
    except KeyError:
        raise Fault(f"no rule is called {name!r}") from None
