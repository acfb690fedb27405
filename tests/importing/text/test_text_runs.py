"""Lines divided into runs of one script, and the gutters in them."""

import pytest

from reader.importing.text.languages import chinese_and_english
from reader.importing.text.text_runs import WordSpan, runs_by_script, split_line


def runs(text: str, full_width_em: float = 0.0) -> list[tuple[str, str]]:
    found = split_line(3, text, chinese_and_english(text), full_width_em)
    return [(run.language.tag, run.text) for run in found]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("渡口的石阶 the old harbour lies", [("zh-Hans", "渡口的石阶"), ("en", "the old harbour lies")]),
        ("他在 1987 年修好了", [("zh-Hans", "他在 1987 年修好了")]),
        ("他的 Nokia 手机", [("zh-Hans", "他的 Nokia 手机")]),
        ("the word for it is 渡口 in the old language", [("en", "the word for it is 渡口 in the old language")]),
        ("he came in 1987 渡口", [("en", "he came in 1987"), ("zh-Hans", "渡口")]),
        ("渡口。 1987 was the year of it all", [("zh-Hans", "渡口。"), ("en", "1987 was the year of it all")]),
    ],
)
def test_a_line_is_divided_where_the_script_changes(line: str, wanted: list[tuple[str, str]]) -> None:
    assert runs(line) == wanted


def test_names_at_the_end_of_a_chinese_line_belong_to_it_if_it_is_no_wider_than_a_full_one() -> None:
    line = "他一九八七年在这里认识了 Ada Berg"
    assert len(runs(line, 24)) == 1
    assert len(runs(line, 12)) == 2


def test_a_space_between_han_characters_is_a_gutter_but_not_one_beside_a_number() -> None:
    text = "渡口的石阶 船老大姓翁 在 1987 年"
    (run,) = split_line(0, text, chinese_and_english(text), 0)
    assert run.gutters == {1, 2}


def test_spans_and_parts_count_words_as_in_the_whole_run() -> None:
    text = "the old harbour lies still"
    (run,) = split_line(7, text, chinese_and_english(text), 0)
    part = run.part(2, 4)
    assert part.words == ["harbour", "lies"]
    assert part.span(1, 2) == WordSpan(7, 0, 3, 4) == run.span(3, 4)
    assert part.whole_width_em == pytest.approx(run.width_em(2, 4))


def test_a_very_long_line_is_one_run() -> None:
    assert runs("the old harbour 渡口 " * 40) == [("en", ("the old harbour 渡口 " * 40).strip())]


def test_runs_are_given_by_script() -> None:
    text = "渡口 the old harbour lies"
    by_script = runs_by_script(split_line(0, text, chinese_and_english(text), 0))
    assert {script: [run.text for run in own] for script, own in by_script.items()} == {
        "han": ["渡口"],
        "latin": ["the old harbour lies"],
    }
