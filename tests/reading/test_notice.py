"""The notice of marks that cannot be read: in the language of the interface, once."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from reader.marks.store import MarkStore
from reader.reading.memory import Memory
from reader.ui.strings import strings_in
from tests.marks.made import mark

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("language", "words"), [("en", "2 marks cannot be read"), ("zh", "有 2 条读不出")])
def test_marks_that_cannot_be_read_are_told_once_in_the_reader_s_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    memory, strings = Memory(), strings_in(language)
    MarkStore(memory.path).put([mark("a"), mark("b"), mark("c")])
    with closing(sqlite3.connect(memory.path)) as file, file:
        file.execute("UPDATE marks SET mark = replace(mark, '洨河', '黄河') WHERE id < 'c'")
    assert [each.id for each in memory.all()] == ["c"]
    told = memory.take_notice(strings.unreadable_marks)
    assert words in told
    assert told.startswith("marks.sqlite")
    assert memory.take_notice(strings.unreadable_marks) == ""
