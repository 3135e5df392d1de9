"""Finds where the narrator of an article says “I”, “we” or “you”."""

from collections.abc import Iterator

from copydesk.analysis.quotations import quotations
from copydesk.analysis.vocabulary import places
from copydesk.document import Document
from copydesk.segment import Tokens

_I = frozenset("i i'm i've i'll i'd".split())
_SINGULAR = _I | frozenset("me my myself mine".split())
_WE_AND_YOU = frozenset(
    "we we're we've we'll we'd us our ours ourselves let's you you're you've you'll you'd your"
    " yours yourself".split()
)

_BEFORE_I = frozenset(
    "but and or so yet for if when while as because since although though unless until once that"
    " what which who whom how why where whether then now today yesterday tomorrow tonight maybe"
    " perhaps sometimes often never always only even still also here there before after than well"
    " yes no oh all am was had have do did can could may might should would will must".split()
)
"""Words in capitals before an “I” that is no numeral, because they begin a sentence."""

_NUMBERED = frozenset(
    "type class phase grade stage level part group category section volume book chapter article"
    " title tier schedule annex division war figure table appendix act scene".split()
)

_ALWAYS_FEW = 5
_SMALL_SHARE = 0.01
_NOT_AFTER_I = frozenset("is are has does".split())


def singular(document: Document) -> tuple[int, ...]:
    """The tokens in which the narrator says “I”, “me”, “my”, “myself” or “mine”.

    Left out are numerals, letters and titles of works: a pronoun beside a word in capitals.
    """
    return tuple(i for i in _unquoted(document, _SINGULAR) if _is_pronoun(document.tokens, i))


def companions(document: Document) -> tuple[int, ...]:
    """The tokens in which the narrator says “we”, “us”, “our”, “you” or “your”."""
    texts = document.tokens.texts
    return tuple(i for i in _unquoted(document, _WE_AND_YOU) if texts[i] != "US")


def is_personal(document: Document) -> bool:
    """Whether the narrator speaks throughout, as in a column, a blog or a speech."""
    said = len(document.analysis(singular)) + len(document.analysis(companions))
    return said > max(_ALWAYS_FEW, _SMALL_SHARE * len(document.tokens))


def _unquoted(document: Document, words: frozenset[str]) -> Iterator[int]:
    """The tokens among `words` that stand outside quotation."""
    quoted = document.analysis(quotations)
    for i in places(document, words):
        if not quoted.covers(document.tokens.starts[i]):
            yield i


def _is_pronoun(tokens: Tokens, i: int) -> bool:
    texts = tokens.texts
    word, after = texts[i], texts[i + 1] if i + 1 < len(texts) else ""
    if tokens.lowers[i] in _I:
        return word[0] == "I" and _may_follow_i(tokens, i + 1) and _may_precede_i(tokens, i - 1)
    if word == "mine":
        return texts[i - 1 : i] == ["of"] and not after.isalpha()
    if word[0].isupper():
        return word in {"My", "Myself"} and after.islower() and _begins_sentence(tokens, i)
    return not after[:1].isupper() and texts[i - 1 : i] != ["/"]


def _may_follow_i(tokens: Tokens, i: int) -> bool:
    after = tokens.texts[i : i + 2]
    return (
        bool(after)
        and after[0].islower()
        and after[0] not in _NOT_AFTER_I
        and not (after[0] in {"and", "or", "to"} and _is_numeral(after[-1]))
    )


def _may_precede_i(tokens: Tokens, i: int) -> bool:
    """Whether “I” can be a pronoun after token `i`, and not as in “World War I” or “type I”."""
    if i < 0:
        return True
    before, word = tokens.texts[i], tokens.lowers[i]
    if not before[0].isalnum():
        return before not in {"/", "=", "*", "+", "#"}
    if before[0].isupper():
        return _begins_sentence(tokens, i) and (word in _BEFORE_I or word.endswith("ly"))
    if word in {"and", "or"} and i and _is_numeral(tokens.texts[i - 1]):
        return False
    return before[0].isalpha() and word not in _NUMBERED


def _begins_sentence(tokens: Tokens, i: int) -> bool:
    return not i or not (tokens.texts[i - 1][-1].isalnum() or tokens.texts[i - 1] in {",", "&"})


def _is_numeral(word: str) -> bool:
    return set(word) <= set("IVXLC")
