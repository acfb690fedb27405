from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.learning.pinyin import written
from tests.drawing import examples


@pytest.mark.parametrize(
    ("numbered", "marks", "zhuyin"),
    [
        ("quan2 shui3", "quán shuǐ", "ㄑㄩㄢˊ ㄕㄨㄟˇ"),
        ("nu:3 er2", "nǚ ér", "ㄋㄩˇ ㄦˊ"),
        ("lu:e4", "lüè", "ㄌㄩㄝˋ"),
        ("Bei3 jing1", "Běi jīng", "ㄅㄟˇ ㄐㄧㄥ"),
        ("liu2 gui4 dou1 xiong2", "liú guì dōu xióng", "ㄌㄧㄡˊ ㄍㄨㄟˋ ㄉㄡ ㄒㄩㄥˊ"),
        ("zhi1 chi1 shi1 ri4 zi4 ci4 si4", "zhī chī shī rì zì cì sì", "ㄓ ㄔ ㄕ ㄖˋ ㄗˋ ㄘˋ ㄙˋ"),
        ("yi1 wu3 yu2 you3 weng1 yong4", "yī wǔ yú yǒu wēng yòng", "ㄧ ㄨˇ ㄩˊ ㄧㄡˇ ㄨㄥ ㄩㄥˋ"),
        ("ju2 que4 xun2", "jú què xún", "ㄐㄩˊ ㄑㄩㄝˋ ㄒㄩㄣˊ"),
        ("le5 r5", "le r", "˙ㄌㄜ ˙ㄦ"),
        ("A1 · la1 bo2", "Ā · lā bó", "ㄚ · ㄌㄚ ㄅㄛˊ"),
        ("T xu4", "T xù", "T ㄒㄩˋ"),
        ("m2 ng4", "m2 ng4", "ㄇˊ ㄫˋ"),
        ("zhe xx5", "zhe xx", "zhe xx5"),
    ],
)
def test_a_reading_is_written_as_the_reader_wants_it(numbered: str, marks: str, zhuyin: str) -> None:
    assert written(numbered) == marks
    assert written(numbered, "zhuyin") == zhuyin
    assert written(numbered, "numbers") == numbered.replace("u:", "ü")


@examples(100)
@given(st.text(alphabet="abcdeghilmnoqrstuxyzü:12345 ·", max_size=20))
def test_any_text_is_written(text: str) -> None:
    assert len(written(text).split()) == len(written(text, "zhuyin").split())
