"""A sentence that begins with a small letter."""

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from copydesk import Applicability, BlockKind, Document, Finding, Rule, replacement
from copydesk.analysis.vocabulary import places_in
from copydesk.english.dictionary import letters_of
from copydesk.english.lexicon import FUNCTION_WORDS

_ABBREVIATIONS = frozenset(
    "abbr acad adj adv apt approx art assn assoc ave bros cent circa col comp corp dept dist div"
    " dots eng esp est etc excl feat fig figs fed freq gal gen gov govt hon inc incl inst int intl"
    " jan feb mar apr jun jul aug sep sept oct nov dec lat lit long max mfg min misc mon tue tues"
    " wed thu thur thurs fri sat sun mtn nat natl nos num obs op orig para pat perf poss pref prob"
    " prof prop pub quot rec ref refs rep res resp rev sci sec sect sep sing soc spec spp sq subsp"
    " sup suppl syn temp trans transl univ var vol vols viz vers".split()
)
"""Short forms that end in a stop, and may be words as well."""

_SHORTEST = 3
_OFTEN = 6
_RARE = 3
"""So many sentences begin with a capital for each that does not, or the writer means it."""


class LowerCaseStart(Rule):
    """A sentence begins with a small letter."""

    name: ClassVar = "lower-case-start"
    family: ClassVar = "phrasing"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        tokens = document.tokens
        starts = [i + 1 for i in places_in(tokens.texts[:-1], {"."})]
        small = [i for i in starts if tokens.texts[i].islower()]
        found = [i for i in small if _is_start(document, i)]
        times = Counter(tokens.lowers) if found else Counter[str]()
        found = [i for i in found if not _is_name(tokens.lowers[i], times)]
        capitals = sum(tokens.texts[i][0].isupper() for i in starts) if found else 0
        for i in found if len(found) * _RARE <= capitals else ():
            word, start, end = tokens[i]
            yield self.finding(
                document.span(start, end),
                f"“{word}” begins a sentence with a small letter",
                fixes=replacement(document, start, end, word.capitalize(), Applicability.UNSAFE),
            )


def _is_name(word: str, times: Counter[str]) -> bool:
    """Whether a word that is no part of grammar is so frequent that the article is about it."""
    return word not in FUNCTION_WORDS and times[word] >= _OFTEN


def _is_start(document: Document, i: int) -> bool:
    """Whether token `i`, after a stop, begins a sentence and has a small letter."""
    tokens = document.tokens
    if i < _SHORTEST or i + 1 >= len(tokens):
        return False
    before, word, after = tokens.texts[i - 2], tokens.texts[i], tokens.texts[i + 1]
    return (
        _is_known(before)
        and before != word  # the name of a thing: “we release clock. clock knows the time”
        and len(before) >= _SHORTEST
        and before not in _ABBREVIATIONS
        and tokens.end(i - 2) == tokens.starts[i - 1]
        and _is_known(word)
        and _is_known(after.lower())
        and document.text[tokens.end(i - 1) : tokens.starts[i]].isspace()
        and _is_edited(document, tokens.starts[i])
    )


def _is_edited(document: Document, start: int) -> bool:
    """Whether a paragraph begins with a capital, as one does whose writer uses them at all."""
    block = document.block_at(start)
    return block.kind is BlockKind.PARAGRAPH and not document.text[block.start].islower()


def _is_known(text: str) -> bool:
    """Whether it is a word in small letters that copydesk knows."""
    return text.islower() and (text in FUNCTION_WORDS or bool(letters_of(text)))
