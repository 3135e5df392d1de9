"""Shows the text of an article with its findings marked in it and explained beside it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import NamedTuple

from copydesk.analysis.topic.topic_map import topic_map
from copydesk.document import OBJECT, Block, BlockKind, Document, Span
from copydesk.patterns import lazy_pattern
from copydesk.reporters._article import Article, Numbered, Spot
from copydesk.reporters._elements import Html, element, joined, shown
from copydesk.reporters._marks import Place, marked
from copydesk.reporters._notes import note

_MOST_AROUND = 80
_HEADINGS = (BlockKind.TITLE, BlockKind.HEADING)
_RANKS_ABOVE = 3
_LAST_RANK = 6
_LONGEST_OBJECT = 40
_LONGEST_SOURCE = 400
_TAG = lazy_pattern(r"<[^<>]*>?")
_SPACES = str.maketrans("\t\n\r", "   ")


class _Row(NamedTuple):
    """A piece of the article and the findings that begin in it.

    Attributes:
        start: Where it begins in the source.
        gutter: What stands before it.
        text: The piece.
        findings: The findings.
        name: What it is linked to by.
    """

    start: int
    gutter: Html
    text: Html
    findings: Sequence[Numbered]
    name: str | None = None


def article_text(article: Article) -> Html:
    """The article block by block, each with notes on what begins in it.

    Findings and evidence in what is not prose stand in excerpts of the source between the blocks.
    """
    outside = [spot for spot in article.spots if not spot.reading]
    rows = [*_blocks(article), *_excerpts(article, outside)]
    rows.sort(key=lambda row: row.start)
    return element("div", *(_row(article, row) for row in rows), class_="text")


def _blocks(article: Article) -> Iterator[_Row]:
    document = article.document
    findings: defaultdict[int, list[Numbered]] = defaultdict(list)
    places: list[Place] = []
    for spot in article.spots:
        if spot.reading:
            places.append(_place(article, spot, *spot.reading))
            if not spot.is_evidence:
                findings[document.block_index(spot.reading.start)].append(spot.of)
    bounds = [(block.start, block.end) for block in document.prose]
    texts = marked(bounds, places, lambda start, end: _prose(document, start, end))
    on_map = frozenset(document.analysis(topic_map).blocks)
    for index, (block, text) in enumerate(zip(document.prose, texts, strict=True)):
        gutter = _number(article, index, is_on_map=index in on_map)
        found = findings[index]
        yield _Row(block.span.start, gutter, _block(block, text), found, article.block(index))


def _prose(document: Document, start: int, end: int) -> Html:
    """A piece of the reading text, the objects in it as the source has them."""
    first, *others = _one_line(document.text[start:end]).split(OBJECT)
    pieces = [shown(first)]
    for piece in others:
        pieces += (_object(document, start + len(first)), shown(piece))
        start, first = start + len(first) + 1, piece
    return joined(pieces)


def _object(document: Document, at: int) -> Html:
    start, end = document.span(at, at + 1)
    inside = document.source[start : min(end, start + _LONGEST_SOURCE)].strip("` \n")
    if inside.startswith("<"):
        inside = unescape(_TAG.sub("", inside))
    cut = inside if len(inside) <= _LONGEST_OBJECT else f"{inside[:_LONGEST_OBJECT]}…"
    return element("code", _one_line(cut) or "…")


def _one_line(text: str) -> str:
    """A text of the same length whose line ends and tabs are spaces."""
    return text if text.isprintable() else text.translate(_SPACES)


def _place(article: Article, spot: Spot, start: int, end: int) -> Place:
    severity = None if spot.is_evidence else spot.of.finding.severity
    return Place(start, end, spot.sign, article.note(spot.of.number), severity)


def _number(article: Article, index: int, *, is_on_map: bool) -> Html:
    """The number of a block, a link to its row if it has one."""
    number = str(index + 1)
    if not is_on_map:
        return element("span", number, class_="number", aria_hidden="true")
    label = f"paragraph {number}: its row on the topic map"
    return element("a", number, class_="number", href=f"#{article.row(index)}", aria_label=label)


def _block(block: Block, text: Html) -> Html:
    if block.kind in _HEADINGS:
        rank = min(_LAST_RANK, _RANKS_ABOVE + max(1, block.level))
        return element(f"h{rank}", text, dir="auto")
    if block.kind is BlockKind.BLOCK_QUOTE:
        return element("blockquote", text, dir="auto")
    return element("p", text, class_=str(block.kind).replace(" ", "-"), dir="auto")


def _excerpts(article: Article, outside: Sequence[Spot]) -> Iterator[_Row]:
    """The lines of the source around places that are not in the prose, each line once."""
    windows = list(_merged(sorted(_window(article, spot.span) for spot in outside)))
    places = [_place(article, spot, *spot.span) for spot in outside]
    source = article.document.source
    texts = marked(windows, places, lambda start, end: shown(_one_line(source[start:end])))
    findings: defaultdict[int, list[Numbered]] = defaultdict(list)
    for spot in outside:
        if not spot.is_evidence:
            at = bisect_right(windows, spot.span.start, key=lambda window: window.start) - 1
            findings[at].append(spot.of)
    for index, (window, text) in enumerate(zip(windows, texts, strict=True)):
        line = article.lines.position(window.start).line
        gutter = element("span", f"line {line}", class_="number")
        excerpt = element("p", element("code", text), class_="source", dir="auto")
        yield _Row(window.start, gutter, excerpt, findings[index])


def _window(article: Article, span: Span) -> Span:
    """A place with what stands around it on its lines."""
    lines = article.lines
    first = lines.line(lines.position(span.start).line)
    last = lines.line(lines.position(max(span.start, span.end - 1)).line)
    start = max(first.start, span.start - _MOST_AROUND)
    return Span(start, max(span.end, min(last.end, span.end + _MOST_AROUND)))


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Sorted spans, those that overlap made one."""
    whole: Span | None = None
    for span in spans:
        if whole and span.start <= whole.end:
            whole = Span(whole.start, max(whole.end, span.end))
        else:
            if whole:
                yield whole
            whole = span
    if whole:
        yield whole


def _row(article: Article, row: _Row) -> Html:
    notes = joined(note(article, numbered) for numbered in row.findings)
    beside = element("ol", notes, class_="notes", role="list") if notes else Html()
    return element("div", row.gutter, row.text, beside, class_="row", id=row.name)
