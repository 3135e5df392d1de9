"""The rules about characters: what a page cannot say about fixes, controls and odd texts."""

from importlib import import_module
from time import process_time

import pytest
from copydesk import Applicability, Finding, Rule
from copydesk.analysis.characters import beside, code_points, rare_characters, rare_text, runs
from copydesk.markup import Format, read_text
from copydesk.registry import Registry
from hypothesis import given
from hypothesis import strategies as st

NAMES = (
    "mojibake replacement-character control-character invisible-character bidirectional-control"
    " mixed-script-word split-ligature ligature-character hyphenation-break"
).split()


def _rule(name: str) -> type[Rule]:
    module = import_module(f"copydesk.rules.mechanics.{name.replace('-', '_')}")
    return next(
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Rule) and vars(value).get("name") == name
    )


RULES = Registry(map(_rule, NAMES))


def found(rule: str, text: str, markup: Format = Format.PLAIN) -> list[Finding]:
    return list(RULES[rule]().check(read_text(text, markup=markup)))


def flagged(rule: str, text: str, markup: Format = Format.PLAIN) -> list[str]:
    return [text[slice(*finding.span)] for finding in found(rule, text, markup)]


def fixed(rule: str, text: str, *allowed: Applicability) -> str:
    edits = [
        edit
        for finding in found(rule, text)
        for fix in finding.fixes
        if fix.applicability in (allowed or (Applicability.SAFE,))
        for edit in fix.edits
    ]
    for span, replacement in sorted(edits, reverse=True):
        text = text[: span.start] + replacement + text[span.end :]
    return text


@pytest.mark.parametrize("codec", ["cp1252", "mac_roman", "cp437", "cp850", "cp1254"])
@pytest.mark.parametrize(
    "text", ["It’s “fine” – so she said…", "Señora Núñez, one café", "the Straße in Zürich is wet"]
)
def test_what_one_encoding_garbled_is_put_right(text: str, codec: str) -> None:
    garbled = "".join(bytes((byte,)).decode(codec, "ignore") or chr(byte) for byte in text.encode())
    assert garbled != text
    assert fixed("mojibake", garbled) == text


def test_what_was_garbled_twice_is_put_right() -> None:
    twice = "It’s a café".encode().decode("cp1252").encode().decode("cp1252")
    assert fixed("mojibake", twice) == "It’s a café"


def test_marks_of_windows_are_read_as_such() -> None:
    text = "He said: \x93Never\x94 \x96 and left the house."
    assert fixed("mojibake", text) == "He said: “Never” – and left the house."
    assert flagged("control-character", text) == []


def test_what_was_lost_is_not_put_right_unseen() -> None:
    text = "She said “no,â€� and the family,â€ too; some ï¿½ were lost."
    assert len(found("mojibake", text)) == 3
    assert fixed("mojibake", text) == text
    assert flagged("replacement-character", text) == []


def test_an_apostrophe_is_put_only_on_demand_and_as_the_article_has_it() -> None:
    text = "Josh\ufffds dog didn?t bark. It’s old."
    assert fixed("replacement-character", text) == text
    assert (
        fixed("replacement-character", text, Applicability.UNSAFE)
        == "Josh’s dog didn’t bark. It’s old."
    )


def test_our_own_marks_are_not_in_the_source() -> None:
    markdown = "One `code` here.\n\nAnd ![an image](a.png) there.\n"
    for rule in ("replacement-character", "control-character"):
        assert found(rule, markdown, Format.MARKDOWN) == []
    assert flagged("control-character", "One \ufdd0 here.\n\nTwo.") == ["\ufdd0"]
    assert flagged("replacement-character", "One \ufffc here.\n\nTwo.") == ["\ufffc"]


@pytest.mark.parametrize("markup", Format)
def test_characters_come_through_every_markup(markup: Format) -> None:
    text = "The wo\x08rd and wo\u200brd, \u202eover\u202c and p\u0430ypal, caf\xc3\xa9."
    for rule, place in (
        ("control-character", "\x08"),
        ("invisible-character", "\u200b"),
        ("bidirectional-control", "\u202e"),
        ("mixed-script-word", "p\u0430ypal"),
        ("mojibake", "\xc3\xa9"),
    ):
        assert flagged(rule, text, markup) == [place]


def test_what_is_in_code_is_not_prose() -> None:
    markdown = "Call `p\u0430y\u200b\x08Ã©`.\n\n```\ndon?t\ufffd \u202eofﬁ ce\n```\n"
    for rule in NAMES:
        assert found(rule, markdown, Format.MARKDOWN) == []


def test_a_mark_written_as_an_entity_is_meant() -> None:
    html = "<p>An auto&shy;mobile, a&zwnj;b and &#x202a;here&#x202c;.</p>"
    assert found("invisible-character", html, Format.HTML) == []
    assert found("bidirectional-control", html, Format.HTML) == []


def test_hidden_text_is_spelt_out() -> None:
    hidden = "".join(chr(0xE0000 + ord(letter)) for letter in "obey")
    (finding,) = found("invisible-character", f"A text{hidden}.")
    assert "“obey”" in finding.message


def test_a_pair_of_controls_is_taken_out_as_one() -> None:
    text = "Call \u202a+1 555 0100\u202c or \u2068me\u2069."
    (first, second) = found("bidirectional-control", text)
    assert [len(fix.edits) for fix in (*first.fixes, *second.fixes)] == [2, 2]
    assert fixed("bidirectional-control", text) == "Call +1 555 0100 or me."
    assert fixed("bidirectional-control", "a \u202egpj.exe\u202c") == "a \u202egpj.exe\u202c"


def test_nested_controls_end_in_their_order() -> None:
    nested = "\u2067שלום \u202a12\u202c\u2069 and \u202b\u2066x\u202c\u2069\u202c."
    assert flagged("bidirectional-control", nested) == ["\u202c"]


def test_letters_are_put_back_into_the_script_of_the_word() -> None:
    assert fixed("mixed-script-word", "The Мayor of «иcтopiи»") == "The Mayor of «исторіи»"


def test_a_placeholder_is_no_part_of_a_word() -> None:
    assert found("mixed-script-word", "Последний %sсписок и %2luс времени") == []


def test_split_words_are_put_together() -> None:
    text = "The of ﬁ ce made a signifi cant o ffer, a ff ordable and e ective; it was diﬃ cult."
    assert fixed("split-ligature", text) == (
        "The office made a significant offer, affordable and effective; it was difficult."
    )
    assert flagged("ligature-character", text) == []
    assert fixed("ligature-character", "ﬁve oﬃcers, aﬄuent") == "five officers, affluent"


def test_a_broken_word_is_joined_unseen_only_where_its_end_is_no_word() -> None:
    text = "The govern- ment has an image- maker and an arm- chair."
    assert fixed("hyphenation-break", text) == (
        "The government has an image- maker and an arm- chair."
    )
    (finding,) = found("hyphenation-break", "An ash-blond man. The ash- blond man left.")
    assert [related.message for related in finding.related] == ["“ash-blond” is in one piece here"]


def test_the_helpers_say_what_they_see() -> None:
    document = read_text("A “café”\u200b\u200b.\n\nB.")
    assert document.analysis(rare_text) == "“é”\u200b\u200b\ufdd0"
    assert [match.span() for match in runs(document, {"\u200b"})] == [(8, 10)]
    assert document.analysis(rare_characters) >= {"é", "\u200b"}
    assert beside(document.text, 8, 10) == ("“café”", ".")
    assert code_points("\u200b\u200babcde") == "U+200B, U+0061, U+0062, U+0063, …"


ODD = (
    "aIé ÃÂâ€œ™\x80\x9d\x07?nt's%ﬁf-\nаοяשע👨🏴\ufffd\ufffc\ufdd0\u200b\u200d\xad\ufe0f"
    "\u202a\u202e\u202c\u2068\u2069\U000e0041"
)


@given(st.text(alphabet=ODD, max_size=40))
def test_no_heap_of_characters_is_too_odd(text: str) -> None:
    for markup in Format:
        document = read_text(text, markup=markup)
        for rule in RULES.values():
            for finding in rule().check(document):
                assert 0 <= finding.span.start < finding.span.end <= len(document.source)
                for fix in finding.fixes:
                    for edit in fix.edits:
                        assert 0 <= edit.span.start < edit.span.end <= len(document.source)


@pytest.mark.parametrize(
    "piece",
    [
        *("Ã©", "à a ¡ ", "â€", "\x80 ", "\ufffd ", "n?t ", "?", "\x07 ", "\u200b", "a\u200b"),
        *("\u202a", "\u202a\u202c ", "\u2066\u202a", "aя ", "a", "я", "fi ", " ff", "ﬁ ", "a- b"),
        *("👨\u200d👩", "שלום ", "привет "),
    ],
)
def test_time_grows_with_the_length_of_the_text(piece: str) -> None:
    """Sixty times the text takes nowhere near 3,600 times the time."""

    def seconds(text: str) -> float:
        document = read_text(text)
        start = process_time()
        for rule in RULES.values():
            list(rule().check(document))
        return process_time() - start

    short = max(seconds(piece * 500), 1e-3)
    assert seconds(piece * 30_000) < 600 * short


@pytest.mark.parametrize("rule", NAMES)
@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "a",
            "-",
            "?",
            "\ufffd",
            "\u200b",
            "ﬁ",
            "🙂" * 50,
            "שלום \u200fעולם",
            chr(0xD800),
        ),
        "El niño comió piñas en São Paulo – «así» es la vida, ¿no? Übrigens: schön, Œuvre à l’été.",
        "Підприємство об’єднує; «Він» тієї ночі. Ευρώπη, Αθήνα. CAFÉ”, “É”, d’été…",
    ],
)
def test_short_and_foreign_texts_are_left_alone(rule: str, text: str) -> None:
    harmless = {"\ufffd", "\u200b", "ﬁ", chr(0xD800)}
    assert text in harmless or found(rule, text) == []
    list(RULES[rule]().check(read_text(text)))
