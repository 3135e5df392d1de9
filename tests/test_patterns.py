"""Patterns that are compiled when first used."""

import re

import pytest
from copydesk.patterns import lazy_pattern


def test_it_does_what_the_compiled_pattern_does() -> None:
    pattern, compiled = lazy_pattern(r"(a)|b", re.IGNORECASE), re.compile(r"(a)|b", re.IGNORECASE)
    assert pattern.findall("cAb") == compiled.findall("cAb")
    assert [found.span() for found in pattern.finditer("cAb")] == [(1, 2), (2, 3)]
    assert (pattern.pattern, pattern.groups) == (compiled.pattern, compiled.groups)


def test_it_is_compiled_when_it_is_used_and_not_before() -> None:
    faulty = lazy_pattern("(")
    with pytest.raises(re.error):
        faulty.search("a")


def test_patterns_of_bytes_match_bytes() -> None:
    assert lazy_pattern(rb"\d+").findall(b"a1b22") == [b"1", b"22"]
