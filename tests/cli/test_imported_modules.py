"""The modules that verbs without the screen import: each costs every call some tenths of a millisecond.

``REWRITE_IMPORTED=1 pytest tests/cli/test_imported_modules.py`` writes the lists of our own modules anew. Look at each
new one before: can it be imported in the function that needs it?
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LISTS = ROOT / "tests" / "data" / "imported"
VERBS = {"list": ["list"], "show": ["show", "lanes-and-rivers-03/old-bridges"], "search": ["search", "泉水"]}
FOREIGN = (
    *(
        "__future__",
        "array",
        "atexit",
        "bisect",
        "collections.abc",
        "contextlib",
        "errno",
        "functools",
        "gc",
        "itertools",
        "json",
    ),
    *("math", "operator", "re", "_sqlite3", "time", "types", "unicodedata", "zlib"),
)
"""Modules of Python that the verbs may import, with what these import."""
NAMES = "print(*sys.modules, sep='\\n', file=sys.stderr)"
VERB = f"import sys\nfrom reader.cli.main import main\nassert not main()\n{NAMES}"


def modules(program: str, home: Path, *argv: str) -> set[str]:
    """Runs a program; returns the names of the modules that it has imported at its end."""
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    done = subprocess.run(
        [sys.executable, "-c", program, *argv],
        cwd=ROOT,
        env=os.environ | folders,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=True,
        timeout=300,
    )
    return set(done.stderr.split())


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folders of a reader that has read the bundled issues before."""
    made = tmp_path_factory.mktemp("home")
    modules(VERB, made, "list")
    return made


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_imports_no_module_of_ours_that_is_not_listed(verb: str, home: Path) -> None:
    ours = sorted(name for name in modules(VERB, home, *VERBS[verb]) if name.startswith("reader."))
    path = LISTS / f"{verb}.txt"
    if os.environ.get("REWRITE_IMPORTED"):
        path.write_text("\n".join(ours) + "\n", encoding="utf-8")
    assert ours == path.read_text(encoding="utf-8").split()


def test_a_verb_imports_few_modules_of_python(home: Path) -> None:
    allowed = modules(f"import sys, {', '.join(FOREIGN)}\n{NAMES}", home)
    for argv in VERBS.values():
        assert {name for name in modules(VERB, home, *argv) - allowed if name.split(".")[0] != "reader"} == set()
