"""The file of judged words: the later judgement holds, nothing is overwritten, damage is told."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import UnusableError
from reader.learning import known_words
from reader.learning.known_words import SIGNATURE, JudgedWord, KnownWords
from reader.learning.vocabulary import ReaderLevel, ReaderVocabulary, with_kept
from reader.learning.word_keys import key_of
from reader.learning.word_levels import BEYOND_LEVEL, level_of, thousand_of
from reader.learning.word_list_text import from_lines, to_lines
from reader.marks.mark import TextQuote
from tests.invented.flipping import flip
from tests.marks.made import mark


@pytest.fixture
def words(tmp_path: Path) -> KnownWords:
    return KnownWords(str(tmp_path / "data" / "words.sqlite"))


def known(word: str, changed: int = 1, *, is_known: bool = True) -> JudgedWord:
    return JudgedWord(word, is_known, changed)


def test_a_word_has_one_judgement_in_any_form_and_the_later_one_holds(words: KnownWords) -> None:
    assert words.all() == {}
    assert not Path(words.path).exists()  # asking makes no file
    assert words.put([known("頭髮", 5), known("Springs", 5), known("  ")]) == 2
    assert words.put([known("头发", 4, is_known=False)]) == 0
    assert words.put([known("spring", 6, is_known=False)]) == 1
    assert list(words.all().values()) == [known("spring", 6, is_known=False), known("頭髮", 5)]


def test_what_is_written_at_once_is_all_kept(words: KnownWords, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_words, "BUSY_SECONDS", 300.0)  # one may be kept waiting while it holds the file
    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(KnownWords(words.path).put, [known(word)]) for word in "一二三四五六七八九十百千"]:
            done.result()
    assert len(words.all()) == 12


def test_a_file_of_a_newer_version_is_left_as_it_is(words: KnownWords) -> None:
    words.put([known("桥")])
    with closing(sqlite3.connect(words.path)) as file:
        file.execute(f"PRAGMA user_version = {SIGNATURE.version + 1}")
    with pytest.raises(UnusableError, match="newer version"):
        words.all()
    with pytest.raises(UnusableError, match="newer version"):
        words.put([known("河")])


@pytest.mark.parametrize("damage", ["text", "trigger"])
def test_a_file_that_is_none_is_put_aside_and_told(words: KnownWords, damage: str) -> None:
    words.put([known("桥")])
    if damage == "text":
        Path(words.path).write_bytes(b"no database" * 1000)
        for ending in ("-wal", "-shm"):
            Path(words.path + ending).unlink(missing_ok=True)
    else:
        with closing(sqlite3.connect(words.path)) as file:
            file.execute("CREATE TRIGGER t AFTER INSERT ON words BEGIN DELETE FROM words; END")
    words.put([known("河")])
    assert [word.word for word in words.all().values()] == ["河"]
    assert "damaged" in words.notice
    assert len(list(Path(words.path).parent.glob("words.sqlite.damaged-*"))) >= 1


@pytest.mark.parametrize("seed", range(6))
def test_flipped_bits_never_change_a_word_in_silence(words: KnownWords, seed: int) -> None:
    truth = {word.key: word for word in (known(f"{first}{last}") for first in "桥河水山木" for last in "上下东西中")}
    words.put(truth.values())
    with closing(sqlite3.connect(words.path)) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    flip(Path(words.path), 3, seed)
    try:
        found = words.all()
    except UnusableError:
        return
    assert found == truth or words.notice
    assert all(truth.get(key) == word for key, word in found.items())


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UnusableError, match="words cannot be kept"):
        KnownWords(str(tmp_path / "file" / "words.sqlite")).put([known("桥")])


@given(st.lists(st.builds(JudgedWord, st.text("水泉spring -'", min_size=1), st.booleans(), st.integers(0, 2**53))))
def test_a_text_of_words_gives_the_same_words(drawn: list[JudgedWord]) -> None:
    kept = [JudgedWord(word.word.strip(), word.is_known, word.changed) for word in drawn if word.word.strip()]
    read = from_lines(to_lines(kept), 7)
    assert list(read.words) == [word for word in kept if len(word.word) <= 80]


def test_lines_without_a_word_are_told_with_their_numbers() -> None:
    read = from_lines("\ufeff水\n# a comment\n\n河\tperhaps\n山\tunknown\t5\n木\tknown\t-1\n" + "x" * 81, 7)
    assert read.words == (known("水", 7), known("山", 5, is_known=False))
    assert [number for number, _ in read.bad] == [4, 6, 7]


def test_words_have_levels_and_thousands() -> None:
    assert level_of("水").level == 1
    assert level_of("趵突泉").level == BEYOND_LEVEL
    assert level_of("研究").zipf > level_of("研究生").zipf > level_of("泉水").zipf > 0
    assert thousand_of("Water's") == 1
    assert thousand_of("bridges") == thousand_of("bridge") < thousand_of("porcelain") < thousand_of("aquifer")


def test_the_reader_knows_words_by_judgement_by_keeping_and_by_level() -> None:
    judged = {word.key: word for word in (known("趵突泉"), known("水", 5, is_known=False), known("aquifer"))}
    kept = [
        mark("a", "word", quotations=(TextQuote("p1", "zh-Hans", "朋友"),), made=3),
        mark("b", "word", quotations=(TextQuote("p1", "zh-Hans", "水"),), made=3),
        mark("c", "note", quotations=(TextQuote("p1", "zh-Hans", "河"),)),
    ]
    vocabulary = ReaderVocabulary(with_kept(judged, kept), ReaderLevel(4, 4))
    expected = {"趵突泉": True, "水": False, "aquifer": True, "朋友": False, "河": True, "研究": True, "瓷器": False}
    assert {word: vocabulary.knows(word) for word in expected} == expected
    assert vocabulary.knows("歷史", "历史")
    assert not ReaderVocabulary({}, ReaderLevel(0, 0)).knows("水")
    assert key_of("頭髮") == key_of("头发")
