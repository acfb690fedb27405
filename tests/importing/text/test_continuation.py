"""Continuation models, and the data that they are read from."""

from importlib.resources import files

import pytest

from reader.importing.text import continuation, weights


def test_characters_of_a_word_follow_each_other_in_either_script() -> None:
    assert continuation.chinese_score("石", "头") == continuation.chinese_score("石", "頭") > 1.0
    assert continuation.chinese_score("石", "头") > continuation.chinese_score("头", "石")


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    assert (
        continuation.chinese_score("渡口", "，船") == continuation.chinese_score("“", "船") == weights.MARK_OUT_OF_PLACE
    )


def test_english_goes_on_in_lower_case_within_a_sentence() -> None:
    assert continuation.english_score("of", "the") > continuation.english_score("of", "The")
    assert continuation.english_score("ends.", "The") > 0 > continuation.english_score("ends.", "the")
    assert continuation.english_score("fin-", "gernail") > 0 > continuation.english_score("fin-", "Gernail")


def test_every_row_of_the_tables_can_be_parsed() -> None:
    data = files("reader.importing.text") / "data"
    starts, ends, *rows = (data / "chinese_continuation.txt").read_text("utf-8").splitlines()
    assert len(starts) > 50 < len(ends)
    assert all(row[1].isdigit() for row in rows)
    assert len({row[0] for row in rows}) == len(rows) > 5000
    for line in (data / "english_continuation.txt").read_text("utf-8").splitlines():
        _, *followers = line.split(" ")
        assert all(int(follower.split("=")[1]) for follower in followers)
    assert "MIT" in (data / "SOURCES.md").read_text("utf-8")


def test_a_model_gives_the_same_scores_and_a_new_one_reads_the_weights_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    assert continuation.chinese_model()("渡口", "，船") == continuation.chinese_score("口", "，")
    assert continuation.english_model()("of", "the") == continuation.english_score("of", "the")
    monkeypatch.setattr(weights, "MARK_OUT_OF_PLACE", -9.0)
    assert continuation.chinese_model()("渡口", "，船") == -9.0
