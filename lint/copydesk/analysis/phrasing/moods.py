"""Tells where a verb may be wished for or demanded, so that it has no number: “if he were”."""

from collections.abc import Iterable

STATIVE = frozenset("are aren't".split())
PAST_BE = frozenset("were weren't".split())
UNREAL = frozenset(
    "as if lest rather supposing suppose that though unless were whether wish wished wishes".split()
)
"""Words before which “he were” may be meant: “as if he were asleep”."""

DEMANDS = frozenset(
    "advise advised ask asked be condition demand demanded demanding demands desirable do ensure"
    " essential had have if imperative important insist insisted insistence insisting insists lest"
    " let make makes making may move moved must necessary need order ordered prefer preferred"
    " proposal propose proposed proposes proposing recommend recommendation recommended"
    " recommending recommends request requested require required requirement requires rule see"
    " should stipulate stipulated suggest suggested suggesting suggestion suggests sure than that"
    " though unless urge urged vital whether wish would".split()
)
"""Words after which the plain verb may be right: “they demand that he go”."""


def may_be_wished(verb: str, words: Iterable[str]) -> bool:
    """Whether a verb may be in the subjunctive after words of its sentence."""
    if verb in STATIVE:
        return False
    return not (UNREAL if verb in PAST_BE else DEMANDS).isdisjoint(words)
