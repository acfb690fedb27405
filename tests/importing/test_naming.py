"""Ids of drafts."""

from __future__ import annotations

import pytest

from reader.importing.naming import pinyin_slug, slug, unused


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("The Ferryman’s Last Winter", "the-ferrymans-last-winter"),
        ("One Two Three Four Five Six Seven", "one-two-three-four-five-six"),
        ("Über cafés", "uber-cafes"),
        ("1948", ""),
        (f"{'Very' * 40}, Very Long", ("very" * 40)[:100]),
        (f"{'Very' * 24}abc, -", f"{'very' * 24}abc"),
        ("渡口", ""),
    ],
)
def test_an_id_is_the_words_of_a_title(title: str, found: str) -> None:
    assert slug(title) == found


@pytest.mark.parametrize(("title", "found"), [("渡口的冬天", "du-kou-de-dong-tian"), ("Winter", ""), ("", "")])
def test_an_id_is_how_a_title_is_read(title: str, found: str) -> None:
    assert pinyin_slug(title) == found


def test_an_id_that_is_used_gets_a_number() -> None:
    used = {"winter"}
    assert [unused("winter", used), unused("winter", used), unused("spring", used)] == [
        "winter-2",
        "winter-3",
        "spring",
    ]
    assert used == {"winter", "winter-2", "winter-3", "spring"}
