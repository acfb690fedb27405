from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.learning import building
from reader.learning.building import DictionaryText, rows_of
from reader.learning.bundled import bundled_dictionary
from reader.learning.dictionary import Dictionary
from reader.search.stemming import stem
from tests.drawing import examples

LINES = (
    "# a comment",
    "全長 全长 [quan2 chang2] /overall length/",
    "全 全 [quan2] /whole/",
    "長 长 [Chang2] /surname Chang/",
    "長 长 [chang2] /long/",
    "長 长 [zhang3] /chief/to grow/",
    "no entry at all",
    "橋 桥 [qiao2] /bridge/",
)
GLOSSES = tuple(sorted({stem("bridge"): (5,), stem("chief"): (4,), stem("long"): (3,)}.items()))


def dictionary(
    path: Path, source: str = "one", lines: tuple[str, ...] = LINES, most_kept: tuple[int, int] = (100, 100)
) -> Dictionary:
    def text() -> DictionaryText:
        return DictionaryText(source, rows_of(lines), GLOSSES)

    return Dictionary(str(path / "d" / "words.sqlite"), source, text, most_kept)


def test_the_longest_word_at_a_place_comes_first_in_either_script(tmp_path: Path) -> None:
    words = dictionary(tmp_path)
    assert [found.text for found in words.words_from("桥全长二里", 1)] == ["全长", "全"]
    assert [found.text for found in words.words_from("橋全長二里", 1)] == ["全長", "全"]
    assert words.words_from("桥全长", 3) == []
    assert [found.text for found in words.words_in("这桥全长 x")] == ["桥", "全长"]


def test_readings_of_a_word_come_before_names(tmp_path: Path) -> None:
    assert [entry.pinyin for entry in dictionary(tmp_path).entries("长")] == ["chang2", "zhang3", "Chang2"]


def test_a_word_comes_before_the_part_of_others_that_is_written_as_it(tmp_path: Path) -> None:
    lines = ("傢 家 [jia1] /used in 傢伙|家伙[jia1 huo5]/", "家 家 [Jia1] /surname Jia/", "家 家 [jia1] /home/")
    entries = dictionary(tmp_path, lines=lines).entries("家")
    assert [entry.senses[0] for entry in entries] == ["home", "used in 傢伙|家伙[jia1 huo5]", "surname Jia"]


def test_english_words_are_answered_in_the_order_of_the_index(tmp_path: Path) -> None:
    words = dictionary(tmp_path)
    assert [entry.simplified for entry in words.answers("the bridges")] == ["桥"]
    assert words.answers("long bridge") == []
    assert words.answers("") == []


def test_the_file_is_made_once_and_again_from_another_text(tmp_path: Path) -> None:
    first = dictionary(tmp_path)
    assert not Path(first.path).exists()
    first.entries("桥")
    first.close()
    assert Path(first.path).exists()
    kept = dictionary(tmp_path, lines=())  # the same source: the file is taken as it is
    assert kept.entries("桥")
    kept.close()
    assert dictionary(tmp_path, "two", ("水 水 [shui3] /water/",)).entries("桥") == []


@pytest.mark.parametrize("content", [b"", b"no database" * 1000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_made_anew(tmp_path: Path, content: bytes) -> None:
    words = dictionary(tmp_path)
    words.entries("桥")
    words.close()
    (tmp_path / "d" / "words.sqlite").write_bytes(content)
    assert dictionary(tmp_path).entries("桥")


def test_a_table_that_is_gone_is_made_anew(tmp_path: Path) -> None:
    words = dictionary(tmp_path)
    words.entries("桥")
    words.close()
    with closing(sqlite3.connect(words.path)) as connection:
        connection.execute("DROP TABLE glosses")
    assert dictionary(tmp_path).answers("bridge")


def test_without_a_folder_to_write_in_it_answers_from_memory(tmp_path: Path) -> None:
    (tmp_path / "d").write_text("a file where the folder would be")
    assert dictionary(tmp_path).entries("桥")


def test_a_build_that_fails_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "words.sqlite"
    with pytest.raises(sqlite3.IntegrityError):
        building.build(str(path), DictionaryText("x", rows_of(LINES), (("a", (1,)), ("a", (1,)))))
    assert list(tmp_path.iterdir()) == []


def test_the_bundled_dictionary_has_polyphones_by_their_words_and_english_back() -> None:
    words = bundled_dictionary()
    assert [entry.pinyin for entry in words.entries("全长")] == ["quan2 chang2"]
    assert words.entries("头发")[0].pinyin == "tou2 fa5"
    assert words.entries("頭髮") == words.entries("头发")
    assert words.entries("泉水")[0].classifiers[0].simplified == "股"
    for english, chinese in (("bridges", "桥"), ("neighbours", "邻居"), ("to walk", "走"), ("spring water", "泉水")):
        assert chinese in [entry.simplified for entry in words.answers(english)][:8]


def test_threads_ask_one_dictionary_at_the_same_time() -> None:
    dictionary = bundled_dictionary()
    found: list[int] = []

    def ask() -> None:
        found.extend(len(dictionary.words_from("石拱桥在河上", 0)) for _ in range(60))

    threads = [Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 240
    assert len(set(found)) == 1


@given(st.lists(st.sampled_from(["长", "全长", "桥", "橋", "x", "十", "桥全"]), max_size=12))
@examples(60)
def test_kept_answers_are_those_of_the_file(tmp_path_factory: pytest.TempPathFactory, asked: list[str]) -> None:
    folder = tmp_path_factory.getbasetemp() / "kept"
    with closing(dictionary(folder, most_kept=(6, 2))) as kept, closing(dictionary(folder, most_kept=(0, 0))) as plain:
        for word in asked:
            expected = {each: plain.entries_of((each,)).get(each, ()) for each in asked}
            assert kept.entries(word) == list(expected[word])
            assert kept.entries_of(asked) == {each: entries for each, entries in expected.items() if entries}


ENGLISH = ("bridge", "long", "the long bridge", "bridges", "chief", "x", "", "a bridge or chief")


@given(st.lists(st.sampled_from(ENGLISH), max_size=10))
@examples(60)
def test_kept_answers_for_english_are_those_of_the_file(
    tmp_path_factory: pytest.TempPathFactory, asked: list[str]
) -> None:
    folder = tmp_path_factory.getbasetemp() / "kept"
    with closing(dictionary(folder, most_kept=(6, 2))) as kept, closing(dictionary(folder, most_kept=(0, 0))) as plain:
        for word in asked:
            assert kept.answers(word) == plain.answers(word)
            assert kept.answers_of(asked) == {each: tuple(plain.answers(each)) for each in asked}


def test_words_of_a_text_are_asked_in_one_query_and_not_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words, asked = dictionary(tmp_path), list[str]()
    ask = Dictionary._asked
    monkeypatch.setattr(Dictionary, "_asked", lambda self, *question: asked.append(question[1]) or ask(self, *question))
    for text in (["桥", "全长", "x"], ["x", "桥"], ["全长", "长"]):
        words.entries_of(text)
    assert [set(json.loads(each)) for each in asked] == [{"桥", "全长", "x"}, {"长"}]
    asked.clear()
    words.answers_of(["bridges", "long"])
    assert len(asked) == 2  # the words of the glosses, and their entries
    words.answers_of(["long"])
    assert len(asked) == 2
