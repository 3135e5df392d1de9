"""Words and names that an article spells in two ways, as where two hands wrote it."""

import random
import re
from collections import Counter

from copydesk import Document
from copydesk.analysis.quotations import quotations

from bench.corruptions import Damage, Damager, corruption
from bench.corruptions.edits import replace_token

_SHORTEST = 5
_VOWELS = "aeiou"
_FEWEST_WORDS = 3
"""How many words have to tell where an article is from, so that one of them can be out of place."""

_IZE = re.compile("iz(?:e|ing|ation)")
"""What is American and British as well."""

_ENDS = r"(s|ed|ing|able|al|hood|ly)?\b"
_OUR = r"\b(behavi|clam|col|endeav|fav|flav|harb|hon|hum|lab|neighb|rum|sav|tum|vap|vig)"
_RE = r"\b(cent|fib|theat|lit|kilomet|meag|spect|lust)"
_DOUBLED = r"\b(cance|fue|labe|leve|mode|signa|trave|marve|counse|tota|qua?rre)"
_AMERICAN = (
    (_OUR + "our" + _ENDS, r"\1or\2"),
    (_RE + r"re(s?)\b", r"\1er\2"),
    (r"\b(defen|offen|preten)ce", r"\1se"),
    (r"\b(anal|paral|catal)ys(ed|ing)\b", r"\1yz\2"),
    (_DOUBLED + "ll(ed|ing|ous|or)", r"\1l\2"),
)
_BRITISH = (
    (_OUR + "or" + _ENDS, r"\1our\2"),
    (_RE + r"er(s?)\b", r"\1re\2"),
    (r"\b(organ|real|recogn|critic|emphas|apolog|special)iz(e|ed|es|ing)\b", r"\1is\2"),
    (_DOUBLED + r"l(ed|ing|ous|or)\b", r"\1ll\2"),
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
    """What gives one of several words of an article the spelling of the other side."""
    compiled = [(re.compile(pattern), made) for pattern, made in patterns]

    def damage(document: Document, chance: random.Random) -> Damage | None:
        tokens, quoted = document.tokens, document.analysis(quotations)
        found = [
            (i, other)
            for i, text in enumerate(tokens.texts)
            if text.islower() and not quoted.covers(tokens.starts[i])
            for pattern, made in compiled
            if (other := pattern.sub(made, text)) != text
        ]
        if sum(not _IZE.search(tokens.texts[i]) for i, _ in found) < _FEWEST_WORDS:
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
