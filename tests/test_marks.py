"""Brackets, stops and marks: what the pages of their rules cannot show."""

import random
from time import process_time

import pytest
from copydesk import Applicability, Document, Finding, Rule
from copydesk.analysis.brackets import unpaired_brackets
from copydesk.analysis.endings import endings, is_stopped
from copydesk.analysis.truncation import broken_off
from copydesk.markup import Format, read_text
from copydesk.registry import builtin_rules
from hypothesis import given
from hypothesis import strategies as st

from bench.corruptions import Corruption, marks

NAMES = (
    "leading-punctuation",
    "missing-final-stop",
    "mixed-quotation-marks",
    "punctuation-outside-quotation",
    "space-inside-brackets",
    "stray-marker",
    "truncated-text",
    "unbalanced-bracket",
)
RULES = [builtin_rules()[name] for name in NAMES]
OPENING = "The council met on Monday, and it was the last time this year that it did so."
ARTICLE = f"""The Last Meeting of the Year

{OPENING} "We are going to build it," said the mayor, "and we mean it."

The plan (which was drawn up in May) goes to a judge, who has a year [or two] to look at it.

In the end, nobody on the council was against it, though some had said that they would be. "We will
see what becomes of it." It meets again in May, when there is more to be said of it.
"""


def found(rule: str, text: str, markup: Format = Format.PLAIN) -> list[Finding]:
    return list(builtin_rules()[rule]().check(read_text(text, markup=markup)))


def flagged(rule: str, text: str, markup: Format = Format.PLAIN) -> list[str]:
    return [text[slice(*finding.span)] for finding in found(rule, text, markup)]


def fixed(rule: str, text: str) -> str:
    for finding in reversed(found(rule, text)):
        for fix in finding.fixes:
            assert fix.applicability is Applicability.SAFE
            for span, replacement in reversed(fix.edits):
                text = text[: span.start] + replacement + text[span.end :]
    return text


def evidence(finding: Finding, text: str) -> list[str]:
    return [text[slice(*related.span)] for related in finding.related]


def test_safe_fixes_close_the_gaps() -> None:
    text = "The firm ( NYSE:ABC ) rose (in May ), “ it said ”.\n\n, In June it fell."
    assert fixed("space-inside-brackets", text) == (
        "The firm (NYSE:ABC) rose (in May), “it said”.\n\n, In June it fell."
    )
    assert fixed("leading-punctuation", text).endswith("\n\nIn June it fell.")


def test_a_space_that_the_source_has_not_is_none() -> None:
    text = "The plan (the second[^1] ) and [ one](x) is [ done] (in May ).\n\n[^1]: Note.\n"
    assert flagged("space-inside-brackets", text, Format.MARKDOWN) == ["[ ", " )"]


@pytest.mark.parametrize(
    "text",
    [
        "Choose (such as a) red, b) green) at will.",
        "All is well :) and :-) and ;) and (well) :( but =) and (so it goes :)",
        "The share is in [0, 1) or (0, 1] or [−1, +∞), as before.",
        "e.g.) one\n\n2) two\n\niv) three\n\nB) four",
        "(An aside (in two.\n\nparagraphs) is over)",
        "Press ( to begin and the ) key, or “(”, to end.",
        "| a (b |\n\nprint(x;\n\n{ ( }",
    ],
)
def test_brackets_that_need_no_partner(text: str) -> None:
    assert flagged("unbalanced-bracket", text) == []


def test_the_bracket_of_the_other_kind_is_evidence() -> None:
    text = "It was dropped (as we said a week before] and nobody minded."
    (finding,) = found("unbalanced-bracket", text)
    assert text[slice(*finding.span)] == "]"
    assert evidence(finding, text) == ["("]


def test_an_aside_runs_over_a_few_paragraphs_only() -> None:
    assert not read_text("(a\n\n" + "b\n\n" * 4 + "the end)").analysis(unpaired_brackets)
    assert len(read_text("(a\n\n" + "b\n\n" * 5 + "the end)").analysis(unpaired_brackets)) == 2


@pytest.mark.parametrize(
    "end", ["… [+1204 chars]", "[+7 characters]", " the […]", " on...", " whom he…"]
)
def test_dots_that_a_program_put(end: str) -> None:
    text = f"{OPENING}\n\n{OPENING} It is to be seen what comes of it{end}"
    assert flagged("truncated-text", text) == [end.removeprefix(" the ").removeprefix(" on")] or (
        end == " whom he…" and flagged("truncated-text", text) == ["…"]
    )


def test_dots_in_the_middle_of_an_article_are_an_afterthought() -> None:
    text = f"{OPENING}\n\n{OPENING} It is to be seen what comes of it...\n\n{OPENING}"
    assert flagged("truncated-text", text) == []


@pytest.mark.parametrize(
    ("end", "word"),
    [
        ("and the mayor of the", "the"),
        ("and in the end the counci", "counci"),
        ("and in the end a p", "p"),
        ("and in the end,", "end,"),
        ("and in the end, said Mr", "Mr"),
        ("as was said. And", "And"),
    ],
)
def test_a_last_paragraph_that_breaks_off(end: str, word: str) -> None:
    text = f"{OPENING}\n\nIt will meet again on Friday, when it has to vote on the plan {end}"
    assert flagged("truncated-text", text) == [word]
    assert flagged("missing-final-stop", text) == []


def test_a_paragraph_that_goes_on_in_the_next_has_that_as_evidence() -> None:
    text = (
        f"{OPENING}\n\nIt will meet again on Friday, when it votes on the plan of Jane Roe\n\nand"
    )
    (finding,) = found("truncated-text", f"{text} of others.")
    assert evidence(finding, text) == ["a"]


@pytest.mark.parametrize(
    "following", ["- an item", "> a quotation", "    code", "| a | b |\n| - | - |\n| c | d |"]
)
def test_what_leads_over_needs_no_stop(following: str) -> None:
    text = (
        f"{OPENING}\n\n{OPENING}\n\n{OPENING} Here is what it has decided in the\n\n{following}\n"
    )
    document = read_text(text, markup=Format.MARKDOWN)
    assert document.analysis(endings).unfinished == ()
    assert document.analysis(broken_off) == ()


def test_lines_are_no_running_text() -> None:
    lines = (
        "Jane Roe of the Council\nThe Old Hall in the Middle of the Town\nFar Away in the Valley"
    )
    assert read_text(lines, markup=Format.MARKDOWN).analysis(endings).unfinished == ()


@pytest.mark.parametrize(
    "text", ["It is.", "“It is.”", "It is. [3]", "It is.12", "Is it?)", "Wait…", "Here:", "完了。"]
)
def test_stops(text: str) -> None:
    assert is_stopped(text)


@pytest.mark.parametrize("text", ["It is", "“It is”", "in 2019", "see [3]", "U.S", ""])
def test_no_stops(text: str) -> None:
    assert not is_stopped(text)


def test_a_stop_outside_has_the_others_as_evidence() -> None:
    inside = "“We are going to win,” she said. " * 4
    text = f"{inside}“They have no idea of it”, said a friend."
    (finding,) = found("punctuation-outside-quotation", text)
    assert evidence(finding, text) == [",”"] * 3


def test_all_notes_are_one_finding() -> None:
    text = "It was so.[1] It is so.[2][3] It will be so.[4]"
    (finding,) = found("stray-marker", text)
    assert evidence(finding, text) == ["[2]", "[3]", "[4]"]


CLASSES = [value for value in vars(marks).values() if isinstance(value, Corruption)]


@pytest.mark.parametrize("damage", CLASSES, ids=lambda one: one.name)
def test_every_class_of_damage_damages_the_article(damage: Corruption) -> None:
    document = read_text(ARTICLE)
    chance = random.Random(0)  # noqa: S311  damage, not secrets
    edits = [damage.damage(document, chance) for _ in range(5)]
    assert all(edit and edit.apply(ARTICLE) != ARTICLE for edit in edits)
    assert damage.rules <= set(NAMES)
    assert damage.damage(read_text("Nothing"), chance) is None


@given(st.text(alphabet="aA .,:;!?'\"“”()[]{}•¶1…-\n\t\xa0\ufdd0\ufffc", max_size=80))
def test_no_heap_of_marks_is_too_odd(text: str) -> None:
    document = read_text(text)
    for rule in RULES:
        for finding in rule().check(document):
            assert 0 <= finding.span.start < finding.span.end <= len(document.source)


@pytest.mark.parametrize(
    "piece",
    [
        *("(", ")", "(]", "( ", " )", "a)", ":)", "[1]", "x[1] ", " • ", "!'\"", "🙂"),
        *('"', '" ', "“ ", '"a b c d". ', "a (b\n\n", ", a\n\n", "a b c d e...\n\n"),
        "It is so and so and so and so and so and so and so the\n\n",
    ],
)
def test_time_grows_with_the_length_of_the_text(piece: str) -> None:
    """Ten times the text takes nowhere near a hundred times the time."""

    def seconds(document: Document, rule: type[Rule]) -> float:
        start = process_time()
        list(rule().check(document))
        return process_time() - start

    short, long = (read_text(piece * times) for times in (3_000, 30_000))
    for rule in RULES:
        assert seconds(long, rule) < 40 * max(seconds(short, rule), 0.005)


@pytest.mark.parametrize("text", ["", " ", "(", ")", "•", ",", ", a", "…", "[1]", '"', '".', "¶"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_shortest_texts_do_no_harm(rule: type[Rule], text: str) -> None:
    list(rule().check(read_text(text)))
