"""What holds of a document in every markup, whatever the text."""

import time
from collections.abc import Iterator

import pytest
from copydesk.document import BREAK, OBJECT, Document
from copydesk.markup import Format, read_text
from hypothesis import given, settings
from hypothesis import strategies as st

FORMATS = list(Format)
MARKS = "*_[]()<>&;#\n\r\t \"'`~!-+=|:{}%/\\$.0aB’“”é"
ODD = "\0\ud800\udfff\ufdd0\ufdd1\ufdd2\ufffc\ufeff\u2028\x85\u200b\u0301😀\x0b\x0c\x1c"
PIECES = [
    *MARKS,
    *ODD,
    *"<p> </p> <b> </i> <br> <li> <ul> </ul> <blockquote> <h1> </h1> <pre> </pre> <title> <td>"
    " <table> <script> </script> <svg> </svg> <code> </code> <a> </a> <sup> </sup> <q> </> <!--"
    " --> <![CDATA[ ]]> &amp; &nbsp; &shy; &#8217; &copy &# <article> </article> <main> <nav>"
    " </nav> <header> <form> </form> ``` ~~~ $$ --- +++ === [^1] [^1]: :: ::: !!! {% %} {{ }} {#"
    " #} {: } ![ ]( {%highlight%} {%endhighlight%} {%comment%} {%endcomment%} import".split(" "),
    "\n\n",
    "\r\n",
    "\n> ",
    "\n- ",
    "\n    ",
    "\n1. ",
    "\n| a | b |\n|---|---|\n",
    "One word. ",
]
UNITS = [
    *("!?", "[", "]", "(", "<", "&", "&a", "*", "*a ", "_a", "`", "`a", "![", "[a](", '"', "|"),
    *("<a", "</", "<b>", "<br>", "<!--", "</p>", "<li>", "<ul>", "<ul><li>", "<td>", "<code>"),
    *("<svg>", "<sup>", "<article>", "> ", ">\n", "- ", "\n- ", "    ", "\n\n", "a\n", "a\n\n"),
    *("| a |\n", "[^a]", "[^a]: b\n", "{%", "{{", "{% a %}\n", "{: ", "$a", "$$", "\\", "\r"),
    *("é", "\ud800", "a. ", "(a. A", "a <!--b--> "),
]
ANY = st.text(st.characters(codec=None) | st.sampled_from(MARKS + ODD), max_size=120)
MARKUP = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@pytest.mark.parametrize("markup", FORMATS)
@settings(max_examples=300)
@given(ANY | MARKUP)
def test_a_document_is_sound(markup: Format, source: str) -> None:
    document = read_text(source, markup=markup)
    check_blocks(document)
    check_tokens(document)
    check_sentences(document)
    for comment in document.comments:
        assert 0 <= comment.span.start < comment.span.end <= len(source)
        assert comment.text in source


def check_blocks(document: Document) -> None:
    at = 0
    for block in document.blocks:
        assert at <= block.span.start < block.span.end <= len(document.source)
        at = block.span.end
        assert block.text == document.text[block.start : block.end]
        assert block.text == block.text.rstrip() or document.source.count("&")
        if block.text:
            assert block.text.replace(OBJECT, "").strip()
            first, last = document.span(block.start, block.end)
            assert block.span.start <= first < last <= block.span.end
    between = f"\n{BREAK}\n"
    assert document.text == between.join(block.text for block in document.prose)


def check_tokens(document: Document) -> None:
    source = document.source
    at = 0
    for token in document.tokens:
        assert document.text[token.start : token.end] == token.text
        span = document.span(token.start, token.end)
        assert at <= span.start <= span.end <= len(source)
        at = span.start
        if token.text == BREAK:
            continue
        assert span.start < span.end
        assert document.is_literal(token.start, token.end) == (source[slice(*span)] == token.text)
        if not set("&<`![]{}()$*_~\\|:%#") & set(source):
            assert source[slice(*span)] == token.text


def check_sentences(document: Document) -> None:
    at = 0
    for sentence in document.sentences:
        assert at <= sentence.start < sentence.end
        at = sentence.end
        assert sentence.block.start <= sentence.start < sentence.end <= sentence.block.end
        assert (
            document.text[sentence.start : sentence.end] == sentence.text == sentence.text.strip()
        )


@pytest.mark.parametrize("markup", FORMATS)
@given(
    st.lists(st.sampled_from(["The cat sat.", "A dog ran", "“Go!”", "an end", "- x y"]), min_size=1)
)
def test_line_ends_do_not_matter(markup: Format, lines: list[str]) -> None:
    source = "\n".join(lines)
    unix = read_text(source, markup=markup)
    for line_end in ("\r\n", "\r"):
        other = read_text(source.replace("\n", line_end), markup=markup)
        assert other.tokens.texts == unix.tokens.texts
        assert [block.kind for block in other.blocks] == [block.kind for block in unix.blocks]


@pytest.mark.parametrize("markup", FORMATS)
@given(MARKUP.filter(lambda source: "<article" not in source and "<main" not in source))
def test_a_paragraph_before_shifts_all_places(markup: Format, source: str) -> None:
    paragraph = "<p>It is so.</p>\n\n" if markup is Format.HTML else "It is so.\n\n"
    once, twice = (places_after(paragraph * times, source, markup) for times in (1, 2))
    assert once == twice


def places_after(before: str, source: str, markup: Format) -> list[tuple[str, int, int]]:
    document = read_text(before + source, markup=markup)
    spans = [(t.text, document.span(t.start, t.end)) for t in document.tokens]
    shift = len(before)
    return [
        (text, span.start - shift, span.end - shift) for text, span in spans if span.start >= shift
    ]


@pytest.mark.parametrize("markup", FORMATS)
@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_time_grows_with_length_and_no_faster(markup: Format, unit: str) -> None:
    short, long = (read_seconds(unit * (size // len(unit)), markup) for size in (5_000, 40_000))
    assert long < 24 * short + 0.1  # 8 is linear, 64 quadratic


@pytest.mark.parametrize(
    "source",
    ["> " * 10_000 + "a", "<blockquote>" * 10_000 + "a", "word " * 400_000, "w" * 2_000_000],
    ids=["quotations", "elements", "words", "word"],
)
@pytest.mark.parametrize("markup", FORMATS)
def test_a_huge_block_is_read(markup: Format, source: str) -> None:
    document = read_text(source, markup=markup)
    assert len(document.sentences) == 1
    assert document.span(0, len(document.text)).end <= len(source)


def test_an_analysis_is_made_once() -> None:
    made: list[Document] = []

    def words(document: Document) -> list[str]:
        made.append(document)
        return document.text.split()

    document = read_text("It is so.")
    assert document.analysis(words) is document.analysis(words)
    assert made == [document]


def test_an_analysis_that_can_be_read_only_once_is_refused() -> None:
    def words(document: Document) -> Iterator[str]:
        yield from document.text.split()

    with pytest.raises(TypeError, match="must not return an iterator"):
        read_text("It is so.").analysis(words)


def read_seconds(source: str, markup: Format) -> float:
    def once() -> float:
        start = time.process_time()
        document = read_text(source, markup=markup)
        assert len(document.tokens) >= len(document.sentences)
        return time.process_time() - start

    return min(once() for _ in range(2))
