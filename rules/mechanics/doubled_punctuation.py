"""Two marks where one belongs."""

import re
from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Rule, lazy_pattern, replacement

_MARKS = lazy_pattern(
    r"""
      [,;:.] (?=[ \xa0]?[,;.])
      (?: (?<=[,;]) (?:[ \xa0]?[,;.])+ | [ \xa0]?[,;] | (?<=\.)\. )
      (?! [\w/.*=-] | (?<=;)\) )     # a path, a name, a wink
    """,
    re.VERBOSE,
)
_WORD = lazy_pattern(r"[^\W_](?:[\w.’']*[^\W_])?\Z")
_NAMED = lazy_pattern(r"[&:][\w#+-]+\Z")
_VOLUME = lazy_pattern(r"\s(?:\d|vol\b|pp?\b|no\b)")
_QUOTES = frozenset("\"'“”‘’")
_LONGEST_WORD = 30
_ELLIPSIS = 3

_ABBREVIATIONS = frozenset(
    "abbr abbrev adj adm adv al approx apr arch assn assoc asst attn aug ave aves avg bart"
    " biol bldg blvd bot bros bt ca calif capt cf ch chap chem cit cl co col colo cols comm"
    " comp conn cont corp cos cpl ct cu dec def del dept dict dir dist div doc dr ed eds eg"
    " el elev eng engl eq esp esq est etc ex exec ext feat feb fem fig figs fl fla fn fr fri"
    " ft gal gen gov govt hon hosp hr hrs ibid ie illus inc incl ind inst int intl jan jr"
    " jul jun kan ky la lat lb lbs lib lit lt ltd maj mar masc mass math max med messrs mfg"
    " mich min minn mins misc miss mo mon mont mph mr mrs ms mt mts mus nat natl neb nev no"
    " nom nos nov num obs oct okla ont op orig oz par para pat penn perf phil pl pop pp pref"
    " prep pres prev prob proc prod prof proj pron prox ps pseud pt pts pub publ qt que rd"
    " rds rec ref refs reg rep reps rept rev rt sat sci sec secs sect sen sens sept seq ser"
    " sgt sing soc sp spec spp sq sr st ste str sts subsp sun supp suppl supt syn syst tech"
    " tel temp tenn tex theol thu thur thurs tr trans treas tue tues ult univ usu va var ver"
    " vers viz vol vols vs vt wash wed wis wk wt wyo yd yds yr yrs zool".split()
)


class DoubledPunctuation(Rule):
    """Two marks stand where one belongs."""

    name: ClassVar = "doubled-punctuation"
    family: ClassVar = "mechanics"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        for match in _MARKS.finditer(text):
            start, marks = match.start(), match[0]
            if marks.count(".") >= _ELLIPSIS or not _follows_word(text, start):
                continue
            if marks[0] == "." and (_is_abbreviated(text, start) or _is_cited(text, match)):
                continue
            if text[start - 1] in _QUOTES and text[match.end() : match.end() + 1] in _QUOTES:
                continue
            same = marks == marks[0] * 2 and marks[0] != "."
            yield self.finding(
                document.span(start, match.end()),
                f"“{marks}” is more than one mark",
                fixes=replacement(document, start, match.end(), marks[0]) if same else (),
            )


def _follows_word(text: str, at: int) -> bool:
    """Whether something that is no mark itself stands right before the marks."""
    before = text[max(0, at - _LONGEST_WORD) : at]
    if not before or before[-1].isspace() or before[-1] in ".,;:[":
        return False
    return text[at] not in ";:" or not _NAMED.search(before)  # “&amp;,”, “:smile:,”


def _is_cited(text: str, marks: re.Match[str]) -> bool:
    """Whether a volume follows the name of a journal or a party: “SIAM J. Optim., 9 (1999)”."""
    word = _WORD.search(text, max(0, marks.start() - _LONGEST_WORD), marks.start())
    is_name = word is not None and word[0][0].isupper()
    return is_name and marks[0] == ".," and _VOLUME.match(text, marks.end()) is not None


def _is_abbreviated(text: str, at: int) -> bool:
    """Whether the word before may end in a stop of its own: “etc.,”, “U.S.;”, “Inc..”."""
    word = _WORD.search(text, max(0, at - _LONGEST_WORD), at)
    if not word or word[0][-1].isdigit():
        return False
    return (
        len(word[0]) == 1
        or "." in word[0]
        or word[0].isupper()
        or word[0].lower() in _ABBREVIATIONS
    )
