"""Paragraphs of an interview begin with who speaks."""

from reader.importing.text.pipeline import read_text


def test_paragraphs_begin_where_somebody_speaks_even_after_a_full_line() -> None:
    page = """\
问：你们从什么时候开始在这里修船，修的都是什么船？
答：从我祖父那一辈起，修的是运石头的船，后来才修客船。
问：现在还有人学这门手艺吗？
答：有两个，一个是我女儿，一个是隔壁的孩子，都肯吃苦。"""
    blocks = read_text(page).articles[0].body["zh-Hans"]
    assert [block.text[:2] for block in blocks] == ["问：", "答：", "问：", "答："]


def test_a_colon_that_comes_once_is_no_speaker() -> None:
    page = """\
师傅：这是大家对他的称呼，他自己不喜欢，说自己不过是个
修船的人，跟别人没有什么两样。"""
    assert len(read_text(page).articles[0].body["zh-Hans"]) == 1
