"""Draws the topic map of an article, as a table that says in words what it shows."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from heapq import nlargest

from copydesk.analysis.topic.topic_map import MOST, TopicMap, topic_map
from copydesk.document import OBJECT
from copydesk.reporters._article import Article, Numbered
from copydesk.reporters._elements import Html, element
from copydesk.terminal import counted, visible

_SHADES = (0.03, 0.1, 0.2, 0.35)
"""From where on two paragraphs are a shade more alike. Of the pairs in an article of an
encyclopedia 20 % are below the first and 10 % above the last, of those across two articles more
than 90 % below the first."""

_MOST_LIKE = 2
_MOST_FINDINGS = 3
_MANY_ROWS, _VERY_MANY_ROWS = 24, 48
_OPENING = 90
_EXPLANATION = (
    "Each row is a paragraph. The bar shows how much it has in common with the rest of the article,"
    " its neighbours left out; the squares show with which paragraphs: the darker, the more. A"
    " passage of another story has hardly a bar, and its row and its column are pale."
)


def topic_map_section(article: Article) -> Html:
    """The map of an article with a heading, or why there is none."""
    drawn = article.document.analysis(topic_map)
    heading = element("h3", "Topic map", id=_heading(article))
    return element("div", heading, *_map(article, drawn), class_="map")


def _heading(article: Article) -> str:
    return f"{article.name}-map"


def _map(article: Article, drawn: TopicMap) -> Sequence[Html]:
    if not drawn.blocks:
        return [element("p", "The article is too short for one.", class_="aside")]
    if not drawn.likeness:
        paragraphs = counted(len(drawn.blocks), "paragraph")
        why = f"The article has {paragraphs}, and a map has room for {MOST}."
        return [element("p", why, class_="aside")]
    return [element("p", _EXPLANATION, class_="aside"), _legend(), _table(article, drawn)]


def _legend() -> Html:
    shades = (
        element("span", _swatch(shade), f"from {least}") for shade, least in enumerate(_SHADES, 1)
    )
    return element("p", "Likeness ", *shades, class_="legend", aria_hidden="true")


def _table(article: Article, drawn: TopicMap) -> Html:
    head = element(
        "tr",
        element("th", "Paragraph", scope="col"),
        element("th", "Findings", scope="col"),
        element("th", "Cohesion", scope="col"),
        element("th", "Likeness", scope="col"),
    )
    size = len(drawn.blocks)
    rows = (_row(article, drawn, place) for place in range(size))
    density = "densest" if size > _VERY_MANY_ROWS else "dense" if size > _MANY_ROWS else None
    table = element("table", element("thead", head), element("tbody", *rows), class_=density)
    # One that cannot be focused could not be scrolled by keyboard.
    heading = _heading(article)
    return element("div", table, class_="scroll", role="group", tabindex=0, aria_labelledby=heading)


def _row(article: Article, drawn: TopicMap, place: int) -> Html:
    index, cohesion = drawn.blocks[place], drawn.cohesion[place]
    number = str(index + 1)
    opening = article.document.prose[index].text[:_OPENING].replace(OBJECT, "…")
    link = element("a", number, href=f"#{article.block(index)}", aria_label=f"paragraph {number}")
    found = _findings_on(article, index)
    worst = max((numbered.finding.severity for numbered in found), default=None)
    return element(
        "tr",
        element("th", link, element("span", visible(opening), dir="auto"), scope="row"),
        element("td", *(_sign(article, numbered) for numbered in found[:_MOST_FINDINGS])),
        element(
            "td",
            _bar(cohesion / (max(drawn.cohesion) or 1.0)),
            element("span", f"{cohesion:.2f}"),
            class_="cohesion",
        ),
        element("td", _squares(drawn.likeness[place], place), _most_like(drawn, place)),
        id=article.row(index),
        class_=None if worst is None else str(worst),
    )


def _findings_on(article: Article, index: int) -> Sequence[Numbered]:
    """The findings that take in the whole of a block."""
    block = article.document.prose[index]
    return [
        spot.of
        for spot in article.spots
        if spot.reading and not spot.is_evidence
        if spot.reading.start <= block.start and block.end <= spot.reading.end
    ]


def _sign(article: Article, numbered: Numbered) -> Html:
    number, finding = numbered
    return element(
        "a",
        str(number),
        class_=f"sign {finding.severity}",
        href=f"#{article.note(number)}",
        aria_label=f"finding {number}, {finding.severity}: {finding.rule}",
    )


def _bar(length: float) -> Html:
    """A bar of a length from 0 to 1."""
    value = element("rect", class_="value", width=round(100 * length), height=1)
    track = element("rect", class_="track", width=100, height=1)
    return _picture("bar", track, value, width=100, stretched="none")


def _squares(row: Sequence[float], own: int) -> Html:
    """The row of the matrix, all squares of a shade as one path; the diagonal has its own."""
    shades: defaultdict[int, list[int]] = defaultdict(list)
    for place, likeness in enumerate(row):
        shades[len(_SHADES) + 1 if place == own else bisect_right(_SHADES, likeness)].append(place)
    paths = (
        element("path", class_=f"shade-{shade}", d="".join(map(_square, shades[shade])))
        for shade in sorted(shades)
    )
    return _picture("squares", *paths, width=len(row))


def _square(place: int) -> str:
    return f"M{place} 0h.92v.92h-.92z"


def _swatch(shade: int) -> Html:
    path = element("path", class_=f"shade-{shade}", d=_square(0))
    return _picture("swatch", path, width=1)


def _picture(kind: str, *shapes: Html, width: int, stretched: str | None = None) -> Html:
    """A drawing one unit high, of which the table says everything in words."""
    return element(
        "svg",
        *shapes,
        class_=kind,
        viewBox=f"0 0 {width} 1",
        preserveAspectRatio=stretched,
        aria_hidden="true",
    )


def _most_like(drawn: TopicMap, place: int) -> Html:
    row = drawn.likeness[place]
    others = (other for other in range(len(row)) if other != place and row[other] >= _SHADES[0])
    closest = nlargest(_MOST_LIKE, others, key=row.__getitem__)
    named = " and ".join(f"paragraph {drawn.blocks[i] + 1} ({row[i]:.2f})" for i in closest)
    return element("span", f"most like {named}" if named else "like none", class_="unseen")
