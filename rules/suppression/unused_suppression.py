"""A comment that silences nothing."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Finding
from copydesk.suppress import SuppressionRule, Suppressions


class UnusedSuppression(SuppressionRule):
    """A suppression comment names a rule that finds nothing there."""

    name: ClassVar = "unused-suppression"
    family: ClassVar = "suppression"

    def audit(self, suppressions: Suppressions) -> Iterator[Finding]:
        for scope in suppressions.unused():
            yield self.finding(
                scope.directive.comment.span,
                f"{scope.directive.verb} “{scope.selector}” silences nothing",
            )
