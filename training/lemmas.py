"""Packs the dictionary: the classes of forms and their lemmas.

    pip download --no-deps lemminflect==0.2.3
    python -m training.lemmas SHARED WHEEL

`WHEEL` is what pip has downloaded; `SHARED` holds the treebanks. Writes
`lint/copydesk/data/lemmas.bin` and prints the figures for the card beside it.
"""

import csv
import gzip
import io
import sys
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from copydesk.english.dictionary import FILE, Dictionary, Reading, pack
from copydesk.english.lemmas import lemma_in
from copydesk.packed_table import PackedTable

from training.corpus import digest
from training.treebanks import path_of, read

OUTPUT = Path("lint/copydesk") / FILE
TABLE = "lemminflect/resources/lemma_lu.csv.gz"
ORDER = "nsNSvdzgacrqx"
FEWEST = 2
"""How often the treebanks must have a lemma that does not follow from the dictionary."""


def table(wheel: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Forms with a word class and the lemmas they can have in it."""
    packed = gzip.decompress(zipfile.ZipFile(wheel).read(TABLE))
    for form, pos, lemmas in csv.reader(io.StringIO(packed.decode())):
        yield form, pos, lemmas.split("/")


def readings(form: str, pos: str, lemmas: list[str]) -> Iterator[Reading]:
    """What a form can be, by the lemmas of one word class."""
    base = form in lemmas
    others = [lemma for lemma in lemmas if lemma != form]
    lower = form.lower()
    if base:
        yield Reading(base_letter(form, pos), "")
    if others:
        letter = inflected_letter(form, pos)
        if letter:
            yield Reading(letter, edit(lower, others[0].lower()))


def base_letter(form: str, pos: str) -> str:
    letter = {"noun": "n", "verb": "v", "adj": "a", "adv": "r", "aux": "x"}[pos]
    return "N" if letter == "n" and form[0].isupper() else letter


def inflected_letter(form: str, pos: str) -> str:
    match pos:
        case "noun":
            return "S" if form[0].isupper() else "s"
        case "verb":
            return "g" if form.endswith("ing") else "z" if form.endswith("s") else "d"
        case "adj" | "adv":
            return "c" if pos == "adj" else "q"
        case _:
            return "x"


def edit(form: str, lemma: str) -> str:
    """How many letters to take off `form` and which to put on, to get the lemma."""
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    cut = len(form) - same
    return f"{cut}{lemma[same:]}" if cut or lemma[same:] else ""


def entries(wheel: Path) -> dict[str, str]:
    """The readings of each form in lower case, packed."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for form, pos, lemmas in table(wheel):
        if "/" in form or " " in form:
            continue
        for letter, change in readings(form, pos, lemmas):
            found[form.lower()].setdefault(letter, change)
    return {
        form: "/".join(letter + read[letter] for letter in ORDER if letter in read)
        for form, read in found.items()
    }


def exceptions(shared: Path, readings: Dictionary) -> dict[tuple[str, str], str]:
    """Lemmas of the treebanks that do not follow from the dictionary, by tag and form."""
    lemmas: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    small: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for name in ("ewt", "gum"):
        for sentence in read(shared, name, "train", free_only=True):
            for word in sentence.words:
                form = word.form.replace("’", "'")
                lemmas[word.tag, form.lower()][word.lemma] += 1
                if form == form.lower():
                    small[word.tag, form][word.lemma] += 1
    found: dict[tuple[str, str], str] = {}
    for key, counts in sorted(lemmas.items()):
        lemma, number = top(counts)
        usual = lemma_in(readings, key[1], key[0])
        if lemma.lower() == usual.lower():  # a capital is for names and the title of something
            lemma = usual if key[0].startswith("PROPN") else top(small.get(key, counts))[0]
        if number >= FEWEST and lemma != usual and " " not in key[1] + lemma:
            found[key] = lemma
    return found


def top(counts: Counter[str]) -> tuple[str, int]:
    """The most frequent lemma and how often it was met."""
    return counts.most_common(1)[0]


def main(shared: Path, wheel: Path) -> None:
    forms = entries(wheel)
    odd = exceptions(shared, Dictionary(PackedTable(pack(forms, {}))))
    OUTPUT.write_bytes(pack(forms, odd))
    print(f"{len(forms)} forms, {len(odd)} exceptions")
    print(f"{OUTPUT.stat().st_size} bytes")
    for path in (OUTPUT, wheel, *(path_of(shared, name, "train") for name in ("ewt", "gum"))):
        print(f"{digest(path)}  {path.name}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
