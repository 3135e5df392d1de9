"""Reads a rule's page: its marked articles are both its manual and its tests."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from copydesk.document import Span
from copydesk.engine import ActiveRule, check
from copydesk.errors import CopydeskError
from copydesk.markup import Format, read_text
from copydesk.options import build_rule, option_types
from copydesk.patterns import lazy_pattern
from copydesk.registry import Registry, source_file
from copydesk.rule import Rule

_SECTION = lazy_pattern(
    r"^## (?P<title>.+)$|^(?P<fence>```+)article\b(?P<info>.*)\n(?P<body>(?s:.*?))^(?P=fence)$",
    re.MULTILINE,
)
_BARE = lazy_pattern(r"=(?!true$|false$)([a-z][a-z-]*)$")
_MARK = lazy_pattern(r"\[\[|\]\](?!\](?!\]))")  # the first of three belongs to what is marked

FLAGGED, ACCEPTED = "Flagged", "Accepted"
MISSES, FALSE_ALARMS = "Known misses", "Known false alarms"
SECTIONS = frozenset({FLAGGED, ACCEPTED, MISSES, FALSE_ALARMS})


class Example(NamedTuple):
    """An article on a rule's page.

    Attributes:
        section: The heading it stands under, one of `SECTIONS`.
        text: The article without its marks.
        marks: What is marked: found by the rule, except under `MISSES`, where it is not yet.
        markup: The markup it is read as.
        options: The options of the rule, as TOML values.
        beside: Other rules that run too, for a rule about suppressions; `with="doubled-word"`.
        line: The line of the page on which it begins, from 1.
    """

    section: str
    text: str
    marks: tuple[Span, ...]
    markup: Format
    options: dict[str, object]
    beside: tuple[str, ...]
    line: int


def page_file(rule: type[Rule]) -> Path:
    """The Markdown page beside the file of a rule."""
    return source_file(rule).with_suffix(".md")


def page_text(rule: type[Rule]) -> str:
    """The page of a rule.

    Raises:
        CopydeskError: There is none.
    """
    try:
        return page_file(rule).read_text("utf-8")
    except OSError as error:
        raise CopydeskError(f"rule {rule.name} has no page {page_file(rule)}") from error


def examples(rule: type[Rule]) -> Iterator[Example]:
    """The articles on the page of a rule, in order.

    They are fenced as `article`; `format=markdown` and options of the rule in TOML, separated by
    spaces and without any, may follow. `[[` and `]]` enclose what is to be found; marks may nest.

    Raises:
        CopydeskError: The page is missing, or an example on it is not well formed.
    """
    page = page_text(rule)
    section = ""
    for match in _SECTION.finditer(page):
        if title := match["title"]:
            section = title
            continue
        line = page.count("\n", 0, match.start()) + 1
        where = f"{page_file(rule)}:{line}"
        if section not in SECTIONS:
            raise CopydeskError(f"{where}: an article stands under {section!r}")
        yield _example(section, match, where, line)


def _example(section: str, match: re.Match[str], where: str, line: int) -> Example:
    text, marks = _unmark(match["body"], where)
    options = _settings(match["info"], where)
    named = str(options.pop("format", Format.PLAIN))
    if named not in set(Format):
        raise CopydeskError(f"{where}: {named!r} is no format ({', '.join(Format)})")
    beside = tuple(str(options.pop("with", "")).replace(",", " ").split())
    return Example(section, text, marks, Format(named), options, beside, line)


def faults(rule: type[Rule], registry: Registry) -> Iterator[str]:
    """Where the page of a rule and what the rule finds differ; nothing if they agree exactly.

    `registry` holds the rules that an example may name beside it.
    """
    page, sections = page_text(rule), set[str]()
    if not page.startswith(f"# {rule.name}\n"):
        yield f"{page_file(rule)}:1: the title is not '# {rule.name}'"
    for example in examples(rule):
        sections.add(example.section)
        for fault in _example_faults(rule, example, registry):
            yield f"{page_file(rule)}:{example.line}: {fault}"
    for section in (FLAGGED, ACCEPTED):
        if section not in sections:
            yield f"{page_file(rule)}: no article stands under '## {section}'"
    for option in option_types(rule):
        if f"`{option}`" not in page:
            yield f"{page_file(rule)}: the option `{option}` is not explained"


def _example_faults(rule: type[Rule], example: Example, registry: Registry) -> Iterator[str]:
    if unknown := [name for name in example.beside if name not in registry]:
        yield f"no rule is called {unknown[0]!r}"
        return
    try:
        active = [ActiveRule(build_rule(rule, example.options), rule.severity)]
    except CopydeskError as error:
        yield str(error)
        return
    active += [ActiveRule.with_defaults(registry[name]) for name in example.beside]
    outcome = check(read_text(example.text, markup=example.markup), active, registry)
    for crash in outcome.crashes:
        yield f"the rule {crash.rule} crashed: {crash.message}"
    if bool(example.marks) == (example.section == ACCEPTED):
        yield f"marks do not go with '## {example.section}'"
    found = Counter(finding.span for finding in outcome.findings if finding.rule == rule.name)
    yield from _differences(example, found)


def _differences(example: Example, found: Counter[Span]) -> Iterator[str]:
    marked = Counter(example.marks)
    if example.section == MISSES:
        for span in sorted(found.keys() & marked.keys()):
            yield f"{example.text[slice(*span)]!r} is found now"
    else:
        for span in sorted((marked - found).elements()):
            yield f"{example.text[slice(*span)]!r} is not found"
    for span in sorted((found - marked).elements()):
        yield f"{example.text[slice(*span)]!r} is found, but not marked"


def _unmark(marked: str, where: str) -> tuple[str, tuple[Span, ...]]:
    text = ""
    at = 0
    opened: list[int] = []
    marks: list[Span] = []
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark.group() == "[[":
            opened.append(len(text))
        elif opened:
            marks.append(Span(opened.pop(), len(text)))
        else:
            raise CopydeskError(f"{where}: ]] without [[")
    if opened:
        raise CopydeskError(f"{where}: [[ without ]]")
    return text + marked[at:], tuple(sorted(marks))


def _settings(info: str, where: str) -> dict[str, object]:
    import tomllib  # noqa: PLC0415  only a page with options needs it

    options: dict[str, object] = {}
    for word in info.split():
        try:
            options |= tomllib.loads(_BARE.sub(r'="\1"', word))
        except tomllib.TOMLDecodeError as error:
            raise CopydeskError(f"{where}: {word!r} is not an option") from error
    return options
