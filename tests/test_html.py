"""Reading HTML."""

import pytest
from copydesk.document import BlockKind, Document
from copydesk.markup import Format, read_text


def read(source: str) -> Document:
    return read_text(source, markup=Format.HTML)


def blocks(source: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in read(source).blocks]


def prose(source: str) -> list[str]:
    return [block.text for block in read(source).prose]


def source_of(document: Document, words: str) -> str:
    start = document.text.index(words)
    return document.source[slice(*document.span(start, start + len(words)))]


def test_kinds() -> None:
    source = (
        "<h1>Head</h1><p>One.<h3>Sub</h3>loose<div>in a div</div>"
        "<ul><li>a<li>b<ol><li>c</ol>after</ul><dl><dt>term<dd>meaning</dl>"
        "<blockquote><p>said</p><h4>so</h4><ul><li>x</ul></blockquote>"
        "<table><caption>cap</caption><tr><th>h<td><p>d</p></table>"
        "<figure><img src=a><figcaption>fig</figcaption></figure><pre>code\n</pre>"
        "<script>let a;</script><style>p {}</style><template><p>t</template><p>end"
    )
    assert blocks(source) == [
        ("title", "Head"),
        ("paragraph", "One."),
        ("heading", "Sub"),
        ("paragraph", "loose"),
        ("paragraph", "in a div"),
        ("list item", "a"),
        ("list item", "b"),
        ("list item", "c"),
        ("list item", "after"),
        ("list item", "term"),
        ("list item", "meaning"),
        ("block quote", "said"),
        ("block quote", "so"),
        ("block quote", "x"),
        ("caption", "cap"),
        ("table cell", "h"),
        ("table cell", "d"),
        ("code", ""),
        ("caption", "fig"),
        ("code", ""),
        ("paragraph", "end"),
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a <b>b</b><i>c</i> d", "a bc d"),
        ("  a\n   b\t c  ", "a\nb c"),
        ("a <b> b </b> .", "a b ."),
        ("a\r\n  b\rc", "a\nb c"),
        ("a<br>b <br/> c", "a\nb\nc"),
        ("a<br>", "a"),
        ("AT&amp;T &lt;x&gt; it&#8217;s &eacute; &copy2 &ampx", "AT&T <x> it’s é ©2 &x"),
        ("a & b &nosuch; &", "a & b &nosuch; &"),
        ("a&nbsp;b&#32; c", "a\u00a0b c"),
        ("co&shy;op&#8203;erate<wbr>d", "cooperated"),
        ("an <img src=a alt=b> image, <code>x < <b>y</b></code>", "an \ufffc image, \ufffc"),
        ("<svg><title>t</title><p>u</svg> a", "\ufffc a"),
        ('so<sup><a href="#1">1</a></sup> it<sup>[2]</sup> is 10<sup>th</sup>', "so it is 10th"),
        ("he said <q>yes</q>", "he said “yes”"),
        ("a<!-- b -->c<![CDATA[d]]><?e?><!doctype f>", "ac"),
        ("a <button>Share</button> b", "a b"),
        ("x < y <3 </> z", "x < y <3 z"),
        ("<code>never closed", "never closed"),
        ("a\ud800b\ufdd0c\ufffcd", "a\ud800b\ufdd0c\ufffcd"),
    ],
)
def test_running_text(source: str, text: str) -> None:
    assert read(f"<p>{source}").text == text


def test_two_line_breaks_end_a_paragraph() -> None:
    assert prose("one<br>two<br> <br/>three<br><br><br>four") == ["one\ntwo", "three", "four"]


def test_places() -> None:
    document = read("<p>It&#8217;s\r\n  a <b>bold</b> é&amp;ö <code>x</code> <br>😀 end")
    assert document.text == "It’s\na bold é&ö \ufffc\n😀 end"
    assert source_of(document, "It’s") == "It&#8217;s"
    assert source_of(document, "a bold") == "a <b>bold"
    assert source_of(document, "é&ö") == "é&amp;ö"
    assert source_of(document, "\ufffc") == "<code>x</code>"
    assert source_of(document, "\ufffc\n") == "<code>x</code> <br>"
    assert source_of(document, "😀 end") == "😀 end"


def test_comments() -> None:
    document = read(
        "<!--a--><p>b<!-- c --!><script>'<!-- d -->'</script><nav><!-- e --></nav><!-- f"
    )
    assert [comment.text for comment in document.comments] == ["a", " c ", " e ", " f"]


@pytest.mark.parametrize(
    ("source", "stands"),
    [
        ("<!-- c --><p>a", False),
        ("<p><!-- c -->a", False),
        ("<p>a</p><!-- c --><p>b</p>", False),
        ("<p>a<!-- c --></p>", True),
        ("<p>a\n<font>b</font>\n<!-- c -->\n</p>", True),
        ("<p>a<!-- c -->b", True),
        ("a <!-- c --><p>b", True),
        ("<p>a</p><p><img><!-- c --></p>", False),
        ("<p>a</p><ul><li><a>b</a> <!-- c --></li></ul>", False),
        ("<p>a</p><nav>b <!-- c --></nav>", False),
        ("<p>a</p><div><script>'b'</script><!-- c --></div>", False),
    ],
)
def test_comments_in_blocks(source: str, stands: bool) -> None:
    assert read(source).comments[-1].in_block is stands


def test_title() -> None:
    head = "<head><title>Of the page</title></head>"
    assert blocks(f"{head}<p>Text.") == [("title", "Of the page"), ("paragraph", "Text.")]
    assert blocks(f"{head}<h1>Head</h1><p>Text.<h1>Next</h1>") == [
        ("title", "Head"),
        ("paragraph", "Text."),
        ("heading", "Next"),
    ]
    assert blocks(f"{head}<h1>Head</h1><main><p>Text.</main>")[0] == ("title", "Head")
    assert prose(f"{head}<h1><img src=a></h1><main><p>Text.</main>") == ["Of the page", "Text."]
    assert prose("<svg><title>No</title></svg><p>Text.") == ["Text."]


def test_furniture_is_left_out() -> None:
    source = (
        "<body><header><p>Site</p></header><nav><p>Menu</p></nav><form><p>Search</p></form>"
        "<p>Text.</p><aside><p>Related</p></aside><ul><li><a href=a>A link alone</a></ul>"
        "<ul><li><a href=a>A link</a> and words</ul><footer><p>Imprint</p></footer>"
    )
    assert prose(source) == ["Text.", "A link and words"]
    assert prose("<header><h1>Head</h1><p>By me</header><p>Text.") == ["Head", "By me", "Text."]
    assert prose("<form><h1>Head</h1><p>Text.</form>") == ["Head", "Text."]
    assert prose("<nav><p>never closed") == ["never closed"]


def test_the_article_is_preferred() -> None:
    assert prose("<p>out</p><article><header><p>By me</header><p>in</article>") == ["By me", "in"]
    assert prose("<p>out</p><main><p>in</p></main>") == ["in"]
    assert prose("<main><article><p>a</article><article><p>b</article></main>") == ["a", "b"]
    with_head = "<article><p>a</article><article><h1>h</h1><p>b</article>"
    assert prose(with_head) == ["h", "b"]
    assert prose("<article><p>teaser</article>" + "<p>text of the page" * 9)[0] == "teaser"


@pytest.mark.parametrize(
    "source",
    [
        "<",
        "</",
        "<p",
        "<!--",
        "<![CDATA[",
        "&",
        "</p></p>",
        "<li></ul></li>",
        "<p a='",
        "\0",
        "<td>",
    ],
)
def test_broken_markup_is_read(source: str) -> None:
    assert prose(f"<p>one</p>{source}")[0] == "one"
    assert prose(f"<p>two {source}")[0].startswith("two")


def test_a_block_of_objects_alone_is_no_prose() -> None:
    assert [block.kind for block in read("<p><img src=a></p><p>&nbsp;</p>").blocks] == [
        BlockKind.CODE
    ]
