"""What the elements of HTML do to running text, known without a parser: importing one is slow."""

from copydesk.document import BlockKind, Comment, Span

KINDS = {
    "li": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.BLOCK_QUOTE,
    "td": BlockKind.TABLE_CELL,
    "th": BlockKind.TABLE_CELL,
    "caption": BlockKind.CAPTION,
    "figcaption": BlockKind.CAPTION,
}
CONTAINERS = frozenset({*KINDS, *"ul ol dl menu table".split()})
HEADINGS = {f"h{level}": level for level in range(1, 7)}

BLOCKS = frozenset(
    {*CONTAINERS, *HEADINGS}
    | set(
        "address article aside body center details dialog dir div fieldset figure footer form head"
        " header hgroup hr html legend main nav optgroup option p pre search section summary tbody"
        " tfoot thead title tr".split()
    )
)
"""Elements that begin and end a block of text."""

OBJECTS = frozenset("img embed".split())
"""Elements without content that stand in running text and are no prose."""

QUOTED_OBJECTS = frozenset("code samp kbd var tt svg math video audio canvas iframe object".split())
"""Elements whose content stands in running text and is no prose."""

HIDDEN = frozenset(
    "title script style noscript template noembed noframes select textarea datalist rp rt".split()
)
"""Elements whose content no reader sees, or not as part of the text."""


def comment(source: str, span: Span) -> Comment:
    """The comment at a range that begins with `<!--`, closed in whatever way."""
    inside = source[span.start + len("<!--") : span.end].removesuffix(">")
    return Comment(span, inside.removesuffix("!").removesuffix("--"))
