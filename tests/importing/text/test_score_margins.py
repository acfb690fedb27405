"""Doubts about the text of a page are in the draft above the block that is doubtful, and nowhere else."""

from reader.importing.drafting import drafted
from reader.importing.text.pipeline import read_text
from reader.source.writer import dump

SURE = """\
渡口
　　从前这里有一座木桥，桥面只有三尺宽，两个人
在桥上遇见，要侧过身子才走得过去。
　　后来桥给水冲走了，就有了渡船。"""
TORN = """\
渡口
从前这里有一座木桥，桥面只有三尺
宽，两个人在桥上遇见，要侧过身子才走
得过去，谁也不会先开口。
后来桥给水冲走了，村里才有了渡船
，一回能坐下十个人，站着的不算，天黑
便不开，船要等三个人，所以大家都在岸
上坐着，看对面山上的灯，一盏盏亮着。
船在 1987 年沉过一次，第二年修
好了，又开了好几年才停。"""
"""The last paragraph begins after a full line, and with one that is too wide for an indent and too narrow for none."""


def doubts(text: str) -> list[tuple[str, str]]:
    """The blocks of the body that something is unsure of, by how they begin."""
    article = read_text(text).articles[0]
    return [(block.text[:4], block.doubt) for blocks in article.body.values() for block in blocks if block.doubt]


def test_a_plain_page_is_not_doubted() -> None:
    assert doubts(SURE) == []
    assert all(block.confidence > 0.9 for block in read_text(SURE).articles[0].body["zh-Hans"])
    found = read_text(SURE)
    draft = drafted(found, "draft")
    assert "unsure" not in dump(draft.issue, draft.notes)


def test_a_paragraph_that_may_begin_after_a_full_line_is_doubted_there() -> None:
    ((block, doubt),) = doubts(TORN)
    assert doubt == "unsure of the join: a paragraph may begin or go on at “船在 1987 年沉过一…”"
    draft = drafted(read_text(TORN), "draft")
    lines = dump(draft.issue, draft.notes).splitlines()
    (at,) = [number for number, line in enumerate(lines) if doubt in line]
    assert lines[at].lstrip().startswith("#")
    assert any(block in line for line in lines[at + 1 : at + 4])


def test_a_line_that_may_stand_in_either_column_is_doubted() -> None:
    page = """\
她把船划到对岸去接客人，客人 他在窗下写了一封很长的信，信
还没有到，只有一只狗坐在那里 写好了以后没有地方可寄，就折
等着。
成一只船放进水里。"""
    assert [doubt for _, doubt in doubts(page) if doubt.startswith("unsure of the column")]


def test_a_credit_that_may_be_of_two_captions_is_doubted() -> None:
    page = """\
客栈的床 渡船的桨
Beds at the inn Oars of the ferry
图 / 林一舟
The last boat leaves the landing at dusk, and whoever has missed it
sleeps at the inn, where the beds are short and the soup is long. No
one complains, for the innkeeper is the ferryman's sister and she has
a good memory for faces. In the morning she counts the spoons twice."""
    figures = read_text(page).articles[0].figures
    assert [figure.doubt for figure in figures if figure.credit] == ["unsure whose credit this is"]
    draft = drafted(read_text(page), "draft")
    assert "unsure whose credit this is" in dump(draft.issue, draft.notes)


def test_a_page_that_begins_and_ends_within_sentences() -> None:
    page = """\
的人都说好看。
　　第二天他又来了，还是坐在门边那张桌子上，要
了一碗面，吃完了不走，看着街上的人来来去去。
　　到了第三天，街上的人都认得他了，有人问他在等"""
    first, *_, last = read_text(page).articles[0].body["zh-Hans"]
    assert first.kind == "fragment"
    assert last.continues


def test_a_page_that_ends_with_a_sentence_goes_on_nowhere() -> None:
    assert not any(block.continues or block.kind == "fragment" for block in read_text(SURE).articles[0].body["zh-Hans"])
