"""The two languages of an article paired, on texts that are invented for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.alignment import paired, relation
from reader.importing.extraction import HEADING, PARAGRAPH, Block
from tests.importing.scenes import EN, ZH


def blocks(*texts):
    return [Block(PARAGRAPH, text) for text in texts]


def told(pairing):
    return [(pair.zh, pair.en) for pair in pairing.pairs]


BLOCKS = st.lists(
    st.builds(
        Block,
        st.sampled_from([PARAGRAPH, HEADING]),
        st.one_of(st.sampled_from(ZH + EN), st.text(min_size=1, max_size=60).filter(str.strip)),
    ),
    max_size=9,
)


@given(BLOCKS, BLOCKS)
def test_nothing_is_dropped_or_doubled_and_the_order_stays(zh, en):
    pairing = paired(zh, en)
    assert [pair.zh for pair in pairing.pairs if pair.zh is not None] == list(range(len(zh)))
    assert [pair.en for pair in pairing.pairs if pair.en is not None] == list(range(len(en)))
    assert 0 <= pairing.fit <= 1
    for before, pair in zip([None, *pairing.pairs], pairing.pairs, strict=False):
        if pair.goes_on:
            assert before
            assert None in (pair.zh, pair.en)
        if pair.zh is not None and pair.en is not None:
            assert (zh[pair.zh].kind == HEADING) == (en[pair.en].kind == HEADING)


def test_paragraphs_that_correspond_are_pairs():
    pairing = paired(blocks(*ZH[:8]), blocks(*EN[:8]))
    assert told(pairing) == [(at, at) for at in range(8)]
    assert (pairing.fit, pairing.is_aligned) == (1.0, True)


def test_two_paragraphs_that_are_one_in_english_go_together():
    pairing = paired(blocks(*ZH[:8]), blocks(*EN[:3], f"{EN[3]} {EN[4]}", *EN[5:8]))
    assert told(pairing) == [(0, 0), (1, 1), (2, 2), (3, 3), (4, None), (5, 4), (6, 5), (7, 6)]
    assert [pair.goes_on for pair in pairing.pairs] == [False] * 4 + [True] + [False] * 3
    assert pairing.fit == 1.0


def test_two_english_paragraphs_that_are_one_in_chinese_go_together():
    pairing = paired(blocks(*ZH[:2], ZH[2] + ZH[3], *ZH[4:8]), blocks(*EN[:8]))
    assert told(pairing) == [(0, 0), (1, 1), (2, 2), (None, 3), (3, 4), (4, 5), (5, 6), (6, 7)]
    assert [at for at, pair in enumerate(pairing.pairs) if pair.goes_on] == [3]


def test_what_one_side_alone_has_stays_alone():
    extra = (
        "It rained for nineteen days in 1923, and the records of the 47 families were lost in Amsterdam and in Lyon."
    )
    pairing = paired(blocks(*ZH[:8]), blocks(*EN[:4], extra, extra, *EN[4:8]))
    assert [pair for pair in told(pairing) if None not in pair] == [(at, at) for at in range(4)] + [
        (at, at + 2) for at in range(4, 8)
    ]


def test_headings_are_paired_with_headings():
    zh = [Block(HEADING, "雾里的早晨"), *blocks(*ZH[:3]), Block(HEADING, "三代掌柜"), *blocks(*ZH[3:6])]
    en = [Block(HEADING, "A Morning in the Mist"), *blocks(*EN[:3]), Block(HEADING, "Generations"), *blocks(*EN[3:6])]
    assert told(paired(zh, en)) == [(at, at) for at in range(8)]
    without = [block for block in en if block.text != "Generations"]
    assert told(paired(zh, without)) == [(0, 0), (1, 1), (2, 2), (3, 3), (4, None), (5, 4), (6, 5), (7, 6)]


@pytest.mark.parametrize("kept", [2, 3])
def test_an_abridgement_is_free(kept):
    pairing = paired(blocks(*ZH[:14]), blocks(*EN[3 : 3 + kept]))
    assert not pairing.is_aligned
    assert relation(blocks(*ZH[:14]), blocks(*EN[3 : 3 + kept])) == "abridged"


def test_numbers_and_names_tell_what_lengths_do_not():
    zh = blocks("他们在 1987 年修了桥，花了四十天。", "她在 Vermont 学过木工，回来开了铺子。", "庙里有 312 级台阶。")
    en = blocks(
        "She had learned joinery in Vermont before she came home and opened a shop.",
        "Three hundred and twelve steps lead to the temple.",
    )
    assert [pair for pair in told(paired(zh, en)) if None not in pair] == [(1, 0), (2, 1)]


def test_a_side_without_text_has_no_pairs():
    pairing = paired(blocks(*ZH[:2]), [])
    assert told(pairing) == [(0, None), (1, None)]
    assert not pairing.is_aligned
