"""What a document quotes, and which of its marks pair with nothing."""

import time
from itertools import pairwise

import pytest
from copydesk import BlockKind, Document
from copydesk.analysis.quotations import Quotation, Quotations, quotations
from copydesk.document import Draft, Layout, Run, Span
from copydesk.markup import read_text
from hypothesis import given
from hypothesis import strategies as st

CLOSED = {
    # Typewriter marks face by what stands beside them.
    'He said "no" to me.': ['"no"'],
    '"Fine," he said. "Go on."': ['"Fine,"', '"Go on."'],
    'He asked:"Why?"': ['"Why?"'],
    'The "A"/"B" test ("beta") is "new"-ish.': ['"A"', '"B"', '"beta"', '"new"'],
    '"Stop"—he rose—"now."': ['"Stop"', '"now."'],
    'A key="value" pair.': ['"value"'],
    'A cell with width="13" style="wide" in it.': ['"13"', '"wide"'],
    'It was "...and then there were none".': ['"...and then there were none"'],
    'It fell by ".5 points".': ['".5 points"'],
    'He called it the "Yes!" vote.': ['"Yes!"'],
    'He said " hello there " to me.': ['" hello there "'],
    'He said "hello there " to me.': ['"hello there "'],
    'He said,"Hello."Then "bye."': ['"Hello."', '"bye."'],
    '"One. Two. Three," she said.': ['"One. Two. Three,"'],
    "He wrote ``so be it'' below.": ["``so be it''"],
    # Printed marks, also turned the wrong way.
    "He said “no” to me.": ["“no”"],
    "He said ”no” to me, ”twice“.": ["”no”", "”twice“"],
    "Er sagte „Hallo“ und „Tschüss”.": ["„Hallo“", "„Tschüss”"],
    'He said “no" to me.': ['“no"'],
    "«Oui», « non » et »ja«, ‹peut-être›.": ["«Oui»", "« non »", "»ja«", "‹peut-être›"],
    # Apostrophes are none.
    "It's Ana's, the workers' and James' day, isn't it?": [],
    "It’s Ana’s, the workers’ and James’ day, isn’t it?": [],
    "In the '90s, rock 'n' roll wasn't 'dead' yet.": ["'dead'"],
    "In the ’90s, rock ’n’ roll wasn’t ‘dead’ yet.": ["‘dead’"],
    "In the ‘90s she was the class of ‘08.": [],
    "'Tis the season, get 'em at five o'clock, O'Brien.": [],
    "She 's here and they do n't care.": [],
    "Goin' home to see th' ol' man.": [],
    "The '24' box set and the '1990s show'.": ["'24'", "'1990s show'"],
    # Single marks as the main ones, among apostrophes.
    "'The workers' rights matter,' he said.": ["'The workers' rights matter,'"],
    "He called them 'cowboys' and the players' union left.": ["'cowboys'"],
    "‘I don’t know,’ she said. ‘Ask James’ wife.’": ["‘I don’t know,’", "‘Ask James’ wife.’"],
    "He is the 'boss', she the 'brain'.": ["'boss'", "'brain'"],
    "He rated it '10' and then '9'.": ["'10'", "'9'"],
    # One in another.
    "\"He told me 'no' twice,\" she said.": ["\"He told me 'no' twice,\"", "'no'"],
    "'He told me \"no\" twice,' she said.": ["'He told me \"no\" twice,'", '"no"'],
    "“He told me ‘no,’” she said.": ["“He told me ‘no,’”", "‘no,’"],
    "“‘No,’ he told me.”": ["“‘No,’ he told me.”", "‘No,’"],
    '"He told me "no" twice," she said.': ['"He told me "no" twice,"', '"no"'],
    "“A ‘B “C” D’ E”": ["“A ‘B “C” D’ E”", "‘B “C” D’", "“C”"],
    '"He said \'no" and left.': ['"He said \'no"'],
    # Feet, inches, minutes, seconds.
    'He is 6\'2" tall with a 27" screen.': [],
    "He is 6’2” tall and ran 3′ 20″.": [],
    '"I have a 27" screen," he said.': ['"I have a 27" screen,"'],
    '"It was in 1997" he said. "Or 1998"': ['"It was in 1997"', '"Or 1998"'],
    'A 2"x4" and a 5\'10"-tall man said "no".': ['"no"'],
    # The text speaks of the marks.
    'Use the " character, (") or \'"\', never “” or "".': [],
    'Print """ and then ” alone.': [],
    "Home » News » Sport and « Back": [],
    # A missing mark.
    '"Well, he said.': ['"Well, he said.'],
    'Well," he said. "So be it."': ['"So be it."'],
    '"Well, he said, "so be it" and left.': ['"Well, he said, "so be it" and left.', '"so be it"'],
    # Paragraphs run together.
    '"One thing. "Another thing," he said.': ['"One thing. ', '"Another thing,"'],
    '"One. "Two. "Three." He left.': ['"One. ', '"Two. ', '"Three."'],
}


@pytest.mark.parametrize(("text", "expected"), CLOSED.items(), ids=list(CLOSED))
def test_quotations_of_a_paragraph(text: str, expected: list[str]) -> None:
    document, found = _read(text)
    assert [document.text[span.start : span.end] for span in found.spans] == expected


UNPAIRED = {
    "He said “no” to 'me'.": [],
    '"Well, he said.': ['"Well'],
    'Well," he said.': ['," he'],
    "“Well, he said.": ["“Well"],
    "Well,” he said.": [",” he"],
    '"Well, he said, "so be it" and left.': ['"Well'],
    'The name "Jo May "comes from "Jo".': ['"Jo May', '"comes'],
    'It is 27" wide, 6\'2" high, “27” wide.': [],
    'The " character and a ” between spaces.': [],
    "The workers' union and 'em and ‘90s.": [],
    "« Back": [],
    '"One. "Two. "Three."': [],
    '"One. "Two. "Three.': ['"Three'],
}


@pytest.mark.parametrize(("text", "expected"), UNPAIRED.items(), ids=list(UNPAIRED))
def test_unpaired_marks_of_a_paragraph(text: str, expected: list[str]) -> None:
    document, found = _read(text)
    assert [mark.start for mark in found.unpaired] == [_mark(text, part) for part in expected]
    assert [mark.opens for mark in found.unpaired] == [part[0] in '"“' for part in expected]
    assert found.is_balanced(document.prose[0]) is not bool(expected)


def _mark(text: str, part: str) -> int:
    """Where the first double mark of `part` stands in `text`."""
    return text.index(part) + next(i for i, char in enumerate(part) if char in '"“”')


def test_a_quotation_of_several_paragraphs_opens_each() -> None:
    _, found = _read('She said: "One.\n\n"Two.\n\n"Three," and left.\n\nHe "agreed".')
    assert [(span.resumed, span.continued, span.closing) for span in found.spans] == [
        (False, True, ""),
        (True, True, ""),
        (True, False, '"'),
        (False, False, '"'),
    ]
    assert not found.unpaired


def test_single_marks_open_each_paragraph_too() -> None:
    document, found = _read("‘One is here.\n\n‘Two is here,’ he said, the ‘fool’.")
    assert _texts(document, found) == ["‘One is here.", "‘Two is here,’", "‘fool’"]


def test_both_marks_of_a_quotation_in_a_quotation_open_each_paragraph() -> None:
    _, found = _read("“She said ‘One.\n\n“‘Two.’ I agreed.”\n\nEnd.")
    assert not found.unpaired
    assert [span.level for span in found.spans] == [0, 0, 1]


def test_a_quotation_may_run_over_paragraphs_that_do_not_open_it_anew() -> None:
    document, found = _read('She said: "One.\n\nTwo.\n\nThree," and left.\n\nHe "agreed".')
    assert _texts(document, found) == ['"One.', "Two.", 'Three,"', '"agreed"']
    assert not found.unpaired


RUN_OVER = {
    "next": [(BlockKind.PARAGRAPH, 'Three," he said.')],
    "later": [(BlockKind.PARAGRAPH, "Two."), (BlockKind.PARAGRAPH, 'Three," he said.')],
}
NOT_RUN_OVER = {
    "another quotation": [(BlockKind.PARAGRAPH, 'He "agreed". Three," he said.')],
    "a heading": [(BlockKind.HEADING, "Two"), (BlockKind.PARAGRAPH, 'Three," he said.')],
    "other marks": [(BlockKind.PARAGRAPH, "Three,” he said.")],
    "too far": [(BlockKind.PARAGRAPH, "Two.")] * 6 + [(BlockKind.PARAGRAPH, 'Three," he said.')],
}


@pytest.mark.parametrize("blocks", RUN_OVER.values(), ids=list(RUN_OVER))
def test_a_quotation_runs_over_a_few_paragraphs(blocks: list[tuple[BlockKind, str]]) -> None:
    found = quotations(_layout([(BlockKind.PARAGRAPH, 'She said: "One.'), *blocks]))
    assert not found.unpaired
    assert len(found.spans) == len(blocks) + 1


@pytest.mark.parametrize("blocks", NOT_RUN_OVER.values(), ids=list(NOT_RUN_OVER))
def test_a_quotation_does_not_run_over(blocks: list[tuple[BlockKind, str]]) -> None:
    found = quotations(_layout([(BlockKind.PARAGRAPH, 'She said: "One.'), *blocks]))
    assert [mark.opens for mark in found.unpaired] == [True, False]


def test_a_quotation_run_together_ends_where_its_speaker_is_named() -> None:
    for text, unpaired in (
        ('"One thing. "Another thing," he said.', 0),
        ('"One thing, he said. "Another thing," he said.', 1),
        ('"One thing, said Ana Brook of the council. "Another thing."', 1),
        ('"He said so. "Another thing," he said.', 0),
    ):
        assert len(_read(text)[1].unpaired) == unpaired, text


def test_a_missing_mark_harms_its_own_paragraph_alone() -> None:
    document, found = _read('A "b" c.\n\nD "e f.\n\nG "h" i.\n\nJ k" l.\n\nM "n" o.')
    assert _texts(document, found) == ['"b"', '"e f.', '"h"', '"n"']
    assert [mark.opens for mark in found.unpaired] == [True, False]
    assert [found.is_balanced(block) for block in document.prose] == [
        True,
        False,
        True,
        False,
        True,
    ]


def test_levels_count_the_quotations_around() -> None:
    _, found = _read("“A ‘B “C” D’ E” and “F”")
    assert [span.level for span in found.spans] == [0, 1, 2, 0]
    assert len(found.outermost) == 2


def test_the_inside_of_a_quotation_is_without_its_marks() -> None:
    document, found = _read("He wrote ``so be it'' below.")
    start, end = found.spans[0].inside
    assert document.text[start:end] == "so be it"


def test_what_is_covered() -> None:
    document, found = _read('He "said" so.')
    covered = [char for i, char in enumerate(document.text) if found.covers(i)]
    assert "".join(covered) == '"said"'


def test_a_block_quote_is_covered_as_a_whole() -> None:
    blocks = [(BlockKind.PARAGRAPH, "He wrote:"), (BlockKind.BLOCK_QUOTE, 'I "came" back.')]
    document = _layout(blocks)
    found = quotations(document)
    assert found.covers(document.text.index("I "))
    assert found.covers(len(document.text) - 1)
    assert not found.covers(0)


def test_other_blocks_do_not_go_on_with_a_quotation() -> None:
    blocks = [(BlockKind.PARAGRAPH, 'He said "no.'), (BlockKind.HEADING, '"Yes" it is')]
    assert len(quotations(_layout(blocks)).unpaired) == 1


def test_a_text_without_marks() -> None:
    document, found = _read("Nothing is quoted here.")
    assert (found.spans, found.unpaired, found.block_quotes) == ((), (), ())
    assert not found.covers(0)
    assert found.is_balanced(document.prose[0])


def _read(text: str) -> tuple[Document, Quotations]:
    document = read_text(text + "\n")
    assert all(block.kind is not BlockKind.TITLE for block in document.prose[1:])
    return document, quotations(document)


def _texts(document: Document, found: Quotations) -> list[str]:
    return [document.text[span.start : span.end] for span in found.spans]


def _layout(blocks: list[tuple[BlockKind, str]]) -> Document:
    source = "".join(text for _, text in blocks)
    drafts: list[Draft] = []
    at = 0
    for kind, text in blocks:
        drafts.append(Draft(kind, Span(at, at + len(text)), (Run(text, at, at + len(text)),)))
        at += len(text)
    return Document.from_layout(source, Layout(tuple(drafts)))


PIECES = st.sampled_from(
    [
        *"\"\"\"“”„‟«»‹›‘’'``''’()—-…\ufffc\ufdd0",
        *" , .? , \n,\n\n,\n\n,a,He,boys,90s,6".split(","),
        ", ",
    ]
)
NOISE = st.lists(PIECES, max_size=60).map("".join)


@given(NOISE | st.text())
def test_quotations_lie_in_blocks_and_nest(text: str) -> None:
    document = read_text(text)
    found = quotations(document)
    assert list(found.spans) == sorted(found.spans, key=lambda span: (span.start, -span.end))
    around: list[Quotation] = []
    for span in found.spans:
        block = document.block_at(span.start)
        assert block.start <= span.start < span.end <= block.end
        assert document.text.startswith(span.opening, span.start)
        assert document.text.endswith(span.closing, 0, span.end)
        while around and around[-1].end <= span.start:
            around.pop()
        assert span.level == len(around)
        assert not around or span.end <= around[-1].end
        around.append(span)


@given(NOISE)
def test_covered_is_what_lies_in_a_quotation(text: str) -> None:
    document = read_text(text)
    found = quotations(document)
    for offset in range(len(document.text)):
        quoted = any(span.start <= offset < span.end for span in found.spans)
        block_quoted = document.block_at(offset).kind is BlockKind.BLOCK_QUOTE
        assert found.covers(offset) == (
            quoted or (block_quoted and document.text[offset] != "\ufdd0")
        )


@given(NOISE)
def test_no_mark_is_both_paired_and_unpaired(text: str) -> None:
    found = quotations(read_text(text))
    paired = {span.start for span in found.spans if span.closing and span.opening}
    paired |= {span.end - len(span.closing) for span in found.spans if span.closing}
    assert not paired & {mark.start for mark in found.unpaired}
    assert all(a.start < b.start for a, b in pairwise(found.unpaired))


SENTENCES = st.sampled_from(
    [
        "The council met on Monday.",
        'Ana Brook called it "a good day" for the town.',
        '"We are happy," she said. "It was time."',
        "It’s the workers’ ‘last chance’, he wrote.",
        "“I told him ‘no’ at once,” said Brook.",
        "The class of '98 saw a 27\" screen.",
    ]
)
PARAGRAPHS = st.lists(st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join), min_size=1)


@given(PARAGRAPHS, st.data())
def test_a_quotation_put_in_changes_no_other_paragraph(
    paragraphs: list[str], data: st.DataObject
) -> None:
    where = data.draw(st.integers(0, len(paragraphs) - 1))
    changed = list(paragraphs)
    changed[where] += ' He called it "the end" of it.'
    before, after = _quoted_by_paragraph(paragraphs), _quoted_by_paragraph(changed)
    assert after[:where] + after[where + 1 :] == before[:where] + before[where + 1 :]
    assert after[where] == [*before[where], '"the end"']


@given(PARAGRAPHS, st.data())
def test_a_mark_taken_out_changes_no_other_paragraph(
    paragraphs: list[str], data: st.DataObject
) -> None:
    where = data.draw(st.integers(0, len(paragraphs) - 1))
    marks = [i for i, char in enumerate(paragraphs[where]) if char in '"“”']
    changed = list(paragraphs)
    if marks:
        at = data.draw(st.sampled_from(marks))
        changed[where] = paragraphs[where][:at] + paragraphs[where][at + 1 :]
    before, after = _quoted_by_paragraph(paragraphs), _quoted_by_paragraph(changed)
    assert after[:where] + after[where + 1 :] == before[:where] + before[where + 1 :]


def _quoted_by_paragraph(paragraphs: list[str]) -> list[list[str]]:
    document = _layout([(BlockKind.PARAGRAPH, text) for text in paragraphs])
    found = quotations(document)
    return [
        [document.text[s.start : s.end] for s in found.spans if block.start <= s.start < block.end]
        for block in document.prose
    ]


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        '" ',
        ' "a',
        'a" ',
        "'",
        " 'a",
        "a' ",
        "“",
        "“‘",
        "”",
        '"a" ',
        '"a. "B',
        "''",
        "« ",
        '\n\n"a',
    ],
)
def test_time_is_linear(unit: str) -> None:
    short, long = (_seconds(unit * (n // len(unit))) for n in (10_000, 40_000))
    assert long < 10 * short + 0.1


@pytest.mark.parametrize("after", ["! ", "a ", "“b ", '"b” ', "” ", "a. “B"])
@pytest.mark.parametrize("before", ["“a ", '"a ', "‘a ", " 'A", "“A. “"])
def test_time_is_linear_in_what_two_blocks_leave_open(before: str, after: str) -> None:
    texts = [
        f"x {before * (n // len(before))}\n\n{after * (n // len(after))}a “b"
        for n in (5_000, 20_000)
    ]
    # The best of three: other programs may take the processor's caches away.
    short, long = (min(_seconds(text) for _ in range(3)) for text in texts)
    assert long < 10 * short + 0.1


def _seconds(text: str) -> float:
    document = _layout([(BlockKind.PARAGRAPH, part) for part in text.split("\n\n") if part])
    start = time.process_time()
    quotations(document)
    return time.process_time() - start
