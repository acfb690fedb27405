"""Texts inside records: found and changed, also in sequences that are no tuples, as those of stored articles are."""

from __future__ import annotations

from collections import UserList

from reader.model.magazine import AlignedBody, Article, Paragraph, Table, texts_in
from reader.model.text import Prose, Text, text_of, with_texts

TITLE, WATER, HEAT = (text_of({"en": word}) for word in ("Springs", "Water", "Heat"))
HEADER, CELL = text_of({"en": "Season"}), text_of({"en": "Summer"})


def article(*blocks: Paragraph | Table) -> Article:
    return Article("springs", TITLE, AlignedBody(UserList(blocks)))


def test_the_caption_of_a_table_is_read_before_its_cells() -> None:
    table = Table((HEADER,), ((CELL,),), caption=HEAT)
    assert [*texts_in(article(Paragraph(WATER), table))] == [TITLE, WATER, HEAT, HEADER, CELL]


def test_texts_are_changed_and_all_else_stays() -> None:
    def loud(text: Text) -> Text:
        return Text(tuple((tag, Prose(prose.text.upper())) for tag, prose in text.sides)) if text is WATER else text

    changed = with_texts(article(Paragraph(WATER, id="w"), Paragraph(HEAT)), loud)
    assert isinstance(changed.body, AlignedBody)
    assert [*changed.body.blocks] == [Paragraph(text_of({"en": "WATER"}), id="w"), Paragraph(HEAT)]
    assert changed.title is TITLE


def test_a_record_without_a_changed_text_is_the_same() -> None:
    whole = article(Paragraph(WATER))
    assert with_texts(whole, lambda text: text) is whole
