"""Texts that the checks accept, and texts that they must report."""

from __future__ import annotations

import json

import pytest

from reader.model.translation_status import translation_statuses
from reader.source import load_text
from tests.source.test_loading import SMALL

START = SMALL[: SMALL.index("        body:")]


def codes(keys: str, text: str = START) -> list[str]:
    """The codes reported for an article with these keys."""
    return [diagnostic.code for diagnostic in load_text(text + keys).diagnostics]


def of_texts(chinese: str, english: str) -> list[str]:
    """The codes reported for a paragraph in two languages."""
    sides = json.dumps({"zh-Hans": chinese, "en": english}, ensure_ascii=False)
    return codes(f"        body: [{sides}]\n")


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("泉水四季如常。", "The springs."),
        ("水温 18 ℃，泉水。", "UNESCO lists it. I am."),
        ("他说：“好。”", "A spring; O Lord; I see."),
        ("世界 500 强，AI 谷", "TVs, CEOs, PhDs and McDonald’s"),
        ("比分 3:2，1.5 升", "Is it 1:2?"),
        ("泉水……四季", "City of Springs is old."),
        ("第 60 页讲泉水。", "60 springs"),
        ("*重*点[泉](https://example.org/)", "[spring](mailto:a@example.org)"),
        ("[注]泉水", "[note] a * b [/] [red]"),
        ("他[按：指其兄]来了！[一]", "He [his brother] came in 1999! [1] a < b > c"),
        ("好？好！好。", "Right."),
        ("GPU", "GPU"),
        ("C#和R&D，#1", "#1 of 2"),
        ("1月刊", "January issue"),
        ("泉", "2 ** 3 *** and a * b"),
        ("泉水……四季——好。", "Springs... and rivers--here (泉水)."),
        ("北京—上海，三～五天", "x"),
        ("用 --help 看", "x"),
        ("世界贸易组织(WTO)和 (GPU)", "“泉水”"),
        ('5" 管', "x"),
        ("[...]", "[...]"),
        ("[注](2.5)，[一] (二)，[一]（GPU）", "[3](v1.2) [1] (13-15) [sic] (and/or) [note] (well-known)"),
        ("｛甲｜乙｝，{甲|乙}", "{a|b}"),
    ],
)
def test_ordinary_texts_raise_no_warning(chinese: str, english: str) -> None:
    assert of_texts(chinese, english) == []


@pytest.mark.parametrize(
    ("chinese", "english", "code"),
    [
        ("泉水,四季", "x", "T702"),
        ("四季如常.水温", "x", "T702"),
        ("走吧!", "x", "T702"),
        ("“走吧?”", "x", "T702"),
        ("他来了。 我走了。 天黑了。 灯亮了。", "x", "T703"),
        ("⽂件", "x", "T705"),
        ("泉水", "the ﬁrst", "T705"),
        ("The springs are clear.", "泉水很清。", "L605"),
        ("泉水四季如常。", "泉水的水温四季如常。", "L605"),
        ("泉水四季如常。", "泉水四季如常。", "L606"),
        ("这里写第一段。", "x", "T706"),
        ("看![桥](b.png)", "x", "T707"),
        ("注[^一]", "x", "T707"),
        ("泉", "one<br>two", "T707"),
        ("泉", "## Springs", "T707"),
        ("泉", "**Springs", "T707"),
        ("泉", "a&nbsp;b", "T707"),
        ("泉", "a [page](x.html)", "T707"),
        ("好!好", "x", "T702"),
        ("泉水(趵突泉)", "x", "T702"),
        ('他说"好"', "x", "T702"),
        ("[泉](www.example.org)", "x", "T704"),
        ("一", "[x](example.org/a.html?b)", "T704"),
        ("[泉] (https://example.org)", "x", "T704"),
        ("[泉]（springs）", "x", "T704"),
        ("一", "[spring] (small/springs#p1)", "T704"),
        ("[泉](#springs）", "x", "T704"),
        ("{趵突泉|bào tū quán从石缝里涌出来，流进每一条巷子，再流进护城河里，最后到了大海。", "x", "T712"),
        ("{泉｜quán}水", "x", "T712"),
        ("｛泉|quán｝水", "x", "T712"),
        ("泉水...", "x", "T715"),
        ("泉水。。。", "x", "T715"),
        ("泉水。。", "x", "T715"),
        ("泉水--四季", "x", "T715"),
        ("泉水 四季", "x", "T703"),
        ("泉水。 四季", "x", "T703"),
        ("一 二 三 四 五 六 七", "x", "I801"),
        ("一", "T he spring", "I802"),
        ("一", "TThe spring", "I802"),
        ("泉城 60", "x", "I803"),
        ("一", "p. 60", "I803"),
        ("一", "[x](JavaScript:y)", "T704"),
        ("一", "[x](https://example.org/a_(b))", "T704"),
        ("一", "a\u202eb", "T701"),
    ],
)
def test_each_leftover_is_reported_once(chinese: str, english: str, code: str) -> None:
    assert of_texts(chinese, english) == [code]


def test_a_single_letter_may_be_the_end_of_a_word_on_the_page_before() -> None:
    assert codes("        body:\n          - {paragraph: {zh-Hans: 一, en: n the spring}, continued-from: 59}\n") == []


@pytest.mark.parametrize(
    ("pages", "blocks", "reported"),
    [
        ("60-61", ["page: 60", "page: 61"], []),
        ("60-62", ["page: 62", "page: 61"], ["P501"]),
        ("60-61", ["page: 61", "page: 61"], ["P501"]),
        ("60-61", ["page: 59", "page: 61"], ["P502"]),
        ("60-61", ["page: 99", "page: 61"], ["P502"]),
        ("A1-A3", ["page: A3", "page: A1"], []),
        ("xii", ["page: 5", "page: 4"], ["P501"]),
        ("60–61", ["page: 61"], []),
        ("61-60", ["page: 60"], ["P501"]),
    ],
)
def test_pages(pages: str, blocks: list[str], reported: list[str]) -> None:
    listed = "".join(f"          - {block}\n" for block in [*blocks, "paragraph: x"])
    assert codes(f"        pages: {pages}\n        body:\n{listed}") == reported


def test_each_side_of_a_free_body_has_pages_and_figures_of_its_own() -> None:
    sides = "".join(f"          {tag}: [{{page: 61}}, {{figure: a}}, x]\n" for tag in ("zh-Hans", "en"))
    figures = "        figures: [{id: a, caption: A}]\n"
    assert codes(f"        pages: 60-61\n        relation: adapted\n        body:\n{sides}{figures}") == []


def test_a_figure_in_an_aside_is_placed() -> None:
    aside = "        body: [{aside: {body: [{figure: a}]}}]\n        figures: [{id: a, caption: A}]\n"
    assert codes(aside) == []


def test_a_body_of_one_language_needs_no_relation_nor_its_other_side() -> None:
    title = START.replace("{zh-Hans: 泉水, en: Springs}", "{en: Springs}")
    assert codes("        body: {en: [Words.]}\n", title) == []


def test_an_articles_own_languages_decide_which_sides_are_missing() -> None:
    start = START.replace("[zh-Hans, en]", "[zh-Hans, en, ja]")
    body = "        languages: [ja, en]\n        body: [{ja: 泉, en: Spring}]\n"
    start = start.replace("title: {zh-Hans: 泉水, en: Springs}", "title: {ja: 泉, en: Springs}")
    assert codes(body, start) == []
    assert codes(body.replace("ja: 泉, ", ""), start) == ["L601"]


@pytest.mark.parametrize(
    "body",
    [
        "{zh-Hans: 泉, en: Spring, ja: 泉}",
        "{zh-Hans: 泉, en: Spring}",
        "{zh-Hans: 泉, ja: いずみ}",
        "{zh-Hans: 泉, ja: ''}",
        "{zh-Hans: 泉}",
        "{zh-Hans: 泉, en: ''}",
        "X, {ja: いずみ, en: Spring}",
        "{zh-Hans: 泉, en: Spring}, {zh-Hans: 泉, en: Spring, ja: いずみ}",
        "{list: [{en: Spring, ja: いずみ}]}, {quotation: X, by: {zh-Hans: 谚, en: A proverb}}",
    ],
)
def test_check_and_status_agree_on_the_languages_of_an_article(body: str) -> None:
    start = START.replace("[zh-Hans, en]", "[zh-Hans, en, ja]")
    start = start.replace("title: {zh-Hans: 泉水, en: Springs}", "title: X")
    loaded = load_text(f"{start}        body: [{body}]\n")
    assert loaded.issue
    reported = any(diagnostic.code == "L601" for diagnostic in loaded.diagnostics)
    [(_, article)] = loaded.issue.articles()
    statuses = translation_statuses(loaded.issue, article)
    assert reported == any(status.missing or status.state == "missing" for status in statuses)
    assert {status.language for status in statuses} == set(loaded.issue.languages_of(article))


def test_language_tags_are_the_same_in_any_letter_case() -> None:
    assert codes("        body: [{ZH-hans: 泉, EN: Spring}]\n") == []


def test_a_language_tag_may_be_a_key_of_blocks() -> None:
    start = START.replace("zh-Hans", "id")  # Indonesian
    assert codes("        body: [{id: Mata air, en: Spring}]\n", start) == []


def test_only_traditional_text_is_checked_for_simplified_characters() -> None:
    start = START.replace("zh-Hans", "zh-Hant").replace("专题", "專題")
    assert codes("        body: [{zh-Hant: 濟南的泉水, en: 济南}]\n", start) == []
    assert codes("        body: [{zh-Hant: 济南的泉水, en: 济南}]\n", start) == ["L602"]


@pytest.mark.parametrize(
    ("text", "is_reported"),
    [
        ("C # 语言", True),
        ("学 C # 语言很好。", True),
        ("泉水在城中 # 一, 四季如常。", True),
        ("济南排名 #1", True),
        ("泉水四季如常。 # 待查", False),
        ("泉水四季如常。 # 见原文。", False),
        ("泉水  # 题目待定。", False),
        ("泉水 # 题目待定", False),
        ("C#语言", False),
        ("'C # 语言'", False),
    ],
)
def test_a_comment_that_seems_to_be_text_is_reported(text: str, is_reported: bool) -> None:
    found = load_text(START + f"        body:\n          - zh-Hans: {text}\n            en: x\n").diagnostics
    assert [d.code for d in found] == (["T709"] if is_reported else [])
    assert all(d.excerpt[d.mark] == "#" for d in found)


def test_a_doubled_id_is_reported_without_the_links_that_follow_from_it() -> None:
    link = "        body: ['泉[x](rivers)泉[y](#here)']\n"
    second = "      - {id: springs, title: 河, body: [{paragraph: 河, id: here}]}\n"
    assert codes(link) == ["R423", "R423"]
    assert codes(link + second) == ["R401"]


@pytest.mark.parametrize(("tag", "meant"), [("cn", "zh-Hans"), ("JP", "ja")])
def test_a_country_is_no_language(tag: str, meant: str) -> None:
    found = load_text(SMALL.replace("[zh-Hans, en]", f"[{tag}, en]")).diagnostics
    assert [(each.code, each.hint) for each in found] == [("S305", f"that is a country; write {meant}")]
