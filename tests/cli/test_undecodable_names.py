"""Names of files and folders that are no UTF-8: every output is UTF-8, JSON is JSON, and the name can be told."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.conftest import BROKEN, SPRINGS, Run

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes on Linux only")

FOLDER, GOOD, BAD = b"l\xfe\xe6\xb3 b", b"sprin\xffgs.yaml", b"bad\xff\\.yaml"
SHOWN_FOLDER, SHOWN_GOOD, SHOWN_BAD = r"l\xfe\xe6\xb3 b", r"sprin\xffgs.yaml", r"bad\xff\.yaml"


@pytest.fixture
def library(tmp_path: Path) -> str:
    """The path of a library of a good issue and a bad one."""
    folder = os.fsencode(tmp_path) + b"/" + FOLDER
    os.mkdir(folder)
    for name, text in ((GOOD, SPRINGS), (BAD, BROKEN)):
        with open(folder + b"/" + name, "wb") as file:
            file.write(text.lstrip().encode())
    return os.fsdecode(folder)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["check", "LIBRARY"], SHOWN_BAD),
        (["check", "--format", "github", "LIBRARY"], SHOWN_BAD),
        (["fmt", "--diff", "LIBRARY"], SHOWN_GOOD),
        (["check", "--fix", "LIBRARY"], SHOWN_BAD),
        (["check", "LIBRARY/none.yaml"], "none.yaml"),
        (["fmt", "--check", "LIBRARY"], SHOWN_GOOD),
        (["fmt", "--check", "--format", "github", "LIBRARY"], SHOWN_GOOD),
        (["list", "--library", "LIBRARY"], SHOWN_BAD),
        (["search", "--library", "LIBRARY", "water"], SHOWN_BAD),
        (["status", "--library", "LIBRARY"], ""),
        (["index", "--library", "LIBRARY"], ""),
        (["open", "LIBRARY"], SHOWN_BAD),
        (["show", "--library", "LIBRARY", "springs/water"], ""),
        (["search", "--library", "LIBRARY", os.fsdecode(b"\xff")], ""),
        (["show", os.fsdecode(b"springs/\xff")], r"springs/\xff"),
    ],
)
def test_names_are_written_with_their_bytes(shell: Run, library: str, words: list[str], name: str) -> None:
    _, out, err = shell(*(word.replace("LIBRARY", library) for word in words))  # decodes both as UTF-8
    assert name in out + err
    assert "unforeseen" not in err
    assert name in ("", r"springs/\xff") or SHOWN_FOLDER in out + err


@pytest.mark.parametrize("format", ["json", "sarif"])
def test_reports_for_programs_are_valid(shell: Run, library: str, format: str) -> None:
    code, out, _ = shell("check", "--format", format, library)
    assert code == 1
    found: Any = json.loads(out)
    out.encode("utf-8")
    if format == "json":
        assert {os.path.basename(each["path"]) for each in found} >= {SHOWN_BAD}
    else:
        uris = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in found["runs"][0]["results"]}
        assert any(uri.endswith("/l%FE%E6%B3%20b/bad%FF%5C.yaml") for uri in uris)  # the very bytes


@pytest.mark.parametrize(
    "words", [["list"], ["search", "water"], ["status"], ["index"], ["show", "springs/water"], ["doctor"]]
)
def test_objects_are_valid(shell: Run, library: str, words: list[str]) -> None:
    verb, *rest = words
    _, out, err = shell(verb, "--json", "--library", library, *rest)
    json.loads(out)
    assert "unforeseen" not in err


def test_the_programs_own_folders_may_have_such_names(shell: Run, library: str, folder: Path, tmp_path: Path) -> None:
    own = os.fsdecode(os.fsencode(tmp_path) + b"/o\xfdw?n%#")
    places = {f"XDG_{name}_HOME": own for name in ("CACHE", "DATA", "CONFIG", "STATE")}
    assert shell("index", "--library", str(folder), **places).err == ""
    assert shell("config", "--init", **places).code == 0
    assert shell("marks", **places).code == 0
    code, out, _ = shell("doctor", "--library", str(folder), **places)
    assert "catalogue" in out
    assert "damaged" not in out
    assert code == 0
    assert r"o\xfdw?n%#" in out
