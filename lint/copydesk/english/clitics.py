"""Takes contractions apart: “don’t” into “do” and “n’t”, “Anna’s” into “Anna” and “’s”."""

import re
from functools import cache

from copydesk.memo import Memo

FUSED = {"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "gimme": 3, "lemme": 3}
"""Words that are two, and how many letters the first has."""

_GENITIVE = ("'s", "’s")
_CLITIC = r"n['’]t|['’](?:s|re|ve|ll|d|m)"


@cache
def _clitic() -> re.Pattern[str]:
    return re.compile(_CLITIC, re.IGNORECASE)


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"(?<=\w)(?:{_CLITIC})+\Z", re.IGNORECASE)


def parts(token: str) -> tuple[str, ...]:
    """A token as one word, or as a word and the clitics that lean on it."""
    if "'" in token or "’" in token:
        if match := _ending().search(token):
            return (token[: match.start()], *_clitic().findall(match[0]))
    elif size := FUSED.get(token.lower()):
        return (token[:size], token[size:])
    return (token,)


def without_genitive(word: str) -> str:
    """A name without the ending of the genitive."""
    return word[:-2] if word.endswith(_GENITIVE) else word


parted = Memo(parts)
"""The parts of tokens, remembered."""
