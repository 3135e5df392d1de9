"""Input that no one wants: what cannot be checked is named, and the rest is still checked."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from unittest.mock import Mock

import copydesk.commands.check
import pytest
import rignore
from copydesk.engine import ActiveRule, check
from copydesk.markup import read_text
from copydesk.registry import builtin_rules
from copydesk.reporters import Style, formats, make_reporter
from copydesk.session import Report, Summary
from desk import Desk, finish

PAIR = "herring trout\n"


@pytest.fixture
def stock(desk: Desk) -> Desk:
    """A folder with four rules and one article that three of them flag."""
    desk.stock()
    desk.write("good.txt", "A herring, a trout and a hen.")
    return desk


def assert_named(desk: Desk, path: str | Path, message: str) -> None:
    """`path` is not checked, which is said everywhere; the good article beside it is."""
    result = desk.check(path, "good.txt")
    assert len(result.found) == 3
    assert result.json["complete"] is False
    assert [error["path"] for error in result.json["errors"]] == [str(path)]
    assert message in result.json["errors"][0]["message"]
    assert result.err.startswith(f"copydesk: error: {path}: ")
    assert result.status == 2
    full = desk.run("check", path, "good.txt")
    assert full.out.splitlines()[-1].endswith("NOT EVERYTHING WAS CHECKED: 1 failure.")
    assert message in full.err
    assert full.status == 2


def assert_clean(desk: Desk, path: str | Path, *arguments: str) -> None:
    result = desk.check(path, *arguments)
    assert result.json["complete"]
    assert result.json["summary"]["files"] == 1
    assert result.found == []
    assert result.status == 0


# Paths


def test_a_missing_path(stock: Desk) -> None:
    assert_named(stock, "missing.txt", "does not exist")
    assert_named(stock, "good.txt/inner.txt", "does not exist")
    assert_named(stock, "no/such/folder", "does not exist")


def test_a_path_that_cannot_be_one(stock: Desk) -> None:
    assert_named(stock, "x" * 300, "cannot be read: File name too long")


@pytest.mark.parametrize("files", [[], ["image.png", "code.py"], [".hidden/a.txt"]])
def test_a_folder_without_articles(stock: Desk, files: list[str]) -> None:
    (stock.folder / "folder").mkdir()
    for name in files:
        stock.write(f"folder/{name}", "herring")
    assert_named(stock, "folder", "holds no articles (.txt, .text, .md")


def test_a_file_that_must_not_be_read(stock: Desk) -> None:
    stock.write("secret.txt", "herring")
    read = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path.name == "secret.txt":
            raise PermissionError(13, "Permission denied")
        return read(path)

    stock.monkeypatch.setattr(Path, "read_bytes", read_bytes)
    assert_named(stock, "secret.txt", "cannot be read: Permission denied")


def test_whether_a_file_can_be_read_is_told_by_reading_it(stock: Desk) -> None:
    stock.monkeypatch.setattr(os, "access", Mock(return_value=False))
    assert stock.check("good.txt").status == 1


def test_a_file_in_a_folder_that_must_not_be_searched(stock: Desk) -> None:
    look = Path.lstat

    def lstat(path: Path) -> os.stat_result:
        if "locked" in path.parts:
            raise PermissionError(13, "Permission denied")
        return look(path)

    stock.monkeypatch.setattr(Path, "lstat", lstat)
    assert_named(stock, "locked/a.txt", "cannot be read: Permission denied")


def test_a_folder_of_which_a_part_must_not_be_read(stock: Desk) -> None:
    def walk(folder: Path, **_: bool) -> "Walk":
        return Walk([folder / "good.txt", OSError("./locked: Permission denied"), folder / "x.txt"])

    stock.write("x.txt", "A hen.")
    stock.monkeypatch.setattr(rignore, "walk", walk)
    result = stock.check(".")
    assert len(result.found) == 4
    (error,) = result.json["errors"]
    assert error["message"] == "cannot be searched whole: ./locked: Permission denied"
    assert result.status == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_what_is_really_forbidden(stock: Desk) -> None:
    stock.write("secret.txt", "A herring.")
    stock.write("locked/a.txt", "A herring.")
    for name in ("secret.txt", "locked"):
        Path(name).chmod(0)
    assert_named(stock, "secret.txt", "cannot be read: Permission denied")
    assert_named(stock, "locked/a.txt", "cannot be read: Permission denied")
    assert_named(stock, "locked", "cannot be searched whole: ")
    assert len(stock.check(".").json["errors"]) == 2
    written = stock.run("check", "good.txt", "--output", "json=locked/report")
    assert "locked/report: cannot be written: permission denied" in written.err
    Path("locked").chmod(0o700)


class Walk:
    """A walk through given steps, some of which are errors."""

    def __init__(self, steps: list[Path | OSError]) -> None:
        self._steps = steps

    def __iter__(self) -> "Walk":
        return self

    def __next__(self) -> Path:
        if not self._steps:
            raise StopIteration
        step = self._steps.pop(0)
        if isinstance(step, OSError):
            raise step
        return step


def test_names_that_are_no_utf8(stock: Desk) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    stock.write(name, "A herring.")
    stock.write(os.fsdecode(b"\xff.png"), "A herring.")
    stock.write(os.fsdecode(b"inner/\xe9/a.txt"), "A herring.")
    for path in (name, "."):
        result = stock.process("check", path, "--output-format", "json")
        assert name in {finding["path"] for finding in result.json["findings"]}
    inner = os.fsdecode(b"inner/\xe9")
    unsearched = "is not searched, for its name is not UTF-8"
    assert result.json["errors"] == [{"path": inner, "message": unsearched}]
    assert result.status == 2
    assert "caf\ufffd.txt:1:3:" in stock.process("check", name).out
    assert stock.process("check", inner).status == 2


def test_a_name_cannot_drive_the_terminal(stock: Desk) -> None:
    name = "\x1b[31mred\n\u202etxt"
    stock.write(name, "A herring.")
    for output_format in ("full", "concise"):
        result = stock.run("check", name, "missing\x1b", "--output-format", output_format)
        assert "␛[31mred \ufffdtxt:1:3:" in result.out
        assert "missing␛: does not exist" in result.err
        assert "\x1b" not in result.out + result.err


# Bytes


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is not a text file: it holds NUL bytes"),
        (b"A herring.\0", "is not a text file: it holds NUL bytes"),
        (b"A herring \x81 here.", "is not a text file: not UTF-8 or Windows-1252 at byte 10"),
        ("\ufeffA herring".encode("utf-16-le")[:-1], "is not a text file: not UTF-16-LE"),
    ],
)
def test_what_is_no_text(stock: Desk, data: bytes, message: str) -> None:
    path = stock.write("bad.txt", data)
    assert_named(stock, path, message)
    result = stock.check("-", stdin=data)
    assert message in result.json["errors"][0]["message"]
    assert result.status == 2


def test_what_is_not_utf8_is_read_as_windows_1252_with_a_note(stock: Desk) -> None:
    path = stock.write("old.txt", "“Café” and herring.".encode("cp1252"))
    result = stock.check(path)
    (finding,) = result.json["findings"]
    assert (finding["start"], finding["column"]) == (11, 12)
    assert result.json["complete"]
    assert result.err == ("copydesk: note: old.txt: is not UTF-8 (byte 0); read as Windows-1252\n")
    assert result.status == 1


def test_faults_in_utf8_are_noted(stock: Desk) -> None:
    path = stock.write("torn.txt", "“Café” and herring.".encode() + b" \xe2\x80")
    result = stock.check(path)
    assert [finding["start"] for finding in result.json["findings"]] == [11]
    assert result.err.startswith("copydesk: note: torn.txt: is damaged UTF-8")
    assert result.json["complete"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-be", "utf-32-be"])
def test_a_byte_order_mark_decides(stock: Desk, encoding: str) -> None:
    mark = "\ufeff" if encoding.endswith("be") else ""
    path = stock.write("marked.txt", f"{mark}Café herring".encode(encoding))
    result = stock.check(path)
    assert [finding["start"] for finding in result.json["findings"]] == [5]
    assert result.err == ""


@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
@pytest.mark.parametrize("text", ["", " ", "\n", " \t\r\n\u2028\n ", "\ufeff", "\r"])
def test_nothing_to_read(stock: Desk, suffix: str, text: str) -> None:
    path = stock.write(f"empty.{suffix}", text)
    assert_clean(stock, path)
    assert_clean(stock, path, "--isolated", "--select", "all")


def test_a_lone_surrogate() -> None:
    registry = builtin_rules()
    rules = [ActiveRule.with_defaults(rule) for rule in registry.values()]
    for name in ("a.txt", "a.md", "a.html"):
        document = read_text("The cod \ud800 saw the the hen \udfff\n\nThe the end.", name)
        outcome = check(document, rules, registry)
        assert outcome.crashes == ()
        assert "doubled-word" in {finding.rule for finding in outcome.findings}
        report = Report(document, tuple(zip(outcome.findings, outcome.fingerprints, strict=True)))
        for output_format in formats():
            stream = io.TextIOWrapper(io.BytesIO(), "utf-8", errors="backslashreplace")
            reporter = make_reporter(output_format, stream, Style())
            reporter.write(report)
            reporter.close(Summary())
            stream.seek(0)
            written = stream.read()
            assert "stands twice" in written
            if output_format == "json":
                assert len(json.loads(written)["findings"]) == len(outcome.findings)


# Size


def test_a_line_of_20_megabytes(desk: Desk) -> None:
    words = " ".join(f"they were at {number:x}".rjust(199, "x") for number in range(100_000))
    path = desk.write("long.txt", f"{words} the the hen.")
    result = desk.check(path, "--isolated", "--select", "all", "--output", "full=report")
    assert result.json["complete"]
    assert "doubled-word: the the" in result.found
    assert max(map(len, Path("report").read_text("utf-8").splitlines())) < 200


@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
@pytest.mark.parametrize("piece", ["!?", "(["])
def test_200_kilobytes_of_marks(desk: Desk, piece: str, suffix: str) -> None:
    path = desk.write(f"marks.{suffix}", piece * 100_000)
    result = desk.check(path, "--isolated", "--select", "all")
    assert result.json["complete"]
    assert result.json["summary"]["files"] == 1


PIECES = [
    *"( [ [[( < <p> <!-- { “ ” ’ « * ** _ ` ``` ~ $ | > - # & &amp; . , a. 1. U.S. ’s a".split(),
    *(
        "'",
        '"',
        "\\",
        " ",
        "\t\n",
        "\n",
        "the ",
        "> ",
        "- ",
        "1. ",
        "It was. ",
        "“No.” ",
        "http://",
    ),
]


@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
def test_time_grows_with_the_length_of_the_text(suffix: str) -> None:
    registry = builtin_rules()
    rules = [ActiveRule.with_defaults(rule) for rule in registry.values()]

    def cost(piece: str, length: int) -> float:
        text = piece * (length // len(piece))
        begin = time.process_time()
        outcome = check(read_text(text, f"a.{suffix}"), rules, registry)
        spent = time.process_time() - begin
        assert outcome.crashes == ()
        return spent

    def grows_evenly(piece: str) -> bool:
        return cost(piece, 16_000) < 24 * (cost(piece, 2_000) + 0.005)

    for piece in PIECES:  # a busy machine gets three chances
        assert any(grows_evenly(piece) for _ in range(3)), f"{piece!r} costs more and more"


def test_10000_nested_block_quotes(desk: Desk) -> None:
    path = desk.write("quotes.md", "> " * 10_000 + "See the the hen.\n")
    result = desk.check(path, "--isolated", "--select", "all")
    assert result.json["complete"]
    page = desk.write("quotes.html", "<blockquote>" * 10_000 + "See the the hen.")
    assert "doubled-word: the the" in desk.check(page, "--isolated").found


def test_thousands_of_comments_and_findings(stock: Desk) -> None:
    blocks = "<!-- copydesk: disable herring -->\n\nA herring.\n\n" * 4_000
    path = stock.write("many.md", blocks)
    result = stock.check(path, "--select", "herring,unused-suppression")
    assert result.json["summary"]["suppressed"] == 4_000
    assert result.found == []


# Configuration and rules


def test_a_typo_in_the_configuration(stock: Desk) -> None:
    stock.config('select = ["fish"]\nignroe = ["trout"]')
    result = stock.check("good.txt")
    message = "copydesk.toml:3: unknown key 'ignroe'; did you mean 'ignore'?"
    assert result.json["errors"] == [{"path": "", "message": message}]
    assert result.json["complete"] is False
    assert result.err == f"copydesk: error: {message}\n"
    assert result.status == 2


def test_a_rule_folder_with_a_syntax_error(stock: Desk) -> None:
    stock.write("rules/broken.py", "def check(:\n    pass\n")
    result = stock.check("good.txt")
    assert f"{stock.folder}/rules/broken.py:1: invalid syntax" in result.err
    assert result.json["complete"] is False
    assert result.status == 2


def test_two_rules_of_one_name(stock: Desk) -> None:
    stock.rule("herring", folder="rules/more")
    result = stock.check("good.txt")
    assert "two rules are called 'herring': in " in result.err
    assert "rules/herring.py and in " in result.err
    assert "rules/more/herring.py" in result.err
    assert result.status == 2


CRASH = "\n        if 'hen' in document.text:\n            raise LookupError('no hens')"


def crashing(desk: Desk, fault: str) -> None:
    """Makes the rule herring crash on text with a hen in it."""
    rule = desk.folder / "rules/herring.py"
    head = "def check(self, document: Document) -> Iterator[Finding]:"
    code = rule.read_text("utf-8").replace(head, head + fault)
    rule.write_text(code, "utf-8")


def test_a_rule_that_crashes(stock: Desk) -> None:
    crashing(stock, CRASH)
    stock.write("farm.txt", "The trout.\n\nThe hen.\n\nThe trout.\n")
    stock.write("sea.txt", "A herring.")
    result = stock.check("farm.txt", "sea.txt", "--select", "herring,trout")
    assert result.found == ["trout: trout", "trout: trout", "herring: herring"]
    (error,) = result.json["errors"]
    assert error["path"] == "farm.txt"
    assert error["rule"] == "herring"
    assert (error["start"], error["end"]) == (12, 20)
    assert error["message"].startswith("rule herring crashed: LookupError: no hens (herring.py:")
    assert result.json["complete"] is False
    assert "copydesk: error: farm.txt: rule herring crashed" in result.err
    assert "Traceback" not in result.err
    assert result.status == 2


def test_a_rule_that_wants_to_leave(stock: Desk) -> None:
    crashing(stock, "\n        raise SystemExit(0)")
    result = stock.check("good.txt")
    assert result.found == ["trout: trout", "hen: hen"]
    assert result.json["errors"][0]["message"].startswith("rule herring crashed: SystemExit: 0")
    assert result.status == 2


def test_a_pattern_of_the_user_that_takes_too_long(stock: Desk) -> None:
    crashing(
        stock,
        "\n        import regex"
        "\n        list(regex.compile(self.note).finditer(document.text, timeout=0.05))",
    )
    stock.config('select = ["fish"]\n[rules.herring]\nnote = "(a|aa)+$"')
    path = stock.write("long.txt", "A trout: " + "a" * 200 + "!\n\n" + ("aaa " * 20 + "!\n\n") * 50)
    result = stock.check(path)
    assert result.found == ["trout: trout"]
    (error,) = result.json["errors"]
    assert error["message"].startswith("rule herring crashed: TimeoutError: regex timed out")
    assert (error["start"], error["end"]) == (0, path.stat().st_size)
    assert result.status == 2


# Streams and signals


def test_standard_input_that_is_closed(stock: Desk) -> None:
    command = ("sh", "-c", "exec python3 -m copydesk check --isolated - <&-")
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    process = subprocess.run(
        command, check=False, capture_output=True, cwd=stock.folder, env=environment
    )
    assert process.stderr == b"copydesk: error: -: standard input is closed\n"
    assert process.returncode == 2


def test_standard_input_that_ends_early(stock: Desk) -> None:
    assert stock.process("check", "-").status == 0


@pytest.mark.parametrize("size", [1, 2_000])
def test_a_reader_that_has_gone(stock: Desk, size: int) -> None:
    path = stock.write("many.txt", PAIR * size)
    for output_format in ("full", "json"):
        reader, writer = os.pipe()
        os.close(reader)
        arguments = ("check", path, "--output-format", output_format)
        with stock.start(*arguments, stdout=writer) as process:
            os.close(writer)
            assert finish(process) == (2, "", "")


def test_a_reader_of_errors_that_has_gone(stock: Desk) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with stock.start("check", "missing.txt", stderr=writer) as process:
        os.close(writer)
        assert finish(process).status == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("size", [1, 2_000])
def test_standard_output_that_is_full(stock: Desk, size: int, unbuffered: str) -> None:
    path = stock.write("many.txt", PAIR * size)
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    with (
        Path("/dev/full").open("wb") as full,
        stock.start("check", path, stdout=full.fileno(), env=environment) as process,
    ):
        result = finish(process)
    assert "Traceback" not in result.err
    assert result.err.count("No space left on device") == 1
    assert result.status == 2


@pytest.mark.parametrize("redirection", [">&-", "2>&-", ">&- 2>&-"])
@pytest.mark.parametrize("arguments", ["check good.txt", "check --bogus", "rules"])
def test_closed_streams_never_look_like_findings(
    stock: Desk, arguments: str, redirection: str
) -> None:
    python = sys.executable
    shell = f"exec {python} -m copydesk {arguments} {redirection}"
    process = subprocess.run(
        ("sh", "-c", shell), check=False, capture_output=True, cwd=stock.folder
    )
    assert b"Traceback" not in process.stderr
    expected = {"check good.txt": 1, "check --bogus": 2, "rules": 0}[arguments]
    assert process.returncode == (expected if redirection == "2>&-" else 2)


def test_ctrl_c_while_a_file_is_read(stock: Desk) -> None:
    os.mkfifo("slow.txt")
    with (
        stock.start("check", "slow.txt") as process,
        Path("slow.txt").open("wb"),  # waits for the reader
    ):
        process.send_signal(signal.SIGINT)
        result = finish(process)
    assert (result.status, result.out, result.err.strip()) == (130, "", "")


def test_ctrl_c_while_a_rule_runs(stock: Desk) -> None:
    crashing(
        stock,
        "\n        import pathlib, time"
        "\n        pathlib.Path('started').touch()"
        "\n        time.sleep(60)",
    )
    stock.write("report", "old")
    with stock.start("check", "good.txt", "--output", "json=report") as process:
        while not Path("started").exists():
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        result = finish(process)
    assert (result.status, result.out, result.err.strip()) == (130, "", "")
    assert Path("report").read_text("utf-8") == "old"


@pytest.mark.parametrize("fault", [RuntimeError, EOFError, AssertionError, RecursionError])
def test_a_fault_of_copydesk_itself(stock: Desk, fault: type[Exception]) -> None:
    broken = Mock(side_effect=fault("broken inside"))
    stock.monkeypatch.setattr(copydesk.commands.check, "find_articles", broken)
    result = stock.run("check", "good.txt")
    assert "Traceback (most recent call last)" in result.err
    assert f"{fault.__name__}: broken inside" in result.err
    assert result.status == 2
