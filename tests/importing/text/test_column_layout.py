"""How wide columns are, and how many, told by the widths of lines."""

import pytest

from reader.importing.text.column_layout import ColumnLayout, candidate_layouts, densest_width_em
from reader.importing.text.column_search import choose_layout
from reader.importing.text.languages import chinese_and_english
from reader.importing.text.text_runs import TextRun, split_line

LEFT = ["渡口的石阶一共四十二级，水大的时候只", "露出九级。摆渡船每天清早开第一班，坐", "的都是去对岸卖菜的人。"]
RIGHT = ["船老大姓翁，撑了三十一年，从来没有", "让谁等过一袋烟的工夫。他说过河的人", "都有要紧的事。"]


def runs(lines: list[str]) -> list[TextRun]:
    languages = chinese_and_english("".join(lines))
    return [run for number, line in enumerate(lines) for run in split_line(number, line, languages, 0)]


def test_the_densest_width_is_the_upper_end_and_the_wider_of_equals() -> None:
    assert densest_width_em([10.0, 10.2, 10.4, 20.0, 3.0], 0.5) == 10.4
    assert densest_width_em([5.0, 9.0], 0.5) == 9.0
    assert densest_width_em([], 0.5) == 0


def test_gutters_tell_the_number_and_the_width_of_chinese_columns() -> None:
    layouts = candidate_layouts(runs([f"{a} {b}" for a, b in zip(LEFT, RIGHT, strict=True)]))
    assert layouts[0].columns == 2
    assert layouts[0].is_han
    assert layouts[0].width_em == pytest.approx(17, abs=1.1)


def test_one_column_is_chosen_where_lines_are_alone() -> None:
    assert choose_layout(runs([*LEFT, *RIGHT])).columns == 1


def test_more_and_wider_columns_are_less_likely() -> None:
    assert ColumnLayout(20.0, 1).prior > ColumnLayout(20.0, 2).prior
    assert ColumnLayout(38.0, 1).prior > ColumnLayout(45.0, 1).prior


def test_no_runs_have_a_layout_too() -> None:
    assert candidate_layouts([]) == [ColumnLayout(0.0, 1)]
