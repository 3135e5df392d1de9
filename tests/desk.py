"""A folder with articles, rules and configuration, and the command run in it."""

import io
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from copydesk.cli import main

RULE = '''
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from copydesk import Document, Finding, Rule, Severity


@dataclass(frozen=True)
class AWord(Rule):
    """A word stands in the text."""

    name: ClassVar = {name!r}
    family: ClassVar = {family!r}
    severity: ClassVar = Severity.{severity}
    default: ClassVar = {default}

    words: tuple[str, ...] = ({name!r},)
    longest: int = 99
    share: float = 0.5
    loud: bool = False
    note: str = ""

    def check(self, document: Document) -> Iterator[Finding]:
        for token in document.tokens:
            if token.text.lower() in self.words and len(token.text) <= self.longest:
                span = document.span(token.start, token.end)
                yield self.finding(span, f"“{{token.text}}” is here{{self.note}}", **{extra})
'''
"""A rule that flags every word equal to its name."""


class Result(NamedTuple):
    """How a run ended and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The JSON on standard output."""
        return json.loads(self.out)

    @property
    def found(self) -> list[str]:
        """What was flagged, from JSON: the rule and the text."""
        return [f"{finding['rule']}: {finding['text']}" for finding in self.json["findings"]]


class Desk:
    """A folder that is the current one, and the command run in it."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.folder = folder
        self.monkeypatch = monkeypatch
        self._capsys = capsys

    def write(self, name: str, content: str | bytes) -> Path:
        """Writes a file, its folders too; the path as a user in the folder would give it."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return Path(name)

    def rule(
        self,
        name: str,
        family: str = "fish",
        severity: str = "WARNING",
        *,
        default: bool = True,
        folder: str = "rules",
        extra: str = "{}",
    ) -> Path:
        """Writes a rule that flags every word equal to its name."""
        code = RULE.format(
            name=name, family=family, severity=severity, default=default, extra=extra
        )
        return self.write(f"{folder}/{name.replace('-', '_')}.py", code)

    def stock(self) -> None:
        """Four rules of two families, one of them off by default, and a configuration."""
        self.rule("herring", "fish", "WARNING")
        self.rule("trout", "fish", "INFO")
        self.rule("hen", "fowl", "ERROR")
        self.rule("goose", "fowl", "ERROR", default=False)
        self.config('select = ["herring", "trout", "hen"]')

    def config(self, text: str, name: str = "copydesk.toml") -> Path:
        """Writes a configuration that knows the rules of `stock`."""
        up = "../" * (len(Path(name).parts) - 1)
        return self.write(name, f'rule-folders = ["{up}rules"]\n{text}\n')

    def run(self, *arguments: str | Path, stdin: bytes | None = None) -> Result:
        """Runs the command in this process."""
        with self.monkeypatch.context() as patch:
            patch.setattr(sys, "argv", ["copydesk", *map(str, arguments)])
            if stdin is not None:
                patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
            with pytest.raises(SystemExit) as leaving:
                main()
        out, err = self._capsys.readouterr()
        return Result(int(leaving.value.code or 0), out, err)

    def check(self, *arguments: str | Path, stdin: bytes | None = None) -> Result:
        """Checks and reports in JSON."""
        return self.run("check", "--output-format", "json", *arguments, stdin=stdin)

    def start(
        self,
        *arguments: str | bytes | Path,
        stdin: int = subprocess.DEVNULL,
        stdout: int = subprocess.PIPE,
        stderr: int = subprocess.PIPE,
        env: Mapping[str, str] | None = None,
    ) -> subprocess.Popen[bytes]:
        """Starts the command as a process of its own."""
        command = (sys.executable, "-m", "copydesk", *arguments)
        return subprocess.Popen(
            command, stdin=stdin, stdout=stdout, stderr=stderr, env=env, cwd=self.folder
        )

    def process(
        self,
        *arguments: str | bytes | Path,
        stdin: bytes | None = None,
        env: Mapping[str, str] | None = None,
    ) -> Result:
        """Runs the command in a process of its own."""
        source = subprocess.DEVNULL if stdin is None else subprocess.PIPE
        with self.start(*arguments, stdin=source, env=env) as process:
            return finish(process, stdin)


def finish(process: subprocess.Popen[bytes], stdin: bytes | None = None) -> Result:
    """How a process ends that has been started."""
    out, err = process.communicate(stdin, timeout=60)
    return Result(process.returncode, (out or b"").decode(), (err or b"").decode())
