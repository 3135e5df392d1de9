"""Tells a title that is not about the text under it."""

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from copydesk.analysis.genre import Genre, genre
from copydesk.analysis.terms import block_terms, terms_of
from copydesk.analysis.vocabulary import word_places
from copydesk.document import BlockKind, Document
from copydesk.english.topic_space import Direction, direction, place_of

_FEWEST_TERMS = 4
"""A shorter title may be a play on words, a label, or the name of an agency or a kind of page."""

_FEWEST_TERMS_BELOW = 64
_STEM = 5
_NEAREST, _NEAREST_TERM = 0.25, 0.4
"""A title that is nearer the text, or has a term that is, may say the same in other words."""

_NAMED_BY_PURPOSE = frozenset({Genre.GUIDE, Genre.LIST, Genre.TRANSCRIPT})

_OF_ANY_PAGE = frozenset(
    """
    about announcement answer appendix archive article background blog brief bulletin changelog
    chapter code column comment community conduct contact contents contributing contribution
    contributor conclusion conversation coverage design development diary digest discussion
    document documentation draft edition editor editorial essay event example faq feature feedback
    glossary guide guideline headline help history home idea index information instruction
    interview intro introduction issue journal lesson letter license link list live manual meeting
    minute monthly news newsletter note notice obituary opinion overview page paper part photo
    picture plan podcast policy post preface preview privacy problem profile project proposal
    question quick quickstart quiz readme reference release report resource review roadmap
    roundup section security series session setup speech start started statement status story
    summary support term thought tip topic transcript troubleshooting tutorial update usage
    version video view volume weekly welcome work workshop writing
    """.split()
)
"""Terms that tell what kind of page this is rather than what it is about."""


def is_about_another(document: Document) -> bool:
    """Whether the title has no word in common with the text, and none that is near its topic.

    False if there is no title or too little to judge by, and of a guide or a list, which are named
    after what they are for.
    """
    terms = _title_terms(document)
    if len(terms) < _FEWEST_TERMS or _recurs(document, terms):
        return False
    below = sum(document.analysis(block_terms)[1:], Counter[str]())
    if below.total() < _FEWEST_TERMS_BELOW or document.analysis(genre).genre in _NAMED_BY_PURPOSE:
        return False
    return _is_far(terms, direction(place_of(below)))


def _title_terms(document: Document) -> Counter[str]:
    """The terms of the title that tell what the article is about."""
    title = document.prose[0] if document.prose else None
    if not title or title.kind is not BlockKind.TITLE or title.text.endswith(("!", "?")):
        return Counter()
    words = document.tokens.texts[: document.tokens.index_at(title.end)]
    if title.text.isupper():  # which would be acronyms
        words = [word.lower() for word in words]
    terms = Counter(chain.from_iterable(map(terms_of, words)))
    return Counter({term: n for term, n in terms.items() if term not in _OF_ANY_PAGE})


def _recurs(document: Document, terms: Iterable[str]) -> bool:
    """Whether one of some terms stands below the title, or a word that begins alike."""
    first, index = document.tokens.index_at(document.prose[0].end), document.analysis(word_places)
    own = [term.lower() for term in terms]
    if any(term in index and index[term][-1] >= first for term in own):  # as nearly always
        return True
    beginnings = tuple(term[:_STEM] for term in own)
    below = (word for word, found in index.items() if found[-1] >= first)
    return any(part.startswith(beginnings) for word in below for part in word.split("-"))


def _is_far(terms: Counter[str], below: Direction) -> bool:
    """Whether a title is far from a text in the topic space, and so is each of its terms."""
    places = [place for term in terms if (place := place_of({term: 1}))]
    if not places or below.nearness(direction(place_of(terms))) > _NEAREST:
        return False
    return all(below.nearness(direction(place)) <= _NEAREST_TERM for place in places)
