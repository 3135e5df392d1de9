"""Reads the Universal Dependencies treebanks of English, EWT and GUM, in our words and tags."""

import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from copydesk.english.clitics import parts
from copydesk.segment import tokenize

FOLDER = "corpora/treebanks"
FREE_GENRES = frozenset(
    "academic bio conversation court interview news speech textbook vlog voyage".split()
)
"""The genres of GUM whose texts are under CC BY, CC BY-SA or in the public domain."""


class Word(NamedTuple):
    """A word of a treebank.

    Attributes:
        form: As written.
        lemma: Its lemma.
        tag: Our tag.
        finite: Whether the treebank holds it to be a finite verb.
        head: The index in the sentence of the word it depends on, -1 for none.
    """

    form: str
    lemma: str
    tag: str
    finite: bool
    head: int

    @property
    def pos(self) -> str:
        """The universal part of speech."""
        return self.tag.partition(".")[0]


class Sentence(NamedTuple):
    """A sentence of a treebank: its text, and its words as the treebank parts them."""

    text: str
    words: tuple[Word, ...]


def read(shared: Path, treebank: str, part: str, *, free_only: bool = False) -> Iterator[Sentence]:
    """The sentences of one part of a treebank, of its free genres only or of all."""
    free = True
    text = ""
    rows: list[list[str]] = []
    for line in lines_of(path_of(shared, treebank, part)):
        cells = line.rstrip("\n").split("\t")
        if line.startswith("# newdoc id = GUM_"):
            free = line.split("_")[1] in FREE_GENRES
        elif line.startswith("# text = "):
            text = line[9:-1]
        elif cells[0].isdecimal():
            rows.append(cells)
        elif line == "\n":
            if rows and (free or not free_only):
                yield Sentence(text, tuple(map(word_of, rows)))
            rows = []


def lines_of(path: Path) -> Iterator[str]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from lines


def path_of(shared: Path, treebank: str, part: str) -> Path:
    return shared / FOLDER / f"{treebank}-{part}.conllu.xz"


def word_of(cells: list[str]) -> Word:
    features = dict(cell.split("=") for cell in cells[5].split("|") if "=" in cell)
    finite = features.get("VerbForm") == "Fin"
    form = cells[1].replace(" ", "_")
    return Word(form, cells[2], tag_of(cells[3], cells[4], features), finite, int(cells[6]) - 1)


def tag_of(pos: str, penn: str, features: dict[str, str]) -> str:
    """Our tag for a word: the part of speech and what matters of its form."""
    if pos in {"VERB", "AUX"}:
        return f"{pos}.{verb_form(penn, features)}"
    if pos in {"NOUN", "PROPN"}:
        return f"{pos}.{'Plur' if features.get('Number') in {'Plur', 'Ptan'} else 'Sing'}"
    kind = ""
    if pos == "PRON":
        kind = "Poss" if "Poss" in features else features.get("PronType", "")
        kind = kind if kind in {"Poss", "Rel", "Int", "Dem"} else ""
    elif pos in {"ADJ", "ADV"}:
        kind = features.get("Degree", "")
        kind = kind if kind in {"Cmp", "Sup"} else ""
    return f"{pos}.{kind}" if kind else pos


def verb_form(penn: str, features: dict[str, str]) -> str:
    """The form of a verb; present participles and gerunds are one."""
    if penn == "MD":
        return "Mod"
    past = features.get("Tense") == "Past"
    match features.get("VerbForm"):
        case "Fin" if features.get("Mood") == "Imp":
            return "Imp"
        case "Fin":
            return "Past" if past else "Pres3" if penn == "VBZ" else "Pres"
        case "Part":
            return "Part" if past else "Ing"
        case form:
            return "Ing" if form == "Ger" else "Inf"


def in_our_words(sentence: Sentence) -> tuple[Word | None, ...]:
    """A sentence parted as we part it, None for words of ours that end inside the treebank's.

    A word of ours that is several of the treebank's, such as “well-known”, has the tag of the one
    on which the others depend. Heads are not kept.
    """
    ends = ends_in(sentence)
    made: list[Word | None] = []
    first: int | None = 0
    for form, at in our_forms(sentence.text):
        end = ends.get(at)
        whole = None if first is None or end is None else (first, end)
        made.append(joined(form, sentence.words[slice(*whole)], whole[0]) if whole else None)
        first = end
    return tuple(made)


def our_forms(text: str) -> Iterator[tuple[str, int]]:
    """Our words, and how many characters without white space end with each."""
    end = 0
    for token in tokenize(text).texts:
        for form in parts(token):
            end += len(form)
            yield form, end


def ends_in(sentence: Sentence) -> dict[int, int]:
    """How many words end with so many characters without white space."""
    end = 0
    ends: dict[int, int] = {}
    for number, word in enumerate(sentence.words, 1):
        end += len(word.form)
        ends[end] = number
    return ends


def joined(form: str, words: tuple[Word, ...], first: int) -> Word:
    """One word for several, of which the first has the index `first` in its sentence."""
    inside = range(first, first + len(words))
    word = [word for word in words if word.head not in inside][-1]
    lemma = word.lemma if len(words) == 1 else ""
    return Word(form, lemma, word.tag, word.finite, -1)
