"""Turns a file's bytes into text, or says that they are not text."""

import codecs

from copydesk.errors import CopydeskError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of `data`, without a byte order mark, and notes for the user.

    A byte order mark decides; else strict UTF-8; else Windows-1252, which is what the rest of
    English text on the web is, with a note.

    Raises:
        CopydeskError: The bytes are not text in any of these.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding), ()
    if b"\0" in data:
        raise CopydeskError("is not a text file: it holds NUL bytes")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        note = f"is not UTF-8 (byte {error.start}); read as Windows-1252"
        return _strict(data, "cp1252"), (note,)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = "UTF-8 or Windows-1252" if encoding == "cp1252" else encoding.upper()
        raise CopydeskError(f"is not a text file: not {name} at byte {error.start}") from error
