"""On which of two facing pages things stand."""

from reader.importing.text.pipeline import read_text

SPREAD = """\
清早的渡口没有人，只有一条船。船老 The ferryman keeps a stove in his boat, and
大坐在船头补网，补完一张，再补下一 in winter there is tea on it for anyone who
张，天亮的时候才抬起头来。 has to wait for the second boat of the day.
午后的渡口
对岸的人来得早，他们要赶集。到了集 The landing after noon
上，先喝一碗茶，再去看牛。 The market is on the other side, and those
渡船的桨 who come early drink their tea standing.
Oars of the ferry They look at the oxen first and only then at
图 / 林一舟 the price, for the price is always the same.
46 47
RIVER RIVER"""


def test_blocks_and_captions_are_on_the_page_they_stand_on() -> None:
    article = read_text(SPREAD).articles[0]
    assert article.pages == ("46", "47")
    assert {block.page for block in article.body["zh-Hans"]} == {"46"}
    assert {block.page for block in article.body["en"]} == {"47"}
    credited = [figure for figure in article.figures if figure.credit]
    assert [(figure.caption.get("zh-Hans", ""), figure.page) for figure in credited] == [("渡船的桨", "46")]


def test_of_a_single_page_all_is_on_it() -> None:
    article = read_text(SPREAD.replace("46 47", "46")).articles[0]
    assert {block.page for block in (*article.body["zh-Hans"], *article.body["en"])} == {"46"}
