"""Articles glued together, titles over the wrong text, sentences of other stories."""

import hashlib
import random
from importlib.resources import files
from time import process_time

import pytest
from copydesk import Document, Finding
from copydesk.analysis.topic.foreign_sentences import foreign_sentences
from copydesk.analysis.topic.foreignness import foreign_passages
from copydesk.analysis.topic.glued_articles import model, score_of, seam_of
from copydesk.analysis.topic.seams import Features, seams
from copydesk.analysis.topic.titles import is_about_another
from copydesk.markup import Format, read_text
from copydesk.options import build_rule
from copydesk.registry import builtin_rules

from bench.corruptions import Transplant
from bench.corruptions.mixing import glued_articles, slipped_sentence, swapped_headline

DATA = files("copydesk") / "data"
REGISTRY = builtin_rules()


def paragraphs_of(text: str) -> tuple[str, ...]:
    return tuple(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


TITLE = "Harbour plan wins a narrow vote"
HARBOUR = paragraphs_of("""
The town council approved the plan for a new ferry harbour on Monday, by one vote, after a
heated debate of four hours.

Dredging of the harbour basin is to begin in May, engineers said, and the first ferry could dock
at the new quay in two years.

The mayor called the vote a turning point for the fishing quarter, where half the quays and the
old ice house stand empty.

Fishing families fear that ferry traffic will push their boats from the last quays of the
quarter, as it did in the northern harbour.

The council promised the fishing boats berths in the new harbour basin, at the same rent, once
dredging is complete.
""")
SINGER = paragraphs_of("""
The singer told fans that doctors had ordered a long rest for her voice, and her record label
promised to refund all concert tickets.

The label had planned nineteen concerts in eleven cities, with an orchestra and a choir. The
singer had rehearsed with the orchestra since autumn.

Her last album sold two million copies, more than any other record of the label, and won a prize
of the critics.

Doctors say that a voice needs months to recover after an operation of this kind. The singer
hopes to record songs for a new album in winter.
""")
CHERRIES = paragraphs_of("""
Farmers near the lake reported their best cherry harvest since the spring frost that had killed
blossom and young trees.

The cherry farmers sell most of their harvest at markets around the lake. Prices of cherries
fell by a tenth.

Starlings ate a third of the cherries last year. The farmers have hung nets over their trees.
""")


LONG = (*HARBOUR, *HARBOUR[1:4])


def text_of(*paragraphs: str, title: str = TITLE) -> str:
    return "\n\n".join((title, *paragraphs)) + "\n"


def findings(name: str, text: str, **options: object) -> list[Finding]:
    return list(build_rule(REGISTRY[name], options).check(read_text(text)))


def marked(name: str, text: str, **options: object) -> list[str]:
    return [text[slice(*finding.span)] for finding in findings(name, text, **options)]


# mixed-articles


@pytest.mark.parametrize("kept", [2, 3, 4, 5])
def test_the_boundary_is_found_wherever_it_lies(kept: int) -> None:
    text = text_of(*HARBOUR[:kept], *SINGER)
    assert marked("mixed-articles", text) == [SINGER[0]]


def test_the_evidence_is_what_each_side_speaks_of_and_how_it_begins() -> None:
    text = text_of(*HARBOUR, *SINGER)
    (finding,) = findings("mixed-articles", text)
    after, before = finding.message.split("before of")
    assert "“singer”" in after
    assert "“Harbour”" in before
    shown = [text[slice(*related.span)] for related in finding.related]
    assert shown == [HARBOUR[0], HARBOUR[-1]]


def test_a_heading_over_the_second_article_belongs_to_it() -> None:
    text = text_of(*HARBOUR[:4], "Pop Singer Cancels Her Autumn Tour", *SINGER)
    assert marked("mixed-articles", text) == [f"Pop Singer Cancels Her Autumn Tour\n\n{SINGER[0]}"]


def test_each_half_alone_is_in_order() -> None:
    assert findings("mixed-articles", text_of(*HARBOUR)) == []
    assert findings("mixed-articles", text_of(*SINGER, SINGER[0], title="The tour")) == []


def test_a_round_up_has_more_than_one_boundary() -> None:
    document = read_text(text_of(*HARBOUR[:3], *SINGER[:3], *CHERRIES))
    assert max(score_of(document, seam) for seam in document.analysis(seams)) > 0
    assert seam_of(document, 0.0) is None


def test_an_article_that_comes_back_to_its_beginning_has_no_boundary() -> None:
    document = read_text(text_of(*HARBOUR[:3], *SINGER, *HARBOUR[:2]))
    assert document.analysis(seams) == ()


def test_what_is_found_as_a_passage_is_not_found_again() -> None:
    document = read_text(text_of(*HARBOUR * 2, *SINGER[:2]))
    (judged,) = foreign_passages(document, 0.0)
    assert max(score_of(document, seam) for seam in document.analysis(seams)) > 0
    assert judged.passage.last == len(document.prose) - 1
    assert seam_of(document, 0.0) is None


def test_a_higher_threshold_finds_less() -> None:
    text = text_of(*HARBOUR, *SINGER)
    assert marked("mixed-articles", text, threshold=100.0) == []


def test_nothing_speaks_against_a_seam_but_what_reaches_over_it() -> None:
    weights = model().weights
    assert weights.shared < 0
    assert weights.taken_up < 0
    assert weights.apart > 0
    assert model().score(Features(0, 0, 0.5, 5)) > 0 > model().score(Features(0.2, 0.3, 0.1, 5))


def test_the_card_is_of_this_model() -> None:
    card = (DATA / "seams.md").read_text("utf-8")
    assert hashlib.sha256((DATA / "seams.txt").read_bytes()).hexdigest() in card


def test_shares_are_exact() -> None:
    document = read_text(text_of(*HARBOUR, *SINGER))
    for seam in document.analysis(seams):
        assert 0 <= seam.features.shared <= 0.15
        assert 0 <= seam.features.taken_up <= 0.25
        assert -1 <= seam.features.apart <= 2
    (true,) = (s for s in document.analysis(seams) if document.prose[s.block].text == SINGER[0])
    assert true.features.taken_up == pytest.approx(0)


# title-mismatch


def test_a_title_in_capitals_is_read_word_by_word() -> None:
    text = text_of(*LONG, title="CHEESE THIEVES ARRESTED AFTER CHASE")
    assert marked("title-mismatch", text) == ["CHEESE THIEVES ARRESTED AFTER CHASE"]


@pytest.mark.parametrize(
    "title",
    [
        TITLE,
        "Dredgers wanted",  # begins as “dredging” does
        "A Non-Harbour",  # part of a compound
        "Cheese",  # one word
        "Introduction and Overview",
        "Xyzzy Plugh",  # unknown to the topic space
        "Cheese thieves were arrested.",  # no title
    ],
)
def test_a_title_is_left_alone(title: str) -> None:
    assert findings("title-mismatch", text_of(*LONG, title=title)) == []


def test_a_short_text_need_not_repeat_its_title() -> None:
    assert not is_about_another(
        read_text(text_of(*HARBOUR[:2], title="Cheese Thieves Arrested in Bakery"))
    )


def test_the_title_of_markdown_and_of_html_is_judged() -> None:
    body = "\n\n".join(LONG)
    assert is_about_another(
        read_text(f"# Cheese Thieves Arrested in Bakery\n\n{body}", markup=Format.MARKDOWN)
    )
    assert not is_about_another(
        read_text(f"## Cheese Thieves Arrested in Bakery\n\n{body}", markup=Format.MARKDOWN)
    )
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in LONG)
    page = f"<html><body><h1>Cheese Thieves Arrested in Bakery</h1>{paragraphs}</body></html>"
    assert is_about_another(read_text(page, markup=Format.HTML))


# off-topic-sentence

AROUND = (
    "The mayor of the harbour town welcomed the vote. {}Ferry passengers will pay a harbour fee."
    " The council expects the quays of the fishing quarter to fill again."
)
FOREIGN = "Guitars, costumes and a grand piano are stored in Vienna until rehearsals resume. "


def test_a_sentence_is_found_in_its_paragraph() -> None:
    text = text_of(*HARBOUR[:3], AROUND.format(FOREIGN), *HARBOUR[3:])
    (finding,) = findings("off-topic-sentence", text)
    assert text[slice(*finding.span)] == FOREIGN.rstrip()
    before, after = (text[slice(*related.span)] for related in finding.related)
    assert before == "The mayor of the harbour town welcomed the vote."
    assert after.startswith("Ferry passengers")
    assert (
        findings("off-topic-sentence", text_of(*HARBOUR[:3], AROUND.format(""), *HARBOUR[3:])) == []
    )


def test_a_sentence_in_a_passage_is_not_found_again() -> None:
    more = "The singer told fans that doctors had ordered a long rest for her voice. "
    document = read_text(text_of(*HARBOUR[:3], AROUND.format(more + FOREIGN), *HARBOUR[3:]))
    assert len(foreign_passages(document, 0.0)) == 1
    assert foreign_sentences(document, 0.0) == ()


# Bench and cost


@pytest.mark.parametrize("made", [glued_articles, swapped_headline, slipped_sentence])
def test_a_class_of_damage_makes_one_edit(made: Transplant) -> None:
    host = read_text(text_of(*LONG[:3], AROUND.format(""), *LONG[3:]))
    donor = read_text(text_of(*SINGER, title="Pop Singer Cancels Her Autumn Tour"))
    damage = made.damage(host, [donor], random.Random(1))  # noqa: S311  not for secrets
    assert damage
    assert damage.text.strip() in donor.source
    assert damage.apply(host.source) != host.source


def test_an_article_is_cut_and_the_rest_of_another_glued_to_it() -> None:
    host, donor = read_text(text_of(*LONG)), read_text(text_of(*SINGER))
    damage = glued_articles.damage(host, [donor], random.Random(1))  # noqa: S311
    assert damage
    text = damage.apply(host.source)
    assert any(findings(rule, text) for rule in glued_articles.rules)


@pytest.mark.parametrize("name", ["mixed-articles", "title-mismatch", "off-topic-sentence"])
def test_time_is_linear(name: str) -> None:
    def seconds(times: int) -> float:
        paragraphs = [f"{p} Number {i} {'x' * (i % 7)}ray." for i in range(times) for p in SINGER]
        document = read_text(
            text_of(*HARBOUR, *paragraphs, title="Cheese Thieves Arrested in Bakery")
        )
        _ = document.sentences, document.tokens
        start = process_time()
        list(build_rule(REGISTRY[name], {}).check(document))
        return process_time() - start

    seconds(10)
    assert seconds(200) < 20 * max(seconds(40), 0.01)


@pytest.mark.parametrize("text", ["", "Word", "x " * 50_000, "🙂 " * 1_000, "שלום עולם. " * 500])
def test_odd_texts_hold_nothing(text: str) -> None:
    for name in ("mixed-articles", "title-mismatch", "off-topic-sentence"):
        assert findings(name, text) == []


def test_nothing_is_asked_of_the_topic_space_where_words_recur(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_: Document) -> None:
        raise AssertionError

    monkeypatch.setattr("copydesk.english.topic_space.topic_space", fail)
    assert not is_about_another(read_text(text_of(*HARBOUR)))
    assert read_text(text_of(*HARBOUR)).analysis(seams) == ()
