"""The contexts by which confused words are told: how they are written and looked up."""

import pytest
from copydesk.analysis.phrasing.confused_contexts import (
    ANY,
    Context,
    codes,
    find,
    lookalikes,
    read,
    write,
)
from copydesk.document import BREAK
from copydesk.markup import read_text

TABLE = {
    ("its", "it's"): [Context(ANY, "if", "a", ANY), Context(ANY, ANY, "not", "AR")],
    ("form", "from"): [Context("came", "back", ANY, ANY), Context(ANY, ANY, "@", "to")],
    ("there", "their"): [Context(ANY, "of", "S", "."), Context(ANY, ANY, "own", ANY)],
}


def found(text: str) -> list[str]:
    """What is found by the table, with the word it stands for."""
    document = read_text(text)
    return [
        f"{' '.join(document.tokens.texts[one.first : one.end])}: {one.right}"
        for one in find(document, read(write(TABLE)))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We ask if its a boat.", ["if its a: it's"]),
        ("Its not easy to say.", ["Its not easy: it's"]),
        ("He came back form sea.", ["came back form: from"]),
        ("He came back form.", []),
        ("It ran form Oakham to Burley.", ["form Oakham to: from"]),
        ("Many of there cities.", ["of there cities .: their"]),
        ("Many of there cities", ["of there cities: their"]),
        ("there own", ["there own: their"]),
        ("It’s if Its a boat.", []),  # a name
        ("“Its Not Easy” is a song.", []),
        ("Many of there two cities.", []),
        ("its", []),
        ("", []),
    ],
)
def test_a_context_shows_what_a_word_stands_for(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        (BREAK, (".",)),
        (",", (",", ".")),
        ("1,200", ("#",)),
        ("Two", ("two", "#")),
        ("The", ("the",)),
        ("Don’t", ("don't",)),
        ("Oakham", ("@",)),
        ("qwzx", ("qwzx", "?")),
        ("cities", ("cities", "S")),
    ],
)
def test_a_token_is_a_word_and_a_kind(token: str, expected: tuple[str, ...]) -> None:
    assert codes[token] == expected


@pytest.mark.parametrize("text", ["of there " * 20_000, "!?" * 20_000, "\ufffc it's \ufffc"])
def test_odd_texts_are_read(text: str) -> None:
    list(lookalikes(read_text(text)))
