"""Cleans the list of tortured phrases that the Problematic Paper Screener searches for.

    python -m training.tortured_phrases SHARED

Reads the list and the corpora in `SHARED`, writes `lint/copydesk/data/tortured_phrases.txt.z` and
prints the figures for the card beside it. The list holds queries for a search engine: one that
needs or excludes another phrase, the parts of such queries, and phrases found in more papers than
anybody holds for tortured are left out, and so is what stands in the corpora, which are not.
"""

import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from copydesk.analysis.phrasing.tortured_phrases import FILE, forms, pack
from copydesk.segment import tokenize

from training.background import texts
from training.corpus import SENTENCES, WIKIPEDIA, digest

LIST = "lists/tortured_phrases_pps.tsv"
OUTPUT = Path("lint/copydesk") / FILE
MOST_PAPERS = 1000
"""A phrase found in so many papers is the usual name of something in some field."""

_WORDS = re.compile(r"[a-z]+(?:['-][a-z]+)*(?: [a-z]+(?:['-][a-z]+)*)*")
_ASIDE = re.compile(r"\([^)]*\)|\[[^]]*\]|\\?\"")
_UNSURE = re.compile(r"[?/*,:]|\.\.|http|\bor\b|search and replace|sometimes", re.IGNORECASE)


def read_list(path: Path) -> dict[str, str]:
    """The phrases that are searched for alone, and the term that each stands for."""
    phrases: dict[str, str] = {}
    for line in path.read_text("utf-8").splitlines()[1:]:
        phrase, expected, papers = line.split("\t")
        expected = " ".join(_ASIDE.sub(" ", expected).replace("\\&", "and").split())
        if papers and int(papers) < MOST_PAPERS and is_usable(phrase, expected):
            phrases[phrase] = expected
    return phrases


def is_usable(phrase: str, expected: str) -> bool:
    """Whether a phrase is plain words, more than one, and it is known what they stand for."""
    if not _WORDS.fullmatch(phrase) or not re.search("[ -]", phrase):
        return False
    clear = expected and "?" not in expected and not _UNSURE.search(expected)
    return bool(clear) and tokenize(phrase).lowers != tokenize(expected).lowers


def count(shared: Path, phrases: dict[str, str]) -> tuple[Counter[str], Counter[str]]:
    """How often each phrase and each word of a phrase stands in the corpora."""
    by_first: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
    for phrase in phrases:
        words = tokenize(phrase).lowers
        for first in forms(words[0]) if len(words) == 1 else {words[0]}:
            by_first[first].append((words, phrase))
    found, frequencies = Counter[str](), Counter[str]()
    for text in texts(shared):
        words = tokenize(text).lowers
        frequencies.update(words)
        for i, word in enumerate(words):
            for parts, phrase in by_first.get(word, ()):
                there = words[i : i + len(parts)]
                if there[:-1] == parts[:-1] and there[-1] in forms(parts[-1]):
                    found[phrase] += 1
    return found, frequencies


def by_rarest(
    phrases: dict[str, str], frequencies: Counter[str]
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each phrase under its rarest word, in all the forms that this may take."""
    for phrase, expected in sorted(phrases.items()):
        words = tokenize(phrase).lowers
        rarest = min(words, key=lambda word: (frequencies[word], word))
        for form in sorted(forms(rarest)) if rarest == words[-1] else [rarest]:
            yield form, (" ".join(words), expected)


def main(shared: Path) -> None:
    listed = read_list(shared / LIST)
    found, frequencies = count(shared, listed)
    kept = {phrase: expected for phrase, expected in listed.items() if not found[phrase]}
    lines: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for rarest, entry in by_rarest(kept, frequencies):
        lines[rarest].append(entry)
    text = pack(dict(sorted(lines.items())))
    OUTPUT.write_bytes(zlib.compress(text.encode(), 9))
    print(f"usable {len(listed)}, kept {len(kept)}, under {len(lines)} words")
    print(f"tokens in the corpora {frequencies.total()}")
    print("in the corpora:", ", ".join(f"{phrase} ({n})" for phrase, n in found.most_common()))
    print(f"{OUTPUT.stat().st_size} bytes, {len(text)} characters unpacked")
    for path in (OUTPUT, *(shared / name for name in (LIST, WIKIPEDIA, *SENTENCES))):
        print(f"{digest(path)}  {path.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
