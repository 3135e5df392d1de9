"""Two words that only a mark keeps apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from copydesk import Applicability, Document, Edit, Finding, Fix, Rule, Severity

_MARK = re.compile(r"""[.!?,;](?=[”’"')\]“‘(]{0,2}[^\W\d_])""")
_LEFT = re.compile(r"""([^\W_]+)([”’"')\]]*)\Z""")
_RIGHT = re.compile(r"""([”’"')\]“‘(]*)([^\W\d_]+(?:['’][a-z]+)?)(?![\w(]|[.:]\w)""")
_CODE = re.compile(r"[\\/@_=<>{}\[\]#$|~^*+`&]|www\.|\w\.\w|\w[(:]\w|\(\)")
_FARTHEST = 40

_OPENERS = frozenset(
    "A After All Also An And Another Anyone As At Because Before But By Despite During Each Even"
    " Every For From He Her Here His How However I If In Instead It Its Just Last Later Many"
    " Meanwhile Most My No Not Now Of On Once One Other Our Over She Since So Some Such That The"
    " Their Then There These They This Those Though To Today Two Under Unlike Until We What When"
    " Where Whether Which While Who Why With Without Yet You Your".split()
)
"""Words that begin sentences and no names."""

_ONE_LETTER_WORDS = frozenset("aAI")
_DOMAINS = frozenset("Com Edu Gov Io Net Org".split())
_MOST_MARKS = 2
"""As many more commas in a row without a space make a list of data."""


class _Joint(NamedTuple):
    """A mark between two words, and what stands around it; the parts make up the text."""

    before: str
    closing: str
    mark: str
    quotes: str
    after: str


@dataclass(frozen=True)
class MissingSpace(Rule):
    """No space stands between a mark and the next word."""

    name: ClassVar = "missing-space"
    family: ClassVar = "mechanics"
    severity: ClassVar = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        for match in _MARK.finditer(text):
            joint = _joint(text, match.start())
            if joint and (_parts_sentences(joint) if joint.mark in ".!?" else _parts_words(joint)):
                start = match.start() - len(joint.before + joint.closing)
                end = start + len("".join(joint))
                left = joint.before + joint.closing + joint.mark
                yield self.finding(
                    document.span(start, end),
                    f"no space stands between “{left}” and “{joint.after}”",
                    fixes=_fixes(document, joint, start, end),
                )


def _joint(text: str, at: int) -> _Joint | None:
    """The words around a mark; None where it has none, or they look like code or an address."""
    before, after = text[max(0, at - _FARTHEST) : at], text[at + 1 : at + 1 + _FARTHEST]
    left, right = _LEFT.search(before), _RIGHT.match(after)
    if not left or not right:
        return None
    beside = f"{before.split()[-1]} {after.split()[0]}"
    if _CODE.search(beside) or beside.count(text[at]) >= _MOST_MARKS:
        return None
    return _Joint(left[1], left[2], text[at], right[1], right[2])


def _parts_sentences(joint: _Joint) -> bool:
    is_word = len(joint.after) > 1 or joint.after in _ONE_LETTER_WORDS
    if len(joint.before) == 1 or not is_word or not joint.after[0].isupper():
        return False  # “J.Smith”, “example.org”
    if joint.closing or joint.quotes:
        return joint.after.istitle()
    if joint.after in _OPENERS:
        return True
    return joint.before.islower() and joint.after.istitle() and joint.after not in _DOMAINS


def _parts_words(joint: _Joint) -> bool:
    least = 2 if joint.mark == "," else 3  # “tl;dr”
    is_word = len(joint.after) >= least or joint.after in _ONE_LETTER_WORDS
    return is_word and joint.before.isalpha() and len(joint.before) >= least


def _fixes(document: Document, joint: _Joint, start: int, end: int) -> Iterator[Fix]:
    """A space after the mark and what closes there, if it is plain which quotation marks do."""
    opening = joint.quotes.lstrip("”’)]")
    if document.is_literal(start, end) and not set(opening) & set("\"'"):
        cut = len("".join(joint)) - len(opening + joint.after)
        spaced = f"{document.text[start : start + cut]} {document.text[start + cut : end]}"
        applicability = Applicability.SAFE if joint.mark == "," else Applicability.UNSAFE
        yield Fix(applicability, (Edit(document.span(start, end), spaced),))
