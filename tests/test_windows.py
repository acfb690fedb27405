"""The program where Windows' lacks and refusals are played: see ``windows_like.py``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.catalogue import seal

ROOT = Path(__file__).parents[1]
LIKE_WINDOWS = "from tests.windows_like import make_windows_like; make_windows_like()\n"
ALL_MODULES = """
import importlib, pkgutil
import reader
for module in pkgutil.walk_packages(reader.__path__, "reader."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
print("all")
"""
SCREEN = """
import asyncio, sys
from pathlib import Path
from reader.library import Library
from reader.ui.app.app import ReaderApp

async def main():
    library = Library(["issues"])
    library.update()
    app = ReaderApp(library)
    async with app.run_test(size=(100, 30)) as pilot:
        for key in ("enter", "enter", "pagedown", "m", "F", "z", "slash", "w", "a", "enter", "escape"):
            await pilot.press(key)
            await app.workers.wait_for_complete()
        await pilot.press("q")  # it cancels a worker that writes the place just then
    print(app.return_code)

asyncio.run(main())
"""


def run(code: str, home: Path, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Runs code in a process that is like Windows, in a home of its own."""
    return subprocess.run(
        [sys.executable, "-c", LIKE_WINDOWS + code],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "HOME": str(home), **variables},
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def verbs(*lines: str) -> str:
    """Code that runs verbs one after the other, and prints the exit code of each."""
    return (
        "import sys\nfrom reader.cli.main import main\n"
        f"for line in {lines!r}:\n"
        "    sys.argv = ['reader', *line.split()]\n"
        "    try:\n        code = main()\n"
        "    except SystemExit as end:\n        code = end.code\n"
        "    print(f'{line} -> {code}', file=sys.stderr, flush=True)\n"
    )


def test_every_module_is_imported(tmp_path: Path) -> None:
    done = run(ALL_MODULES, tmp_path)
    assert (done.stdout, done.stderr) == (b"all\n", b"")


def test_verbs_do_their_work(tmp_path: Path) -> None:
    lines = (
        "list --library issues",
        "check issues",
        "show city-of-springs-08/springs",
        "search spring",
        f"export city-of-springs-08 -o {tmp_path}/springs.html",
        f"export city-of-springs-08 -o {tmp_path}/springs.html --languages en",
        f"export city-of-springs-08 -o {tmp_path}/springs.epub",
        f"publish -o {tmp_path}/site --base-url https://example.org/",
        f"publish -o {tmp_path}/site --base-url https://example.org/ --title Springs",
        f"new {tmp_path}/first.yaml",
        f"fmt {tmp_path}/first.yaml",
        "lookup 泉水",
        "words known 泉",
        "doctor",
    )
    done = run(verbs(*lines), tmp_path, PYTHONUTF8="0")
    told = done.stderr.decode().splitlines()
    assert [line for line in told if " -> " in line] == [f"{line} -> 0" for line in lines]
    assert not [line for line in told if "fault" in line]


def test_output_is_utf_8_where_the_console_has_a_code_page(tmp_path: Path) -> None:
    done = run(verbs("show city-of-springs-08/springs"), tmp_path, PYTHONIOENCODING="gbk", PYTHONUTF8="0")
    assert "泉" in done.stdout.decode("utf-8")


def test_a_file_that_another_program_has_open_is_left_and_told(tmp_path: Path) -> None:
    issue = tmp_path / "springs.yaml"
    code = f"""
from pathlib import Path
path = Path({str(issue)!r})
path.write_text(Path("issues/city-of-springs-08.yaml").read_text(encoding="utf-8").replace("format: 1", "format:   1"))
other = path.open()
"""
    done = run(code + verbs(f"fmt {issue}"), tmp_path)
    assert done.stderr.decode().splitlines() == [
        f"reader: {issue}: cannot be written, and is left as it is: the file is in use by a program",
        "0 of 1 file laid out anew",
        f"fmt {issue} -> 2",
    ]
    assert "format:   1" in issue.read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.glob("*.yaml")] == ["springs.yaml"]
    assert not list(tmp_path.glob(".*.new"))


def test_a_damaged_file_of_marks_is_put_aside(tmp_path: Path) -> None:
    data = tmp_path / ".local/share/bilingual-magazine-reader"
    data.mkdir(parents=True)
    (data / "marks.sqlite").write_bytes(b"no database" * 1000)
    done = run(verbs("marks list", "words known 泉"), tmp_path)
    assert b" -> 0\n" in done.stderr.splitlines(keepends=True)[-1]
    assert len(list(data.glob("*.damaged-*"))) == 1, done.stderr.decode()


def test_the_screen_opens_an_article(tmp_path: Path) -> None:
    done = run(SCREEN, tmp_path, TEXTUAL_DRIVER="textual.drivers.headless_driver:HeadlessDriver")
    assert (done.stdout, done.stderr.decode()) == (b"0\n", "")
    listed = run(verbs("marks list"), tmp_path).stdout.decode()
    assert listed.startswith("city-of-springs-08/")


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="here the system's own answer is asked")
def test_a_writer_is_looked_for_without_a_signal(tmp_path: Path) -> None:
    path = tmp_path / "catalogue"
    path.write_bytes(b"rows")
    other = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        (tmp_path / "catalogue.seal").write_text(f'{{"state": [], "checksum": -1, "writer": {other.pid}}}')
        assert seal.verdict(str(path)) == "being written"
        code = f"from reader.catalogue import seal\nprint(seal.verdict({str(path)!r}))"
        assert run(code, tmp_path).stdout == b"left unfinished\n"
        assert other.poll() is None
    finally:
        other.communicate()
