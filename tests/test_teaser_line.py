"""Teaser lines in brackets, and patterns that a user writes."""

import pytest
from copydesk.engine import ActiveRule, check
from copydesk.errors import CopydeskError
from copydesk.levels import Severity
from copydesk.markup import read_text
from copydesk.options import build_rule
from copydesk.registry import builtin_rules

REGISTRY = builtin_rules()
BEFORE = "Council approves harbour plan\n\nThe council approved the plan on Monday.\n\n"


def found(line: str, *patterns: str) -> list[str]:
    rule = build_rule(REGISTRY["teaser-line"], {"patterns": list(patterns)})
    outcome = check(read_text(BEFORE + line), [ActiveRule(rule, Severity.WARNING)], REGISTRY)
    assert not outcome.crashes
    return [outcome.document.source[slice(*finding.span)] for finding in outcome.findings]


def test_a_headline_in_brackets_is_a_teaser() -> None:
    line = "[Man Pleads Guilty to Sending Threatening Letters to Mayor]"
    assert found(line) == [line]


@pytest.mark.parametrize("line", ["[applause]", "[The clerk left the room before the vote.]"])
def test_a_remark_in_brackets_is_none(line: str) -> None:
    assert found(line) == []


def test_a_users_pattern_is_searched_for() -> None:
    line = "From our partners at the zoo"
    assert found(line) == []
    assert found(line, "^From our partners") == [line]


def test_a_users_pattern_that_takes_too_long_is_a_crash() -> None:
    rule = build_rule(REGISTRY["teaser-line"], {"patterns": ["(a|aa)+$"]})
    document = read_text(BEFORE + "a" * 60 + "b")
    outcome = check(document, [ActiveRule(rule, Severity.WARNING)], REGISTRY)
    assert [crash.rule for crash in outcome.crashes] == ["teaser-line"]
    assert "TimeoutError" in outcome.crashes[0].message


def test_a_faulty_pattern_is_an_error_before_any_text_is_read() -> None:
    with pytest.raises(CopydeskError, match="is not a pattern"):
        build_rule(REGISTRY["teaser-line"], {"patterns": ["("]})
