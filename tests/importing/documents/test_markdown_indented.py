"""Indented boxes, tabs and lists of MkDocs and Pandoc."""

import pytest

from tests.importing.documents.reading import document, pairs, read

LINES = [("修伞的人来了。", "The mender has come."), ("他打开箱子。", "He opens his box.")]


def _units(text):
    return [(unit.kind, unit.text.text) for unit in document("a.md", text.encode()).units]


def test_boxes_of_mkdocs_have_their_text_and_title():
    text = (
        '!!! note "工钱"\n\n    三元。\n\n    - 铜丝\n\n        ```\n        salt --all\n        ```\n\n后来下雨了。\n'
    )
    assert _units(text) == [
        *(("heading", "工钱"), ("paragraph", "三元。"), ("item", "铜丝")),
        *(("code", "salt --all"), ("paragraph", "后来下雨了。")),
    ]


def test_a_box_in_a_box_and_a_quotation():
    text = "??? tip\n    外面。\n\n    !!! quote\n        里面。\n"
    assert _units(text) == [("paragraph", "外面。"), ("quotation", "里面。")]


def test_tabs_with_names_of_languages_are_texts_in_these():
    tabs = "".join(f'=== "中文"\n\n    {zh}\n\n=== "English"\n\n    {en}\n\n' for zh, en in LINES)
    assert pairs(read("a.md", tabs)) == [("paragraph", *line) for line in LINES]


@pytest.mark.parametrize("text", ["```\n!!! note\n    a\n```\n", "!!! note\nkein Kasten\n"])
def test_marks_in_code_and_without_indented_text_stay(text):
    assert "!!! note" in _units(text)[0][1]


@pytest.mark.parametrize("marks", [("#.", "#."), ("a)", "b)"), ("(a)", "(b)")])
def test_items_with_signs_of_pandoc_are_a_list(marks):
    one, other = marks
    assert _units(f"{one} 钳子\n{other} 铜丝\n") == [("item", "钳子"), ("item", "铜丝")]


def test_one_letter_with_a_bracket_is_no_list():
    assert _units("b) 铜丝\n\n雨停了。\n")[0] == ("paragraph", "b) 铜丝")


def test_definitions_of_abbreviations_are_no_text():
    assert _units("雨停了。\n\n*[HTML]: Hyper Text\n") == [("paragraph", "雨停了。")]


def test_a_caption_above_a_table_is_its_caption():
    assert _units("- 钳子\n\n: 各月的雨\n\n| 月 | 雨 |\n|---|---|\n| 四 | 14 |\n")[1:3] == [
        ("caption", "各月的雨"),
        ("row", "月 | 雨"),
    ]


def test_callouts_and_widths_of_obsidian():
    text = "> [!quote]+\n> 伞会坏。\n\n> [!example]- \n> 三元。\n\n![[rain.png|400]]\n"
    assert _units(text) == [("quotation", "伞会坏。"), ("paragraph", "三元。"), ("figure", "")]
