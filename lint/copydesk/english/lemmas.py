"""Finds the word that a form is a form of: “went” is “go”, “children” is “child”."""

from functools import lru_cache

from copydesk.english.dictionary import Dictionary, dictionary

LETTERS = {
    "NOUN.Sing": "n",
    "NOUN.Plur": "sn",
    "VERB.Pres3": "z",
    "VERB.Past": "dv",
    "VERB.Part": "dv",
    "VERB.Ing": "gv",
    "ADJ.Cmp": "ca",
    "ADJ.Sup": "ca",
    "ADV.Cmp": "qr",
    "ADV.Sup": "qr",
}
"""The readings of the dictionary that fit a tag, the better first; other tags keep the form."""

ENDINGS = {"s": "s", "z": "s", "d": "ed", "g": "ing"}
"""What marks a regular form."""

_VOWELS = frozenset("aeiou")
_HISSING = ("s", "x", "z", "ch", "sh")


@lru_cache(maxsize=1 << 14)
def lemma(form: str, tag: str) -> str:
    """The lemma of a form with a tag such as `VERB.Past`: in lower case, but names as they are."""
    return lemma_in(dictionary(), form, tag)


def lemma_in(table: Dictionary, form: str, tag: str) -> str:
    """The lemma by a given dictionary."""
    plain = form.replace("’", "'")
    lower = plain.lower()
    if found := table.exception(tag, lower):
        return found
    if tag.startswith("PROPN"):
        return plain
    letters = LETTERS.get(tag)
    return regular(table, lower, letters) if letters else lower


def regular(table: Dictionary, form: str, letters: str) -> str:
    """The lemma by the readings of a form, or by its ending if it has none that fits."""
    readings = {reading.letter: reading for reading in table.readings(form)}
    for letter in letters:
        if letter in readings:
            return readings[letter].lemma(form)
    start, hyphen, last = form.rpartition("-")
    if start and last:
        return start + hyphen + regular(table, last, letters)
    ending = ENDINGS.get(letters[0], "")
    if not ending or not form.endswith(ending) or len(form) < len(ending) + 2:
        return form
    stem = form.removesuffix(ending)
    return singular(stem) if ending == "s" else plain_verb(table, stem)


def singular(stem: str) -> str:
    """What an unknown word is without the -s of the plural or the third person."""
    if stem[-1:].isdecimal():  # the 1830s
        return f"{stem}s"
    if stem.endswith("ie") and len(stem) > 3:
        return f"{stem[:-2]}y"
    if stem.endswith("e") and stem[:-1].endswith(_HISSING):
        return stem if stem[:-1].endswith("s") and not stem[:-1].endswith("ss") else stem[:-1]
    return f"{stem}s" if stem.endswith(("s", "u")) else stem


def plain_verb(table: Dictionary, stem: str) -> str:
    """What an unknown verb is without -ed or -ing: itself, with an -e, or with one letter less."""
    doubled = stem[-1:] == stem[-2:-1]
    tries = [stem[:-1], stem] if doubled else [f"{stem[:-1]}y", stem, f"{stem}e"]
    if not doubled and not stem.endswith("i"):
        del tries[0]
    for verb in tries:
        if "v" in table.letters(verb):
            return verb
    if doubled:
        return stem if stem[-1] in "lsfz" else stem[:-1]
    short = len(stem) > 2 and stem[-1] not in _VOWELS | set("wxy") and stem[-2] in _VOWELS
    return f"{stem}e" if short and stem[-1] in "cgsuvz" else tries[0]
