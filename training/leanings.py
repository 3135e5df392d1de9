"""Counts what is said of persons and what of things, for `copydesk.english.leanings`.

    python -m training.leanings SHARED

From the articles of Wikipedia's training part: the verbs after “he”, “she”, “it” and what is
theirs, and the words before “him” and “it”. The forms of a verb are counted together.
"""

import math
import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from copydesk.analysis.reference.several import verb_after
from copydesk.english.dictionary import dictionary
from copydesk.english.leanings import FILE, Role
from copydesk.english.lemmas import regular

from training.corpus import WIKIPEDIA, Part, digest, part_of, read_articles

TARGET = Path(__file__).parents[1] / "lint/copydesk" / FILE

ROLES: Mapping[str, tuple[Role, str]] = {
    **dict.fromkeys(("he", "she", "who"), ("subject", "person")),
    **dict.fromkeys(("which",), ("subject", "thing")),
    **dict.fromkeys(("they",), ("subject", "either")),
    **dict.fromkeys(("his",), ("owner", "person")),
    **dict.fromkeys(("its",), ("owner", "thing")),
    **dict.fromkeys(("their",), ("owner", "either")),
    **dict.fromkeys(("him",), ("object", "person")),
    **dict.fromkeys(("them",), ("object", "either")),
}
AFTER_OBJECT = frozenset(
    "to and in for as with by on at from into or the a but until when that after out up".split()
)
"""What stands after “it” mostly where a verb does not."""

FEWEST = 8
"""How often the forms of a word must stand with a pronoun that tells."""

MOST = 3.0
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[.,;:?!()]")


class Use(NamedTuple):
    """A word that a pronoun stands with, what the pronoun is to it, and what that stands for."""

    role: Role
    being: str
    word: str


def uses(paragraph: str) -> Iterator[Use]:
    """The words that pronouns stand with in a paragraph."""
    words = [word.lower() for word in _WORD.findall(paragraph)]
    for i, word in enumerate(words):
        if word in ROLES or word == "it":
            role, being = ROLES.get(word) or _role_of_it(words[i + 1 : i + 2])
            company = _company(words, i, role)
            if company[:1].isalpha():
                yield Use(role, being, company)


def _role_of_it(after: Sequence[str]) -> tuple[Role, str]:
    is_subject = bool(after) and after[0].isalpha() and after[0] not in AFTER_OBJECT
    return ("subject" if is_subject else "object"), "thing"


def _company(words: Sequence[str], at: int, role: Role) -> str:
    """The word that a pronoun stands with, empty if there is none."""
    if role == "subject":
        return verb_after(words, range(len(words)), at)
    if role == "owner":
        return "".join(words[at + 1 : at + 2])
    return words[at - 1] if at else ""


def base(word: str) -> str:
    """The plain form of a word that is a verb alone; else itself."""
    letters = dictionary().letters(word)
    if "n" in letters:
        return word
    return regular(dictionary(), word, next((one for one in "zdgs" if one in letters), "v"))


def table(counts: Mapping[tuple[Role, str], Counter[str]], role: Role) -> dict[int, list[str]]:
    """The words of a role, sorted, by their leaning in tenths."""
    persons, things = counts[role, "person"], counts[role, "thing"]
    share = things.total() / persons.total()
    of_persons, of_things = _by_base(persons), _by_base(things)
    found: defaultdict[int, list[str]] = defaultdict(list)
    for word in sorted({*persons, *things, *counts[role, "either"]}):
        person, thing = of_persons[base(word)], of_things[base(word)]
        odds = math.log((person + 2) / (thing + 2) * share)
        tenths = round(10 * max(-MOST, min(MOST, odds)))
        if tenths and person + thing >= FEWEST:
            found[tenths].append(word)
    return found


def _by_base(counts: Mapping[str, int]) -> Counter[str]:
    found: Counter[str] = Counter()
    for word, count in counts.items():
        found[base(word)] += count
    return found


def main(shared: Path) -> None:
    """Counts and writes the table."""
    counts: defaultdict[tuple[Role, str], Counter[str]] = defaultdict(Counter)
    for article in read_articles(shared / WIKIPEDIA):
        if part_of(article.id) is Part.TRAIN:
            for paragraph in article.paragraphs:
                for role, being, word in uses(paragraph):
                    counts[role, being][word] += 1
    roles: tuple[Role, ...] = ("subject", "owner", "object")
    lines: list[str] = []
    for role in roles:
        found = table(counts, role)
        lines += [f"{role} {tenths} {' '.join(found[tenths])}" for tenths in sorted(found)]
        print(role, sum(map(len, found.values())), "words")
    TARGET.write_bytes(zlib.compress("\n".join(lines).encode(), 9))
    print(TARGET.stat().st_size, "bytes", digest(TARGET))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
