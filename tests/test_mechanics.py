"""The mechanics rules: what a page cannot say about fixes, markup, white space and odd texts."""

import pytest
from copydesk import Applicability, Finding, Rule
from copydesk.markup import Format, read_text
from copydesk.registry import builtin_rules
from hypothesis import example, given
from hypothesis import strategies as st

RULES = [rule for rule in builtin_rules().values() if rule.family == "mechanics"]


def found(rule: str, text: str, markup: Format = Format.PLAIN) -> list[Finding]:
    return list(builtin_rules()[rule]().check(read_text(text, markup=markup)))


def flagged(rule: str, text: str, markup: Format = Format.PLAIN) -> list[str]:
    return [text[slice(*finding.span)] for finding in found(rule, text, markup)]


def fixed(rule: str, text: str, applicability: Applicability) -> str:
    for finding in reversed(found(rule, text)):
        for fix in finding.fixes:
            if fix.applicability is applicability:
                for span, replacement in reversed(fix.edits):
                    text = text[: span.start] + replacement + text[span.end :]
    return text


def test_safe_fixes_close_the_gap() -> None:
    text = "She came , saw \xa0. Then what ?"
    assert fixed("space-before-punctuation", text, Applicability.SAFE) == (
        "She came, saw. Then what?"
    )
    assert fixed("doubled-punctuation", "No,, no;; no.", Applicability.SAFE) == "No, no; no."


def test_a_space_is_put_behind_what_closes_and_before_what_opens() -> None:
    text = "He said.Being late (again).They left.“We go.”So he said;others did."
    assert fixed("missing-space", text, Applicability.UNSAFE) == (
        "He said. Being late (again). They left. “We go.” So he said; others did."
    )
    assert fixed("missing-space", "Stay,and sit.", Applicability.SAFE) == "Stay, and sit."


def test_a_straight_quotation_mark_does_not_say_where_the_space_belongs() -> None:
    (finding,) = found("missing-space", 'He said."It is late.')
    assert finding.fixes == ()


def test_a_space_before_a_line_break_is_none_before_the_mark() -> None:
    assert flagged("space-before-punctuation", "some words that were wrapped here \n, and") == []


def test_the_word_before_is_shown_without_what_opens() -> None:
    (finding,) = found("space-before-punctuation", "The actor (Ann Lee ), they say .")
    assert finding.message == "a space stands before the full stop after “say”"


def test_a_space_before_a_footnote_mark_is_not_before_the_stop() -> None:
    text = "A stack [^1]. The Web [link](x) , they say.\n\n[^1]: Note.\n"
    assert flagged("space-before-punctuation", text, Format.MARKDOWN) == ["link](x) ,"]


def test_addresses_and_code_keep_their_marks() -> None:
    text = (
        "See example.com/The.Thing, a@b.Com, foo_bar.Baz, C:\\Dir.Name, x.y.Then, v2.Beta, #a.B"
        " or https://example.org/a,b;c?d=E.F and {a,b} (see [1].The) at 10.30,then"
    )
    assert flagged("missing-space", text) == []


def test_code_in_markdown_is_not_read() -> None:
    text = "Call `foo.Bar` or `a,b`. Then `x` , y.\n\n```\nfoo.Bar , a,,b\n```\n"
    assert flagged("missing-space", text, Format.MARKDOWN) == []
    assert flagged("doubled-punctuation", text, Format.MARKDOWN) == []


def test_marks_that_are_spaced_and_doubled_are_reported_once() -> None:
    text = "escorted by the ships , , and ."
    findings = [finding for rule in RULES for finding in rule().check(read_text(text))]
    assert sorted((finding.rule, text[slice(*finding.span)]) for finding in findings) == [
        ("space-before-punctuation", "and ."),
    ]


@given(st.text(alphabet="aA .,;:!?'\"“”()-\n\t\xa0\ufdd0\ufffc1", max_size=60))
@example("; A")
def test_no_heap_of_marks_is_too_odd(text: str) -> None:
    document = read_text(text)
    for rule in RULES:
        for finding in rule().check(document):
            assert 0 <= finding.span.start < finding.span.end <= len(document.source)
            for fix in finding.fixes:
                for edit in fix.edits:
                    assert (
                        finding.span.start <= edit.span.start <= edit.span.end <= finding.span.end
                    )


@pytest.mark.parametrize(
    "piece", ["!?", "( ", " .", ",", ", ", ".", "a.B", "a,b", " \t", '."', "x ,"]
)
def test_time_grows_with_the_length_of_the_text(piece: str) -> None:
    """A hundred times the text takes nowhere near ten thousand times the time."""
    from time import process_time  # noqa: PLC0415

    def seconds(text: str) -> float:
        document = read_text(text)
        start = process_time()
        for rule in RULES:
            list(rule().check(document))
        return process_time() - start

    short = max(seconds(piece * 1000), 1e-3)
    assert seconds(piece * 100_000) < 1000 * short


@pytest.mark.parametrize("text", ["", " ", ".", " .", "a .", "a,", ",,", "a.."])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_shortest_texts_do_no_harm(rule: type[Rule], text: str) -> None:
    list(rule().check(read_text(text)))
