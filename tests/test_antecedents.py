"""Mentions, and the pronouns that have lost what they stand for."""

import hashlib
import math
from pathlib import Path

import copydesk
import pytest
from copydesk.analysis.reference import antecedents, common_ground
from copydesk.analysis.reference.agreement import agreement
from copydesk.analysis.reference.antecedents import candidates, context, features
from copydesk.analysis.reference.mention_types import Mention
from copydesk.analysis.reference.mentions import mentions, mentions_in
from copydesk.analysis.reference.orphans import orphans, parse
from copydesk.analysis.reference.pronouns import doubtful
from copydesk.analysis.reference.settled import is_settled
from copydesk.analysis.reference.several import features as features_of_several
from copydesk.analysis.reference.several import lean
from copydesk.markup import read_text
from copydesk.registry import builtin_rules

RULE = builtin_rules()["missing-antecedent"]
FOREIGN = """Council keeps the library open

The library on Mill Lane will stay open for two more years. The council voted for it on Monday.

The roof of the library needs repair. The council expects that the repair will cost more than the
budget allows.

{passage}

The library opens at nine. The council will look at the budget of the library again in spring.
"""


def found(text: str) -> dict[str, Mention]:
    document = read_text(text)
    tokens = document.tokens
    return {
        document.text[tokens.starts[mention.first] : tokens.end(mention.last)]: mention
        for mention in document.analysis(mentions).all
    }


def only(text: str) -> Mention:
    (mention,) = found(text).values()
    return mention


@pytest.mark.parametrize(
    ("text", "key", "being", "gender"),
    [
        ("Mr. Abdullah al-Jabouri", "al-jabouri", "person", "he"),
        ("Col. Ryan Dillon", "dillon", "person", "he"),
        ("Mary Jones", "jones", "person", "she"),
        ("the United Nations", "nations", "group", ""),
        ("a Leeds man", "man", "person", "he"),
        ("the police", "police", "group", ""),
    ],
)
def test_mentions_tell_what_they_stand_for(text: str, key: str, being: str, gender: str) -> None:
    last = list(found(f"In town, {text} slept.").values())[-1]
    assert (last.key, last.being, last.gender) == (key, being, gender)


def test_a_thing_in_the_singular_is_no_mention() -> None:
    assert found("The letter lay on the table.") == {}


def test_a_noun_with_a_number_is_a_plural() -> None:
    assert only("They lost three sheep.".removeprefix("They ")).number == "plural"


def test_two_joined_by_and_are_a_pair_as_well() -> None:
    pair = found("Anna and her brother left.")["Anna and her brother"]
    assert (pair.kind, pair.number, pair.being) == ("pair", "plural", "person")


def test_all_mentions_of_a_name_know_what_one_of_them_tells() -> None:
    document = read_text("Hodgson spoke. The crowd clapped. Then Neil Hodgson left.")
    first = document.analysis(mentions).all[0]
    assert (first.key, first.being, first.gender) == ("hodgson", "person", "he")


@pytest.mark.parametrize(
    ("pronoun", "text", "level"),
    [
        ("he", "Neil Hodgson", 3),
        ("she", "Neil Hodgson", 0),
        ("he", "the doctor", 2),
        ("he", "the doctors", 0),
        ("they", "the doctors", 3),
        ("they", "the team", 1),
        ("they", "the doctor", 0),
    ],
)
def test_agreement(pronoun: str, text: str, level: int) -> None:
    assert agreement(pronoun, only(f"{text[0].upper()}{text[1:]}.")) == level


def test_sentences_that_are_not_asked_for_mention_nothing() -> None:
    document = read_text("Anna slept. The doctors spoke. Her brothers left. The crowd clapped.")
    some = mentions_in(document, [1, 2])
    whole = document.analysis(mentions)
    assert [[one.key for one in some.of(i)] for i in range(4)] == [
        [],
        *([one.key for one in whole.of(i)] for i in (1, 2)),
        [],
    ]


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("He said that he would. She knew it.", ["He", "She"]),
        ("He left. It rained. The doctor told him. ¶ Then he slept.", ["He", "he"]),
        ("They left. They came back. It rained. ¶ They slept.", ["They", "They"]),
        ("They left. It rained. They slept.", ["They", "They"]),
        ("“We left,” he said. Then he slept.", ["he"]),
    ],
)
def test_a_pronoun_that_goes_on_from_the_same_one_is_not_judged(
    text: str, judged: list[str]
) -> None:
    document = read_text(text.replace(" ¶ ", "\n\n"))
    assert [document.tokens.texts[one.token] for one in doubtful(document)] == judged


@pytest.mark.parametrize(
    "text",
    [
        "Everyone may say what he or she likes.",
        "“They left.”",
        "“We left,” he said.",
        "Last year, he said, was dull.",
        "It was named after Her Royal Highness.",
    ],
)
def test_pronouns_that_stand_for_nothing_in_the_article_are_not_judged(text: str) -> None:
    assert list(doubtful(read_text(text))) == []
    assert context(read_text(text)) is None


def test_several_who_are_not_named_are_mentioned() -> None:
    lost = found("The news is that thousands lost their homes.")["thousands"]
    assert (lost.kind, lost.number, lost.being) == ("somebody", "plural", "person")
    assert "many" not in found("He bought many used cars.")


def test_every_feature_has_a_name() -> None:
    gathered = context(read_text("Neil Hodgson slept. He woke."))
    assert gathered is not None
    (pronoun,) = gathered.pronouns
    assert len(features(gathered, pronoun)) == len(antecedents.FEATURES)
    assert len(gathered.ground.features(pronoun.sentence)) == len(common_ground.FEATURES)
    assert [mention.key for mention in candidates(gathered, pronoun)] == ["hodgson"]


@pytest.mark.parametrize(
    ("sentence", "pronoun", "sign"),
    [
        ("They soon married .", 0, 1),
        ("They mostly contain lead .", 0, -1),
        ("They've married .", 0, 1),
        ("In town , their childhood ended .", 3, 1),
        ("Their total length grew .", 0, -1),
        ("He told them .", 2, 1),
        ("They , the twins , married .", 0, 0),
        ("It rained on the brzyks of their", 6, 0),
    ],
)
def test_what_is_said_leans_to_persons_or_to_things(sentence: str, pronoun: int, sign: int) -> None:
    words = sentence.lower().split()
    found = lean(words, range(len(words)), pronoun)
    assert (found > 0) - (found < 0) == sign


@pytest.mark.parametrize(
    ("text", "leaning", "fits", "known"),
    [
        ("The doctors slept.", 2.0, 1, 1),
        ("Three doctors slept.", 2.0, 1, 16),
        ("The letters lay there.", 2.0, 16, 16),
        ("The letters lay there.", -2.0, 1, 1),
        ("It took three years.", 0.0, 16, 16),
        ("The team slept.", 2.0, 1, 16),
        ("The team slept.", -2.0, 16, 16),
    ],
)
def test_what_fits_what_is_said(text: str, leaning: float, fits: int, known: int) -> None:
    before = read_text(text).analysis(mentions).all
    assert features_of_several(before, 1, leaning, 16)[:3] == [leaning, fits, known]


def test_single_persons_groups_and_speakers_before_they_are_told() -> None:
    before = read_text("The team won. We saw it. He left.").analysis(mentions).all[::-1]
    assert features_of_several(before, 3, 0.0, 16)[3:] == [3, 1, 1]


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        ("It rained. Neil Hodgson sold his house.", True),
        ("It rained. Neil Hodgson sold her house.", False),
        ("Hrzykan left. He slept.", True),
        ("The doctor left. He slept.", False),
        ("Hrzykan left.\n\nHe slept.", False),
        ("It rained. The police said they had left.", True),
        ("The police left. They slept.", False),
        ("The Aurora was a schooner. It rained. She sank.", True),
        ("Hrzykan built a schooner. It rained.\n\nHe slept.", False),
        ("Anna married Neil. They slept.", True),
        ("It rained. She married Neil and they slept.", True),
        ("Anna saw Neil. They slept.", False),
        ("Anna never married. They slept.", False),
    ],
)
def test_what_stands_close_by_settles_a_pronoun(text: str, settled: bool) -> None:
    gathered = context(read_text(text))
    assert gathered is not None
    assert is_settled(gathered, gathered.pronouns[-1]) == settled


def test_a_judge_is_read_in_preorder() -> None:
    judge = parse("2.0 -1.0 0.5\n0<=0.5 -1 1<=2 0.25 3\n0.5").first
    assert judge.confidence([0, 0]) == pytest.approx(1 / (1 + math.exp(2)))
    assert judge.confidence([1, 3]) == pytest.approx(1 / (1 + math.exp(-6)))


@pytest.mark.parametrize(
    ("sums", "logit"),
    [((-2, 5, 5), -2), ((2, -3, 5), -3), ((2, 3, -4), -4), ((2, 3, 4), 4), ((2,), 2)],
)
def test_who_doubts_last_has_the_last_word(sums: tuple[int, ...], logit: int) -> None:
    gathered = context(read_text("Neil Hodgson slept. He woke."))
    assert gathered is not None
    model = parse("\n\n".join(f"1.0 0.0 0.5\n{number}" for number in sums))
    found = model.confidence(gathered, gathered.pronouns[0])
    assert found == pytest.approx(1 / (1 + math.exp(-logit)))


def check(passage: str) -> list[str]:
    document = read_text(FOREIGN.format(passage=passage))
    rule = RULE()
    return [
        document.source[slice(*finding.span)]
        for finding in rule.check(document)
        if (finding.confidence or 0) >= rule.min_confidence
    ]


def test_what_speaks_against_the_nearest_is_shown() -> None:
    passage = "Six teachers spoke. He scored twice in the second half, and the crowd carried him."
    document = read_text(FOREIGN.format(passage=passage))
    (finding,) = RULE().check(document)
    assert document.source[slice(*finding.span)] == "He"
    assert [
        (document.source[slice(*related.span)], related.message) for related in finding.related
    ] == [
        ("Six teachers", "does not agree with “he”"),
        ("Mill Lane", "agrees, but stands 5 sentences before"),
    ]


def test_where_somebody_speaks_throughout_nothing_is_missed() -> None:
    told = "I went to see the match with my brother, and I told him what I thought of my team. "
    assert check(told * 6 + "\n\nHe scored twice in the second half.") == []


def test_an_article_without_the_pronouns_costs_no_look_at_its_words() -> None:
    document = read_text(FOREIGN.format(passage="It rained."))
    assert document.analysis(orphans).context is None


@pytest.mark.parametrize("table", ["antecedents", "leanings"])
def test_the_card_tells_the_hash_of_the_table(table: str) -> None:
    data = Path(copydesk.__file__).parent / "data"
    card = (data / f"{table}.md").read_text("utf-8")
    assert hashlib.sha256((data / f"{table}.txt.z").read_bytes()).hexdigest() in card
