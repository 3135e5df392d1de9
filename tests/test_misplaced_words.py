"""Words of grammar that stand for others: what leaves them alone, and where no text is left."""

import pytest
from copydesk.analysis.phrasing.misplaced import misplaced_words
from copydesk.markup import read_text


def found(text: str) -> list[str]:
    """The words found, with what each stands for."""
    document = read_text(text)
    return [f"{document.tokens.texts[one.wrong]}: {one.right}" for one in misplaced_words(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number off boats rose.", ["off: of"]),
        ("The number of boats off the coast rose.", []),
        ("He took a number off the list.", []),
        ("He knocked two hats off a shelf.", []),
        ("They left, and than it rained.", ["than: then"]),
        ("More of them left today than it was said.", []),
        ("It was colder, as Mr. Hale said, than here.", []),
        ("He was unable too visit them.", ["too: to"]),
        ("His brothers too visit the place.", []),
        ("The price is too high and the road too narrow.", []),
        ("He left one 3 March.", ["one: on"]),
        ("They gave one the best room.", []),
        ("It makes a missing one an error.", []),
        ("On day one the team won.", []),
        ("She holds a degree form Oakham.", ["form: from"]),
        ("Nine villages form the parish.", []),
        ("An interest in and affinity with art.", []),
        ("He rose with and old friend.", ["and: an"]),
        ("Gort an Tuathail is a field.", []),
        ("“Their is” is wrong.", ["Their: there"]),
        ("Their Is a Light", []),
        ("THEIR IS ONE", []),
        ("He lived there years ago.", []),
        ("A way of protecting there property.", ["there: their"]),
        ("The people we're told of came.", []),
        ("The place we're she came from.", ["we're: where"]),
        ("Those were brothers, where needed in pairs.", []),
        ("The animals where brought in June.", ["where: were"]),
        ("He did not led them. It has not led to war.", ["led: lead"]),
        ("Tired of it, he company was sold.", ["he: the"]),
        ("“[T]he company of old.”", []),
        ("It as been said.", ["as: has"]),
        ("He is known has a poet.", ["has: as"]),
        ("It rained ever day.", ["ever: every"]),
        ("They left with then.", ["then: them"]),
        ("It has every been so, she wood be.", ["every: ever", "wood: would"]),
        ("One to one", []),
        ("than", []),
        ("and", []),
        ("", []),
    ],
)
def test_a_word_is_told_by_what_stands_around(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("word", ["and", "off", "one", "our", "than", "too", "were"])
def test_words_without_end_take_no_longer_than_others(word: str) -> None:
    assert len(found(f"{word} " * 20_000)) <= 20_000
