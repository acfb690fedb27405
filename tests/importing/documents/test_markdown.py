"""Markdown of other programs than GitHub's, and beside Chinese marks."""

import pytest

from tests.importing.documents.reading import document, pairs, read, titles


def _units(text):
    return [(unit.kind, unit.text.text) for unit in document("a.md", text.encode()).units]


@pytest.mark.parametrize(
    ("written", "text", "strong"),
    [
        ("**雨下了三天。**书店里没有客人。", "雨下了三天。书店里没有客人。", "雨下了三天。"),
        ("老人说**“它比我还老。”**没有人笑。", "老人说“它比我还老。”没有人笑。", "“它比我还老。”"),
        ("**中文**。后来他*走*了。", "中文。后来他走了。", "中文"),
        ("他说：**好**，再见。", "他说：好，再见。", "好"),
    ],
)
def test_emphasis_ends_beside_full_width_marks(written, text, strong):
    (unit,) = document("a.md", written.encode()).units
    assert unit.text.text == text
    assert [text[span.start : span.end] for span in unit.text.spans if span.kind == "strong"] == [strong]


def test_stars_that_mark_nothing_stay():
    assert _units("五星：*****。两个 * 号。") == [("paragraph", "五星：*****。两个 * 号。")]


GRID = """\
+------+---------------+
| Year | *Event*       |
+:====:+==============:+
| 1905 | finished and  |
|      | opened        |
+------+---------------+
| 1950 | a \\| b        |
+------+---------------+
"""


def test_a_grid_table_is_a_table():
    units = document("a.md", f"Before.\n\n{GRID}\nAfter.".encode()).units
    assert [(unit.kind, unit.text.text) for unit in units] == [
        ("paragraph", "Before."),
        *(("row", text) for text in ("Year | Event", "1905 | finished and opened", "1950 | a | b")),
        ("paragraph", "After."),
    ]
    assert units[1].is_head
    assert [cell.align for cell in units[2].cells] == ["center", "right"]


def test_a_grid_with_cells_over_several_columns_keeps_its_text():
    merged = GRID.replace("| 1950 | a \\| b        |", "| 1950 and later        |")
    assert "1950 and later" in " ".join(text for _, text in _units(merged))


def test_a_grid_in_code_is_code():
    assert [kind for kind, _ in _units(f"```\n{GRID}```\n")] == ["code"]


def test_definitions_are_a_list_of_two_levels():
    found = pairs(read("a.md", "# 茶馆\n\n# Teahouse\n\n盖碗\n: 带盖子的茶杯。\n\nGaiwan\n: A cup with a lid.\n"))
    assert found == [("list", "盖碗", "Gaiwan"), ("list", "带盖子的茶杯。", "A cup with a lid.")]


def test_the_boxes_of_tasks_are_no_text():
    assert _units("- [ ] 擦桌子\n- [x] 烧水\n- [x](a.md)\n") == [("item", "擦桌子"), ("item", "烧水"), ("item", "x")]


@pytest.mark.parametrize("line", ["[English](a.en.md) | 中文", "**中文** · [English](e.md) · [日本語](j.md)"])
def test_a_line_that_leads_to_other_languages_is_no_text(line):
    assert _units(f"# 桥\n\n{line}\n\n桥很老。") == [("heading", "桥"), ("paragraph", "桥很老。")]
    assert _units("English | 中文") == [("paragraph", "English | 中文")]


SIMPLE = """\
  月份   花       公斤
  ------ ------ ------
  四月   槐花       12
  六月   椴树       20
"""
MULTILINE = """\
  -------------------------
  Month    Flower
           of it
  ------- -----------------
  April    locust, and the
           first lime

  June     lime
  -------------------------

  : In *flower*
"""
HEADLESS = """\
------ ------
April      12
June       20
------ ------
"""


def _rows(text):
    found = document("a.md", text.encode()).units
    return [(unit.kind, [cell.text.text for cell in unit.cells] or unit.text.text) for unit in found]


def test_tables_without_bars_are_tables():
    after = [("paragraph", "After.")]
    assert _rows(f"{SIMPLE}\nAfter.") == [
        *(("row", cells) for cells in (["月份", "花", "公斤"], ["四月", "槐花", "12"], ["六月", "椴树", "20"])),
        *after,
    ]
    assert _rows(f"{MULTILINE}\nAfter.") == [
        ("caption", "In flower"),
        *(("row", cells) for cells in (["Month", "Flower of it"], ["April", "locust, and the first lime"])),
        ("row", ["June", "lime"]),
        *after,
    ]
    assert _rows(f"{HEADLESS}\nAfter.") == [("row", ["April", "12"]), ("row", ["June", "20"]), *after]
    units = document("a.md", f"Before.\n\n{SIMPLE}".encode()).units
    assert [unit.is_head for unit in units] == [False, True, False, False]
    assert [cell.align for cell in units[2].cells] == ["", "", "right"]


@pytest.mark.parametrize("text", ["one\n\n--- ---\n\ntwo", "--- --- ---\n\nno table", "Title\n-----\n\ntwo words"])
def test_rules_that_draw_no_table_stay_rules(text):
    assert {kind for kind, _ in _units(text)} <= {"paragraph", "heading"}


def test_the_caption_below_a_table_with_bars_is_above_its_rows():
    assert _rows("| a | b |\n|---|---|\n| 1 | 2 |\n\nTable: Two rows\n") == [
        ("caption", "Two rows"),
        ("row", ["a", "b"]),
        ("row", ["1", "2"]),
    ]


FIGURE = "```{figure} a.png\n:name: x\nThe *board*\n```"


@pytest.mark.parametrize(
    ("written", "units"),
    [
        (FIGURE, [("figure", "The board")]),
        ("(place)=\n# 桥\n\n% a remark\n见{ref}`那一章 <place>`。", [("heading", "桥"), ("paragraph", "见那一章。")]),
        ("```{note}\n小心。\n```", [("paragraph", "小心。")]),
        ("```{code-block} python\nx = 1\n```", [("code", "x = 1")]),
        (
            "只有==四米==。 ^id\n\n%% 给自己 %%\n\nx == y == z",
            [("paragraph", "只有四米。"), ("paragraph", "x == y == z")],
        ),
        ("```{=latex}\n\\newpage\n```\n\n八根`<br>`{=html}。", [("paragraph", "八根。")]),
        ("* TOC\n{:toc}\n\n桥。\n{: .wide}", [("paragraph", "桥。")]),
    ],
)
def test_marks_of_dialects_are_no_text(written, units):
    assert _units(written) == units


def test_the_author_under_a_quotation_belongs_to_it():
    (quote,) = document("a.md", "> 书是夜里的灯。\n>\n> —— 陈立".encode()).units[:1]
    found = pairs(read("a.md", "# 书\n\n# Books\n\n> 书是灯。\n>\n> —— 陈立\n\n> A book is a lamp.\n>\n> — Chen Li\n"))
    assert (quote.kind, quote.text.text) == ("quotation", "书是夜里的灯。")
    assert found == [("quotation", "书是灯。", "A book is a lamp.")]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("[" * 300 + "word [a](https://example.org)", "[" * 300 + "word a"),
        ("a|" * 80 + "\n" + "-|" * 80, "a"),
        ("| a\n" * 40, "a"),
    ],
)
def test_what_would_take_long_keeps_its_text(written, kept):
    assert kept in "".join(unit.text.text for unit in document("text.md", written.encode()).units)


def test_items_with_a_translation_below_are_two_texts():
    written = "# 三步\n\n# Three steps\n\n- 买蜂箱\n  Buy a hive\n  - 木头的\n    of wood\n  - 不要塑料的\n    not of plastic\n"
    assert pairs(read("text.md", written))[1:] == [
        ("list", "木头的", "of wood"),
        ("list", "不要塑料的", "not of plastic"),
    ]


def test_code_that_is_repeated_for_the_other_language_is_one():
    code = "    for face in clock:\n        check(face)\n\n"
    written = f"# 钟\n\n# La pendule\n\n他写了几行代码：\n\nIl a écrit un peu de code :\n\n{code}{code}很好。\n\nC’est très bien.\n"
    assert [kind for kind, *_ in pairs(read("text.md", written))] == ["paragraph", "code", "paragraph"]
    assert pairs(read("text.md", written))[1][1].count("check") == 1


@pytest.mark.parametrize("label", [("한국어", "English"), ("Русский", "English"), ("Español", "Français")])
def test_headings_that_name_a_language_are_no_titles(label):
    from reader.importing.documents.tables import is_language_label

    assert all(map(is_language_label, label))


def test_figures_of_shortcodes_and_slanted_lines_below_pictures_are_captions():
    assert _units('{{< figure src="a.png" title="塔" alt="远处" >}}') == [("figure", "塔")]
    (unit,) = document("a.md", b"![a tower](a.png)\n\n*The far bank*").units
    assert (unit.kind, unit.text.text, unit.alt) == ("figure", "The far bank", "a tower")
    assert _units("![](a.png)\n\n*塔*  \n*The tower*") == [("figure", "塔"), ("figure", "The tower")]
    assert [kind for kind, _ in _units("![](a.png)\n\nA line *with* a word.")] == ["figure", "paragraph"]


def test_boxes_have_their_titles_and_imports_of_components_are_left_out():
    text = "import Tabs from '@theme/Tabs';\n\n:::tip 小知识\n\n泉水很冷。\n\n:::\n\n:::note[Cold]\n\nIt is.\n\n:::\n"
    assert _units(text) == [
        ("heading", "小知识"),
        ("paragraph", "泉水很冷。"),
        ("heading", "Cold"),
        ("paragraph", "It is."),
    ]
    assert {unit.box > 0 for unit in document("a.md", text.encode()).units} == {True}


def test_a_line_of_prose_that_begins_like_an_import_is_kept():
    of_components = "import A, { B } from 'a'\nimport {\n  C,\n} from \"c\";\nimport './style.css'\n\n"
    prose = 'They paid\nimport duties, which he called "unfair"'
    assert _units(of_components + prose) == [("paragraph", prose.replace("\n", " "))]


def test_a_quotation_below_the_title_is_its_translation():
    text = "# 索道\n\n> The Cableway\n\n邮差每天过江。\n\nThe postman crosses the river every day.\n"
    assert titles(read("a.md", text)) == {"zh-Hans": "索道", "en": "The Cableway"}


def test_code_in_tags_of_jekyll_is_code():
    text = "Text.\n\n{% highlight ruby %}\nclass A\n\n  def b # *c*\n{% endhighlight %}\n\nMore.\n"
    assert _units(text) == [("paragraph", "Text."), ("code", "class A\n\n  def b # *c*"), ("paragraph", "More.")]


def test_items_of_one_language_and_paragraphs_of_the_other_in_turn_are_items():
    lines = [
        ("伞坏了。", "The umbrella is broken."),
        ("雨停了。", "The rain has stopped."),
        ("他走了。", "He is gone."),
    ]
    found = read("a.md", "\n\n".join(f"- **{en}**\n\n**{zh}**" for zh, en in lines))
    assert pairs(found) == [("list", *line) for line in lines]
