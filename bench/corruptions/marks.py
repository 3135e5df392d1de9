"""Brackets, stops and marks lost or put in where text was cut, copied or rewritten."""

import random
import re
from collections.abc import Iterator

from copydesk import Block, BlockKind, Document
from copydesk.analysis.quotations import Quotation, quotations

from bench.corruptions import Damage, corruption
from bench.corruptions.edits import change

_ASIDE = re.compile(r"[(\[]\w[^()\[\]\ufdd0]*[^\s()\[\]\ufdd0][)\]](?!\()")
_FEWEST_LETTERS = 80


def _literal(document: Document, places: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    return [place for place in places if document.is_literal(*place)]


def _paragraphs(document: Document) -> list[Block]:
    """The paragraphs of running text that end in a stop."""
    return [
        block
        for block in document.prose
        if block.kind is BlockKind.PARAGRAPH
        and len(block.text) >= _FEWEST_LETTERS
        and block.text.endswith(".")
        and document.is_literal(block.end - 1, block.end)
    ]


def _double(document: Document) -> list[Quotation]:
    """The quotations in double marks that are whole."""
    found = document.analysis(quotations).outermost
    return [one for one in found if {one.opening, one.closing} <= set('"“”')]


@corruption("a bracket taken out", "unbalanced-bracket")
def bracket_taken_out(document: Document, chance: random.Random) -> Damage | None:
    """One of the two brackets around some words is gone."""
    asides = _literal(document, (match.span() for match in _ASIDE.finditer(document.text)))
    if not asides:
        return None
    start, end = chance.choice(asides)
    at = chance.choice([start, end - 1])
    return Damage(*document.span(at, at + 1), "", document.block_at(at).span)


@corruption("a bracket put in", "unbalanced-bracket")
def bracket_put_in(document: Document, chance: random.Random) -> Damage | None:
    """Some words lost what stood in brackets with them, but for one bracket."""
    gaps = _literal(
        document, (m.span() for m in re.finditer(r"(?<=[a-z]) (?=[a-z])", document.text))
    )
    if not gaps:
        return None
    start, end = chance.choice(gaps)
    return Damage(*document.span(start, end), chance.choice([" (", ") "]))


@corruption("a space inside brackets", "space-inside-brackets")
def space_inside_brackets(document: Document, chance: random.Random) -> Damage | None:
    """A space stands at the inner side of one or both brackets."""
    asides = _literal(document, (match.span() for match in _ASIDE.finditer(document.text)))
    if not asides:
        return None
    start, end = chance.choice(asides)
    inside = document.text[start + 1 : end - 1]
    spaced = chance.choice([f" {inside}", f"{inside} ", f" {inside} "])
    return Damage(*document.span(start + 1, end - 1), spaced)


@corruption("a space inside quotation marks", "space-inside-brackets")
def space_inside_quotation(document: Document, chance: random.Random) -> Damage | None:
    """A space stands at the inner side of one of two quotation marks."""
    whole = [one for one in _double(document) if document.is_literal(one.start, one.end)]
    if not whole:
        return None
    start, end = chance.choice(whole).inside
    at = chance.choice([start, end])
    place = document.span(start, end).start + at - start
    return Damage(place, place, " ")


@corruption("a stop moved out of a quotation", "punctuation-outside-quotation")
def stop_moved_out(document: Document, chance: random.Random) -> Damage | None:
    """The stop or comma of a quotation of several words stands behind its closing mark."""
    ends = [
        (one.end - 2, one.end)
        for one in _double(document)
        if document.text[one.end - 2] in ".,"
        and document.text[one.start : one.end].count(" ") > 2
        and document.is_literal(one.end - 2, one.end)
    ]
    if not ends:
        return None
    start, end = chance.choice(ends)
    return Damage(*document.span(start, end), document.text[start:end][::-1])


@corruption("the end of an article cut off", "truncated-text", "missing-final-stop")
def end_cut_off(document: Document, chance: random.Random) -> Damage | None:
    """The last paragraph ends at any letter, as where a length was allowed and no more."""
    return _cut(document, document.prose[-1:], chance, "")


@corruption("the end of an article cut off with dots", "truncated-text")
def end_dotted(document: Document, chance: random.Random) -> Damage | None:
    """Dots stand for the rest of the last paragraph, and perhaps the number of its letters."""
    counted = f"… [+{chance.randrange(200, 9000)} chars]"
    dots = chance.choice(["…", "...", " ...", " […]", " [...]", counted])
    return _cut(document, document.prose[-1:], chance, dots)


@corruption("the end of a paragraph cut off", "truncated-text", "missing-final-stop")
def paragraph_cut_off(document: Document, chance: random.Random) -> Damage | None:
    """A paragraph in the middle of the article lost its end, from between two words."""
    return _cut(document, document.prose[:-1], chance, "")


def _cut(
    document: Document, blocks: tuple[Block, ...], chance: random.Random, dots: str
) -> Damage | None:
    whole = set(_paragraphs(document))
    found = [b for b in blocks if b in whole and document.is_literal(b.start, b.end)]
    if not found:
        return None
    block = chance.choice(found)
    at = block.start + chance.randrange(_FEWEST_LETTERS // 2, len(block.text) - 2)
    if dots:  # those who cut with dots do it between words
        at = document.text.rfind(" ", block.start, at)
    start, end = document.span(at, block.end)
    return Damage(start, end, dots, block.span)


@corruption("the stop of a paragraph lost", "missing-final-stop", "truncated-text")
def stop_lost(document: Document, chance: random.Random) -> Damage | None:
    """A paragraph ends without its stop."""
    found = _paragraphs(document)
    if not found:
        return None
    block = chance.choice(found)
    return Damage(*document.span(block.end - 1, block.end), "", block.span)


@corruption("the mark of a note", "stray-marker")
def mark_of_note(document: Document, chance: random.Random) -> Damage | None:
    """The number of a note stands behind the stop of a sentence, or behind a comma."""
    number = f"[{chance.randrange(1, 60)}]"
    text = chance.choice(["{}", " {}", "{}[{}]"]).format(number, chance.randrange(1, 60))
    return change(r"(?<=[a-z])[.,](?= )", lambda mark, _chance: mark + text)(document, chance)


@corruption("the button of a heading", "stray-marker")
def button_of_heading(document: Document, chance: random.Random) -> Damage | None:
    """A heading comes with the button by which it could be edited, or with its anchor."""
    kinds = {BlockKind.TITLE, BlockKind.HEADING}
    found = [b for b in document.prose if b.kind in kinds and document.is_literal(b.end - 1, b.end)]
    if not found:
        return None
    end = document.span(*chance.choice(found)[2:4]).end
    return Damage(end, end, chance.choice(["[edit]", " [edit]", "[edit source]", "¶"]))


bullet_in_sentence = corruption("a bullet in a sentence", "stray-marker")(
    change(r"(?<=[a-z])(?:,| and) (?=[a-z])", lambda _mark, chance: chance.choice([" • ", " ▪ "]))
)


@corruption("the first words of a paragraph lost", "leading-punctuation")
def first_words_lost(document: Document, chance: random.Random) -> Damage | None:
    """What stood before the first comma of a paragraph is gone, as a link is."""
    found = [
        (block.start, match.end() - 1)
        for block in _paragraphs(document)
        if (match := re.match(r"[^,.;:\n]{3,60},(?= )", block.text))
    ]
    places = _literal(document, ((start, start + end) for start, end in found))
    return Damage(*document.span(*chance.choice(places)), "") if places else None


@corruption("a quotation with marks of the other kind", "mixed-quotation-marks")
def other_marks(document: Document, chance: random.Random) -> Damage | None:
    """One quotation was pasted in with straight marks among curly ones, or the other way about."""
    whole = [one for one in _double(document) if document.is_literal(one.start, one.end)]
    if len(whole) < 2:
        return None
    one = chance.choice(whole)
    words = document.text[slice(*one.inside)]
    other = f"“{words}”" if one.opening == '"' else f'"{words}"'
    return Damage(*document.span(one.start, one.end), other)
