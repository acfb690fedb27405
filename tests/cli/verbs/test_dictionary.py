from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.learning.own_dictionaries import folder
from tests.learning.stardicts import write_stardict

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def test_a_dictionary_is_added_answers_first_and_is_removed(run: Run, tmp_path: Path) -> None:
    assert run("dictionary").out == "CC-CEDICT\n"
    assert (
        run("dictionary", "add", str(write_stardict(tmp_path))).err == "reader: Small-Words was added, with 3 entries\n"
    )
    assert json.loads(run("dictionary", "list", "--json").out) == ["Small-Words", "CC-CEDICT"]
    assert run("lookup", "水").out.startswith("Small-Words\n水\n  water/liquid\nCC-CEDICT\n水  shuǐ\n")
    assert [entry["dictionary"] for entry in json.loads(run("lookup", "--json", "水").out)][:2] == [
        "Small-Words",
        "CC-CEDICT",
    ]
    assert run("dictionary", "remove", "Small-Words").code == 0
    assert run("dictionary", "remove", "Small-Words").code == 2
    assert run("lookup", "水").out.startswith("水  shuǐ\n")


def test_wrong_words_and_files_are_told(run: Run, tmp_path: Path) -> None:
    assert run("dictionary", "add").code == 2
    assert run("dictionary", "burn", "x").code == 2
    assert run("dictionary", "add", str(tmp_path)).code != 0
    own = tmp_path / "Small-Words.u8"
    own.write_text("泉 泉 [quan2] /spring/\n", encoding="utf-8")
    assert run("dictionary", "add", str(own)).err == "reader: Small-Words was added, with 1 entry\n"
    told = run("dictionary", "add", str(write_stardict(tmp_path))).err
    assert told == "reader: Small-Words takes the place of the one of its name, with 3 entries\n"
    (tmp_path / "x.txt").write_text("nothing")
    assert "has no entry" in run("dictionary", "add", str(tmp_path / "x.txt")).err


def test_entries_that_are_left_out_are_counted(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own.u8"
    own.write_text("# a comment\n\n泉 泉 [quan2] /spring/\n水 shui /water/\n河 [he2] /river/\n", encoding="utf-8")
    told = run("dictionary", "add", str(own)).err
    assert told == "reader: own was added, with 1 entry; 2 entries left out: damaged, or without a text\n"
    path = write_stardict(tmp_path)
    index = (tmp_path / "small.idx").read_bytes()
    (tmp_path / "small.idx").write_bytes(index[:-8] + (9_999).to_bytes(4, "big") + index[-4:])
    told = run("dictionary", "add", str(path)).err
    assert told == "reader: Small-Words was added, with 2 entries; 1 entry left out: damaged, or without a text\n"


def test_a_program_of_the_reader_s_answers_too(run: Run, wrong_settings: Path) -> None:
    command = [sys.executable, "-c", "import sys; print('own:', sys.argv[1])", "{word}"]
    wrong_settings.write_text(f"dictionary-command = {json.dumps(command)}\n", encoding="utf-8")
    code, out, err = run("lookup", "xyzzy")
    assert (code, out, err) == (0, "own: xyzzy\n", "")
    wrong_settings.write_text('dictionary-command = ["/no/such/program"]\n', encoding="utf-8")
    code, out, err = run("lookup", "桥")
    assert code == 0
    assert out.startswith("桥 橋")
    assert "cannot be started" in err


def test_a_damaged_dictionary_is_told_and_the_others_answer(run: Run, tmp_path: Path) -> None:
    run("dictionary", "add", str(write_stardict(tmp_path)))
    Path(folder(), "Small-Words.sqlite").write_bytes(b"no database" * 1000)
    code, out, err = run("lookup", "水")
    assert code == 0
    assert out.startswith("水  shuǐ\n")
    assert "Small-Words.sqlite cannot be read, add the dictionary again" in err
