"""Patterns of tokens find what they say, within a sentence, and tag no more than they must."""

import pytest
from copydesk.analysis.tags import Tags
from copydesk.analysis.token_patterns import Pattern, TokenPatterns
from copydesk.analysis.token_slots import (
    EDGE,
    LONGEST_GAP,
    LOWER,
    can_be,
    gap,
    lemma,
    only,
    tag,
    where,
    word,
)
from copydesk.markup import read_text


def found(text: str, *patterns: Pattern, unless: tuple[Pattern, ...] = ()) -> list[str]:
    """The texts of what patterns find."""
    document = read_text(text)
    tokens = document.tokens
    table = TokenPatterns([(pattern, None) for pattern in patterns], unless)
    return [
        document.text[tokens.starts[match.first] : tokens.end(match.end - 1)]
        for match in table.find(document)
    ]


def test_words_stand_in_a_row() -> None:
    pattern = (word("for in"), word("the a"), word("year"))
    assert found("For the year, in a year, in year, at the year.", pattern) == [
        "For the year",
        "in a year",
    ]


def test_a_slot_may_be_missing() -> None:
    pattern = (word("the"), word("very").optional(), word("idea"))
    assert found("The idea. The very idea. The very very idea.", pattern) == [
        "The idea",
        "The very idea",
    ]


def test_a_slot_may_come_again() -> None:
    pattern = (word("so"), word("very").repeated(2, 3), word("cold"))
    texts = [f"It is so {'very ' * count}cold." for count in range(5)]
    assert [len(found(text, pattern)) for text in texts] == [0, 0, 1, 1, 0]


def test_an_optional_slot_takes_what_it_can() -> None:
    assert found("Far far away.", (word("far"), word("far away").repeated(0, 2))) == [
        "Far far away",
        "far away",
    ]


def test_a_gap_is_as_short_as_will_do() -> None:
    pattern = (word("between"), gap(5), word("to"))
    assert found("Between ten to twenty to thirty.", pattern) == ["Between ten to"]


def test_a_gap_takes_only_what_it_is_told_to() -> None:
    pattern = (word("has"), gap(3, word("not never")), word("gone"))
    assert found("He has not gone. She has long gone.", pattern) == ["has not gone"]


def test_a_gap_has_a_limit() -> None:
    with pytest.raises(ValueError, match="longer than"):
        gap(LONGEST_GAP + 1)


@pytest.mark.parametrize("between", [". ", "\n\n"])
def test_a_match_stays_within_its_sentence(between: str) -> None:
    pattern = (word("bridge"), gap(5), word("river"))
    assert not found(f"They crossed the bridge{between}The river was low.", pattern)


def test_the_edge_of_a_sentence_can_be_asked_for() -> None:
    assert found("Of course. In the course of it.", (EDGE, word("of in"))) == ["Of", "In"]
    assert found("Of it. He thought of.", (word("of"), word("."), EDGE)) == ["of."]


def test_what_is_not_a_word_may_be_the_edge() -> None:
    pattern = (~word("as"), word("such"))
    assert found("Such is life. It is as such, of such.", pattern) == ["Such", "of such"]


def test_only_one_edge_stands_beside_a_sentence() -> None:
    assert not found("Such.", (EDGE, EDGE, word("such")))
    assert not found("Such", (word("such"), EDGE, EDGE))


def test_tags_and_lemmas_are_asked_of_the_tagger() -> None:
    pattern = (lemma("go") & tag("VERB"), word("home"))
    assert found("They went home. The way home.", pattern) == ["went home"]


def test_slots_are_joined() -> None:
    noun_or_name = (word("the"), tag("NOUN") | word("hague"))
    assert found("The Hague. The tree. The old.", noun_or_name) == ["The Hague", "The tree"]
    lower = (word("will"), ~(tag("AUX") & LOWER))
    assert found("It will be. His will broke.", lower) == ["will broke"]


def test_readings_are_asked_of_the_dictionary() -> None:
    assert found("He can goes. He can causes.", (word("can"), only("z"))) == []
    assert found("He can goes. He can went.", (word("can"), only("d"))) == ["can went"]
    assert found("He can go. He can tree.", (word("can"), can_be("v") & ~word("tree"))) == [
        "can go"
    ]


def test_exceptions_undo_what_they_overlap() -> None:
    pattern = (word("a"), where(lambda text: text.endswith("s")))
    assert found("A cats, a means to an end.", pattern, unless=((word("means"),),)) == ["A cats"]


def test_named_slots_are_captured() -> None:
    pattern = (word("the"), gap(3).named("between"), word("end").named("last"))
    document = read_text("To the very bitter end.")
    [match] = TokenPatterns([(pattern, "value")]).find(document)
    assert match.tokens("between") == range(2, 4)
    assert match.tokens("last") == range(4, 5)
    assert not match.tokens("missing")
    assert match.value == "value"


def test_a_pattern_needs_a_known_word() -> None:
    for pattern in [(tag("NOUN"),), (word("a").optional(), tag("NOUN")), (EDGE, tag("NOUN"))]:
        with pytest.raises(ValueError, match="known by name"):
            TokenPatterns([(pattern, None)])


def test_no_sentence_is_tagged_in_vain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(Tags, "tag")
    pattern = (word("can"), tag("VERB"), word("never"))
    assert not found("They can swim. Birds can fly always.", pattern)


def test_a_sentence_is_searched_from_a_rare_word() -> None:
    """However far the rarest word stands from the first slot, nothing is missed."""
    pattern = (tag("DET"), gap(2), word("quagga"), gap(2), word("died"))
    assert found("The last wild quagga then died.", pattern)
