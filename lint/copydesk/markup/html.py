"""Reads HTML: the running text of a page's article, without the furniture around it.

A page with one `article`, or one that holds an `h1`, or else one `main`, is read inside that
element alone, unless nearly all text is elsewhere; any other page is read from its whole body.
Navigation, footers, asides, buttons and the like are left out, and so are a page's header or form
unless they hold its `h1`, and list items and loose text that are nothing but a link. The first
`h1` is the title; a page without one has the title of its head.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from copydesk.document import OBJECT, BlockKind, Comment, Draft, Layout, Run, Span
from copydesk.markup._elements import (
    BLOCKS,
    CONTAINERS,
    HEADINGS,
    HIDDEN,
    KINDS,
    OBJECTS,
    QUOTED_OBJECTS,
    comment,
)
from copydesk.markup._leaf import DISCRETIONARY, Leaf, placed, with_title
from copydesk.markup._tags import (
    COMMENT,
    END_TAG,
    REFERENCE,
    START_TAG,
    TEXT,
    Outline,
    Piece,
    pieces_of,
)
from copydesk.patterns import lazy_pattern

_CLOSES_LIKE = {
    name: like
    for like in (frozenset({"li"}), frozenset({"dt", "dd"}), frozenset({"td", "th"}))
    for name in like
}
_ENDS_HEADING = frozenset({*HEADINGS, *CONTAINERS, *"p article section main body".split()})

_FURNITURE = frozenset("nav aside footer dialog button".split())
_MAY_HOLD_ARTICLE = frozenset("header form".split())
_TEXT = frozenset({*HEADINGS, *"p blockquote td th caption figcaption".split()})
_PAIRED = (
    HIDDEN | QUOTED_OBJECTS | _FURNITURE | _MAY_HOLD_ARTICLE | {"pre", "article", "main", "h1"}
)
_NAMED = BLOCKS | OBJECTS | _PAIRED | {"a", "br", "q", "sup"}
_LONGEST_NOTE_MARK = 6
_SHORT_ARTICLE = 150  # words; a shorter one may be a teaser, and the text elsewhere
_TEASER_SHARE = 6  # so many times the words are elsewhere then


class _Scope(NamedTuple):
    """What of a page is its text."""

    hidden: frozenset[str]
    link_lists: bool


_FRAGMENT = _Scope(HIDDEN, link_lists=True)
_ARTICLE = _Scope(HIDDEN | _FURNITURE, link_lists=False)
_PAGE = _Scope(HIDDEN | _FURNITURE | _MAY_HOLD_ARTICLE, link_lists=False)

_WORDS = lazy_pattern(r"[^ \t\n\r\f]+(?:[ \n][^ \t\n\r\f]+)*")


def read(source: str) -> Layout:
    """The blocks of a page's article, and all comments."""
    pieces = list(pieces_of(source, _NAMED))
    outline = Outline(pieces, _PAIRED)
    article = outline.article()
    drafts = _read_page(source, pieces, outline, article)
    if article and (words := _count_words(drafts)) < _SHORT_ARTICLE:
        all_drafts = _read_page(source, pieces, outline, None)
        if _count_words(all_drafts) > words * _TEASER_SHARE:
            drafts = all_drafts
    return Layout(with_title(drafts), tuple(placed(_comments(source, pieces), drafts)))


def read_fragment(leaf: Leaf, span: Span, kind: BlockKind) -> tuple[list[Draft], list[Comment]]:
    """The blocks and comments in a range of another markup, where `kind` is that of loose text.

    What `leaf` shows replaces what is no HTML; one leaf does for all ranges.
    """
    pieces = list(pieces_of(leaf.shown, _NAMED, *span))
    reader = _Reader(leaf, pieces, Outline(pieces, _PAIRED), _FRAGMENT, kind)
    reader.read(range(len(pieces)))
    return reader.drafts, list(_comments(leaf.source, pieces))


def _read_page(
    source: str, pieces: list[Piece], outline: Outline, article: range | None
) -> list[Draft]:
    reader = _Reader(Leaf(source, source), pieces, outline, _ARTICLE if article else _PAGE)
    wanted = article or range(len(pieces))
    for title in outline.titles_outside(wanted):
        if not any(draft.kind.is_prose for draft in reader.drafts):  # but a picture
            reader.read_title(title)
    reader.read(wanted)
    return sorted(reader.drafts, key=lambda draft: draft.span)


def _count_words(drafts: Iterable[Draft]) -> int:
    return sum(len(run.text.split()) for draft in drafts for run in draft.runs)


def _comments(source: str, pieces: Iterable[Piece]) -> Iterator[Comment]:
    for piece in pieces:
        if piece.type == COMMENT and source.startswith("<!--", piece.start):
            yield comment(source, Span(piece.start, piece.end))


class _Reader:
    """Walks over the pieces of a page and collects its blocks."""

    def __init__(
        self,
        leaf: Leaf,
        pieces: list[Piece],
        outline: Outline,
        scope: _Scope,
        kind: BlockKind = BlockKind.PARAGRAPH,
    ) -> None:
        self.drafts: list[Draft] = []
        self._leaf = leaf
        self._pieces = pieces
        self._outline = outline
        self._scope = scope
        self._open: list[tuple[str, BlockKind]] = [("", kind)]
        self._how_many_open: Counter[str] = Counter()
        self._level = 0  # of the heading that is open
        self._space: Run | None = None  # dropped unless a word follows
        self._after_break = False
        self._in_link = False
        self._has_link = False
        self._has_words = False  # outside a link, or as a matter of course
        self._note: int | None = None  # where in the leaf a superscript begins
        self._note_is_link = False

    def read_title(self, pieces: range) -> None:
        """Reads what is inside the title of a page."""
        self._level = 1
        self.read(pieces)
        self._level = 0

    def read(self, pieces: range) -> None:
        """Reads some of the pieces; what is left open ends with them."""
        at = pieces.start
        while at < pieces.stop:
            piece = self._pieces[at]
            if piece.type == TEXT:
                self._add_text(piece.start, piece.end)
            elif piece.type == REFERENCE:
                self._add_reference(piece)
            elif piece.type == COMMENT:
                self._leaf.add_comment(piece.end)
            elif piece.type == END_TAG:
                self._end_tag(piece)
            elif piece.type == START_TAG:
                at = self._start_tag(piece, at)
            at += 1
        self._finish_block()

    def _start_tag(self, piece: Piece, at: int) -> int:
        """Takes a start tag in; the index of the piece that has been read last."""
        name = piece.name
        inside = self._outline.inside(at)
        if name in BLOCKS:
            self._finish_block()
        if inside and (skipped := self._skip(piece, inside)):
            return skipped
        if name in BLOCKS:
            self._open_block(name)
        elif name in OBJECTS:
            self._add(OBJECT, piece.start, piece.end)
        elif name == "br":
            self._break_line(piece)
        elif name == "q":
            self._add("“", piece.start, piece.end)
        elif name == "sup":
            self._note, self._note_is_link = self._leaf.mark(), False
        elif name == "a":
            self._in_link = self._has_link = self._note_is_link = True
        return at

    def _skip(self, piece: Piece, inside: range) -> int:
        """Takes in an element whose content is not read; the index of its end, 0 if it is read."""
        end = self._pieces[inside.stop].end
        if piece.name == "pre":
            self.drafts.append(Draft(BlockKind.CODE, Span(piece.start, end), ()))
        elif piece.name in QUOTED_OBJECTS:
            self._add(OBJECT, piece.start, end)
        elif not self._is_hidden(piece.name, inside):
            return 0
        return inside.stop

    def _is_hidden(self, name: str, inside: range) -> bool:
        if name in _MAY_HOLD_ARTICLE:
            holds_article = any(self._outline.holds(inside, n) for n in ("h1", "article", "main"))
            return name in self._scope.hidden and not holds_article
        return name in self._scope.hidden

    def _open_block(self, name: str) -> None:
        self._has_words = name in _TEXT
        if name in _ENDS_HEADING:
            self._level = HEADINGS.get(name, 0)
        if name not in CONTAINERS:
            return
        if self._open[-1][0] in _CLOSES_LIKE.get(name, ()):
            self._close_container()
        _, outer = self._open[-1]
        is_quoted = outer == BlockKind.BLOCK_QUOTE
        self._open.append((name, outer if is_quoted else KINDS.get(name, outer)))
        self._how_many_open[name] += 1

    def _end_tag(self, piece: Piece) -> None:
        name = piece.name
        if name in BLOCKS:
            self._finish_block()
            if name in HEADINGS:
                self._level = 0
            if self._how_many_open[name]:
                while self._close_container() != name:
                    pass
        elif name == "a":
            self._in_link = False
        elif name == "q":
            self._leaf.add("”", piece.start, piece.end)
        elif name == "sup" and self._note is not None:
            self._end_note(self._note)

    def _close_container(self) -> str:
        name, _ = self._open.pop()
        self._how_many_open[name] -= 1
        return name

    def _end_note(self, note: int) -> None:
        mark = self._leaf.text_from(note)
        if len(mark) <= _LONGEST_NOTE_MARK and (self._note_is_link or mark.startswith("[")):
            self._leaf.go_back(note)
        self._note = None

    def _finish_block(self) -> None:
        _, kind = self._open[-1]
        is_heading = self._level and kind != BlockKind.BLOCK_QUOTE
        level = self._level if is_heading else 0
        draft = self._leaf.take(BlockKind.HEADING if is_heading else kind, level)
        if draft and (self._has_words or self._scope.link_lists or not self._has_link):
            self.drafts.append(draft)
        self._has_words, self._has_link = bool(self._level), self._in_link
        self._space = self._note = None

    def _add_text(self, start: int, end: int) -> None:
        for words in _WORDS.finditer(self._leaf.shown, start, end):
            self._add_space(start, words.start())
            self._add_pending_space()
            start = words.end()
            self._leaf.add_source(words.start(), start)
            self._has_words |= not self._in_link
        self._add_space(start, end)

    def _add_space(self, start: int, end: int) -> None:
        """Takes white space in, as one line end or space."""
        if start < end and not self._space:
            at = self._leaf.shown.find("\n", start, end)
            text = " " if at < 0 else "\n"
            self._space = Run(text, max(start, at), max(start, at) + 1)
            self._after_break = False

    def _break_line(self, piece: Piece) -> None:
        """Takes a `br` in; the second in a row ends the paragraph."""
        if self._space and self._after_break:
            self._finish_block()
        else:
            self._space = Run("\n", piece.start, piece.end)
            self._after_break = True

    def _add_reference(self, piece: Piece) -> None:
        if piece.text in DISCRETIONARY:
            return
        if piece.text in " \t\n\r\f":
            self._space = self._space or Run(" ", piece.start, piece.end)
        else:
            self._add(piece.text, piece.start, piece.end)

    def _add(self, text: str, start: int, end: int) -> None:
        self._add_pending_space()
        self._leaf.add(text, start, end)

    def _add_pending_space(self) -> None:
        if self._space and not self._leaf.is_empty:
            self._leaf.add(*self._space)
        self._space = None
