from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.learning.conversion import converted, in_script
from reader.model.text import Prose, Span, Text
from tests.drawing import examples


@pytest.mark.parametrize(
    ("text", "script", "wanted"),
    [
        ("头发发展", "traditional", "頭髮發展"),
        ("皇后在后面", "traditional", "皇后在後面"),
        ("钟表与钟情", "traditional", "鐘錶與鍾情"),
        ("征服象征", "traditional", "征服象徵"),
        ("干燥的树干", "traditional", "乾燥的樹幹"),
        ("面包和面子，和面与和面对", "traditional", "麪包和面子，和麪與和面對"),
        ("不复杂，很干练，在后面包抄", "traditional", "不複雜，很幹練，在後面包抄"),
        ("最后面试，有没有，他们", "traditional", "最後面試，有沒有，他們"),
        ("在这里吃面", "taiwan", "在這裡吃麵"),
        ("在这里吃面", "hong-kong", "在這裏吃麪"),
        ("一台电脑", "simplified", "一台电脑"),
    ],
)
def test_simplified_words_get_the_forms_of_a_script(text: str, script: str, wanted: str) -> None:
    assert converted(text, "zh-Hans", script) == wanted
    assert converted(text, "zh", script) == wanted


@pytest.mark.parametrize(
    ("text", "tag", "script", "wanted"),
    [
        ("頭髮發展", "zh-Hant", "simplified", "头发发展"),
        ("著名的書，看著", "zh-Hant", "simplified", "著名的书，看着"),
        ("看著這裡", "zh-TW", "simplified", "看着这里"),
        ("睇着這裏", "zh-HK", "simplified", "睇着这里"),
        ("看着這裏", "zh-Hant-HK", "taiwan", "看著這裡"),
        ("看著這裡", "zh-Hant-TW", "traditional", "看著這裡"),
        ("乾坤", "zh-Hant", "simplified", "乾坤"),
    ],
)
def test_traditional_texts_are_taken_by_their_region(text: str, tag: str, script: str, wanted: str) -> None:
    assert converted(text, tag, script) == wanted


@pytest.mark.parametrize("tag", ["ja", "en", "zhx"])
def test_other_languages_stay(tag: str) -> None:
    assert converted("发展", tag, "traditional") == "发展"


@examples(50)
@given(
    st.text(alphabet="头发展后里面干征钟表台湾著着裡裏麵,a \n", max_size=30),
    st.sampled_from(["zh-Hans", "zh-Hant", "zh-HK"]),
    st.sampled_from(["simplified", "traditional", "taiwan", "hong-kong"]),
)
def test_no_character_moves(text: str, tag: str, script: str) -> None:
    shown = converted(text, tag, script)
    assert len(shown) == len(text)
    assert [k for k, c in enumerate(shown) if c.isascii()] == [k for k, c in enumerate(text) if c.isascii()]


def test_markup_and_other_languages_of_a_text_stay() -> None:
    spans = (Span(0, 2, "strong"),)
    text = Text((("zh-Hans", Prose("头发很长", spans)), ("en", Prose("long hair")), ("ja", Prose("发"))))
    assert in_script(text, "traditional") == Text(
        (("zh-Hans", Prose("頭髮很長", spans)), ("en", Prose("long hair")), ("ja", Prose("发")))
    )
