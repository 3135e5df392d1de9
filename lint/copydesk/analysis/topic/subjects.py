"""Tells what an article is on by its title and first sentence, and which blocks refer to that."""

from copydesk.analysis.paragraphs import whole_paragraphs
from copydesk.analysis.terms import terms_of
from copydesk.document import Document
from copydesk.english.lexicon import ARTICLES
from copydesk.english.word_classes import GROUP_NOUN, PERSON_NOUN, THING_NOUN, classes_of

_BE = frozenset("is was are were".split())
_ENDS = frozenset(". , ; ( who which that from in at by".split())
_NOUN = PERSON_NOUN | GROUP_NOUN | THING_NOUN
_LATEST, _LONGEST = 60, 10
"""How many tokens the first paragraph has before what it is on is said, and how many say it."""


def kinds(document: Document) -> frozenset[str]:
    """The nouns by which the first paragraph says what something is: “was a bishop”."""
    first = document.prose[document.analysis(whole_paragraphs)[0]]
    inside = document.tokens.between(first.start, first.end)
    texts, lowers = document.tokens.texts, document.tokens.lowers
    for i in inside[:_LATEST]:
        if lowers[i] in _BE and i + 1 < inside.stop and lowers[i + 1] in ARTICLES:
            return _nouns(texts[i + 2 : min(i + 2 + _LONGEST, inside.stop)])
    return frozenset()


def _nouns(words: list[str]) -> frozenset[str]:
    """The terms of the nouns among some words, up to where these are qualified."""
    end = next((i for i, word in enumerate(words) if word in _ENDS), len(words))
    nouns = (word for word in words[:end] if word.islower() and classes_of(word) & _NOUN)
    return frozenset(term for noun in nouns for term in terms_of(noun))
