"""Words and names that an article spells in two ways, as where two hands wrote it."""

import random
import re
from collections import Counter

from copydesk import Document

from bench.corruptions import Damage, Damager, corruption
from bench.corruptions.edits import replace_token

_SHORTEST = 5
_VOWELS = "aeiou"
_AMERICAN = (
    (r"(behavi|col|endeav|fav|fl?av|harb|hon|hum|lab|neighb|rum|sav|tum|vig)our", r"\1or"),
    (r"\b(cent|fib|theat|lit|meag|spect|lust)re", r"\1er"),
    (r"(defen|offen|preten|licen)ce", r"\1se"),
    (r"(anal|paral|catal)ys", r"\1yz"),
    (r"(cance|fue|labe|leve|mode|signa|trave|marve|counse)ll(ed|ing|ous|or)", r"\1l\2"),
)
_BRITISH = (
    (r"(behavi|col|endeav|fav|harb|hon|hum|lab|neighb|rum|sav|tum|vig)or", r"\1our"),
    (r"\b(cent|fib|theat|lit|meag|spect|lust)er", r"\1re"),
    (r"\b(organ|real|recogn|critic|emphas|apolog|special)iz", r"\1is"),
    (r"(cance|fue|labe|leve|mode|signa|trave|marve|counse)l(ed|ing|ous|or)\b", r"\1ll\2"),
)


def _misspelt(name: str, chance: random.Random) -> str:
    """A name with one letter left out, doubled, put for another or moved."""
    i = chance.randrange(1, len(name) - 1)
    letter, following = name[i], name[i + 1]
    made = chance.choice(
        (
            name[:i] + name[i + 1 :],
            name[:i] + letter + name[i:],
            name[:i] + following + letter + name[i + 2 :],
            name[:i]
            + chance.choice(_VOWELS if letter in _VOWELS else "bcdgklmnprstvz")
            + name[i + 1 :],
        )
    )
    return _misspelt(name, chance) if made == name else made


@corruption("a name misspelt in one place", "name-spelling")
def misspelt_name(document: Document, chance: random.Random) -> Damage | None:
    """One of several mentions of a name has a wrong letter."""
    texts, lowers = document.tokens.texts, document.tokens.lowers
    small = set(texts)
    names = Counter(
        text
        for text in texts
        if len(text) >= _SHORTEST
        and text.isalpha()
        and text.istitle()
        and text.lower() not in small
    )
    places = [
        i
        for i in range(1, len(texts))
        if names[texts[i]] > 1 and (lowers[i - 1].isalpha() or texts[i - 1] in {",", "."})
    ]
    if not places:
        return None
    i = chance.choice(places)
    return replace_token(document, i, _misspelt(texts[i], chance))


def _respelt(patterns: tuple[tuple[str, str], ...]) -> Damager:
    """What gives one word of an article the spelling of the other side."""
    compiled = [(re.compile(pattern), made) for pattern, made in patterns]

    def damage(document: Document, chance: random.Random) -> Damage | None:
        found = [
            (i, other)
            for i, text in enumerate(document.tokens.texts)
            if text.islower()
            for pattern, made in compiled
            if (other := pattern.sub(made, text)) != text
        ]
        if len({document.tokens.texts[i] for i, _ in found}) < 3:
            return None
        i, other = chance.choice(found)
        return replace_token(document, i, other)

    return damage


american_word = corruption("an American word in a British article", "mixed-dialect")(
    _respelt(_AMERICAN)
)
british_word = corruption("a British word in an American article", "mixed-dialect")(
    _respelt(_BRITISH)
)
