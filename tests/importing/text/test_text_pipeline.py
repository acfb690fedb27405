"""The text of a page read back into its articles, without a loss."""

from hypothesis import given
from hypothesis import strategies as st

from reader.importing.scripts import HAN, LATIN
from reader.importing.text.languages import LanguagePair, PageLanguage
from reader.importing.text.pipeline import read_text
from tests.drawing import examples
from tests.importing.text.lost_text import lost

WORDS = st.sampled_from(
    [
        "运河",
        "在这里拐了一个弯,",
        "弯里便是旧港。",
        "图",
        "/",
        "苏晚渡",
        "80",
        "Page",
        "47",
        "the",
        "old",
        "harbour",
        "lies.",
        "A",
        "T",
        "Aand",
        "n",
        "2018",
        "—",
        "Photo",
        "by",
        "Ada",
        "第",
        "30",
        "页",
        "fin-",
        "gernail",
    ]
)
PAGES = st.lists(st.lists(WORDS, min_size=1, max_size=9).map(" ".join), max_size=14).map("\n".join)


@examples(60)
@given(PAGES | st.text(max_size=200))
def test_no_character_is_lost(text: str) -> None:
    assert not lost(text, read_text(text))


def blocks(text: str) -> list[str]:
    """Returns the body of a page's text, each block with its kind."""
    article = read_text(text).articles[0]
    return [f"{block.kind}: {block.text}" for blocks in article.body.values() for block in blocks]


def test_two_columns_woven_together_are_read_one_after_the_other() -> None:
    page = """\
渡口的石阶一共四十二级，水大的时候只 船老大姓翁，撑了三十一年，从来没有
露出九级。摆渡船每天清早开第一班，坐 让谁等过一袋烟的工夫。他说过河的人
的都是去对岸卖菜的人。 都有要紧的事。"""
    assert blocks(page) == [
        "para: 渡口的石阶一共四十二级，水大的时候只露出九级。摆渡船每天清早开第一班，坐的都是去对岸卖菜的人。",
        "para: 船老大姓翁，撑了三十一年，从来没有让谁等过一袋烟的工夫。他说过河的人都有要紧的事。",
    ]


def test_a_torn_capital_goes_back_to_its_word() -> None:
    page = """\
n the far side of the river there is a house with a blue door,
and in it lives the last ferryman of the valley. Every morning
Ohe counts the steps that the water has left, and writes them down
on the wall beside the stove."""
    assert blocks(page)[0].startswith("para: On the far side of the river there is a house with a blue door, and in it")
    assert " he counts the steps " in blocks(page)[0]


def test_folded_marks_are_wide_again_between_chinese() -> None:
    assert blocks("船来了,人还没有来;等一等。") == ["para: 船来了，人还没有来；等一等。"]


def test_no_text_gives_nothing() -> None:
    assert not read_text("").articles
    assert not read_text(" \n\n\t\f\n").articles


def test_a_long_line_is_a_paragraph() -> None:
    text = "这里有 一条很长 的线。 " * 400
    found = read_text(text)
    assert not lost(text, found)


def test_the_script_is_told() -> None:
    assert read_text("傘骨收起來，雨還沒有停。").languages == ("zh-Hant", "en")
    assert read_text("伞骨收起来，雨还没有停。").languages == ("zh-Hans", "en")


def test_another_pair_of_languages_needs_only_a_model_for_each() -> None:
    page = """\
港の朝は早い。 Le bateau part avant le jour, et personne
船は夜明け前に出る。 ne demande où il va."""

    def follows(_before: str, _after: str) -> float:
        return 0.0

    languages = LanguagePair(PageLanguage("ja", HAN, follows), PageLanguage("fr", LATIN, follows))
    extraction = read_text(page, languages)
    assert extraction.languages == ("ja", "fr")
    body = extraction.articles[0].body
    assert [block.text for block in body["fr"]] == ["Le bateau part avant le jour, et personne ne demande où il va."]
    assert "".join(block.text for block in body["ja"]) == "港の朝は早い。船は夜明け前に出る。"
