"""Markup or code that a reader sees."""

import re
from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from copydesk import Document, Finding, Rule, Severity
from copydesk.analysis.residue.residues import Residue, compiled, left_behind, merged, quoted

_TAG = (
    r"<(/?)([A-Za-z][A-Za-z0-9]*(?::[A-Za-z]\w*)?)(\s[^<>\ufdd0]{0,1000})?(/?)>"
    r"|<[A-Za-z]{1,20}\s{1,9}[\w:-]{1,40}=[\"'“”‘’][^\"'“”‘’<>\s\ufdd0]{0,500}[\"'“”‘’]?"
    r"|<!--|<!\[CDATA\[|<!DOCTYPE\b|<\?(?:xml|php)\b"
)
_ATTRIBUTE = r"\s[\w:-]+\s?=\s?[\"'“”‘’\w#/]"
_CUT_TAG = r"=([\"'“”‘’])[^\"'“”‘’<>\ufdd0]{0,300}[\"'“”‘’]\s{0,3}/?>"
_ATTRIBUTE_NAME = (
    r"\b(?:alt|border|class|data-[\w-]{1,30}|height|href|id|name|on[a-z]{3,12}|rel|src|style|target"
    r"|title|type|width)\Z"
)
_LONGEST_NAME = 40

_INLINE = frozenset("a b cite code em i kbd mark q s small span strike strong sub sup tt u".split())
_OFTEN_WORDS = frozenset(
    "address article aside body button caption center code data details dialog figure font footer"
    " form frame head header image input label legend link main map mark menu meta nav object"
    " option output picture quote section select small source strike style summary table template"
    " time title track video".split()
)
"""Elements that are English words too, so that one alone may stand for something to fill in."""

_OTHERS = frozenset(
    "abbr acronym audio blockquote br canvas col dd del div dl dt embed fieldset figcaption h1 h2"
    " h3 h4 h5 h6 hr html iframe img ins li nobr noscript nowiki ol p param pre ref references"
    " script svg tbody td textarea tfoot th thead tr ul".split()
)
_ELEMENTS = _INLINE | _OFTEN_WORDS | _OTHERS
_NAMESPACES = frozenset("fb g o st1 v w".split())
_SENTENCE_END = r"(?:\A|[.!?:;,”\"\ufdd0])\s*\Z"

_BRACKETED = r"\[(/?)([A-Za-z][\w-]{0,40})((?:[= ][^\[\]\ufdd0]{0,300})?)\]"
_SHORTCODE_ATTRIBUTE = r"\s[A-Za-z][\w-]+=(?:[\"'“”‘’][^\"'“”‘’]*|[^\s\"'“”‘’]+)"
_ADDRESS = r"\s*(?:https?://|www\.)"
_BBCODE = frozenset(
    "b center code color email font hr i img indent left list quote right s size spoiler table td"
    " tr u url youtube".split()
)
_SHORTCODES = frozenset(
    "audio button caption column embed gallery instagram playlist pullquote row soundcloud tweet"
    " twitter video vimeo youtube".split()
)
_WIKI = (
    r"(?i)(?<![\w\[])\[\[[^\W\d_:][^\[\]{}\n\ufdd0]{0,200}\]\]"
    r"|\[\[(?:Category|File|Image):"
    r"|(?<!')'''[^'\s\ufdd0][^'\n\ufdd0]{0,100}'''(?!')"
    r"|(?<!\{)\{\{\s?(?:citation|cite|cn|coord|efn|fact|flagicon|infobox|nihongo|reflist|sfn"
    r"|see also|short description|unreferenced|use \w{3} dates)\b"
    r"(?:[^{}\ufdd0]{0,500}\}\})?"
    r"|\[https?://[^\s\[\]\ufdd0]{1,300} [^\[\]\ufdd0]{1,200}\]"
    r"|(?m:^={2,6} ?[^=\s\ufdd0][^=\n\ufdd0]{0,100}={2,6}$)"
    r"|__(?:NOTOC|TOC|NOEDITSECTION|FORCETOC)__"
)
_WIKI_MARKS = ("[[", "{{", "==", "__", "[http", "'''")
_PHP_ERROR = r"\b(?:in|on) (?:/[\w.-]{1,60}){1,20}\.php on line \d+|\.php:\d+\b"
_STYLE = (
    r"\{\s*(?:-(?:moz|ms|webkit)-)?(?:background|border|bottom|box|clear|color|content|cursor"
    r"|display|float|font|height|left|letter|line|list|margin|max|min|opacity|outline|overflow"
    r"|padding|position|right|text|top|vertical|visibility|white|width|z)(?:-[a-z-]{1,30})?"
    r"\s*:[^{};\ufdd0]{1,200}[;}]"
)
_SELECTOR = r"[^\s{}]+\s*\Z"
_FARTHEST = 60
_GAP = 20
"""So few characters between two tags are what they enclose."""


@cache
def _scripts() -> tuple[re.Pattern[str], ...]:
    """Beginnings of scripts, each from a word on, for to look for a word is fast."""
    return tuple(
        map(
            re.compile,
            (
                r"\(function\s*\([\w$,\s]{0,80}\)\s*\{?",
                r"function(?<!\wfunction)\s*\w{0,40}\s*\([\w$,\s]{0,80}\)\s*\{",
                r"var\s(?<!\wvar\s)\s*[\w$]{1,40}\s*=(?!=)",
                r"window\.(?<!\wwindow\.)[A-Za-z_]\w{0,40}\s*(?:=|\|\||\()",
                r"document\.(?:getElement\w{0,20}|querySelector\w{0,5}|createElement|write(?:ln)?)\s*\(",
                r"typeof\s+[\w.$]{1,40}\s*[!=]==?",
                r"googletag\.\w{1,20}\.push\(",
                r"_gaq(?:\.push\(|\s*=|\s*\|\|)",
                r"dataLayer(?:\.push\(|\s*=|\s*\|\|)",
                r"adsbygoogle(?:\.push\(|\s*=|\s*\|\|)",
                r"gtag\(\s*[\"'“”‘’]",
                r"fbq\(\s*[\"'“”‘’]",
                r"\$\(\s*(?:document\b|window\b|[\"'“”‘’][.#])",
                r"jQuery\(",
                r"@media\b[^{}\ufdd0]{0,100}\{",
                r"\{\s*[\"“”]@(?:context|type|graph)[\"“”]\s*:",
            ),
        )
    )


class LeftoverMarkup(Rule):
    """A tag, a shortcode or a piece of a script stands in the text."""

    name: ClassVar = "leftover-markup"
    family: ClassVar = "residue"
    severity: ClassVar = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        left = left_behind(document, _residues(document.text))
        for residue in merged(document, left, _GAP):
            quote = quoted(document, residue.start, residue.end)
            yield self.finding(
                document.span(residue.start, residue.end), f"{quote} is {residue.what}, not text"
            )


def _residues(text: str) -> Iterator[Residue]:
    """All residues; a character that each kind has is looked for first, which takes no time."""
    if "<" in text:
        yield from _tags(text)
    if "=" in text and ">" in text:
        yield from _cut_tags(text)
    if "[" in text:
        yield from _bracketed(text)
    if any(mark[0] in text and mark in text for mark in _WIKI_MARKS):
        for found in compiled(_WIKI).finditer(text):
            yield Residue(*found.span(), "markup of a wiki")
    yield from _code(text)


def _code(text: str) -> Iterator[Residue]:
    """Scripts, style sheets and what servers say of their own."""
    if ".php" in text:
        for found in compiled(_PHP_ERROR).finditer(text):
            yield Residue(*found.span(), "an error message of a server")
    if "{" in text:
        yield from _styles(text)
    if "{" in text or (";" in text and ("=" in text or "('" in text)):
        for pattern in _scripts():
            for found in pattern.finditer(text):
                yield Residue(*found.span(), "a piece of a script")


def _tags(text: str) -> Iterator[Residue]:
    tags = list(compiled(_TAG).finditer(text))
    closed = {tag[2].lower() for tag in tags if tag[1]}
    for tag in tags:
        if not tag[2] or _is_tag(tag, closed):
            yield Residue(*tag.span(), "a tag of HTML" if tag[2] else "markup of HTML")


def _is_tag(tag: re.Match[str], closed: set[str]) -> bool:
    """Whether words between angle brackets are a tag, and not what a reader is to put there."""
    name = tag[2].lower()
    if ":" in name:
        return name.partition(":")[0] in _NAMESPACES
    if name not in _ELEMENTS:
        return False
    if tag[3] and tag[3].strip(" /"):
        return bool(compiled(_ATTRIBUTE).match(tag[3]))
    if tag[1] or tag[4] or name in closed:
        return True
    if name == "p":  # or a letter, as of an alphabet
        before = tag.string[max(0, tag.start() - _FARTHEST) : tag.start()]
        return bool(compiled(_SENTENCE_END).search(before))
    return name in _OTHERS or name in {"em", "span", "strong"}


def _cut_tags(text: str) -> Iterator[Residue]:
    """What is left of a tag without its beginning."""
    for found in compiled(_CUT_TAG).finditer(text):
        before = text[max(0, found.start() - _LONGEST_NAME) : found.start()]
        if name := compiled(_ATTRIBUTE_NAME).search(before):
            start = found.start() - len(name[0])
            yield Residue(start, found.end(), "a piece of a tag of HTML")


def _bracketed(text: str) -> Iterator[Residue]:
    """Shortcodes of content management systems, and the tags of bulletin boards."""
    found = list(compiled(_BRACKETED).finditer(text))
    closed = {code[2].lower() for code in found if code[1]}
    for code in found:
        if _is_code(code, closed):
            yield Residue(*code.span(), "a shortcode")


def _is_code(code: re.Match[str], closed: set[str]) -> bool:
    name, rest = code[2].lower(), code[3]
    known = name in _BBCODE or name in _SHORTCODES
    if code[1] or (name in closed and not rest):
        return not rest and (known or "_" in name)
    if rest.startswith("="):
        return name in _BBCODE
    if compiled(_ADDRESS).match(rest):
        return name in _SHORTCODES
    return len(name) > 1 and bool(compiled(_SHORTCODE_ATTRIBUTE).match(rest))


def _styles(text: str) -> Iterator[Residue]:
    """Style sheets, from the selector before the brace."""
    for found in compiled(_STYLE).finditer(text):
        before = text[max(0, found.start() - _FARTHEST) : found.start()]
        selector = compiled(_SELECTOR).search(before)
        start = found.start() - (len(selector[0]) if selector else 0)
        yield Residue(start, found.end(), "a piece of a style sheet")
