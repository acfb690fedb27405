"""The release: one place for the version, and the metadata. ``.ci/run`` builds and tries the rest."""

from __future__ import annotations

import runpy
import tomllib
from importlib.metadata import metadata
from pathlib import Path

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
