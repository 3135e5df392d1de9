"""Tells lines that advertise other stories."""

import re
from functools import cache

from copydesk.document import BlockKind, Document
from copydesk.patterns import lazy_pattern

_BULLET = lazy_pattern(r"[×►▶▸»›→]+\s*(?=\w)")
_BRACKETED = lazy_pattern(r"\[[^\[\]]+\]$")
_CREDIT = lazy_pattern(r"\[(?:images?|photos?|pictures?|source|credits?|via|h/t)\b", re.IGNORECASE)
_IN_PARENTHESES = lazy_pattern(r"\([^()]+\)$")
_STOPPED = lazy_pattern(r"[.;,…][^\w\s]*$")
_WORD = lazy_pattern(r"[^\W\d_][\w'’.-]*")
_FEWEST_WORDS, _MOST_WORDS = 4, 30
_FEWEST_WORDS_AFTER_CAPITALS = 6
_LONG = 4
_MOSTLY = 0.7


def teasers(document: Document) -> tuple[int, ...]:
    """Which blocks of `document.prose`, but not the first, advertise other stories."""
    return tuple(
        index
        for index, block in enumerate(document.prose)
        if index and block.kind is BlockKind.PARAGRAPH and is_teaser(block.text)
    )


def is_teaser(text: str) -> bool:
    """Whether a paragraph is a label that leads elsewhere, or a headline set off as a link."""
    return is_short(text) and (_is_labelled(text) or _is_boxed(text))


def is_short(text: str) -> bool:
    """Whether a paragraph is short enough to advertise something."""
    return text.count(" ") < _MOST_WORDS


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        r"""[\W_]*
        (?: (?P<sure>
              (?-i:MORE|RELATED|READ\ MORE|SEE\ ALSO)(?=:(?:\s+\S+){4,}[^.\s]$)
            | more\ (?:news|stories|headlines|on\ this(?:\ story)?|from\ (?:the\ )?web)
            | (?:full|complete|continuing|more|special)\ coverage
            | (?:read|watch|listen)\ (?:also|next|now)
            | (?:also|now|must|next|further|what\ to)\ read(?:\ next)?
            | trending(?:\ now)? | top\ stories | most\ (?:read|popular|viewed|shared)
            | related\ (?:articles?|stor(?:y|ies)|news|content|coverage|posts?|videos?)
            | recommended\ for\ you | you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested\ in)
            | don['’]t\ miss | up\ next | next\ (?:story|article|up) | previous\ (?:story|article)
            | sponsored | promoted | around\ the\ web | related\ topics | see\ related
            )
          | (?P<weak>
              read(?:\ more)? | related | see(?:\ also|\ more)? | watch | more | alert | video
            | special | urgent | listen | full\ story | also\ on\ \w+ | photos?
            | gallery | slideshow | in\ pictures | exclusive | breaking | headline
            | latest | recommended | editor['’]s\ note
            )
          | (?P<capitals>
              (?!SOURCE|CREDIT|NOTE|WARNING|CAUTION|IMPORTANT|UPDATE|CORRECTION)(?-i:[A-Z]{5,12})
            )
        )
        \s*(?P<mark>:|[»›>→|–—-](?=\s)|(?:\.\.\.|…)?$)
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def _is_labelled(text: str) -> bool:
    """Whether it begins with words that lead elsewhere: “Read also: ”.

    Words that also begin sentences, definitions and cross-references count only before a headline.
    """
    match = _label().match(text)
    if not match:
        return False
    rest = text[match.end() :]
    if match["sure"] or (match["weak"] and match["mark"] == ":" and _IN_PARENTHESES.match(text)):
        return True
    fewest = _FEWEST_WORDS_AFTER_CAPITALS if match["capitals"] else _FEWEST_WORDS
    return match["mark"] == ":" and _is_headline(rest, fewest)


def _is_boxed(text: str) -> bool:
    """Whether it is a headline in brackets or behind an arrow, as sites set off their links."""
    if _BRACKETED.match(text) and not _CREDIT.match(text):
        return _is_headline(text[1:-1])
    bullet = _BULLET.match(text)
    return bullet is not None and _is_headline(text[bullet.end() :])


def _is_headline(text: str, fewest: int = _FEWEST_WORDS) -> bool:
    """Whether it has some words, most of the longer ones capitalised, and no stop ends it."""
    words = _WORD.findall(text)
    longer = [word for word in words if len(word) >= _LONG]
    if len(words) < fewest or not longer or _STOPPED.search(text):
        return False
    capitalised = [word for word in longer if word[0].isupper()]
    return len(capitalised) >= _MOSTLY * len(longer)
