"""Reading Markdown."""

import time
from textwrap import dedent

import pytest
from copydesk.document import BlockKind, Document, Span
from copydesk.markup import Format, read_text


def read(source: str) -> Document:
    return read_text(dedent(source), markup=Format.MARKDOWN)


def blocks(source: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in read(source).blocks]


def prose(source: str) -> list[str]:
    return [block.text for block in read(source).prose]


def source_of(document: Document, words: str) -> str:
    start = document.text.index(words)
    return document.source[slice(*document.span(start, start + len(words)))]


def test_kinds() -> None:
    source = """\
        ---
        title: no prose
        ---

        # The Title #

        A paragraph.

        Second Heading
        --------------

        - one
        - two

          more of two
          - three

        > quoted
        > - item in it

        | Name | Age |
        |------|-----|
        | Ann  | 9   |

        ```text
        code
        ```

            code

        $$
        x^2
        $$

        Said so.[^1]

        [^1]: A note
            of two lines.

        Term
        : What it means.

        [link]: http://a.example
        """
    assert blocks(source) == [
        ("front matter", ""),
        ("title", "The Title"),
        ("paragraph", "A paragraph."),
        ("heading", "Second Heading"),
        ("list item", "one"),
        ("list item", "two"),
        ("list item", "more of two"),
        ("list item", "three"),
        ("block quote", "quoted"),
        ("block quote", "item in it"),
        ("table cell", "Name"),
        ("table cell", "Age"),
        ("table cell", "Ann"),
        ("table cell", "9"),
        ("code", ""),
        ("code", ""),
        ("code", ""),
        ("paragraph", "Said so."),
        ("footnote", "A note\nof two lines."),
        ("list item", "Term"),
        ("list item", "What it means."),
    ]


def test_levels_and_the_title() -> None:
    levels = [(block.kind, block.level) for block in read("# A\n\n## B\n\n# C\n").blocks]
    assert levels == [(BlockKind.TITLE, 1), (BlockKind.HEADING, 2), (BlockKind.HEADING, 1)]
    assert read("Text.\n\n# A\n").blocks[1].kind is BlockKind.HEADING
    assert read("+++\na = 1\n+++\n# A\n").blocks[1].kind is BlockKind.TITLE


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("*a* **b** ~~c~~ ***d***", "a b c d"),
        ("see [the *page*](http://a.example 'title').", "see the page."),
        ("[a][ref] and [ref]\n\n[ref]: /x", "a and ref"),
        ("<http://a.example> or http://b.example", "http://a.example or http://b.example"),
        ("an ![alt *text*](a.png 'title') image", "an \ufffc image"),
        ("[![badge](a.png)](/x) word", "\ufffc word"),
        ("`code` and ``more ` code``", "\ufffc and \ufffc"),
        ("so $x^2$ is $\\alpha$", "so \ufffc is \ufffc"),
        ("word[^1] more\n\n[^1]: n", "word more"),
        ("a &amp; b &#8217; c &copy; d", "a & b ’ c © d"),
        ("co&shy;operate", "cooperate"),
        (r"\*a\* \[b\] 1\. c", "*a* [b] 1. c"),
        ("<b>a</b> b<br>c <img src=x> d", "a b\nc \ufffc d"),
        ("<code>a < b</code> c", "\ufffc c"),
        ("List<object> of T", "List\ufffc of T"),
        ("a <!-- b --> c", "a c"),
        ("a\nb\n  c", "a\nb\nc"),
        ("a  \nb\\\nc", "a\nb\nc"),
        ("[x] is not [y](z", "[x] is not [y](z"),
        ('"a" -- b...', '"a" -- b...'),
    ],
)
def test_running_text(source: str, text: str) -> None:
    assert read(source).prose[0].text == text


def test_prices_are_no_formulas() -> None:
    text = "It was $5-$10, US$5 (A$6), by A$AP and Ke$ha."
    assert prose(text) == [text]
    assert prose(f"{text} So $x_1$ it is.") == [f"{text} So \ufffc it is."]


def test_lines_of_a_quotation_are_mapped_without_its_marks() -> None:
    document = read("> The first line\n> and **the** next.\n")
    assert document.text == "The first line\nand the next."
    assert source_of(document, "line\nand") == "line\n> and"
    assert source_of(document, "the next") == "the** next"
    assert document.blocks[0].span == Span(2, 36)


def test_entities_are_mapped_as_a_whole() -> None:
    document = read("He said &mdash; nö &amp; x")
    assert source_of(document, "—") == "&mdash;"
    assert source_of(document, "nö") == "nö"
    assert source_of(document, "& x") == "&amp; x"
    assert not document.is_literal(8, 9)


def test_places_after_letters_of_several_bytes() -> None:
    document = read("né 😀 *naïve* `ü` end")
    for word in ("né", "😀", "naïve", "end"):
        assert source_of(document, word) == word
    assert source_of(document, "\ufffc") == "`ü`"


def test_lone_surrogates_stay_in_their_places() -> None:
    document = read("a \ud800 *b* &amp; c")
    assert document.text == "a \ud800 b & c"
    assert source_of(document, "b & c") == "b* &amp; c"


def test_html_blocks() -> None:
    source = """\
        <details>
        <summary>More &amp; more</summary>

        Inside *Markdown*.

        </details>

        <table><tr><td>cell</td></tr></table>

        > <p>in a
        > quotation <!-- and
        > so on --></p>

        <script>
        let x;
        </script>
        """
    assert blocks(source) == [
        ("paragraph", "More & more"),
        ("paragraph", "Inside Markdown."),
        ("table cell", "cell"),
        ("block quote", "in a\nquotation"),
    ]


def test_the_time_for_a_block_of_html_does_not_depend_on_the_rest() -> None:
    short, long = (seconds("<p>’</p>\n\n" * n + "w" * 2_000 * n) for n in (250, 4_000))
    assert long < 32 * short + 0.1  # 16 is linear, 256 quadratic


def seconds(source: str) -> float:
    start = time.process_time()
    read_text(source, markup=Format.MARKDOWN)
    return time.process_time() - start


def test_comments() -> None:
    document = read("<!-- one -->\n\nText <!--two--> on.\n\n<!-- three\nlines -->\n\n{# four #}\n")
    assert [comment.text for comment in document.comments] == [
        " one ",
        "two",
        " three\nlines ",
        " four ",
    ]
    for comment in document.comments:
        whole = document.source[slice(*comment.span)]
        assert whole.startswith(("<!--", "{#"))
        assert comment.text in whole


@pytest.mark.parametrize(
    ("source", "stands"),
    [
        ("<!-- c -->\nText.", False),
        ("Text.\n\n<!-- c -->\n\nText.", False),
        ("Text.\n<!-- c -->\nText.", False),
        ("Text <!-- c --> on.", True),
        ("Text. <!-- c -->", True),
        ("Text.\\\n<font>More.</font> <!-- c -->", True),
        ("A [link](<a b> 'title') <!-- x --> <!-- c -->", True),
        ("`code` <!-- c -->", False),
        ("`code` <!-- c --> and text.", True),
        ("Text.\n\n`code` <!-- c -->", False),
        ("import a from 'b'; <!-- c -->", False),
        ("# Title <!-- c -->\nText.", True),
        ("> Text. <!-- c -->", True),
        ("- Text.\n- <!-- c -->\n- Text.", False),
        ("| a | b |\n|---|---|\n| c <!-- c --> | d |", True),
        ("| a | b |\n|---|---|\n| <!-- c --> | d |", False),
        ("Text. {# c #}", True),
        ("Text.\n\n{# c #}\n\nText.", False),
        ("{# c #} Text.", False),
        ("<p>Text.</p> <!-- c -->", False),
        ("<p>Text.\n<!-- c --></p>", True),
        ("<p>Text. {# c #}</p>", True),
    ],
)
def test_comments_in_blocks(source: str, stands: bool) -> None:
    assert read(source).comments[-1].in_block is stands


def test_templates() -> None:
    source = """\
        {% if page.draft %}
        Hello {{ user.name }}, see [the page]({{ site.url }}/a_b_c).
        {% endif %}

        {% highlight ruby %}
        puts *code*

        more
        {% endhighlight %}

        {% comment %}not read{% endcomment %}
        {{< figure src="a.png" >}}

        {{< note >}}Mind the *gap*.{{< /note >}}

        `{{ code }}` stays code.

        ```
        {% raw %}
        ```

        {{raw `
        not read
        `}}
        """
    document = read(source)
    assert [block.text for block in document.prose] == [
        "Hello \ufffc, see the page.",
        "Mind the gap.",
        "\ufffc stays code.",
    ]
    assert source_of(document, "\ufffc, see") == "{{ user.name }}, see"
    assert [block.kind for block in document.blocks].count(BlockKind.CODE) == 2
    assert [comment.text for comment in document.comments] == ["not read"]


def test_attributes_vanish() -> None:
    source = """\
        # Head {#id .class}

        [Link](/x){:target="_blank"} and `code`{.lang} here {: .note}
        {: .class #id}

        ![image](a.png){width=50%}

        [Button](/x)
        {.button}

        {no attribute}
        """
    assert prose(source) == [
        "Head",
        "Link and \ufffc here",
        "Button",
        "{no attribute}",
    ]


def test_containers_of_site_generators() -> None:
    source = """\
        :::note Title
        In Docusaurus.
        :::

        !!! warning "Title"
            In MkDocs.

            Twice.

        === "Tab"

            In a tab.

        import Tabs from '@theme/Tabs';
        export const a = 1;

        import taxes rose.

        > [!NOTE]
        > On GitHub.
        """
    assert blocks(source) == [
        ("paragraph", "In Docusaurus."),
        ("list item", "In MkDocs."),
        ("list item", "Twice."),
        ("list item", "In a tab."),
        ("code", ""),
        ("paragraph", "import taxes rose."),
        ("block quote", "On GitHub."),
    ]


def test_elements_that_hold_markdown() -> None:
    source = """\
        <aside class="pquote" markdown="1">
          <img src="a.png">
          We met *late*.
          <p markdown="1" class="credit">
        See [the plan](/plan).
          </p>
        </aside>

        <div class="cards" markdown>
        - In a **list**.
        </div>

        <div markdown="0">
        Not *here*.
        </div>
        """
    assert prose(source) == [
        "We met late.",
        "See the plan.",
        "In a list.",
        "Not *here*.",
    ]


def test_attributes_without_end_take_no_time() -> None:
    assert prose("<a " + "markdown " * 5_000)
    assert prose('<div class="a markdown-b">\n*c*\n</div>') == ["*c*"]


def test_components_of_mdx_hold_blocks() -> None:
    source = """\
        yarn
        <TerminalBlock>
        yarn add it
        </TerminalBlock>
        """
    assert prose(source) == ["yarn", "yarn add it"]


def test_emoji_begin_no_definition() -> None:
    assert blocks("Some words\n:tada: and more") == [("paragraph", "Some words\n:tada: and more")]


def test_a_block_of_objects_alone_is_no_prose() -> None:
    assert blocks("![a](b) ![c](d)\n\n- `x`\n") == [("code", ""), ("code", "")]


def test_task_lists() -> None:
    assert prose("- [ ] to do\n- [x] done\n") == ["to do", "done"]
