"""Splits a block of reading text into sentences.

Every run of stops before white space is a place where a sentence may end; what stands before and
after it decides. A lone stop after a word that is no known abbreviation ends one, so an unknown
abbreviation splits a sentence in two, which costs less than two sentences taken for one.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from copydesk.patterns import lazy_pattern

_REPORTED = lazy_pattern(
    r"(?:(?:[A-Z][\w.’'-]*|the|an?|one|his|her|my)\s+){0,3}?(?:I\s+)?"
    r"(?:said|says|asked|asks|told|replied|wrote|added|wondered|shouted|cried|exclaimed|thought"
    r"|whispered|yelled)\b"
)
"""A clause that reports the question or exclamation before it."""

_OPENERS = frozenset(
    "a an the he she it they we i you this that these those there here his her its their our my"
    " your don let in on at by for from with after before during since while when where who what"
    " why how if although though because as but and or so yet however meanwhile also even now then"
    " still to of according last earlier later today yesterday once until under over among despite"
    " one two three several some many most all both each every no not few more such other another"
    " nor neither either unlike like without within through throughout about between against"
    " following".split()
)
"""Words that begin a sentence far more often than they begin the second half of a name."""

_BEFORE_NAME = frozenset(
    "Mr Mrs Ms Messrs Mme Mlle Mx Dr Drs Prof Profs Rev Fr Hon Gen Gens Lt Col Maj Capt Cpt Cmdr"
    " Adm Sgt Cpl Pvt Gov Govs Sen Sens Rep Reps Pres Supt Det Insp Amb Atty Asst Assoc St Ste Mt"
    " Ft Adv Brig Bp Msgr Sr Sra Smt v vs Vs cf Cf viz approx Approx incl esp ca eg ie".split()
)
"""Abbreviations that no sentence ends in."""

_BEFORE_NUMBER = frozenset(
    "No Nos no nos p pp P PP vol vols Vol Vols fig figs Fig Figs ch chs Ch Chap chap sec sect Sec"
    " Sect Art Arts para paras Para eq eqs eqn Eq Eqn Ex pt pts Pt Ref Tab Sch c op Op ver"
    " Ver Bk bk Nr nr".split()
)
"""Abbreviations that a number follows; before anything else they are words."""

_SOMETIMES_LAST = frozenset(
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Inc Corp Co Cos Ltd LLC LLP PLC Plc Bros Jr"
    " Sr Esq Ave Av Blvd Rd Hwy Pl Sq Dept dept Div Univ Inst Assn Natl Intl Govt govt Mgr Dist ed"
    " eds Ed Eds trans al Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich"
    " Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que sq ft oz lb"
    " lbs yd yds hr hrs mins secs min max avg est Est dept misc rev Ph Bn Bde Bty Rgt Regt Coy"
    " Ph.D Ph.Ds B.Sc M.Sc".split()
)
"""Abbreviations that a sentence may end in, if the next word begins one."""

_ABBREVIATIONS = _BEFORE_NAME | _BEFORE_NUMBER | _SOMETIMES_LAST

_AFTER_HOUR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri"
    " sat sun january february march april may june july august september october november"
    " december jan feb mar apr jun jul aug sept sep oct nov dec et est edt ct cst cdt mt mst mdt pt"
    " pst pdt gmt utc bst cet cest ist jst aest eastern central pacific mountain".split()
)

_ENDINGS = sorted({word[-4:] for word in _ABBREVIATIONS if word[-4:].islower() and len(word) > 3})


@cache
def _stop() -> re.Pattern[str]:
    """A stop before white space: the plain case, a word and a capital, or any other.

    Compiled when first used, for it takes as long as importing this package. It must not begin
    with a lookbehind, or searching would try it at every letter.
    """
    return re.compile(
        rf"""
        [.!?…]
        (?:
          (?<=[a-z]{{4}}\.) (?<!(?:{"|".join(_ENDINGS)})\.)  # the plain case
          (["”]?) \s++ (?=["“]?[A-Z])
        |
          (?<![.!?…]{{2}}) ([.!?…]*+)
          (["'”’)\]»]*+ (?:[ ]?\[\d{{1,3}}\])*+)            # closers and references
          (?:
            \s++
          | (?<=[a-z]{{2}}[.!?”])                           # no space: "it.The"
            (?=(?:The|He|She|It|They|We|In|But|And|This|That|A|I|You)\s)
          )
          (?=(["'“‘(\[«—–¿¡•*-]{{0,3}}[ ]?) ([^\W_][\w’'.-]{{0,30}})?)
        )
        """,
        re.VERBOSE,
    )


_PLAIN, _CLOSERS, _FOLLOWING = 1, 3, 5  # groups of the pattern
_LONGEST_WORD = 24
_LONGEST_ASIDE = 300


class _Stop(NamedTuple):
    """A place that is not the plain case, where the sentence from `start` may end."""

    text: str
    start: int
    at: int
    marks: str
    closers: str
    opener: str
    following: str

    @property
    def before(self) -> str:
        """The word before the marks; empty after a space."""
        window = self.text[max(self.start, self.at - _LONGEST_WORD) : self.at]
        if window[-1].isspace():
            return ""
        return window.rsplit(None, 1)[-1].lstrip("\"'“‘([«—–-")

    @property
    def opens_sentence(self) -> bool:
        """Whether the word that follows mostly begins sentences."""
        word = self.following.lower().replace("’", "'").partition("'")[0]
        return word in _OPENERS or (len(word) > len("A.") and word.rstrip(".") in _OPENERS)

    @property
    def is_lower(self) -> bool:
        """Whether the word that follows is in lower case; iPhone is not."""
        return self.following[0].islower() and not self.following[1:2].isupper()


def sentence_bounds(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of the sentences of one block, without the space around them."""
    start = len(text) - len(text.lstrip())
    has_asides = "(" in text
    for match in _stop().finditer(text, start):
        at = match.start()
        is_plain = match.lastindex == _PLAIN
        if not is_plain and not _ends(match, start):
            continue
        end = match.end(_PLAIN) if is_plain else match.end(_CLOSERS)
        if has_asides and _is_inside_aside(text, start, at, end):
            continue
        yield start, end
        start = match.end()
    end = len(text.rstrip())
    if start < end:
        yield start, end


def _ends(match: re.Match[str], start: int) -> bool:
    """Whether a sentence that began at `start` ends in this stop."""
    at = match.start()
    _, more_marks, closers, opener, following = match.groups()
    if at == start or not following:
        return False
    stop = _Stop(match.string, start, at, match[0][0] + more_marks, closers, opener, following)
    if stop.marks == ".":
        return _full_stop_ends(stop)
    if stop.marks[-1] in "!?":
        return _shout_ends(stop, match.start(_FOLLOWING))
    return not stop.is_lower


def _full_stop_ends(stop: _Stop) -> bool:
    before = "" if stop.closers else stop.before
    if stop.is_lower:
        return before.isalpha() and before not in _ABBREVIATIONS and _is_plain_word(before)
    return not before or _ends_after(before, stop)


def _is_plain_word(word: str) -> bool:
    """Whether a word is too long, for its case, to be an abbreviation that is not listed."""
    return len(word) >= (3 if word.islower() else 6)


def _ends_after(before: str, stop: _Stop) -> bool:
    """Whether a sentence ends in this word, abbreviation or number; the next is no lower case."""
    in_small_letters = before.capitalize() if before.isupper() else before
    if in_small_letters in _BEFORE_NAME:
        return before in {"St", "Sr"} and stop.opens_sentence
    if before in _BEFORE_NUMBER:
        return not stop.following[0].isdigit()
    if before.lower() in {"a.m", "p.m"}:
        return stop.following.lower().rstrip(".") not in _AFTER_HOUR
    if stop.at - len(before) - stop.start <= len(" (*") and _is_enumerator(before):
        return False
    if before in _SOMETIMES_LAST or _is_initials(before):
        return stop.opens_sentence
    return True


def _is_enumerator(word: str) -> bool:
    """Whether a word, the first of its sentence, numbers a list item or a heading."""
    return len(word) == 1 or (len(word) <= 5 and word.replace(".", "").isdigit())


def _is_initials(word: str) -> bool:
    """Whether a word is like J, U.S or e.g."""
    parts = word.split(".")
    longest = 2 if len(parts) > 1 else 1
    return all(part.isalpha() and len(part) <= longest for part in parts)


def _shout_ends(stop: _Stop, next_word: int) -> bool:
    """Whether a question or exclamation is not merely quoted, and not a name like Yahoo!."""
    if stop.closers:
        is_quoted = stop.is_lower or stop.opener.startswith("(")
        return not is_quoted and not _REPORTED.match(stop.text, next_word)
    return not stop.is_lower or (not stop.opener and stop.before.islower())


def _is_inside_aside(text: str, start: int, at: int, end: int) -> bool:
    """Whether parentheses that opened within the sentence close soon after."""
    opened = text.rfind("(", max(start, at - _LONGEST_ASIDE), at)
    return opened > start and text.find(")", opened, at + _LONGEST_ASIDE) >= end
