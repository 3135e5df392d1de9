"""Finds words of grammar that stand where only one that looks alike can.

Each of these words is so frequent that its place can be told by kinds of words: “than” wants
something compared, “too” a degree, “their” a noun; “off” stands after few nouns, “of” after most.
The tests were read on 7.6 million words, and err there less than once in two million each; on text
that nobody had read, some erred more often, and were narrowed.
"""

from collections.abc import Callable, Iterator, Mapping

from copydesk.analysis.phrasing.confusions import Confusion
from copydesk.analysis.phrasing.misplaced import (
    clauses,
    homophones,
    joiners,
    particles,
    pronouns,
    slips,
)
from copydesk.analysis.phrasing.misplaced.around import Around
from copydesk.analysis.vocabulary import places
from copydesk.document import Document

Test = Callable[[Around], str]
"""Tells what a word stands for, by what is around it; empty if it stands for itself."""

_TESTS: Mapping[str, Test] = {
    "accept": homophones.accept,
    "affect": homophones.affect,
    "an": joiners.an,
    "and": joiners.and_,
    "as": slips.as_,
    "cite": homophones.cite,
    "ever": slips.ever,
    "every": slips.every,
    "except": homophones.except_,
    "form": particles.form,
    "has": slips.has,
    "he": slips.he,
    "if": slips.if_,
    "it's": pronouns.contraction,
    "lead": homophones.lead,
    "led": homophones.led,
    "life": slips.life,
    "live": slips.live,
    "loose": homophones.loose,
    "lose": homophones.lose,
    "me": slips.me,
    "no": slips.no,
    "note": slips.note,
    "off": particles.off,
    "one": particles.one,
    "or": joiners.or_,
    "our": joiners.our,
    "passed": homophones.passed,
    "past": homophones.past,
    "piece": homophones.piece,
    "principal": homophones.principal,
    "principle": homophones.principle,
    "quiet": homophones.quiet,
    "same": slips.same,
    "than": joiners.than,
    "their": pronouns.their,
    "then": joiners.then,
    "there": pronouns.there,
    "they're": pronouns.contraction,
    "thorough": joiners.thorough,
    "though": joiners.though,
    "threw": joiners.threw,
    "through": joiners.through,
    "too": particles.too,
    "we're": clauses.we_are,
    "weather": clauses.weather,
    "were": clauses.were,
    "what": slips.what,
    "where": clauses.where,
    "whether": clauses.whether,
    "witch": clauses.witch,
    "wood": slips.wood,
    "worlds": slips.world,
    "you're": pronouns.contraction,
}
_ONLY_AFTER: Mapping[str, frozenset[str]] = slips.ONLY_AFTER | {
    "and": joiners.TAKES_ARTICLE,
    "or": frozenset("about at by for from in into of on to with".split()),
}
"""Words too frequent to look at everywhere, and after which they are looked at."""


def misplaced_words(document: Document) -> Iterator[Confusion]:
    """The words of grammar that stand for others, in order."""
    words = document.tokens.lowers
    for at in places(document, _TESTS.keys()):
        word = words[at]
        if word in _ONLY_AFTER and words[at - 1] not in _ONLY_AFTER[word]:
            continue
        if not _may_be_word(document, at):
            continue
        right = _TESTS[word](Around(document, at))
        if right:
            yield Confusion(max(0, at - 1), min(at + 2, len(words)), at, right)


def _may_be_word(document: Document, at: int) -> bool:
    """Whether the token is no part of a name or title, by its capitals."""
    texts = document.tokens.texts
    if texts[at].islower():
        return True
    opens = not at or not texts[at - 1][0].isalnum()
    return opens and texts[at][1:].islower() and "".join(texts[at + 1 : at + 2]).islower()
