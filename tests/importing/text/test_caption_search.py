"""Captions in the text of a page: told with what goes with them, wherever they stand."""

from typing import TYPE_CHECKING

import pytest

from reader.importing.text.pipeline import read_text

if TYPE_CHECKING:
    from reader.importing.extraction import ExtractedFigure

BODY = """\
The last boat leaves the landing at dusk, and whoever has missed it
sleeps at the inn, where the beds are short and the soup is long. No
one complains, for the innkeeper is the ferryman's sister and she has
a good memory for faces. In the morning she counts the spoons twice."""


def figures(page: str) -> list[tuple[str, str, str]]:
    found: tuple[ExtractedFigure, ...] = read_text(page).articles[0].figures
    return [(figure.caption.get("zh-Hans", ""), figure.caption.get("en", ""), figure.credit) for figure in found]


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        pytest.param(
            "黄昏的码头。\nThe landing at dusk\n图 / 林一舟\n" + BODY,
            [("黄昏的码头。", "The landing at dusk", "图 / 林一舟")],
            id="stacked, credit below",
        ),
        pytest.param(
            "黄昏的码头。图 / 林一舟\nThe landing at dusk\n" + BODY,
            [("黄昏的码头。", "The landing at dusk", "图 / 林一舟")],
            id="credit behind the Chinese",
        ),
        pytest.param(
            "黄昏的码头 摄影 / 林一舟\nThe landing at dusk\n" + BODY,
            [("黄昏的码头", "The landing at dusk", "摄影 / 林一舟")],
            id="credit beside the Chinese",
        ),
        pytest.param(
            "黄昏的码头 The landing at dusk 摄影 / 林一舟\n" + BODY,
            [("黄昏的码头", "The landing at dusk", "摄影 / 林一舟")],
            id="all in a line",
        ),
        pytest.param(
            "客栈的床 渡船的桨\nBeds at the inn Oars of the ferry\n图 / 林一舟 图 / 周见山\n" + BODY,
            [("客栈的床", "Beds at the inn", "图 / 林一舟"), ("渡船的桨", "Oars of the ferry", "图 / 周见山")],
            id="two beside each other",
        ),
        pytest.param(
            "客栈的床\nBeds at the inn\n图 / 林一舟\n渡船的桨\nOars of the ferry\n图 / 周见山\n" + BODY,
            [("客栈的床", "Beds at the inn", "图 / 林一舟"), ("渡船的桨", "Oars of the ferry", "图 / 周见山")],
            id="two below each other",
        ),
    ],
)
def test_forms_of_captions(page: str, wanted: list[tuple[str, str, str]]) -> None:
    assert figures(page) == wanted
    assert read_text(page).articles[0].body["en"][0].text.endswith("counts the spoons twice.")


def test_an_english_caption_between_lines_of_a_column_beside_it() -> None:
    first, second, third, *rest = BODY.splitlines()
    page = "\n".join(
        [first, "客栈的床。", f"Beds at the inn {second}", f"Photo by Lin Yizhou {third}", *rest],
    )
    assert figures(page) == [("客栈的床。", "Beds at the inn", "Photo by Lin Yizhou")]
    (block,) = read_text(page).articles[0].body["en"]
    assert block.text == " ".join(BODY.split())


def test_a_pair_of_headings_is_no_caption() -> None:
    chinese = "两岸的人都认得他，他却只记得船，记得每一块船板是哪一年换的，\n换的时候下没下雨。"
    page = f"渡口\n{chinese}\n{chinese}\n客栈的床\nThe Long Soup\n{chinese}\n{BODY}"
    assert figures(page) == []
