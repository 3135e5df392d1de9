"""Two words that only a mark keeps apart."""

import string
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from copydesk import Applicability, Document, Edit, Finding, Fix, Rule, Severity, lazy_pattern
from copydesk.english.dictionary import letters_of
from copydesk.english.lexicon import FUNCTION_WORDS

_MARK = lazy_pattern(r"""[.!?,;](?=[”’"')\]“‘(]{0,2}[^\W\d_])""")
_LEFT = lazy_pattern(r"""([^\W_]+)([”’"')\]]*)\Z""")
_RIGHT = lazy_pattern(r"""([”’"')\]“‘(]*)([^\W\d_]+(?:['’][a-z]+)?)(?![\w(]|[.:]\w)""")
_CODE = lazy_pattern(r"[\\/@_=<>{}\[\]#$|~^*+`&]|www\.|\w\.\w|\w[(:]\w|\(\)")
_SENTENCE_AFTER_WORD = lazy_pattern(r",? [^\W\d_]|['’]s ")
_SENTENCE_AFTER_NAME = lazy_pattern(r" [a-z]|['’]s ")
_STEM = lazy_pattern("['’]")
_FARTHEST = 40

_OPENERS = frozenset(
    "A After All Also Among An And Another Anyone As At Because Before But By Despite During Each"
    " Even Every For From He Her Here His How However I If In Instead It Its Just Last Later Many"
    " Meanwhile Most My No Not Now Of On Once One Other Our Over She Since So Some Such That The"
    " Their Then There These They This Those Though To Today Two Under Unlike Until We What When"
    " Where Whether Which While Who Why With Without Yet You Your".split()
)
"""Words that begin sentences and no names."""

_ONE_LETTER_WORDS = frozenset("aAI")
_DOMAINS = frozenset("Com Edu Gov Io Net Org".split())
_TITLES = frozenset("Dr Mr Mrs Ms St".split())
_CLOSING = " \"'“‘("
_INSIDE = (*string.ascii_letters, *string.digits, ",", ";")
"""What stands before a word that begins no sentence, spaces and quotation marks apart."""

_LONGEST_MODULE = 5
_MOST_MARKS = 2
"""As many more commas in a row without a space make a list of data."""


class _Joint(NamedTuple):
    """A mark between two words: what the words are, what quotes and brackets stand beside it."""

    before: str
    closing: str
    mark: str
    quotes: str
    after: str
    rest: str
    """What comes after, as far as it is looked at."""

    opens: bool
    """Whether the first word begins a sentence."""

    @property
    def text(self) -> str:
        return "".join(self[:5])


class MissingSpace(Rule):
    """No space stands between a mark and the next word."""

    name: ClassVar = "missing-space"
    family: ClassVar = "mechanics"
    severity: ClassVar = Severity.ERROR
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        for match in _MARK.finditer(document.text):
            joint = _joint(document.text, match.start())
            if joint and (_parts_sentences(joint) if joint.mark in ".!?" else _parts_words(joint)):
                left = joint.before + joint.closing
                start = match.start() - len(left)
                yield self.finding(
                    document.span(start, start + len(joint.text)),
                    f"no space stands between “{left}{joint.mark}” and “{joint.after}”",
                    fixes=_fixes(document, joint, start),
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
    opens = not before[: left.start()].rstrip(_CLOSING).endswith(_INSIDE)
    return _Joint(left[1], left[2], text[at], right[1], right[2], after[right.end() :], opens)


def _parts_sentences(joint: _Joint) -> bool:
    is_word = len(joint.after) > 1 or joint.after in _ONE_LETTER_WORDS
    if len(joint.before) == 1 or not is_word or not joint.after[0].isupper():
        return False  # “J.Smith”, “example.org”
    if _STEM.split(joint.after)[0] in _OPENERS:
        return True
    word = joint.before
    is_short = word.islower() and word.isalpha() and len(word) <= _LONGEST_MODULE
    if is_short and not (letters_of(word) or word in FUNCTION_WORDS):
        return False  # “odr.Model”
    is_capitalized = joint.after.istitle() and joint.after not in _DOMAINS
    if joint.closing or joint.quotes:
        return is_capitalized or (joint.after.isupper() and len(joint.after) > len("TV"))
    if joint.opens and joint.before not in _TITLES:
        return False  # “Data.Compact is new”: no sentence is of one word
    goes_on = _SENTENCE_AFTER_WORD if joint.before.islower() else _SENTENCE_AFTER_NAME
    return is_capitalized and bool(goes_on.match(joint.rest))


def _parts_words(joint: _Joint) -> bool:
    if joint.before.isupper() and joint.after.isupper():
        return False  # “MAINT,BUG”
    least = 2 if joint.mark == "," else 3  # “tl;dr”
    is_word = len(joint.after) >= least or joint.after in _ONE_LETTER_WORDS
    return is_word and joint.before.isalpha() and len(joint.before) >= least


def _fixes(document: Document, joint: _Joint, start: int) -> Iterator[Fix]:
    """A space after the mark and what closes there, if it is plain which quotation marks do."""
    opening = joint.quotes.lstrip("”’)]")
    end = start + len(joint.text)
    if document.is_literal(start, end) and not set(opening) & set("\"'"):
        cut = end - len(opening + joint.after)
        spaced = f"{document.text[start:cut]} {document.text[cut:end]}"
        applicability = Applicability.SAFE if joint.mark == "," else Applicability.UNSAFE
        yield Fix(applicability, (Edit(document.span(start, end), spaced),))
