"""Every page of a built-in rule agrees with what the rule finds."""

import pytest
from copydesk import Rule
from copydesk.pages import faults
from copydesk.registry import builtin_rules, source_file

REGISTRY = builtin_rules()
RULES = list(REGISTRY.values())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_marks_are_exactly_the_findings(rule: type[Rule]) -> None:
    assert list(faults(rule, REGISTRY)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_lies_where_its_name_and_family_say(rule: type[Rule]) -> None:
    file = source_file(rule)
    assert file.stem == rule.name.replace("-", "_")
    assert file.parent.name == rule.family
