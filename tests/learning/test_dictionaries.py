"""Several dictionaries as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.learning.building import DictionaryText
from reader.learning.cedict import entries
from reader.learning.dictionaries import Dictionaries
from reader.learning.dictionary import Dictionary, row_of
from reader.learning.english import index

if TYPE_CHECKING:
    from pathlib import Path


def made(folder: Path, name: str, *lines: str) -> Dictionary:
    found = list(entries(lines))
    return Dictionary(
        str(folder / name), name, lambda: DictionaryText(name, map(row_of, found), sorted(index(found, {}).items()))
    )


def test_the_first_dictionary_that_has_a_word_answers_and_a_damaged_one_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "damaged").write_bytes(b"no dictionary" * 100)
    held = Dictionaries(
        [
            ("damaged", Dictionary(str(tmp_path / "damaged"), "", None)),
            ("first", made(tmp_path, "first", "江 江 [jiang1] /river/")),
            ("second", made(tmp_path, "second", "長江 长江 [Chang2 Jiang1] /Yangtze/", "江 江 [jiang1] /stream/")),
        ]
    )
    assert held.longest("在长江边", 1) == 2
    answer = held.answer("江")
    assert (answer.source, answer.entries[0].senses) == ("first", ("river",))
    assert "cannot be read" in answer.fault
    answer = held.answer("长江")
    assert (answer.source, [part.text for part in answer.inner]) == ("second", ["江"])
    assert held.answer("streams").entries[0].simplified == "江"
    assert held.answer("没有").entries == ()
    held.close()
