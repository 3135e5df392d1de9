"""Finds verbs whose number is not that of their subject, where the subject is beyond doubt."""

from collections.abc import Callable, Iterator

from copydesk.analysis.phrasing.disagreeing_nouns import (
    STANDING,
    TITLES,
    by_noun,
    by_standing,
    by_title,
)
from copydesk.analysis.phrasing.disagreeing_pronouns import PRONOUNS, by_pronoun
from copydesk.analysis.phrasing.disagreeing_relatives import by_relative
from copydesk.analysis.phrasing.disagreeing_there import by_there
from copydesk.analysis.phrasing.subjects import Clash
from copydesk.analysis.vocabulary import places
from copydesk.document import Document


def disagreement(document: Document) -> tuple[Clash, ...]:
    """The clashes of a document, each verb once."""
    found: dict[int, Clash] = {}
    for clash in (*_by_word(document), *by_noun(document)):
        found.setdefault(clash.verb, clash)
    return tuple(found[verb] for verb in sorted(found))


def _by_word(document: Document) -> Iterator[Clash]:
    """The clashes that are found by a word that is known by name, and not the last."""
    words = document.tokens.lowers
    for i in places(document, _FINDERS.keys()):
        if i + 1 < len(words) and (clash := _FINDERS[words[i]](document, i)):
            yield clash


_FINDERS: dict[str, Callable[[Document, int], Clash | None]] = {
    **dict.fromkeys(PRONOUNS, by_pronoun),
    **dict.fromkeys(STANDING, by_standing),
    **dict.fromkeys(TITLES, by_title),
    "there": by_there,
    "who": by_relative,
}
"""What looks for a clash at each of these words."""
