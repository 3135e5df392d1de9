"""A page for the browser, as `docs/html-report.md` describes it: it loads and sends nothing."""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TextIO

from copydesk import __version__
from copydesk.reporters import Reporter, Style
from copydesk.reporters._article import Article
from copydesk.reporters._article_text import article_text
from copydesk.reporters._elements import Html, element, plain
from copydesk.reporters._prose import by_severity, outcome, statistics
from copydesk.reporters._streams import takes_all
from copydesk.reporters._topic_map import topic_map_section
from copydesk.session import Failure, Report, Summary
from copydesk.shipped import shipped_text
from copydesk.terminal import counted

_NOTHING = Html()
_KEYS = (
    "Tab leads through the findings; from one of them n leads to the next and p to the previous."
)


class _Entry(NamedTuple):
    """A file.

    Attributes:
        path: What it is called.
        found: How many findings there are in it.
        name: What its part of the page is linked to by.
        first: What the first finding in it is linked to by, if there is one.
        content: Its part of the page; None if it is only named.
    """

    path: str
    found: str
    name: str
    first: str | None
    content: Html | None


@dataclass
class _Page:
    """Writes the page at the end, because it begins with the sum of the run."""

    stream: TextIO
    style: Style
    entries: list[_Entry] = field(default_factory=list[_Entry])
    only: Report | None = None

    def write(self, report: Report) -> None:
        """Takes an article in; one of several with nothing to say of it is only named."""
        self.only = None if self.entries else report
        is_shown = bool(report.findings or report.failures or report.notes)
        self.entries.append(_entry(report, len(self.entries) + 1, is_shown=is_shown))

    def close(self, summary: Summary) -> None:
        if self.only:
            self.entries = [_entry(self.only, 1, is_shown=True)]
        page = f"<!DOCTYPE html>\n{_html(self.entries, summary, self.style)}\n"
        if not takes_all(self.stream):
            page = page.encode("ascii", "xmlcharrefreplace").decode("ascii")
        self.stream.write(page)


def _entry(report: Report, number: int, *, is_shown: bool) -> _Entry:
    findings = [finding for finding, _ in report.findings]
    article = Article(f"a{number}", report.document, findings)
    found = by_severity(Counter(f.severity for f in findings)) or "no findings"
    return _Entry(
        article.document.path,
        found,
        article.name,
        article.note(1) if findings else None,
        _article(article, found, report) if is_shown else None,
    )


def _article(article: Article, found: str, report: Report) -> Html:
    heading = f"{article.name}-heading"
    remarks = [*report.notes, *(failure.message for failure in report.failures)]
    return element(
        "article",
        element("h2", element("bdi", article.document.path), id=heading),
        element("p", found),
        _list(remarks) if remarks else _NOTHING,
        topic_map_section(article),
        element("h3", "Text"),
        article_text(article),
        id=article.name,
        aria_labelledby=heading,
    )


def _html(entries: Sequence[_Entry], summary: Summary, style: Style) -> Html:
    css, script = _resource("html.css"), _resource("html.js")
    sum_of_run = outcome(summary)
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(css, script)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", plain(f"copydesk: {sum_of_run}")),
        element("style", css),
    )
    body = element(
        "body",
        *_header(entries, sum_of_run),
        _failures(summary.failures),
        _statistics(summary) if style.statistics else _NOTHING,
        _files(entries) if len(entries) > 1 else _NOTHING,
        element("main", *(entry.content for entry in entries if entry.content)),
        element("footer", element("p", f"copydesk {__version__}")),
        element("script", script),
    )
    return element("html", head, body, lang="en")


def _resource(name: str) -> Html:
    return Html(shipped_text(f"reporters/{name}"))


def _policy(css: Html, script: Html) -> str:
    """That nothing but this very style and script is used, and nothing is loaded or sent."""
    return (
        f"default-src 'none'; style-src {_hash(css)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: Html) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _header(entries: Sequence[_Entry], sum_of_run: str) -> Iterator[Html]:
    """The sum of the run, and if there are findings how to go through them by keyboard."""
    lines = [element("h1", "copydesk"), element("p", sum_of_run)]
    first = next((entry.first for entry in entries if entry.first), None)
    if first:
        yield element("a", "To the first finding", href=f"#{first}", class_="skip")
        lines.append(element("p", _KEYS, class_="keys", hidden=""))  # until the script runs
    yield element("header", *lines)


def _failures(failures: Sequence[Failure]) -> Html:
    if not failures:
        return _NOTHING
    return _section("Not checked", _list(map(_failure, failures)), class_="failures")


def _failure(failure: Failure) -> Html:
    place = element("bdi", failure.path) if failure.path else _NOTHING
    return element("span", place, " " if failure.path else "", failure.message)


def _statistics(summary: Summary) -> Html:
    rows = (
        element(
            "tr", element("td", f"{count:,}"), element("th", element("code", rule), scope="row")
        )
        for rule, count in statistics(summary)
    )
    return _section("Findings by rule", element("table", element("tbody", *rows)))


def _files(entries: Sequence[_Entry]) -> Html:
    """The files: first those that are shown, then those that are only named."""
    links = [
        element("span", element("a", element("bdi", e.path), href=f"#{e.name}"), f" {e.found}")
        for e in entries
        if e.content
    ]
    others = [element("bdi", e.path) for e in entries if not e.content]
    title = element("summary", f"{counted(len(others), 'file')} without findings")
    rest = element("details", title, _list(others)) if others else _NOTHING
    heading = element("h2", "Files", id="files")
    shown = _list(links) if links else _NOTHING
    return element("nav", heading, shown, rest, aria_labelledby="files")


def _section(title: str, content: Html, class_: str | None = None) -> Html:
    name = title.lower().replace(" ", "-")
    heading = element("h2", title, id=name)
    return element("section", heading, content, class_=class_, aria_labelledby=name)


def _list(items: Iterable[str]) -> Html:
    return element("ul", *(element("li", item) for item in items))


def reporter(stream: TextIO, style: Style) -> Reporter:
    """A reporter that writes one page at the end of the run."""
    return _Page(stream, style)
