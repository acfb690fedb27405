"""The words of the interface in linear reading; signs, boxes and columns are said in words."""

from __future__ import annotations

from reader.layout.wording import language_name
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.settings.table import InterfaceLanguage


@record
class LinearWords:
    """Phrases in a language of the interface; ``{}`` is a place for a word."""

    tag: str
    """Language tag of the phrases."""
    language: str
    address: str
    pages: str
    counts: str
    relation: str
    apart: str
    page: str
    title: str
    heading: str
    heading_below: str
    quotation: str
    pull: str
    verse: str
    by: str
    code: str
    code_in: str
    list_of: str
    item: str
    ordered_item: str
    item_below: str
    ordered_item_below: str
    box: str
    box_ends: str
    figure: str
    credit: str
    described: str
    not_described: str
    table: str
    header: str
    row: str
    cell: str
    note: str
    note_without_mark: str
    note_mark: str
    printed_number: str
    separator: str
    """Sign between the cells of a table."""
    absent: str
    ends: str
    begins: str
    no_paragraph: str
    no_anchor: str
    no_heading: str
    found: str
    not_found: str
    nothing_sought: str
    no_other: str
    unknown: str
    ended_at: str
    hint: str
    help: tuple[str, ...]

    def language_names(self, tags: Sequence[str]) -> dict[str, str]:
        """Returns the name of each language; with its tag where two have the same name."""
        names = {tag: language_name(tag, self.tag) for tag in tags}
        known = list(names.values())
        return {tag: name if known.count(name) == 1 else f"{name} ({tag})" for tag, name in names.items()}


_ENGLISH = LinearWords(
    tag="en",
    language="{}:",
    address="Address: {}",
    pages="Printed pages: {}",
    counts="Paragraphs: {}. Figures: {}. Notes: {}. Languages: {}.",
    relation="{}.",
    apart="The languages are written apart: the other one has paragraphs of its own.",
    page="Printed page {}.",
    title="Title: ",
    heading="Heading: ",
    heading_below="Heading, level {}: ",
    quotation="Quotation: ",
    pull="Words of the article, repeated in large type: ",
    verse="Verse:\n",
    by="By: {}",
    code="Code:\n",
    code_in="Code, {}:\n",
    list_of="List. Items: {}.",
    item="Item: ",
    ordered_item="Item {}: ",
    item_below="Item, level {}: ",
    ordered_item_below="Item {}, level {}: ",
    box="A box beside the article begins.",
    box_ends="The box ends.",
    figure="Figure {}: ",
    credit="Credit: {}",
    described="In the picture: {}",
    not_described="The picture has no description.",
    table="Table. Columns: {}. Rows: {}. ",
    header="Header: {}",
    row="Row {}: {}",
    cell="{}: {}",
    note="Note {}: ",
    note_without_mark="Note: ",
    note_mark=" (note {})",
    printed_number="Printed number {}: ",
    separator="; ",
    absent="Not in this language: {}.",
    ends="The article ends.",
    begins="The article begins here.",
    no_paragraph="There is no paragraph {}. The last one is {}.",
    no_anchor="There is no place {}.",
    no_heading="There is no further heading.",
    found="Found. Places: {}.",
    not_found="Not found: {}.",
    nothing_sought="Type the words after the sign: /words",
    no_other="The article has no other language.",
    unknown="No command: {}. A question mark lists the commands.",
    ended_at="Ended at {}",
    hint="Enter reads on, o changes the language, a question mark lists all commands, q ends.",
    help=(
        "Enter: the next part.",
        "-: the part before.",
        "A dot: the same part again.",
        "o: the other language, and on in it.",
        "A number: the paragraph of that number.",
        "#NAME: a place, such as #p12, #page-61 or the id of a figure.",
        "h: the next heading.",
        "/WORDS: the next part with the words, in either language. / alone goes on with the same words.",
        "q: the end.",
        "After each command press Enter.",
    ),
)
_CHINESE = LinearWords(
    tag="zh-Hans",
    language="{}：",
    address="地址：{}",
    pages="原刊页码：{}",
    counts="段落：{}。图片：{}。注释：{}。语言：{}。",
    relation="{}。",
    apart="两种语言各自成文：另一种语言的段落自成一列。",
    page="原刊第 {} 页。",
    title="标题：",
    heading="小标题：",
    heading_below="{} 级小标题：",
    quotation="引文：",
    pull="文中摘句：",
    verse="诗：\n",
    by="出自：{}",
    code="代码：\n",
    code_in="{} 代码：\n",
    list_of="列表，共 {} 项。",
    item="项：",
    ordered_item="第 {} 项：",
    item_below="{} 级项：",
    ordered_item_below="第 {} 项，{} 级：",
    box="附栏开始。",
    box_ends="附栏结束。",
    figure="图 {}：",
    credit="图片来源：{}",
    described="画面：{}",
    not_described="图片没有说明。",
    table="表格，{} 列，{} 行。",
    header="表头：{}",
    row="第 {} 行：{}",
    cell="{}：{}",
    note="注 {}：",
    note_without_mark="注：",
    note_mark="（注 {}）",
    printed_number="原编号 {}：",
    separator="；",
    absent="没有这种语言的文本：{}。",
    ends="文章结束。",
    begins="文章由此开始。",
    no_paragraph="没有第 {} 段。最后一段是第 {} 段。",
    no_anchor="没有这个位置：{}。",
    no_heading="后面没有小标题了。",
    found="找到 {} 处。",
    not_found="没有找到：{}。",
    nothing_sought="在斜线后面输入要找的词：/词",
    no_other="本文没有另一种语言。",
    unknown="没有这个命令：{}。输入问号可列出命令。",
    ended_at="结束于 {}",
    hint="回车继续，o 换语言，问号列出全部命令，q 结束。",
    help=(
        "回车：下一部分。",
        "-：上一部分。",
        "句点：再读一遍。",
        "o：换成另一种语言，并用它继续。",
        "数字：跳到这一段。",
        "#名称：一个位置，如 #p12、#page-61 或图片的 id。",
        "h：下一个小标题。",
        "/词：下一个含有这些词的部分，两种语言都找。只输入 / 则继续找同样的词。",
        "q：结束。",
        "每个命令之后按回车。",
    ),
)
LINEAR_WORDS: dict[InterfaceLanguage, LinearWords] = {"en": _ENGLISH, "zh": _CHINESE}
