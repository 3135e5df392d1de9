"""The page for the browser: its structure, that nothing gets out of its text, how it looks."""

import base64
import hashlib
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from browser import PROGRAM, Browser, browser
from copydesk import Finding, Related, Severity, Span
from copydesk.analysis.topic.topic_map import MOST
from copydesk.engine import ActiveRule, check
from copydesk.markup import read_text
from copydesk.registry import builtin_rules
from copydesk.reporters import Style, make_reporter
from copydesk.reporters._reading import reading
from copydesk.session import Failure, Report, Summary
from desk import Desk

ROOT = Path(__file__).resolve().parents[1]
VOID = frozenset({"meta"})
OWN = """\
The council of Harrow closed the bridge after the flood had moved two of its piers.

Engineers of the council measured the piers of the bridge every hour during the flood.

The bridge carried most of the traffic between Harrow and the mills on the far bank.

Mills on the far bank sent their flour by boat while the bridge was closed to traffic.

The council will vote on repairs of the piers once the engineers have reported."""
FOREIGN = """\
Singer Wins Festival Prize in Lisbon

The singer thanked her violin teacher and the orchestra when the festival jury named her album.\
"""
ARTICLE = OWN.replace("\n\nMills", f"\n\n{FOREIGN}\n\nMills")


@dataclass
class Node:
    """An element of a page, its children in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict[str, str])
    children: list["Node | str"] = field(default_factory=list["Node | str"])

    @property
    def text(self) -> str:
        """All text in it."""
        return "".join(c if isinstance(c, str) else c.text for c in self.children)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def all(self, tag: str = "", class_: str = "") -> list["Node"]:
        """The elements in it of a tag and a class."""
        return [
            node
            for node in self.walk()
            if tag in {"", node.tag} and (not class_ or class_ in node.classes)
        ]

    def walk(self) -> Iterator["Node"]:
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.walk()

    def without(self, class_: str) -> "Node":
        """The same without the elements of a class."""
        left = [
            child if isinstance(child, str) else child.without(class_)
            for child in self.children
            if isinstance(child, str) or class_ not in child.classes
        ]
        return Node(self.tag, self.attributes, left)


class Reader(HTMLParser):
    """Reads a page strictly: what is opened is closed, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Node("")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names)
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_decl(self, decl: str) -> None:
        assert decl == "DOCTYPE html"

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def parsed(html: str) -> Node:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == [reader.root]
    return reader.root


def found(span: Span | tuple[int, int], message: str = "a slip", **more: Any) -> Finding:
    severity = more.pop("severity", Severity.WARNING)
    return Finding("slip", "family", severity, Span(*span), message, **more)


def place(text: str, part: str) -> Span:
    return Span(text.index(part), text.index(part) + len(part))


def report(text: str, findings: Iterable[Finding] = (), path: str = "a.txt", **more: Any) -> Report:
    document = read_text(text, path)
    return Report(document, tuple((f, f"{i:016x}") for i, f in enumerate(findings)), **more)


def written(reports: Iterable[Report], *failures: Failure, style: Style | None = None) -> str:
    stream = io.StringIO()
    reporter = make_reporter("html", stream, style or Style())
    summary = Summary()
    for one in reports:
        summary.add(one)
        reporter.write(one)
    summary.failures += failures
    reporter.close(summary)
    return stream.getvalue()


def page(text: str, *findings: Finding, path: str = "a.txt") -> Node:
    return parsed(written([report(text, findings, path)]))


def rows(root: Node) -> list[Node]:
    return root.all("div", "row")


def words(row: Node) -> str:
    """The words of a row of the text, without the numbers put between them."""
    (shown,) = (n for n in row.children[1:2] if isinstance(n, Node))
    return shown.without("sign").text


def seed() -> Report:
    (path,) = (ROOT / "seeds").glob("*.txt")
    document = read_text(path.read_text("utf-8"), "seeds/seed.txt")
    registry = builtin_rules()
    rules = [ActiveRule.with_defaults(rule) for rule in registry.values() if rule.default]
    outcome = check(document, rules, registry)
    assert outcome.crashes == ()
    return Report(document, tuple(zip(outcome.findings, outcome.fingerprints, strict=True)))


# Links


def test_a_finding_and_its_place_lead_to_each_other() -> None:
    root = page("See the the hen.", found((4, 11), "“the” twice", confidence=0.876))
    (sign,) = rows(root)[0].all("p")[0].all("a", "sign")
    (note,) = root.all("li", "note")
    (back,) = note.all("a", "sign")
    assert sign.attributes["href"] == f"#{note.attributes['id']}"
    assert back.attributes["href"] == f"#{sign.attributes['id']}"
    assert sign.attributes["aria-label"] == "finding 1, warning: slip"
    assert root.all("mark")[0].text == "the the"
    assert note.text == "1warningslip1:588% sure“the” twice"


def test_evidence_and_what_is_said_of_it_lead_to_each_other() -> None:
    text = "One hen.\n\nTwo of the the hens."
    related = (Related(place(text, "One"), "one of them"), Related(Span(9, 9), "a point"))
    root = page(text, found(place(text, "the the"), related=related))
    assert root.all("span", "evidence")[0].text == "One"
    lines = root.all("li", "note")[0].all("li")
    assert [line.text for line in lines] == ["1.1one of them: “One” 1:1", "1.2a point 2:1"]
    byname = {node.attributes.get("id"): node for node in root.walk()}
    for line in lines:
        (there,) = line.all("a")
        mark = byname[there.attributes["href"][1:]]
        assert mark.attributes["href"] == f"#{line.attributes['id']}"
        assert mark.text == there.text


def everything() -> Iterator[Report]:
    """Reports with findings of all kinds in articles of all formats."""
    yield seed()
    text = (
        "# A *b*\n\n<!-- the the -->\n\nIt `is is` &amp; is.\n\n```\nthe the\n```\n\n> so\n\n- so\n"
    )
    spans = [
        *(place(text, "A *b*"), place(text, "<!-- the the -->"), place(text, "&amp;")),
        *(place(text, "`is is`"), place(text, "\nthe the\n"), Span(0, len(text)), Span(6, 9)),
    ]
    related = tuple(Related(Span(at, at + at % 3), "here") for at in range(0, len(text) - 2, 3))
    yield report(text, (found(span, related=related) for span in sorted(spans)), "a.md")
    yield report("", [found((0, 0))], "empty.txt")
    yield report("Clean.", path="clean.txt")
    crash = Failure("crash.txt", "rule slip crashed: no", "slip", Span(0, 4))
    yield report("Text.", path="crash.txt", failures=(crash,), notes=("is read as Latin-1",))


def test_all_names_are_unique_and_all_links_lead_somewhere() -> None:
    root = parsed(written(everything(), style=Style(statistics=True)))
    names = [node.attributes["id"] for node in root.walk() if "id" in node.attributes]
    assert len(set(names)) == len(names)
    links = [node.attributes["href"] for node in root.all("a")]
    assert len(links) > 50
    assert all(link[0] == "#" for link in links)
    labels = [
        n.attributes["aria-labelledby"] for n in root.walk() if "aria-labelledby" in n.attributes
    ]
    assert {*(link[1:] for link in links), *labels} <= set(names)


def test_every_finding_has_one_place_and_one_note() -> None:
    for one in everything():
        root = parsed(written([one]))
        numbers = [str(number) for number in range(1, len(one.findings) + 1)]
        signs = [n for row in rows(root) for n in row.all("a", "sign") if n.classes != ["sign"]]
        assert sorted((sign.text for sign in signs), key=int) == numbers
        notes = [note.attributes["id"].rpartition("f")[2] for note in root.all("li", "note")]
        assert sorted(notes, key=int) == numbers
        messages = {note.all("p")[1].text for note in root.all("li", "note")}
        assert messages == {finding.message for finding, _ in one.findings}


# The text


def test_the_text_is_whole() -> None:
    for one in everything():
        prose = [words(row) for row in rows(parsed(written([one]))) if "id" in row.attributes]
        expected = [block.text for block in one.document.prose]
        expected = [text.replace("\ufffc", "is is").replace("\n", " ") for text in expected]
        assert prose == expected


def test_overlapping_findings() -> None:
    text = "One two three four five."
    root = page(
        text,
        found(place(text, "One two three"), severity=Severity.INFO),
        found(place(text, "two three four"), severity=Severity.ERROR),
        found(place(text, "three"), related=(Related(place(text, "four five"), "x"),)),
    )
    pieces = [
        (n.text, *n.classes)
        for n in rows(root)[0].all()
        if n.tag == "mark" or "evidence" in n.classes
    ]
    assert pieces == [
        ("One ", "info"),
        ("two ", "error"),
        ("three", "error"),
        (" ", "error", "spaces"),
        ("four", "error"),
        (" five", "evidence"),
    ]
    three = next(n for n in root.all("mark") if n.text == "three")
    assert three.attributes["data-finding"] == "a1-f1 a1-f2 a1-f3"


def test_a_finding_over_several_paragraphs_is_marked_in_each() -> None:
    root = page(ARTICLE, found(place(ARTICLE, FOREIGN)))
    assert [mark.text for mark in root.all("mark")] == FOREIGN.split("\n\n")
    assert len(root.all("li", "note")) == 1


def test_what_is_not_prose_is_shown_as_the_source_has_it() -> None:
    text = "One.\n\n<!-- ignore the the -->\n\nTwo.\n\n```\nthe the\n```\n"
    comment, code = place(text, "ignore the the"), Span(text.rindex("the the"), len(text) - 5)
    root = page(text, found(comment), found(code), path="a.md")
    assert [words(row) for row in rows(root)] == [
        "One.",
        "<!-- ignore the the -->",
        "Two.",
        "the the",
    ]
    assert [mark.text for mark in root.all("mark")] == ["ignore the the", "the the"]
    assert [len(row.all("li", "note")) for row in rows(root)] == [0, 1, 0, 1]


def test_places_not_in_the_prose_that_overlap_are_shown_once() -> None:
    text = "One.\n\n<!-- a b c\nd e -->\n"
    root = page(text, found(place(text, "b c\nd")), found(place(text, "c\nd e")), path="a.md")
    assert [words(row) for row in rows(root)] == ["One.", "<!-- a b c d e -->"]
    assert [mark.text for mark in root.all("mark")] == ["b ", "c d", " e"]


def test_a_long_line_that_is_not_prose_is_cut_around_the_place() -> None:
    text = f"One.\n\n<!-- {'a ' * 5_000} here {'b ' * 5_000} -->\n"
    root = page(text, found(place(text, "here")), path="a.md")
    assert len(words(rows(root)[1])) < 200
    assert root.all("mark")[0].text == "here"


def test_what_cannot_be_seen_is_shown_by_its_code_point() -> None:
    text = "A zero\u200bwidth, \u202eright to left\u202c, a bell\x07, a lone \ud800 and \u00e9."
    root = page(text, found(place(text, "\u200b"), text))
    shown = words(rows(root)[0])
    assert shown == (
        "A zeroU+200Bwidth, U+202Eright to leftU+202C, a bellU+0007, a lone U+D800 and é."
    )
    assert root.all("mark")[0].text == "U+200B"
    assert root.all("span", "code-point")[0].attributes["title"] == "ZERO WIDTH SPACE"
    assert set("\u200b\u202e\u202c\x07\ud800").isdisjoint(
        written([report(text, [found((0, 9), text)], text)])
    )


def test_marked_spaces_stay() -> None:
    root = page("Two  words \t here.", found((3, 5)), found((10, 13)))
    assert [(mark.text, mark.classes) for mark in root.all("mark")] == [
        ("  ", ["warning", "spaces"]),
        ("   ", ["warning", "spaces"]),
    ]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("One two.\n\nThree\nfour.", "a.txt"),
        ("# One\n\nTwo *three* [four](x) `five` &amp; six.\n\n- seven\n\n> eight", "a.md"),
        ("<h1>One</h1><p>Two <b>three</b>&nbsp;4<br>five</p><!-- x --><ul><li>six</ul>", "a.html"),
    ],
)  # fmt: skip
def test_reading_is_the_way_back_from_the_source(text: str, path: str) -> None:
    document = read_text(text, path)
    for start in range(len(document.text)):
        for end in range(start + 1, len(document.text) + 1):
            if all("\ufdd0" not in c and "\n" not in c for c in document.text[start:end]):
                assert reading(document, document.span(start, end)) == (start, end)


def test_reading_nothing() -> None:
    text = "One <!-- x --> two.\n\n```\ncode\n```\n"
    document = read_text(text, "a.md")
    assert reading(document, place(text, "code")) is None
    assert reading(document, Span(len(text), len(text))) is None
    assert reading(document, Span(2, 2)) == (2, 2)
    assert reading(read_text(""), Span(0, 0)) is None


# Nothing gets out

HOSTILE = (
    "<script>alert(1)</script>",
    "</mark></p></div></article></main><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "</title></style></script><!-- ",
    "--> ]]> <![CDATA[ <?php &lt;b&gt; &#60;i&#62; &amp",
    "`${alert(1)}` javascript:alert(1) {{ $x }} %s {0}",
)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_stays_text_wherever_it_comes_from(hostile: str) -> None:
    def shape(text: str) -> tuple[Node, list[tuple[str, list[str]]]]:
        source = f"{text} hen"
        related = (Related(Span(0, len(text)), text),)
        findings = [found((0, len(text)), text, related=related)._replace(rule=text)]
        crash = Failure(text, text, text)
        one = report(source, findings, text, failures=(crash,), notes=(text,))
        html = written([one, report("Clean.", path=text)], crash, style=Style(statistics=True))
        root = parsed(html)
        return root, [(node.tag, list(node.attributes)) for node in root.walk()]

    root, structure = shape(hostile)
    assert structure == shape("plain words")[1]
    assert words(rows(root)[0]) == f"{hostile} hen"
    assert root.all("mark")[0].text == hostile
    note = root.all("li", "note")[0]
    assert note.all("code")[0].text == note.all("p")[1].text == hostile
    assert root.all("h2")[-1].text == hostile
    assert root.all("a", "sign")[0].attributes["aria-label"] == f"finding 1, warning: {hostile}"
    assert [item.text for item in root.all("section", "failures")[0].all("li")] == [
        f"{hostile} {hostile}"
    ] * 2


@pytest.mark.parametrize("path", ["a.md", "a.html"])
def test_what_markup_leaves_out_stays_out(path: str) -> None:
    text = (
        '<p>See <img src="https://example.org/x" onerror="y()"> the the <code>&lt;b&gt;</code>.</p>'
    )
    root = page(text, found(place(text, "the the")), path=path)
    assert not root.all("img")
    assert ("<b>" if path == "a.html" else "") in words(rows(root)[0])
    assert "onerror" not in " ".join(name for node in root.walk() for name in node.attributes)


def test_nothing_is_loaded_and_nothing_is_sent() -> None:
    root = parsed(written(everything()))
    allowed = {
        *("html", "head", "meta", "title", "style", "body", "header", "main", "footer", "script"),
        *("nav", "section", "article", "details", "summary", "h1", "h2", "h3", "h4", "p", "ul"),
        *("ol", "li", "a", "div", "span", "strong", "code", "mark", "bdi", "blockquote"),
        *("table", "thead", "tbody", "tr", "th", "td", "svg", "rect", "path"),
    }
    assert {node.tag for node in root.walk()} <= allowed
    attributes = {name for node in root.walk() for name in node.attributes}
    assert not [name for name in attributes if name.startswith("on")]
    assert attributes.isdisjoint({"src", "srcset", "style", "action", "data", "poster", "srcdoc"})
    (css,), (script,) = root.all("style"), root.all("script")
    assert not re.search(r"url\(|@import|src:|//", css.text)
    assert not re.search(
        r"https?:|fetch|XMLHttp|import|eval|innerHTML|document\.write", script.text
    )
    assert css.text.isascii()
    assert script.text.isascii()


def test_the_policy_lets_only_the_style_and_the_script_of_the_page_run() -> None:
    root = parsed(written([report("Text.")]))
    (policy,) = (
        node.attributes["content"]
        for node in root.all("meta")
        if node.attributes.get("http-equiv") == "Content-Security-Policy"
    )

    def allowed(tag: str) -> str:
        digest = hashlib.sha256(root.all(tag)[0].text.encode()).digest()
        return f"'sha256-{base64.b64encode(digest).decode()}'"

    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src {allowed('style')}",
        f"script-src {allowed('script')}",
        "base-uri 'none'",
        "form-action 'none'",
    ]


# The map


def test_the_map_shows_a_passage_of_another_story() -> None:
    root = page(ARTICLE, found(place(ARTICLE, FOREIGN)))
    (table,) = root.all("table")
    lines = table.all("tbody")[0].all("tr")
    assert [line.all("th")[0].all("a")[0].text for line in lines] == [*"1234567"]
    bars = [int(line.all("rect", "value")[0].attributes["width"]) for line in lines]
    assert [at for at, bar in enumerate(bars) if bar < 2] == [3, 4]
    assert max(bars) == 100
    assert [line.classes for line in lines] == [[], [], [], ["warning"], ["warning"], [], []]
    assert [sign.text for sign in table.all("a", "sign")] == ["1", "1"]
    assert lines[3].all("span", "unseen")[0].text.startswith("most like paragraph 5 (")
    assert lines[0].all("span", "unseen")[0].text.startswith("most like paragraph")
    pale = [place for place in range(7) if place not in (3, 4)]
    for at in (3, 4):
        squares = lines[at].all("path", "shade-0")[0].attributes["d"]
        assert [int(x) for x in re.findall(r"M(\d+) 0", squares)][-5:] == pale[-5:]


def test_every_square_is_drawn_once() -> None:
    for line in page(ARTICLE).all("tbody")[0].all("tr"):
        (svg,) = line.all("svg", "squares")
        drawn = " ".join(path.attributes["d"] for path in svg.all("path"))
        assert sorted(map(int, re.findall(r"M(\d+) 0", drawn))) == [*range(7)]
        assert svg.attributes["viewbox"] == "0 0 7 1"
        assert svg.attributes["aria-hidden"] == "true"


def test_paragraphs_and_their_rows_lead_to_each_other() -> None:
    root = page(f"{ARTICLE}\n\nSee also")
    byname = {node.attributes.get("id"): node for node in root.walk()}
    for line in root.all("tbody")[0].all("tr"):
        row = byname[line.all("a")[0].attributes["href"][1:]]
        (number,) = row.all("a", "number")
        assert byname[number.attributes["href"][1:]] is line
    last = rows(root)[-1]
    assert [n.tag for n in last.all(class_="number")] == ["span"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("One.\n\nTwo.", "too short"),
        (f"{OWN.splitlines()[0]}\n\n" * (MOST + 1), f"has {MOST + 1} paragraphs"),
    ],
)  # fmt: skip
def test_without_a_map_the_reason_is_given(text: str, why: str) -> None:
    (section,) = page(text).all("div", "map")
    assert not section.all("table")
    assert why in section.text


# Several files


def test_files_with_nothing_to_say_are_only_named() -> None:
    reports = [report("Clean.", path="b.txt"), report("The the.", [found((0, 7))], "c.txt")]
    root = parsed(written([*reports, report("Clean.", path="d.txt")]))
    (nav,) = root.all("nav")
    assert [link.text for link in nav.all("a")] == ["c.txt"]
    assert [item.text for item in nav.all("details")[0].all("li")] == ["b.txt", "d.txt"]
    assert [node.text for node in root.all("article")[0].all("h2")] == ["c.txt"]
    assert len(root.all("article")) == 1


def test_a_clean_article_alone_is_shown() -> None:
    root = page(ARTICLE)
    assert len(rows(root)) == 7
    assert len(root.all("table")) == 1
    assert not root.all("nav")
    assert root.all("header")[0].text == "copydeskNo findings in 1 file."


def test_nothing_at_all() -> None:
    root = parsed(written([]))
    assert root.all("header")[0].text == "copydeskNo findings in 0 files."
    assert not root.all("nav")
    assert not root.all("article")


def test_what_was_not_checked_is_shown() -> None:
    failures = Failure("gone.txt", "does not exist"), Failure("", "faulty configuration")
    note = report("Café.", path="b.txt", notes=("is not UTF-8; read as Windows-1252",))
    root = parsed(written([report("Text."), note], *failures))
    (section,) = root.all("section", "failures")
    assert [item.text for item in section.all("li")] == [
        "gone.txt does not exist",
        "faulty configuration",
    ]
    assert "NOT EVERYTHING WAS CHECKED: 2 failures." in root.all("header")[0].text
    assert root.all("article")[0].all("ul")[0].text == "is not UTF-8; read as Windows-1252"


def test_the_statistics() -> None:
    one = report("The the.", [found((0, 7))])._replace(rules=frozenset({"slip", "slide"}))
    assert "Findings by rule" not in written([one])
    root = parsed(written([one], style=Style(statistics=True)))
    lines = root.all("section")[0].all("tr")
    assert [line.text for line in lines] == ["1slip", "0slide"]


def test_a_run(desk: Desk) -> None:
    desk.write("a.txt", f"{ARTICLE}\n\nThey saw the the hen.\n")
    run = desk.run("check", "--isolated", "--output-format", "html", "a.txt", "missing.txt")
    assert run.status == 2
    root = parsed(run.out)
    assert [mark.text for mark in root.all("mark", "error")] == ["the the"]
    assert root.all("section", "failures")[0].all("li")[0].text == "missing.txt does not exist"
    desk.run("check", "--isolated", "--output", "html=page.html", "a.txt")
    assert "the the" in parsed((desk.folder / "page.html").read_text("utf-8")).text
    stdin = desk.run(
        "check", "--isolated", "--output-format", "html", "-", stdin=b"See the the hen."
    )
    assert parsed(stdin.out).all("h2")[0].text == "-"


def test_the_same_run_gives_the_same_page() -> None:
    assert written(everything()) == written(everything())


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_the_page_says_the_same_in_every_encoding(encoding: str) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding, errors="backslashreplace")
    reporter = make_reporter("html", stream, Style())
    reporter.write(report("Ünïcode “the the” 🐟.", [found((9, 16), "“é”")], "é.txt"))
    reporter.close(Summary())
    stream.seek(0)
    root = parsed(stream.read())
    assert words(rows(root)[0]) == "Ünïcode “the the” 🐟."
    assert root.all("h2")[0].text == "é.txt"


def test_time_and_size_grow_with_the_findings() -> None:
    """Ten times as many, overlapping in all ways, take nowhere near a hundred times as much."""

    def cost(number: int) -> tuple[float, int]:
        text = "One two three.\n\n" * number
        spans = (
            span
            for at in range(0, len(text), 16)
            for span in ((at, at + 7), (at + 4, at + 13), (at, len(text) - at), (0, at + 2))
        )
        related = (Related(Span(0, 3), "first"),)
        one = report(text, (found(s, related=related) for s in spans if s[0] < s[1]))
        start = process_time()
        size = len(written([one]))
        return process_time() - start, size

    def grows_evenly() -> bool:
        (short, small), (long, large) = cost(50), cost(500)
        assert large < 15 * small
        return long < 40 * short

    assert any(grows_evenly() for _ in range(3))


def test_a_long_article_with_many_objects(desk: Desk) -> None:
    text = "See `a` and `b` and the the hen.\n\n" * 500
    desk.write("a.md", text)
    run = desk.run(
        "check", "--isolated", "--select", "doubled-word", "--output-format", "html", "a.md"
    )
    assert len(parsed(run.out).all("mark")) == 500


# How it looks


def css() -> str:
    return (ROOT / "lint/copydesk/reporters/html.css").read_text("utf-8")


def luminance(color: str) -> float:
    value = color[1:] if len(color) == 7 else "".join(2 * digit for digit in color[1:])
    parts = [int(value[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def palettes() -> list[dict[str, str]]:
    """The colours in light and in dark."""
    return [dict(re.findall(r"--([\w-]+): (#\w+);", root)) for root in css().split(":root {")[1:]]


ON_PAGE = ("text", "muted", "link", "error", "warning", "info")
ON_OTHERS = [
    *(("text", f"{severity}-tint") for severity in ("error", "warning", "info")),
    *(("text", "lit"), ("text", "shade-0"), ("muted", "shade-0")),
    *((severity, "shade-0") for severity in ("error", "warning", "info")),
]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_can_be_read(scheme: int) -> None:
    """WCAG 2.2, level AA: 4.5 for text, 3 for what tells something without words."""
    palette = palettes()[scheme]
    assert palette.keys() == palettes()[0].keys()
    for color, ground in [*((color, "page") for color in ON_PAGE), *ON_OTHERS]:
        assert contrast(palette[color], palette[ground]) >= 4.5, (color, ground)
    for severity in ("error", "warning", "info"):
        assert contrast(palette[severity], palette[f"{severity}-tint"]) >= 3
    for shade in ("shade-4", "shade-5"):
        assert contrast(palette[shade], palette["shade-0"]) >= 3, shade


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_each_shade_is_further_from_the_page_than_the_one_before(scheme: int) -> None:
    palette = palettes()[scheme]
    steps = [contrast(palette[f"shade-{shade}"], palette["page"]) for shade in range(6)]
    assert all(more > 1.15 * less for less, more in pairwise(steps))


def test_severities_differ_in_more_than_colour() -> None:
    styles = [
        re.search(rf"mark\.{severity} {{[^}}]*text-decoration-style: (\w+)", css())
        for severity in ("error", "warning", "info")
    ]
    assert len({style[1] for style in styles if style}) == 3


# In a browser

needs_browser = pytest.mark.skipif(PROGRAM is None, reason="there is no Chromium")


@pytest.fixture(scope="module")
def tab() -> Iterator[Browser]:
    with browser() as tab:
        yield tab


def story() -> Report:
    """An article with a passage of another story and findings of every severity."""
    before, after = (Related(place(ARTICLE, part), "it goes on") for part in ("Mills", "mills"))
    return report(
        ARTICLE,
        [
            found(place(ARTICLE, "the flood"), severity=Severity.ERROR, confidence=0.9),
            found(place(ARTICLE, FOREIGN), related=(before, after)),
            found(place(ARTICLE, "Singer Wins")),
            found(place(ARTICLE, "violin teacher"), severity=Severity.INFO),
            found(place(ARTICLE, "once the engineers"), related=(before,)),
        ],
    )


@pytest.fixture(scope="module")
def story_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "story.html"
    path.write_text(written([story()]), "utf-8")
    return path


@needs_browser
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [1200, 800, 380])
def test_a_browser_shows_it_and_asks_for_nothing(
    tab: Browser, story_page: Path, tmp_path: Path, width: int, *, dark: bool
) -> None:
    tab.open(story_page, width, dark=dark)
    requests = {event["request"]["url"] for event in tab.seen("Network.requestWillBeSent")}
    assert requests == {story_page.as_uri()}
    assert tab.seen("Log.entryAdded") == []  # neither errors nor what the policy forbade
    assert tab.value("document.documentElement.scrollWidth") == width
    ground = tab.value("getComputedStyle(document.body).backgroundColor")
    assert (ground == "rgb(255, 255, 255)") != dark
    tab.picture(tmp_path / "page.png")
    assert (tmp_path / "page.png").stat().st_size > 10_000


@needs_browser
def test_an_injected_script_would_not_run(tab: Browser, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    html = written([report("Text.")])
    path.write_text(html.replace("<main>", "<main><script>window.ran = 1</script>"), "utf-8")
    tab.open(path)
    assert tab.value("window.ran") is None
    assert "Content Security Policy" in str(tab.seen("Log.entryAdded"))


@needs_browser
def test_the_squares_of_a_row_are_beside_its_bar_and_square(tab: Browser, story_page: Path) -> None:
    for width in (1200, 380):
        tab.open(story_page, width)
        boxes = tab.value(
            "[...document.querySelectorAll('.squares')].map(s => {"
            " const b = s.getBoundingClientRect(), r = s.closest('tr').getBoundingClientRect();"
            " return [b.width / 7, b.height, b.top - r.top, r.height] })"
        )
        assert len(boxes) == 7
        for across, down, offset, row in boxes:
            assert across == pytest.approx(down, rel=0.02)
            assert offset == pytest.approx(0, abs=1)
            assert row == pytest.approx(down, abs=1)


FOCUSED = "document.activeElement.closest('[data-finding]')?.dataset.finding"


@needs_browser
def test_keys_lead_from_finding_to_finding(tab: Browser, story_page: Path) -> None:
    tab.open(story_page)
    assert tab.value("document.querySelector('.keys').checkVisibility()")
    tab.press("n")
    assert tab.value(FOCUSED) is None  # only from a finding
    tab.press("Tab")
    assert tab.value("document.activeElement.className") == "skip"
    tab.press("Enter")
    for key, name in (
        ("n", "a1-f2"),
        ("n", "a1-f3"),
        ("p", "a1-f2"),
        ("p", "a1-f1"),
        ("p", "a1-f1"),
    ):
        tab.press(key)
        assert tab.value(FOCUSED) == name
    lit = tab.value("[...document.querySelectorAll('mark.lit')].map(m => m.textContent).join('')")
    assert lit == "the flood"
    seen = tab.value(
        "(() => { const b = document.getElementById('a1-f1-at').getBoundingClientRect();"
        " return b.top > 0 && b.bottom < innerHeight })()"
    )
    assert seen


@needs_browser
def test_without_scripts_links_do_it(tab: Browser, story_page: Path) -> None:
    tab.open(story_page, script=False)
    assert not tab.value("document.querySelector('.keys').checkVisibility()")
    signs: list[str] = []
    tab.press("Tab")
    while (name := tab.value("document.activeElement.id")) not in signs[:1]:
        if name.endswith("-at"):
            signs.append(name)
        tab.press("Tab")
    findings = [name for name in signs if "-e" not in name]
    assert findings == [f"a1-f{number}-at" for number in range(1, 6)]
    tab.ask("Emulation.setScriptExecutionDisabled", value=False)


@needs_browser
def test_a_screen_reader_finds_its_way(tab: Browser, story_page: Path) -> None:
    tab.open(story_page)
    nodes = tab.ask("Accessibility.getFullAXTree")["nodes"]
    spoken = [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in nodes
        if not node["ignored"]
    ]
    roles = [role for role, _ in spoken]
    for role in ("banner", "main", "contentinfo", "article", "table", "mark"):
        assert role in roles, role
    assert ("group", "Topic map") in spoken
    assert ("heading", "Topic map") in spoken
    assert ("link", "To the first finding") in spoken
    assert ("link", "finding 1, error: slip") in spoken
    assert ("link", "evidence 2 for finding 2") in spoken
    headers = [name for role, name in spoken if role == "columnheader"]
    assert headers == ["Paragraph", "Findings", "Cohesion", "Likeness"]
    assert sum(role == "rowheader" for role in roles) == 7
    assert all(name for role, name in spoken if role in {"link", "heading", "group", "navigation"})
