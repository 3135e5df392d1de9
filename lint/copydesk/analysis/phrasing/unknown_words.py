"""The words of an article that are in no table: misspellings, terms of a trade, other languages."""

from copydesk.analysis.terms import block_frequencies, terms_of
from copydesk.analysis.vocabulary import vocabulary
from copydesk.document import Document
from copydesk.english.background import background, weight_of
from copydesk.english.dictionary import letters_of


def unknown_words(document: Document) -> frozenset[str]:
    """The tokens in lower case that are plain letters and stand in no table; names among them.

    Costs next to nothing: the weights of an article's terms are known from other rules.
    """
    unknown = background().unknown
    terms = [t for t in document.analysis(block_frequencies) if weight_of(t) >= unknown]
    forms = {form for term in terms for form in (term, f"{term}s", f"{term}es", _plural(term))}
    return frozenset(filter(_is_unknown, forms & document.analysis(vocabulary)))


def _plural(term: str) -> str:
    """The other form that has this term as its light stem."""
    return f"{term[:-1]}ies" if term.endswith("y") else term


def _is_unknown(word: str) -> bool:
    return is_plain(word) and not letters_of(word)


def is_plain(word: str) -> bool:
    """Whether a word is of the letters a to z alone, in lower case."""
    return word.isascii() and word.isalpha() and word.islower()


def is_in_no_table(word: str) -> bool:
    """The same for a word by itself."""
    terms = terms_of(word)
    return bool(terms) and weight_of(terms[0]) >= background().unknown and _is_unknown(word)
