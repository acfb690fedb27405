"""Signs that translations keep, and what they say on blocks that may go together."""

import pytest

from reader.alignment.block import PARAGRAPH, SideBlock
from reader.alignment.features import features
from reader.alignment.pairing import align
from reader.alignment.signs import number_before, signs_of, speakers


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("第三条　每户一间。", 3),
        ("第十二章 附则", 12),
        ("（二）家有婚丧；", 2),
        ("四、附则", 4),
        ("Article 3. Each household", 3),
        ("(2) a wedding", 2),
        ("IV. Final rules", 4),
        ("三个人来了。", 0),
        ("12.5 litres of water", 0),
        ("In 2016 a study", 0),
    ],
)
def test_the_number_that_a_text_begins_with(text, number):
    assert number_before(text) == number


def test_marks_are_the_same_in_both_languages():
    assert signs_of("（远处有车灯。）") == signs_of("(Headlights far away.)")
    assert signs_of("“谁？”") == signs_of("“Who is it?”")


def test_speakers_are_known_by_words_or_by_how_often_they_speak():
    assert speakers(["问：谁？", "答：我。"], ["A: I.", "Q: Who?"]) == (["asks", "answers"], ["answers", "asks"])
    ours = ["罗：一。", "陈：二。", "罗：三。", "陈：四。", "罗：五。"]
    theirs = ["LUO: One.", "CHEN: Two.", "LUO: Three.", "CHEN: Four.", "LUO: Five."]
    first, second = speakers(ours, theirs)
    assert first == second == ["speaker 0", "speaker 1", "speaker 0", "speaker 1", "speaker 0"]
    assert speakers(ours[:4], theirs[:4]) == ([""] * 4, [""] * 4)


def _links(left, right):
    def blocks(texts):
        return [SideBlock(kind, text) for kind, text in texts]

    found = align(blocks(left), blocks(right), ("zh-Hans", "en"))
    return {(pair.left, pair.right) for pair in found.pairs if None not in (pair.left, pair.right)}


def _paragraphs(*texts):
    return [(PARAGRAPH, text) for text in texts]


def test_numbers_of_articles_that_are_left_out_part_the_others():
    ours = _paragraphs("第一条　院内安静。", "第二条　门要关好。", "第三条　水要省用。", "第四条　灯要关掉。")
    theirs = _paragraphs("Article 1. Keep quiet.", "Article 3. Be sparing.", "Article 4. Put it out.")
    assert _links(ours, theirs) == {(0, 0), (2, 1), (3, 2)}


def test_a_title_is_no_part_of_the_paragraph_below_it():
    ours = _paragraphs("早上下雨。", "住户的声音", "对面住着一位老焊工，他希望汽笛留下来。")
    theirs = _paragraphs(
        "It rained in the morning.", "An old welder lives across the road. He hopes that the siren will stay."
    )
    assert (1, 1) not in _links(ours, theirs)


def test_a_paragraph_may_be_an_item_of_the_other_side():
    ours = [(PARAGRAPH, "下列情形除外。"), (PARAGRAPH, "（一）除夕；"), (PARAGRAPH, "（二）熬药。"), ("item", "水")]
    theirs = [
        (PARAGRAPH, "Except in these cases."),
        ("item", "New Year’s Eve;"),
        ("item", "boiling medicine."),
        ("item", "water"),
    ]
    assert _links(ours, theirs) == {(0, 0), (1, 1), (2, 2), (3, 3)}


@pytest.mark.parametrize("sign", ["(", "（", "?", " ", "(a) "])
def test_signs_of_a_text_with_very_many_signs_are_found(sign):
    text = 100_000 * sign + ")a"
    assert "()" not in signs_of(text)
    assert not features(SideBlock(PARAGRAPH, text), "en").asks
