"""``check`` says the same with the results of earlier checks and without them, byte for byte."""

from __future__ import annotations

import io
import os
import shutil
import sqlite3
from contextlib import closing, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from reader.catalogue import check_cache
from reader.catalogue.check_cache import FILE_NAME
from reader.cli import checking
from reader.cli.main import main
from reader.folders import cache_folder
from tests.cli.conftest import BROKEN, ESSAYS, SPRINGS
from tests.drawing import examples

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Run

PICTURED = SPRINGS.lstrip().replace("placed: yes", "placed: yes\n            file: a.png")
FORMATS = ("text", "json", "sarif", "github")


def said(*argv: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(["check", *argv])
    return code, out.getvalue(), err.getvalue()


def write(name: str, text: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_text(text, encoding="utf-8")


def picture(folder: Path, form: str = "PNG", name: str = "a.png") -> None:
    (folder / "springs").mkdir(exist_ok=True)
    Image.new("L", (2, 2)).save(folder / "springs" / name, form)
    os.utime(folder / "springs" / name, (1, 1))


def no_picture(folder: Path) -> None:
    shutil.rmtree(folder / "springs", ignore_errors=True)


def linked_picture(folder: Path) -> None:
    no_picture(folder)
    (folder / "springs").mkdir()
    Image.new("L", (2, 2)).save(folder / "out.png")
    (folder / "springs" / "a.png").symlink_to(folder / "out.png")


STEPS: dict[str, Callable[[Path], object]] = {
    "a recording": lambda folder: (folder / "springs").mkdir(exist_ok=True) or (folder / "springs" / "a.mp3").touch(),
    "an issue with a recording": write(
        "springs.yaml", PICTURED.replace("        figures:", "        audio: {file: a.mp3}\n        figures:")
    ),
    "an issue": write("springs.yaml", PICTURED),
    "an issue with a cover": write("springs.yaml", SPRINGS.lstrip() + "cover: a.png\n"),
    "another text": write("springs.yaml", PICTURED.replace("泉水四季", "泉水,四季")),
    "the same bytes under another name": write("brooks.yaml", PICTURED),
    "a file with errors": write("broken.yaml", BROKEN.lstrip()),
    "no YAML": write("broken.yaml", "a: [\x1b]]2;x\x07"),
    "many faults": write(
        "many.yaml", ESSAYS.lstrip().replace("Words", "Words\\e[31m") + "          - {en: 泉,水}\n" * 30
    ),
    "not UTF-8": lambda folder: (folder / "many.yaml").write_bytes(b"id: \xff\n"),
    "a picture": picture,
    "a picture of another format": lambda folder: picture(folder, "GIF"),
    "no picture": no_picture,
    "a broken picture": lambda folder: (picture(folder), (folder / "springs" / "a.png").write_bytes(b"x")),
    "a link out": linked_picture,
    "a rule as error": write(".reader.toml", '[rules]\nT702 = "error"\nR406 = "error"\n'),
    "a rule off": write(".reader.toml", '[rules]\nT701 = "off"\n'),
}


@examples(8)
@given(st.lists(st.sampled_from(sorted(STEPS)), min_size=2, max_size=6), st.booleans(), st.data())
def test_the_output_is_the_same_with_the_cache_and_without(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str], strict: bool, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("library")
    (folder / "essays.yaml").write_text(ESSAYS.lstrip(), encoding="utf-8")
    options = (str(folder), *(["--strict"] if strict else []))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(check_cache, "TICK_NS", -(10**12))  # pictures are kept although they are new
        for step in steps:
            STEPS[step](folder)
            for form in data.draw(st.permutations(FORMATS)):
                asked = (*options, "--format", form)
                assert said(*asked) == said(*asked, "--no-cache")


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were checked and not known."""
    names: list[str] = []
    real = checking._check
    monkeypatch.setattr(checking, "_check", lambda source: (names.append(Path(source.path).name), real(source))[1])
    return names


def test_a_file_is_checked_again_only_if_something_has_changed(
    run: Run, folder: Path, broken: Path, looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def checked() -> list[str]:
        looked_at.clear()
        run("check")
        return looked_at

    assert checked() == ["broken.yaml", "essays.yaml", "springs.yaml"]
    assert checked() == []
    os.utime(broken)
    assert checked() == []
    broken.write_text(BROKEN.lstrip() + "\n", encoding="utf-8")
    assert checked() == ["broken.yaml"]
    (folder / ".reader.toml").write_text('[rules]\nT701 = "off"\n')
    assert checked() == []
    monkeypatch.setattr(check_cache, "__version__", "9.9")
    assert len(checked()) == 3
    run("check", "--no-cache")
    assert len(looked_at) == 6
    run("check", str(folder / "springs.yaml"), "--fix")
    run("check", str(folder / "springs.yaml"))
    assert len(looked_at) == 6  # nothing is to be fixed in it


def test_what_may_be_otherwise_next_time_is_not_kept(
    run: Run, folder: Path, looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "essays.yaml").unlink()
    (folder / "springs.yaml").write_text(PICTURED, encoding="utf-8")
    picture(folder)
    run("check")
    run("check")
    assert len(looked_at) == 2  # the picture is as new as the check
    (folder / "springs" / "a.png").write_bytes(b"no picture")
    monkeypatch.setattr(check_cache, "TICK_NS", -(10**12))
    run("check")
    assert "R409" in run("check").out
    assert len(looked_at) == 4
    no_picture(folder)
    assert "did you mean" not in run("check").out
    picture(folder, name="b.png")
    assert "did you mean" not in run("check").out  # the ending alone is no likeness
    picture(folder, name="aa.png")
    assert "did you mean 'aa.png'?" in run("check").out
    assert len(looked_at) == 7
    monkeypatch.setattr(checking, "_check", lambda source: [][0])
    (folder / "springs.yaml").write_text(PICTURED + "\n", encoding="utf-8")
    assert "F107" in run("check").out
    monkeypatch.undo()
    assert "F107" not in run("check", str(folder / "springs.yaml")).out


def test_a_message_of_a_cache_goes_through_the_gate(run: Run, folder: Path) -> None:
    path = str(folder / "essays.yaml")
    run("check", path)
    cache = os.path.join(cache_folder(), FILE_NAME)
    content = b'[[], [[99999, 99999, "T702", "\\u001b]0;x\\u0007\\u202e' + b"m" * 9999 + b'", "\\ud800"]]]'
    with closing(sqlite3.connect(cache)) as database, database:
        key = os.fsencode(path)
        [digest] = database.execute("SELECT digest FROM checks WHERE path = ?", (key,)).fetchone()
        total = check_cache._sum(key, digest, content)
        database.execute("UPDATE checks SET content = ?, sum = ? WHERE path = ?", (content, total, key))
    for form in FORMATS:
        out = run("check", path, "--format", form).out
        assert "T702" in out
        assert len(out) < 3000
        assert not set(out) & set("\x1b\x07\u202e\ud800")


def test_a_cache_that_cannot_be_written_harms_nothing(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "essays.yaml"))
    assert run("check") == run("check", "--no-cache")


@pytest.mark.parametrize("names", [{"figure"}, {"cover"}, {"figure", "cover"}])
def test_a_picture_that_changes_or_goes_away_is_reported_though_the_issue_is_the_same(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, names: set[str]
) -> None:
    monkeypatch.setattr(check_cache, "TICK_NS", -(10**12))
    (folder / "essays.yaml").unlink()
    text = PICTURED if "figure" in names else SPRINGS.lstrip()
    (folder / "springs.yaml").write_text(text + ("cover: a.png\n" if "cover" in names else ""), encoding="utf-8")
    for change, found in ((picture, ""), (lambda at: picture(at, "GIF"), "R410"), (no_picture, "R406"), (picture, "")):
        change(folder)
        for _ in range(2):
            out = run("check").out
            assert [code for code in ("R406", "R409", "R410") if code in out] == [found] * bool(found)
