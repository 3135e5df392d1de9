"""Counts names in Wikipedia: who bears them, and whether they are ordinary words as well."""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from training.corpus import WIKIPEDIA, Article, Part, part_of, read_articles

MEN = frozenset(
    "actor boyfriend brother businessman chairman congressman count duke emperor father grandfather"
    " grandson husband king lord monk mr nephew prince sir son spokesman stepfather stepson sultan"
    " uncle".split()
)
WOMEN = frozenset(
    "actress aunt baroness businesswoman chairwoman countess dame daughter duchess empress"
    " girlfriend grandmother lady mother mrs ms niece nun princess queen sister spokeswoman"
    " stepdaughter stepmother wife".split()
)
FEWEST_PRONOUNS = 3
CLEAREST = 0.8
"""How much of the pronouns of a life must be of one gender."""

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_HE = re.compile(r"\b(?:he|him|his|himself)\b", re.IGNORECASE)
_SHE = re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE)
_LIFE = re.compile(r"\([^()]*\b(?:born|b\.|\d{4} ?[–-]|died|c\.)")
_KIN = re.compile(rf"\b({'|'.join(sorted(MEN | WOMEN))}),? ([^\W\d_a-z][^\W\d_]+)\b", re.IGNORECASE)
_PAIR = re.compile(r"\b([^\W\d_a-z][^\W\d_A-Z][^\W\d_]*) (?:[A-Z]\. )?(?=([^\W\d_a-z][^\W\d_]+)\b)")
_INSIDE = re.compile(r"(?<=[\w,] )([^\W\d_a-z][^\W\d_]+)\b")
_BARE = re.compile(r"(?<=[a-z,] )([^\W\d_a-z][^\W\d_]+)\b(?! [^\W\d_a-z][^\W\d_])")


@dataclass
class Counts:
    """What was counted.

    Attributes:
        men: Given names of men, by persons.
        women: Given names of women, by persons.
        surnames: Surnames of those who have an article.
        lower: Words in lower case.
        capital: Words with a capital, where no sentence begins.
        pairs: Neighbours with capitals, by articles.
        bare: Words with a capital that stand alone in an article, by articles.
    """

    men: Counter[str] = field(default_factory=Counter[str])
    women: Counter[str] = field(default_factory=Counter[str])
    surnames: Counter[str] = field(default_factory=Counter[str])
    lower: Counter[str] = field(default_factory=Counter[str])
    capital: Counter[str] = field(default_factory=Counter[str])
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    bare: Counter[str] = field(default_factory=Counter[str])

    def given(self, name: str, *, man: bool) -> None:
        """Counts a person with a given name."""
        (self.men if man else self.women)[name] += 1


def count(shared: Path) -> Counts:
    """Counts in the articles that are not kept for tests."""
    counts = Counts()
    for article in read_articles(shared / WIKIPEDIA):
        if part_of(article.id) is not Part.TEST:
            add(counts, article)
    return counts


def add(counts: Counts, article: Article) -> None:
    text = "\n".join(article.paragraphs).replace("’", "'")
    words = Counter(word.removesuffix("'s") for word in _WORD.findall(text))
    counts.lower.update({word: n for word, n in words.items() if word.islower()})
    counts.capital.update(word for word in _INSIDE.findall(text))
    pairs = {found.groups() for found in _PAIR.finditer(text)}
    counts.pairs.update((one, other) for one, other in pairs)
    last = {other for _, other in pairs}
    counts.bare.update(set(_BARE.findall(text)) - last)
    add_life(counts, article, text)
    for kin, name in {(kin.lower(), name) for kin, name in _KIN.findall(text)}:
        counts.given(name, man=kin in MEN)


def add_life(counts: Counts, article: Article, text: str) -> None:
    """Counts the names of a person who has an article, if the pronouns tell the gender."""
    names = _WORD.findall(article.title.partition("(")[0])
    first = article.paragraphs[0] if article.paragraphs else ""
    if not 2 <= len(names) <= 4 or not all(name[0].isupper() for name in names):
        return
    if names[-1] not in first[:100] or not _LIFE.search(first[:250]):
        return
    he, she = len(_HE.findall(text)), len(_SHE.findall(text))
    if he + she < FEWEST_PRONOUNS or max(he, she) / (he + she) < CLEAREST:
        return
    given, surname = names[0], names[-1]
    if bare_uses(text, names[0]) > bare_uses(text, names[-1]):  # “Xi Jinping”: later “Xi”
        given, surname = surname, given
    counts.given(given, man=he > she)
    counts.surnames[surname] += 1


def bare_uses(text: str, name: str) -> int:
    """How often a name stands without a neighbour that has a capital, too."""
    words = _WORD.findall(text)
    triples = zip(pairwise(words), words[2:], strict=False)
    return sum(
        before[1].removesuffix("'s") == name and before[0].islower() and after.islower()
        for before, after in triples
    )
