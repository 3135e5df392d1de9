"""Reads texts under free licences: press releases, posts, Wikinews, articles for learners.

They lie in one folder:

* `senate`: the folder `raw` of <https://github.com/lintool/GrimmerSenatePressReleases>, releases of
  senators of the United States of 2004 to 2008; what quotes the press at length is left out;
* `wikinews`: the folder `data` of <https://github.com/vanatteveldt/wikinews>, articles of 2019 and
  2020, under CC BY 2.5;
* `onestop`: the folder `Texts-SeparatedByReadingLevel/Adv-Txt` of
  <https://github.com/nishkalavallabhi/OneStopEnglishCorpus>, articles of a newspaper edited for
  learners, under CC BY-SA 4.0;
* Markdown anywhere in it: the folders `content/news` of <https://github.com/GSA/digitalgov.gov>,
  `source/posts` of <https://github.com/datacite/blog>, `content/en/blog` of
  <https://github.com/todogroup/todogroup.org> (both under CC BY 4.0), and `content/en/blog/posts`
  of <https://github.com/cds-snc/digital-canada-ca> (MIT).

Releases and the first of these posts are in the public domain, as works of the government. The
topic space has seen none of these texts.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from random import Random

from copydesk.analysis.dates import MONTH_NAMES
from copydesk.document import BlockKind, Document
from copydesk.markup import read_file

from training.corpus import FEWEST_PARAGRAPHS, FEWEST_WORDS, LONGEST_HEADING, Article, documents_in

MOST_OF_ONE = 60
"""How many releases of a senator are taken: some wrote two thousand."""

FEWEST_IN_ALL, MOST_IN_RELEASE, MOST_IN_POST = 150, 1_500, 2_500
"""How many words such a text has; a longer one is a speech or a heap of things."""

LONGEST_PARAGRAPH = 200
LONGEST_TITLE, SHORTEST_TITLE = 25, 4
LEAST_WHOLE, MOST_SHORT = 0.8, 0.25
"""Of its paragraphs so many end in a stop; of all lines of a release so many at most are short."""

OPENING = 70
"""How much of a paragraph tells that two texts are the same."""


_OF_THE_PRESS = re.compile(
    r"Associated Press|\(AP\)|Copyright|©|Staff Writer|Reuters|CNN|Transcript|Fox News|MSNBC|Op-Ed"
    r"|All rights reserved",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(?:For Immediate|Contact|Press Release|#|-\s*30|\d+/\d+/|Washington,? D\.?C\.?$|Return to"
    r"|Back to|Print|\*+$|_+$|By\b.{0,60}$|Dear\b|Sincerely"
    rf"|(?:\w+day,?\s+)?(?:{'|'.join(filter(None, MONTH_NAMES))})\s+\d+,?\s+\d{{4}}\s*$)",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^title:\s*(.+)$", re.MULTILINE)
_LEFT_OUT = re.compile(r"\{[{%:]|\ufffc")
_STOPS = tuple(".?!”\"'")


def releases_and_posts(folder: Path) -> list[Article]:
    """The releases in `folder`/senate and the posts in `folder`; a senator is a section."""
    posts = sorted(folder.rglob("*.md"))
    return [*releases(folder / "senate"), *_titled_once(filter(None, map(post, posts)))]


def news(folder: Path, measured: Path) -> list[Article]:
    """The articles of Wikinews and OneStop of which no file in `measured` has a part."""
    blocks = (block for document in documents_in(measured) for block in document.prose)
    known = {" ".join(block.text.split())[:OPENING] for block in blocks}
    return [
        article
        for article in chain(_wikinews(folder / "wikinews"), _onestop(folder / "onestop"))
        if known.isdisjoint(paragraph[:OPENING] for paragraph in article.paragraphs)
    ]


def _wikinews(folder: Path) -> Iterator[Article]:
    for path in sorted(folder.glob("*.csv")):
        for row in _rows(path):
            name = row["url"].rpartition("/")[2]
            yield Article(name, row["title"], tuple(_lines(row["text"])))


def _onestop(folder: Path) -> Iterator[Article]:
    """The articles, titled by what their files are called: they have no title of their own."""
    for path in sorted(folder.glob("*-adv.txt")):
        title = path.stem.removesuffix("-adv").replace("-", " ")
        text = path.read_text("utf-8-sig")
        yield Article(path.stem, title, tuple(_lines(text)))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _lines(text: str) -> Iterator[str]:
    """The lines of a text that are not empty, with single spaces."""
    return filter(None, (" ".join(line.split()) for line in re.split(r"[\r\n]+", text)))


def releases(folder: Path) -> list[Article]:
    """The press releases in a folder of a folder for each senator, in no order."""
    paths = sorted(folder.rglob("*.txt"))
    Random(4).shuffle(paths)  # noqa: S311  not for secrets
    taken: Counter[str] = Counter()
    found: list[Article] = []
    for article in _titled_once(filter(None, map(release, paths))):
        if taken[article.section] < MOST_OF_ONE:
            taken[article.section] += 1
            found.append(article)
    return found


def release(path: Path) -> Article | None:
    """A press release of whole paragraphs; None for letters, tables and what the press wrote."""
    text = path.read_text("utf-8", errors="replace")
    if _OF_THE_PRESS.search(text) or "\ufffd" in text:
        return None
    title, *body = [line for line in _lines(text) if not _FURNITURE.match(line)] or [""]
    sizes = [len(line.split()) for line in body]
    short = sum(size < FEWEST_WORDS for size in sizes)
    if (
        not SHORTEST_TITLE <= len(title.split()) <= LONGEST_TITLE
        or short > MOST_SHORT * len(body)
        or max(sizes, default=0) > LONGEST_PARAGRAPH
        or not _is_fit(body, MOST_IN_RELEASE)
    ):
        return None
    title = title.capitalize() if title.isupper() else title
    return Article(f"{path.parent.name}/{path.stem}", title, tuple(body), path.parent.name)


def post(path: Path) -> Article | None:
    """A post in Markdown as its headings and paragraphs; None if it is not made of these."""
    document = read_file(path)
    title = _TITLE.search(document.source)
    paragraphs = list(_paragraphs(document))
    if not title or any(map(_LEFT_OUT.search, paragraphs)) or not _is_fit(paragraphs, MOST_IN_POST):
        return None
    return Article(path.stem, title[1].strip("\"' "), tuple(paragraphs))


def _paragraphs(document: Document) -> Iterator[str]:
    """The paragraphs and headings, these with a stop, as corpora have them."""
    for block in document.prose:
        text = " ".join(block.text.split())
        if block.kind is BlockKind.PARAGRAPH:
            yield text
        elif block.kind is BlockKind.HEADING:
            yield f"{text}." if len(text.split()) <= LONGEST_HEADING else text


def _is_fit(paragraphs: Sequence[str], most: int) -> bool:
    """Whether there are enough paragraphs, most of them whole, and not too many words."""
    long = [p for p in paragraphs if len(p.split()) >= FEWEST_WORDS]
    whole = sum(p.endswith(_STOPS) for p in long)
    words = sum(len(p.split()) for p in paragraphs)
    return (
        len(long) >= FEWEST_PARAGRAPHS
        and whole >= LEAST_WHOLE * len(long)
        and FEWEST_IN_ALL <= words <= most
    )


def _titled_once(articles: Iterator[Article]) -> Iterator[Article]:
    """The first of articles of one section whose titles begin alike."""
    seen: set[tuple[str, str]] = set()
    for article in articles:
        key = article.section, article.title[:40]
        if key not in seen:
            seen.add(key)
            yield article
