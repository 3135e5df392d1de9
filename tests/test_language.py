"""Rules on English words are silent where the text is in another language."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import pytest
from copydesk.analysis.language import foreign_blocks
from copydesk.document import Document
from copydesk.engine import ActiveRule, check
from copydesk.markup import read_text
from copydesk.registry import Registry
from copydesk.rule import Finding, Rule

ENGLISH = (
    "The council met on Monday and decided that the old harbour would be closed to ships from the"
    " spring, because its walls have begun to fall into the water."
)
FOREIGN = {
    "de": "Der Stadtrat hat am Montag beschlossen, den alten Hafen im Frühjahr zu schließen, weil"
    " seine Mauern an vielen Stellen in das Wasser zu fallen drohen und die Kosten hoch sind.",
    "nl": "De raad heeft maandag besloten de oude haven in het voorjaar te sluiten, omdat de muren"
    " op veel plaatsen in het water dreigen te vallen en de kosten te hoog zijn voor de stad.",
    "es": "El ayuntamiento decidió el lunes cerrar el viejo puerto en primavera, porque sus muros"
    " amenazan con caer al agua en muchos lugares y los costes son muy altos para la ciudad.",
    "vi": "Hội đồng đã quyết định hôm thứ Hai đóng cửa bến cảng cũ vào mùa xuân vì những bức tường"
    " của nó có nguy cơ rơi xuống nước ở nhiều nơi.",
    "ru": "Совет решил в понедельник закрыть старую гавань весной, потому что её стены грозят"
    " упасть в воду.",
    "ja": "市議会は月曜日、古い港を春に閉鎖することを決めた。壁が水に落ちる恐れがあるためである。",
    "ar": "قرر المجلس إغلاق الميناء القديم في الربيع لأن جدرانه مهددة بالسقوط في الماء.",
}


@dataclass(frozen=True)
class Everything(Rule):
    """Every block."""

    name: ClassVar = "everything"
    family: ClassVar = "test"
    language: ClassVar[str | None] = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        for block in document.prose:
            yield self.finding(block.span, "here")


@dataclass(frozen=True)
class EverythingInAnyLanguage(Everything):
    """Every block in any language."""

    name: ClassVar = "everything-in-any-language"
    language: ClassVar = None


def found(text: str, *rules: type[Rule]) -> tuple[list[str], tuple[str, ...]]:
    """What rules find, and the notes."""
    document = read_text(text)
    active = [ActiveRule.with_defaults(rule) for rule in rules]
    outcome = check(document, active, Registry(rules))
    return [text[slice(*finding.span)] for finding in outcome.findings], outcome.notes


@pytest.mark.parametrize("language", FOREIGN)
def test_a_foreign_paragraph_among_english_ones_is_told(language: str) -> None:
    document = read_text(f"{ENGLISH}\n\n{FOREIGN[language]}\n\n{ENGLISH}")
    assert [block.text for block in document.analysis(foreign_blocks)] == [FOREIGN[language]]


@pytest.mark.parametrize("language", ["de", "nl", "es"])
def test_a_short_line_is_in_the_language_of_the_article(language: str) -> None:
    title = FOREIGN[language][:25]
    assert len(foreign_blocks(read_text(f"{title}\n\n{FOREIGN[language]}"))) == 2
    assert not foreign_blocks(read_text(f"{title}\n\n{ENGLISH}"))


@pytest.mark.parametrize("language", ["ru", "ja", "ar"])
def test_a_script_tells_a_short_line_too(language: str) -> None:
    title = FOREIGN[language][:25]
    assert len(foreign_blocks(read_text(f"{title}\n\n{ENGLISH}"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Cuba",
        "Vienna, Paris, Rome",
        ENGLISH,
        "📢 " * 500,
        "See https://example.org/der/alte/hafen/der/stadt/wird/im/fruehjahr/geschlossen/weil/es/ist",
        "Hagan died of Powassan virus, leading to brain inflammation, according to Sadie Weiner.",
    ],
)
def test_what_cannot_be_told_is_taken_for_english(text: str) -> None:
    assert not foreign_blocks(read_text(text))


def test_rules_on_english_say_nothing_of_another_language_and_the_user_is_told() -> None:
    text = f"{ENGLISH}\n\n{FOREIGN['de']}\n\n{ENGLISH}"
    note = "is in 1 of 3 paragraphs not in English, so rules on English words say nothing there"
    assert found(text, Everything) == ([ENGLISH, ENGLISH], (note,))


def test_rules_on_any_language_are_not_held_back() -> None:
    texts = [ENGLISH, FOREIGN["ja"]]
    assert found("\n\n".join(texts), EverythingInAnyLanguage) == (texts, ())


def test_an_article_wholly_in_another_language_gets_a_note() -> None:
    findings, notes = found(FOREIGN["ru"], Everything)
    assert not findings
    assert notes == ("is not in English, so rules on English words say nothing there",)


def test_a_list_of_names_is_in_no_language_that_the_user_need_be_told_of() -> None:
    names = (
        "Northport: Adler, Brook, Castell, Dorn (Ezra 60), Falk, Gruber, Hale, Ivers, Jonas, Keller"
        " (Lund 75), Marsh, Noble. Substitutes: Orson, Pike, Quill, Rowe, Stone, Thorne."
    )
    assert found(f"{ENGLISH}\n\n{names}", Everything) == ([ENGLISH], ())
