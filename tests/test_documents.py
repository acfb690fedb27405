"""Every command in the shell blocks of README.md and docs/*.md runs as it is written, one after another.

They run in a temporary folder with a home of its own, where the README's first command has put ``reader`` on the path.
"""

from __future__ import annotations

import os
import re
import shlex
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.terminal import ALTERNATE_ON, Terminal
from tests.importing.documents.dialects import epub_mixed, word_table
from tests.importing.documents.stories import FERRY

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", *sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")))
SKIPPED = {
    "python3 -m venv .venv && ": "makes an environment and installs packages",
    "pip install ": "installs packages",
    "reader subscribe https://": "asks a server on the network; tests/cli/verbs/test_subscribe.py has one of its own",
    "reader update": "needs a subscription",
    "reader import scanned.pdf": "needs the extra ocr",
    "reader serve": "goes on until it is interrupted",
    "ssh ": "needs another machine",
    "python benchmarks/": "takes minutes, and needs a scorer",
}
"""Beginnings of commands that are not run, with the reason."""
SCREENS = re.compile(r"reader(?: preview .*| --library \S+(?: [\w-]+)?| \S+\.yaml)?\Z")
"""Commands that open the screen; they run on a pseudo-terminal."""


def commands_of(text: str) -> list[str]:
    """Returns the commands in the shell blocks of a page, without their comments."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    lines = (re.sub(r"\s+#.*", "", line) for block in blocks for line in block.splitlines())
    return [line.strip() for line in lines if line.strip()]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that a reader of the documents has, and programs in place of those of others."""
    home, programs, work = (tmp_path / name for name in ("home", "bin", "work"))
    for made in (home, programs, work):
        made.mkdir()
    _program(programs / "reader", f'exec {shlex.quote(sys.executable)} -m reader "$@"')
    _program(programs / "fzf", "head -n 1")
    _program(programs / "pbpaste", "cat page.txt")
    for name in [name for name in os.environ if name.startswith(("READER_", "XDG_"))]:
        monkeypatch.delenv(name)
    for name, value in {
        "HOME": str(home),
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "EDITOR": "true",
    }.items():
        monkeypatch.setenv(name, value)
    (work / "page.txt").write_text(
        "泉水\nSprings\n\n泉水从石缝里涌出来，流进每一条巷子，一年四季都是这样。\n\n"
        "Spring water wells up between the stones and runs into every lane, in all seasons.\n",
        encoding="utf-8",
    )
    (work / "issues").mkdir()
    (work / "book.epub").write_bytes(epub_mixed(FERRY).files["text.epub"])
    (work / "translation.docx").write_bytes(word_table(FERRY).files["text.docx"])
    (work / "springs.zh.md").write_text("# 泉水\n\n泉水从石缝里涌出来，流进每一条巷子。\n", encoding="utf-8")
    (work / "springs.en.md").write_text("# Springs\n\nSpring water runs into every lane.\n", encoding="utf-8")
    _print_pages(work / "august.pdf")
    return work


def _program(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def _print_pages(path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path))
    for number in range(61):
        canvas.setFont("Helvetica-Bold", 24)
        canvas.drawString(72, 760, f"Springs of page {number + 1}")
        canvas.setFont("Helvetica", 11)
        for line in range(12):
            canvas.drawString(72, 700 - 14 * line, "Spring water wells up between the stones and runs into every lane.")
        canvas.showPage()
    canvas.save()


@pytest.mark.parametrize("page", PAGES)
def test_every_command_runs_as_it_is_written(page: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = folder
    for command in commands_of((ROOT / page).read_text(encoding="utf-8")):
        if command.startswith(tuple(SKIPPED)):
            continue
        if command.startswith("cd "):
            here /= command[3:]
            continue
        monkeypatch.chdir(here)
        if SCREENS.match(command):
            _open_and_end(command, Path(os.environ["HOME"]))
            continue
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command],
            cwd=here,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=600,
        )
        assert done.returncode == 0, (command, done.stderr.decode())


def _open_and_end(command: str, home: Path) -> None:
    terminal = Terminal(shlex.split(command)[1:], 100, 30, home, {"PYTHONPATH": str(ROOT)})
    try:
        terminal.wait_until(lambda: ALTERNATE_ON in terminal.output, command)
        terminal.kill(signal.SIGTERM)
        assert terminal.wait() == 143, command
    finally:
        terminal.close()


def test_what_is_skipped_is_there() -> None:
    commands = [line for page in PAGES for line in commands_of((ROOT / page).read_text(encoding="utf-8"))]
    assert len(commands) > 40
    for beginning in SKIPPED:
        assert any(command.startswith(beginning) for command in commands), beginning


def test_the_first_command_makes_reader_known() -> None:
    first = commands_of((ROOT / "README.md").read_text(encoding="utf-8"))[0]
    assert first.split(" && ") == ["python3 -m venv .venv", ". .venv/bin/activate", "pip install .", "reader"]


def test_the_pattern_for_editors_is_of_issues_only() -> None:
    text = (ROOT / "docs" / "MAINTAINING.md").read_text(encoding="utf-8")
    patterns = re.findall(r'"([^"]*\*[^"]*\.yaml)"', text)
    assert patterns
    for pattern in patterns:
        assert not Path("docker-compose.yaml").match(pattern)
        assert Path("issues/spring-09.yaml").match(pattern)


def test_every_option_of_new_is_explained() -> None:
    text = (ROOT / "docs" / "MAINTAINING.md").read_text(encoding="utf-8")
    for option in ("--languages", "--from-template", "--section"):
        assert option in text


def _anchors(text: str) -> set[str]:
    """Returns the anchors of a page's headings, as GitHub makes them."""
    titles = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", [*PAGES, "CONTRIBUTING.md"])
def test_links_lead_to_a_place(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```$|`[^`\n]*`", "", text, flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        if ":" in target:
            continue
        path, _, anchor = target.partition("#")
        there = (ROOT / page).parent / path if path else ROOT / page
        assert there.exists(), target
        assert not anchor or anchor in _anchors(there.read_text(encoding="utf-8")), target


def test_the_index_names_every_page() -> None:
    index = (ROOT / "docs/README.md").read_text(encoding="utf-8")
    assert {path.name for path in (ROOT / "docs").glob("*.md")} - {"README.md"} <= set(
        re.findall(r"\(([A-Z]+\.md)\)", index)
    )


def test_the_readme_fits_on_two_screens() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 100
