from __future__ import annotations

import pytest

from reader.learning.cedict import MAX_LINE_CHARS, Classifier, entries, entry_of


def test_a_line_has_both_scripts_a_reading_senses_and_classifiers() -> None:
    entry = entry_of("長橋 长桥 [chang2 qiao2] /long bridge/(fig.) a way; a means/CL:座[zuo4],條|条[tiao2]/\r\n")
    assert entry
    assert (entry.traditional, entry.simplified, entry.pinyin) == ("長橋", "长桥", "chang2 qiao2")
    assert entry.senses == ("long bridge", "(fig.) a way; a means")
    assert entry.classifiers == (Classifier("座", "座", "zuo4"), Classifier("條", "条", "tiao2"))
    assert not entry.is_name
    assert not entry.is_reference


def test_names_and_variants_are_known() -> None:
    name, variant = entry_of("泉 泉 [Quan2] /surname Quan/"), entry_of("泉 泉 [quan2] /old variant of 全[quan2]/")
    assert name
    assert name.is_name
    assert variant
    assert variant.is_reference


@pytest.mark.parametrize(
    "line",
    [
        "",
        "# a comment",
        "泉",
        "泉 泉 quan2 /spring/",
        "泉 泉 [quan2] spring",
        "泉 " * 100,
        "泉 泉 [q] /" + "x" * MAX_LINE_CHARS,
    ],
)
def test_lines_without_an_entry_are_passed_over(line: str) -> None:
    assert entry_of(line) is None
    assert list(entries([line, "泉 泉 [quan2] /spring/"])) == [entry_of("泉 泉 [quan2] /spring/")]


def test_control_characters_of_a_line_are_shown_as_replaced() -> None:
    entry = entry_of("泉 泉 [quan2] /a\x1b[31mspring\u202e/")
    assert entry
    assert "\x1b" not in entry.senses[0]
    assert "\u202e" not in entry.senses[0]
