"""Copydesk never uses the network."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SEED = next((ROOT / "seeds").glob("*.txt"))
ALL_RULES = ("check", "--isolated", "--select", "all", "--output-format", "json")

GUARD = """
import sys

def refuse(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.client.", "ftplib.", "smtplib.")):
        sys.stderr.write(f"network: {event}\\\\n")
        raise ConnectionRefusedError(event)

sys.addaudithook(refuse)
"""
COPYDESK = "from copydesk.cli import main; main()"
MARKDOWN = """\
---
title: The bridge
---

# The bridge

The council closed the [bridge](https://example.org/bridge) on Monday, the <b>mayor</b> said.
See https://example.org/more and ![the flood](https://example.org/flood.png).[^1]

[^1]: Report of the council.
"""
HTML = """\
<!DOCTYPE html SYSTEM "https://example.org/article.dtd">
<html><head><title>The bridge</title><link rel="stylesheet" href="https://example.org/a.css">
<script src="https://example.org/a.js"></script></head>
<body><article><h1>The bridge</h1><p>The council closed the bridge on Monday&nbsp;&mdash; the
<a href="https://example.org/mayor">mayor</a> said.</p>
<img src="https://example.org/flood.png"></article></body></html>
"""


def guarded(code: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Runs Python code with every use of a socket refused and noted on standard error."""
    command = (sys.executable, "-c", GUARD + code, *arguments)
    return subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.create_connection(('localhost', 9))",
        "import socket; socket.getaddrinfo('example.org', 80)",
        "import urllib.request; urllib.request.urlopen('https://example.org')",
    ],
)
def test_the_guard_sees_a_connection(code: str) -> None:
    assert "network: " in guarded(code).stderr


@pytest.mark.parametrize(
    ("name", "text"), [("page.md", MARKDOWN), ("page.html", HTML), (SEED.name, None)]
)
def test_all_rules_run_without_the_network(name: str, text: str | None, tmp_path: Path) -> None:
    article = tmp_path / name
    article.write_text(SEED.read_text("utf-8") if text is None else text, "utf-8")
    process = guarded(COPYDESK, *ALL_RULES, article)
    assert "network: " not in process.stderr
    assert process.returncode in {0, 1}, process.stderr
    output = json.loads(process.stdout)
    assert output["complete"]
    assert bool(output["findings"]) == (text is None)


@pytest.mark.parametrize("arguments", [("rules",), ("rule", "doubled-word"), ("--help",)])
def test_asking_about_rules_needs_no_network(arguments: tuple[str, ...]) -> None:
    process = guarded(COPYDESK, *arguments)
    assert "network: " not in process.stderr
    assert process.returncode == 0, process.stderr
