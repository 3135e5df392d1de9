"""textstat is used without the network, with our syllables and our sentences."""

import subprocess
import sys

import pytest
from copydesk.analysis.readability import FORMULAS, grade, running_text, syllables, textstat
from copydesk.errors import CopydeskError
from copydesk.markup import read_text
from copydesk.options import build_rule
from copydesk.registry import builtin_rules

RULES = builtin_rules()
TEXT = "The cat sat on the mat. It saw a dog there. The dog ran off at once."
OFFLINE = """
import sys

def refuse(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.client.")):
        print("network:", event)
        raise ConnectionRefusedError(event)

sys.addaudithook(refuse)
from copydesk.analysis.readability import FORMULAS, grade
print(*(grade(name, sys.argv[1]) > 0 for name in FORMULAS))
"""
"""Prints whether each formula gives a grade while every use of a socket is refused and noted."""

PLAIN_CHECK = """
import sys
from copydesk.cli import cli
cli.main(["check", "--isolated", *sys.argv[1:]], standalone_mode=False)
print(*sorted({"nltk", "textstat", "pyphen"} & set(sys.modules)), file=sys.stderr)
"""
HARD = "Notwithstanding considerable apprehension, organizations demonstrate insufficient caution."


def test_no_formula_asks_the_network() -> None:
    command = (sys.executable, "-c", OFFLINE, " ".join([HARD] * 5))
    process = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    assert process.stdout.split() == ["True"] * len(FORMULAS)


def test_syllables_are_counted_by_the_table() -> None:
    counts = syllables()
    assert [counts[word] for word in "cat chaos queue rhythm environmental".split()] == [
        1,
        2,
        1,
        2,
        5,
    ]
    assert textstat().syllable_count("Chaos environmental rhythm.") == 9


def test_a_word_that_the_table_lacks_is_counted_by_its_letters() -> None:
    assert "blenkinsoppery" not in syllables()
    assert textstat().syllable_count("blenkinsoppery") > 1


def test_flesch_kincaid_agrees_with_its_definition() -> None:
    text = running_text(read_text(TEXT))
    words, sentences, spoken = 17, 3, 17
    expected = 0.39 * words / sentences + 11.8 * spoken / words - 15.59
    assert grade("flesch-kincaid", text) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The U.S. army gave 3.5 tons to Dr. Lee of St. Ives. It was well done.", 2),
        ("Wait … what was that?! Nobody could say it.", 2),
        ("“It is not safe.” That was all he said.", 2),
    ],
)
def test_only_a_sentence_ends_a_sentence(text: str, sentences: int) -> None:
    assert textstat().sentence_count(running_text(read_text(text))) == sentences


def test_headings_and_lines_without_a_stop_are_no_running_text() -> None:
    text = "# A heading\n\nIt is a sentence.\n\nNo sentence\n\n| a | b |\n|---|---|\n| c. | d. |\n"
    assert running_text(read_text(text, "page.md")) == "It is a sentence."


def test_an_unknown_formula_is_refused() -> None:
    with pytest.raises(CopydeskError, match=r"reading-grade: formula must be one of flesch-kinc"):
        build_rule(RULES["reading-grade"], {"formula": "guess"})


@pytest.mark.parametrize("text", ["", "word", "…", "🎉 🎉 🎉.", "... ! ?", "«»"])
def test_an_article_without_words_is_not_graded(text: str) -> None:
    rule = build_rule(RULES["reading-grade"], {"fewest-words": 0, "limit": -99.0})
    for finding in rule.check(read_text(text)):
        assert finding.message.startswith("The article reads at grade ")


def test_a_plain_check_does_not_import_textstat() -> None:
    seed = __file__
    command = (sys.executable, "-c", PLAIN_CHECK, seed)
    process = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    assert process.stderr.splitlines()[-1:] == [""]
