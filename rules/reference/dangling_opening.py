"""An opening that refers to what does not stand before it."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import ClassVar

from copydesk import Block, BlockKind, Document, Finding, Related, Rule
from copydesk.analysis.narration import ends_sentence
from copydesk.analysis.speakers import names_person

_FEWEST_WORDS = 6
_HEADLINES = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.PARAGRAPH})

_CONTRAST = frozenset(
    "But However Meanwhile Nevertheless Nonetheless Therefore Consequently".split()
)
_CONTRAST_BEFORE_COMMA = frozenset(
    "As a result/By contrast/Conversely/In contrast/Instead/On the contrary/On the other hand"
    "/Otherwise".split("/")
)
_CONNECTIVES = _CONTRAST | frozenset("And Moreover Furthermore Yet".split())
_CONNECTIVES_BEFORE_COMMA = _CONTRAST_BEFORE_COMMA | frozenset(
    "Accordingly/Additionally/After that/Afterward/Afterwards/Also/At the same time"
    "/Because of this/Besides/Despite this/Earlier/For example/For instance/For this reason/Hence"
    "/In addition/In response/In turn/Incidentally/Later/Likewise/Similarly/That said/Thus"
    "/To that end/To this end".split("/")
)
_PRONOUNS = frozenset("He She They His Her Their".split())
_WINDOW = 60


@dataclass(frozen=True)
class DanglingOpening(Rule):
    """An article opens with a word that refers to something before it."""

    name: ClassVar = "dangling-opening"
    family: ClassVar = "reference"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        first = _first_paragraph(document)
        if first and (words := _dangling_words(first, document)):
            yield self._report("article", first, words, document)
        for heading, block in pairwise(document.prose):
            if heading.kind is BlockKind.HEADING and block.kind is BlockKind.PARAGRAPH:
                words = _connective(block.text, _CONTRAST, _CONTRAST_BEFORE_COMMA)
                if words and block is not first and not _is_question(block, document):
                    yield self._report("section", block, words, document)

    def _report(self, part: str, block: Block, words: str, document: Document) -> Finding:
        return self.finding(
            document.span(block.start, block.start + len(words)),
            f"the {part} opens with “{words}”, and nothing stands before it",
            related=_evidence(block, words, document),
        )


def _first_paragraph(document: Document) -> Block | None:
    """The first block of running text, unless more than headlines and labels stands before it."""
    for block in document.prose:
        if block.kind is BlockKind.PARAGRAPH and _is_running_text(block.text):
            return block
        if block.kind not in _HEADLINES:
            return None
    return None


def _is_running_text(text: str) -> bool:
    return len(text.split(maxsplit=_FEWEST_WORDS)) >= _FEWEST_WORDS and ends_sentence(text)


def _dangling_words(block: Block, document: Document) -> str:
    """The connective or pronoun that opens the article, empty if something makes up for it.

    A connective may be the headline's own, or open a question. A pronoun may mean somebody whom
    the paragraph goes on to name; the headline is no introduction, for it is read apart.
    """
    if words := _connective(block.text, _CONNECTIVES, _CONNECTIVES_BEFORE_COMMA):
        headlines = takewhile(lambda other: other is not block, document.prose)
        repeats = any(headline.text.startswith(words) for headline in headlines)
        return "" if repeats or _is_question(block, document) else words
    return _pronoun(block.text)


def _connective(text: str, free: frozenset[str], before_comma: frozenset[str]) -> str:
    """The words that `text` opens with, if they are among `free` or, with a comma, the others."""
    phrase, comma, _ = text[:_WINDOW].partition(",")
    if comma and " ".join(phrase.split()) in before_comma:
        return phrase
    match phrase.split(maxsplit=2):
        case ["Yet", "another" | "again", *_]:
            return ""
        case [word, *_] if word in free:
            return word
        case _:
            return ""


def _pronoun(text: str) -> str:
    """The pronoun that `text` opens with, unless the text says or names whom it means."""
    match text[:_WINDOW].split(maxsplit=3):
        case [_, "say" | "call" | "who", *_]:
            return ""
        case [_, "is" | "are" | "was" | "were", "a" | "an" | "the" | "one", *_]:
            return ""
        case [word, *_] if word in _PRONOUNS and not names_person(text[len(word) :]):
            return word
        case _:
            return ""


def _is_question(block: Block, document: Document) -> bool:
    number = bisect_left(document.sentences, block.start, key=lambda sentence: sentence.start)
    return document.sentences[number].text.endswith("?")


def _evidence(block: Block, words: str, document: Document) -> Iterator[Related]:
    number = bisect_left(document.prose, block.start, key=lambda other: other.start)
    if number:
        yield Related(document.prose[number - 1].span, "only a headline stands before it")
    if words in _PRONOUNS:
        yield Related(block.span, "the opening paragraph names nobody")
