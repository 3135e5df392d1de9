"""What markup, templates and editors leave: what the pages of the rules cannot show."""

from time import process_time

import pytest
from copydesk import Applicability, Finding, Rule
from copydesk.markup import Format, read_text
from copydesk.registry import builtin_rules
from hypothesis import given
from hypothesis import strategies as st

NAMES = (
    "editing-note hidden-address leftover-entity leftover-escape leftover-markup lost-number"
    " placeholder-text template-field tracking-parameter unrendered-markdown"
).split()
RULES = [builtin_rules()[name] for name in NAMES]


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


def test_links_of_a_wiki_are_markup() -> None:
    text = "He was born in [[Brno|the town of Brno]].\n\n[[Category:1898 births]]\n"
    assert flagged("leftover-markup", text) == [
        "[[Brno|the town of Brno]]",
        "[[Category:1898 births]]",
    ]
    assert flagged("leftover-markup", 'Type x[["a"]] or [[ -f x ]] or a[[1]].') == []


def test_tags_side_by_side_are_one_finding() -> None:
    (finding,) = found("leftover-markup", "Login <a href='x'><img src='y'></a> The mayor won.")
    assert finding.message == "“<a href='x'><img src='y'></a>” is a tag of HTML, not text"


def test_tags_in_two_paragraphs_are_two_findings() -> None:
    assert flagged("leftover-markup", "It was late.<br>\n\n<br>He left.") == ["<br>", "<br>"]


def test_a_code_that_was_escaped_again_and_again_is_read_to_the_end() -> None:
    (finding,) = found("leftover-entity", "Late.\n\n&amp;amp;amp;amp;amp;#8217;\n\nHe left.")
    assert finding.message.endswith("is a code for “’”")


def test_fixes_put_the_character() -> None:
    text = "The mayor&#8217;s 5&nbsp;caf&eacute;s &amp; bars &lt; others"
    assert fixed("leftover-entity", text) == "The mayor’s 5 cafés & bars &lt; others"
    text = r"It isn\'t \u201clate\u201d, nu00ef na\u00efve"
    assert fixed("leftover-escape", text) == "It isn't “late”, nu00ef naïve"


def test_an_escape_of_two_halves_is_one_character() -> None:
    (finding,) = found("leftover-escape", r"It was late \ud83d\ude00 then.")
    assert finding.message.endswith("is an escape for “😀”")


def test_no_fix_is_offered_where_the_source_is_markup() -> None:
    (finding,) = found("leftover-entity", "<p>The mayor&amp;#8217;s</p>", Format.HTML)
    assert finding.fixes == ()


def test_tracking_parameters_are_taken_out_and_others_stay() -> None:
    text = "See https://a.org/x?utm_source=b&id=3&utm_medium=c and https://a.org/?fbclid=d now."
    assert fixed("tracking-parameter", text) == "See https://a.org/x?id=3 and https://a.org/ now."


def test_the_other_places_of_a_mark_are_the_evidence() -> None:
    text = "It was **late**, **very late** and **dark**."
    (finding,) = found("unrendered-markdown", text)
    assert finding.message == "“**late**” is emphasis in Markdown, and 2 more"
    others = [text[slice(*related.span)] for related in finding.related]
    assert others == ["**very late**", "**dark**"]


def test_an_article_with_markup_and_one_word_on_code_is_still_searched() -> None:
    text = "Please enable JavaScript to see comments.\n\nIt was late.<br>\n\nHe left."
    assert flagged("leftover-markup", text) == ["<br>"]


def test_the_words_of_a_residue_do_not_make_it_the_subject() -> None:
    text = 'It was late. <script type="text/javascript" src="javascript.html"></script> He left.'
    assert len(flagged("leftover-markup", text)) == 1


def test_a_template_is_no_article() -> None:
    fields = " ".join(f"{{{{ field{number} }}}} is" for number in range(20))
    assert flagged("template-field", fields) == []
    assert flagged("template-field", "{% extends 'base' %} Dear {{ name }}") == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@pytest.mark.parametrize("text", ["", "a", "<", "[", "\\", "&", "%", "😀" * 50, "مرحبا <بالعالم>"])
def test_odd_texts_are_clean(rule: type[Rule], text: str) -> None:
    assert list(rule().check(read_text(text))) == []


@given(st.text(alphabet="ab1 <>/[](){}|*#`&;=\"'\\nu%$!?:.-_\n\ufdd0\ufffc", max_size=60))
def test_no_heap_of_marks_is_too_odd(text: str) -> None:
    for markup in Format:
        document = read_text(text, markup=markup)
        for rule in RULES:
            for finding in rule().check(document):
                assert 0 <= finding.span.start < finding.span.end <= len(document.source)


@pytest.mark.parametrize(
    "piece",
    "< <a <a\u00a0b= [ [[ {{ { ' ''' \\ \\n \\\" & &amp; &amp;amp; % %s ** *|a ( ([ ![a]( [a]( |"
    " |-- ``` ## TK TODO XX$ function( var\u00a0 window. <br> {a|b {{a}} lorem ?utm_a=b& => %20a"
    " ]]".split(),
)
def test_time_grows_with_the_length_of_the_text(piece: str) -> None:
    """Eighty times the text takes nowhere near 6,400 times the time."""

    def seconds(times: int) -> float:
        document = read_text(piece.replace("\u00a0", " ") * times)
        start = process_time()
        for rule in RULES:
            list(rule().check(document))
        return process_time() - start

    assert seconds(80_000) < 600 * max(seconds(1000), 2e-3)
