"""The rules on references without an antecedent, beyond what their pages show."""

import time

import pytest
from copydesk import Document, Rule
from copydesk.markup import Format, read_text
from copydesk.options import build_rule
from copydesk.registry import builtin_rules

NAMES = ("counted-reference", "dangling-following", "unexpanded-acronym", "definite-first-mention")
RULES = {name: builtin_rules()[name]() for name in NAMES}
COUNTED, FOLLOWING, ACRONYM, DEFINITE = RULES.values()

COUNTS: dict[str, tuple[str, list[str]]] = {
    "nobody": ("The roof leaks. The two men were late.", ["The two men"]),
    "one": ("Ana Brook came. The two women were late.", ["The two women"]),
    "two": ("Ana Brook met Lee Strand. The two women were late.", []),
    "a name and a noun": ("Ana Brook met a mayor. The two women were late.", []),
    "one name twice": ("Ana Brook came. Brook left. The two women were late.", ["The two women"]),
    "of three": ("Ana Brook met Lee Strand. The three women were late.", ["The three women"]),
    "a plural": ("The visitors came. The two women were late.", []),
    "the number": ("Two came. The two women were late.", []),
    "they": ("They came. The pair were late.", []),
    "a group": ("The council met the board. Both teams were late.", []),
    "two Koreas": ("South Korea and North Korea met. Both countries were late.", []),
    "too far back": (
        "Ana Brook met Lee Strand. It was late. It was cold. The pair were late.",
        ["The pair"],
    ),
    "explained": ("The roof leaks. The two men who came were late.", []),
    "a name": ("The roof leaks. The Three Sisters were late.", []),
    "a quotation": ("The roof leaks. “The two men were late,” he said.", []),
    "things": ("Rain. The two roofs leak.", []),
}


@pytest.mark.parametrize(("text", "expected"), COUNTS.values(), ids=list(COUNTS))
def test_counts(text: str, expected: list[str]) -> None:
    assert _found(COUNTED, text) == expected


def test_what_was_counted_is_shown() -> None:
    document = read_text("Ana Brook came.\n\nThe two women were late.\n")
    (finding,) = COUNTED.check(document)
    assert finding.message == "“The two women” refers to 2, and there is only 1 before it"
    assert [document.source[slice(*one.span)] for one in finding.related] == ["Brook"]


ENDS: dict[str, tuple[str, list[str]]] = {
    "nothing": ("Bring the following:", ["the following"]),
    "a list": ("Bring the following:\n\n* tea", []),
    "a paragraph": ("Bring the following:\n\nTea and bread.", []),
    "code": ("Type the following:\n\n    make", []),
    "an image": ("They are as follows:\n\n![a](b.png)", []),
    "something unknown": ("They are as follows:\n\n{% include list.html %}", []),
    "the next section": ("It is as follows.\n\n## Rain", ["as follows"]),
    "a section of its own": ("It is as follows.\n\n### Rain", []),
    "a stop": ("The following is the menu.", ["The following"]),
    "a time": ("It rained the following day.", []),
    "more of the sentence": ("Bring the following: tea and bread.", []),
    "a table": ("See the table below.", ["the table below"]),
    "a form": ("Tell us in the comments below.", []),
    "a smiley": ("Happy reading :books:", []),
}


@pytest.mark.parametrize(("text", "expected"), ENDS.values(), ids=list(ENDS))
def test_what_follows(text: str, expected: list[str]) -> None:
    assert (
        _found(FOLLOWING, f"# Library\n\nIt opens.\n\n## Tea\n\n{text}", Format.MARKDOWN)
        == expected
    )


ACRONYMS: dict[str, tuple[str, list[str]]] = {
    "no expansion": ("The QTX met. We saw the QTX.", ["QTX"]),
    "once": ("The QTX met.", []),
    "the plural": ("The QTX met. Two of QTXs left.", ["QTX"]),
    "in brackets": ("The Queen’s Tax (QTX) rose. We paid QTX and QTX.", []),
    "before brackets": ("QTX (the Queen’s Tax) rose. We paid QTX.", []),
    "initials": ("The quaint text exhibit met. We left the QTE. So did QTE.", []),
    "initials without small words": (
        "The Queen of Tax and Eels came. Then QTE won, QTE.",
        [],
    ),
    "initials of a compound": ("The quick-text exhibit met. We left QTE. So did QTE.", []),
    "two letters": ("Quite true. Then QT won. So did QT.", ["QT"]),
    "two letters in capitals": ("Quinn Town won. Then QT won. So did QT.", []),
    "a definition": ("QTX: a tax\n\nWe paid the QTX.", []),
    "an explanation": ("QTX stands for a tax. We paid the QTX.", []),
    "an abbreviation of the markup": ("We paid <abbr title='tax'>QTX</abbr> and QTX.", []),
    "a link": ("We paid [QTX](tax.html) and QTX.", []),
    "a noun before": ("We paid the tax QTX, then QTX.", []),
    "a part of a name": ("QTX Holdings rose. We own QTX.", []),
    "a numeral": ("Part XIV is long. So is XIV.", []),
    "a model": ("The QTX 20 is fast. So is the QTX-30.", []),
    "shouting": ("STOP THE QTX NOW. STOP THE QTX NOW.", []),
    "known": ("The EU met. We saw the EU.", []),
    "code": ("We saw `QTX` and `QTX`.", []),
}


@pytest.mark.parametrize(("text", "expected"), ACRONYMS.values(), ids=list(ACRONYMS))
def test_acronyms(text: str, expected: list[str]) -> None:
    assert _found(ACRONYM, text, Format.MARKDOWN) == expected


def test_uses_and_allowed_acronyms() -> None:
    document = read_text("The QTX met the ZVB. We saw the QTX, and then the QTX.\n")
    rule = builtin_rules()["unexpanded-acronym"]
    for options, expected in (
        ({"uses": 1}, 2),
        ({"uses": 4}, 0),
        ({"uses": 1, "allowed": ["QTX"]}, 1),
    ):
        assert len(list(build_rule(rule, options).check(document))) == expected


DEFINITES: dict[str, tuple[str, list[str]]] = {
    "no mention": ("It rained. The valley was wet.", ["The valley"]),
    "a mention": ("A valley lay there. The valley was wet.", []),
    "a plural before": ("It had valleys. The valley was wet.", []),
    "a mention in the headline": ("Rain in valley\n\nIt rained. The valley was wet.", []),
    "a mention after": ("The valley was wet. A valley is low.", ["The valley"]),
    "explained": ("It rained. The valley of the Lee was wet.", []),
    "an adjective": ("It rained. The wet valley was green.", []),
    "a noun that needs no mention": ("It rained. The government was wet.", []),
    "a quotation": ("It rained. “The valley was wet,” he said.", []),
    "these": ("It rained. These hedges were wet.", ["These hedges"]),
    "both": ("It rained. Both hedges were wet.", ["Both hedges"]),
    "general": ("It rained. These issues were old.", []),
}


@pytest.mark.parametrize(("text", "expected"), DEFINITES.values(), ids=list(DEFINITES))
def test_definites(text: str, expected: list[str]) -> None:
    assert _found(DEFINITE, text) == expected


HOSTILE = (
    "The two men. ",
    "both ",
    "the other ",
    "All two all ",
    "the pair of\n\n",
    "the latter, ",
    "# The latter had it\n\n",
    "as follows ",
    "QTX (ZVB) ",
    "the valley, these ",
    "\n\n\n QTX",
    "the following",
    "the following:\n\n## A\n\n",
)


@pytest.mark.parametrize("name", RULES)
@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_linear(name: str, unit: str) -> None:
    short, long = (_seconds(RULES[name], unit * (n // len(unit))) for n in (5_000, 20_000))
    assert long < 10 * short + 0.1


def _seconds(rule: Rule, text: str) -> float:
    document = read_text(text, markup=Format.MARKDOWN)
    document.sentences  # noqa: B018  made here, so that it is not timed
    start = time.process_time()
    list(rule.check(document))
    return time.process_time() - start


def _found(rule: Rule, text: str, markup: Format = Format.PLAIN) -> list[str]:
    document: Document = read_text(f"{text}\n", markup=markup)
    return [document.source[slice(*finding.span)] for finding in rule.check(document)]
