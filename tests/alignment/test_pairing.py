"""Alignment of two languages, on invented texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.alignment.anchors import Anchor, in_order
from reader.alignment.best_path import cheapest_path
from reader.alignment.block import PARAGRAPH, SideBlock
from reader.alignment.features import Features
from reader.alignment.numerals import numbers
from reader.alignment.pairing import align, relation
from reader.alignment.scores import Scores
from reader.errors import UnusableError
from reader.importing.extraction import HEADING
from reader.learning.dictionary import Dictionary
from tests.importing.scenes import EN, ZH

LANGUAGES = ("zh-Hans", "en")


def heading(text):
    return SideBlock(HEADING, text)


def blocks(*texts):
    return [SideBlock(PARAGRAPH, text) for text in texts]


def aligned(zh, en):
    return align(zh, en, LANGUAGES)


def indices(alignment):
    return [(pair.left, pair.right) for pair in alignment.pairs]


BLOCKS = st.lists(
    st.builds(
        SideBlock,
        st.sampled_from([PARAGRAPH, HEADING]),
        st.one_of(st.sampled_from(ZH + EN), st.text(min_size=1, max_size=60).filter(str.strip)),
    ),
    max_size=9,
)


@given(BLOCKS, BLOCKS)
def test_each_block_occurs_once_and_only_linked_blocks_leave_the_order(zh, en):
    alignment = aligned(zh, en)
    assert [pair.left for pair in alignment.pairs if pair.left is not None] == list(range(len(zh)))
    assert sorted(pair.right for pair in alignment.pairs if pair.right is not None) == list(range(len(en)))
    alone = [pair.right for pair in alignment.pairs if pair.left is None and not pair.continues]
    assert alone == sorted(alone)
    assert 0 <= alignment.fit <= 1
    for before, pair in zip([None, *alignment.pairs], alignment.pairs, strict=False):
        if pair.continues:
            assert before
            assert None in (pair.left, pair.right)
        if pair.left is not None and pair.right is not None:
            assert (zh[pair.left].kind == HEADING) == (en[pair.right].kind == HEADING)


def test_paragraphs_that_correspond_are_pairs():
    alignment = aligned(blocks(*ZH[:8]), blocks(*EN[:8]))
    assert indices(alignment) == [(at, at) for at in range(8)]
    assert (alignment.fit, alignment.is_aligned) == (1.0, True)


def test_two_paragraphs_that_are_one_in_english_go_together():
    alignment = aligned(blocks(*ZH[:8]), blocks(*EN[:3], f"{EN[3]} {EN[4]}", *EN[5:8]))
    assert indices(alignment) == [(0, 0), (1, 1), (2, 2), (3, 3), (4, None), (5, 4), (6, 5), (7, 6)]
    assert [pair.continues for pair in alignment.pairs] == [False] * 4 + [True] + [False] * 3
    assert alignment.fit == 1.0


def test_two_english_paragraphs_that_are_one_in_chinese_go_together():
    alignment = aligned(blocks(*ZH[:2], ZH[2] + ZH[3], *ZH[4:8]), blocks(*EN[:8]))
    assert indices(alignment) == [(0, 0), (1, 1), (2, 2), (None, 3), (3, 4), (4, 5), (5, 6), (6, 7)]
    assert [at for at, pair in enumerate(alignment.pairs) if pair.continues] == [3]


def test_what_one_side_alone_has_stays_alone():
    extra = (
        "It rained for nineteen days in 1923, and the records of the 47 families were lost in Amsterdam and in Lyon."
    )
    alignment = aligned(blocks(*ZH[:8]), blocks(*EN[:4], extra, extra, *EN[4:8]))
    assert [pair for pair in indices(alignment) if None not in pair] == [(at, at) for at in range(4)] + [
        (at, at + 2) for at in range(4, 8)
    ]


def test_headings_are_paired_with_headings():
    zh = [
        heading("雾里的早晨"),
        *blocks(*ZH[:3]),
        heading("三代掌柜"),
        *blocks(*ZH[3:6]),
    ]
    en = [
        heading("A Morning in the Mist"),
        *blocks(*EN[:3]),
        heading("Generations"),
        *blocks(*EN[3:6]),
    ]
    assert indices(aligned(zh, en)) == [(at, at) for at in range(8)]
    without = [block for block in en if block.text != "Generations"]
    assert indices(aligned(zh, without)) == [(0, 0), (1, 1), (2, 2), (3, 3), (4, None), (5, 4), (6, 5), (7, 6)]


@pytest.mark.parametrize("kept", [2, 3])
def test_an_abridgement_is_free(kept):
    alignment = aligned(blocks(*ZH[:14]), blocks(*EN[3 : 3 + kept]))
    assert not alignment.is_aligned
    assert relation(blocks(*ZH[:14]), blocks(*EN[3 : 3 + kept]), LANGUAGES) == "abridged"


def test_numbers_and_names_tell_what_lengths_do_not():
    zh = blocks("他们在 1987 年修了桥，花了四十天。", "她在 Vermont 学过木工，回来开了铺子。", "庙里有 312 级台阶。")
    en = blocks(
        "She had learned joinery in Vermont before she came home and opened a shop.",
        "Three hundred and twelve steps lead to the temple.",
    )
    assert [pair for pair in indices(aligned(zh, en)) if None not in pair] == [(1, 0), (2, 1)]


def test_a_side_without_text_has_no_pairs():
    alignment = aligned(blocks(*ZH[:2]), [])
    assert indices(alignment) == [(0, None), (1, None)]
    assert not alignment.is_aligned


@given(BLOCKS, BLOCKS)
def test_the_order_of_the_languages_changes_nothing(zh, en):
    mirrored = align(en, zh, ("en", "zh-Hans"))
    assert [(right, left) for left, right in indices(mirrored)] == indices(aligned(zh, en))
    assert mirrored.fit == aligned(zh, en).fit
    assert relation(en, zh, ("en", "zh-Hans")) == relation(zh, en, LANGUAGES)


def test_two_alphabetic_languages_are_aligned_by_their_letters():
    german = blocks(
        "Die Fähre legt um sechs Uhr ab.", "Im Jahr 1987 wurde die alte Brücke über den Fluss gebaut.", "Ende."
    )
    english = blocks("The ferry leaves at six.", "The old bridge was built in 1987.", "The end.")
    alignment = align(german, english, ("de", "en"))
    assert indices(alignment) == [(0, 0), (1, 1), (2, 2)]
    assert alignment.is_aligned
    assert not align(german, blocks(*EN[:6]), ("de", "en")).is_aligned


def links(alignment):
    return {pair for pair in indices(alignment) if None not in pair}


def test_neighbours_in_swapped_order_are_beside_their_translations():
    order = [1, 0, *range(2, 8), 9, 8, *range(10, 14)]
    alignment = aligned(blocks(*ZH[:14]), blocks(*(EN[at] for at in order)))
    assert links(alignment) == {(at, place) for place, at in enumerate(order)}
    assert alignment.fit == 1.0


def test_a_heading_in_swapped_order_with_a_paragraph_is_beside_its_translation():
    zh, en = [*blocks(ZH[0]), heading("做法")], [heading("Method"), *blocks(EN[0])]
    assert links(aligned(zh, en)) == {(0, 1), (1, 0)}


@pytest.mark.parametrize("kept", [(3, 8, 9, 15), (0, 1, 18)])
def test_the_blocks_of_an_abridged_text_find_their_originals(kept):
    english = blocks(*(EN[at] for at in kept))
    assert links(aligned(blocks(*ZH), english)) == {(at, place) for place, at in enumerate(kept)}
    chinese = blocks(*(ZH[at] for at in kept))
    assert links(aligned(chinese, blocks(*EN))) == {(place, at) for place, at in enumerate(kept)}


def test_names_are_compared_by_their_pinyin():
    zh = blocks("周玉兰说好。", "陈建国说好。", "王小梅说好。")
    en = blocks("Wang Xiaomei said yes.", "Zhou Yulan said yes.")
    assert links(aligned(zh, en)) == {(0, 1), (2, 0)}


def test_traditional_characters_are_looked_up_too():
    zh = blocks("橋邊有一家書店。", "他們養了三隻貓。")
    assert links(align(zh, blocks("They kept three cats."), ("zh-Hant", "en"))) == {(1, 0)}


def test_without_a_dictionary_lengths_numbers_and_names_pair_the_blocks(monkeypatch):
    def unusable(self, words):
        raise UnusableError("no dictionary")

    monkeypatch.setattr(Dictionary, "entries_of", unusable)
    alignment = aligned(blocks(*ZH[:8]), blocks(*EN[:8]))
    assert indices(alignment) == [(at, at) for at in range(8)]
    swapped = aligned(blocks(*ZH[:8]), blocks(EN[1], EN[0], *EN[2:8]))
    assert {(0, 1), (1, 0)} <= links(swapped)  # by the numbers in them


def test_a_dictionary_is_asked_once_for_a_text(monkeypatch):
    asked = []
    entries_of = Dictionary.entries_of
    monkeypatch.setattr(
        Dictionary, "entries_of", lambda self, words: asked.append(len(words)) or entries_of(self, words)
    )
    aligned(blocks(*ZH[:8]), blocks(*EN[:8]))
    assert len(asked) == 1


def test_the_band_follows_its_anchors_over_a_long_gap():
    first = [Features(PARAGRAPH, 30, frozenset())] * 200
    second = [*([Features(HEADING, 30, frozenset())] * 150), *([Features(PARAGRAPH, 90, frozenset())] * 50)]
    path = cheapest_path(Scores(first, second, 3.0), [Anchor(20, 151), Anchor(60, 191)])
    assert (sum(move.first for move in path), sum(move.second for move in path)) == (200, 200)
    assert sum(move.first == move.second == 1 for move in path) == 50


def test_anchors_that_cross_are_left_out():
    assert in_order([Anchor(0, 0), Anchor(1, 9), Anchor(2, 1), Anchor(3, 2)]) == [
        Anchor(0, 0),
        Anchor(2, 1),
        Anchor(3, 2),
    ]
    assert in_order([]) == []


@pytest.mark.parametrize("text", ["1" * 5000, "1," + "000," * 3000 + "000", "九" * 5000, "two " + "million " * 2000])
def test_endless_numbers_are_none(text):
    assert len(str(max(numbers(text), default=0))) < 40


def test_two_blocks_alone_beside_each_other_go_together_in_free_words() -> None:
    left = [SideBlock(PARAGRAPH, text) for text in (*ZH[:3], "此话怎讲？且听下回分解。", *ZH[3:6])]
    right = [SideBlock(PARAGRAPH, text) for text in (*EN[:3], "Read on.", *EN[3:6])]
    found = align(left, right, LANGUAGES)
    assert [(pair.left, pair.right) for pair in found.pairs] == [(at, at) for at in range(7)]
