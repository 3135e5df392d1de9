"""Makes the table of misspellings, and of words that are none though they look like it.

    python -m training.spellings SHARED CODESPELL SCOWL TERMS

`CODESPELL` is the wheel of codespell, whose list of misspellings goes back to Wikipedia's, `SCOWL`
the folder of the word lists of Kevin Atkinson (`final/`, or where Debian's package scowl puts it),
`TERMS` the package @cspell/dict-software-terms of npm. Reads Wikipedia (the articles for training),
posts, novels and addresses for how frequent words are, writes `lint/copydesk/data/spellings.txt.z`
and prints the figures for its card.

A word is common if the texts have it `COMMON` times. A misspelling is dropped where it is or may be
a word: where the smaller lists of SCOWL or several articles have it, where it is a regular form of
a word, or like three words at once.
"""

import gzip
import re
import sys
import tarfile
import zipfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from string import ascii_lowercase
from typing import NamedTuple

from copydesk.analysis.phrasing.spellings import FILE, Spellings, shape, write
from copydesk.analysis.phrasing.unknown_words import is_in_no_table, is_plain
from copydesk.segment import tokenize

from training.corpus import (
    SENTENCES,
    WIKIPEDIA,
    Part,
    digest,
    part_of,
    read_articles,
    read_sentences,
)

OUTPUT = Path("lint/copydesk") / FILE
LIST = "codespell_lib/data/dictionary.txt"
TERMS = re.compile(r"package/dict/.*\.txt(\.gz)?")
COMMON = 10
SHORTEST_COMMON = 4
PLAIN = 60
"""The level of SCOWL up to which words are in ordinary use."""

LARGEST = 70
"""The level of SCOWL up to which a word is surely one; beyond it there are misspellings, too."""

DOUBTS = 1
"""In how many articles a word may stand and be a misspelling all the same."""

INSISTED = 3
"""How often an article has a word that is no slip."""

OFTEN = 1_000
"""How much more frequent a word is than a misspelling of it."""

MOST_MEANT = 2
"""How many words a misspelling may stand for."""

ENDINGS = ("s", "ed", "ing", "er")
"""What makes a regular form of a word."""

SHORT = frozenset("adn hte teh".split())
"""Misspellings of fewer than four letters that are nothing else."""

CONTRACTED = {
    word.replace("'", ""): word
    for word in (
        "aren't couldn't didn't doesn't don't hadn't hasn't haven't isn't mustn't shouldn't wasn't"
        " weren't wouldn't i've they'll they're they've we've you'll you're you've"
    ).split()
}
"""Misspellings that are listed whatever the counts say."""

LEFT_OUT = frozenset(
    # Words of two hundred years ago, and of other languages.
    "critick logick magick musick publick physick topick traffick"
    " adventus collum monstrum"
    # Spelt by ear on purpose.
    " becoz becuz bilt brite enuf hokay skool tawk"
    # Used, whatever the lists say.
    " brane klick relly transferrin unconference".split()
)


class Counts(NamedTuple):
    """How often words in lower case are met.

    Attributes:
        times: How often each is.
        articles: In how many articles of Wikipedia.
        terms: Those that one article insists on.
    """

    times: Counter[str]
    articles: Counter[str]
    terms: AbstractSet[str]


def count(shared: Path) -> Counts:
    """Counts the words of the texts."""
    times, articles, terms = Counter[str](), Counter[str](), set[str]()
    for article in read_articles(shared / WIKIPEDIA):
        if part_of(article.id) is Part.TRAIN:
            words = Counter(_plain_words("\n".join(article.paragraphs)))
            times.update(words)
            articles.update(words.keys())
            terms.update(word for word, often in words.items() if often >= INSISTED)
    for name in SENTENCES:
        for sentence in read_sentences(shared / name):
            times.update(_plain_words(sentence))
    return Counts(times, articles, terms)


def _plain_words(text: str) -> list[str]:
    return list(filter(is_plain, tokenize(text).texts))


def scowl(folder: Path) -> dict[str, int]:
    """The words of SCOWL in lower case, each with the lowest level of the lists that have it."""
    levels: dict[str, int] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix[1:].isdecimal():
            level = int(path.suffix[1:])
            for word in path.read_text("latin-1").lower().split():
                levels[word] = min(level, levels.get(word, level))
    return levels


def terms(package: Path) -> Iterator[str]:
    """The terms of programmers in a package of npm, their parts one by one."""
    with tarfile.open(package) as files:
        for member in files.getmembers():
            file = files.extractfile(member) if TERMS.fullmatch(member.name) else None
            if file is not None:
                data = file.read()
                text = gzip.decompress(data) if member.name.endswith(".gz") else data
                yield from re.findall(r"[a-z]+", text.decode().lower())


def misspellings(wheel: Path) -> Iterator[tuple[str, list[str]]]:
    """The list of codespell: misspellings of plain letters, and what they stand for."""
    with zipfile.ZipFile(wheel) as files:
        lines = files.read(LIST).decode().splitlines()
    for line in lines:
        wrong, _, right = line.partition("->")
        meant = [one.strip() for one in right.split(",") if one.strip()]
        yield wrong, [one for one in meant if is_plain(one.replace(" ", "").replace("'", ""))]


def common_words(counts: Counts, levels: Mapping[str, int]) -> list[str]:
    """The common words, the most frequent first."""
    known = {word for word, level in levels.items() if level <= PLAIN}
    return [
        word
        for word, times in counts.times.most_common()
        if times >= COMMON and len(word) >= SHORTEST_COMMON and word in known
    ]


def rare_words(common: Sequence[str], known: Iterable[str]) -> list[str]:
    """The known words of no table that would be taken for one of the common."""
    pool = {word for word in known if is_plain(word) and is_in_no_table(word)}
    alike = {near for word in common for near in edits(word) if near in pool}
    bare = Spellings({}, by_shape(common), {})
    return sorted(word for word in alike if bare.meant(word))


def edits(word: str) -> Iterator[str]:
    """What one edit makes of a word."""
    for at in range(len(word)):
        start, rest = word[:at], word[at:]
        yield start + rest[1:]
        yield start + rest[1:2] + rest[0] + rest[2:]
        yield from (start + letter + rest[1:] for letter in ascii_lowercase)
        yield from (start + letter + rest for letter in ascii_lowercase)
    yield from (word + letter for letter in ascii_lowercase)


def listed(
    found: Iterable[tuple[str, list[str]]], counts: Counts, levels: Mapping[str, int]
) -> dict[str, str]:
    """The misspellings to keep."""
    known = {word for word, level in levels.items() if level <= LARGEST} | LEFT_OUT
    kept: dict[str, str] = {}
    for wrong, meant in found:
        frequency = max((_frequency(one, counts) for one in meant), default=0)
        usable = is_plain(wrong) and (len(wrong) >= SHORTEST_COMMON or wrong in SHORT)
        doubted = (
            counts.articles[wrong] > DOUBTS
            or wrong in counts.terms
            or counts.times[wrong] * OFTEN > frequency
            or not 0 < len(meant) <= MOST_MEANT
            or _is_regular(wrong, meant[0], known)
        )
        if usable and frequency >= COMMON and not doubted and wrong not in known:
            kept[wrong] = ",".join(one.replace(" ", "_") for one in meant)
    return kept


def _is_regular(wrong: str, meant: str, known: AbstractSet[str]) -> bool:
    """Whether it is a word with an ending that what it stands for has not: “untils”."""
    return any(
        wrong.endswith(ending)
        and wrong.removesuffix(ending) in known
        and not meant.endswith(ending)
        for ending in ENDINGS
    )


def _frequency(meant: str, counts: Counts) -> int:
    """How often a word is met, of several the rarest; those with an apostrophe are common."""
    return min(counts.times[word] if "'" not in word else COMMON for word in meant.split())


def by_shape(words: Iterable[str]) -> dict[str, str]:
    """Words in lines by their shape, with a blank before and after each."""
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        lines[shape(word)].append(word)
    return {key: f" {' '.join(some)} " for key, some in lines.items()}


def main(shared: Path, wheel: Path, folder: Path, package: Path) -> None:
    counts, levels = count(shared), scowl(folder)
    common = common_words(counts, levels)
    met = (word for word, times in counts.articles.items() if times > DOUBTS)
    rare = rare_words(common, {*levels, *met, *counts.terms, *terms(package), *LEFT_OUT})
    made = Spellings({}, by_shape(common), by_shape(rare))
    kept = listed(misspellings(wheel), counts, levels)
    told = {w for w, right in kept.items() if made.meant(w)[:1] == (right.partition(",")[0],)}
    rest = {wrong: right for wrong, right in kept.items() if wrong not in told} | CONTRACTED
    text = write(made._replace(listed=rest))
    OUTPUT.write_bytes(zlib.compress(text.encode("ascii"), 9))
    print(f"{len(common):,} common words, {len(rare):,} rare ones, {len(rest):,} misspellings")
    print(f"{len(told):,} misspellings of the list are told without it")
    print(f"{len(text):,} characters, {OUTPUT.stat().st_size:,} bytes")
    for path in (OUTPUT, wheel, package):
        print(f"{digest(path)}  {path.name}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
