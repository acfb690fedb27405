"""Whatever is around an article in the text of a page: labels, running heads and feet, the title and its deck."""

from reader.importing.text.furniture import PageFurniture, remove_furniture
from reader.importing.text.languages import chinese_and_english
from reader.importing.text.page_splitting import TextPage

TITLE = ["纸与水", "Paper and Water"]
DECK = ["一条溪水养活了三代做纸的人。", "One stream has fed three generations of papermakers."]
BODY = ["纸坊在溪的上游，清早先开水闸，再把昨天泡下的", "树皮捞上来。师傅说水比人老实，哪一天少了，", "纸上都看得见。"]
WOVEN = ["纸坊在溪的上游，清早先开水闸，再把昨天泡下的", "The mill stands above the village, and every day"]
ZH, EN = "zh-Hans", "en"


def furniture_of(*lines: str) -> PageFurniture:
    text = "\n".join(lines)
    return remove_furniture(TextPage(text), chinese_and_english(text))


def left(furniture: PageFurniture) -> list[str]:
    return [line.text for line in furniture.lines]


def test_a_deck_is_under_the_title_in_both_languages() -> None:
    furniture = furniture_of(*TITLE, *DECK, "文 / 林一舟", *BODY)
    assert furniture.title == {ZH: TITLE[0], EN: TITLE[1]}
    assert furniture.deck == {ZH: DECK[0], EN: DECK[1]}
    assert furniture.bylines == ("文 / 林一舟",)
    assert left(furniture) == BODY


def test_lines_of_columns_under_a_title_are_no_deck() -> None:
    furniture = furniture_of(*TITLE, *WOVEN, *WOVEN, *BODY)
    assert furniture.deck == {}
    assert left(furniture) == [*WOVEN, *WOVEN, *BODY]


def test_rows_of_numbers_at_the_foot_are_no_page_numbers() -> None:
    assert furniture_of(*BODY, "Year Boats Wells", "1950 260 14", "46 47").pages == ("46", "47")
    assert left(furniture_of(*BODY, "1950 260 14", "46 47")) == [*BODY, "1950 260 14"]


def test_labels_of_a_site_and_the_section_are_taken_off_the_top() -> None:
    furniture = furniture_of("Page 47", "P. 47", "Craft 手艺", *BODY, "47 FAR SHORE")
    assert furniture.running == ("Page 47", "P. 47", "47 FAR SHORE", "Craft 手艺")
    assert furniture.section == {ZH: "手艺", EN: "Craft"}
    assert furniture.pages == ("47",)
    assert left(furniture) == BODY


def test_a_title_in_one_language_over_its_credit_is_a_caption() -> None:
    furniture = furniture_of("黄昏的码头", "图 / 林一舟", *BODY)
    assert furniture.title == {}
    assert left(furniture) == ["黄昏的码头", "图 / 林一舟", *BODY]


def test_lines_within_a_page_have_neither_head_nor_foot() -> None:
    lines = [*TITLE, *BODY, "46 47"]
    text = "\n".join(lines)
    furniture = remove_furniture(TextPage(text, has_head=False, has_foot=False), chinese_and_english(text))
    assert left(furniture) == lines
