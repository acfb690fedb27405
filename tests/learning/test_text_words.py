"""Words of texts: division, readings in context, senses that the translation uses."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.learning.dictionaries import Dictionaries, readers_dictionaries
from reader.learning.glosses import MAX_GLOSS_CHARS, gloss_of
from reader.learning.pinyin import joined, numbered, written
from reader.learning.segmentation import han_runs, segmented
from reader.learning.text_words import FixedWord, TextWord, WantedText, words_in


@pytest.fixture(scope="module")
def dictionaries() -> Dictionaries:
    return Dictionaries(readers_dictionaries(()))


def read(words: tuple[TextWord, ...]) -> str:
    return " ".join(f"{word.word}={joined(written(word.reading))}" for word in words)


@pytest.mark.parametrize(
    ("text", "beside", "wanted"),
    [
        ("又松下一半的弓", "like a bow half let go", "松=sōng 下=xià"),
        ("松下的电视", "a television by Panasonic", "松下=Sōngxià"),
        ("松下的电视", "", "松下=Sōngxià"),
        ("大英图书馆", "the British Library", "大英=Dàyīng"),
        ("日本人去北京", "Japanese people go to the capital", "北京=Běijīng"),
    ],
)
def test_a_name_that_the_translation_has_not_is_doubted(
    dictionaries: Dictionaries, text: str, beside: str, wanted: str
) -> None:
    assert wanted in read(words_in(WantedText(text, "zh-Hans", beside), dictionaries))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("这座桥全长五十米", "全长=quáncháng"),
        ("长大后成了校长", "长大=zhǎngdà 后=hòu 成=chéng 了=le 校长=xiàozhǎng"),
        ("研究生命起源", "研究=yánjiū 生命=shēngmìng 起源=qǐyuán"),
        ("头发发展", "头发=tóufa 发展=fāzhǎn"),
        ("皇后在后面", "皇后=huánghòu"),
        ("他得走了，跑得快", "得=děi 走=zǒu 了=le 跑=pǎo 得=de 快=kuài"),
        ("慢慢地走在地上", "慢慢=mànmàn 地=de"),
        ("这块地很大", "地=dì"),
        ("干燥的树干", "干燥=gānzào 的=de 树干=shùgàn"),
        ("看着著名的河", "看=kàn 着=zhe 著名=zhùmíng"),
        ("以水为镜，被称为泉城", "以=yǐ 水=shuǐ 为=wéi"),
        ("他还在银行，还了钱", "还=hái 在=zài 银行=yínháng 还=huán"),
        ("只有一只猫", "只有=zhǐyǒu 一=yī 只=zhī"),
        ("他卖东西，东西很便宜", "东西=dōngxi 很=hěn 便宜=piányi"),
        ("重建重要的桥", "重建=chóngjiàn 重要=zhòngyào"),
    ],
)
def test_words_are_read_as_in_their_text(dictionaries: Dictionaries, text: str, wanted: str) -> None:
    assert wanted in read(words_in(WantedText(text, "zh-Hans"), dictionaries))


def test_both_scripts_have_the_same_words(dictionaries: Dictionaries) -> None:
    traditional = words_in(WantedText("頭髮與看著著名的乾燥樹幹", "zh-Hant"), dictionaries)
    simplified = words_in(WantedText("头发与看着著名的干燥树干", "zh-Hans"), dictionaries)
    assert [(w.start, w.end, w.reading, w.simplified) for w in traditional] == [
        (w.start, w.end, w.reading, w.simplified) for w in simplified
    ]


def test_the_translation_tells_the_sense(dictionaries: Dictionaries) -> None:
    def sense(beside: str) -> str:
        return words_in(WantedText("泉", "zh-Hans", beside), dictionaries)[0].gloss

    assert sense("") == "spring"
    assert sense("He paid with a coin.") == "coin"
    english = WantedText("Springs feed the aquifer in Jinan.", "en", "济南的泉水")
    assert {word.word: word.gloss for word in words_in(english, dictionaries)}["Springs"] == "泉"
    assert {word.word: word.gloss for word in words_in(english, dictionaries)}["Jinan"] == "济南"
    assert {word.word: word.gloss for word in words_in(english, dictionaries)}["aquifer"] == "含水层"


def test_the_glossary_comes_first(dictionaries: Dictionaries) -> None:
    fixed = (FixedWord(0, 3, "Bàotū Quán", "Baotu Spring"),)
    word, *_ = words_in(WantedText("趵突泉水", "zh-Hans", "", fixed), dictionaries)
    assert (word.word, joined(written(word.reading, "numbers"), "numbers"), word.gloss) == (
        "趵突泉",
        "Bao4tu1 Quan2",
        "Baotu Spring",
    )
    english = WantedText("At Baotu Spring", "en", "", (FixedWord(3, 15, "", "趵突泉"),))
    assert [(word.word, word.gloss) for word in words_in(english, dictionaries)] == [("Baotu Spring", "趵突泉")]


def test_characters_that_the_dictionary_has_not_are_read_by_pypinyin(dictionaries: Dictionaries) -> None:
    (word,) = words_in(WantedText("丯", "zh-Hans"), dictionaries)
    assert word.reading == "jie4"
    assert words_in(WantedText("泉水", "ja"), dictionaries) == ()
    assert words_in(WantedText("", "zh"), dictionaries) == ()


@given(st.text("泉水河山，x 1桥", max_size=30))
def test_every_han_character_is_in_one_word(text: str) -> None:
    known = {"泉水": 40, "河山": 30, "水": 50, "桥": 45}
    words = segmented(text, list(han_runs(text)), known.get)
    assert "".join(text[start:end] for start, end in words) == "".join(c for c in text if c in "泉水河山桥")
    assert all(first[1] <= second[0] for first, second in pairwise(words))


def test_glosses_are_short_and_no_references(dictionaries: Dictionaries) -> None:
    wanted = {"水": "water", "猫": "cat", "河": "river", "了": "finish", "突泉": "", "北京": "Beijing…"}
    found = {word: gloss_of(next(dictionaries.ask(lambda held, w=word: held.entries(w)))[1]) for word in wanted}
    assert all(len(gloss) <= MAX_GLOSS_CHARS for gloss in found.values())
    assert (found["水"], found["猫"], found["河"], found["突泉"]) == ("water", "cat", "river", "")


def test_a_reading_is_one_word_in_each_style() -> None:
    readings = ("Bao4 tu1 Quan2", "xi1 an1", "hua1 r5", "nu:3 er2")
    assert [joined(written(each)) for each in readings] == ["Bàotū Quán", "xī'ān", "huār", "nǚ'ér"]
    assert joined(written("quan2 shui3", "zhuyin"), "zhuyin") == "ㄑㄩㄢˊ ㄕㄨㄟˇ"
    assert joined("quán shuǐ", "marks", "|") == "quán|shuǐ"
    for reading, count in (("Bàotū Quán", 3), ("fāng'àn", 2), ("lǚyóu", 2), ("jǐngquān", 2), ("yīnggāi", 2)):
        assert joined(written(numbered(reading, count))) == reading
    assert numbered("hello there", 2) == numbered("Bàotū", 3) == ""
