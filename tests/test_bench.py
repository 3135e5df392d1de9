"""The benches: what they count, on corpora made up for it."""

import json
import lzma
import random
import runpy
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import pytest
from copydesk import Document, Finding, Severity, Span
from copydesk.markup import read_text
from copydesk.pages import page_file
from copydesk.registry import builtin_rules
from copydesk.rule import Related

from bench import adjudicate, peers
from bench.checking import Fault
from bench.corpora import Half, Text, clean_corpora
from bench.corruptions import Corruption, Damage, Damager, Transplant, corruptions
from bench.quality import __main__ as quality
from bench.quality import annotated, clean, damaged
from bench.quality.mapping import finders, moved, new_findings
from bench.quality.statistics import Bootstrap, wilson
from bench.quality.tables import share, table
from bench.verdicts import (
    Judgement,
    Key,
    Verdict,
    add_verdicts,
    parse_answers,
    read_verdicts,
)

ROOT = Path(__file__).resolve().parents[1]
ARTICLE = """\
Council Closes The Old Bridge

The council closed the old bridge in {place} on Monday after a long and public debate.

Engineers found {number} cracks in two of the pillars, and traffic goes over the dam for now.

The mayor of {place} asked for money from the county, which built the bridge in the first place.

Repairs begin in the spring. They will take most of the year, and the tram will stop at the river.
"""
PLACES = "Oakham Burley Whissendine Langham Ashwell Cottesmore Greetham Exton Manton Ketton".split()
SLIP = "It met on the the Friday after that."


def finding(start: int, end: int, rule: str = "doubled-word", *related: Span) -> Finding:
    evidence = tuple(Related(span, "here") for span in related)
    return Finding(rule, "phrasing", Severity.ERROR, Span(start, end), "found", evidence)


def damaging(start: int, end: int, text: str) -> Damager:
    """What puts a text for the same range of every article."""

    def damage(_document: Document, _chance: random.Random) -> Damage:
        return Damage(start, end, text)

    return damage


def falling(_document: Document, _chance: random.Random) -> Damage:
    return Damage(0, 1 // 0, "")


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A data folder with a few articles of each kind, one of them not so clean."""
    folder = tmp_path / "shared"
    for kind, suffix in (("clean-news", "txt"), ("clean-markdown", "md")):
        (folder / "material" / kind).mkdir(parents=True)
        for number, place in enumerate(PLACES):
            text = ARTICLE.format(place=place, number=number + 3)
            text = f"# {text}" if suffix == "md" else text
            text += f"\n{SLIP}\n" if place == "Exton" else ""
            (folder / "material" / kind / f"{place}.{suffix}").write_text(text, "utf-8")
    rows = [
        {"id": f"id-{number}", "title": f"On {place}", "paras": ARTICLE.format(
            place=place, number=number).split("\n\n")}
        for number, place in enumerate(PLACES * 8)
    ]  # fmt: skip
    for name in ("articles/wikipedia.jsonl.xz", "measure-only/bbc.jsonl.xz"):
        path = folder / "corpora" / name
        path.parent.mkdir(parents=True)
        with lzma.open(path, "wt", encoding="utf-8") as file:
            file.writelines(f"{json.dumps(row)}\n" for row in rows)
    damaged_text = "A visit\n\nShe went to to the shop , and stayed.\n"
    (folder / "material/dirty").mkdir()
    (folder / "material/dirty/visit.txt").write_text(damaged_text, "utf-8")
    (folder / "material/annotations.tsv").write_text(
        "path\tclass\tstart\tend\tquoted\tnote\n"
        "dirty/visit.txt\tdoubled-word\t18\t23\tto to\t\n"
        "dirty/visit.txt\ttypo\t39\t45\tstayed\t\n"
        "dirty/visit.txt\tHARD-NEGATIVE\t0\t7\tA visit\t\n",
        "utf-8",
    )
    return folder


class TestMapping:
    @pytest.mark.parametrize(
        ("before", "damage", "after"),
        [
            (Span(2, 4), Damage(6, 6, "new "), Span(2, 4)),
            (Span(8, 9), Damage(2, 6, "x"), Span(5, 6)),
            (Span(6, 9), Damage(6, 6, "new "), Span(10, 13)),  # put in before it
            (Span(2, 6), Damage(6, 6, "new "), Span(2, 6)),  # put in behind it
            (Span(2, 9), Damage(4, 6, ""), Span(2, 7)),
            (Span(4, 9), Damage(2, 6, "abc"), Span(2, 8)),  # begins in the edit
            (Span(1, 5), Damage(2, 6, "abc"), Span(1, 5)),  # ends in the edit
        ],
    )
    def test_a_range_moves_with_the_text(self, before: Span, damage: Damage, after: Span) -> None:
        assert moved(before, damage) == after

    @pytest.mark.parametrize("seed", range(50))
    def test_what_lies_outside_the_edit_keeps_its_words(self, seed: int) -> None:
        chance = random.Random(seed)  # noqa: S311  not for secrets
        source = "".join(chance.choices("abcdefgh ", k=60))
        start, end = sorted(chance.choices(range(61), k=2))
        damage = Damage(start, end, "".join(chance.choices("XYZ", k=chance.randint(0, 9))))
        for first, last in ((0, start), (end, len(source))):
            if first < last:
                span = moved(Span(first, last), damage)
                assert damage.apply(source)[slice(*span)] == source[first:last]

    def test_what_the_article_had_before_is_not_new(self) -> None:
        damage = Damage(10, 10, "words ")
        before = [finding(2, 5), finding(20, 25)]
        after = [finding(2, 5), finding(26, 31), finding(10, 15)]
        assert list(new_findings(before, after, damage)) == [finding(10, 15)]

    def test_a_finding_that_grows_over_the_damage_is_not_new(self) -> None:
        assert not list(new_findings([finding(2, 10)], [finding(2, 16)], Damage(10, 10, "words ")))

    def test_another_rule_in_the_same_place_is_new(self) -> None:
        after = [finding(2, 5, "wrong-article")]
        assert list(new_findings([finding(2, 5)], after, Damage(5, 5, "x"))) == after


class TestHits:
    def test_a_finding_that_touches_the_edit_is_a_hit(self) -> None:
        assert finders([], [finding(14, 19)], Damage(10, 10, "word")) == {"doubled-word"}

    def test_a_finding_elsewhere_is_none(self) -> None:
        assert not finders([], [finding(30, 39)], Damage(10, 10, "word"))

    def test_evidence_that_touches_the_edit_makes_a_hit(self) -> None:
        after = [finding(30, 39, "doubled-word", Span(10, 12))]
        assert finders([], after, Damage(10, 10, "word")) == {"doubled-word"}

    def test_within_the_scope_is_near_enough(self) -> None:
        damage = Damage(40, 41, "", Span(10, 60))
        assert finders([], [finding(12, 13)], damage) == {"doubled-word"}
        assert not finders([], [finding(2, 3)], damage)


class TestStatistics:
    SIZES = tuple(range(100, 300))

    def test_draws_are_the_same_every_time(self) -> None:
        counts = {3: 2.0, 77: 1.0}
        one, other = (Bootstrap(self.SIZES, 7).rate(counts, 1000) for _ in range(2))
        assert one == other
        assert one != Bootstrap(self.SIZES, 8, draws=50).rate(counts, 1000)

    def test_the_interval_holds_the_rate_and_shrinks_with_the_number_of_documents(self) -> None:
        widths: list[float] = []
        for number in (40, 640):
            counts = dict.fromkeys(range(0, number, 4), 1.0)
            low, high = Bootstrap([200] * number, 1, draws=300).rate(counts, 1000)
            assert low < 1.25 < high
            widths.append(high - low)
        assert widths[1] < widths[0] / 2

    def test_the_share_of_documents_does_not_ask_how_long_they_are(self) -> None:
        low, high = Bootstrap([1, 10_000] * 50, 1, draws=300).mean(dict.fromkeys(range(50), 1.0))
        assert low < 0.5 < high < 0.7

    def test_nothing_found_in_nothing(self) -> None:
        assert wilson(0, 0) == (0, 1)
        low, high = wilson(9, 10)
        assert 0.5 < low < 0.9 < high < 1


class TestVerdicts:
    KEY = Key("doubled-word", "0123456789abcdef")

    def test_a_verdict_is_read_as_it_was_kept(self, tmp_path: Path) -> None:
        file = tmp_path / "verdicts.tsv"
        add_verdicts({self.KEY: Verdict(Judgement.STYLE, "bbc")}, file)
        other = Key("wrong-article", "ff")
        add_verdicts({other: Verdict(Judgement.REAL, "bbc")}, file)
        assert read_verdicts(file) == {
            self.KEY: Verdict(Judgement.STYLE, "bbc"),
            other: Verdict(Judgement.REAL, "bbc"),
        }
        assert [path.name for path in tmp_path.iterdir()] == ["verdicts.tsv"]

    def test_a_verdict_may_be_changed(self, tmp_path: Path) -> None:
        file = tmp_path / "verdicts.tsv"
        for judgement in (Judgement.REAL, Judgement.FALSE):
            add_verdicts({self.KEY: Verdict(judgement, "bbc")}, file)
        assert read_verdicts(file) == {self.KEY: Verdict(Judgement.FALSE, "bbc")}

    @pytest.mark.parametrize("line", ["a\tb\treal", "a\tb\tperhaps\tbbc", ""])
    def test_a_faulty_line_is_named(self, line: str, tmp_path: Path) -> None:
        file = tmp_path / "verdicts.tsv"
        file.write_text(f"a\tc\treal\tbbc\n{line}\n", "utf-8")
        with pytest.raises(Fault, match=r"verdicts\.tsv:2"):
            read_verdicts(file)

    def test_the_verdicts_that_are_kept_are_in_order(self) -> None:
        assert read_verdicts()

    def test_answers_may_be_written_into_the_list(self) -> None:
        lines = ["a 01 real # clean-news, a.txt", "  # why", "", "b 02 # not judged"]
        assert list(parse_answers(lines)) == [(Key("a", "01"), Judgement.REAL)]
        with pytest.raises(Fault, match="line 1"):
            list(parse_answers(["a 01 maybe"]))


class TestCorpora:
    def test_each_corpus_is_read_and_split(self, shared: Path) -> None:
        corpora = {corpus.name: corpus for corpus in clean_corpora(shared)}
        assert len(corpora["clean-news"].texts) == len(PLACES)
        assert len(corpora["bbc"].texts) == 8 * len(PLACES)
        assert 0 < len(corpora["encyclopaedia"].texts) < 8 * len(PLACES)
        halves = {text.half for text in corpora["bbc"].texts}
        assert halves == set(Half)
        assert corpora["clean-markdown"].texts[0].read().blocks[0].level == 1

    def test_the_hash_is_of_the_contents(self, shared: Path) -> None:
        before = [corpus.digest for corpus in clean_corpora(shared)]
        assert before == [corpus.digest for corpus in clean_corpora(shared)]
        (shared / "material/clean-news/Exton.txt").write_text("Another text.", "utf-8")
        after = [corpus.digest for corpus in clean_corpora(shared)]
        assert [one == other for one, other in zip(before, after, strict=True)] == [False] + 3 * [
            True
        ]


class TestDamage:
    def test_every_class_of_damage_is_for_rules_that_exist(self) -> None:
        rules = builtin_rules()
        names = [kind.name for kind in corruptions()]
        assert len(names) == len(set(names))
        for kind in corruptions():
            assert kind.rules
            assert kind.rules <= rules.keys(), kind.name

    def test_what_is_damaged_is_found_and_counted(self, shared: Path) -> None:
        pool = damaged.Pool.of(clean_corpora(shared), seed=1, count=5)
        kind = next(kind for kind in corruptions() if kind.name == "a word doubled")
        scores = [damaged.score(pool, kind, half) for half in Half]
        assert scores == [damaged.score(pool, kind, half) for half in Half]
        for score in scores:
            assert score.tried == 5
            assert score.found == score.by_rule["doubled-word"] >= 4
            assert score.by_family["phrasing"] == score.found

    def test_the_same_damage_is_not_done_twice(self, shared: Path) -> None:
        pool = damaged.Pool.of(clean_corpora(shared), seed=1, count=1000)
        kind = Corruption("the first letter", frozenset(), damaging(0, 1, "Q"))
        done = [(article.text.name, damage) for article, damage in pool.trials(kind, Half.DEV)]
        assert done
        assert len(done) == len(set(done))

    def test_an_article_is_no_donor_to_itself(self, shared: Path) -> None:
        pool = damaged.Pool.of(clean_corpora(shared), seed=1, count=5)

        def take(
            document: Document, others: Sequence[Document], _chance: random.Random
        ) -> Damage | None:
            assert document not in others
            return Damage(0, 0, others[0].text[:20])

        kind = Transplant("the first words of another", frozenset(), take)
        assert len(list(pool.trials(kind, Half.TEST))) > 5

    def test_a_class_of_damage_that_raises_is_named(self, shared: Path) -> None:
        pool = damaged.Pool.of(clean_corpora(shared), seed=1, count=5)
        kind = Corruption("a division by nothing", frozenset(), falling)
        with pytest.raises(Fault, match=r"a division by nothing.*ZeroDivisionError"):
            damaged.score(pool, kind, Half.DEV)

    def test_damage_outside_the_text_is_named(self, shared: Path) -> None:
        pool = damaged.Pool.of(clean_corpora(shared), seed=1, count=5)
        kind = Corruption("far out", frozenset(), damaging(0, 10**6, ""))
        with pytest.raises(Fault, match="far out"):
            damaged.score(pool, kind, Half.DEV)

    def test_a_rule_that_is_not_there_is_named(self, shared: Path) -> None:
        pool = damaged.Pool.of(clean_corpora(shared), seed=1, count=5)
        kind = Corruption("anything", frozenset({"no-such-rule"}), falling)
        with pytest.raises(Fault, match="no-such-rule"):
            damaged.score(pool, kind, Half.DEV)


class TestAnnotated:
    def test_places_are_found_or_not(self, shared: Path) -> None:
        kinds = annotated.read_kinds()
        outcomes = list(annotated.outcomes(shared / "material/annotations.tsv"))
        scores = {score.name: score for score in annotated.scores(outcomes, kinds)}
        assert scores["doubled-word"].found == scores["doubled-word"].places == 1
        assert scores["doubled-word"].by_rule["doubled-word"] == 1
        assert (scores["typo"].places, scores["typo"].found) == (1, 0)
        assert len(annotated.hard_negatives(outcomes)) == 1

    def test_a_finding_beside_the_place_is_in_the_same_sentence(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("He went home. She went to to the shop today.\n", "utf-8")
        (tmp_path / "annotations.tsv").write_text(
            "path\tclass\tstart\tend\tquoted\n"
            "a.txt\tdoubled-word\t38\t43\ttoday\n"
            "a.txt\tdoubled-word\t0\t2\tHe\n",
            "utf-8",
        )
        outcomes = annotated.outcomes(tmp_path / "annotations.tsv")
        scores = {score.name: score for score in annotated.scores(outcomes, annotated.read_kinds())}
        score = scores["doubled-word"]
        assert (score.places, score.found, score.near) == (2, 0, 1)
        assert (score.near_by_rule["doubled-word"], score.near_by_family["phrasing"]) == (1, 1)

    def test_an_annotation_that_does_not_fit_its_text_is_named(self, shared: Path) -> None:
        file = shared / "material/annotations.tsv"
        file.write_text(file.read_text("utf-8").replace("to to", "to at"), "utf-8")
        with pytest.raises(Fault, match="to at"):
            list(annotated.outcomes(file))


class TestClean:
    VERDICTS: ClassVar = {Key("doubled-word", "a"): Verdict(Judgement.FALSE, "x")}

    def measured(self) -> clean.Measured:
        texts = [
            clean.Checked(Half.DEV, 100, (Key("doubled-word", "a"), Key("doubled-word", "b"))),
            clean.Checked(Half.TEST, 300, ()),
            clean.Checked(Half.TEST, 600, (Key("wrong-article", "c"),)),
        ]
        return clean.Measured("x", texts, self.VERDICTS, seed=1)

    def test_findings_are_counted_by_rule(self) -> None:
        rate = self.measured().of_rules({"doubled-word"})
        assert (rate.findings, rate.documents, rate.rate) == (2, 1, 2.0)
        assert rate.judged == clean.Judged(real=0, style=0, false=1, unjudged=1)
        assert rate.rate_interval.low <= rate.rate <= rate.rate_interval.high

    def test_a_half_is_counted_by_itself(self) -> None:
        half = self.measured().half(Half.TEST)
        assert (half.words, half.of_rules({"doubled-word"}).findings) == (900, 0)

    def test_what_is_not_judged_counts_by_what_is(self) -> None:
        measured = self.measured()
        alarms = clean.FalseAlarms([measured])
        assert alarms.unknown == frozenset({"wrong-article"})
        rate, _ = alarms.rate(measured, frozenset({"doubled-word"}), 1000)
        assert rate == pytest.approx(2)  # one is false, and so, it seems, is the other
        share_of_texts, _ = alarms.share(measured, frozenset({"doubled-word", "wrong-article"}))
        assert share_of_texts == pytest.approx(2 / 3)

    def test_real_findings_are_no_false_alarms(self) -> None:
        texts = [clean.Checked(Half.DEV, 100, (Key("doubled-word", "a"),))]
        verdicts = {Key("doubled-word", "a"): Verdict(Judgement.REAL, "x")}
        measured = clean.Measured("x", texts, verdicts, seed=1)
        alarms = clean.FalseAlarms([measured])
        assert alarms.rate(measured, frozenset({"doubled-word"}), 1000) == (0, (0, 0))


class TestQuality:
    def run(self, shared: Path, *arguments: str) -> int:
        options = ("--per-class", "1", "--limit", "6", "--output", str(shared), "--workers", "1")
        return quality.main([str(shared), *options, *arguments])

    def test_the_page_and_the_figures_are_written(
        self, shared: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        kinds = tuple(kind for kind in corruptions() if kind.name == "a word doubled")
        monkeypatch.setattr("bench.corruptions.corruptions", lambda: kinds)
        assert self.run(shared) == 0
        page = (shared / "quality.md").read_text("utf-8")
        assert capsys.readouterr().out == page
        assert "python -m bench.quality SHARED --limit 6 --per-class 1\n" in page
        assert "| a word doubled | doubled-word |" in page
        assert "| doubled-word | doubled-phrase, doubled-word | 1 | 1 (100 %) |" in page
        figures = json.loads((shared / "quality.json").read_text("utf-8"))
        doubled = figures["rules"]["doubled-word"]
        assert doubled["annotated"] == {"places": 1, "found": 1, "near": 0}
        assert [row["tried"] for row in doubled["damaged"]] == [1]
        assert SLIP not in page + json.dumps(figures)

    def test_a_faulty_class_of_damage_makes_the_run_fail(
        self, shared: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        kind = Corruption("a fall", frozenset(), falling)
        monkeypatch.setattr("bench.corruptions.corruptions", lambda: (kind,))
        assert self.run(shared) == 2
        assert "“a fall” raised" in capsys.readouterr().err
        assert not (shared / "quality.md").exists()

    def test_a_table_lines_up(self) -> None:
        made = table(("rule", "found"), [("a", share(3, 4)), ("b", share(0, 0))])
        assert made.splitlines() == [
            "| rule | found |",
            "| --- | ---: |",
            "| a | 75 % (30–95) of 4 |",
            "| b | – |",
        ]

    @pytest.mark.parametrize("name", sorted(builtin_rules()))
    def test_the_figures_on_the_pages_are_fresh(self, name: str) -> None:
        generator = _generator()
        rule = builtin_rules()[name]
        fresh = generator["rule_page"](rule, generator["read_quality"]())
        assert page_file(rule).read_text("utf-8") == fresh, "run python docs/generate.py"

    def test_a_page_ends_in_its_figures(self) -> None:
        rule = builtin_rules()["doubled-word"]
        figures = {
            "annotated": {"places": 10, "found": 9, "near": 0},
            "damaged": [{"class": "a word doubled", "tried": 150, "found": 148, "by all": 149}],
            "clean": {
                "bbc": {
                    "findings": 2, "documents": 1, "per 1,000 words": 0.02, "interval": [0, 0.05],
                    "real": 1, "style": 0, "false": 0, "unjudged": 1,
                }
            },
        }  # fmt: skip
        data = {
            "date": "2026-01-02",
            "words": {"bbc": 100_000, "clean-news": 50_000},
            "rules": {"doubled-word": figures},
        }
        generator = _generator()
        page = generator["rule_page"](rule, data)
        assert "| real, annotated | 9 of 10 | |\n| a word doubled | 148 of 150 | 149 |" in page
        assert "| bbc | 2 | 0.020 (0.000–0.050) | 1 | 0 | 0 | 1 |" in page
        assert "Nothing is found in 50,000 words of clean text (clean-news)." in page
        assert page.startswith(generator["rule_page"](rule, {"rules": {}}))
        assert page.count("## Measured") == 1


class TestAdjudicate:
    ONLY = ("--corpus", "clean-news", "--rule", "doubled-word")

    def test_what_is_listed_can_be_recorded(
        self, shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file, answers = tmp_path / "verdicts.tsv", tmp_path / "answers.txt"
        arguments = [str(shared), *self.ONLY, "--verdicts", str(file)]
        assert adjudicate.main([*arguments, "--list"]) == 0
        listed = capsys.readouterr().out
        assert "⟦the the⟧" in listed
        rule, fingerprint, *_ = listed.split()
        answers.write_text(listed.replace(fingerprint, f"{fingerprint} real"), "utf-8")
        assert adjudicate.main([*arguments, "--record", str(answers)]) == 0
        assert read_verdicts(file) == {
            Key(rule, fingerprint): Verdict(Judgement.REAL, "clean-news")
        }
        capsys.readouterr()
        adjudicate.main([*arguments, "--list"])
        assert capsys.readouterr().out.strip() == ""

    def test_verdicts_on_nothing_are_refused_and_none_is_kept(
        self, shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file, answers = tmp_path / "verdicts.tsv", tmp_path / "answers.txt"
        answers.write_text("doubled-word 0000000000000000 real\n", "utf-8")
        arguments = [str(shared), *self.ONLY, "--verdicts", str(file), "--record", str(answers)]
        assert adjudicate.main(arguments) == 2
        assert "0000000000000000" in capsys.readouterr().err
        assert not file.exists()

    def test_each_answer_is_kept_at_once(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = tmp_path / "verdicts.tsv"
        found = [
            adjudicate.Case(Key("a", f"{n}"), "bbc", "a.txt", "found", "⟦a⟧", ()) for n in range(4)
        ]
        answers = iter("fnrq")
        kept: list[int] = []

        def answer(*_: object, **__: object) -> str:
            kept.append(len(read_verdicts(file)))
            return next(answers)

        monkeypatch.setattr("click.prompt", answer)
        adjudicate.ask(found, file)
        assert kept == [0, 1, 1, 2]
        assert read_verdicts(file) == {
            Key("a", "0"): Verdict(Judgement.FALSE, "bbc"),
            Key("a", "2"): Verdict(Judgement.REAL, "bbc"),
        }

    def test_a_sample_is_the_same_every_time(self) -> None:
        found = [
            adjudicate.Case(Key("a", f"{n}"), "bbc", "a.txt", "found", "", ()) for n in range(40)
        ]
        assert adjudicate.sample(found, 5, 1) == adjudicate.sample(found, 5, 1)
        assert len(adjudicate.sample(found, 5, 2)) == 5
        assert adjudicate.sample(found, 50, 1) == found

    def test_a_sample_may_hold_so_many_of_each_rule(self) -> None:
        found = [
            adjudicate.Case(Key(rule, f"{n}"), "bbc", "a.txt", "found", "", ())
            for n in range(9)
            for rule in "aab"
        ]
        chosen = adjudicate.sample_by_rule(found, 4, 1)
        assert [case.key.rule for case in chosen].count("a") == 4
        assert [case.key.rule for case in chosen].count("b") == 4

    def test_an_excerpt_is_one_line(self) -> None:
        document = read_text("One line.\nAnother\tline.\n")
        assert adjudicate.excerpt(document, Span(4, 8), 8) == "One ⟦line⟧.⏎Anothe"


class TestPeers:
    def script(self, folder: Path, name: str, status: int) -> None:
        path = folder / name
        path.write_text(f"#!/bin/sh\nexit {status}\n", "utf-8")
        path.chmod(0o755)

    def test_only_what_is_there_is_run(self, tmp_path: Path) -> None:
        self.script(tmp_path, "proselint", 0)
        found = peers.installed([tmp_path])
        assert found["proselint"] == (str(tmp_path / "proselint"), "check")

    def test_a_linter_that_fails_is_no_fast_one(self, tmp_path: Path) -> None:
        self.script(tmp_path, "alex", 9)
        self.script(tmp_path, "typos", 2)
        article = tmp_path / "a.txt"
        article.write_text("One line.\n", "utf-8")
        commands = {"ours": ("python3", "-c", "sum(range(10**6))"), **peers.installed([tmp_path])}
        rows = list(peers.comparison([article], 2, commands, repeat=1))
        assert any(row.startswith("| alex | failed with status 9") for row in rows)
        assert any(row.startswith("| typos | 0.0") for row in rows)
        assert "proselint" in rows[-1] or "proselint" in commands


@cache
def _generator() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "docs/generate.py"))


def test_a_text_belongs_to_one_half() -> None:
    assert Text("a/b.txt", "b.txt", b"").half is Text("c/b.txt", "b.txt", b"x").half
