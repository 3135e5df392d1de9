"""Makes HTML of which every text is escaped unless it is known to be HTML."""

import unicodedata
from collections.abc import Iterable
from html import escape

from copydesk.terminal import visible

_EMPTY = frozenset({"meta"})
_SHOWN = frozenset("\t\n\r\u200c\u200d")
"""Characters without a look of their own that every text may hold."""

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


class Html(str):
    """Text that is HTML already; what is made of it by the methods of `str` is not."""

    __slots__ = ()


def element(tag: str, *content: str, **attributes: str | int | None) -> Html:
    """An element. Content and the values of attributes are escaped, names are not.

    `class_` stands for `class`, `aria_label` for `aria-label`; an attribute that is None is left
    out.
    """
    names = ((name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items())
    given = "".join(f' {name}="{plain(str(value))}"' for name, value in names if value is not None)
    end = "" if tag in _EMPTY else f"</{tag}>"
    return Html(f"<{tag}{given}>{joined(content)}{end}")


def joined(parts: Iterable[str]) -> Html:
    """One after the other, escaped where they are not HTML."""
    return Html("".join(map(shown, parts)))


def shown(text: str) -> Html:
    """A text as content of an element: what cannot be seen in it is shown by its code point."""
    if isinstance(text, Html):
        return text
    escaped = escape(text)
    if not escaped.isprintable():
        for char in sorted(filter(_is_unseen, set(escaped))):
            escaped = escaped.replace(char, _code_point(char))
    return Html(escaped)


def plain(text: str) -> Html:
    """A text for where only text can stand: in an attribute or a title."""
    return Html(escape(visible(text)))


def _is_unseen(char: str) -> bool:
    return char not in _SHOWN and unicodedata.category(char) in _UNSEEN


def _code_point(char: str) -> str:
    name = unicodedata.name(char, "")
    return element("span", f"U+{ord(char):04X}", class_="code-point", title=name or None)
