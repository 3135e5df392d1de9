"""A comment to copydesk that it cannot follow."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from copydesk import Finding
from copydesk.options import hint
from copydesk.registry import Registry
from copydesk.suppress import Directive, SuppressionRule, Suppressions, Verb


@dataclass(frozen=True)
class InvalidSuppression(SuppressionRule):
    """A suppression comment is malformed, names no rule or names an unknown one."""

    name: ClassVar = "invalid-suppression"
    family: ClassVar = "suppression"

    require_reason: bool = False

    def audit(self, suppressions: Suppressions) -> Iterator[Finding]:
        for directive in suppressions.directives:
            for fault in self._faults(directive, suppressions.registry):
                yield self.finding(directive.comment.span, fault)
        for directive, selector in suppressions.idle_enables:
            if suppressions.registry.named(selector):
                fault = f"“{selector}” is not disabled here"
                yield self.finding(directive.comment.span, fault)

    def _faults(self, directive: Directive, registry: Registry) -> Iterator[str]:
        verbs = frozenset(str(verb) for verb in Verb)
        if directive.verb not in verbs:
            yield f"“{directive.verb}” is not a suppression{hint(directive.verb, verbs)}"
            return
        if not directive.selectors:
            yield f"“{directive.verb}” names no rule"
        for selector in directive.selectors:
            if not registry.named(selector):
                known = frozenset(registry) | registry.families
                yield f"“{selector}” is no rule or family{hint(selector, known)}"
        if self.require_reason and not directive.reason and directive.verb != Verb.ENABLE:
            yield f"“{directive.verb}” gives no reason"
