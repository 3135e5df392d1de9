"""The readers of what the tables and models are made from."""

from pathlib import Path

import pytest

from training.cohesion import threshold
from training.corpus import Article
from training.insertions import Level, Pool
from training.open_texts import MOST_OF_ONE, news, post, release, releases_and_posts
from training.trees import as_text

LINE = (
    "The senator from Ohio said that the new harbour would bring {} to the towns on the lake, and"
    " thanked all who had worked for it in the long years since the old one was closed."
)
BODY = [LINE.format(what) for what in ("work", "ships", "fish", "tourists", "money", "trains")]
TITLE = "SENATOR WELCOMES THE NEW HARBOUR"


def written(path: Path, *lines: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_release_is_read_without_its_furniture(tmp_path: Path) -> None:
    head = ("FOR IMMEDIATE RELEASE", "May 2, 2006", "Contact: the office", TITLE)
    article = release(written(tmp_path / "Brook" / "1.txt", *head, *BODY))
    assert article
    assert article.title == "Senator welcomes the new harbour"
    assert (article.id, article.section) == ("Brook/1", "Brook")
    assert list(article.paragraphs) == BODY


@pytest.mark.parametrize(
    "lines",
    [
        [TITLE, *BODY[:4]],
        ["Harbour", *BODY],
        [TITLE, *BODY, "Thank you.", "Yours,", "A. Brook", "United States Senator"],
        [TITLE, *BODY, "(AP) The lake is to be dredged in May, it was said on Monday."],
        [TITLE, *(line.rstrip(".") for line in BODY)],
        [TITLE, *BODY, " ".join(BODY * 3)],
        [TITLE, *BODY * 20],
        [],
    ],
    ids=["short", "no title", "letter", "press", "no stops", "one block", "long", "empty"],
)
def test_other_texts_are_no_releases(tmp_path: Path, lines: list[str]) -> None:
    assert release(written(tmp_path / "Brook" / "1.txt", *lines)) is None


def test_a_post_is_read_as_headings_and_paragraphs(tmp_path: Path) -> None:
    front = ("---", 'title: "The harbour"', "---", "")
    lines = (line for part in (BODY[0], "## Ships", "* a list", *BODY[1:]) for line in (part, ""))
    article = post(written(tmp_path / "harbour.md", *front, *lines))
    assert article
    assert article.title == "The harbour"
    assert article.paragraphs == (BODY[0], "Ships.", *BODY[1:])


def test_a_post_without_a_title_or_with_code_is_left_out(tmp_path: Path) -> None:
    text = "\n\n".join(BODY)
    assert post(written(tmp_path / "a.md", text)) is None
    assert (
        post(written(tmp_path / "b.md", "---", "title: B", "---", "", text, "Run `make`.")) is None
    )


def test_of_one_senator_some_are_taken_and_each_title_once(tmp_path: Path) -> None:
    for number in range(MOST_OF_ONE + 5):
        for copy in "ab":
            title = f"{number} reasons to welcome the harbour"
            written(tmp_path / "senate" / "Brook" / f"{number}{copy}.txt", title, *BODY)
    written(tmp_path / "senate" / "Mill" / "1.txt", TITLE, *BODY)
    written(tmp_path / "posts" / "harbour.md", "---", "title: B", "---", "", "\n\n".join(BODY))
    sections = [article.section for article in releases_and_posts(tmp_path)]
    assert sections.count("Brook") == MOST_OF_ONE
    assert sections.count("Mill") == sections.count("") == 1


def test_news_that_is_measured_on_is_left_out(tmp_path: Path) -> None:
    rows = (f'w/{n},2020-01-01,Title {n},"{BODY[n]}\n\n\nEnd {n}."' for n in range(3))
    written(tmp_path / "wikinews" / "2020.csv", "url,date,title,text", *rows)
    written(tmp_path / "clean" / "a.txt", "Wednesday", "", BODY[1])
    written(tmp_path / "onestop" / "Harbour-fees-adv.txt", "\ufeffFees rise.", "", BODY[3])
    written(tmp_path / "onestop" / "Harbour-work-adv.txt", f"\ufeff{BODY[1]} ", BODY[4])
    wikinews, wikinews_too, onestop = news(tmp_path, tmp_path / "clean")
    assert [(a.id, a.title) for a in (wikinews, wikinews_too)] == [
        ("0", "Title 0"),
        ("2", "Title 2"),
    ]
    assert wikinews.paragraphs == (BODY[0], "End 0.")
    assert (onestop.title, onestop.paragraphs) == ("Harbour fees", ("Fees rise.", BODY[3]))


def test_articles_without_sections_take_passages_of_those_that_are_alike() -> None:
    told = "The {0}arbour of {0}onto was closed by night, and then the {0}erry came there at last."
    articles = [
        Article(f"{kind}{number}", f"Story {number}", (told.format(kind),) * 5)
        for kind in "bcdfghjklmnpqrstvwxyz"
        for number in range(20)
    ]
    made = list(Pool(articles).insertions(0))
    assert {each.level for each in made} == {Level.UNRELATED, Level.NEAR, Level.ALIKE}
    pasted = [m.text[m.span.start : m.span.end] for m in made if m.level is Level.ALIKE]
    assert pasted
    assert all("barbour" in text for text in pasted)
    in_sections = [article._replace(section="news") for article in articles]
    assert Level.ALIKE not in {each.level for each in Pool(in_sections).insertions(0)}


@pytest.mark.parametrize(("share", "expected"), [(0.5, 2.5), (0.25, 4.5), (0.0, 4.5)])
def test_a_threshold_lies_between_what_is_flagged_and_what_is_not(
    share: float, expected: float
) -> None:
    assert threshold([0.0, 2.0, 3.0, 6.0], share) == expected


def test_of_several_fits_each_counts_its_share() -> None:
    leaf = {"leaf_value": 0.5}
    inner = {"split_feature": 1, "threshold": 2, "left_child": leaf, "right_child": leaf}
    model = {"tree_info": [{"tree_structure": inner}]}
    assert as_text(model, ("wind", "rain"), ".1f") == "rain<=2.0 0.5000 0.5000"
    assert as_text(model, ("wind", "rain"), ".1f", 0.5) == "rain<=2.0 0.2500 0.2500"
