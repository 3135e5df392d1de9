"""Runs all rules there are, those that are off too, over a document."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from copydesk import Document, Finding, Rule, Severity
from copydesk.engine import ActiveRule, check
from copydesk.errors import CopydeskError
from copydesk.registry import Registry, builtin_rules


class Fault(Exception):  # noqa: N818  it is one: of a rule, a class of damage or a table
    """Why a measurement does not hold."""


class Named(NamedTuple):
    """A finding and its fingerprint."""

    finding: Finding
    fingerprint: str


@cache
def registry() -> Registry:
    """The rules that come with copydesk.

    Raises:
        Fault: One of them is faulty.
    """
    try:
        return builtin_rules()
    except CopydeskError as error:
        raise Fault(str(error)) from error


@cache
def _active() -> tuple[ActiveRule, ...]:
    return tuple(map(ActiveRule.with_defaults, registry().values()))


def findings(document: Document) -> tuple[Named, ...]:
    """What all rules find.

    Raises:
        Fault: A rule crashed.
    """
    outcome = check(document, _active(), registry())
    for crash in outcome.crashes:
        raise Fault(f"rule {crash.rule} crashed on {document.path}: {crash.message}")
    return tuple(map(Named, outcome.findings, outcome.fingerprints))


def is_default(name: str) -> bool:
    """Whether a rule runs when nothing is selected."""
    return registry()[name].default


def default_rules(severity: Severity | None = None) -> frozenset[str]:
    """The rules that run when nothing is selected, or those of them of one severity."""
    return frozenset(
        name
        for name, rule in registry().items()
        if rule.default and severity in {None, rule.severity}
    )


def families(rules: Iterable[str]) -> frozenset[str]:
    """The families that some rules belong to."""
    return frozenset(registry()[rule].family for rule in rules)


def rule_of(name: str) -> type[Rule]:
    """The rule of a name.

    Raises:
        Fault: There is none.
    """
    try:
        return registry()[name]
    except KeyError:
        raise Fault(f"no rule is called {name!r}") from None
