"""Which paragraphs of an article the topic map takes for alike."""

from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from copydesk.analysis.topic.topic_map import MOST, TopicMap, topic_map
from copydesk.document import Document
from copydesk.markup import Format, read_text

ROOT = Path(__file__).resolve().parents[1]
OWN = """\
The council of Harrow closed the bridge after the flood had moved two of its piers.

Engineers of the council measured the piers of the bridge every hour during the flood.

The bridge carried most of the traffic between Harrow and the mills on the far bank.

Mills on the far bank sent their flour by boat while the bridge was closed to traffic.

The council will vote on repairs of the piers once the engineers have reported.

Until the bridge opens, a ferry will carry traffic to the mills for the council."""
FOREIGN = """\
Singer Wins Festival Prize in Lisbon

The singer thanked her violin teacher and the orchestra when the festival jury named her album."""


def mapped(text: str) -> TopicMap:
    return topic_map(read_text(text, "a.txt", Format.PLAIN))


def with_foreign(at: int) -> str:
    paragraphs = OWN.split("\n\n")
    return "\n\n".join([*paragraphs[:at], FOREIGN, *paragraphs[at:]])


@pytest.mark.parametrize("at", range(1, 7))
def test_a_headline_and_a_paragraph_of_another_story_hang_together_with_nothing(at: int) -> None:
    found = mapped(with_foreign(at))
    *own, most = sorted(found.cohesion[:at] + found.cohesion[at + 2 :], reverse=True)
    assert max(found.cohesion[at : at + 2]) < 0.01
    assert min(*own, most) > 0.05
    assert all(
        found.likeness[at + i][other] < 0.01
        for i in (0, 1)
        for other in range(8)
        if other not in (at, at + 1)
    )


def test_likeness_is_the_same_both_ways_and_1_to_itself() -> None:
    likeness = mapped(with_foreign(3)).likeness
    for one in range(len(likeness)):
        assert likeness[one][one] == 1.0
        for other in range(one):
            assert likeness[one][other] == likeness[other][one]
            assert 0.0 <= likeness[one][other] < 1.0


def test_the_same_words_are_as_like_as_can_be() -> None:
    found = mapped("\n\n".join(["The council of Harrow closed the bridge."] * 6))
    assert found.cohesion == pytest.approx([1.0] * 6)
    assert found.likeness[0] == pytest.approx([1.0] * 6)


def test_words_that_no_other_paragraph_has_are_like_nothing() -> None:
    words = iter(f"w{chr(97 + one)}{chr(97 + two)}x" for one in range(26) for two in range(26))
    found = mapped("\n\n".join(" ".join(next(words) for _ in range(8)) + "." for _ in range(6)))
    assert found.cohesion == (0.0,) * 6
    assert all(sum(row) == 1.0 for row in found.likeness)


def test_a_short_article_has_none() -> None:
    assert mapped("") == ((), (), ())
    assert mapped(OWN.rpartition("\n\n")[0].rpartition("\n\n")[0]) == ((), (), ())
    assert mapped("Yes.\n\n" * 20) == ((), (), ())


def test_blocks_with_few_words_and_tables_are_left_out() -> None:
    table = (
        "| Harrow bridge repair | council vote |\n| --- | --- |\n| flood piers mills flour | no |"
    )
    text = f"{OWN}\n\nSee also\n\n{table}\n\n```\nbridge council flood piers\n```\n"
    assert topic_map(read_text(text, "a.md")).blocks == tuple(range(6))


@pytest.mark.parametrize("extra", [0, 1])
def test_a_long_article_has_no_pairs(extra: int) -> None:
    found = mapped("\n\n".join([OWN.partition("\n\n")[0]] * (MOST + extra)))
    assert len(found.blocks) == len(found.cohesion) == MOST + extra
    assert len(found.likeness) == (0 if extra else MOST)


def test_time_grows_with_the_length_of_the_text() -> None:
    """Ten times the text takes nowhere near a hundred times the time."""

    def seconds(document: Document) -> float:
        start = process_time()
        topic_map(document)
        return process_time() - start

    words = [f"word{''.join(chr(97 + int(digit)) for digit in str(i))} " for i in range(30_000)]
    for one, many in (
        (f"{OWN}\n\n" * 40, f"{OWN}\n\n" * 400),
        ("\n\n".join(["".join(words[:3_000])] * 5), "\n\n".join(["".join(words)] * 5)),
    ):
        short, long = (read_text(text, "a.txt", Format.PLAIN) for text in (one, many))
        assert any(seconds(long) < 40 * max(seconds(short), 0.005) for _ in range(3))


def test_the_seed_shows_its_insertion() -> None:
    """The two foreign blocks have the lowest bars, and by far."""
    (seed,) = (ROOT / "seeds").glob("*.txt")
    found = mapped(seed.read_text("utf-8"))
    ranked = sorted(range(len(found.blocks)), key=found.cohesion.__getitem__)
    assert set(ranked[:2]) == {6, 7}
    gaps = [found.cohesion[b] - found.cohesion[a] for a, b in pairwise(ranked[:3])]
    assert gaps[1] > 0.05
