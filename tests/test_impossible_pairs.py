"""The table of impossible pairs holds what grammar forbids, and nothing that it allows."""

import pytest
from copydesk.english.impossible_pairs import KNOWN, pairs


@pytest.mark.parametrize("pair", ["the of", "they the", "from of", "could him", "very of", "of is"])
def test_what_grammar_forbids_is_impossible(pair: str) -> None:
    first, second = pair.split()
    assert second in pairs().impossible[first]


@pytest.mark.parametrize("pair", ["of the", "in which", "had had", "out of", "that the", "such a"])
def test_what_grammar_allows_is_not(pair: str) -> None:
    first, second = pair.split()
    assert second not in pairs().impossible.get(first, ())


def test_only_known_words_are_in_the_table() -> None:
    impossible = pairs().impossible
    assert impossible.keys() <= KNOWN
    assert all(seconds <= KNOWN for seconds in impossible.values())


def test_compounds_of_prepositions_are_known() -> None:
    assert "depth" in pairs().compounds["in"]
    assert "election" in pairs().compounds["by"]
