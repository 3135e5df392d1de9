"""What the pages of the rules that work by lists cannot show."""

import time
from collections.abc import Iterable

import pytest
from copydesk import Finding
from copydesk.analysis.phrasing import confusions, tortured_phrases
from copydesk.analysis.phrasing.confusions import read_patterns
from copydesk.markup import read_text
from copydesk.registry import builtin_rules

RULES = builtin_rules()
NAMES = (
    "confused-word",
    "doubled-comparison",
    "lower-case-name",
    "misspelled-word",
    "tortured-phrase",
    "wrong-verb-form",
)


def findings(name: str, text: str) -> list[Finding]:
    return list(RULES[name]().check(read_text(text)))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "text",
    [
        "",
        "more",
        "then",
        "🎉🎉 🎉",
        "הוא אמר שזה טוב",
        "Der Hund, who's der Hund? Mehr then!",
        "…\n\n’",
    ],
)
def test_odd_texts_are_no_defects(name: str, text: str) -> None:
    assert findings(name, text) == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "piece",
    [
        "more more better ",
        "their its it's then than ",
        "did not not never always ",
        "counterfeit profound neural information learning ",
        "to ",
        "not ",
        "goverment of boston ",
        "‘“",
    ],
)
def test_time_grows_with_the_length_alone(name: str, piece: str) -> None:
    def seconds(times: int) -> float:
        document = read_text(piece * times)
        _ = document.tokens.lowers
        start = time.process_time()
        list(RULES[name]().check(document))
        return time.process_time() - start

    assert min(seconds(16_000) / max(seconds(2_000), 1e-3) for _ in range(3)) < 30


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("more then 20 of them", "“then” stands for “than” in “more then 20”"),
        ("Its going to rain.", "“Its” stands for “It's” in “Its going to”"),
        ("rather  then the bus", "“then” stands for “than” in “rather then the”"),
        (
            "for all intensive purposes",
            "“intensive” stands for “intents and” in “all intensive purposes”",
        ),
    ],
)
def test_a_confusion_is_shown_in_its_context(text: str, message: str) -> None:
    assert [finding.message for finding in findings("confused-word", text)][:1] == [message]


def test_the_fix_puts_the_right_word() -> None:
    (finding,) = findings("confused-word", "Alot of it.")
    ((edit,),) = [fix.edits for fix in finding.fixes]
    assert (edit.span, edit.text) == (finding.span, "A lot")


@pytest.mark.parametrize("line", ["more then a", "then>than the>a"])
def test_a_pattern_names_one_confused_word(line: str) -> None:
    with pytest.raises(ValueError, match="must name one word"):
        list(read_patterns(line))


EXAMPLES = {
    "NUMBER": "20",
    "END": ".",
    "PLURAL": "houses",
    "FUNCTION": "the",
    "NOUN": "furniture",
    "ADJ": "important",
    "VERB": "protect",
    "PART": "arranged",
    "CMP": "older",
    "SING": "furniture",
    "BARE": "name",
    "ABSTRACT": "government",
    "MONTH": "June",
    "ING": "wearing",
}


def _instances() -> Iterable[tuple[str, str]]:
    """A text for each pattern without negated slots, made of one word of every slot."""
    for pattern in confusions.patterns():
        if not any(slot.negated for slot in pattern.slots):
            words = (min(slot.words, default="") or slot.classes[0] for slot in pattern.slots)
            yield " ".join(EXAMPLES.get(word, word) for word in words), pattern.right


@pytest.mark.parametrize(("text", "right"), list(_instances()))
def test_an_instance_of_a_pattern_is_found(text: str, right: str) -> None:
    found = [confusion.right for confusion in confusions.confusions(read_text(text))]
    assert right in found


def test_a_tortured_phrase_may_be_in_the_plural_or_possessive() -> None:
    text = "It grew irregular woodlands. The irregular woodland's score, Irregular Woodland."
    assert len(findings("tortured-phrase", text)) == 3


def test_the_longest_tortured_phrase_is_found() -> None:
    (finding,) = findings("tortured-phrase", "They use a counterfeit neural organization.")
    assert finding.message.startswith("“counterfeit neural organization” is a tortured form")


def test_every_tortured_phrase_is_found_by_its_rarest_word() -> None:
    for rarest, line in list(tortured_phrases.table().items())[::50]:
        for entry in line.split(";"):
            phrase, _ = entry.split("=")
            words = phrase.split()
            assert rarest in words or rarest in tortured_phrases.forms(words[-1])
            document = read_text(phrase)
            (match,) = tortured_phrases.tortured_phrases(document)
            assert (match.first, match.end) == (0, len(document.tokens))
