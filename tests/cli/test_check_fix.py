from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.errors import ReaderError
from reader.source.snapshot import Snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.fixture
def path(folder: Path) -> Path:
    path = folder / "essays.yaml"
    text = path.read_text(encoding="utf-8").replace("谈谈泉水。", "'谈谈,泉 水。'")
    text = text.replace("      - id: words\n        title", "      - title")
    path.write_text(text, encoding="utf-8")
    path.chmod(0o600)
    return path


def test_a_difference_is_shown_and_nothing_written(run: Run, path: Path) -> None:
    before = path.read_bytes()
    code, out, err = run("check", str(path), "--diff")
    assert code == 1
    assert "-          - {en: A word about spring water., zh-Hant: 談談泉水。, zh-Hans: '谈谈,泉 水。'}\n" in out
    assert "+          - {en: A word about spring water., zh-Hant: 談談泉水。, zh-Hans: '谈谈，泉水。'}\n" in out
    assert err == "1 of 1 file would be fixed\n"
    assert path.read_bytes() == before


def test_faults_with_one_answer_are_fixed_and_the_others_reported(run: Run, path: Path) -> None:
    code, out, err = run("check", str(path), "--fix", "--diff")
    assert code == 0
    assert "+      - id: words\n" in out
    assert err == "1 of 1 file fixed\nno problems in 1 file\n"
    assert "谈谈，泉水。" in path.read_text(encoding="utf-8")
    assert path.stat().st_mode & 0o777 == 0o600
    assert run("check", str(path), "--fix").err == "0 of 1 file fixed\nno problems in 1 file\n"
    assert run("check", str(path), "--diff") == (0, "", "0 of 1 file would be fixed\n")


def test_files_must_be_named(run: Run) -> None:
    assert run("check", "--fix").code == 2


def test_a_file_that_cannot_be_written_is_left(run: Run, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_: object) -> None:
        raise ReaderError("the disk is full")

    before = path.read_bytes()
    monkeypatch.setattr(Snapshot, "replace", refuses)
    code, _, err = run("check", str(path), "--fix")
    assert code == 2
    assert err.startswith("reader: the disk is full\n")
    assert path.read_bytes() == before
