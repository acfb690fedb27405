"""What stands around an article in the text of a page."""

from reader.importing.text.furniture import Furniture

TITLE = ["纸与水", "Paper and Water"]
DECK = ["一条溪水养活了三代做纸的人。", "One stream has fed three generations of papermakers."]
BODY = ["纸坊在溪的上游，清早先开水闸，再把昨天泡下的", "树皮捞上来。师傅说水比人老实，哪一天少了，", "纸上都看得见。"]
WOVEN = ["纸坊在溪的上游，清早先开水闸，再把昨天泡下的", "The mill stands above the village, and every day"]


def test_a_deck_stands_under_the_title_in_both_languages() -> None:
    furniture = Furniture([*TITLE, *DECK, "文 / 林一舟", *BODY])
    assert furniture.deck == tuple(DECK)
    assert furniture.byline == ("文 / 林一舟",)
    assert [line for _, line in furniture.lines] == BODY


def test_lines_of_columns_under_a_title_are_no_deck() -> None:
    furniture = Furniture([*TITLE, *WOVEN, *WOVEN, *BODY])
    assert furniture.deck == ("", "")
    assert [line for _, line in furniture.lines] == [*WOVEN, *WOVEN, *BODY]


def test_rows_of_numbers_at_the_foot_are_the_page() -> None:
    assert Furniture([*BODY, "Year Boats Wells", "1950 260 14", "46 47"]).pages == ("46", "47")
    assert [line for _, line in Furniture([*BODY, "1950 260 14", "46 47"]).lines] == [*BODY, "1950 260 14"]
