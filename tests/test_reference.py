"""The rules on first person and on openings beyond what their pages show."""

import time
from pathlib import Path

import pytest
from copydesk import Document, Rule
from copydesk.analysis import first_person
from copydesk.markup import Format, read_file, read_text
from copydesk.registry import builtin_rules
from hypothesis import given
from hypothesis import strategies as st

SEED = Path(__file__).parent.parent / "seeds" / "000_c480b30004142105.txt"
FIRST_PERSON = builtin_rules()["narrator-first-person"]()
OPENING = builtin_rules()["dangling-opening"]()
STORY = "The council met on Monday. It was late. The hall was full. Tea was served. Nobody left. "


def test_the_seed_has_one_sentence_in_the_first_person() -> None:
    assert _found(FIRST_PERSON, read_file(SEED)) == ["I have goals that are now priorities."]


def test_the_seed_opens_well() -> None:
    assert not _found(OPENING, read_file(SEED))


SINGULAR = {
    "I was there.": ["I"],
    "Then I’m told it’s my turn.": ["I’m", "my"],
    "He gave me some. Ask me!": ["me", "me"],
    "It hurt me, myself and a friend of mine.": ["me", "myself", "mine"],
    "Yesterday I left. Honestly I did.": ["I", "I"],
    "My turn came. It was My Turn, a song.": ["My"],
    "And I said so; so do I.": ["I"],
    "In May, I left. (I did.)": ["I", "I"],
    # Numerals and letters.
    "World War I was long. Elizabeth I reigned. James VI and I followed.": [],
    "Phase I began, type I diabetes, arms I and II, part I of it.": [],
    "It is said as /me/ or /my/.": [],
    "Vitamin A/I and I/O, I-95, I. M. Pei, item (I) and i.": [],
    "Take version I is wrong.": [],
    # Titles of works.
    "She sang As I Lay, I Am Here, My Way, Let Me In and Me Too.": [],
    "They gave I'm A Boy and the film Super Size Me to my Aunt.": [],
    "A gold mine, the mine of gold.": [],
    # Quoted.
    '"I am," she said. ‘My turn,’ he said.': [],
}


@pytest.mark.parametrize(("text", "expected"), SINGULAR.items(), ids=list(SINGULAR))
def test_where_the_narrator_says_i(text: str, expected: list[str]) -> None:
    document = read_text(text + "\n")
    texts = document.tokens.texts
    assert [texts[i] for i in first_person.singular(document)] == expected


def test_where_the_narrator_says_we_and_you() -> None:
    document = read_text("We sold our US boat to you, not to US customers. “We did,” they say.\n")
    texts = document.tokens.texts
    assert [texts[i] for i in first_person.companions(document)] == ["We", "our", "you"]


def test_evidence_for_a_first_person() -> None:
    document = read_text(f"{STORY}\n\nIt was late and I saw it. “So it was,” she said.\n")
    (finding,) = FIRST_PERSON.check(document)
    assert finding.message == "“I” stands outside quotation in an article told in the third person"
    assert [document.source[slice(*one.span)] for one in finding.related] == ["I", "she"]


ARTICLES = {
    "third person": (STORY + "I left.", 1),
    "too short to tell": ("The council met. I left.", 0),
    "twice in one sentence": (STORY + "I left my hat.", 1),
    "four times in a paragraph": (f"{STORY * 5}\n\nI came. I saw. I left. I slept.", 4),
    "three times in the article": (f"{STORY * 5}I came.\n\nI saw.\n\nI left.", 0),
    "a narrator who says we": (STORY + "We sat. We ate. We slept. I left.", 0),
    "a narrator who says you": (STORY + "You sit. You eat. You sleep. I left.", 0),
    "a reporter": (STORY + "“It is the end of it all,” he told me.", 0),
    "a word in quotation marks": (STORY + "I said ‘no’.", 1),
    "an announced quotation": (f"{STORY}\n\nShe wrote:\n\nI left.", 0),
    "an announced quotation in the sentence": (STORY + "She wrote: I left.", 0),
    "another colon": (STORY + "One thing is plain: I left.", 1),
    "an answer": (f"{STORY}\n\nWhy did the council meet?\n\nI do not know.", 0),
    "a question": (STORY + "May I leave?", 0),
    "brackets": (STORY + "It was late (and I left).", 0),
    "square brackets": (STORY + "It was late [when I left].", 0),
    "after brackets": (STORY + "It (the council) knew when I left.", 1),
    "a speaker's label": (f"{STORY}\n\nBROOK: I left.", 0),
    "a letter": (f"{STORY}\n\nDear editor, I left.", 0),
    "a missing mark": (f"{STORY}\n\nShe said “no. I left.", 0),
    "a missing mark before": (f"{STORY}\n\nShe said “no.\n\nI left.", 0),
    "a list": (f"{STORY}\n\n* I left.", 0),
    "a list without markup": (f"{STORY}\n\n+Who are you? It is my boy!", 0),
    "titles in a row": (f"{STORY}\n\nIt is late · I left · So I did.", 0),
    "a verse": (f"{STORY}\n\nNow I shall leave the hall", 0),
    "a mark without a space": (STORY + "'I left.'Nobody saw it.", 0),
    "an announcement with a dash": (f"{STORY}\n\nShe wrote:-\n\nI left.", 0),
    "an announcement before": (f"{STORY}\n\nA girl reports: It was late. I left.", 0),
    "a numeral": (STORY + "During meiosis I leading to it, cells pair.", 0),
    "a numeral before two verbs": (STORY + "A neurophysin I prepropeptide is a protein.", 0),
    "a reporter's question": (STORY + "I asked them why.", 0),
    "an interview": ("Why is it late?\n\nThe hall was full, as you know.\n\n" * 5 + "I left.", 0),
    "a block quote": (f"{STORY}\n\n> I left.", 0),
    "a heading": (f"{STORY}\n\n## How I left", 0),
}


@pytest.mark.parametrize(("text", "expected"), ARTICLES.values(), ids=list(ARTICLES))
def test_articles_in_the_third_person(text: str, expected: int) -> None:
    document = read_text(f"# Council\n\n{text}\n", markup=Format.MARKDOWN)
    assert len(_found(FIRST_PERSON, document)) == expected


REST = "the council met on Monday to save the library.\n\nEleven members came."
OPENINGS: dict[str, tuple[str, list[str]]] = {
    "a connective": (f"But {REST}", ["But"]),
    "a phrase": (f"In addition, {REST}", ["In addition"]),
    "a phrase without a comma": (f"In addition to it {REST}", []),
    "yet another": (f"Yet another time {REST}", []),
    "a headline before": (f"Council saves library\n\nBut {REST}", ["But"]),
    "a byline before": (f"Council saves library\n\nBy Ana Brook\n\nBut {REST}", ["But"]),
    "a paragraph before": (f"It rained on Monday and on Tuesday.\n\nBut {REST}", []),
    "a list before": (f"* Rain\n\nBut {REST}", []),
    "the headline's own": (f"But who pays for it\n\nBut {REST}", []),
    "a question": (f"But who pays for all this? {REST}", []),
    "a pronoun": (f"He said that {REST}", ["He"]),
    "a possessive": (f"Their wish is that {REST}", ["Their"]),
    "a pronoun in a phrase": (f"After he had left, {REST}", []),
    "a pronoun of a person named later": (f"She left. Ana Brook knew that {REST}", []),
    "a pronoun of a person in the headline": (f"Ana Brook dies\n\nShe knew that {REST}", ["She"]),
    "an introduction": (f"She is the person who knew that {REST}", []),
    "people in general": (f"They say that {REST}", []),
    "it": (f"It is said that {REST}", []),
    "a quotation": (f"“But why,” he said when {REST}", ["he"]),
    "a quotation of somebody": (f"“But why,” he said to Ana Brook when {REST}", []),
    "a report": (f"It was late, she said. Then {REST}", ["she"]),
    "a report of somebody": (f"The Ana Brook case is old, she said. Then {REST}", []),
    "also": (f"The mayor also knew when {REST}", ["also"]),
    "also after another verb": (f"The mayor came and also knew when {REST}", []),
    "another name": (f"The mayor, also known as Red, knew when {REST}", []),
    "a surname": (f"It was Mr Strand who knew that {REST}", ["Mr Strand"]),
    "a surname of the headline": (f"Lee Strand dies\n\nMr Strand knew that {REST}", []),
    "a couple": (f"Mr and Mrs Strand knew that {REST}", []),
    "a full name": (f"Mr Lee Strand knew that {REST}", []),
    "an address": (f"Mr. Speaker, you knew that {REST}", []),
    "what was told": (f"The decision came when {REST}", ["The decision"]),
    "what the headline told": (f"Decision on roof\n\nThe decision came when {REST}", []),
    "what is explained": (f"The decision of the mayor came when {REST}", []),
    "what everybody knows": (f"The government left when {REST}", []),
    "such": (f"Such news came when {REST}", ["Such"]),
    "such is": (f"Such is life, and {REST}", []),
    "these": (f"These plans failed when {REST}", ["These"]),
    "these days": (f"These days {REST}", []),
    "both": (f"Both were late when {REST}", ["Both"]),
    "both of two": (f"Both Lee and Ana came when {REST}", []),
    "a thing": (f"It was built in 1902 when {REST}", ["It"]),
    "a thing of the headline": (f"Mill House\n\nIt was built in 1902 when {REST}", []),
    "a name in the same sentence": (f"She left, and Ana Brook knew when {REST}", []),
    "a name that does not agree": (f"He left, and Mary Brook knew when {REST}", ["He"]),
    "another in the same sentence": (f"He beat Ana Brook when {REST}", ["He"]),
    "a long word": (f"He {'x' * 90} when {REST}", ["He"]),
    "a label": ("But why not\n\nThe council met on Monday.", []),
}


@pytest.mark.parametrize(("text", "expected"), OPENINGS.values(), ids=list(OPENINGS))
def test_openings(text: str, expected: list[str]) -> None:
    assert _found(OPENING, read_text(text + "\n")) == expected


@pytest.mark.parametrize("text", [", , ,", f"However, {REST}", f"She said that {REST}"])
def test_sections_may_go_on_with_the_last_one(text: str) -> None:
    source = f"# Library\n\nIt was built in 1902 and burnt in 1940.\n\n## Roof\n\n{text}\n"
    assert not _found(OPENING, read_text(source, markup=Format.MARKDOWN))


def test_evidence_for_an_opening() -> None:
    document = read_text(f"Council saves library\n\nShe said that {REST}\n")
    (finding,) = OPENING.check(document)
    assert finding.message == "the article opens with “She”, and nobody is named before it"
    (headline,) = finding.related
    assert document.source[slice(*headline.span)] == "Council saves library"


def test_front_matter_may_name_whom_a_page_is_about() -> None:
    page = f"---\ntitle: Ana Brook\n---\n\nShe said that {REST}\n"
    assert not _found(OPENING, read_text(page, markup=Format.MARKDOWN))


NOISE = st.lists(
    st.sampled_from(
        [
            "I",
            "me",
            " ",
            " ",
            " ",
            "\n\n",
            ". ",
            "But ",
            "He",
            "“",
            "”",
            "(",
            ")",
            ": ",
            "we",
            "# ",
            "?",
        ]
    ),
    max_size=60,
).map("".join)


@pytest.mark.parametrize("rule", [FIRST_PERSON, OPENING], ids=lambda rule: rule.name)
@given(text=NOISE | st.text())
def test_findings_are_places_in_the_text(rule: Rule, text: str) -> None:
    for finding in rule.check(read_text(text, markup=Format.MARKDOWN)):
        for span in (finding.span, *(related.span for related in finding.related)):
            assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize("rule", [FIRST_PERSON, OPENING], ids=lambda rule: rule.name)
@pytest.mark.parametrize(
    "unit",
    ["I am ", "(I ", "It is. ", "But it is.\n\n", "\n\n# A\n\nBut so.", "He, and     ", "x also "],
)
def test_time_is_linear(rule: Rule, unit: str) -> None:
    short, long = (_seconds(rule, unit * (n // len(unit))) for n in (5_000, 20_000))
    assert long < 10 * short + 0.1


def _seconds(rule: Rule, text: str) -> float:
    document = read_text(text, markup=Format.MARKDOWN)
    document.sentences  # noqa: B018  made here, so that it is not timed
    start = time.process_time()
    list(rule.check(document))
    return time.process_time() - start


def _found(rule: Rule, document: Document) -> list[str]:
    findings = sorted(rule.check(document), key=lambda finding: finding.span)
    return [document.source[slice(*finding.span)] for finding in findings]
