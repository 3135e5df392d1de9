"""A paragraph without a stop at its end."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from copydesk import Block, BlockKind, Document, Finding, Related, Rule
from copydesk.analysis.endings import Unfinished, broken_off, endings, is_stopped
from copydesk.analysis.headlines import Case, case_of
from copydesk.analysis.lexicon import AUXILIARIES, PRETERITES, SUBJECT_PRONOUNS

_IN_CLAUSES = AUXILIARIES | PRETERITES | SUBJECT_PRONOUNS
_FEWEST_WORDS = 8
_WORDS_OF_A_LABEL = 4
_OPENERS = "\"'“‘"
_CLOSERS = "\"'”’"
_NO_PROSE = frozenset("/@#_|=<>{}\\\ufffc~^•·()[]")
_EMPHASIS = ("*", "_")
_WORDS_SHOWN = 4
_SHOWN = 80


@dataclass(frozen=True)
class MissingFinalStop(Rule):
    """A paragraph ends without a stop where the others have one."""

    name: ClassVar = "missing-final-stop"
    family: ClassVar = "mechanics"

    fewest: int = 5
    ratio: float = 5.0

    def check(self, document: Document) -> Iterator[Finding]:
        found = document.analysis(endings)
        if found.stopped < self.fewest:
            return
        broken = document.analysis(broken_off)
        unfinished = [one for one in found.unfinished if one not in broken and _lacks_stop(one)]
        unfinished = [one for one in unfinished if not _is_set_off(one.block, document.source)]
        if len(unfinished) * self.ratio > found.stopped:
            return
        for one in unfinished:
            yield self._finding(document, one, found.stopped)

    def _finding(self, document: Document, one: Unfinished, stopped: int) -> Finding:
        text, end = one.block.text, one.block.end
        words = text[-_SHOWN:].split()[-_WORDS_SHOWN:]
        related: tuple[Related, ...] = ()
        if one.before and is_stopped(one.before.text):
            at = one.before.end
            message = f"the paragraph before ends in a stop, as {stopped} do"
            related = (Related(document.span(at - 1, at), message),)
        return self.finding(
            document.span(end - len(words[-1]), end),
            f"no stop ends the paragraph after “{' '.join(words)}”",
            related=related,
        )


def _lacks_stop(one: Unfinished) -> bool:
    """Whether a paragraph ends in a sentence, and no other without a stop stands beside it."""
    sentence = one.last_sentence
    if sentence.count(" ") < _FEWEST_WORDS - 1 or not sentence.lstrip(_OPENERS)[:1].isupper():
        return False
    *_, last = sentence.split()
    is_word = last.rstrip(_CLOSERS).replace("-", "").replace("’", "").replace("'", "").isalnum()
    return (
        is_word
        and _NO_PROSE.isdisjoint(last)
        and "@" not in sentence
        and _is_clause(sentence)
        and not any(map(_is_entry, (one.before, one.next)))
    )


def _is_set_off(block: Block, source: str) -> bool:
    """Whether the whole paragraph is emphasised, as a heading."""
    start, end = block.span
    return source[start - 1 : start] in _EMPHASIS and source[end : end + 1] in _EMPHASIS


def _is_clause(sentence: str) -> bool:
    """Whether it is no title, credit or entry: there is a word in it that sentences have."""
    if case_of(sentence) is not Case.SENTENCE:
        return False
    words = [word.replace("’", "'") for word in sentence.lower().split()]
    return not _IN_CLAUSES.isdisjoint(words)


def _is_entry(block: Block | None) -> bool:
    """Whether a paragraph of several words ends in no stop, as verses and entries of a list do."""
    if block is None or block.kind is not BlockKind.PARAGRAPH or is_stopped(block.text):
        return False
    return block.text.count(" ") >= _WORDS_OF_A_LABEL - 1
