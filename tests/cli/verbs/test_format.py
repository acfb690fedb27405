"""``reader format`` prints the description of issue files, and a new file names a command that exists."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from reader.cli.declared import VERBS
from reader.cli.verbs.format import NAME
from reader.source.template import new_issue
from tests.cli.conftest import ROOT, Run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_description_is_printed(run: Run) -> None:
    code, out, err = run("format")
    assert (code, err) == (0, "")
    assert out == (ROOT / "docs" / NAME).read_text(encoding="utf-8")


def test_format_takes_no_word(run: Run) -> None:
    assert run("format", "issue").code == 2


def test_the_wheel_has_the_one_description() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"][f"docs/{NAME}"] == f"reader/{NAME}"
    assert not (ROOT / "reader" / NAME).exists()


def test_an_installed_package_reads_its_own(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "reader").mkdir()
    own = tmp_path / "reader" / NAME
    own.write_text("# Own\n", encoding="utf-8")
    monkeypatch.setattr("reader.__file__", str(tmp_path / "reader" / "__init__.py"))
    assert run("format").out == "# Own\n"
    own.unlink()
    code, out, err = run("format")
    assert (code, out, err.count("\n")) == (1, "", 1)


def test_a_new_file_names_no_path_but_a_verb() -> None:
    text = new_issue("spring-09", ("zh-Hans", "en"))
    assert "docs/" not in text
    assert set(re.findall(r"reader (\w+)", text)) == {"format"}
    assert "format" in VERBS
