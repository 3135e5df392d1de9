"""Reads the coreference of GUM: which mentions in an article mean the same."""

import re
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import NamedTuple

ARCHIVE = "corpora/treebanks/gum-coref.tar.xz"

THIRD_PERSON = frozenset(
    "he him his himself she her hers herself it its itself they them their theirs themselves"
    " these those both this that".split()
)
FIRST_AND_SECOND = frozenset(
    "i me my mine myself we us our ours ourselves you your yours yourself yourselves".split()
)

_BRACKET = re.compile(r"(\(?)(\d+)([^()]*)(\)?)")
_SPLIT = re.compile(r"(\d+)<(\d+)")


class Mention(NamedTuple):
    """Words that mean an entity.

    Attributes:
        entity: The number of the entity in its article.
        kind: What GUM takes it for: person, organization, place, object, abstract and so on.
        start: Where its first word begins in the text of its sentence, in code points.
        end: Where its last word ends.
        word: The whole mention in lower case if it is one word, else empty.
        is_pronoun: Whether it is a third-person pronoun or a demonstrative.
    """

    entity: int
    kind: str
    start: int
    end: int
    word: str
    is_pronoun: bool

    @property
    def is_speaker(self) -> bool:
        """Whether it means who speaks or is spoken to."""
        return self.word in FIRST_AND_SECOND


class Sentence(NamedTuple):
    """A sentence, the number of the paragraph it stands in, and what it mentions, in order."""

    text: str
    paragraph: int
    mentions: tuple[Mention, ...]


class Article(NamedTuple):
    """An article with its coreference.

    Attributes:
        name: The name of its file.
        genre: Its genre, such as `news`.
        sentences: All its sentences, headings too.
        parts: For an entity that is several (“they”), the entities that it is made of.
    """

    name: str
    genre: str
    sentences: tuple[Sentence, ...]
    parts: Mapping[int, frozenset[int]]

    def members(self, entity: int) -> frozenset[int]:
        """An entity and what it is made of."""
        return self.parts.get(entity, frozenset()) | {entity}


def read_coreference(shared: Path, genres: frozenset[str]) -> Iterator[Article]:
    """The articles of GUM in some genres, by name."""
    with tarfile.open(shared / ARCHIVE) as archive:
        members = {Path(member.name).name: member for member in archive if member.isfile()}
        for name, member in sorted(members.items()):
            genre = name.split("_")[1]
            file = archive.extractfile(member)
            if name.startswith("GUM_") and genre in genres and file is not None:
                yield parse(Path(name).stem, genre, TextIOWrapper(file, "utf-8"))


def parse(name: str, genre: str, lines: Iterable[str]) -> Article:
    """The article in the lines of a CoNLL-U file."""
    sentences: list[Sentence] = []
    parts: defaultdict[int, set[int]] = defaultdict(set)
    rows: list[list[str]] = []
    text = ""
    paragraph = -1
    for line in lines:
        cells = line.rstrip("\n").split("\t")
        if line.startswith("# newpar") and not line.startswith("# newpar_block"):
            paragraph += 1
        elif line.startswith("# text = "):
            text = line[9:].rstrip("\n")
        elif cells[0].isdecimal():
            rows.append(cells)
        elif not line.strip() and rows:
            sentences.append(Sentence(text, max(paragraph, 0), tuple(_mentions(text, rows))))
            for whole, part in _split_antecedents(rows):
                parts[whole].add(part)
            rows = []
    return Article(name, genre, tuple(sentences), {k: frozenset(v) for k, v in parts.items()})


def _split_antecedents(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    for row in rows:
        for found in _SPLIT.finditer(_misc(row).get("SplitAnte", "")):
            yield int(found[2]), int(found[1])


def _misc(row: Sequence[str]) -> dict[str, str]:
    return dict(cell.split("=", 1) for cell in row[9].split("|") if "=" in cell)


def _mentions(text: str, rows: Sequence[Sequence[str]]) -> list[Mention]:
    """The mentions that begin and end in the sentence, by their start, the longer first."""
    places = list(_places(text, rows))
    open_: list[tuple[int, str, int]] = []
    found: list[Mention] = []
    for i, row in enumerate(rows):
        for opens, number, rest, closes in _BRACKET.findall(_misc(row).get("Entity", "")):
            if opens:
                open_.append((int(number), rest.split("-")[1] if "-" in rest else "", i))
            if closes or not opens:
                at = next(
                    (k for k in reversed(range(len(open_))) if open_[k][0] == int(number)), -1
                )
                if at >= 0:
                    entity, kind, first = open_.pop(at)
                    found.append(_mention(entity, kind, rows, places, (first, i)))
    return sorted(found, key=lambda mention: (mention.start, -mention.end))


def _mention(
    entity: int,
    kind: str,
    rows: Sequence[Sequence[str]],
    places: Sequence[tuple[int, int]],
    words: tuple[int, int],
) -> Mention:
    first, last = words
    word = rows[first][1].lower() if first == last else ""
    pronoun = word in THIRD_PERSON and rows[first][3] in {"PRON", "DET"}
    return Mention(entity, kind, places[first][0], places[last][1], word, pronoun)


def _places(text: str, rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    """Where each word of a sentence begins and ends in its text."""
    at = 0
    for row in rows:
        found = text.find(row[1], at)
        start = at if found < 0 else found
        at = start + len(row[1])
        yield start, at
