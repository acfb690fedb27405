"""The words of a site around the texts of its issues, in the languages of those."""

from __future__ import annotations

from reader.exporting.elements import element
from reader.layout.wording import Phrase
from reader.model.language import name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from reader.exporting.elements import Child
    from reader.model.text import Text

SKIP = Phrase("跳到正文", "跳到正文", "Skip to the text", "本文へ")
SEARCH = Phrase("全站搜索", "全站搜尋", "Search all issues", "サイト内検索")
RESULTS = Phrase("搜索结果", "搜尋結果", "Results", "検索結果")
FOUND = Phrase("找到 {} 处", "找到 {} 處", "{} found", "{} 件")
PAUSED = Phrase(
    "较新各期未见，按“更多”再找",
    "較新各期未見，按「更多」再找",
    "None in the newest issues; More looks further back",
    "新しい号にはありません。「もっと見る」でさらに探します",
)
NO_PINYIN = Phrase(
    "本站不查拼音，请输入汉字",
    "本站不查拼音，請輸入漢字",
    "Pinyin is not searched here; write the characters",
    "ピンインでは検索できません。漢字を入力してください",
)
MORE = Phrase("更多", "更多", "More", "もっと見る")
CLOSE = Phrase("关闭", "關閉", "Close", "閉じる")
TRAIL = Phrase("位置", "位置", "You are here", "現在位置")
SHELF = Phrase("书架", "書架", "All issues", "本棚")
CONTENTS = Phrase("目录", "目錄", "Contents", "目次")
PAGES = Phrase("页码", "頁碼", "Printed pages", "ページ")
LAYOUT = Phrase("版式", "版式", "Layout", "レイアウト")
SIDE_BY_SIDE = Phrase("并排", "並排", "Side by side", "並列")
INTERLEAVED = Phrase("上下", "上下", "Interleaved", "交互")
REVEAL = Phrase("点开译文", "點開譯文", "Reveal", "開いて見る")
THEME = Phrase("颜色", "顏色", "Colours", "配色")
SYSTEM = Phrase("自动", "自動", "Automatic", "自動")
LIGHT = Phrase("浅色", "淺色", "Light", "ライト")
PAPER = Phrase("纸色", "紙色", "Paper", "紙")
DARK = Phrase("深色", "深色", "Dark", "ダーク")
CITE = Phrase("引用", "引用", "Cite", "引用")
COPY = Phrase("复制", "複製", "Copy", "コピー")
COPIED = Phrase("已复制", "已複製", "Copied", "コピーしました")
PREVIOUS = Phrase("上一篇", "上一篇", "Previous", "前へ")
NEXT = Phrase("下一篇", "下一篇", "Next", "次へ")
NEIGHBOURS = Phrase("前后文章", "前後文章", "Other articles", "前後の記事")
PLACE = Phrase("本段链接", "本段連結", "Link to this paragraph", "この段落へのリンク")
FEEDS = Phrase("订阅", "訂閱", "Subscribe", "購読")
EMPTY = Phrase("还没有刊物", "還沒有刊物", "No issues yet", "まだ号がありません")


def said(phrase: Phrase, tags: Sequence[str]) -> str:
    """Returns a phrase in the languages of a page, one after the other."""
    return " ".join(_by_tag(phrase, tags))


def spoken(phrase: Phrase, tags: Sequence[str]) -> list[Child]:
    """Returns a phrase in the languages of a page as elements."""
    held: list[Child] = []
    for words, tag in _by_tag(phrase, tags).items():
        held += [" ", element("span", {"lang": tag}, [words])]
    return held[1:]


def _by_tag(phrase: Phrase, tags: Sequence[str]) -> dict[str, str]:
    """Returns the words of a phrase with the tag of their language: a page in French has those in English."""
    found: dict[str, str] = {}
    for tag in tags[:2]:
        words = phrase.in_language(tag)
        found.setdefault(words, "en" if words == phrase.english else tag)
    return found


def texts(text: Text, tags: Sequence[str]) -> list[Child]:
    """Returns a text without markup in each language of a page that has it."""
    held: list[Child] = []
    for tag in tags:
        if text.get(tag) and text.plain(tag) not in [text.plain(before) for before in tags[: [*tags].index(tag)]]:
            held += [" ", element("span", {"lang": tag}, [text.plain(tag)])]
    return held[1:] or [text.best(())]


def language_name(tag: str) -> Element:
    """Returns the name of a language in itself."""
    return element("span", {"lang": tag}, [name(tag)])
