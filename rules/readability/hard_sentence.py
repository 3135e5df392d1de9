"""A sentence too long, or folded too often, to be understood at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from copydesk import Document, Finding, Related, Rule, Sentence, Severity, Span

_OPENERS = frozenset(
    "although because if that though unless until when where whereas whether which while who whom"
    " whose why".split()
)
"""Words that open a subordinate clause, if they do not open the sentence."""

_NO_CLAUSE_AFTER_THAT = frozenset(".,;:!?)]")
_OPENING, _CLOSING = "([", ")]"
_FEW_WORDS = 25
"""A sentence of so few words is not hard, however many clauses it has."""


class _Shape(NamedTuple):
    """What makes a sentence hard: its words, where clauses open in it, how deep brackets go."""

    words: int
    clauses: list[int]
    brackets: list[int]
    depth: int


@dataclass(frozen=True)
class HardSentence(Rule):
    """A sentence has too many words, too many clauses or brackets within brackets."""

    name: ClassVar = "hard-sentence"
    family: ClassVar = "readability"
    severity: ClassVar = Severity.INFO
    default: ClassVar = False
    language: ClassVar = "en"

    longest: int = 45
    most_clauses: int = 4

    def check(self, document: Document) -> Iterator[Finding]:
        for sentence in document.sentences:
            if sentence.text.count(" ") + sentence.text.count("\n") >= _FEW_WORDS:
                shape = _shape(document, sentence)
                if reasons := list(self._reasons(shape)):
                    yield self.finding(
                        document.span(sentence.start, sentence.end),
                        f"The sentence has {' and '.join(reasons)}",
                        related=_evidence(document, shape),
                    )

    def _reasons(self, shape: _Shape) -> Iterator[str]:
        if shape.words > self.longest:
            yield f"{shape.words} words"
        if len(shape.clauses) > self.most_clauses:
            yield f"{len(shape.clauses)} subordinate clauses"
        if shape.depth > 1:
            yield "brackets within brackets"


def _shape(document: Document, sentence: Sentence) -> _Shape:
    texts, lowers = document.tokens.texts, document.tokens.lowers
    inside = document.tokens.between(sentence.start, sentence.end)
    depth = deepest = words = 0
    brackets: list[int] = []
    for i in inside:
        words += texts[i][0].isalnum()
        if texts[i] in _OPENING:
            depth += 1
            brackets.append(i)
        elif texts[i] in _CLOSING:
            depth = max(0, depth - 1)
        deepest = max(deepest, depth)
    clauses = [i for i in inside[1:-1] if lowers[i] in _OPENERS and _opens_clause(texts, i)]
    return _Shape(words, clauses, brackets, deepest)


def _opens_clause(texts: list[str], i: int) -> bool:
    """Whether a word after `i` may belong to its clause: not “like that, …”."""
    return texts[i + 1] not in _NO_CLAUSE_AFTER_THAT


def _evidence(document: Document, shape: _Shape) -> Iterator[Related]:
    for i in shape.clauses:
        yield Related(_token_span(document, i), f"“{document.tokens.texts[i]}” opens a clause")
    for i in shape.brackets if shape.depth > 1 else ():
        yield Related(_token_span(document, i), "a bracket opens")


def _token_span(document: Document, i: int) -> Span:
    return document.span(document.tokens.starts[i], document.tokens.end(i))
