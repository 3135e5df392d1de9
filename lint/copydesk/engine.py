"""Runs rules over a document."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from copydesk.document import Block, Document, Draft, Layout, Run, Span
from copydesk.fingerprint import fingerprints
from copydesk.levels import Severity
from copydesk.registry import Registry
from copydesk.rule import Finding, Rule
from copydesk.suppress import Ignore, SuppressionRule, Suppressions, suppress


class ActiveRule(NamedTuple):
    """A rule with its options, and the severity that its findings are given."""

    rule: Rule
    severity: Severity

    @classmethod
    def with_defaults(cls, rule: type[Rule]) -> "ActiveRule":
        """The rule as it is without any configuration."""
        return cls(rule(), rule.severity)


class Crash(NamedTuple):
    """A rule that raised on a document: which, where as far as it can be told, and what."""

    rule: str
    span: Span
    message: str


class Outcome(NamedTuple):
    """What the rules say of one document.

    Attributes:
        document: The document.
        findings: The findings that stand, in order of their place.
        fingerprints: The name of each of `findings`, in the same order.
        crashes: The rules that crashed.
        suppressions: What was taken out, and by what.
    """

    document: Document
    findings: tuple[Finding, ...]
    fingerprints: tuple[str, ...]
    crashes: tuple[Crash, ...]
    suppressions: Suppressions


def check(
    document: Document,
    rules: Sequence[ActiveRule],
    registry: Registry,
    ignores: Iterable[Ignore] = (),
) -> Outcome:
    """Runs every rule; one that crashes is recorded and the others still run.

    `registry` holds all rules there are, by which suppressions are understood.
    """
    findings: set[Finding] = set()
    crashes: list[Crash] = []
    for active in rules:
        try:
            findings.update(_run(active, document))
        except Exception as error:  # noqa: BLE001  any fault of a rule is that rule's crash
            crashes.append(_crash(active, document, error))
    ran = frozenset(active.rule.name for active in rules) - {crash.rule for crash in crashes}
    named = _named(document, findings)
    suppressions = suppress(document, named, ignores, registry, ran)
    named |= _named(document, _audit(rules, suppressions))
    kept = tuple(sorted(named.keys() - set(suppressions.suppressed), key=_order))
    return Outcome(document, kept, tuple(named[f] for f in kept), tuple(crashes), suppressions)


def _named(document: Document, findings: Iterable[Finding]) -> dict[Finding, str]:
    """Findings in order and the fingerprint of each."""
    found = sorted(findings, key=_order)
    return dict(zip(found, fingerprints(document, found), strict=True))


def _audit(rules: Iterable[ActiveRule], suppressions: Suppressions) -> Iterator[Finding]:
    for active in rules:
        if isinstance(active.rule, SuppressionRule):
            for finding in active.rule.audit(suppressions):
                yield finding._replace(severity=active.severity)


def _run(active: ActiveRule, document: Document) -> Iterator[Finding]:
    for finding in active.rule.check(document):
        if not 0 <= finding.span.start < finding.span.end <= len(document.source):
            raise ValueError(f"a finding at {tuple(finding.span)}, which is no place in the text")
        yield finding._replace(severity=active.severity)


def _order(finding: Finding) -> tuple[Span, str, str]:
    return finding.span, finding.rule, finding.message


def _crash(active: ActiveRule, document: Document, error: Exception) -> Crash:
    span = _crash_span(active, document)
    return Crash(active.rule.name, span, f"{type(error).__name__}: {error}")


def _crash_span(active: ActiveRule, document: Document) -> Span:
    """The first block on which alone the rule crashes too, else the whole document."""
    for block in document.prose:
        try:
            list(_run(active, _alone(document, block)))
        except Exception:  # noqa: BLE001  this is the search for one
            return block.span
    return Span(0, len(document.source))


def _alone(document: Document, block: Block) -> Document:
    draft = Draft(block.kind, block.span, (Run(block.text, *block.span),), block.level)
    return Document.from_layout(document.source, Layout((draft,)), document.path)
