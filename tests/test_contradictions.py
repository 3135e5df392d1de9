"""What the pages of the rules about figures, dates and ages cannot show."""

import random
from collections.abc import Callable
from time import process_time

import pytest
from copydesk import Rule
from copydesk.analysis.dates import days, possible_weekdays, weekday_claims, weekday_of
from copydesk.analysis.lives import life
from copydesk.english.numerals import number, numeral_at
from copydesk.markup import read_text
from copydesk.registry import builtin_rules

from bench.corruptions.contradictions import weekday_changed

NAMES = (
    "age-mismatch impossible-date miscounted-list number-drift percentage-mismatch reversed-range"
    " sum-mismatch weekday-date-mismatch".split()
)
REGISTRY = builtin_rules()
RULES = [REGISTRY[name] for name in NAMES]


def found(name: str, text: str) -> list[str]:
    document = read_text(text)
    return [text[slice(*finding.span)] for finding in REGISTRY[name]().check(document)]


@pytest.mark.parametrize(
    ("word", "value"),
    [("12", 12), ("1,023", 1023), ("3.5", 3.5), ("twelve", 12), ("forty-two", 42)],
)
def test_numbers_are_read(word: str, value: float) -> None:
    assert number(word) == value


@pytest.mark.parametrize("word", ["1,02", "5th", "x", "", "1.2.3", "forty-ten"])
def test_other_tokens_are_no_numbers(word: str) -> None:
    assert number(word) is None


def test_a_part_of_a_longer_number_is_none() -> None:
    words = "two hundred and five of 3 million cost $ 4 or 5 % of 6".split()
    assert [i for i in range(len(words)) if numeral_at(words, i)] == [len(words) - 1]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on 5 March 2019.", (2019, (3, 5))),
        ("on the 5th of March, 2019.", (2019, (3, 5))),
        ("on March 5th, 2019,", (2019, (3, 5))),
        ("on Sept. 5, 2019,", (2019, (9, 5))),
        ("on March 5 2000 people", (0, (3, 5))),
        ("in March 44 BC", None),
        ("in March 2019", None),
        ("she may 5 times", None),
        ("in March 5 BC", None),
    ],
)
def test_days_are_read(text: str, day: tuple[int, tuple[int, int]] | None) -> None:
    read = [(one.year, *one.readings) for one in days(read_text(text))]
    assert read == ([day] if day else [])


def test_weekdays_are_those_of_both_calendars_while_both_were_used() -> None:
    assert weekday_of(2019, 3, 5) == 1
    assert possible_weekdays(2019, 3, 5) == {1}
    assert possible_weekdays(1905, 1, 9) == {0, 6}  # Bloody Sunday
    assert possible_weekdays(1649, 1, 30) >= {1}  # the Tuesday on which Charles I was beheaded
    assert possible_weekdays(1066, 10, 14) >= {5}  # the Saturday of Hastings


@pytest.mark.parametrize(
    "text",
    [
        "On Saturday and Sunday, March 2 and 3, 2019,",
        "From Saturday through Sunday, March 2-3, 2019,",
        "He sat 5 March 2019 out; the Sun, 5 March 2019; Tuesday's 5 March 2019",
        "It was Tuesday. 5 March 2019 was",
    ],
)
def test_a_weekday_that_may_go_with_something_else_claims_nothing(text: str) -> None:
    assert weekday_claims(read_text(text)) == ()


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Ada Example (12 May 1940 – 3 March 1990) was", (49, 49)),
        ("Ada Example (March 12, 1940 - May 3, 1990) was", (50, 50)),
        ("Ada Example (1940–1990) was", (49, 50)),
        ("Ada Example (born 1940) is", None),
    ],
)
def test_the_age_at_death_follows_from_the_dates(text: str, ages: tuple[int, int] | None) -> None:
    person = life(read_text(text))
    assert person
    assert person.name == "Ada Example"
    assert person.ages_at_death == ages


@pytest.mark.parametrize(
    "text",
    [
        "Ada Example (c. 1940 – 1990) was",
        "Ada Example (1990–1940) was",
        "Ada Example (née Sample; 5 May 1940) was",
        "the (1940–1990) plan",
    ],
)
def test_dates_in_doubt_are_no_life(text: str) -> None:
    assert life(read_text(text)) is None


def test_one_year_of_difference_is_a_birthday() -> None:
    text = "Ada Example, 43, of Leeds, came. {}Ada Example, {}, of Leeds, went."
    assert found("age-mismatch", text.format("", 44)) == []
    assert found("age-mismatch", text.format("", 45)) == ["45"]


@pytest.mark.parametrize(("percent", "wrong"), [(50, True), (44, False), (20, False), (3, False)])
def test_figures_are_rounded_as_they_are_written(percent: int, *, wrong: bool) -> None:
    text = f"Sales rose {percent} % from 5 million to 6 million."
    assert bool(found("percentage-mismatch", text)) == wrong


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@pytest.mark.parametrize(
    "text",
    [
        "",
        "5",
        "March",
        "Tuesday",
        "31 June",
        ":",
        "killed",
        "from",
        "🙂" * 1000,
        "في يوم الثلاثاء 5 مارس 2019 قتل 12 شخصا",
        "Am Dienstag, dem 6. März 2019, wurden drei Söhne und zwei Töchter gezählt.",
        "de 12 May 2019, two men and",
    ],
)
def test_poor_input_is_survived(rule: type[Rule], text: str) -> None:
    findings = list(rule().check(read_text(text)))
    assert bool(findings) == (rule.name == "impossible-date" and text == "31 June")


HOSTILE: tuple[Callable[[int], str], ...] = (
    lambda n: "(" * n,
    lambda n: "a, " * (n // 4) + ": " + "b, " * (n // 4),
    lambda n: ": a, b, c " * (n // 8),
    lambda n: "from 5 to " * (n // 8),
    lambda n: "rose 5 % from 5 to 6 and 7 " * (n // 16),
    lambda n: "A" * n + ", 43, of " + "Ada Bell, 43, of " * (n // 16),
    lambda n: "5 men, " * (n // 4),
    lambda n: "12 people killed " * (n // 16),
    lambda n: "Tuesday, " * (n // 8) + "May 5 " * (n // 8),
    lambda n: "(12 May 1940 - " * (n // 8),
    lambda n: "Ada Bell (1940–1990) sang.\n\n" + "He was born in " + "a " * n,
    lambda n: "Ada Bell (1940–1990) sang.\n\n" + "He was born in 1941. " * (n // 16),
    lambda n: "There are two ways:\n\n" + "- a\n" * (n // 16),
    lambda n: "45 % abstained yes no " * (n // 8),
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@pytest.mark.parametrize("make", HOSTILE, ids=range(len(HOSTILE)))
def test_time_grows_with_the_text(rule: type[Rule], make: Callable[[int], str]) -> None:
    def cost(size: int) -> float:
        document = read_text(make(size))
        _ = document.sentences, document.tokens.lowers
        start = process_time()
        list(rule().check(document))
        return process_time() - start

    small, large = (min(cost(size) for _ in range(2)) for size in (2_000, 16_000))
    assert large < 0.05 or large < 24 * small


def test_a_changed_weekday_is_found() -> None:
    text = "The fair opened on Tuesday, 5 March 2019, in the rain."
    damage = weekday_changed.damage(read_text(text), random.Random(1))  # noqa: S311
    assert damage
    assert found("weekday-date-mismatch", text) == []
    assert len(found("weekday-date-mismatch", damage.apply(text))) == 1
