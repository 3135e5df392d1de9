"""Texts rewritten by programs: what the pages of the rules cannot show."""

from itertools import islice

import pytest
from copydesk import Applicability, Finding
from copydesk.analysis.phrasing import spun_idioms, spun_phrases
from copydesk.analysis.phrasing.spun_phrases import Entry, pack_entry, read_entry
from copydesk.markup import read_text
from copydesk.registry import builtin_rules

RULES = builtin_rules()
NAMES = ("spun-synonym", "spun-text", "tortured-phrase")


def findings(name: str, text: str) -> list[Finding]:
    return list(RULES[name]().check(read_text(text)))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "text",
    [
        "",
        "joined",
        "kingdom",
        "🙂 " * 1000,
        "joined " * 20_000,
        "on the off " * 5_000,
        "مرحبا " * 99,
    ],
)
def test_hostile_text_has_no_findings(name: str, text: str) -> None:
    assert findings(name, text) == []


@pytest.mark.parametrize(
    "entry",
    [
        Entry("united", "kingdom", is_first=True, frame="", is_name=True, is_weak=False),
        Entry("hand", "other", is_first=False, frame="on the", is_name=False, is_weak=True),
    ],
)
def test_an_entry_is_read_as_it_was_packed(entry: Entry) -> None:
    assert read_entry(pack_entry(entry)) == entry


def test_every_expression_of_the_table_is_found() -> None:
    for word, line in islice(spun_phrases.table().items(), 0, None, 100):
        for entry in map(read_entry, line.partition("\t")[2].split(";")):
            pair = (word, entry.partner) if entry.is_first else (entry.partner, word)
            first, second = map(str.capitalize, pair) if entry.is_name else pair
            text = " ".join(filter(None, [first, entry.frame, second]))
            (found, *_) = spun_phrases.spun_phrases(read_text(text))
            assert found.end == 2 + len(entry.frame.split())


def test_every_idiom_is_a_pattern() -> None:
    assert spun_idioms.spun_idioms(read_text("nothing of the kind")) == ()
    (found,) = spun_idioms.spun_idioms(read_text("It has an unnatural weather change."))
    assert found.original == "global warming"


def test_an_idiom_counts_alone_at_the_head_of_a_sentence() -> None:
    assert len(findings("spun-synonym", "On the off chance that you win, call.")) == 1
    assert findings("spun-synonym", "Call on the off chance that you win.") == []


def test_a_name_is_one_in_capitals() -> None:
    (finding,) = findings("spun-synonym", "He met the Prime Curate of Japan.")
    assert finding.message == "“Prime Curate” is “prime minister” with “Curate” put for “minister”"
    assert findings("spun-synonym", "He met the prime curate of Japan.") == []


def test_the_suggestion_puts_the_word_back() -> None:
    text = "They were Prisoners of warfare."
    (finding,) = findings("spun-synonym", text)
    (fix,) = finding.fixes
    (edit,) = fix.edits
    assert fix.applicability is Applicability.UNSAFE
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == (
        "They were Prisoners of war."
    )


def test_signs_of_one_origin_that_writers_leave_are_not_enough() -> None:
    text = 'A unsafe road. "It is bad". An strange road. "It was bad". A odd road in the the town .'
    assert findings("spun-text", text) == []


def test_one_change_that_comes_again_counts_once() -> None:
    once = "It was a unsafe web index in the joined kingdom. "
    (finding,) = findings("spun-text", once * 3)
    assert len({related.message for related in finding.related}) == len(finding.related)


def test_in_a_long_article_more_signs_are_needed() -> None:
    signs = "It was a unsafe road in the joined kingdom. "
    assert len(findings("spun-text", signs)) == 1
    assert findings("spun-text", signs + "The road was long and dry. " * 400) == []
