"""Slips of the keyboard and of the ear in any longer word; none is taken from a list."""

import random
import re
from collections.abc import Callable

from copydesk import Document
from copydesk.english.word_classes import PLACE, classes_of

from bench.corruptions import Damage, Damager, corruption
from bench.corruptions.edits import change, pick, replace_token

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
BESIDE = {
    key: row[max(0, at - 1) : at] + row[at + 1 : at + 2]
    for row in ROWS
    for at, key in enumerate(row)
}
WORD = r"(?<![\w’'-])[a-z]{5,}(?![\w’'-])"
_DOUBLE = re.compile(r"([b-df-hj-np-tv-z])\1")
_SINGLE = re.compile(r"(?<=[aeiou])([b-df-hj-np-tv-z])(?=[aeiou])")
_EARS = tuple(
    pair.split(":")
    for pair in "ie:ei ei:ie able:ible ible:able ance:ence ence:ance ant:ent ent:ant".split()
)


def slip(made: Callable[[str, int, random.Random], str]) -> Damager:
    """What does something to a letter of a word, by its index."""
    return change(WORD, lambda word, chance: made(word, chance.randrange(len(word)), chance))


def _key_beside(word: str, at: int, chance: random.Random) -> str:
    return word[:at] + chance.choice(BESIDE[word[at]]) + word[at + 1 :]


def _swapped(word: str, at: int, _chance: random.Random) -> str:
    at = min(at, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _by_ear(word: str, chance: random.Random) -> str:
    """A double letter made single, a single one double, or an ending that sounds the same."""
    made = [word.replace(one, other, 1) for one, other in _EARS if one in word]
    made += [_DOUBLE.sub(r"\1", word, count=1), _SINGLE.sub(r"\1\1", word, count=1)]
    return chance.choice([one for one in made if one != word] or [word])


key_beside = corruption("a key hit beside the right one", "misspelled-word")(slip(_key_beside))
letter_lost = corruption("a letter left out", "misspelled-word")(
    slip(lambda word, at, _: word[:at] + word[at + 1 :])
)
letter_doubled = corruption("a letter typed twice", "misspelled-word")(
    slip(lambda word, at, _: word[:at] + word[at] + word[at:])
)
letters_swapped = corruption("two letters in the wrong order", "misspelled-word")(slip(_swapped))
by_ear = corruption("a word spelt by ear", "misspelled-word")(change(WORD, _by_ear))
cut_in_two = corruption("a blank inside a word", "misspelled-word")(
    slip(lambda word, at, _: f"{word[: max(2, at)]} {word[max(2, at) :]}")
)
run_together = corruption("two words run together", "misspelled-word")(
    change(
        r"\b(?:of|to|in|for|on|at|with|from|and|that|by) (?:the|this|his|her|its|their|an)\b",
        lambda pair, _: pair.replace(" ", ""),
    )
)
apostrophe_lost = corruption("a contraction without its apostrophe", "misspelled-word")(
    change(r"\b\w+(?:n['’]t|['’](?:re|ve|ll))\b", lambda word, _: re.sub("['’]", "", word))
)


@corruption("a name of a place, a people or a time in lower case", "lower-case-name")
def capital_lost(document: Document, chance: random.Random) -> Damage | None:
    """A place inside a sentence, or a word of it that ends like the name of a people or a day."""
    texts = document.tokens.texts
    i = pick(chance, (i for i in range(1, len(texts)) if _is_name(texts[i - 1], texts[i])))
    return None if i is None else replace_token(document, i, texts[i].lower())


def _is_name(before: str, text: str) -> bool:
    inside = before.islower() and text.istitle() and text.isalpha()
    return inside and bool(classes_of(text) & PLACE or text.endswith(("ish", "ian", "day", "ber")))
