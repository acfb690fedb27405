"""Completion in a bash with bash-completion, which loads the script of a program when its first word is completed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import ROOT, SPRINGS
from tests.cli.shells import PROMPT, Shell, program

if TYPE_CHECKING:
    from collections.abc import Iterator

LOADERS = tuple(
    Path(folder) / "share/bash-completion/bash_completion" for folder in ("/usr", "/usr/local", "/opt/homebrew")
)
SCRIPT = ROOT / "reader" / "cli" / "shells" / "reader.bash"


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shell]:
    """A bash that finds the script where a user keeps those of bash-completion."""
    loader = next((path for path in LOADERS if path.is_file()), None)
    if loader is None or not shutil.which("bash"):
        pytest.skip("bash-completion is not installed")
    scripts = tmp_path / "data" / "bash-completion" / "completions"
    scripts.mkdir(parents=True)
    (scripts / "reader").write_bytes(SCRIPT.read_bytes())
    library, here = tmp_path / "library", tmp_path / "here"
    library.mkdir()
    (library / "springs.yaml").write_text(SPRINGS.lstrip(), "utf-8")
    here.mkdir()
    monkeypatch.chdir(here)
    path = f"{program(tmp_path / 'bin')}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {
        "PATH": path,
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C.UTF-8",
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "READER_LIBRARY": str(library),
    }
    subprocess.run(["reader", "index"], env=environment, check=True, capture_output=True)
    started = Shell("bash", environment, f"source {loader}; PS1='{PROMPT[:2]}''{PROMPT[2:]}'")
    yield started
    started.close()


def test_the_script_is_loaded_at_the_first_tab_and_completes(shell: Shell) -> None:
    Path("my $odd 'issue'.yaml").touch()
    Path("other.txt").touch()
    assert shell.words("reader sea\t") == ["reader", "search"]
    assert shell.words("reader search x --sort=b\t") == ["reader", "search", "x", "--sort=best"]
    assert shell.words("reader show springs/w\t") == ["reader", "show", "springs/water"]
    assert shell.words("reader show 'springs/w\t ") == ["reader", "show", "springs/water"]
    assert shell.words("reader check my\t") == ["reader", "check", "my $odd 'issue'.yaml"]
    assert shell.words("reader export springs -o ot\t") == ["reader", "export", "springs", "-o", "other.txt"]
    assert shell.words("reader export springs --output=ot\t") == ["reader", "export", "springs", "--output=other.txt"]
    assert shell.words("~/bin/reader doc\t")[1:] == ["doctor"]
