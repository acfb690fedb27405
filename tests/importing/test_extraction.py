"""Extractions combined, and printed as JSON."""

from reader.importing.drafting import drafted
from reader.importing.extraction import (
    PARAGRAPH,
    ExtractedArticle,
    ExtractedAside,
    ExtractedBlock,
    ExtractedFigure,
    Extraction,
    combined,
)
from reader.importing.objects import as_object


def extraction(chinese: str) -> Extraction:
    article = ExtractedArticle(
        title={chinese: "渡口", "en": "The Ferry"},
        body={chinese: (ExtractedBlock(PARAGRAPH, "船来了。"),), "en": (ExtractedBlock(PARAGRAPH, "A boat came."),)},
        figures=(ExtractedFigure({chinese: "船"}),),
        asides=(ExtractedAside("sidebar", {"en": ("Six o'clock",)}, title={chinese: "时间"}),),
    )
    return Extraction((chinese, "en"), (article,), notes=("look",))


def test_combined_pages_have_one_chinese_traditional_if_it_is_so_in_any() -> None:
    both = combined([extraction("zh-Hans"), extraction("zh-Hant")])
    assert both.languages == ("zh-Hant", "en")
    assert both.articles == (*extraction("zh-Hant").articles,) * 2
    assert both.notes == ("look",)
    assert combined([extraction("zh-Hans")] * 2).languages == ("zh-Hans", "en")


def test_texts_are_under_the_primary_subtag_of_their_language() -> None:
    told = as_object(extraction("zh-Hant"))
    assert told["traditional"] is True
    (article,) = told["articles"]
    assert article["title"] == {"zh": "渡口", "en": "The Ferry"}
    assert [block["text"] for block in article["zh"]] == ["船来了。"]
    assert article["figures"] == [{"zh": "船", "confidence": 1.0}]
    assert article["asides"] == [
        {"type": "sidebar", "title": {"zh": "时间"}, "en": ["Six o'clock"], "confidence": 1.0},
    ]


def test_two_languages_with_one_primary_subtag_are_under_whole_tags() -> None:
    text = ExtractedBlock(PARAGRAPH, "船")
    article = ExtractedArticle(body={"zh-Hans": (text,), "zh-Hant": (text,)})
    (printed,) = as_object(Extraction(("zh-Hans", "zh-Hant"), (article,)))["articles"]
    assert printed["zh-Hans"] == printed["zh-Hant"] != []


def test_page_numbers_of_a_draft_never_run_backwards():
    article = ExtractedArticle(body={"en": (ExtractedBlock("para", "Two pages."),)}, pages=("7", "12", "3"))
    draft = drafted(Extraction(("en",), (article,)), "pages")
    assert draft.issue.sections[0].articles[0].pages == ("3", "12")


def test_sides_that_go_apart_and_a_credit_alone_are_told_in_the_draft():
    body = {
        "zh-Hans": (ExtractedBlock(PARAGRAPH, "船来了。"),),
        "en": (ExtractedBlock(PARAGRAPH, "A boat came. " * 40),),
    }
    figures = (ExtractedFigure({"zh-Hans": "船"}, credit="摄影 / 李平"), ExtractedFigure(credit="Photo by Li Ping"))
    draft = drafted(Extraction(("zh-Hans", "en"), (ExtractedArticle(body=body, figures=figures),)), "pages")
    article = draft.issue.sections[0].articles[0]
    assert "reader align" in draft.notes[id(article)]
    assert id(article.figures[0]) not in draft.notes
    assert "no caption" in draft.notes[id(article.figures[1])]
