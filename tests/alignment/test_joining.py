"""Texts in new pairs: what belongs to their blocks goes with them, and is there once."""

from __future__ import annotations

from reader.alignment.joining import NewPair, joined
from reader.model.magazine import Paragraph, Quotation
from reader.model.text import Prose, Text, text_of

ZH, EN = LANGUAGES = ("zh-Hans", "en")


def prose(block: Paragraph | Quotation, tag: str) -> Prose:
    found = block.text.get(tag)
    assert found
    return found


def test_a_block_that_is_divided_keeps_its_details_once() -> None:
    block = Paragraph(text_of({ZH: "水", EN: "Fire", "fr": "Eau"}), "water", speaker=text_of({ZH: "甲", EN: "A"}))
    pairs = [NewPair(None, (block, prose(block, EN)), False), NewPair((block, prose(block, ZH)), None, False)]
    made, rest = joined(pairs, LANGUAGES)
    assert made == [
        Paragraph(text_of({EN: "Fire"})),
        Paragraph(text_of({ZH: "水", "fr": "Eau"}), "water", speaker=text_of({ZH: "甲", EN: "A"})),
    ]
    assert rest == {}


def test_a_block_that_is_gone_leaves_its_details_to_its_text() -> None:
    one = Quotation(text_of({ZH: "水是镜子。"}), by=text_of({ZH: "民谚"}))
    other = Quotation(text_of({EN: "Water is a mirror."}), by=text_of({EN: "A proverb"}), id="mirror")
    made, _ = joined([NewPair((one, prose(one, ZH)), (other, prose(other, EN)), False)], LANGUAGES)
    both = text_of({ZH: "水是镜子。", EN: "Water is a mirror."})
    assert made == [Quotation(both, by=text_of({ZH: "民谚", EN: "A proverb"}), id="mirror")]


def test_an_id_stays_where_both_blocks_have_one() -> None:
    one, other = Paragraph(text_of({ZH: "水"}), "zh"), Paragraph(text_of({EN: "Water"}), "en")
    made, _ = joined([NewPair((one, prose(one, ZH)), (other, prose(other, EN)), False)], LANGUAGES)
    assert [block.id for block in made] == ["zh"]


def test_a_text_in_a_third_language_goes_along_or_stays_alone() -> None:
    other = Paragraph(Text(((ZH, Prose("")), (EN, Prose("Water")), ("fr", Prose("Eau")))))
    bare = Paragraph(text_of({ZH: "水"}))
    pair = NewPair((bare, prose(bare, ZH)), (other, prose(other, EN)), False)
    assert joined([pair], LANGUAGES) == ([Paragraph(text_of({ZH: "水", EN: "Water", "fr": "Eau"}))], {})
    full = Paragraph(text_of({ZH: "水", "fr": "L'eau"}))
    made, rest = joined([NewPair((full, prose(full, ZH)), (other, prose(other, EN)), False)], LANGUAGES)
    assert {tag: each.text for tag, each in made[0].text.sides} == {ZH: "水", "fr": "L'eau", EN: "Water"}
    assert rest == {id(other): Paragraph(Text(((ZH, Prose("")), (EN, Prose("")), ("fr", Prose("Eau")))))}
