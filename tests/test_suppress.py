"""Suppression by comments and by a side file, and what is said of suppressions that do nothing."""

import time
from pathlib import Path

import pytest
from copydesk.document import Comment, Span
from copydesk.ignores import read_side_file
from copydesk.markup import Format, read_text
from copydesk.registry import find_rules
from copydesk.suppress import parse_directive, suppress
from desk import Desk, Result

SUPPRESSION = ["unused-suppression", "invalid-suppression"]


@pytest.fixture
def stock(desk: Desk) -> Desk:
    """A folder with four rules, all of which run, and so do those about suppressions."""
    desk.stock()
    desk.config('select = ["fish", "fowl", "suppression"]')
    return desk


def check(desk: Desk, text: str, *arguments: str, name: str = "a.md") -> Result:
    desk.write(name, text)
    return desk.check(name, *arguments)


def messages(result: Result) -> list[str]:
    """What is said of suppressions, in order."""
    found = result.json["findings"]
    return [finding["message"] for finding in found if finding["rule"] in SUPPRESSION]


# Comments for a block


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<!-- copydesk: ignore herring -->\nA herring.\n\nA herring.", [48]),
        ("<!-- copydesk: ignore herring -->\n\nA herring.\n\nA herring.", [49]),
        ("A herring.\n\n<!-- copydesk: ignore herring -->\n\nA herring.", [2]),
        ("# A herring\n<!-- copydesk: ignore herring -->\nA herring.", [4]),
        ("<!-- copydesk: ignore herring -->\n# A herring\nA herring.", [48]),
        ("A herring,\nno more. <!-- copydesk: ignore herring -->\n\nA herring.", [57]),
        ("A herring. <!-- copydesk: ignore herring --> A herring.\n\nA herring.", [59]),
        ("A herring.<!-- copydesk: ignore herring -->\n\nA herring.", [47]),
        ("A _herring_ <!-- copydesk: ignore herring -->\n\nA herring.", [49]),
        ("A [herring](b) <!-- x --> <!-- copydesk: ignore herring -->\n\nA herring.", [63]),
        ("<p>A herring.</p> <!-- copydesk: ignore herring -->\n\nA herring.", [5]),
        ("- A herring. <!-- copydesk: ignore herring -->\n- A herring.", [51]),
        ("<!-- copydesk: ignore herring -->\n- A herring.\n- A herring.", [51]),
        ("- A cod.\n\n  <!-- copydesk: ignore herring -->\n  A herring.\n\n- A herring.", [64]),
        ("> <!-- copydesk: ignore herring -->\n> A herring.\n\nA herring.", [52]),
        ("| A herring |\n|---|\n| a herring <!-- copydesk: ignore herring --> |", [4]),
        ("Text.[^1]\n\n[^1]: A herring. <!-- copydesk: ignore herring -->\n\nA herring.", [65]),
    ],
)
def test_ignore_holds_for_the_block_it_is_in_or_else_the_next(
    stock: Desk, text: str, found: list[int]
) -> None:
    result = check(stock, text)
    assert [finding["start"] for finding in result.json["findings"]] == found
    assert result.json["summary"]["suppressed"] == text.count("herring") - 1 - len(found)


def test_ignore_names_one_block_in_html_too(stock: Desk) -> None:
    page = (
        "<p>A herring.</p> <!-- copydesk: ignore herring --> <p>A herring.</p>\n"
        "<p>A <b>herring</b> <!-- copydesk: ignore herring --></p><p>A herring.</p>"
    )
    result = check(stock, page, name="a.html")
    found = [finding["start"] for finding in result.json["findings"]]
    assert found == [page.index("herring"), page.rindex("herring")]


# Comments for ranges and files


def test_disable_and_enable(stock: Desk) -> None:
    text = (
        "A herring.\n\n<!-- copydesk: disable herring -->\n\nA herring.\n\nA herring and a hen.\n\n"
        "<!-- copydesk: enable herring -->\n\nA herring.\n"
    )
    result = check(stock, text)
    assert result.found == ["herring: herring", "hen: hen", "herring: herring"]
    assert result.json["summary"]["suppressed"] == 2


def test_disable_works_inside_a_paragraph(stock: Desk) -> None:
    text = (
        "A herring, <!-- copydesk: disable herring -->a herring,"
        "<!-- copydesk: enable herring --> a herring."
    )
    found = check(stock, text).json["findings"]
    assert [finding["start"] for finding in found] == [2, text.rindex("herring")]


def test_disable_without_enable_holds_to_the_end(stock: Desk) -> None:
    text = "A hen.\n\n<!-- copydesk: disable hen -->\n\nA hen.\n\nA hen.\n"
    assert check(stock, text).json["summary"]["suppressed"] == 2


def test_ranges_may_overlap(stock: Desk) -> None:
    text = (
        "<!-- copydesk: disable hen -->\n\nA hen.\n\n<!-- copydesk: disable fowl -->\n\n"
        "A hen, a goose.\n\n<!-- copydesk: enable hen -->\n\nA hen.\n\n"
        "<!-- copydesk: enable fowl -->\n\nA hen.\n"
    )
    result = check(stock, text)
    assert result.found == ["hen: hen"]
    assert result.json["summary"]["suppressed"] == 4


def test_ignore_file_holds_for_the_whole_file_wherever_it_stands(stock: Desk) -> None:
    text = "A hen.\n\nA herring.\n\n<!-- copydesk: ignore-file hen -->\n\nA hen.\n"
    assert check(stock, text).found == ["herring: herring"]


@pytest.mark.parametrize("verb", ["ignore", "disable", "ignore-file"])
@pytest.mark.parametrize(
    ("named", "left"),
    [
        ("herring", ["trout", "hen", "goose"]),
        ("fish", ["hen", "goose"]),
        ("herring, hen", ["trout", "goose"]),
        ("herring hen", ["trout", "goose"]),
        ("fish,goose", ["hen"]),
        ("all", []),
    ],
)
def test_rules_and_families(stock: Desk, verb: str, named: str, left: list[str]) -> None:
    text = f"<!-- copydesk: {verb} {named} -->\n\nA herring, a trout, a hen, a goose.\n"
    assert check(stock, text).found == [f"{name}: {name}" for name in left]


@pytest.mark.parametrize(
    ("comment", "verb", "selectors", "reason"),
    [
        (" copydesk: ignore hen ", "ignore", ("hen",), ""),
        ("copydesk:ignore hen", "ignore", ("hen",), ""),
        (" Copydesk : disable hen, goose -- it is a farm ", "disable", ("hen", "goose"),
         "it is a farm"),
        (" copydesk: ignore-file hen—old", "ignore-file", ("hen",), "old"),
        (" copydesk: ignore hen – not -- now", "ignore", ("hen",), "not -- now"),
        ("\n copydesk:\n ignore\n hen,\n goose,\n", "ignore", ("hen", "goose"), ""),
        (" copydesk: ignore hen hen", "ignore", ("hen",), ""),
        (" copydesk: ignore", "ignore", (), ""),
        (" copydesk: ", "", (), ""),
        (" copydesk: -- why", "", (), "why"),
    ],
)  # fmt: skip
def test_what_a_directive_says(
    comment: str, verb: str, selectors: tuple[str, ...], reason: str
) -> None:
    directive = parse_directive(Comment(Span(0, len(comment)), comment))
    assert directive is not None
    if verb:
        assert directive.verb == verb
        assert directive.selectors == selectors
        assert directive.reason == reason
    else:
        assert directive.verb not in {"ignore", "disable", "enable", "ignore-file"}


@pytest.mark.parametrize("comment", ["", " ", "see copydesk: ignore hen", "copydeskx: ignore"])
def test_other_comments_are_none_of_our_business(comment: str) -> None:
    assert parse_directive(Comment(Span(0, len(comment)), comment)) is None


def test_a_comment_of_spaces_takes_no_time() -> None:
    for text in (" " * 10**6, f"copydesk: x{' ' * 10**6}y", f"copydesk{' ' * 10**6}-"):
        parse_directive(Comment(Span(0, len(text)), text))


def test_time_is_linear_in_comments_that_name_no_rule(stock: Desk) -> None:
    short, long = (
        min(seconds_to_suppress(stock.folder, times) for _ in range(3)) for times in (500, 8_000)
    )
    assert long < 32 * short + 0.1  # 16 is linear, 256 quadratic


def seconds_to_suppress(folder: Path, times: int) -> float:
    comments = (f"A hen. <!-- copydesk: ignore x{n} -->\n\n" for n in range(times))
    document = read_text("".join(comments), markup=Format.MARKDOWN)
    registry = find_rules((folder / "rules",))
    hen = registry["hen"]()
    findings = dict.fromkeys(hen.check(document), "")
    assert len(findings) == times
    start = time.process_time()
    suppressions = suppress(document, findings, (), registry, frozenset({"hen"}))
    assert not suppressions.suppressed
    return time.process_time() - start


# What is said of comments


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("ignor hen", ["“ignor” is not a suppression; did you mean 'ignore'?"]),
        ("", ["“” is not a suppression"]),
        ("ignore", ["“ignore” names no rule"]),
        ("ignore -- because", ["“ignore” names no rule"]),
        ("ignore hne", ["“hne” is no rule or family; did you mean 'hen'?"]),
        ("disable zzz, hen", ["“zzz” is no rule or family"]),
        ("enable fish", ["“fish” is not disabled here"]),
        ("enable hne", ["“hne” is no rule or family; did you mean 'hen'?"]),
    ],
)
def test_a_comment_that_cannot_be_followed(stock: Desk, comment: str, said: list[str]) -> None:
    text = f"<!-- copydesk: {comment} -->\n\nA hen.\n"
    result = check(stock, text)
    found = [f for f in result.json["findings"] if f["rule"] == "invalid-suppression"]
    assert [finding["message"] for finding in found] == said
    assert {finding["text"] for finding in found} == {f"<!-- copydesk: {comment} -->"}


def test_enabling_what_was_not_disabled_under_that_name(stock: Desk) -> None:
    text = "<!-- copydesk: disable fowl -->\n\nA hen.\n\n<!-- copydesk: enable hen -->\n\nA hen.\n"
    result = check(stock, text)
    assert messages(result) == ["“hen” is not disabled here"]
    assert result.json["summary"]["suppressed"] == 2


def test_a_reason_can_be_required(stock: Desk) -> None:
    stock.config("select = ['all']\n[rules.invalid-suppression]\nrequire-reason = true")
    text = (
        "<!-- copydesk: disable hen -->\n\nA hen.\n\n<!-- copydesk: enable hen -->\n\n"
        "<!-- copydesk: ignore hen -- a farm -->\n\nA hen.\n"
    )
    result = check(stock, text)
    assert messages(result) == ["“disable” gives no reason"]
    assert result.json["summary"]["suppressed"] == 2


@pytest.mark.parametrize("verb", ["ignore", "disable", "ignore-file"])
def test_a_comment_that_silences_nothing(stock: Desk, verb: str) -> None:
    text = f"A goose.\n\n<!-- copydesk: {verb} herring, goose -->\n\nA cod and a herring.\n"
    expected = [f"{verb} “goose” silences nothing"] if verb != "ignore-file" else []
    result = check(stock, text)
    assert messages(result) == expected
    assert result.json["summary"]["suppressed"] == (1 if expected else 2)


def test_only_what_could_have_silenced_something_is_judged(stock: Desk) -> None:
    text = "<!-- copydesk: ignore hen, fowl, trout -->\n\nA cod.\n"
    assert len(messages(check(stock, text))) == 3
    narrow = check(stock, text, "--select", "hen,suppression")
    assert messages(narrow) == ["ignore “hen” silences nothing"]
    wide = check(stock, text, "--select", "fowl,suppression")
    assert len(messages(wide)) == 2
    assert messages(check(stock, text, "--select", "hen")) == []


def test_a_rule_that_crashed_is_not_judged(stock: Desk) -> None:
    stock.rule("hen", extra="{'confidence': 7}")
    text = "<!-- copydesk: ignore hen -->\n\nA cod.\n\nA hen.\n"
    result = check(stock, text)
    assert messages(result) == []
    assert result.status == 2


def test_every_comment_around_a_finding_is_used(stock: Desk) -> None:
    text = (
        "<!-- copydesk: ignore-file fowl -->\n<!-- copydesk: disable hen -->\n"
        "<!-- copydesk: ignore hen -->\n\nA hen.\n"
    )
    assert check(stock, text).found == []


def test_a_comment_about_comments_does_not_hide_them(stock: Desk) -> None:
    text = "<!-- copydesk: ignore-file suppression -->\n\n<!-- copydesk: ignore hen -->\n\nA cod.\n"
    assert sorted(messages(check(stock, text))) == [
        "ignore “hen” silences nothing",
        "ignore-file “suppression” silences nothing",
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_only_comments_of_the_markup_count(stock: Desk, name: str) -> None:
    text = "    <!-- copydesk: ignore hen -->\n\nA hen.\n"
    assert check(stock, text, name=name).json["summary"]["suppressed"] == 0


# The side file

SIDE = 'select = ["fish", "fowl", "suppression"]\nsuppressions = "ignores.toml"'


@pytest.fixture
def side(stock: Desk) -> Desk:
    """A folder whose configuration names a side file."""
    stock.config(SIDE)
    stock.write("a.txt", "A herring.\n\nThe herring and the hen.\n")
    return stock


def entry(**keys: str) -> str:
    lines = (f'{key} = """{value}"""\n' for key, value in keys.items())
    return "[[ignore]]\n" + "".join(lines)


def test_findings_are_ignored_by_fingerprint(side: Desk) -> None:
    side.write("ignores.toml", "")
    _, second, _ = side.check("a.txt").json["findings"]
    fingerprint = second["fingerprint"]
    side.write(
        "ignores.toml",
        entry(file="a.txt", rule="herring", fingerprint=fingerprint, reason="a name"),
    )
    result = side.check("a.txt")
    assert [finding["start"] for finding in result.json["findings"]] == [2, 32]
    assert result.json["summary"]["suppressed"] == 1
    side.write("a.txt", "News.\n\nA herring.\n\nA cod.\n\nThe herring and the hen.\n\nMore.\n")
    assert [finding["start"] for finding in side.check("a.txt").json["findings"]] == [9, 47]


def test_findings_are_ignored_by_text(side: Desk) -> None:
    side.write("ignores.toml", entry(file="a.txt", rule="fish", text=" herring\n", reason="why"))
    assert side.check("a.txt").found == ["hen: hen"]


def test_fingerprint_and_text_must_both_fit(side: Desk) -> None:
    side.write("ignores.toml", "")
    print_ = side.check("a.txt").json["findings"][0]["fingerprint"]
    keys = {"file": "a.txt", "rule": "herring", "reason": "why", "fingerprint": print_}
    side.write("ignores.toml", entry(**keys, text="herring"))
    assert side.check("a.txt").json["summary"]["suppressed"] == 1
    side.write("ignores.toml", entry(**keys, text="cod"))
    result = side.check("a.txt")
    assert result.json["summary"]["suppressed"] == 0
    assert messages(result) == ["this “herring” silences nothing"]


@pytest.mark.parametrize(
    ("file", "suppressed"),
    [
        ("a.txt", 2),
        ("*.txt", 4),
        ("inner/*", 2),
        ("**/a.txt", 4),
        ("*.md", 0),
        ("./inner/a.txt", 2),
    ],
)
def test_an_entry_is_for_a_file_or_for_globs(side: Desk, file: str, suppressed: int) -> None:
    side.write("inner/a.txt", "A herring.\n\nThe herring and the hen.\n")
    side.write("ignores.toml", entry(file=file, rule="herring", text="herring", reason="why"))
    assert side.check().json["summary"]["suppressed"] == suppressed


def test_entries_are_relative_to_the_side_file(side: Desk) -> None:
    side.config(SIDE.replace("ignores", "inner/ignores"))
    text = entry(file="../a.txt", rule="herring", text="herring", reason="why")
    side.write("inner/ignores.toml", text)
    assert side.check("a.txt").found == ["hen: hen"]


def test_unused_entries_are_findings_in_the_side_file(side: Desk) -> None:
    used = entry(file="a.txt", rule="herring", text="herring", reason="why")
    idle = entry(file="a.txt", rule="goose", text="goose", reason="why")
    side.write("ignores.toml", f"# Ours.\r\n{used}\r\n{idle}")
    (_, finding) = side.check("a.txt").json["findings"]
    assert finding["path"] == "ignores.toml"
    assert finding["rule"] == "unused-suppression"
    assert finding["message"] == "this “goose” silences nothing"
    assert (finding["line"], finding["text"]) == (8, "[[ignore]]")
    assert side.run("check", "a.txt").out.endswith("in 2 of 2 files; 2 suppressed.\n")


def test_an_entry_for_a_file_that_is_gone_is_unused(side: Desk) -> None:
    side.write("ignores.toml", entry(file="gone.txt", rule="hen", text="hen", reason="why"))
    assert messages(side.check("a.txt")) == ["this “hen” names a file that does not exist"]


@pytest.mark.parametrize(
    ("keys", "arguments"),
    [
        ({"file": "*.txt", "rule": "goose"}, []),
        ({"file": "b.txt", "rule": "goose"}, []),
        ({"file": "a.txt", "rule": "goose"}, ["--select", "hen,unused-suppression"]),
        ({"file": "a.txt", "rule": "fowl"}, ["--ignore", "goose"]),
        ({"file": "a.txt", "rule": "goose"}, ["--ignore", "unused-suppression"]),
    ],
)
def test_entries_that_other_runs_may_need_are_not_judged(
    side: Desk, keys: dict[str, str], arguments: list[str]
) -> None:
    side.write("b.txt", "A cod.")
    side.write("ignores.toml", entry(**keys, text="a cod", reason="why"))
    assert messages(side.check("a.txt", *arguments)) == []


def test_an_unused_entry_is_judged_after_all_files(side: Desk) -> None:
    side.write("b.txt", "A goose.")
    side.write("ignores.toml", entry(file="b.txt", rule="goose", text="goose", reason="why"))
    assert messages(side.check("a.txt", "b.txt")) == []
    assert messages(side.check("b.txt", "a.txt")) == []


def test_standard_input_is_known_by_its_name(side: Desk) -> None:
    side.write("ignores.toml", entry(file="a.txt", rule="hen", text="hen", reason="why"))
    result = side.check("-", "--stdin-filename", "a.txt", stdin=b"A hen.")
    assert result.found == []
    assert result.json["summary"]["suppressed"] == 1


def test_the_severity_of_an_unused_entry_is_that_of_the_rule(side: Desk) -> None:
    side.config(f"{SIDE}\nfail-on = 'error'\n[rules.unused-suppression]\nseverity = 'error'")
    side.write("ignores.toml", entry(file="a.txt", rule="goose", text="goose", reason="why"))
    result = side.check("a.txt", "--ignore", "hen,herring")
    assert [f["severity"] for f in result.json["findings"]] == ["error"]
    assert result.status == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ignored = []", "1: unknown key 'ignored'; did you mean 'ignore'?"),
        ("ignore = 3", "1: ignore must be an array of tables, not 3"),
        (entry(file="a.txt", rule="hen", text="hen"), "1: an entry needs a `reason`"),
        (entry(file="a.txt", rule="hen", text="hen", reason=" "), "1: an entry needs a `reason`"),
        (entry(rule="hen", text="hen", reason="why"), "1: an entry needs a `file`"),
        (entry(file="a.txt", text="hen", reason="why"), "1: an entry needs a `rule`"),
        (
            entry(file="a.txt", rule="hen", reason="why"),
            "1: an entry needs a `fingerprint` or the flagged `text`",
        ),
        (
            "\n" + entry(file="a.txt", rule="hne", text="hen", reason="why"),
            "4: unknown rule or family 'hne'; did you mean 'hen'?",
        ),
        (
            entry(file="a.txt", rule="hen", text="hen", reason="why", txt="x"),
            "6: unknown key 'txt'; did you mean 'text'?",
        ),
        (
            entry(file="*[z-a].txt", rule="hen", text="hen", reason="why"),
            "2: '*[z-a].txt' is no glob",
        ),
        ("[[ignore]\n", "1: Expected ']]'"),
    ],
)
def test_a_faulty_side_file(side: Desk, text: str, message: str) -> None:
    side.write("ignores.toml", text)
    result = side.run("check", "a.txt")
    assert result.err.startswith(f"copydesk: error: ignores.toml:{message}")
    assert result.status == 2


def test_a_rule_is_unknown_only_to_the_files_that_do_not_have_it(side: Desk) -> None:
    side.rule("cod", folder="inner/more")
    side.write("inner/b.txt", "A cod.")
    side.write(
        "inner/copydesk.toml",
        "extend = '../copydesk.toml'\nrule-folders = ['more']\nselect = ['cod']",
    )
    side.write("ignores.toml", entry(file="inner/b.txt", rule="cod", text="cod", reason="why"))
    result = side.check("a.txt", "inner/b.txt")
    assert "cod: cod" not in result.found
    assert result.json["summary"]["suppressed"] == 1
    assert result.json["complete"]


def test_many_entries_and_findings(side: Desk) -> None:
    entries = [
        entry(file="a.txt", rule="herring", text=f"no {number}", reason="why")
        for number in range(1_000)
    ]
    side.write("ignores.toml", "".join(entries))
    side.write("a.txt", "A herring.\n\n" * 1_000)
    result = side.check("a.txt")
    assert len(messages(result)) == 1_000
    assert len(result.found) == 2_000
    lines = [f["line"] for f in result.json["findings"] if f["path"] == "ignores.toml"]
    assert lines == list(range(1, 5 * 1_000, 5))


def test_entries_are_placed_in_linear_time(side: Desk) -> None:
    short, long = (seconds_to_place_entries(side, times) for times in (250, 4_000))
    assert long < 32 * short + 0.1  # 16 is linear, 256 quadratic


def seconds_to_place_entries(desk: Desk, times: int) -> float:
    one = entry(file="gone.txt", rule="hen", text="hen", reason="why")
    idle = list(read_side_file(desk.write("ignores.toml", one * times)).idle())
    start = time.process_time()
    spans = [entry.span for entry, _ in idle]
    assert [span.start for span in spans] == list(range(0, len(one) * times, len(one)))
    return time.process_time() - start
