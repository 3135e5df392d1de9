"""Turns a file's bytes into text, or says that they are not text."""

import codecs

from copydesk.errors import CopydeskError
from copydesk.patterns import lazy_pattern

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BEYOND_ASCII = lazy_pattern("[^\0-\x7f\ufffd]")


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of `data`, without a byte order mark, and notes for the user.

    A byte order mark decides; else UTF-8, even with a few faults; else Windows-1252, which is
    what the rest of English text on the web is. Anything but faultless UTF makes a note.

    Raises:
        CopydeskError: The bytes are not text in any of these.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding), ()
    unmarked = data.removeprefix(codecs.BOM_UTF8)
    if b"\0" in unmarked:
        raise CopydeskError("is not a text file: it holds NUL bytes")
    try:
        return unmarked.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        place = f"byte {error.start + len(data) - len(unmarked)}"
        mended = unmarked.decode("utf-8", "replace")
        if len(unmarked) < len(data) or _is_mostly_right(mended):
            return mended, (f"is damaged UTF-8 (first at {place}); U+FFFD stands for the faults",)
        return _strict(data, "cp1252"), (f"is not UTF-8 ({place}); read as Windows-1252",)


def _is_mostly_right(mended: str) -> bool:
    """Whether more characters beyond ASCII were read than faults replaced."""
    return len(_BEYOND_ASCII.findall(mended)) > mended.count("\ufffd")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = "UTF-8 or Windows-1252" if encoding == "cp1252" else encoding.upper()
        raise CopydeskError(f"is not a text file: not {name} at byte {error.start}") from error
