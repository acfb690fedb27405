"""A folder of issues among pipes, devices, loops and files that are no issues: each verb ends, and reads the issues."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.gate import first_forbidden
from reader.library import Library
from tests.hostile.neighbours import MAKERS, SILENT, make_all
from tests.ui.hostile import small_issue

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")

ROOT = Path(__file__).parents[2]
DEADLINE_SECONDS = 300
GOOD = ("good-a", "good-z")
CODES = (0, 1, 2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "library"
    made.mkdir()
    for name in GOOD:
        (made / f"{name}.yaml").write_text(small_issue(name), "utf-8")
    make_all(made)
    return made


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Runs the program with an input that nobody writes to; all that it prints is clean, and no fault is unforeseen."""
    waiting, writing = os.pipe()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "reader", *words],
            stdin=waiting, capture_output=True, timeout=DEADLINE_SECONDS, cwd=ROOT, check=False,
            env=os.environ | {f"XDG_{name}_HOME": str(folder.parent / name) for name in ("CACHE", "DATA", "STATE")},
        )  # fmt: skip
    finally:
        os.close(waiting)
        os.close(writing)
    assert done.returncode in CODES, done
    for stream in (done.stdout, done.stderr):
        assert first_forbidden(stream.decode("utf-8")) == -1
    assert b"unforeseen" not in done.stderr, done.stderr
    assert b"Traceback" not in done.stderr, done.stderr
    return done


OF_A_LIBRARY = {
    "list": ("list", "--json"),
    "search": ("search", "泉水"),
    "index": ("index", "--json"),
    "show": ("show", "good-z"),
    "open": ("open", "good-z/article-0"),
    "shelf": ("open", "--plain"),
    "marks": ("marks",),
    "doctor": ("doctor",),
}


@pytest.mark.parametrize("verb", OF_A_LIBRARY)
def test_a_verb_on_a_library_reads_the_issues_among_them(folder: Path, verb: str) -> None:
    done = run(folder, *OF_A_LIBRARY[verb], "--library", str(folder))
    assert done.returncode == 0, done
    if verb in ("list", "search", "shelf"):
        assert b"good-a" in done.stdout
        assert b"good-z" in done.stdout


def test_each_of_them_has_its_own_line(folder: Path) -> None:
    library = Library([str(folder)])
    assert library.update(alone=True)
    assert [issue.id for _, issue in library.issues()] == [*GOOD]
    listed = {os.path.basename(entry.path): entry for entry in library}
    assert set(listed) == {*MAKERS, *(f"{name}.yaml" for name in GOOD)} - {*SILENT}
    assert all(listed[name].first_error for name in listed if name.removesuffix(".yaml") not in GOOD)
    assert set(map(str, library.broken())) == {str(e) for n, e in listed.items() if n.removesuffix(".yaml") not in GOOD}


@pytest.mark.parametrize("words", [("check",), ("status",), ("fmt", "--check"), ("check", "--diff")], ids=" ".join)
def test_a_verb_on_files_reads_the_issues_among_them(folder: Path, words: tuple[str, ...]) -> None:
    done = run(folder, *words, str(folder))
    assert done.returncode in (0, 1)
    if words == ("check",):
        bad = len(MAKERS) - len(SILENT)
        assert f" in {bad} of {bad + len(GOOD)} files" in done.stderr.decode()
    if words == ("status",):
        assert b"good-a/article-0" in done.stdout
        assert b"good-z/article-0" in done.stdout


ON_A_FILE = {
    "show": ("show", "FILE"),
    "open": ("open", "FILE"),
    "preview": ("preview", "FILE"),
    "check": ("check", "FILE"),
    "fix": ("check", "FILE", "--fix"),
    "fmt": ("fmt", "FILE"),
    "accept": ("status", "FILE", "--accept"),
    "list": ("list", "--library", "FILE"),
    "search": ("search", "x", "--library", "FILE"),
    "import": ("import", "FILE"),
    "import into": ("import", "PAGE", "--into", "FILE"),
    "import to": ("import", "PAGE", "-o", "FILE"),
    "new": ("new", "article", "FILE", "an-article"),
    "template": ("new", "made", "--from-template", "FILE"),
}


@pytest.mark.parametrize("verb", ON_A_FILE)
def test_a_verb_on_one_of_them_ends_in_one_line(folder: Path, verb: str) -> None:
    page = folder.parent / "page.txt"
    page.write_text("标题\n\n泉水很多。\n", "utf-8")
    before = {name: os.lstat(folder / name) for name in MAKERS}
    for name in ("pipe.yaml", "socket.yaml", "zero.yaml", "loop.yaml", "not-at-once.yaml", "sparse.yaml"):
        words = [{"FILE": str(folder / name), "PAGE": str(page)}.get(word, word) for word in ON_A_FILE[verb]]
        done = run(folder, *words)
        assert done.returncode in (1, 2) or verb == "list", (name, done)
    after = {name: os.lstat(folder / name) for name in MAKERS}
    assert {n: (s.st_mode, s.st_ino, s.st_size) for n, s in after.items()} == {
        n: (s.st_mode, s.st_ino, s.st_size) for n, s in before.items()
    }
