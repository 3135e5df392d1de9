"""The content words of an article, block by block, as light stems."""

from collections import Counter
from collections.abc import Callable
from itertools import chain

from copydesk.document import Block, Document
from copydesk.memo import Memo

_FUNCTION_WORDS = frozenset(
    """
    a able about above according across add added adding after afternoon again against age ago ahead
    all almost alone along already also although always am amid among amongst an and another any
    anyone anything anyway are around as aside ask asked at away back bad be became because become
    becomes been before began behind being below beside besides between beyond big both brought but
    by call called calling came can cannot come comes coming could date day days decade did
    different do does doing done down dozen due during each early either else enough especially etc
    even evening ever every everyone everything far few first five for former found four from
    further gave get gets getting give given gives giving go goes going gone good got great had half
    has have having he hence her here hers herself high him himself his hour hours how however
    hundred i if important in include included includes including indeed instead into is it its
    itself just keep kept kind knew know known knows large last late later latter least led less let
    like likely little long look lot lots low made main mainly make makes making man many may maybe
    me mean means meanwhile men might million mine minute minutes moment month months more moreover
    morning most mostly mr mrs ms much must my myself near nearly need needed needs neither never
    nevertheless new next night no nobody none nor not nothing now nowhere number of off often oh
    old on once one ones only onto or other others otherwise ought our ours ourselves out over
    overall own part people per percent perhaps person please put quite rather really recent
    recently said same saw say saying says second see seem seemed seems seen seven several shall she
    should show showed shown shows side similar since six small so some somebody someone something
    sometimes soon still such take taken takes taking tell tells ten than that the their theirs them
    themselves then there thereby therefore these they thing things third this those though thousand
    three through throughout thus time times to today together told tomorrow too took toward towards
    tried try trying turn turned twice two under unless unlike until up upon us use used uses using
    usual usually various very via want wanted wants was way ways we week weeks well went were what
    whatever when where whereas whether which while who whole whom whose why will with within
    without woman women would year years yes yesterday yet you young your yours yourself
    monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december
    eight nine eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
    thirty forty fifty sixty seventy eighty ninety billion trillion zero
    """.split()
)
_LONGEST_ACRONYM = 5


def block_terms(document: Document) -> tuple[Counter[str], ...]:
    """How often each term stands in each prose block, in order."""
    texts = document.tokens.texts
    ends = [document.tokens.index_at(block.end) for block in document.prose]
    # Up to the end of a block: no term is in the `BREAK` between it and the one before.
    return tuple(
        _count(block, texts[start:end])
        for block, start, end in zip(document.prose, [0, *ends], ends, strict=False)
    )


def block_frequencies(document: Document) -> Counter[str]:
    """In how many prose blocks each term stands."""
    return Counter(chain.from_iterable(document.analysis(block_terms)))


def _count(block: Block, words: list[str]) -> Counter[str]:
    if block.text.isupper():  # a headline in capitals: they tell nothing of its words
        words = [word.lower() for word in words]
    return Counter(chain.from_iterable(map(terms_of, words)))


def _terms(token: str) -> tuple[str, ...]:
    if token.isalpha():
        term = _term(token)
        return (term,) if term else ()
    if not token[0].isalpha() or "://" in token:
        return ()
    return tuple(term for part in token.split("-") if (term := _term(part.replace("’", "'"))))


terms_of: Callable[[str], tuple[str, ...]] = Memo(_terms).__getitem__
"""The terms in a token as written: none in a number, a mark, an address or a function word.

A compound holds those of its parts.
"""


def _term(word: str) -> str:
    """The light stem of a word; an acronym stays as it is, so that "US" is not "us"."""
    if word.isupper():
        acronym = word.replace(".", "")
        if acronym.isalpha() and 1 < len(acronym) <= _LONGEST_ACRONYM:
            return acronym
    lower = word.lower()
    if lower.endswith(("'", "'s")):
        lower = lower.removesuffix("'").removesuffix("'s")
    known = lower.isalpha() and len(lower) > 1 and lower not in _FUNCTION_WORDS
    return _singular(lower) if known else ""


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith("es") and word[-3] in "sxz":
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
