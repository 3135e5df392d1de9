"""A paragraph without a stop at its end."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from copydesk import Block, BlockKind, Document, Finding, Related, Rule, lazy_pattern
from copydesk.analysis.endings import Unfinished, endings, is_stopped
from copydesk.analysis.headlines import Case, case_of
from copydesk.analysis.truncation import broken_off
from copydesk.english.lexicon import AUXILIARIES, FUNCTION_WORDS, PRETERITES, SUBJECT_PRONOUNS

_IN_CLAUSES = AUXILIARIES | PRETERITES | SUBJECT_PRONOUNS
_FEWEST_WORDS = 8
_WORDS_OF_A_LABEL = 4
_FEWEST_WORDS_BEHIND = 4
_SMALL = 0.25
_OPENERS = "\"'“‘"
_WORD = lazy_pattern(r"""["'“‘]?[^\W_][\w'’-]*(?:[.,]\d+)*%?["'”’]*""")
_EMPHASIS = ("*", "_")
_WORDS_SHOWN = 4
_SHOWN = 80


@dataclass(frozen=True)
class MissingFinalStop(Rule):
    """A paragraph ends without a stop where the others have one."""

    name: ClassVar = "missing-final-stop"
    family: ClassVar = "mechanics"
    language: ClassVar = "en"

    fewest: int = 2
    ratio: float = 5.0

    def check(self, document: Document) -> Iterator[Finding]:
        found = document.analysis(endings)
        if not found.unfinished or found.stopped < self.fewest:
            return
        broken = document.analysis(broken_off)
        unfinished = [one for one in found.unfinished if one not in broken and _lacks_stop(one)]
        unfinished = [one for one in unfinished if not _is_set_off(one.block, document.source)]
        if len(unfinished) <= max(1, found.stopped / self.ratio):
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
    *_, last = sentence.split()
    return (
        sentence.lstrip(_OPENERS)[:1].isupper()
        and _WORD.fullmatch(last) is not None
        and "@" not in sentence
        and _is_sentence(sentence, goes_on=one.sentences > 0)
        and not any(map(_is_entry, (one.before, one.next)))
        and not _goes_on(one.next)
        and not (one.before and one.before.text.endswith(":"))  # which leads to verses or a motto
    )


def _is_set_off(block: Block, source: str) -> bool:
    """Whether the whole paragraph is emphasised, as a heading."""
    start, end = block.span
    return source[start - 1 : start] in _EMPHASIS and source[end : end + 1] in _EMPHASIS


def _is_sentence(text: str, *, goes_on: bool) -> bool:
    """Whether a text without a stop is no title, credit or entry.

    There is a word in it that clauses have, or it goes on with a paragraph and has many of the
    words that names and labels have few of.
    """
    if case_of(text) is not Case.SENTENCE:
        return False
    words = [word.replace("’", "'") for word in text.lower().split()]
    if len(words) < (_FEWEST_WORDS_BEHIND if goes_on else _FEWEST_WORDS):
        return False
    if not _IN_CLAUSES.isdisjoint(words):
        return True
    small = sum(word in FUNCTION_WORDS for word in words)
    return goes_on and len(words) >= _FEWEST_WORDS and small >= _SMALL * len(words)


def _goes_on(block: Block | None) -> bool:
    """Whether a paragraph begins in lower case, so that its sentence may have begun before."""
    return block is not None and block.kind is BlockKind.PARAGRAPH and block.text[:1].islower()


def _is_entry(block: Block | None) -> bool:
    """Whether a paragraph of several words ends in no stop, as verses and entries of a list do."""
    if block is None or block.kind is not BlockKind.PARAGRAPH or is_stopped(block.text):
        return False
    return block.text.count(" ") >= _WORDS_OF_A_LABEL - 1
