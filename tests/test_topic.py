"""Passages and headlines of other stories, and the statistics they are told by."""

import hashlib
import re
from importlib.resources import files
from itertools import islice
from math import expm1
from pathlib import Path
from time import process_time

import pytest
from copydesk import Document, Finding
from copydesk.analysis.headlines import Case, case_of, has_headline_verb
from copydesk.analysis.paragraphs import MOST, whole_paragraphs
from copydesk.analysis.sentence_tokens import sentence_tokens
from copydesk.analysis.terms import block_terms, terms_of
from copydesk.analysis.topic.articles import article_of, nearest_landmark
from copydesk.analysis.topic.cohesion import Features, measured, measured_passages
from copydesk.analysis.topic.foreignness import (
    Judged,
    allowance,
    foreign_passages,
    independent_passages,
    judged_passages,
    models,
    of_quotation,
    read_models,
)
from copydesk.analysis.topic.key_words import key_words, shared_words, topic_words
from copydesk.analysis.topic.passages import Shape, passages
from copydesk.analysis.topic.pieces import Piece
from copydesk.analysis.topic.press_reviews import is_press_review
from copydesk.analysis.topic.reportage import reportage
from copydesk.analysis.topic.strangers import strangers
from copydesk.analysis.topic.subjects import kinds
from copydesk.analysis.topic.voices import Voice, voices
from copydesk.analysis.topic.years import years
from copydesk.boosted_trees import Trees
from copydesk.english.background import background, parse, weight_of
from copydesk.english.topic_space import (
    Direction,
    direction,
    landmarks,
    place_of,
    topic_space,
)
from copydesk.english.topic_space import parse as parse_space
from copydesk.markup import Format, read_text
from copydesk.options import build_rule
from copydesk.registry import builtin_rules
from hypothesis import given
from hypothesis import strategies as st

SEED = Path(__file__).parents[1] / "seeds" / "000_c480b30004142105.txt"
DATA = files("copydesk") / "data"
REGISTRY = builtin_rules()

TITLE = "Harbour plan wins a narrow vote"
HOME = (
    (
        "The town council approved the plan for a new ferry harbour on Monday, by one vote, after a"
        " heated debate of four hours."
    ),
    (
        "Dredging of the harbour basin is to begin in May, engineers said, and the first ferry"
        " could dock at the new quay in two years."
    ),
    (
        "The mayor called the vote a turning point for the fishing quarter, where half the quays"
        " and the old ice house stand empty."
    ),
    (
        "Fishing families fear that ferry traffic will push their boats from the last quays of the"
        " quarter, as it did in the northern harbour."
    ),
    (
        "The council promised the fishing boats berths in the new harbour basin, at the same rent,"
        " once dredging is over."
    ),
)
HEADLINE = "Pop Singer Cancels Her Autumn Tour"
FOREIGN = (
    "The singer told fans that doctors had ordered a long rest for her voice, and her record label"
    " will refund all concert tickets. Guitars, costumes and a grand piano are stored in"
    " Vienna until rehearsals resume."
)


def article(*paragraphs: str, title: str = TITLE) -> str:
    return "\n\n".join((title, *paragraphs)) + "\n"


def with_passage(passage: str, at: int = 3) -> str:
    return article(*HOME[:at], passage, *HOME[at:])


def findings(name: str, text: str, **options: object) -> list[Finding]:
    return list(build_rule(REGISTRY[name], options).check(read_text(text)))


def found(name: str, text: str, **options: object) -> list[str]:
    return [text[slice(*finding.span)] for finding in findings(name, text, **options)]


# The seed


def test_the_seed_holds_one_passage_of_another_story() -> None:
    (finding,) = findings("off-topic-passage", SEED.read_text("utf-8"))
    assert tuple(finding.span) == (1405, 1701)
    assert "speaks of “Weinstein”" in finding.message
    assert "the article of “Hawija”" in finding.message


def test_the_seed_holds_one_headline_of_another_story() -> None:
    (finding,) = findings("inserted-headline", SEED.read_text("utf-8"))
    assert tuple(finding.span) == (1405, 1478)


# off-topic-passage


def test_the_article_itself_is_about_one_thing() -> None:
    assert found("off-topic-passage", article(*HOME)) == []
    assert found("inserted-headline", article(*HOME)) == []


@pytest.mark.parametrize("at", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("passage", [FOREIGN, f"{HEADLINE}\n{FOREIGN}"])
def test_a_foreign_passage_is_found_wherever_it_stands(passage: str, at: int) -> None:
    assert found("off-topic-passage", with_passage(passage, at)) == [passage]


def test_the_passages_around_it_are_the_evidence() -> None:
    text = with_passage(FOREIGN)
    (finding,) = findings("off-topic-passage", text)
    before, after = finding.related
    assert text[slice(*before.span)] == HOME[2]
    assert text[slice(*after.span)] == HOME[3]
    assert before.message.startswith("what stands before it shares “quay")


@pytest.mark.parametrize(
    "passage",
    [
        f"({FOREIGN})",
        f"- {FOREIGN}",
        "Doctors had ordered a long rest for the singer and her guitars",
        "Doctors had ordered a long rest.",
        f"Figure 2: {FOREIGN}",
    ],
    ids=["aside", "list", "no stop", "short", "caption"],
)
def test_what_need_not_make_sense_by_itself_is_not_judged(passage: str) -> None:
    assert found("off-topic-passage", with_passage(passage)) == []


def best(text: str) -> Judged:
    """The most foreign passage that is a paragraph, or that has a headline over it."""
    judged = independent_passages(read_text(text))
    return max((j for j in judged if not j.passage.is_within), key=lambda j: j.score)


def score(features: Features) -> float:
    """How foreign a paragraph is, by what is measured of it."""
    return models()[Shape.PARAGRAPH].score(features)


def test_a_quotation_is_given_the_benefit_of_the_doubt() -> None:
    assert best(with_passage(f"“{FOREIGN}”")).score < best(with_passage(FOREIGN)).score - 1


@pytest.mark.parametrize(("headline", "less"), [("", True), (f"{HEADLINE}\n", False)])
def test_under_a_headline_of_its_own_a_quotation_is_a_story(headline: str, less: bool) -> None:
    document = read_text(with_passage(headline + FOREIGN))
    passage, features = max(measured_passages(document), key=lambda p: p[0].shape is Shape.HEADED)
    assert (passage.shape is Shape.HEADED) is not less
    plain, quoted = (
        allowance(document, passage, features._replace(quoted=share)) for share in (0.0, 1.0)
    )
    assert (quoted < plain) is less


@pytest.mark.parametrize("opening", ["She", "In April, she"])
def test_a_pronoun_is_seen_among_the_first_words(opening: str) -> None:
    assert best(with_passage(FOREIGN.replace("The singer", opening))).features.anaphor
    assert not best(with_passage(FOREIGN)).features.anaphor


@pytest.mark.parametrize("sign", ["narrated", "near_rest", "covered"])
def test_some_things_speak_against_a_passage_being_foreign(sign: str) -> None:
    documents = [read_text(with_passage(passage)) for passage in (FOREIGN, *HOME)]
    measures = [j.features for d in documents for j in d.analysis(judged_passages)]
    more = [features._replace(**{sign: 1.0}) for features in measures]
    scores = [(score(after), score(before)) for after, before in zip(more, measures, strict=True)]
    assert all(after <= before for after, before in scores)
    assert any(after < before for after, before in scores)


def test_a_paragraph_may_be_cut_off() -> None:
    cut = FOREIGN.removesuffix(".")
    assert found("off-topic-passage", with_passage(cut)) == [cut]


@pytest.mark.parametrize("before", ["The clerk told reporters:", "The mayor's letter:"])
def test_what_is_announced_as_speech_is_not_judged(before: str) -> None:
    announced = article(*HOME[:2], before, FOREIGN, *HOME[2:])
    assert found("off-topic-passage", announced) == []


def test_what_follows_a_colon_is_seen() -> None:
    after = best(article(*HOME[:2], "The berths on the quay:", FOREIGN, *HOME[2:]))
    assert after.features.follows_colon
    assert not best(with_passage(FOREIGN)).features.follows_colon


def test_the_author_is_introduced_at_the_end() -> None:
    author = "Ada Clerk is a gardening correspondent who grows tomatoes, dahlias and late pears."
    assert found("off-topic-passage", article(*HOME, author)) == []
    assert found("off-topic-passage", with_passage(author)) == [author]


@pytest.mark.parametrize(
    "credit",
    [
        "Gardening correspondents Ada Clerk and Ben Pear contributed to this report from Ghent.",
        "This article on tomatoes, dahlias and late pears originally appeared in The Gardener.",
        "Watch Ada Clerk weeknights at eight. For more on tomatoes and late pears click here.",
    ],
)
def test_credits_are_no_story(credit: str) -> None:
    assert found("off-topic-passage", with_passage(credit)) == []


def test_a_teaser_is_no_headline_of_the_paragraph_under_it() -> None:
    teaser = "MORE: Pop singer cancels her autumn tour of concert halls"
    assert found("off-topic-passage", with_passage(teaser)) == []
    assert found("teaser-line", with_passage(teaser)) == [teaser]


@pytest.mark.parametrize(
    "line",
    [
        "This document is placed in the public domain by the concert master, singer and doctor.",
        "The study was funded by the Guitar Foundation, concert halls and record labels in Vienna.",
    ],
)
def test_at_the_end_it_is_told_who_may_use_the_text(line: str) -> None:
    assert found("off-topic-passage", article(*HOME, line)) == []
    assert not any(
        j.passage.last == 6 for j in independent_passages(read_text(article(*HOME, line)))
    )
    assert any(j.passage.last == 3 for j in independent_passages(read_text(with_passage(line, 2))))


def test_who_speaks_throughout_is_given_the_benefit_of_the_doubt() -> None:
    voice = " I saw it with my own eyes, and we were not alone."
    spoken = [paragraph + voice for paragraph in HOME]
    scores = [
        best(article(*spoken[:3], f"{FOREIGN} {end}", *spoken[3:])).score
        for end in ("I sang along.", "Nobody sang along.")
    ]
    assert scores[0] < scores[1] - 2


@pytest.mark.parametrize("threshold", [-6.0, -3.0, 0.0, 1.5, 3.0])
@pytest.mark.parametrize("at", [1, 3, 5])
def test_what_is_found_scores_above_the_threshold(at: int, threshold: float) -> None:
    document = read_text(with_passage(f"{HEADLINE}\n{FOREIGN}", at))
    found = foreign_passages(document, threshold)
    assert all(judged.score > threshold for judged in found)
    assert bool(found) == (threshold < max(j.score for j in independent_passages(document)))
    ends = [bound for judged in found for bound in (judged.passage.start, judged.passage.end)]
    assert ends == sorted(ends), "no two overlap"


POOL = (
    "The mayor opened the heated swimming pool beside the town hall, and the council thanked"
    " architects and builders for their patience."
)


@pytest.mark.parametrize(
    ("headline", "beside", "more"),
    [("", "", False), ("", POOL, True), (f"{HEADLINE}\n", POOL, False)],
    ids=["alone", "beside", "under a headline"],
)
def test_where_others_hold_loosely_more_is_asked(headline: str, beside: str, more: bool) -> None:
    text = article(*HOME[:3], headline + FOREIGN, HOME[3], *filter(None, [beside]), HOME[4])
    least = max(judged.score for judged in independent_passages(read_text(text))) - 0.3
    assert bool(foreign_passages(read_text(text), least)) is not more


MAYOR = (
    "The mayor of the harbour town welcomed the vote. Ferry passengers will pay a harbour fee. The"
    " council expects the quays of the fishing quarter to fill again."
)


def test_sentences_within_a_paragraph_are_found() -> None:
    first, rest = MAYOR.split(". ", 1)
    text = article(*HOME[:3], f"{first}. {FOREIGN} {rest}", *HOME[3:])
    assert found("off-topic-passage", text) == [FOREIGN]
    (finding,) = findings("off-topic-passage", text)
    assert [text[slice(*r.span)] for r in finding.related] == [f"{first}.", rest]


SECOND = (
    "Beekeepers in the alpine valleys expect little honey after the late frost. Hives were moved"
    " into barns, blossom froze overnight, and swarms starved before the meadows flowered."
)
THIRD = (
    "Her band rehearsed old songs without the singer. Guitarists, drummers and the piano tuner"
    " were paid by the record label until concert halls open again."
)


@pytest.mark.parametrize("places", [(1, 3), (2, 3), (2, 5), (4, 5)])
def test_two_passages_do_not_mask_each_other(places: tuple[int, int]) -> None:
    paragraphs: list[str] = list(HOME)
    for place, text in zip(reversed(places), (SECOND, FOREIGN), strict=True):
        paragraphs.insert(place, text)
    assert found("off-topic-passage", article(*paragraphs)) == [FOREIGN, SECOND]


def test_a_passage_of_several_paragraphs_is_one_finding() -> None:
    home = [*HOME, *MAYOR.replace(". ", ".\n").split("\n")]
    text = article(*home[:3], FOREIGN, THIRD, *home[3:])
    assert found("off-topic-passage", text) == [f"{FOREIGN}\n\n{THIRD}"]


def test_where_one_passage_is_found_less_is_asked_of_others() -> None:
    assert found("off-topic-passage", article(*HOME[:3], POOL, *HOME[3:])) == []
    both = article(*HOME[:3], FOREIGN, HOME[3], POOL, HOME[4])
    assert found("off-topic-passage", both) == [FOREIGN, POOL]


def test_what_is_taken_out_is_no_witness() -> None:
    document = read_text(article(*HOME[:2], FOREIGN, HOME[2], THIRD, *HOME[3:]))
    whole = document.analysis(article_of)
    one, other = (p for p in passages(document) if p.first in {3, 5} and p.shape == "paragraph")
    before, after = (measured(a, other) for a in (whole, whole.without([one])))
    assert before is not None
    assert after is not None
    assert after.covered < before.covered
    assert after.near_best < before.near_best
    assert whole.without([]).frequencies == whole.frequencies


def test_news_is_on_one_thing() -> None:
    said = "“It is done,” Mr Clerk said on Monday. He added that he told us."
    kinds = [read_text(article(*HOME[2:], *more)) for more in ([], [said])]
    plain, told = map(reportage, kinds)
    assert 0.0 == plain < told <= 1.0
    assert reportage(read_text("")) == 0.0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It won last night and hopes to win next season.", 1.0),
        ("A night is long, and so is the season. The last of the boats came.", 0.0),
        ("Night fell.", 0.0),
        ("It won last night.", 0.0),
        ("It won last night, and it lost on Monday." + 400 * " So it went on.", 0.0),
    ],
)
def test_reports_count_time_from_the_day_of_writing(text: str, expected: float) -> None:
    assert reportage(read_text(text)) == expected


def test_voices_are_told_by_their_pronouns() -> None:
    heard = read_text(article("He sang.", "She told him that I sing.", "“I sing.”")).analysis(
        voices
    )
    assert {voice: list(place.blocks) for voice, place in heard.items()} == {
        Voice.HE: [1, 2],
        Voice.SHE: [2],
        Voice.NARRATOR: [2],
    }
    assert heard[Voice.HE].share([1, 2, 3], range(1, 2)) == 0.5
    assert heard[Voice.SHE].share([1], range(1, 2)) == 0.0


@pytest.mark.parametrize(("word", "kept"), [("she", True), ("he", False)])
def test_the_person_an_article_speaks_of_goes_on(word: str, kept: bool) -> None:
    life = [f"{paragraph} She was there." for paragraph in HOME]
    passage = f"{FOREIGN.replace('her', 'the')} Then {word} slept."
    document = read_text(article(*life[:3], passage, *life[3:]))
    (features,) = (f for p, f in document.analysis(measured_passages) if p.shape == "paragraph")
    assert (features.person_kept > 0.9, features.person_strange < 0.1) == (kept, kept)


def test_trees_are_kept_as_text() -> None:
    trees = Trees.parse("rain<=2 1.5 wind<=0 -1 2\n0.25\n", ("wind", "rain"))
    sums = [trees.total(features) for features in ((0, 2), (0, 3), (1, 3))]
    assert sums == [1.75, -0.75, 2.25]


@pytest.mark.parametrize("more", [0.05, 0.2, 0.5])
def test_the_more_is_covered_the_less_foreign_is_a_passage(more: float) -> None:
    """The trees rise and fall with what is measured in one direction each."""
    for passage, features, _ in judged_passages(read_text(with_passage(FOREIGN))):
        shared = features._replace(covered=features.covered + more)
        score = models()[passage.shape].score
        assert score(shared) <= score(features)


def test_there_is_a_model_for_each_shape() -> None:
    assert set(models()) == set(Shape)
    (model,) = read_models("paragraph: -0.5\n2.0\n").values()
    assert model.bias == -0.5
    assert model.trees.total(()) == 2.0


def test_the_trees_are_those_of_their_card() -> None:
    card = (DATA / "cohesion.md").read_text("utf-8")
    assert hashlib.sha256((DATA / "cohesion.txt.z").read_bytes()).hexdigest() in card


def test_a_short_article_is_not_judged() -> None:
    assert found("off-topic-passage", article(*HOME[:3], FOREIGN)) == []
    assert passages(read_text(article(*HOME[:3], FOREIGN))) == ()


def test_what_the_article_opens_with_is_not_judged() -> None:
    assert found("off-topic-passage", article(FOREIGN, *HOME)) == []


def test_headings_that_are_marked_belong_to_no_passage() -> None:
    text = with_passage(f"## {HEADLINE}\n\n{FOREIGN}")
    document = read_text(text, markup=Format.MARKDOWN)
    (finding,) = build_rule(REGISTRY["off-topic-passage"], {}).check(document)
    assert text[slice(*finding.span)] == FOREIGN


def test_a_higher_threshold_finds_less() -> None:
    text = with_passage(FOREIGN)
    document = read_text(text)
    (score,) = (p.score for p in independent_passages(document) if p.score > 0)
    assert found("off-topic-passage", text, threshold=score - 0.01) == [FOREIGN]
    assert found("off-topic-passage", text, threshold=score + 0.01) == []


def test_where_a_passage_stands_in_the_file_is_no_evidence() -> None:
    """What is measured depends on what is around a passage, not on where the article ends."""
    once = measured_passages(read_text(article(*HOME, FOREIGN)))
    again = measured_passages(read_text("\n\n\n" + article(*HOME, FOREIGN) + "\n\n"))
    assert [features for _, features in once] == [features for _, features in again]


def test_a_long_article_takes_time_by_its_length() -> None:
    def seconds(times: int) -> float:
        document = read_text(article(*HOME * times))
        document.analysis(block_terms)
        start = process_time()
        foreign_passages(document, -9.0)
        return process_time() - start

    most = MOST // len(HOME)
    seconds(most // 8)
    assert seconds(most) < 12 * seconds(most // 4)


def test_a_heap_of_articles_is_not_judged() -> None:
    heap = read_text(article(*HOME * (MOST // len(HOME) + 1), FOREIGN))
    assert passages(heap) == ()


@given(st.lists(st.sampled_from([*HOME, HEADLINE, FOREIGN, "”", "…", "(", "Aux."]), max_size=12))
def test_findings_are_whole_blocks_and_the_same_each_time(paragraphs: list[str]) -> None:
    text = article(*paragraphs)
    for name in ("off-topic-passage", "inserted-headline"):
        once = findings(name, text)
        assert once == findings(name, text)
        for finding in once:
            sentences = {s for p in paragraphs for s in p.replace(". ", ".|").split("|")}
            stretch = text[slice(*finding.span)].replace("\n\n", "|").replace(". ", ".|")
            assert set(stretch.split("|")) <= sentences


def test_the_words_of_somebody_named_elsewhere_belong_to_the_article() -> None:
    quotation = (
        "“Doctors have ordered a long rest for my voice. Guitars, costumes and a grand piano are"
        " stored in Vienna until rehearsals resume,” {} told fans."
    )
    text = with_passage(quotation.format("Porter"))
    assert found("off-topic-passage", text) == [quotation.format("Porter")]
    named = text.replace("The mayor called", "Mayor Grace Porter called")
    assert found("off-topic-passage", named) == []
    told = named.replace(quotation.format("Porter"), quotation.format("Porter of the band Aux"))
    assert found("off-topic-passage", told) == [quotation.format("Porter of the band Aux")]


def test_of_the_only_headline_in_a_report_less_is_asked() -> None:
    def extra(text: str) -> float:
        document = read_text(text)
        return next(
            allowance(document, passage, features)
            for passage, features in measured_passages(document)
            if passage.shape is Shape.HEADED
        )

    alone = with_passage(f"{HEADLINE}\n\n{FOREIGN}")
    sections = alone.replace(HOME[4], f"What the Ferries Bring\n\n{HOME[4]}")
    assert extra(alone) > extra(sections)
    story = alone.replace(" said", " thought").replace(" on Monday", " at last")
    assert extra(story.replace(" told", " wrote")) < extra(sections)


# inserted-headline

NEWS = "Singer Sues Former Manager, Demands Return of Guitar Collection"
QUIET = "Singer sues former manager and demands return of guitar collection"


def test_a_headline_glued_to_a_paragraph_is_found_in_any_case() -> None:
    for line in (NEWS, NEWS.upper(), QUIET):
        text = with_passage(f"{line}\n{HOME[2]}")
        assert found("inserted-headline", text) == [line]
        (finding,) = findings("inserted-headline", text)
        assert [text[slice(*related.span)] for related in finding.related] == [HOME[2]]


def test_a_line_of_its_own_needs_the_case_of_a_headline() -> None:
    assert found("inserted-headline", with_passage(NEWS)) == [NEWS]
    assert found("inserted-headline", with_passage(NEWS.upper())) == [NEWS.upper()]
    assert found("inserted-headline", with_passage("The Quiet Singer and Her Guitars")) == []


def test_in_sentence_case_it_is_found_alone_in_a_news_report() -> None:
    report = with_passage(QUIET)
    assert found("inserted-headline", report) == [QUIET]
    assert found("inserted-headline", with_passage(f"{QUIET} of forty old instruments")) == []
    assert found("inserted-headline", with_passage("Mayor says council approved the plan")) == []
    sections = report.replace(HOME[1], f"What the ferries bring to the town\n\n{HOME[1]}")
    assert found("inserted-headline", sections) == []
    story = report.replace(" said", " thought").replace(" on Monday", " at last")
    assert found("inserted-headline", story) == []


def test_a_foreign_paragraph_gives_the_line_over_it_away() -> None:
    assert found("inserted-headline", with_passage(f"{QUIET}\n\n{FOREIGN}")) == [QUIET]


@pytest.mark.parametrize(
    "line",
    [
        "Guitar Collection of a Singer and Former Manager",
        "Mayor Says Council Approved Harbour Plan",
        "Singer Sues",
        "By Ada Clerk and Grace Porter, Harbour Correspondents",
        "Photo: Ada Clerk Watches Cranes Lifting Guitars",
        "Singer Sues Former Manager, Demands Return of Guitar Collection.",
        "[Singer Sues Former Manager, Demands Return of Guitar Collection]",
        "RELATED: Singer Sues Former Manager, Demands Return of Guitars",
        "https://example.org/Singer Sues Former Manager Over Guitars",
    ],
)
def test_headings_and_furniture_are_no_headlines(line: str) -> None:
    assert found("inserted-headline", with_passage(line)) == []


def test_three_lines_in_title_case_are_headings_of_sections() -> None:
    lines = (NEWS, "Chess Champion Plays Blindfold Against Eight", "Wolf Wanders Over Motorway")
    between = [part for pair in zip(HOME[1:4], lines, strict=True) for part in pair]
    assert found("inserted-headline", article(HOME[0], *between, HOME[4])) == []


def test_before_and_after_the_body_stand_other_lines() -> None:
    assert found("inserted-headline", article(NEWS, *HOME)) == []
    assert found("inserted-headline", article(*HOME, NEWS)) == []


@pytest.mark.parametrize(
    ("line", "case"),
    [
        ("TO BE OR NOT", Case.CAPITALS),
        ("How to Win Friends", Case.TITLE),
        ("How to win old friends", Case.SENTENCE),
        ("a b c", Case.SENTENCE),
    ],
)
def test_the_case_of_a_line_is_that_of_its_longer_words(line: str, case: Case) -> None:
    assert case_of(line) is case


@pytest.mark.parametrize(
    "line", ["Man Pleads Guilty", "Couple to Marry in May", "PIER CLOSED", "Why It Won’t Snow"]
)
def test_a_headline_says_that_something_happens(line: str) -> None:
    assert has_headline_verb(line)


@pytest.mark.parametrize("line", ["Guide to", "Cod, Herring and Other Fish", "Cod Stocks"])
def test_a_label_does_not(line: str) -> None:
    assert not has_headline_verb(line)


# The topic space


def near(one: str, other: str) -> float:
    ends = [direction(place_of(dict.fromkeys(words.split(), 1))) for words in (one, other)]
    return ends[0].nearness(ends[1])


def test_words_on_one_topic_lie_in_one_direction() -> None:
    assert near("prosecutor", "court") > 0.3 > near("prosecutor", "goalkeeper")
    assert near("singer album", "concert guitar") > 0.3 > near("singer album", "harbour dredging")


def test_the_place_of_a_text_is_the_sum_of_those_of_its_terms() -> None:
    whole, *parts = (
        list(direction(place_of(counts)).vector)
        for counts in ({"court": 1, "guitar": 3}, {"court": 1}, {"guitar": 3})
    )
    assert whole == [sum(figures) for figures in zip(*parts, strict=True)]


def test_what_is_not_known_lies_nowhere() -> None:
    assert place_of({"qwertyish": 2}) == 0
    assert near("qwertyish", "court") == 0.0
    assert round(near("court", "court"), 9) == 1.0
    assert direction(0) == Direction((0,) * topic_space().dimensions, 0.0)


def test_the_card_tells_what_the_space_holds() -> None:
    card = (DATA / "topic_space.md").read_text("utf-8")
    assert hashlib.sha256((DATA / "topic_space.bin").read_bytes()).hexdigest() in card
    number = sum(line.count(" ") - 1 for line in topic_space().lines.values())
    assert f"{number:,} terms" in card
    assert len(topic_space().rows) == number * topic_space().dimensions


def test_each_term_has_its_row() -> None:
    space = parse_space(b"2 0\nhar:0 harbour hare \nof:2 of \n\n\x01\x02\x03\x04\x05\n\n")
    numbers = [space.lanes(term) for term in ("harbour", "hare", "of", "har", "hares", "")]
    assert numbers[3:] == [0, 0, 0]
    rows = [number.to_bytes(12, "little")[::4] for number in numbers[:3]]
    assert rows == [b"\x01\x02\x01", b"\x03\x04\x01", b"\x05\n\x01"]


def test_landmarks_stand_behind_the_terms() -> None:
    space = parse_space(b"2 1\nhar:0 harbour \n\n\x01\x02\x03\x04")
    assert (space.rows, space.landmarks) == (b"\x01\x02", b"\x03\x04")
    assert {len(landmark.vector) for landmark in landmarks()} == {topic_space().dimensions}
    assert f"{len(landmarks())} topics" in (DATA / "topic_space.md").read_text("utf-8")
    guitars = direction(place_of(dict.fromkeys("guitar album singer band".split(), 1)))
    assert nearest_landmark(guitars) == max(map(guitars.nearness, landmarks())) > 0.5


# What tells one article from another


@pytest.mark.parametrize(
    ("passage", "outlying", "out_of_order"),
    [
        ("In 1950 the tour began.", 0, 0),
        ("In 1890 the tour began.", 10, 40),
        ("In 1990 the tour began.", 20, 20),
        ("In 1905 and 1935 the tour began.", 0, 0),
        ("In 1905 the tour began.", 0, 25),
        ("The tour began at 12345.", 0, 0),
    ],
)
def test_years_are_held_against_those_around(
    passage: str, outlying: int, out_of_order: int
) -> None:
    text = f"It was built in 1900. It fell in 1930. {passage} It rose in 1970. It fell in 1970."
    told, inside = (
        years(read_text(text)),
        read_text(text).tokens.between(text.index(passage), text.index(passage) + len(passage)),
    )
    assert round(expm1(told.outlying(inside))) == outlying
    assert round(expm1(told.out_of_order(inside))) == out_of_order


@pytest.mark.parametrize(
    ("text", "is_quotation"),
    [
        (
            "“The lake froze. Fish died under the ice. Nobody walked there. It was cold,” he said.",
            True,
        ),
        (
            "“The lake froze,” the old fisherman said, whose boats were sold in the harbour.",
            False,
        ),
        ("The lake froze in the cold of the night, and nobody walked there.", False),
    ],
)
def test_who_says_it_is_part_of_a_quotation(text: str, is_quotation: bool) -> None:
    document = read_text(article(*HOME[:4], text, HOME[4]))
    whole = document.analysis(article_of)
    piece = next(
        Piece(whole, passage, whole.bag(passage))
        for passage in document.analysis(passages)
        if document.text[passage.start : passage.end] == text
    )
    features = Features(*map(float, range(len(Features._fields))))
    assert (of_quotation(features._replace(quoted=piece.quoted())) < 0) is is_quotation


def test_a_year_alone_is_in_order() -> None:
    told = years(read_text("It was built in 1900."))
    assert told.outlying(range(9)) == told.out_of_order(range(9)) == 0.0
    assert told.outlying(range(2)) == told.out_of_order(range(2)) == 0.0


def test_sentences_within_a_quotation_are_quoted() -> None:
    quoted = (
        "“The lake froze. Fish died under the ice. Nobody walked there. Boats were sold,” he said."
    )
    document = read_text(article(*HOME[:4], quoted, HOME[4]))
    whole, known = document.analysis(article_of), dict[str, float]()
    for passage in document.analysis(passages):
        piece = Piece(whole, passage, whole.bag(passage))
        known[document.text[passage.start : passage.end]] = piece.quoted()
    assert known["Fish died under the ice. Nobody walked there."] == 1.0
    assert known["“The lake froze. Fish died under the ice."] == 1.0
    assert 0.7 < known[quoted] < 0.95
    assert known[HOME[3]] == 0.0


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("Kowalski wrote it in Rome.", (1, 1, True, 0)),
        ("Fans wrote to Kowalski.", (1, 0, False, 0)),
        ("It was Kowalski’s house.", (1, 1, False, 0)),
        ("Mr. Zyqwert wrote it.", (1, 1, False, 0)),
        ("Anna Kowalski wrote it. Kowalski was ill.", (0, 0, False, 1)),
        ("The Kowalski house is old.", (0, 0, False, 0)),
        ("Rome was rich. UNESCO says so.", (0, 0, False, 0)),
        ("Guitars were sold.", (0, 0, False, 0)),
        ("Kowalski", (1, 0, False, 0)),
        ("It was on Earth’s side.", (0, 0, False, 0)),
        ("It was on Zyqwert’s side.", (0, 1, False, 0)),
    ],
)
def test_strangers_are_called_by_one_name(
    passage: str, expected: tuple[int, int, bool, int]
) -> None:
    document = read_text(passage)
    texts = document.tokens.texts
    terms = {term for text in texts for term in terms_of(text)}
    starts = document.analysis(sentence_tokens).firsts
    assert strangers(texts, range(len(texts)), terms, starts) == expected
    assert strangers(texts, range(len(texts)), (), starts)[:3] == (0, 0, False)


@pytest.mark.parametrize(
    ("opening", "nouns"),
    [
        ("The Brook was a small bridge of stone that fell.", {"bridge", "stone"}),
        ("The Brook at Hilltown was a small bridge, and beside it stood a wall.", {"bridge"}),
        ("The Brook fell and nobody was there to see the bridge.", set[str]()),
    ],
)
def test_an_article_says_what_it_is_on(opening: str, nouns: set[str]) -> None:
    found_nouns = kinds(read_text(article(opening, *HOME)))
    assert nouns <= found_nouns
    assert bool(nouns) == bool(found_nouns)


def test_what_an_article_is_on_is_missed() -> None:
    passage = f"{FOREIGN.replace('her', 'the')} Then she slept."
    held: list[tuple[float, float, float]] = []
    for more in ("", " He slept in the harbour, and he ate."):
        document = read_text(article(*(paragraph + more for paragraph in HOME), passage))
        (last,) = (f for p, f in document.analysis(measured_passages) if p.shape == "paragraph")
        held.append((last.title_missed, last.subject_missed, last.voice_broken))
    # In the first the passage speaks of the only person there is.
    assert held == [(1.0, 0.0, 1.0), (1.0, 1.0, 1.0)]


def test_large_sums_do_not_flow_over() -> None:
    once = direction(place_of({"court": 1}))
    often = direction(100_000 * place_of({"court": 1}))
    assert list(often.vector) == [100_000 * figure for figure in once.vector]


# Terms, weights, key words


@pytest.mark.parametrize(
    ("token", "terms"),
    [
        ("harbours", ("harbour",)),
        ("Ferries", ("ferry",)),
        ("boxes", ("box",)),
        ("glass", ("glass",)),
        ("mayor's", ("mayor",)),
        ("families’", ("family",)),
        ("US", ("US",)),
        ("us", ()),
        ("U.S.", ("US",)),
        ("US-backed", ("US", "backed")),
        ("the", ()),
        ("don’t", ()),
        ("1,200", ()),
        ("https://example.org/harbour", ()),
        ("“", ()),
        ("Ängie", ("ängie",)),
    ],
)
def test_terms_are_light_stems(token: str, terms: tuple[str, ...]) -> None:
    assert terms_of(token) == terms


def test_capitals_tell_nothing_of_a_line_in_capitals() -> None:
    (counts,) = block_terms(read_text("IT IS US"))
    assert not counts


def test_the_card_tells_the_hash_of_the_table() -> None:
    card = (DATA / "background.md").read_text("utf-8")
    table = (DATA / "background.txt.z").read_bytes()
    assert hashlib.sha256(table).hexdigest() in card


def test_the_table_holds_what_its_card_says() -> None:
    card = (DATA / "background.md").read_text("utf-8")
    terms = sum(len(re.findall(r" [^\d\s]+\d\d", line)) for line in background().lines.values())
    assert f"{terms:,} terms" in card


def test_rare_terms_weigh_more() -> None:
    assert weight_of("government") < weight_of("harbour") < weight_of("gramophone")
    assert weight_of("gramophone") < weight_of("qwertyish") == background().unknown


def test_a_term_is_not_taken_for_a_longer_one() -> None:
    table = parse("9.9 200\nhar: harbour31 harbourage72")
    assert table.weight("harbour") == 3.1
    assert table.weight("harbourage") == 7.2
    assert table.weight("harb") == table.weight("harbours") == table.weight("x") == 9.9


def test_chance_grows_with_length_and_falls_with_weight() -> None:
    table = background()
    assert 0 < table.chance(5.0, 100) < table.chance(5.0, 1000) < table.chance(2.0, 1000) < 1


def document() -> Document:
    return read_text(with_passage(FOREIGN))


def bounds(text: Document, block: int) -> tuple[int, int]:
    return text.prose[block].start, text.prose[block].end


def shared(one: int, other: int) -> str:
    text = document()
    return shared_words(text, bounds(text, one), bounds(text, other))


def test_key_words_are_as_the_article_writes_them() -> None:
    text = read_text(article("Hake are what the fishers' quarter lives on. Nobody eats hake."))
    assert key_words(text, *bounds(text, 1)) == "“Hake”, “fishers”, “eats”"


def test_the_topic_leaves_out_what_the_passage_has_too() -> None:
    assert "“Harbour”" in topic_words(document(), *bounds(document(), 4))
    assert "“Harbour”" not in topic_words(document(), *bounds(document(), 1))


def test_shared_words_are_those_of_both() -> None:
    assert shared(3, 5) == "“quays”, “fishing”, “quarter”"
    assert shared(3, 4) == ""


def test_whole_paragraphs_end_in_a_stop_and_have_some_words() -> None:
    lines = ["A stop is missing here after all these many words of text", "Short one.", HEADLINE]
    text = article(*HOME[:2], *lines, *HOME[2:])
    assert whole_paragraphs(read_text(text)) == (1, 2, 6, 7, 8)


def test_at_most_three_words_are_shown() -> None:
    assert (
        len(list(islice(re.finditer("“", key_words(document(), *bounds(document(), 1))), 5))) == 3
    )


def test_a_review_of_the_press_names_a_paper_in_every_other_paragraph() -> None:
    review = (
        "The London Times leads with the strike.",
        "The Morning Post has the flood, and the Evening Star the match.",
        "Rain is expected.",
        "An editorial in the Daily Mail defends the mayor.",
    )
    assert is_press_review(read_text("\n\n".join(review)))
    story = (*review[:1], *("The strike goes on, at all times.",) * 3, *review[1:2])
    assert not is_press_review(read_text("\n\n".join(story)))
    assert not is_press_review(read_text("\n\n".join(review[:1] * 4)))
