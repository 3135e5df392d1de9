"""Rules on splices and leftovers keep still where their pages cannot show it, and offer fixes."""

import pytest
from copydesk import Applicability, Finding, Rule
from copydesk.analysis.phrasing.lone_determiners import lone_determiners, two_articles
from copydesk.analysis.phrasing.stranded_prepositions import may_lack_object
from copydesk.markup import read_text
from copydesk.registry import builtin_rules

RULES = builtin_rules()
NAMES = (
    "broken-correlative",
    "clashing-words",
    "doubled-conjunction",
    "glued-sentences",
    "lower-case-start",
    "missing-function-word",
    "missing-object",
    "spliced-time",
    "stranded-word",
    "wrong-preposition",
)


def found(name: str, text: str) -> list[Finding]:
    return list(rule(name).check(read_text(text)))


def rule(name: str) -> Rule:
    return RULES[name]()


def fixed(name: str, text: str) -> str:
    """The text after the only fix of the only finding, which is unsafe."""
    [finding] = found(name, text)
    [fix] = finding.fixes
    [edit] = fix.edits
    assert fix.applicability is Applicability.UNSAFE
    return text[: edit.span.start] + edit.text + text[edit.span.end :]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "text", ["", "The", ".", "of .", "the ,", "they", "?!" * 2_000, "the . " * 500, "🙂 " * 500]
)
def test_odd_texts_are_survived(name: str, text: str) -> None:
    assert all(finding.span.start < finding.span.end for finding in found(name, text))


def test_a_wrong_preposition_is_replaced_or_dropped() -> None:
    assert fixed("wrong-preposition", "It was capable to fly.") == "It was capable of fly."
    assert fixed("wrong-preposition", "He came despite of it.") == "He came despite it."


def test_a_stop_is_put_between_sentences() -> None:
    text = "The old bridge was closed before the election And nobody missed it."
    assert "election. And" in fixed("glued-sentences", text)


def test_a_capital_is_put_after_a_stop() -> None:
    text = "It rained. We left. The bridge was closed. and nobody missed it. She stayed."
    assert "closed. And nobody" in fixed("lower-case-start", text)


def test_phrases_do_not_run_over_sentences() -> None:
    assert not found("spliced-time", "It was so in the last. On Friday it rained.")
    assert not found("broken-correlative", "He liked both. Men or women came.")


def test_a_line_of_a_list_begins_no_sentence_inside_one() -> None:
    assert not found("glued-sentences", "We need to find the answers\nWe need to move the files.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it was brought in", True),
        ("they brought the old case in", True),
        ("the goal came from five metres in", True),
        ("the town which he was born in", True),
        ("she was born in", False),
        ("the election in", False),
        ("a house in Paris in", False),
        ("she was looked at", True),
        ("a problem to look at", True),
        ("she was convicted at", False),
        ("cared for by", False),
        ("it happened during", False),
    ],
)
def test_prepositions_that_may_lack_their_object(text: str, *, expected: bool) -> None:
    texts = text.split()
    assert may_lack_object(texts, [word.lower() for word in texts], len(texts) - 1) is expected


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("They held it for the a year.", ["the a"]),
        ("He saw the of and his the.", ["the of", "his the"]),
        ("It is one of the oldest towns of this the country.", ["this the"]),
        ("With this the war was over; they call this the road.", []),
        ("It cost many their lives, and that the mayor left is known.", []),
    ],
)
def test_determiners_without_a_noun(text: str, pairs: list[str]) -> None:
    document = read_text(text)
    texts = document.tokens.texts
    assert [f"{texts[i]} {texts[i + 1]}" for i in lone_determiners(document)] == pairs
    assert two_articles(document) == tuple(
        i for i in lone_determiners(document) if f"{texts[i]} {texts[i + 1]}" == "the a"
    )
