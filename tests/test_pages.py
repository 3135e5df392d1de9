"""Rule pages: what is read from one, and what is a fault of it."""

from collections.abc import Iterator

import pytest
from copydesk import Rule, Span
from copydesk.errors import CopydeskError
from copydesk.markup import Format
from copydesk.pages import Example, examples, faults, page_text
from copydesk.registry import Registry, builtin_rules, rules_in_folder
from desk import Desk

HEAD = "# herring\n\nA fish.\n\n"
FLAGGED = "## Flagged\n\n```article\nA [[herring]].\n```\n\n"
ACCEPTED = "## Accepted\n\n```article\nA cod.\n```\n\n"
OPTIONS = "## Options\n\n`words`, `longest`, `share`, `loud`, `note`.\n"


class Shelf:
    """A rule with a page to be tried."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._registry = rules_in_folder(desk.folder / "rules")

    @property
    def rule(self) -> type[Rule]:
        return self._registry["herring"]

    def read(self, page: str) -> list[Example]:
        """The examples on a page."""
        self._desk.write("rules/herring.md", page)
        return list(examples(self.rule))

    def faults(self, page: str) -> list[str]:
        """The faults of a page, without the name of the file."""
        path = self._desk.folder / self._desk.write("rules/herring.md", page)
        everything = Registry([*builtin_rules().values(), self.rule])
        return list(self._without(str(path), faults(self.rule, everything)))

    @staticmethod
    def _without(path: str, said: Iterator[str]) -> Iterator[str]:
        for fault in said:
            assert fault.startswith(f"{path}:")
            yield fault.removeprefix(f"{path}:").strip()


@pytest.fixture
def shelf(desk: Desk) -> Shelf:
    """A rule that flags the word herring."""
    desk.rule("herring")
    return Shelf(desk)


def article(text: str, section: str = "Flagged", info: str = "") -> str:
    return f"{HEAD}## {section}\n\n```article{info}\n{text}\n```\n"


# Examples


def test_an_example(shelf: Shelf) -> None:
    (example,) = shelf.read(article("A [[herring]], a [[herring]]."))
    text = "A herring, a herring.\n"
    assert example == Example("Flagged", text, (Span(2, 9), Span(13, 20)), Format.PLAIN, {}, (), 7)


@pytest.mark.parametrize(
    ("marked", "text", "marks"),
    [
        ("[[all]]", "all", [(0, 3)]),
        ("a [[b [[c]] d]] e", "a b c d e", [(2, 7), (4, 5)]),
        ("[[[[a]] b]]", "a b", [(0, 1), (0, 3)]),
        ("[[a]][[b]]", "ab", [(0, 1), (1, 2)]),
        ("[[a\n\nb]]", "a\n\nb", [(0, 4)]),
        ("[[東京]] \U0001f41f", "東京 \U0001f41f", [(0, 2)]),
        ("[a](b) and [x]", "[a](b) and [x]", []),
    ],
)
def test_marks(shelf: Shelf, marked: str, text: str, marks: list[tuple[int, int]]) -> None:
    (example,) = shelf.read(article(marked))
    assert example.text == f"{text}\n"
    assert list(example.marks) == marks


@pytest.mark.parametrize("marked", ["a [[b", "a b]]", "]]a[[", "[[a]] b]]", "[[[[a]]"])
def test_marks_that_do_not_close(shelf: Shelf, marked: str) -> None:
    with pytest.raises(
        CopydeskError, match=r"herring\.md:7: (\]\] without \[\[|\[\[ without \]\])"
    ):
        shelf.read(article(marked))


def test_options_in_the_info_string(shelf: Shelf) -> None:
    info = ' format=markdown longest=3 share=0.5 loud=true note=-x words=["a","b"] with="hen,trout"'
    with pytest.raises(CopydeskError, match="'note=-x' is not an option"):
        shelf.read(article("x", info=info))
    (example,) = shelf.read(article("x", info=info.replace("note=-x", 'note="-x" require-it=no')))
    assert example.markup == Format.MARKDOWN
    assert example.beside == ("hen", "trout")
    assert example.options == {
        "longest": 3, "share": 0.5, "loud": True, "note": "-x", "words": ["a", "b"],
        "require-it": "no",
    }  # fmt: skip


@pytest.mark.parametrize("format_", ["plain", "markdown", "html", '"html"'])
def test_formats(shelf: Shelf, format_: str) -> None:
    (example,) = shelf.read(article("x", info=f" format={format_}"))
    assert example.markup == format_.strip('"')


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (article("x", info=" format=pdf"), "herring.md:7: 'pdf' is no format"),
        (article("x", info=" longest"), "herring.md:7: 'longest' is not an option"),
        (article("x", info=" =3"), "herring.md:7: '=3' is not an option"),
        (article("x", "Wrong"), "herring.md:7: an article stands under 'Wrong'"),
        (f"{HEAD}```article\nx\n```\n", "herring.md:5: an article stands under ''"),
    ],
)
def test_a_page_that_cannot_be_read(shelf: Shelf, page: str, said: str) -> None:
    with pytest.raises(CopydeskError) as error:
        shelf.read(page)
    assert said in str(error.value)


def test_sections_hold_until_the_next(shelf: Shelf) -> None:
    page = f"{FLAGGED}{FLAGGED[12:]}### Inner\n\n{FLAGGED[12:]}{ACCEPTED}"
    assert [example.section for example in shelf.read(page)] == ["Flagged"] * 3 + ["Accepted"]


def test_other_fences_are_no_examples(shelf: Shelf) -> None:
    page = "```python\nx\n```\n\n```articles\nx\n```\n\n    ```article\n    x\n"
    assert shelf.read(FLAGGED + page) == shelf.read(FLAGGED)


def test_an_example_may_hold_a_fence(shelf: Shelf) -> None:
    page = "## Flagged\n\n````article format=markdown\n```\ncode\n```\n\nA [[herring]].\n````\n"
    (example,) = shelf.read(page)
    assert example.text == "```\ncode\n```\n\nA herring.\n"


def test_an_empty_example(shelf: Shelf) -> None:
    (example,) = shelf.read("## Accepted\n\n```article\n```\n")
    assert example.text == ""


def test_line_ends_of_the_page_do_not_matter(shelf: Shelf) -> None:
    page = FLAGGED + ACCEPTED
    assert shelf.read(page.replace("\n", "\r\n")) == shelf.read(page)


# Faults


def test_a_page_without_fault(shelf: Shelf) -> None:
    assert shelf.faults(HEAD + FLAGGED + ACCEPTED + OPTIONS) == []


@pytest.mark.parametrize(
    ("flagged", "expected"),
    [
        ("A [[herring]] and a herring.", ["7: 'herring' is found, but not marked"]),
        ("A [[herring]] and a [[cod]].", ["7: 'cod' is not found"]),
        ("A [[herring and]] a cod.",
         ["7: 'herring and' is not found", "7: 'herring' is found, but not marked"]),
        ("A [[[[herring]]]].", ["7: 'herring' is not found"]),
        ("A herring.",
         ["7: marks do not go with '## Flagged'", "7: 'herring' is found, but not marked"]),
        ("A cod.", ["7: marks do not go with '## Flagged'"]),
    ],
)  # fmt: skip
def test_marks_must_be_what_is_found(shelf: Shelf, flagged: str, expected: list[str]) -> None:
    page = HEAD + FLAGGED.replace("A [[herring]].", flagged) + ACCEPTED + OPTIONS
    assert shelf.faults(page) == expected


def test_what_is_accepted_has_no_marks_and_no_findings(shelf: Shelf) -> None:
    page = HEAD + FLAGGED + ACCEPTED.replace("cod", "[[herring]]") + OPTIONS
    assert shelf.faults(page) == ["13: marks do not go with '## Accepted'"]
    page = HEAD + FLAGGED + ACCEPTED.replace("cod", "herring") + OPTIONS
    assert shelf.faults(page) == ["13: 'herring' is found, but not marked"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A [[cod]].", []),
        ("A [[herring]].", ["23: 'herring' is found now"]),
        ("A [[cod]], a herring.", ["23: 'herring' is found, but not marked"]),
        ("A cod.", ["23: marks do not go with '## Known misses'"]),
    ],
)
def test_a_known_miss_must_still_be_missed(shelf: Shelf, text: str, expected: list[str]) -> None:
    page = f"{HEAD}{FLAGGED}{ACCEPTED}{OPTIONS}\n## Known misses\n\n```article\n{text}\n```\n"
    assert shelf.faults(page) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A [[herring]].", []),
        ("A [[cod]].", ["23: 'cod' is not found"]),
        ("A cod.", ["23: marks do not go with '## Known false alarms'"]),
    ],
)
def test_a_known_false_alarm_must_still_be_raised(
    shelf: Shelf, text: str, expected: list[str]
) -> None:
    page = f"{HEAD}{FLAGGED}{ACCEPTED}{OPTIONS}\n## Known false alarms\n\n```article\n{text}\n```\n"
    assert shelf.faults(page) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (FLAGGED + ACCEPTED + OPTIONS, ["1: the title is not '# herring'"]),
        ("# trout\n\n" + FLAGGED + ACCEPTED + OPTIONS, ["1: the title is not '# herring'"]),
        (HEAD + ACCEPTED + OPTIONS, ["no article stands under '## Flagged'"]),
        (HEAD + FLAGGED + OPTIONS, ["no article stands under '## Accepted'"]),
        (HEAD + FLAGGED + ACCEPTED + OPTIONS.replace("`loud`", "loud"),
         ["the option `loud` is not explained"]),
    ],
)  # fmt: skip
def test_what_a_page_must_have(shelf: Shelf, page: str, expected: list[str]) -> None:
    assert shelf.faults(page) == expected


@pytest.mark.parametrize(
    ("info", "expected"),
    [
        (" longest=6", ["7: 'herring' is not found"]),
        (" longest=7", []),
        (" longst=7", ["7: rule herring has no option 'longst'; did you mean 'longest'?"]),
        (" longest=x", ["7: herring.longest must be of type int, not 'x'"]),
        (" with=hen", ["7: no rule is called 'hen'"]),
        (" with=doubled-word", []),
        (" format=html", []),
    ],
)
def test_options_are_those_of_the_rule(shelf: Shelf, info: str, expected: list[str]) -> None:
    page = HEAD + FLAGGED.replace("article", f"article{info}") + ACCEPTED + OPTIONS
    assert shelf.faults(page) == expected


def test_findings_of_the_rules_beside_do_not_count(shelf: Shelf) -> None:
    flagged = FLAGGED.replace("article", "article with=doubled-word").replace(
        "A [[", "It saw the the [["
    )
    assert shelf.faults(HEAD + flagged + ACCEPTED + OPTIONS) == []


def test_a_crash_is_a_fault(desk: Desk) -> None:
    desk.rule("herring", extra="{'confidence': 2}")
    shelf = Shelf(desk)
    said = shelf.faults(HEAD + FLAGGED + ACCEPTED + OPTIONS)
    assert said[0].startswith("7: the rule herring crashed: ValueError: a confidence of 2")
    assert said[1:] == ["7: 'herring' is not found"]


def test_a_missing_page(shelf: Shelf) -> None:
    with pytest.raises(CopydeskError, match=r"rule herring has no page .*/rules/herring\.md"):
        page_text(shelf.rule)
