from __future__ import annotations

import gzip
import os
from typing import TYPE_CHECKING

import pytest

from reader.errors import NotFoundError, UnusableError
from reader.learning.own_dictionaries import Added, add, folder, in_order, own_dictionary, own_names, remove
from tests.learning.stardicts import write_stardict

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _own_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def test_a_stardict_dictionary_answers_in_both_directions(tmp_path: Path) -> None:
    assert add(str(write_stardict(tmp_path))) == Added("Small-Words", 3, replaced=False)
    assert own_names() == ["Small-Words"]
    words = own_dictionary("Small-Words")
    assert words.entries("水")[0].senses == ("water/liquid",)
    assert words.entries("bridge")[0].traditional == "Bridge"
    assert [entry.traditional for entry in words.answers("water")] == ["水", "Bridge"]


@pytest.mark.parametrize("is_packed", [False, True])
def test_a_text_as_cc_cedict_s_is_added_and_replaced(tmp_path: Path, is_packed: bool) -> None:
    path = tmp_path / ("own.u8.gz" if is_packed else "own.u8")
    for sense in ("bridge", "plank"):
        text = f"# mine\n橋 桥 [qiao2] /{sense}/CL:座[zuo4]/\nno entry\n".encode()
        path.write_bytes(gzip.compress(text) if is_packed else text)
        assert add(str(path)) == Added("own", 1, replaced=sense == "plank", left_out=1)
        [entry] = own_dictionary("own").entries("桥")
        assert (entry.senses, entry.classifiers[0].simplified) == ((sense,), "座")
    assert own_names() == ["own"]
    remove("own")
    assert own_names() == []
    with pytest.raises(NotFoundError):
        remove("own")


@pytest.mark.parametrize("content", [b"", b"no entry\n", b"\xff\xfe", b"\x1f\x8b damaged", None])
def test_a_file_without_entries_is_refused_and_nothing_added(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "own.u8"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnusableError):
        add(str(path))
    assert own_names() == []


def test_no_name_leads_out_of_the_folder(tmp_path: Path) -> None:
    path = write_stardict(tmp_path)
    path.write_text(path.read_text().replace("Small Words", "../../up/.hidden"))
    name = add(str(path)).name
    assert "/" not in name
    assert not name.startswith(".")
    assert os.listdir(folder()) == [f"{name}.sqlite"]
    with pytest.raises(NotFoundError):
        remove("../data")


def test_a_damaged_copy_is_kept_and_told(tmp_path: Path) -> None:
    add(str(write_stardict(tmp_path)))
    copy = os.path.join(folder(), "Small-Words.sqlite")
    with open(copy, "wb") as file:
        file.write(b"no database" * 1000)
    with pytest.raises(UnusableError, match="add the dictionary again"):
        own_dictionary("Small-Words").entries("水")
    assert os.path.exists(copy)


def test_wanted_names_come_first() -> None:
    assert in_order(["a", "b", "c"], ["c", "x", "a"]) == ["c", "a", "b"]
