"""Reads files: bytes to text, text to a `Document`, by the markup the file is written in."""

from dataclasses import replace
from enum import StrEnum
from importlib import import_module
from pathlib import Path, PurePath
from typing import Protocol, cast

from copydesk.document import Document, Layout
from copydesk.errors import CopydeskError, UnreadableError
from copydesk.markup.encoding import decode


class Format(StrEnum):
    """A markup that copydesk reads; the module of the same name in this package reads it."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    HTML = "html"
    RST = "rst"


SUFFIXES = {
    ".txt": Format.PLAIN,
    ".text": Format.PLAIN,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".mdx": Format.MARKDOWN,
    ".qmd": Format.MARKDOWN,
    ".rmd": Format.MARKDOWN,
    ".rst": Format.RST,
    ".rest": Format.RST,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
}
"""The file name endings that a directory is searched for. Any other file is read as plain text."""


class Reader(Protocol):
    """A module of this package: it lays one markup out."""

    def read(self, source: str) -> Layout:
        """The blocks and comments of `source`. Never raises, whatever the text."""
        ...


def format_of(path: str) -> Format:
    """The markup that a file of this name is read as."""
    return SUFFIXES.get(PurePath(path).suffix.lower(), Format.PLAIN)


def read_text(
    source: str, path: str = "<text>", markup: Format | None = None, notes: tuple[str, ...] = ()
) -> Document:
    """The document that `source` is, in the markup given or else the one `path` is named for."""
    # Imported by name so that a run over plain text never loads an HTML parser.
    reader = cast("Reader", import_module(f"copydesk.markup.{markup or format_of(path)}"))
    document = Document.from_layout(source, reader.read(source), path, notes)
    if source.strip() and not document.prose:
        # A page of scripts must not look like a clean article.
        return replace(document, notes=(*notes, "holds no prose, so there was nothing to check"))
    return document


def read_bytes(data: bytes, path: str) -> Document:
    """The document in a file's bytes.

    Raises:
        UnreadableError: The bytes are not text.
    """
    try:
        source, notes = decode(data)
    except CopydeskError as error:
        raise UnreadableError(path, str(error)) from error
    return read_text(source, path, notes=notes)


def read_file(path: Path) -> Document:
    """The document in a file.

    Raises:
        UnreadableError: The file cannot be read or is not text.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableError(str(path), f"cannot be read: {error.strerror}") from error
    return read_bytes(data, str(path))
