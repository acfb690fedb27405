"""Sentences in two languages, and their pairing."""

import pytest

from reader.marks.sentences import corresponding, sentence_at, sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("泉水四季如常。夏天凉！冬天暖吗？暖……", ["泉水四季如常。", "夏天凉！", "冬天暖吗？", "暖……"]),
        ("他说：“水来了。”大家就去看。", ["他说：“水来了。”", "大家就去看。"]),
        ("It rains. Does it? “It does!” he said.", ["It rains.", "Does it?", "“It does!”", "he said."]),
        ("Mr. Li paid 3.5 yuan. J. S. Bach did not.", ["Mr. Li paid 3.5 yuan.", "J. S. Bach did not."]),
        ("a line\nanother line", ["a line", "another line"]),
        ("no end", ["no end"]),
        ("  ", []),
        ("", []),
    ],
)
def test_sentences_are_told_apart(text: str, found: list[str]) -> None:
    assert cut(text) == found


def test_the_sentence_at_a_character() -> None:
    text = "一。二。三。"
    assert [text[slice(*sentence_at(text, k))] for k in range(6)] == ["一。", "一。", "二。", "二。", "三。", "三。"]
    assert sentence_at("", 0) == (0, 0)


def test_as_many_sentences_answer_one_by_one() -> None:
    zh, en = "短。这是一个长得多的句子，里面有很多字。短。", "One. Two. Three."
    assert [corresponding(zh, zh.index(part), en) for part in ("短", "这是", "很多")] == ["One.", "Two.", "Two."]
    assert corresponding(zh, len(zh) - 1, en) == "Three."


def test_two_sentences_may_answer_one() -> None:
    zh = "桥不宽，夏天涨水，冬天露出石头。老人说，桥是一夜修成的。"
    en = "The bridge is not wide. It sees floods in summer and stones in winter. Old people say it took a single night."
    assert corresponding(zh, 0, en) == "The bridge is not wide. It sees floods in summer and stones in winter."
    assert corresponding(zh, zh.index("老人"), en) == "Old people say it took a single night."


def test_a_single_sentence_answers_whatever_it_is() -> None:
    assert corresponding("一。二。", 0, " All in one. ") == "All in one."
    assert corresponding("", 0, "Nothing. At all.") == "Nothing. At all."
