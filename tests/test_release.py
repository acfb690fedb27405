"""The release: one place for the version, the metadata, and a program in one file that starts."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
import tomllib
from importlib.metadata import metadata
from pathlib import Path

import pytest

from reader import __version__

ROOT = Path(__file__).parents[1]


def test_the_version_is_in_one_place() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "version" not in project["project"]
    assert project["tool"]["hatch"]["version"]["path"] == "reader/__init__.py"
    assert project["project"]["scripts"] == {"reader": runpy.run_path(str(ROOT / "tools/make_release.py"))["ENTRY"]}
    installed = metadata("bilingual-magazine-reader")
    assert (installed["Version"], installed["Requires-Python"]) == (__version__, ">=3.11")
    assert not installed.get_all("Project-URL")  # a host that does not exist is worse than none


def test_a_program_in_one_file_starts(tmp_path: Path) -> None:
    pytest.importorskip("shiv")
    release = runpy.run_path(str(ROOT / "tools" / "make_release.py"))
    program = tmp_path / "reader.pyz"
    release["build_one_file"](ROOT, program, "--no-deps")
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment |= {"HOME": str(tmp_path), "SHIV_ROOT": str(tmp_path / "shiv")}
    for argv, wanted in ((["--version"], f"reader {__version__}\n"), (["format"], "deck")):
        done = subprocess.run(
            [sys.executable, str(program), *argv],
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        )
        assert wanted in done.stdout
