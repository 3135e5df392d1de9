"""A fixed turn without its article, “to” or “as”."""

from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from copydesk import Applicability, Document, Finding, Rule, replacement
from copydesk.analysis.token_patterns import Pattern, TokenPatterns
from copydesk.analysis.token_slots import EDGE, LOWER, only, tag, where, word
from copydesk.english.lexicon import (
    BE,
    DETERMINERS,
    FUNCTION_WORDS,
    HAVE,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)

_BEFORE = "before"
"""The slot of the word after which one is missing."""

_BEFORE_SHARE = (
    PREPOSITIONS
    | BE
    | HAVE
    | frozenset(
        "contain contains cover covers create creates include includes made makes offer offers"
        " produce produces provide provides that to use uses using".split()
    )
)
_SIZE = word(
    "big broad considerable great high huge large limited significant small substantial vast wide"
)
_SHARE = word("amount array majority number part percentage portion proportion range variety")
_SUPERLATIVE = word("best biggest finest greatest highest largest most oldest")
_NOUN = only("nN") & LOWER
_ENDS = (
    EDGE
    | word(PREPOSITIONS | {"and", "as", "or", "that", "which"})
    | where(lambda word: bool(word) and not word[0].isalnum() and word != "-")
)

_INTENT = word(
    "able expected forced obliged permitted reluctant required supposed unable unlikely unwilling"
)
_WISH = word(
    "attempted decided hoped intend intends managed ought pledged refused tried tries vowed want"
    " wanted wants"
)
_FREQUENT_VERB = word("be become do find get give go have keep make put see take")
_VERB = (only("v") & ~word(FUNCTION_WORDS)) | _FREQUENT_VERB
_NOUN_OR_VERB = only("nv") & ~word(FUNCTION_WORDS)
_BEGINS_OBJECT = word(DETERMINERS) | only("ac")
_IN = LOWER & word("in")
_AT = LOWER & word("at")

_PATTERNS: tuple[tuple[str, Pattern], ...] = (
    ("a", (word("as").named(_BEFORE), word("result"), word("of"))),
    ("a", ((LOWER & word("for")).named(_BEFORE), word("long"), word("time"), ~only("n"))),
    ("the", ((LOWER & word("for")).named(_BEFORE), word("first last second"), word("time"), _ENDS)),
    ("a", (word(_BEFORE_SHARE).named(_BEFORE), _SIZE, _SHARE, word("of"))),
    ("the", (_AT.named(_BEFORE), word("same"), word("time"))),
    ("the", (word("by until").named(_BEFORE), word("end"), word("of"))),
    ("the", (_AT.named(_BEFORE), word("beginning end"), word("of"), word(DETERMINERS))),
    ("the", (_IN.named(_BEFORE), word("absence beginning form middle vicinity"), word("of"))),
    ("the", (_IN.named(_BEFORE), word("near"), word("future"))),
    ("the", (word("on").named(_BEFORE), word("other"), word("hand"), word(","))),
    ("the", (word("on").named(_BEFORE), word("basis"), word("of"))),
    ("a", (word("all"), word("of").named(_BEFORE), word("sudden"))),
    ("the", (~word("the"), word("one some"), word("of").named(_BEFORE), _SUPERLATIVE)),
    ("the", (word("at in on with").named(_BEFORE) & LOWER, word("same"), _NOUN, _ENDS)),
    ("to", (word(BE | {"be", "been"}), (_INTENT & LOWER).named(_BEFORE), _VERB & tag("VERB AUX"))),
    ("to", (word(BE | {"be"}), (_INTENT & LOWER).named(_BEFORE), _NOUN_OR_VERB, _BEGINS_OBJECT)),
    ("to", (word(SUBJECT_PRONOUNS), _WISH.named(_BEFORE), _VERB & tag("VERB AUX"))),
    ("to", (word(BE | {"be"}), word("impossible possible").named(_BEFORE), only("v") | word("do"))),
    ("as", (only("ns"), word("as"), word("well").named(_BEFORE), only("ns") & LOWER)),
)


_LARGELY = (word("in"), word("great large small"), word("part"))
"""An adverb, before which “of” may stand: “robbed in large part of its wealth”."""


class MissingFunctionWord(Rule):
    """A fixed turn lacks its article, “to” or “as”."""

    name: ClassVar = "missing-function-word"
    family: ClassVar = "phrasing"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        tokens = document.tokens
        for match in _patterns().find(document):
            before = match.tokens(_BEFORE).start
            start, end = tokens.starts[before], tokens.end(before + 1)
            missing, (first, second) = match.value, tokens.texts[before : before + 2]
            put = f"{first} {missing} {second}"
            yield self.finding(
                document.span(start, end),
                f"“{missing}” is missing in “{document.text[start:end]}”",
                fixes=replacement(document, start, end, put, Applicability.UNSAFE),
            )


@cache
def _patterns() -> TokenPatterns[str]:
    return TokenPatterns(((pattern, missing) for missing, pattern in _PATTERNS), [_LARGELY])
