"""A name of a place, a people or a time that lost its capital."""

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from copydesk import Applicability, Document, Finding, Rule, replacement
from copydesk.analysis.phrasing.misspellings import is_foreign, is_vouched_for, stands_free
from copydesk.analysis.vocabulary import places
from copydesk.english.lexicon import FUNCTION_WORDS

_NAMES = frozenset(
    # Times.
    "monday tuesday wednesday thursday friday saturday january february april june july"
    " september october november december"
    # Peoples and languages; some are also the names of things, such as “french fries”.
    " african algerian american argentinian asian australian austrian azerbaijani belgian"
    " bolivian brazilian british bulgarian californian canadian chilean colombian croatian cuban"
    " danish egyptian english estonian ethiopian european finnish ghanaian hungarian icelandic"
    " indonesian iranian iraqi irish islamic israeli italian jamaican japanese jewish kenyan"
    " korean latvian lebanese libyan lithuanian malaysian mexican moroccan nepalese nigerian"
    " norwegian pakistani palestinian peruvian philippine portuguese romanian russian rwandan"
    " scottish serbian slovakian slovenian somalian spanish sudanese swedish syrian taiwanese"
    " tanzanian thai tunisian ugandan ukrainian venezuelan vietnamese welsh zambian zimbabwean"
    # Places.
    " africa america argentina asia atlanta australia austria baltimore bangladesh barcelona"
    " beijing belgium berlin birmingham boston brazil britain brooklyn brussels bulgaria"
    " california canada chicago colombia colorado copenhagen cuba denmark detroit dublin"
    " edinburgh egypt england estonia ethiopia europe finland florida germany ghana glasgow"
    " greece hawaii hungary iceland indonesia iran iraq ireland israel italy jerusalem kenya"
    " latvia lebanon lisbon lithuania liverpool london malaysia manchester massachusetts"
    " melbourne mexico michigan minnesota montreal morocco moscow nepal netherlands nigeria"
    " norway ohio ontario pakistan philadelphia philippines poland portugal romania russia"
    " scotland seattle singapore slovakia slovenia spain stockholm sweden switzerland syria"
    " taiwan tanzania thailand tokyo toronto uganda ukraine vancouver venezuela vienna vietnam"
    " wisconsin zambia zimbabwe".split()
)
_WATERS = {
    "sea": frozenset(
        "Adriatic Aegean Arabian Aral Baltic Barents Bering Black Bohai Caribbean Caspian China"
        " Coral Dead Ionian Irish Mediterranean North Red Tasman Tyrrhenian Yellow".split()
    ),
    "ocean": frozenset("Arctic Atlantic Indian Pacific Southern".split()),
}
"""Names that are not whole without the noun after them, which is in lower case here."""


class LowerCaseName(Rule):
    """A name of a place, a people or a time is written without its capital."""

    name: ClassVar = "lower-case-name"
    family: ClassVar = "phrasing"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        for i in (*_names(document), *_waters(document)):
            if stands_free(document, i) and not is_vouched_for(document, i):
                yield self._finding(document, i)

    def _finding(self, document: Document, i: int) -> Finding:
        word = document.tokens.texts[i]
        start, end = document.tokens.starts[i], document.tokens.end(i)
        return self.finding(
            document.span(start, end),
            f"“{word}” is a name, or part of one, in lower case",
            fixes=replacement(document, start, end, word.capitalize(), Applicability.UNSAFE),
        )


def _names(document: Document) -> Iterator[int]:
    """The names that are in lower case here alone, in sentences of English."""
    tokens = document.tokens
    found = [i for i in places(document, _NAMES) if tokens.texts[i].islower()]
    times = Counter(tokens.texts[i] for i in found)
    for i in found:
        if times[tokens.texts[i]] == 1 and not is_foreign(document, i):
            yield i


def _waters(document: Document) -> Iterator[int]:
    """The seas and oceans whose names end in lower case: “the Yellow sea.”, no “Arctic sea ice”."""
    texts = document.tokens.texts
    for i in places(document, _WATERS.keys()):
        after = texts[i + 1] if i + 1 < len(texts) else ""
        ends = not after[:1].isalnum() or after in FUNCTION_WORDS
        if i and texts[i - 1] in _WATERS.get(texts[i], ()) and ends:
            yield i
