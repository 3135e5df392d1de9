"""A sentence of running text that has a subject and no verb."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import BlockKind, Document, Finding, Rule, Sentence, Severity
from copydesk.analysis.phrasing.subjects import is_same_in_the_past
from copydesk.analysis.tags import tags
from copydesk.english.dictionary import letters_of
from copydesk.english.grammatical_number import Number, noun_number
from copydesk.english.lexicon import AUXILIARIES

_SINGULAR = frozenset("he she it".split())
_OPENERS = _SINGULAR | frozenset("the this his her its".split())
_INFINITE = frozenset("Ing Inf Part".split())
_CLITICS = ("'s", "'re", "'ve", "'m", "'ll", "'d", "n't")
_MARKS = frozenset('"“”()[]:;?!…/|–—&=+*')
_FEWEST, _MOST = 6, 40


class MissingVerb(Rule):
    """A sentence has a subject and no verb."""

    name: ClassVar = "missing-verb"
    family: ClassVar = "phrasing"
    severity: ClassVar = Severity.INFO
    default: ClassVar = False
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        for sentence in document.sentences:
            if _is_running(sentence) and _has_no_verb(document, sentence):
                span = document.span(sentence.start, sentence.end)
                yield self.finding(span, f"“{_beginning(sentence)}” has no verb")


def _is_running(sentence: Sentence) -> bool:
    """Whether it stands with others in a paragraph, and ends as sentences do."""
    block = sentence.block
    return (
        block.kind is BlockKind.PARAGRAPH
        and sentence.text.endswith(".")
        and "\n" not in sentence.text
        and len(block.text) > len(sentence.text) + _FEWEST
    )


def _has_no_verb(document: Document, sentence: Sentence) -> bool:
    place = document.tokens.between(sentence.start, sentence.end)
    words = document.tokens.lowers[place.start : place.stop]
    if not _FEWEST <= len(words) <= _MOST or words[0] not in _OPENERS:
        return False
    if (
        not _MARKS.isdisjoint(words)
        or any(map(_may_be_verb, words))
        or len(words[-2]) <= len("etc")
    ):
        return False
    if words[0] not in _SINGULAR and noun_number(words[1]) is not Number.ONE:
        return False
    found = document.analysis(tags).between(place.start, place.stop)
    return not any(tag.is_verb and tag.form not in _INFINITE for tag in found)


def _may_be_verb(word: str) -> bool:
    """Whether a word can make a clause with a singular subject, or is not known not to."""
    if word in AUXILIARIES or word.endswith(_CLITICS):
        return True
    letters = letters_of(word)
    if not letters:
        return word.endswith(("ed", "s"))
    may_be_past = "d" in letters or is_same_in_the_past(word)
    return may_be_past or "z" in letters or letters == "v"


def _beginning(sentence: Sentence) -> str:
    words = sentence.text.split()
    return " ".join(words[:_FEWEST]) + (" …" if len(words) > _FEWEST else "")
