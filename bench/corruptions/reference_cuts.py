"""Articles from which what their words refer to was cut."""

import random
import re
from collections.abc import Sequence

from copydesk import BlockKind, Document, Sentence, Span

from bench.corruptions import Damage, corruption, transplant
from bench.corruptions.quoted import between_paragraphs

_MOST_CUT = 4
_USES = 2
_EXPANDED = re.compile(
    r"(?P<long>(?:[A-Z][\w-]+\s(?:(?:of|and|for|the|on|in)\s)?){1,6})\((?P<short>[A-Z]{2,6})\)"
    r"|\b(?P<first>[A-Z]{2,6})\s\((?P<last>[A-Z][^()\n]+)\)"
)
_STEM = 5
_DEFINITE = re.compile(
    r"\b[Tt]he(?:se)? (?P<noun>[a-z]{5,})(?=[.,;:!?]| (?:is|was|has|had|were)\b)"
)
_TAIL = 200
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TITLE})
_ANNOUNCES = re.compile(r"\b(?:follow(?:s|ing)|below|here|these|this|include|are|is)\b[^.:]*:\Z")
_COUNTED = re.compile(
    r"\b(?:(?:[Tt]he (?:other )?(?:two|three|four)|[Bb]oth) [a-z]+(?:s|men|people)(?! (?:of|and|to"
    r"|in|that|who|from|for)\b)|[Bb]oth (?:were|are|had|have)|[Tt]he (?:pair|duo|trio)\b(?! of)"
    r"|[Aa]ll (?:three|four) (?:were|are|had|have))\b"
)


@corruption("the sentences before “the two men” cut", "counted-reference")
def counted_without_antecedents(document: Document, chance: random.Random) -> Damage | None:
    """Those whom the words count may have been named in the one to four sentences that are gone."""
    body = _body(document)
    places = [i for i, one in enumerate(body) if i and _COUNTED.search(one.text)]
    if not places:
        return None
    last = chance.choice(places)
    return _cut(document, body[max(0, last - chance.randint(1, _MOST_CUT))], body[last])


@transplant("a paragraph on “the two men” from another article", "counted-reference")
def counted_from_elsewhere(
    document: Document, others: Sequence[Document], chance: random.Random
) -> Damage | None:
    """A sentence that counts those whom another article has named."""
    found = [
        one.text
        for other in chance.sample(others, min(len(others), 20))
        for i, one in enumerate(_body(other))
        if i and _COUNTED.match(one.text)
    ]
    return between_paragraphs(document, chance.choice(found), chance) if found else None


@corruption("what “the following” announces cut off", "dangling-following")
def announced_cut_off(document: Document, chance: random.Random) -> Damage | None:
    """The list, code or quotation after a colon is gone, or the text ends with the colon."""
    blocks = document.blocks
    found: list[tuple[int, int]] = []
    for i, block in enumerate(blocks):
        if not _ANNOUNCES.search(block.text[-_TAIL:]) or block.kind is not BlockKind.PARAGRAPH:
            continue
        end = i + 1
        while end < len(blocks) and blocks[end].kind not in _RUNNING:
            end += 1
        if end > i + 1:
            found.append((block.span.end, blocks[end - 1].span.end))
        else:
            found.append((block.span.end, len(document.source)))
    if not found:
        return None
    start, end = chance.choice(found)
    return Damage(start, end, "\n", Span(max(0, start - _TAIL), end))


@corruption("what an acronym is short for taken out", "unexpanded-acronym")
def acronym_without_expansion(document: Document, chance: random.Random) -> Damage | None:
    """Of “the Town Hall (TH)” or “TH (Town Hall)” only the acronym is left."""
    found: list[tuple[int, int, str]] = []
    for match in _EXPANDED.finditer(document.text):
        name = match["short"] or match["first"]
        words = match["long"] or match["last"]
        initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", words)).upper()
        skipped = "".join(word[0] for word in re.findall(r"[A-Z]\w+", words))
        is_again = len(re.findall(rf"\b{name}\b", document.text)) > _USES
        if is_again and (initials.endswith(name) or skipped == name):
            found.append((*match.span(), name))
    if not found:
        return None
    start, end, name = chance.choice(found)
    return Damage(*document.span(start, end), name)


@corruption("the sentences that bring up a definite noun cut", "definite-first-mention")
def definite_without_mention(document: Document, chance: random.Random) -> Damage | None:
    """“The valley” stays, and the one or two sentences before it in which it came up do not."""
    body = _body(document)
    found: list[tuple[Sentence, Sentence]] = []
    for i, sentence in enumerate(body[1:], 1):
        for match in _DEFINITE.finditer(sentence.text):
            noun = match["noun"][:_STEM]
            bearing = [one for one in body[:i] if noun in one.text.lower()]
            told = noun not in document.text[: body[0].start].lower()
            if told and len(bearing) > 0 and bearing[0] in body[max(0, i - 2) : i]:
                found.append((bearing[0], sentence))
    if not found:
        return None
    return _cut(document, *chance.choice(found))


def _body(document: Document) -> list[Sentence]:
    return [one for one in document.sentences if one.block.kind is BlockKind.PARAGRAPH]


def _cut(document: Document, first: Sentence, until: Sentence) -> Damage:
    """All from one sentence up to another taken out."""
    start = document.span(first.start, first.end).start
    return Damage(start, document.span(until.start, until.end).start, "")
