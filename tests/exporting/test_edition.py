"""The lines below an article: they name its authors, date, source and licence, once in each language."""

from __future__ import annotations

from reader.exporting.as_text import markdown, plain_text
from reader.exporting.edition import colophon_lines, credited_tags
from reader.exporting.html_page import html_page
from reader.exporting.picture_set import PictureSet
from reader.model.record import replace
from tests.exporting.hostile import hostile_edition


def test_every_fact_of_an_article_and_of_its_issue_is_there() -> None:
    edition = hostile_edition()
    traps, apart = edition.articles
    lines = [{tag: prose.text for tag, prose in text.sides} for text in colophon_lines(edition, traps)]
    assert lines == [
        {"zh-Hans": "简介", "en": "<b>about</b> her"},
        {"zh-Hans": "日期 / 2017-05", "en": "Date: 2017-05"},
        {
            "zh-Hans": "来源 / 报 · DOI 10.1000/182 · https://x.org/?a=1",
            "en": "Source: <i>Paper</i> · DOI 10.1000/182 · https://x.org/?a=1",
        },
        {"zh-Hans": "许可 / CC-BY-4.0", "en": "Licence: CC-BY-4.0"},
    ]
    assert [[tag for tag, _ in text.sides] for text in colophon_lines(edition, apart)] == [["zh-Hans", "en"]]


def test_the_words_before_a_fact_are_in_the_script_of_the_edition() -> None:
    edition = replace(hostile_edition(), script="traditional", layout="left")
    assert [text.best(()) for text in colophon_lines(edition, edition.articles[1])] == ["授權 / CC-BY-4.0"]
    for written in (html_page(edition, PictureSet({})).decode(), plain_text(edition)):
        assert "攝影 / 影者" in written
        assert "下轉第70頁" in written


def test_a_line_and_a_name_in_another_language_only_are_there_once() -> None:
    edition = hostile_edition()
    traps = edition.articles[0]
    photographs = traps.credits[1]
    assert credited_tags(photographs, ("zh-Hans", "en")) == ("zh-Hans",)
    assert credited_tags(photographs, ("en",)) == ("en",)
    alone = replace(edition, articles=(traps,), languages=("en",))
    assert "\n\nPhotographs: 影者\n\n" in plain_text(alone)
    assert markdown(edition, {}).count("影者") == 1
    about = replace(traps, credits=(replace(photographs, about=photographs.name),))
    assert [tag for tag, _ in next(colophon_lines(edition, about)).sides] == ["zh-Hans"]
