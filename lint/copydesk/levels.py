"""How much a finding matters."""

from collections.abc import Mapping
from enum import IntEnum


class Severity(IntEnum):
    """How sure a rule's findings are to be defects, and how much a defect of its kind matters."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


NEVER = Severity.ERROR + 1
"""The level to fail on that no finding reaches."""

SEVERITIES: Mapping[str, Severity] = {str(severity): severity for severity in Severity}
FAIL_LEVELS: Mapping[str, int] = {**SEVERITIES, "never": NEVER}
