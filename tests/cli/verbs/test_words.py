from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reader.marks.mark import TextQuote, default_path
from reader.marks.store import MarkStore
from tests.marks.made import mark

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_words_are_judged_listed_and_go_from_machine_to_machine(run: Run, tmp_path: Path) -> None:
    assert run("words").out == ""
    assert run("words", "known", "泉水", "Springs").err == "reader: 2 words known\n"
    run("words", "unknown", "泉水")
    MarkStore(default_path()).put([mark("a", "word", quotations=(TextQuote("p1", "zh-Hans", "石桥"),))])
    assert run("words").out == "Springs\tknown\n泉水\tunknown\n石桥\tunknown\n"
    assert [word["known"] for word in json.loads(run("words", "list", "--json").out)] == [True, False, False]
    path = tmp_path / "words.tsv"
    exported = run("words", "export").out
    assert run("words", "export", "-o", str(path)).code == 0
    assert path.read_text("utf-8") == exported
    run("words", "known", "泉水")
    assert run("words", "import", str(path)).out == "3 words: 2 taken in\n"  # the judgement of before is no news
    assert "泉水\tknown\n" in run("words").out


def test_a_plain_list_is_of_known_words_and_bad_lines_are_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("水\n河\tnever\n\x1b[31m山\n", "utf-8")
    code, out, err = run("words", "import", str(tmp_path / "list.txt"))
    assert (code, out) == (1, "2 words: 2 taken in, 1 left out\n")
    assert err.endswith("list.txt:2: a word is known or unknown; left out\n")
    assert "\x1b" not in run("words").out


def test_wrong_words_and_files_are_told(run: Run, tmp_path: Path) -> None:
    for wrong in (["known"], ["unknown"], ["import"], ["import", "a", "b"], ["burn"], ["list", "x"]):
        assert run("words", *wrong).code == 2
    assert "cannot be read" in run("words", "import", str(tmp_path)).err
    (tmp_path / "bytes").write_bytes(b"\xff\xfe")
    assert "not in UTF-8: byte 0" in run("words", "import", str(tmp_path / "bytes")).err
