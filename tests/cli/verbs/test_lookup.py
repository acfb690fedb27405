from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def test_a_chinese_word_has_its_reading_senses_and_classifiers(run: Run) -> None:
    code, out, err = run("lookup", "泉水", "桥")
    assert (code, err) == (0, "")
    assert (
        out == "泉水  quán shuǐ\n  spring water\n  classifiers: 股 gǔ\n桥 橋  qiáo\n  bridge\n  classifiers: 座 zuò\n"
    )


def test_a_longer_text_has_the_entries_of_its_words(run: Run) -> None:
    out = run("lookup", "这桥全长五十米长", "--readings", "numbers").out
    heads = [line for line in out.splitlines() if not line.startswith(" ")]
    assert "全长 全長  quan2 chang2" in heads
    assert "米  mi3" in heads


def test_english_words_are_one_expression_between_chinese_ones(run: Run) -> None:
    assert run("lookup", "spring", "water", "水").out.startswith("泉水  ")
    assert "走  zǒu\n" in run("lookup", "to walk").out


def test_readings_in_zhuyin(run: Run) -> None:
    assert run("lookup", "--readings", "zhuyin", "桥").out.startswith("桥 橋  ㄑㄧㄠˊ\n")


def test_readings_in_the_senses_are_written_as_those_of_the_words(run: Run) -> None:
    assert "used in 傢伙|家伙[jiā huo]" in " ".join(run("lookup", "家").out.split())
    assert "[jia1 huo5]" in run("lookup", "家", "--readings", "numbers").out


def test_lines_are_as_wide_as_wanted(run: Run) -> None:
    assert all(len(line) <= 30 for line in run("lookup", "--width", "30", "neighbours").out.splitlines())


def test_json_has_all_of_an_entry(run: Run) -> None:
    [entry] = json.loads(run("lookup", "--json", "泉水").out)
    assert entry == {
        "dictionary": "CC-CEDICT",
        "simplified": "泉水",
        "traditional": "泉水",
        "reading": "quán shuǐ",
        "senses": ["spring water"],
        "classifiers": [{"simplified": "股", "traditional": "股", "reading": "gǔ"}],
    }


def test_nothing_found_is_told_and_exits_with_1(run: Run) -> None:
    assert run("lookup", "xyzzy") == (1, "", "reader: no dictionary has xyzzy\n")
    assert run("lookup", "--json", "xyzzy\x1b").out == "[]\n"
    assert "\x1b" not in run("lookup", "xyzzy\x1b").err


def test_a_word_is_needed(run: Run) -> None:
    assert run("lookup").code == 2
