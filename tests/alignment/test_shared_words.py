"""Words for numbers, names and words of one origin, where there is no dictionary of two languages."""

import pytest

from reader.alignment.block import PARAGRAPH, SideBlock
from reader.alignment.numerals import numbers
from reader.alignment.pairing import align
from reader.alignment.shared_words import shared_words


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
        ("vierentwintig boeken", "nl", {24}),
        ("a hundred and twelve cents", "en", {12}),
        ("un cent", "en", set()),
    ],
)
def test_numbers_in_words(text, language, found):
    assert numbers(text, language) == found


def test_names_in_pinyin_and_words_of_one_origin():
    one, other = shared_words(["周玉兰的铺子", "雨停了"], ["La boutique de Zhou Yulan", "La pluie"], ("zh-Hans", "fr"))
    assert one == [{"~yulan"}, set()] == other
    one, other = shared_words(["ein Theater", "die Straße"], ["a theatre", "the street"], ("de", "en"))
    assert one == [{"≈theat"}, set()] == other


def test_blocks_are_paired_by_numbers_in_words():
    one = ["她的铺子不大，门口挂着一把没有布的伞，风一吹就转。", "从前有十一家铺子。", "一把伞有十六根骨头。"]
    other = ["Il y avait onze boutiques.", "Un parapluie a seize baleines."]
    sides = [[SideBlock(PARAGRAPH, text) for text in side] for side in (one, other)]
    pairs = align(sides[0], sides[1], ("zh-Hans", "fr")).pairs
    assert [(pair.left, pair.right) for pair in pairs] == [(0, None), (1, 0), (2, 1)]
