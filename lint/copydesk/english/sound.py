"""Tells whether a word begins with a vowel as it is spoken, where all speakers agree."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from copydesk.patterns import lazy_pattern

_VOWEL_NAMED = frozenset("aefilmnorsx")
"""Letters whose names begin with a vowel. That of h does to some, but not to all."""

_CONSONANT_ANYHOW = frozenset("bcdgjkpqtvwyz")
"""Letters that begin with a consonant both as they are named and as they are read in words."""

_NAMED_OTHERWISE = frozenset("FHLMNRSX")
_LONGEST_MIXED = 4
_PLAIN = frozenset("aibcdgjkpqtvwz")
"""Letters with which a word begins as it is written, whatever follows."""

_READ_OTHERWISE = frozenset(
    "FTSE LSAT MCAT NSW ONE RHEL SCSI SNP SQL SWF URL AUD EUR RMB NE NNE NNW NW SE SSE SSW SW"
    " MB MBPS MW MWH MJ"
    " FT LA LT MT NC ND NH NI NJ NM NS NT NV NY NZ RM RS SF ST".split()
)
"""Initials that are read as a word or in full: footsie, south-west, megabyte, New York."""


class _Patterns(NamedTuple):
    """Patterns of lower-case words, except for `initials` and `pronounceable`."""

    initials: re.Pattern[str]
    pronounceable: re.Pattern[str]
    odd_name: re.Pattern[str]
    uncertain: re.Pattern[str]
    silent_h: re.Pattern[str]
    glide: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    return _Patterns(
        initials=lazy_pattern(r"(?:[A-Z]\.){2,}|[A-Z]{2,}|(?![MR]\d+\.|R\d)[A-Za-z](?=\d)"),
        pronounceable=lazy_pattern(
            r"""
              .[AEIOUY]
            | (?: F[JLR] | LL | M[CN] | N[JK] | RH | S[CFHKLMNPQTVW] ) .*[AEIOUY]
            """,
            re.VERBOSE,
        ),
        odd_name=lazy_pattern(
            r"""
              [^a-z]                                            # Ærø
            | eu (?! c[hl] | ge | ph | r[ao] )                  # Euler
            | ew                                                # Ewan
            | hon(?:or|our)\Z
            | iu
            | oa (?! [kt] ) | oi | ou                           # Oaxaca, Oise, Ouattara
            | u (?! gan | k | lst | lt | mbr | nder | n[^aeiou] | ni[cfotvl] | p | ra[ln] | rb
                  | sa\Z | se | tah | top )               # Uri, Umberto
            | x                                                 # Xavier
            """,
            re.VERBOSE,
        ),
        uncertain=lazy_pattern(
            r"""
              [fhlmnrsx][^aeiouy]*\Z                                      # nth, hmm
            | f[^aeijloruy] | l[^aeiloyu] | m[^aeinouy] | n[^aeiouy] | r[^aehiouy]
            | s[bdfgjrsvxz] | x[^aeiou] | y[^aeiou]             # nginx, Mbeki, Sri, Ypres
            | h (?: abit | alluc | armon | erb | ered | erm | eroi | exag | ilar | isp | ist | olist
                  | omm?ag | orre | orri | otel | ref | umbl | yp | yst )  # “an historic”, some say
            | u (?! (?:gh|h|m|mp|p|rn|s) s?\Z ) [^aeiouy]*\Z    # usb
            | uber | ufunc | uint | uk (?! r | ulele ) | ulul | uu      # ukase, ukiyo-e
            """,
            re.VERBOSE,
        ),
        silent_h=lazy_pattern(r"heir | honest | hono(?:u?r|rar) | hors\Z | hour", re.VERBOSE),
        glide=lazy_pattern(
            r"""
              eu | ewe(?:s|r|rs)?\Z
            | on(?: ce | e(?:s|ness|self|time)?(?:['’].*)? )\Z | oui
            | u (?: biq | fo | gan | k | nanim | nary | r[aeio] | s[aeiu]
                  | t(?:a|e[nr]|i|o[pr]) | v
                  | ni (?! d(?:ea|en|io) | gn | ll | m(?!od) | n | r(?!ad) | ss ) )
            """,
            re.VERBOSE,
        ),
    )


def begins_with_vowel(word: str) -> bool | None:
    """Whether `word` is spoken with a vowel first; None where that differs or is not known."""
    if word[0] in _PLAIN and word.isalpha() and word.islower() and len(word) > 1:
        return word[0] in "ai"
    return _begins_with_vowel(word)


@lru_cache(maxsize=4096)
def _begins_with_vowel(word: str) -> bool | None:
    if word[0].isdigit():
        return _number(word)
    head = word.split("-", 1)[0]
    if head[0].islower() and head[1:2].isupper():
        return _letter(head[0])  # eBay, mRNA
    if initials := _patterns().initials.match(head):
        return _initials(initials[0].replace(".", ""))
    if len(head) == 1:
        return _letter(head) if head.isascii() and head != word else None  # “x-ray”, but not “x”
    plain = unicodedata.normalize("NFD", head.lower())  # é begins as e does
    if head[0].isupper() and (_is_mixed(head) or _patterns().odd_name.match(plain)):
        return None
    return _word(plain)


def _is_mixed(head: str) -> bool:
    """Whether a short word of large and small letters may be read letter by letter: “FoI”."""
    is_mixed = len(head) <= _LONGEST_MIXED and head[-1:].isupper() and not head.isupper()
    return is_mixed and head[0] in _NAMED_OTHERWISE


def _number(word: str) -> bool | None:
    """8, 11 and 18 begin with a vowel, in thousands and millions too; 1800 is read both ways."""
    whole = re.split(r"[^\d,]", word, maxsplit=1)[0].replace(",", "")
    if whole[0] == "0":
        return None
    if whole[:2] not in {"11", "18"}:
        return whole[0] == "8"
    if len(whole) == len("1800") and "," not in word:
        return True if word.endswith("s") else None
    return len(whole) % 3 == len("18")


def _initials(letters: str) -> bool | None:
    """None if the letters may be read as a word, unless that begins alike."""
    first = letters[0].lower()
    if first in _CONSONANT_ANYHOW:
        return False
    if letters in _READ_OTHERWISE or (len(letters) > 1 and set(letters) <= set("IVX")):
        return None
    if len(letters) <= 2 or first in "aio":
        return _letter(first)
    if first in "eu":
        return _letter(first) if len(letters) == 3 or letters[:2] not in {"EU", "UN"} else None
    return None if _patterns().pronounceable.match(letters) else _letter(first)


def _letter(letter: str) -> bool | None:
    return None if letter in "hH" else letter.lower() in _VOWEL_NAMED


def _word(word: str) -> bool | None:
    patterns = _patterns()
    if patterns.uncertain.match(word):
        return None
    if word[0] == "h" and patterns.silent_h.match(word):
        return True
    return word[0] in "aeiou" and not patterns.glide.match(word)
