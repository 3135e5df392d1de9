"""Tells which function words never stand side by side, and writes the table of them.

    python -m training.impossible_pairs SHARED

SHARED is the data folder. A pair is taken if it is met far less often than chance would have it.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise, product
from pathlib import Path

from copydesk import BREAK
from copydesk.english import lexicon
from copydesk.english.impossible_pairs import FILE, KNOWN
from copydesk.segment import tokenize

from training import treebanks
from training.corpus import (
    SENTENCES,
    WIKIPEDIA,
    Part,
    digest,
    part_of,
    read_articles,
    read_sentences,
)

LEAST_EXPECTED = 4
"""How often chance would have put a pair side by side, at least; in nine million words."""

MOST = 0.04
"""How often it is met at most, as a share of that; half a time is added."""

MOST_OF_KIND = 0.03
"""The same for all pairs of two kinds of words, of which a rare pair may be one."""

KINDS = (
    lexicon.ARTICLES,
    lexicon.POSSESSIVES - {"her", "his"},
    lexicon.SUBJECT_PRONOUNS - {"it", "you"},
    lexicon.OBJECT_PRONOUNS - {"it", "you", "her"},
    lexicon.REFLEXIVES,
    lexicon.BE,
    lexicon.HAVE,
    lexicon.DO,
    lexicon.MODALS,
    lexicon.NEGATED,
    lexicon.PRETERITES,
    lexicon.SUBORDINATORS - {"as", "since", "than", "till", "until"},
    frozenset("at from into of onto upon with without".split()),
    frozenset("among amongst between beside despite during toward towards".split()),
)
"""Kinds of words that behave alike."""

_KIND = {word: number for number, kind in enumerate(KINDS) for word in kind}
Pairs = Counter[tuple[str, str]]

_HYPHENS = frozenset("by in on".split())
"""Prepositions that only certain compounds begin with."""
_DATA = Path(__file__).resolve().parents[1] / "lint" / "copydesk"
_BETWEEN = f"\n{BREAK}\n"


def texts(shared: Path) -> Iterator[str]:
    """The training part of the articles and treebanks, and the sentences but half of 18F's."""
    for article in read_articles(shared / WIKIPEDIA):
        if part_of(article.id) is Part.TRAIN:
            yield _BETWEEN.join(article.paragraphs)
    for name in SENTENCES:
        sentences = list(read_sentences(shared / name))
        kept = len(sentences) // 2 if "18f" in name else len(sentences)
        yield _BETWEEN.join(sentences[:kept])
    for treebank in ("ewt", "gum"):
        found = treebanks.read(shared, treebank, "train", free_only=True)
        yield _BETWEEN.join(sentence.text for sentence in found)


def count(found: Iterable[str]) -> tuple[int, Counter[str], Pairs, set[str]]:
    """How many tokens there are; function words, pairs of them, and compounds with a hyphen."""
    total, words, pairs = 0, Counter[str](), Counter[tuple[str, str]]()
    compounds = set[str]()
    for text in found:
        tokens = tokenize(text)
        total += len(tokens)
        known = [
            word if word in KNOWN and (written.islower() or not i) else ""
            for i, (word, written) in enumerate(zip(tokens.lowers, tokens.texts, strict=True))
        ]
        words.update(known)
        pairs.update(pair for pair in pairwise(known) if all(pair))
        compounds.update(word for word in tokens.texts if word.count("-") == 1 and word.islower())
    return total, words, pairs, compounds


def impossible(total: int, words: Counter[str], pairs: Pairs) -> dict[str, str]:
    """What may not follow each function word."""
    strange = _strange_kinds(total, words, pairs)
    made: defaultdict[str, list[str]] = defaultdict(list)
    for first in sorted(KNOWN):
        for second in sorted(KNOWN):
            expected = words[first] * words[second] / total
            met = pairs[first, second]
            of_kind = (_KIND.get(first), _KIND.get(second)) in strange and met < MOST * expected
            if expected >= LEAST_EXPECTED and (of_kind or met + 0.5 < MOST * expected):
                made[first].append(second)
    return {first: " ".join(seconds) for first, seconds in made.items()}


def _strange_kinds(
    total: int, words: Counter[str], pairs: Pairs
) -> frozenset[tuple[int | None, int | None]]:
    """The kinds of words of which one hardly ever follows the other."""
    by_kind, met = Counter[int](), Counter[tuple[int, int]]()
    for word, times in words.items():
        if word in _KIND:
            by_kind[_KIND[word]] += times
    for (first, second), times in pairs.items():
        if first in _KIND and second in _KIND:
            met[_KIND[first], _KIND[second]] += times
    return frozenset(
        (first, second)
        for first, second in product(by_kind, repeat=2)
        if met[first, second] < MOST_OF_KIND * by_kind[first] * by_kind[second] / total
    )


def hyphenated(compounds: Iterable[str]) -> dict[str, str]:
    """What is joined with each preposition by a hyphen."""
    made: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(compounds):
        first, _, second = word.partition("-")
        if first in _HYPHENS and second.isalpha():
            made[first].append(second)
    return {first: " ".join(seconds) for first, seconds in made.items()}


def main(shared: Path) -> None:
    """Writes both tables."""
    total, words, pairs, compounds = count(texts(shared))
    lines = [f"{first} {rest}" for first, rest in impossible(total, words, pairs).items()]
    lines += ["", *(f"{first} {rest}" for first, rest in hyphenated(compounds).items())]
    path = _DATA / FILE
    path.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{total} tokens; {sum(map(len, map(str.split, lines)))} words; {digest(path)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
