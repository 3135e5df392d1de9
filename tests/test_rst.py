"""Reading reStructuredText."""

from itertools import pairwise
from textwrap import dedent

import pytest
from copydesk.document import Document
from copydesk.markup import Format, format_of, read_text
from desk import Desk


def read(source: str) -> Document:
    return read_text(dedent(source), markup=Format.RST)


def prose(source: str) -> list[str]:
    return [block.text for block in read(source).prose]


def blocks(source: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in read(source).blocks]


def source_of(document: Document, text: str) -> str:
    start = document.text.index(text)
    return document.source[slice(*document.span(start, start + len(text)))]


def test_named_by_its_ending() -> None:
    assert format_of("docs/index.rst") is Format.RST


def test_headings_by_the_order_of_their_adornments() -> None:
    source = """\
        =======
        Harbour
        =======

        Trade
        =====

        Fish.

        Roads
        -----

        Few.

        ----

        Rail
        ====
        None.
        """
    levels = [(block.text, block.level) for block in read(source).prose if block.level]
    assert levels == [("Harbour", 1), ("Trade", 2), ("Roads", 3), ("Rail", 2)]
    assert prose(source)[-1] == "None."


def test_kinds() -> None:
    source = """\
        The council met
        on Monday.

        * A first
          item.

          Its second paragraph.
        * A second one.

        #. Numbered.

        A term
            What it means.

            A quotation is indented.

        After it:

            A quotation.

        :Author: Ann Brook

        .. [1] A note.

        .. note:: Mind
           the gap.

           Twice.

        .. versionadded:: 2.0
           A lamp.

        .. function:: lamp(name)

           Lights a lamp.

        | A line of verse
        | is left out.
        """
    assert blocks(source) == [
        ("paragraph", "The council met\non Monday."),
        ("list item", "A first\nitem."),
        ("list item", "Its second paragraph."),
        ("list item", "A second one."),
        ("list item", "Numbered."),
        ("list item", "A term"),
        ("list item", "What it means."),
        ("list item", "A quotation is indented."),
        ("paragraph", "After it:"),
        ("block quote", "A quotation."),
        ("list item", "Ann Brook"),
        ("footnote", "A note."),
        ("paragraph", "Mind\nthe gap."),
        ("paragraph", "Twice."),
        ("paragraph", "A lamp."),
        ("code", ""),
        ("paragraph", "Lights a lamp."),
        ("code", ""),
    ]


def test_code_is_no_prose() -> None:
    source = """\
        As follows::

            the the lamp

        .. code-block:: python
           :linenos:

           lamp = "on

        .. image:: lamp.png
           :alt: the the lamp

        >>> lamp(
               the, the)

        === ====
        a   the the
        === ====

        +-----+
        | the |
        +-----+

        .. _target: https://example.org
        """
    assert prose(source) == ["As follows:"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            "See `the plan <https://a.org>`__, `that one`_ and Plan_.",
            "See the plan, that one and Plan.",
        ),
        ("Call ``lamp()`` or :func:`~a.lamp`, `x`.", "Call \ufffc or \ufffc, \ufffc."),
        ("See :ref:`the plan <plan>` and :doc:`plan`.", "See the plan and \ufffc."),
        ("A :term:`lamp` is *very* **bright**.", "A lamp is very bright."),
        ("It burns [1]_, |name| says.", "It burns \ufffc, \ufffc says."),
        (r"A \*star and lamp\ s.", "A *star and lamps."),
        ("2.*.* is old, and 3 * 4 * 5 is 60.", "2.*.* is old, and 3 * 4 * 5 is 60."),
        ("See `the\nplan <https://a.org>`_.", "See the\nplan."),
        ("A. Brook came.\nShe left.", "A. Brook came.\nShe left."),
        ("::", ""),
    ],
)
def test_running_text(source: str, text: str) -> None:
    assert "".join(prose(source)) == text


def test_places() -> None:
    document = read("* One ``x``\n  *two* `three <https://a.org>`_.\n")
    assert document.text == "One \ufffc\ntwo three."
    assert source_of(document, "\ufffc") == "``x``"
    assert source_of(document, "two three") == "two* `three"
    assert document.is_literal(0, 4)


def test_comments_suppress(desk: Desk) -> None:
    desk.write("a.rst", ".. copydesk: ignore doubled-word -- a song\n\nIt was the the lamp.\n")
    assert desk.check("a.rst", "--select", "doubled-word").status == 0


def test_comments() -> None:
    source = """\
        A lamp.

        .. Not read,
           nor this.

        A lamp.
        """
    document = read(source)
    assert [block.text for block in document.prose] == ["A lamp.", "A lamp."]
    assert [comment.text for comment in document.comments] == ["Not read,\nnor this."]


@pytest.mark.parametrize(
    "source",
    [
        "",
        "..",
        ".. ",
        "..\n",
        "====",
        "=\n=",
        "::\n\n  x",
        ".. note::",
        "* ",
        "\t\t\n",
        "".join(" " * n + "* x\n" for n in range(300)),
        "* " * 3_000,
        "=== ===\n" * 3_000,
        "`" * 9_999,
        "*a " * 9_999,
        "[1]_" * 9_999,
        "a\r\n=\r\n\r\nb\r\n",
        "\ud800 *x*",
    ],
    ids=range(18),
)
def test_odd_texts_do_no_harm(source: str) -> None:
    document = read_text(source, markup=Format.RST)
    spans = [block.span for block in document.blocks]
    assert all(one.end <= other.start for one, other in pairwise(spans))
