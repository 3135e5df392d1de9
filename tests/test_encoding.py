"""Bytes to text."""

import codecs

import pytest
from copydesk.errors import CopydeskError
from copydesk.markup import read_bytes
from copydesk.markup.encoding import decode
from hypothesis import given
from hypothesis import strategies as st

TEXT = "Über “naïve” cafés — 😀\r\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_unicode_is_read_without_its_mark(mark: bytes, encoding: str) -> None:
    assert decode(mark + TEXT.encode(encoding)) == (TEXT, ())


def test_only_the_first_mark_goes() -> None:
    assert decode(codecs.BOM_UTF8 * 2 + b"a")[0] == "\ufeffa"


def test_any_other_text_is_windows_1252_and_says_so() -> None:
    text, notes = decode("It’s a café".encode("cp1252"))
    assert text == "It’s a café"
    assert notes == ("is not UTF-8 (byte 2); read as Windows-1252",)


def test_a_fault_does_not_change_how_the_rest_is_read() -> None:
    data = "“It’s a café.”".encode() + b"\xa1"
    note = "is damaged UTF-8 (first at byte 21); U+FFFD stands for the faults"
    assert decode(data) == ("“It’s a café.”\ufffd", (note,))
    assert decode(codecs.BOM_UTF8 + b"caf\xe9")[0] == "caf\ufffd"


@pytest.mark.parametrize(
    "data",
    [b"GIF89a\0\1", b"\x81\x8d", codecs.BOM_UTF16_LE + b"a"],
    ids=["NUL", "unassigned", "half a unit"],
)
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(CopydeskError, match="text"):
        decode(data)


@given(st.binary(max_size=80))
def test_text_or_an_error(data: bytes) -> None:
    try:
        text, notes = decode(data)
    except CopydeskError:
        return
    assert isinstance(text, str)
    assert len(notes) <= 1
    assert read_bytes(data, "a.txt").source == text


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_utf8_comes_back_as_it_is(text: str) -> None:
    assert decode(text.encode())[0] == text.removeprefix("\ufeff")
