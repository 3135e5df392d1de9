"""The texts held to be clean, on which false alarms are counted and which are damaged."""

from collections.abc import Iterator
from enum import StrEnum
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from copydesk import Document
from copydesk.markup import SUFFIXES, read_bytes

from training.corpus import WIKIPEDIA, Article, Part, part_of, read_articles
from training.insertions import plain

BBC = "corpora/measure-only/bbc.jsonl.xz"
ENCYCLOPAEDIA_SIZE = 2_000


class Half(StrEnum):
    """Rules are tuned on one half of the texts and reported on the other as well."""

    DEV = "dev"
    TEST = "test"


class Text(NamedTuple):
    """An article as it is kept; `key` is what its half is told by, its file's name or its id."""

    name: str
    key: str
    data: bytes

    @property
    def half(self) -> Half:
        """Half of all texts, by a hash of the key."""
        return Half.TEST if sha256(self.key.encode()).digest()[0] % 2 else Half.DEV

    def read(self) -> Document:
        """The document that it is."""
        return read_bytes(self.data, self.name)


class Corpus(NamedTuple):
    """Clean texts of one origin."""

    name: str
    texts: tuple[Text, ...]

    @property
    def digest(self) -> str:
        """The first digits of a hash of all names and contents."""
        total = sha256()
        for text in self.texts:
            total.update(f"{text.name}\0{sha256(text.data).hexdigest()}\n".encode())
        return total.hexdigest()[:12]


def clean_corpora(shared: Path, limit: int | None = None) -> tuple[Corpus, ...]:
    """All clean texts under the data folder, or `limit` of each origin, chosen by their hash."""
    material = shared / "material"
    return tuple(
        Corpus(name, tuple(islice(sorted(texts, key=_by_hash), limit)))
        for name, texts in (
            ("clean-news", _files(material / "clean-news")),
            ("clean-markdown", _files(material / "clean-markdown")),
            ("encyclopaedia", _encyclopaedia(shared / WIKIPEDIA)),
            ("bbc", _bbc(shared / BBC)),
        )
    )


def _by_hash(text: Text) -> tuple[bytes, str]:
    return sha256(text.key.encode()).digest()[::-1], text.name  # the first byte tells the half


def _files(folder: Path) -> Iterator[Text]:
    """The files in a folder of the kinds that copydesk looks for."""
    for path in folder.rglob("*"):
        if path.suffix in SUFFIXES and path.is_file():
            name = path.relative_to(folder.parent).as_posix()
            yield Text(name, path.name, path.read_bytes())


def _encyclopaedia(path: Path) -> Iterator[Text]:
    """Articles that took no part in making a table, as plain text."""
    unused = [article for article in read_articles(path) if part_of(article.id) is Part.TEST]
    unused.sort(key=lambda article: sha256(article.id.encode()).digest()[::-1])
    for article in unused[:ENCYCLOPAEDIA_SIZE]:
        yield _text("encyclopaedia", article, plain(article.title, article.paragraphs))


def _bbc(path: Path) -> Iterator[Text]:
    for article in read_articles(path):
        yield _text("bbc", article, "\n\n".join((article.title, *article.paragraphs)))


def _text(corpus: str, article: Article, text: str) -> Text:
    return Text(f"{corpus}/{article.id}.txt", article.id, text.encode())
