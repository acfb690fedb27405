"""Words for numbers, names and words of one origin, where there is no dictionary of two languages."""

import pytest

from reader.alignment.block import PARAGRAPH, SideBlock
from reader.alignment.numerals import numbers, small_numbers
from reader.alignment.pairing import align
from reader.alignment.shared_words import shared_units
from reader.alignment.sounds import consonants_of, sounds_of


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Il y a trente ans, onze boutiques et quatre-vingt-dix-sept clients", "fr", {30, 11, 97}),
        ("deux cent mille francs", "fr", {200_000}),
        ("vierundzwanzig Rippen, dreihundertfünfzig Schirme, elf Läden", "de", {24, 350, 11}),
        ("Hundert Jahre, und eine Tür", "de", {100}),
        ("treinta y dos años, veintiuno y quinientos", "es", {32, 521}),
        ("ventiquattro anni e duecento libri", "it", {24, 200}),
        ("двадцать четыре спицы и четыреста зонтов", "ru", {24, 400}),
        ("двадцять чотири спиці, п'ятсот парасоль і дев’ять крамниць", "uk", {24, 500}),
        ("vierentwintig boeken", "nl", {24}),
        ("a hundred and twelve cents", "en", {12}),
        ("un cent", "en", set()),
        ("삼십칠 년 동안 우산 이만 사천 개, 열아홉 명", "ko", {37, 24_000, 19}),
        ("سبعة وثلاثين عامًا وأربعة وعشرين ألف مظلة", "ar", {37, 24_000}),
    ],
)
def test_numbers_in_words(text, language, found):
    assert numbers(text, language) == found


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("一把伞有八根骨，坏了七根，第三天，十几个人，二十两", "zh-Hans", {8, 7}),
        ("Un parapluie a huit baleines et 3 couleurs, 1,5 m à 8:30.", "fr", {8, 3}),
        ("우산에는 살이 여덟 개 있다", "ko", {8}),
        ("ثمانية أضلاع", "ar", {8}),
    ],
)
def test_small_numbers(text, language, found):
    assert small_numbers(text, language) == found


def test_small_numbers_show_the_paragraph_that_a_translation_leaves_out():
    left = [f"那一年他带着{number}把伞走过了许多条街。" for number in "二三四五六七八九"]
    words = ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"]
    right = [
        f"Cette année-là il a parcouru bien des rues avec {word} parapluies." for word in words if word != "quatre"
    ]
    found = align(*([SideBlock(PARAGRAPH, text) for text in side] for side in (left, right)), ("zh-Hans", "fr"))
    assert [pair.left for pair in found.pairs if pair.right is None] == [2]


@pytest.mark.parametrize(
    ("words", "sounds"),
    [
        (("Shanghai", "Шанхае", "상하이"), "sanai"),
        (("Lavande", "лаванд"), "lapant"),
        (("Zhejiang", "Чжэцзян"), "sisian"),
        (("漁師", "42"), ""),
    ],
)
def test_sounds_of_a_word(words, sounds):
    assert {sounds_of(word)[: len(sounds)] for word in words} == {sounds}


def test_consonants_keep_a_vowel_at_the_beginning():
    assert consonants_of("Akazie") == "aks"


@pytest.mark.parametrize(
    ("one", "other", "languages", "found"),
    [
        (
            ("周玉兰的铺子", "雨停了"),
            ("La boutique de Zhou Yulan", "La pluie"),
            ("zh-Hans", "fr"),
            ["~iolan", "~soiolan"],
        ),
        (("ein Theater", "die Straße"), ("a theatre", "the street"), ("de", "en"), ["≈theat"]),
        (("린팡은 벌을 기른다.", "비가 온다."), ("The keeper is Lin Fang.", "It rains."), ("ko", "en"), ["~linpan"]),
        (("Пчёлы живут в Шанхае.", "Дождь."), ("Her bees live in Shanghai.", "Rain."), ("ru", "en"), ["~sanai"]),
        (("古い図書館がある", "ここは駅だ"), ("有一座旧图书馆", "这里是车站"), ("ja", "zh-Hans"), ["书", "图"]),
        (("Er rief:", "Sie kam."), ("Il appela :", "Elle vint."), ("de", "fr"), [":"]),
    ],
)
def test_what_two_texts_without_a_dictionary_have_in_common(one, other, languages, found):
    units = shared_units(one, other, languages)
    keys = [{key for unit in side[0] for key in unit.keys} for side in units]
    assert keys[0] & keys[1] >= set(found)
    assert {key for side in units for unit in side[1] for key in unit.keys}.isdisjoint(found)


def test_blocks_are_paired_by_numbers_in_words():
    one = ["她的铺子不大，门口挂着一把没有布的伞，风一吹就转。", "从前有十一家铺子。", "一把伞有十六根骨头。"]
    other = ["Il y avait onze boutiques.", "Un parapluie a seize baleines."]
    sides = [[SideBlock(PARAGRAPH, text) for text in side] for side in (one, other)]
    pairs = align(sides[0], sides[1], ("zh-Hans", "fr")).pairs
    assert [(pair.left, pair.right) for pair in pairs] == [(0, None), (1, 0), (2, 1)]


def test_an_abridgement_without_a_dictionary_is_paired_block_by_block():
    one = [
        "Auf dem Dach eines alten Hauses mit zwölf Stockwerken hält sie sechs Bienenvölker, im Sommer mehr.",
        "Zuerst waren die Nachbarn dagegen. Die einen fürchteten Stiche, die anderen den Schmutz auf der Wäsche.",
        "Sie schrieb einem alten Imker und bat um Rat. Die Antwort war ein einziger Satz, den sie in die Küche hängte:",
        "Im letzten Jahr erntete sie fünfundachtzig Kilo Honig und schenkte die Hälfte den Nachbarn im Haus.",
        "Inzwischen gibt es eine Regel: Von April bis Juni wird die Wäsche drinnen getrocknet, bei jedem Wetter.",
    ]
    other = [
        "Sur le toit d’un vieil immeuble de douze étages, elle élève six ruches, davantage en été.",
        "L’an dernier, elle a récolté quatre-vingt-cinq kilos de miel et en a offert la moitié aux voisins.",
    ]
    sides = [[SideBlock(PARAGRAPH, text) for text in side] for side in (one, other)]
    found = align(sides[0], sides[1], ("de", "fr"))
    assert [(pair.left, pair.right) for pair in found.pairs] == [(0, 0), (1, None), (2, None), (3, 1), (4, None)]
    assert not any(pair.continues for pair in found.pairs)


def test_a_quotation_without_common_words_is_paired_by_its_rank():
    one = ["屋上の蜂。", "ミツバチが何を欲しがるかを聞くな。どこへ行くかを見よ。", "彼女は双眼鏡で追った。"]
    other = [
        "Bees on the roof.",
        "Do not ask what the bees want; watch where they go.",
        "She followed them with field glasses.",
    ]
    kinds = [PARAGRAPH, "quotation", PARAGRAPH]
    sides = [[SideBlock(kind, text) for kind, text in zip(kinds, side, strict=True)] for side in (one, other)]
    pairs = align(sides[0], sides[1], ("ja", "en")).pairs
    assert [(pair.left, pair.right) for pair in pairs] == [(0, 0), (1, 1), (2, 2)]
