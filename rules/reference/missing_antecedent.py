"""A pronoun whose antecedent the article does not have."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import ClassVar

from copydesk import Document, Finding, Related, Rule
from copydesk.analysis.reference.agreement import agreement
from copydesk.analysis.reference.antecedents import Context, candidates
from copydesk.analysis.reference.mention_types import Mention
from copydesk.analysis.reference.orphans import Orphan, orphans
from copydesk.analysis.reference.pronouns import Pronoun

_LEAST = 0.005
"""Below this confidence nothing is found, whatever the user asks for."""

_SHOWN = 3
"""How many candidates are shown that were refused."""

_NEEDS = {
    "he": "a man or the name of one",
    "she": "a woman or the name of one",
    "they": "several persons or things, or a group",
}


class MissingAntecedent(Rule):
    """“He”, “she” or “they” stands for somebody whom the article has not brought up."""

    name: ClassVar = "missing-antecedent"
    family: ClassVar = "reference"
    language: ClassVar = "en"
    min_confidence: ClassVar = 0.7

    def check(self, document: Document) -> Iterator[Finding]:
        judged = document.analysis(orphans)
        likely = [one for one in judged.found if one.confidence >= _LEAST]
        if judged.context is None:
            return
        for orphan in _most_likely(likely, judged.context.paragraphs):
            yield self._finding(judged.context, orphan)

    def _finding(self, context: Context, orphan: Orphan) -> Finding:
        tokens = context.document.tokens
        pronoun = orphan.pronoun
        start, end = tokens.starts[pronoun.token], tokens.end(pronoun.token)
        return self.finding(
            context.document.span(start, end),
            f"“{context.document.text[start:end]}” has no likely antecedent:"
            f" it needs {_NEEDS[pronoun.key]} before it",
            related=_refused(context, orphan),
            confidence=round(orphan.confidence, 2),
        )


def _most_likely(found: Sequence[Orphan], paragraphs: Sequence[int]) -> Iterator[Orphan]:
    """Of each pronoun in a paragraph the most likely orphan: the others go with it."""
    best: dict[tuple[int, str], Orphan] = {}
    for orphan in found:
        place = paragraphs[orphan.pronoun.sentence], orphan.pronoun.key
        if place not in best or best[place].confidence < orphan.confidence:
            best[place] = orphan
    yield from best.values()


def _refused(context: Context, orphan: Orphan) -> Iterator[Related]:
    """The nearest mentions that the pronoun could stand for, and what speaks against each."""
    tokens, pronoun = context.document.tokens, orphan.pronoun
    rivals: dict[str, Mention] = {}
    for mention in candidates(context, pronoun):
        if mention.kind in {"name", "noun", "pair"} and _is_rival(pronoun, mention):
            rivals.setdefault(mention.key, mention)
    for mention in islice(rivals.values(), _SHOWN):
        start, end = tokens.starts[mention.first], tokens.end(mention.last)
        yield Related(context.document.span(start, end), _why(context, pronoun, mention))


def _is_rival(pronoun: Pronoun, mention: Mention) -> bool:
    """Whether a reader may think of a mention: it agrees, or is a person's."""
    if mention.being == "place":
        return False
    return mention.being == "person" or agreement(pronoun.key, mention) > 0


def _why(context: Context, pronoun: Pronoun, mention: Mention) -> str:
    """What speaks against a mention as the antecedent of a pronoun."""
    if not agreement(pronoun.key, mention):
        return f"does not agree with “{pronoun.key}”"
    far = pronoun.sentence - mention.sentence
    if far > 1:
        return f"agrees, but stands {far} sentences before"
    if context.paragraphs[mention.sentence] != context.paragraphs[pronoun.sentence]:
        return "agrees, but stands in another paragraph"
    return "agrees, but the sentences have little in common"
