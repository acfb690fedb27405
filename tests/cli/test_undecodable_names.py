"""Names of files and folders that are no UTF-8, or act on a terminal: every output is UTF-8, and tells the name."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest

from tests.cli.conftest import BROKEN, ESSAYS, SPRINGS, Run

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes on Linux only")

FOLDER, GOOD, BAD = b"l\xfe\xe6\xb3 b", b"sprin\xffgs.yaml", b"bad\xff\\.yaml"
SHOWN_FOLDER, SHOWN_GOOD, SHOWN_BAD = r"l\xfe\xe6\xb3 b", r"sprin\xffgs.yaml", r"bad\xff\\.yaml"


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


HOSTILE = "h\x1b]0;x\x07\u202e\x9b\n\t\u00ad\U000e0041\\ 夏.d"
SHOWN_HOSTILE = r"h\x1b]0;x\x07\u202e\u009b\x0a\x09\u00ad\U000e0041\\ 夏.d"


@pytest.mark.parametrize(
    "words",
    [
        ["check", "L"],
        ["check", "L", "--format", "github"],
        ["fmt", "--check", "L"],
        ["fmt", "--diff", "L"],
        ["fmt", "L/none.yaml"],
        ["list", "--library", "L"],
        ["search", "water", "--library", "L"],
        ["status", "L"],
        ["status", "--todo", "L"],
        ["L"],
        ["new", "L/essays"],
        ["new", "L/autumn"],
        ["new", "article", "L/essays.yaml", "words"],
        ["import", "L/none"],
        ["L/empty"],
        ["marks", "import", "L/none"],
        ["config", "--init"],
        ["doctor"],
        ["check", "L", "--fix", "--diff"],
    ],
)
def test_characters_that_act_are_shown_as_escapes(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    library = tmp_path / HOSTILE
    (library / "empty").mkdir(parents=True)
    (library / "essays.yaml").write_text(
        ESSAYS.lstrip().replace("談談泉水", "談,談泉水").replace("words\n", "words\n\n\n"), "utf-8"
    )
    (library / "bad.yaml").write_text(BROKEN.lstrip(), encoding="utf-8")
    for name in ("CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(library))
    _, out, err = run(*(word.replace("L", str(library)) if word[0] == "L" else word for word in words))
    shown = SHOWN_HOSTILE.replace(r"\x0a", "%0A") if "github" in words else SHOWN_HOSTILE
    assert shown in out + err
    assert "\ufffd" not in out + err
    assert not set(out + err) & set("\x1b\x07\u202e\x9b\t\u00ad\U000e0041")


def test_programs_get_the_very_path(run: Run, tmp_path: Path) -> None:
    (tmp_path / HOSTILE).mkdir()
    path = tmp_path / HOSTILE / "bad.yaml"
    path.write_text(BROKEN.lstrip(), encoding="utf-8")
    out = run("check", str(path), "--json").out
    assert json.loads(out)[0]["path"] == str(path)
    assert not set(out) & set("\x1b\x07\u202e\x9b\U000e0041\ufffd")
    assert json.loads(run("list", "--library", str(path.parent), "--json").out)[0]["path"] == str(path)
    [result, *_] = json.loads(run("check", str(path), "--format", "sarif").out)["runs"][0]["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote(uri) == str(path)
