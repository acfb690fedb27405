"""Articles whose languages are paired anew: what moves, what stays, and what is doubtful."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.alignment.repairing import repaired
from reader.errors import UnusableError
from reader.library import bundled_issues
from reader.model.magazine import AlignedBody, Article, FreeBody, ItemList, PageBreak, Paragraph
from reader.model.record import replace
from reader.model.text import Text, text_of
from reader.source.loading import load

ZH, EN = LANGUAGES = ("zh-Hans", "en")


@pytest.fixture(scope="module")
def bridges() -> Article:
    issue = load(str(Path(bundled_issues(), "lanes-and-rivers-03.yaml"))).issue
    assert issue
    article = issue.article("old-bridges")
    assert article
    return article


def shifted(article: Article, since: int) -> Article:
    """The article without one English paragraph, and those after it one paragraph earlier."""
    assert isinstance(article.body, AlignedBody)
    blocks = list(article.body.blocks)
    places = [at for at, block in enumerate(blocks) if isinstance(block, Paragraph)]
    english = [block.text.get(EN) for block in blocks if isinstance(block, Paragraph)]
    del english[since]
    for at, prose in zip(places, [*english, None], strict=True):
        block = blocks[at]
        assert isinstance(block, Paragraph)
        chinese = block.text.get(ZH)
        assert chinese
        blocks[at] = replace(block, text=Text(((ZH, chinese), *(((EN, prose),) if prose else ()))))
    return replace(article, body=AlignedBody(tuple(blocks)))


@pytest.mark.parametrize("languages", [(ZH, EN), (EN, ZH)])
def test_a_slip_is_undone_and_the_lost_text_is_told(bridges: Article, languages: tuple[str, str]) -> None:
    found = repaired(shifted(bridges, 2), languages)
    assert isinstance(found.article.body, AlignedBody)
    assert isinstance(bridges.body, AlignedBody)
    assert len(found.article.body.blocks) == len(bridges.body.blocks)
    others = [(new, old) for new, old in zip(found.article.body.blocks, bridges.body.blocks, strict=True) if new != old]
    [(new, old)] = others
    assert isinstance(new, Paragraph)
    assert isinstance(old, Paragraph)
    assert new.text == Text(((ZH, old.text.get(ZH)),))
    assert [(doubt.text, doubt.reason) for doubt in found.doubts] == [(old.text.plain(ZH), "alone")]


def test_good_pairs_stay_and_are_the_same_objects(bridges: Article) -> None:
    found = repaired(bridges, LANGUAGES)
    assert found.article == bridges
    assert isinstance(found.article.body, AlignedBody)
    assert all(new is old for new, old in zip(found.article.body.blocks, bridges.body.blocks, strict=True))
    assert found.doubts == ()


def free(article: Article) -> Article:
    """The article with a text of its own in each language, and a page break in both."""
    assert isinstance(article.body, AlignedBody)
    paragraphs = [block for block in article.body.blocks if isinstance(block, Paragraph)]
    sides = tuple(
        (tag, (*(Paragraph(text_of({tag: each.text.plain(tag)})) for each in paragraphs[:5]), PageBreak("9")))
        for tag in LANGUAGES
    )
    return replace(article, body=FreeBody(sides), relation="adapted", figures=())


def test_two_texts_become_an_aligned_one(bridges: Article) -> None:
    found = repaired(free(bridges), LANGUAGES).article
    assert isinstance(found.body, AlignedBody)
    assert found.relation == ""
    assert found.body.blocks[5:] == (PageBreak("9"),)
    assert all(
        isinstance(block, Paragraph) and {ZH, EN} == dict(block.text.sides).keys() for block in found.body.blocks[:5]
    )


def test_what_cannot_be_paired_is_told(bridges: Article) -> None:
    article = free(bridges)
    assert isinstance(article.body, FreeBody)
    (zh, chinese), (en, english) = article.body.sides
    listed = replace(article, body=FreeBody(((zh, chinese), (en, (*english, ItemList((text_of({EN: "a"}),)))))))
    with pytest.raises(UnusableError, match="in en has blocks that are paired by hand: itemlist"):
        repaired(listed, LANGUAGES)
    with pytest.raises(UnusableError, match="the text is in zh-Hans, not in"):
        repaired(replace(article, body=FreeBody(((zh, chinese),))), LANGUAGES)
    other = replace(
        article, body=FreeBody(((zh, chinese), (en, tuple(Paragraph(text_of({EN: "Nothing."})) for _ in range(9)))))
    )
    with pytest.raises(UnusableError, match="do not correspond text by text"):
        repaired(other, LANGUAGES)
