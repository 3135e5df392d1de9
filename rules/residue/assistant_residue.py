"""What a chat assistant says around the text that it was asked for."""

import pkgutil
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from typing import ClassVar, NamedTuple

from copydesk import BlockKind, Document, Finding, Related, Rule, Severity
from copydesk.analysis.loose_phrases import LoosePhrases
from copydesk.analysis.quotations import quotations
from copydesk.analysis.vocabulary import places, vocabulary

_FILE = "data/assistant.tsv"
_TOKENS = ("oaici", "oai_c", "contentReference", "\ue200", "turn0", "turn1", "turn2")
"""What a text with the marks of citations holds, which is quick to look for."""

_ASSISTANTS = frozenset(
    "ai assistant assistants chatbot chatbots chatgpt claude copilot gemini gpt llm llms openai"
    " prompt prompts".split()
)
_MOST_MENTIONS = 3
"""An article that names them more often is about assistants and may cite what they say."""

_HEAD = 2
"""Such an article may still begin with what one said, its title before it, or end so."""

_LONGEST_EXCERPT = 60
_PARAGRAPHS = frozenset({BlockKind.PARAGRAPH, BlockKind.TITLE})


class _Place(StrEnum):
    """Where a phrase counts."""

    ANY = "any"
    OPEN = "open"  # at the head of a paragraph
    START = "start"  # at the head of the document, its title passed over
    LINE = "line"  # as a paragraph
    WEAK = "weak"  # at the head of a paragraph, if another phrase stands in the document


class _Said(NamedTuple):
    """A range of the reading text, and whether it shows by itself who spoke."""

    start: int
    end: int
    sure: bool = True


class AssistantResidue(Rule):
    """Words of a chat assistant to its user stand in the text."""

    name: ClassVar = "assistant-residue"
    family: ClassVar = "residue"
    severity: ClassVar = Severity.ERROR
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        found = sorted({*_in_prose(document), *_tokens(document)})
        surest = next((said for said in found if said.sure), None)
        end = 0
        for said in found if surest else ():
            if said.start < end:
                continue
            end = said.end
            yield self._finding(document, said, None if said.sure else surest)

    def _finding(self, document: Document, said: _Said, proof: _Said | None) -> Finding:
        text = " ".join(document.text[said.start : said.end].split())
        if len(text) > _LONGEST_EXCERPT:
            text = text[:_LONGEST_EXCERPT].rsplit(" ", 1)[0] + "…"
        related = (
            (Related(document.span(proof.start, proof.end), "an assistant speaks here"),)
            if proof
            else ()
        )
        return self.finding(
            document.span(said.start, said.end),
            f"“{text}” is said by a chat assistant, or to it",
            related=related,
        )


def _in_prose(document: Document) -> Iterator[_Said]:
    """What is said in sentences, unless they are quoted or the article is about assistants."""
    found = [*_anywhere(document), *_at_heads(document)]
    if not found:
        return
    mentions = len(places(document, _ASSISTANTS)) - sum(
        token in _ASSISTANTS for said in found for token in _words(document, said)
    )
    for said in found:
        quoted = document.analysis(quotations).covers(said.start)
        if not quoted and (mentions <= _MOST_MENTIONS or _is_at_edge(document, said)):
            yield said


def _words(document: Document, said: _Said) -> Iterable[str]:
    tokens = document.tokens
    return (tokens.lowers[index] for index in tokens.between(said.start, said.end))


def _anywhere(document: Document) -> Iterator[_Said]:
    tokens, phrases = document.tokens, _phrases(head=False)
    if phrases.may_occur(document.analysis(vocabulary)):
        for index in places(document, phrases.firsts):
            if found := phrases.longest(tokens.lowers, index, len(tokens)):
                yield _Said(tokens.starts[index], tokens.end(found.end - 1))


def _at_heads(document: Document) -> Iterator[_Said]:
    """What is said at the head of a paragraph, to the end of the sentence."""
    tokens, phrases = document.tokens, _phrases(head=True)
    for number, block in enumerate(document.prose):
        first = tokens.index_at(block.start)
        if tokens.lowers[first] not in phrases.firsts or block.kind not in _PARAGRAPHS:
            continue
        stop = tokens.index_at(block.end)
        found = phrases.longest(tokens.lowers, first, stop)
        if found and (
            found.value in {_Place.OPEN, _Place.WEAK}
            or (found.value is _Place.START and number <= 1)
            or (found.value is _Place.LINE and not _has_word(document, found.end, stop))
        ):
            sure = found.value is not _Place.WEAK
            yield _Said(block.start, tokens.end(found.end - 1), sure)


def _has_word(document: Document, first: int, stop: int) -> bool:
    return any(map(str.isalnum, document.tokens.texts[first:stop]))


def _is_at_edge(document: Document, said: _Said) -> bool:
    """Whether a paragraph at the head or the end of the document begins with it."""
    edges = (*document.prose[:_HEAD], document.prose[-1])
    return any(block.start == said.start for block in edges)


def _tokens(document: Document) -> Iterator[_Said]:
    """Marks of citations, which only the assistant's own page can show."""
    if any(token in document.text for token in _TOKENS):
        for found in _citation().finditer(document.text):
            yield _Said(found.start(), found.end())


@cache
def _citation() -> re.Pattern[str]:
    return re.compile(
        r"""\ue200[^\ue201\ufdd0\n]{0,200}\ue201
        | \b(?:cite)?(?:turn\d{1,3}(?:search|news|image|view|file|fetch|product)\d{1,3})+
        | :?contentReference\[oaicite:\d+\](?:\{index=\d+\})?
        | \[?oai_citation:\d+
        | \boaicite\b""",
        re.VERBOSE,
    )


@cache
def _phrases(*, head: bool) -> LoosePhrases[_Place]:
    """The phrases that count at the head of a paragraph, or those that count anywhere."""
    lines = (pkgutil.get_data("copydesk", _FILE) or b"").decode().splitlines()
    rows = ((phrase, _Place(place)) for place, phrase in (line.split("\t") for line in lines))
    return LoosePhrases((phrase, place) for phrase, place in rows if head != (place is _Place.ANY))
