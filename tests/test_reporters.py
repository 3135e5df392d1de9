"""What reports look like, whatever is in the article."""

import io
import json
import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import pytest
from copydesk import Applicability, Document, Edit, Finding, Fix, Related, Severity, Span
from copydesk.markup import Format, read_text
from copydesk.reporters import Style, formats, make_reporter
from copydesk.session import Failure, Report, Summary
from desk import Desk

jsonschema: Any = import_module("jsonschema")  # it has no types

ROOT = Path(__file__).resolve().parents[1]
SCHEMA = json.loads((ROOT / "docs/json-output.schema.json").read_text("utf-8"))


def found(span: Span, message: str = "a slip", **more: Any) -> Finding:
    return Finding("slip", "family", Severity.WARNING, span, message, **more)


def report(text: str, findings: Iterable[Finding], path: str = "a.txt") -> Report:
    document = read_text(text, path, Format.PLAIN)
    return Report(document, tuple((finding, f"{i:016x}") for i, finding in enumerate(findings)))


def written(
    output_format: str, reports: Iterable[Report], style: Style | None = None, **summary: Any
) -> str:
    stream = io.StringIO()
    reporter = make_reporter(output_format, stream, style or Style())
    total = Summary(**summary)
    for one in reports:
        total.add(one)
        reporter.write(one)
    reporter.close(total)
    return stream.getvalue()


def marked(text: str) -> tuple[str, Span]:
    """A text without the marks in it, and what they enclose."""
    start, end = text.index("⟦"), text.index("⟧") - 1
    return text.replace("⟦", "").replace("⟧", ""), Span(start, end)


def full(text: str, width: int = 100, **more: Any) -> list[str]:
    """The full report on what is marked in a text, without its closing lines."""
    source, span = marked(text)
    out = written("full", [report(source, [found(span, **more)])], Style(width=width))
    return out.splitlines()[:-2]


def display_width(line: str) -> int:
    """How many columns a terminal takes for a line, by another account than the reporter's."""
    wide = re.compile("[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹯！-｠🀀-🫿]")
    zero = re.compile("[\u0300-\u036f\u200c\u200d\ufe00-\ufe0f]")
    return len(line) + len(wide.findall(line)) - len(zero.findall(line))


# Full


def test_a_finding() -> None:
    assert full("One.\nIt is ⟦is⟧ so.") == [
        "a.txt:2:7: warning[slip] a slip",
        "    2 | It is is so.",
        "      |       ^^",
    ]


@pytest.mark.parametrize(
    ("text", "under"),
    [
        ("東京⟦大学⟧です", "大学"),
        ("ｆｕｌｌ ⟦ｗｉｄｔｈ⟧", "ｗｉｄｔｈ"),
        ("cafe\u0301 ⟦cafe\u0301⟧ end", "cafe\u0301"),
        ("🐟🐟 ⟦🐟⟧ fish", "🐟"),
        ("a\u200db ⟦c⟧ d", "c"),
        ("한국어 ⟦한국어⟧", "한국어"),
        ("\tA ⟦tab\tin⟧ it", "tab in"),
        ("\u3000A ⟦word⟧", "word"),
    ],
)
def test_marks_stand_under_what_they_mark(text: str, under: str) -> None:
    _, line, marks = full(text)
    left = line.rindex(under)
    assert display_width(marks) - marks.count("^") == display_width(line[:left])
    assert marks.count("^") == display_width(under)


def test_a_mark_is_seen_even_under_nothing_visible() -> None:
    _, line, marks = full("e⟦\u0301⟧ and")
    assert line.endswith("e\u0301 and")
    assert marks.count("^") == 1


@pytest.mark.parametrize(
    ("char", "shown"),
    [
        ("\x1b", "␛"),
        ("\x00", "␀"),
        ("\x08", "␈"),
        ("\x0b", "␋"),
        ("\x7f", "\ufffd"),
        ("\x9b", "\ufffd"),
        ("\x85", "\ufffd"),
        ("\u202e", "\ufffd"),
        ("\u2066", "\ufffd"),
        ("\u200f", "\ufffd"),
        ("\u2028", "\ufffd"),
        ("\ud800", "\ufffd"),
        ("\U000e0041", "\ufffd"),
        ("\t", " "),
    ],
)
def test_nothing_in_an_article_can_drive_the_terminal(char: str, shown: str) -> None:
    lines = full(f"An ⟦od{char}d⟧ word", message=f"“od{char}d” is odd")
    assert lines == [
        f"a.txt:1:4: warning[slip] “od{shown}d” is odd",
        f"    1 | An od{shown}d word",
        "      |    ^^^^",
    ]
    source, span = marked(f"An ⟦od{char}d⟧ word")
    line, _ = written(
        "concise", [report(source, [found(span, f"“od{char}d”")], f"b{char}.txt")]
    ).splitlines()
    assert line == f"b{shown}.txt:1:4: warning: “od{shown}d” [slip]"


def test_line_ends_in_messages_are_spaces() -> None:
    related = (Related(Span(0, 1), "first\r\nhere"),)
    first, *_, last = full("It is ⟦is\nis⟧ so.", message="“is\nis” twice", related=related)
    assert first.endswith("“is is” twice")
    assert last == "      = 1:1: first  here: “I”"


@pytest.mark.parametrize("width", [40, 60, 100])
@pytest.mark.parametrize("word", ["word", "字字", "a\u0301b"])
def test_long_lines_are_cut_around_the_span(width: int, word: str) -> None:
    before, after = f"{word} " * 5_000, f" {word}" * 5_000
    for text in (f"{before}⟦here⟧{after}", f"⟦here⟧{after}", f"{before}⟦here⟧"):
        _, line, marks = full(text, width)
        assert display_width(line) <= width
        assert display_width(line) > width - 6
        assert line[8:].startswith("…") == (before in text)
        assert line.endswith("…") == (after in text)
        assert display_width(line[: line.index("here")]) == marks.index("^")
        assert marks.count("^") == 4


def test_a_span_wider_than_the_screen_is_cut_at_its_end() -> None:
    _, line, marks = full("so " * 50 + "⟦" + "long " * 100 + "⟧" + "so " * 50, 60)
    assert line.endswith("…")
    assert "so" not in line
    assert len(marks) == len(line) <= 60
    assert marks.count("^") == len(line) - len("    1 | …")


def test_what_fits_exactly_is_not_cut() -> None:
    assert full("a" * 20 + "⟦b⟧" + "c" * 9, 40)[1] == "    1 | " + "a" * 20 + "b" + "c" * 9


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "One ⟦two\nthree⟧ four",
            ["    1 | One two", "      |     ^^^", "    2 | three four", "      | ^^^^^"],
        ),
        (
            "One ⟦two\r\n\r\nmiddle\rthree⟧ four",
            [
                "    1 | One two",
                "      |     ^^^",
                "  ... |",
                "    4 | three four",
                "      | ^^^^^",
            ],
        ),
        ("One ⟦two\n⟧three", ["    1 | One two", "      |     ^^^"]),
        ("One⟦\n⟧three", ["    1 | One", "      |    ^"]),
        ("⟦\n\n⟧three", ["    1 | ", "      | ^", "    2 | ", "      | ^"]),
    ],
)
def test_a_span_over_several_lines(text: str, expected: list[str]) -> None:
    assert full(text)[1:] == expected


def test_evidence_is_shown_with_its_place_and_how_it_begins() -> None:
    related = (Related(Span(0, 6), "the first"), Related(Span(10, 11), "the end"))
    assert full("One.\nIt ⟦is⟧.", related=related)[3:] == [
        "      = 1:1: the first: “One. I”",
        "      = 2:6: the end: “.”",
    ]


def test_long_evidence_is_cut() -> None:
    text = "It ⟦is⟧ " + "so " * 100
    *_, last = full(text, related=(Related(Span(0, 300), "all of it"),))
    assert last.endswith("so so…”")
    assert len(last) < 100


def test_confidence_is_shown_where_there_is_one() -> None:
    assert full("⟦Red⟧", confidence=0.876)[0] == "a.txt:1:1: warning[slip] (88%) a slip"


def test_lines_and_columns_count_code_points_from_1() -> None:
    text = "\U0001f41f\r\ne\u0301🐟x\ry\n\n\u2028z"
    reports = [
        report(text, [found(Span(at, at + 1)) for at, char in enumerate(text) if char in "xyz"])
    ]
    positions = re.findall(r"a\.txt:(\d+):(\d+)", written("concise", reports))
    assert positions == [("2", "4"), ("3", "1"), ("5", "2")]
    places = [(f["line"], f["column"]) for f in json.loads(written("json", reports))["findings"]]
    assert places == [(2, 4), (3, 1), (5, 2)]


def test_many_findings_on_one_long_line_take_no_more_time_than_on_many() -> None:
    text = "red cod, " * 100_000
    spans = (Span(at, at + 3) for at in range(0, len(text), 900))
    assert written("full", [report(text, map(found, spans))]).count("^^^") == 1_000


# The closing lines


def failures(number: int) -> list[Failure]:
    return [Failure("x", "y")] * number


@pytest.mark.parametrize(
    ("severities", "summary", "expected"),
    [
        ([], {}, "No findings in 1 file."),
        ([1], {}, "1 finding (1 info) in 1 of 1 file."),
        ([1, 1], {}, "2 findings (2 info) in 1 of 1 file."),
        ([3, 2, 3, 1], {"files": 1233},
         "4 findings (2 errors, 1 warning, 1 info) in 1 of 1,234 files."),
        ([], {"suppressed": 2}, "No findings in 1 file; 2 suppressed."),
        ([2], {"suppressed": 1}, "1 finding (1 warning) in 1 of 1 file; 1 suppressed."),
        ([], {"failures": 1}, "No findings in 1 file. NOT EVERYTHING WAS CHECKED: 1 failure."),
        ([3], {"failures": 2},
         "1 finding (1 error) in 1 of 1 file. NOT EVERYTHING WAS CHECKED: 2 failures."),
    ],
)  # fmt: skip
@pytest.mark.parametrize("output_format", ["full", "concise"])
def test_the_summary(
    output_format: str, severities: list[int], summary: dict[str, int], expected: str
) -> None:
    findings = [found(Span(0, 1))._replace(severity=Severity(level)) for level in severities]
    changes: dict[str, Any] = {**summary, "failures": failures(summary.get("failures", 0))}
    out = written(output_format, [report("Text.", findings)], **changes)
    assert out.endswith("\n")
    assert out.splitlines()[-1] == expected


def test_nothing_at_all() -> None:
    assert written("full", []) == "No findings in 0 files.\n"


# JSON


def everything() -> Iterator[Report]:
    """Reports with all that a finding can have."""
    edits = (Edit(Span(0, 0), "“"), Edit(Span(3, 6), ""))
    yield report(
        "One two\r\nthree",
        [
            found(Span(0, 3)),
            found(
                Span(4, 9),
                "“two”",
                confidence=0.5,
                related=(Related(Span(9, 14), "three"), Related(Span(14, 14), "the end")),
                fixes=(Fix(Applicability.SAFE, edits), Fix(Applicability.UNSAFE, edits[:1])),
            ),
        ],
        "inner/a.txt",
    )
    yield report("", [])
    yield report("A \ud800é🐟.", [found(Span(2, 5))], "\udcff.txt")._replace(
        failures=(Failure("b", "m", "slip", Span(0, 4)), Failure("", "m")), suppressed=3,
        rules=frozenset({"slip", "slide"}),
    )  # fmt: skip


def test_json_holds_everything() -> None:
    document = json.loads(written("json", everything()))
    jsonschema.validate(document, SCHEMA)
    assert document["findings"][1] == {
        "path": "inner/a.txt",
        "rule": "slip",
        "family": "family",
        "severity": "warning",
        "confidence": 0.5,
        "message": "“two”",
        "start": 4,
        "end": 9,
        "line": 1,
        "column": 5,
        "end_line": 2,
        "end_column": 1,
        "text": "two\r\n",
        "related": [
            {"start": 9, "end": 14, "line": 2, "column": 1, "message": "three"},
            {"start": 14, "end": 14, "line": 2, "column": 6, "message": "the end"},
        ],
        "fixes": [
            {
                "applicability": "safe",
                "edits": [{"start": 0, "end": 0, "text": "“"}, {"start": 3, "end": 6, "text": ""}],
            },
            {"applicability": "unsafe", "edits": [{"start": 0, "end": 0, "text": "“"}]},
        ],
        "fingerprint": f"{1:016x}",
    }
    assert document["complete"] is False
    assert document["errors"] == [
        {"path": "b", "message": "m", "rule": "slip", "start": 0, "end": 4},
        {"path": "", "message": "m"},
    ]
    assert document["summary"] == {
        "files": 3,
        "files_with_findings": 2,
        "findings": 3,
        "severities": {"info": 0, "warning": 3, "error": 0},
        "rules": {"slide": 0, "slip": 3},
        "suppressed": 3,
        "errors": 2,
    }


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252"])
def test_json_says_the_same_in_every_encoding(encoding: str) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding, errors="backslashreplace")
    reporter = make_reporter("json", stream, Style())
    for one in everything():
        reporter.write(one)
    reporter.close(Summary())
    stream.seek(0)
    read = json.loads(stream.read())["findings"]
    assert read == json.loads(written("json", everything()))["findings"]
    assert (read[2]["text"], read[2]["path"]) == ("\ud800é🐟", "\udcff.txt")


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("version", 2),
        ("complete", False),
        ("errors", [{"path": "", "message": "m"}]),
        ("more", 1),
        ("findings", [{"path": "a.txt"}]),
        ("summary", {"files": 1}),
    ],
)
def test_the_schema_refuses_what_is_wrong(key: str, value: object) -> None:
    document = json.loads(written("json", []))
    jsonschema.validate(document, SCHEMA)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document | {key: value}, SCHEMA)


def properties(schema: dict[str, Any]) -> Iterator[str]:
    """All keys that a document may hold."""
    for key, inner in schema.items():
        if key == "properties":
            yield from inner
        if isinstance(inner, dict):
            yield from properties(cast("dict[str, Any]", inner))


def test_the_example_is_real(desk: Desk) -> None:
    page = (ROOT / "docs/json-output.md").read_text("utf-8")
    example = page.split("article.txt\n", 1)[1].split("```")[0]
    desk.write("article.txt", "It approved the the budget.\n")
    run = desk.check("--isolated", "--select", "doubled-word", "article.txt")
    assert json.loads(example) == run.json


def test_every_key_is_explained() -> None:
    page = (ROOT / "docs/json-output.md").read_text("utf-8")
    severities = {"info", "warning", "error"}
    assert [
        key for key in properties(SCHEMA) if key not in severities and f"`{key}`" not in page
    ] == []


def test_real_runs_fit_the_schema(desk: Desk) -> None:
    desk.write(
        "a.md", "<!-- copydesk: ignore doubled-word -->\n\nSee the the hen.\n\nIt saw the the hen."
    )
    desk.write("b.txt", "She said the the hen.\n\nA an egg .")
    runs = [
        desk.check("--isolated", "--select", "all"),
        desk.check("--isolated", "missing.txt", "a.md"),
        desk.check("--config", "missing.toml"),
    ]
    for run in runs[:2]:
        jsonschema.validate(run.json, SCHEMA)
        assert run.json["findings"]
        for finding in run.json["findings"]:
            text = Path(finding["path"]).read_text("utf-8")
            assert finding["text"] == text[finding["start"] : finding["end"]]
    assert runs[2].status == 2


def test_offsets_mean_the_decoded_text(desk: Desk) -> None:
    text = "\r\nCafé\r\n\r\nthe the hen.\r\n"
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        desk.write("a.txt", text.encode(encoding))
        (finding,) = desk.check("a.txt", "--isolated", "--select", "doubled-word").json["findings"]
        assert text[finding["start"] : finding["end"]] == "the the"
        assert (finding["line"], finding["column"]) == (4, 1)


def test_the_formats() -> None:
    assert formats() == ["concise", "full", "html", "json"]


def test_a_document_is_left_as_it_is() -> None:
    document: Document = report("Text.", []).document
    written("full", [Report(document, ())])
    assert document.source == "Text."
