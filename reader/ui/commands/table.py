"""The one table of commands: keys, footer, palette, help and docs are made from it."""

from __future__ import annotations

from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType

    from reader.settings import Settings, SettingsFault

READING, SHELF, SEARCH, FIGURE, HELP, LINKS = "reading", "shelf", "search", "figure", "help", "links"
MARKS, WRITING = "marks", "writing"
PREVIEW, GLOSSARY = "preview", "glossary"
"""A preview has all commands of reading, too."""
EVERYWHERE = (READING, SHELF, SEARCH, FIGURE, HELP, LINKS, MARKS, WRITING, GLOSSARY)


@record
class Command:
    """Something the reader can do: ``id`` is the action's name on the screens of ``scopes``."""

    id: str
    keys: tuple[str, ...]
    en: str
    zh: str
    group: str
    scopes: tuple[str, ...] = (READING,)
    short_en: str = ""
    """Its name in the status line, for those that stand there."""
    short_zh: str = ""
    of_app: bool = False
    """Whether the app does it, on every screen alike."""

    def is_in(self, scope: str) -> bool:
        """Whether the command is one of a screen's."""
        return scope in self.scopes or (scope == PREVIEW and READING in self.scopes)

    @property
    def action(self) -> str:
        """The action that does it, as the screens of its scopes name it."""
        return f"app.{self.id}" if self.of_app else self.id

    @property
    def shown_keys(self) -> list[str]:
        """Its keys as they are written in help: those that the reader has set for it, else its own."""
        return [shown(key) for key in _SET.get(self.id, self.keys)]

    def hint(self, scope: str) -> str:
        """Returns the key that the status line of a screen shows; a sign would only be typed into a box."""
        keys = self.shown_keys
        return next((key for key in keys if len(key) > 1 or scope != SEARCH), keys[0] if keys else "")

    def title(self, language: str) -> str:
        """Returns what the command is called in an interface language."""
        return self.zh if language == "zh" else self.en

    def short(self, language: str) -> str:
        """Returns its name in the status line."""
        return self.short_zh if language == "zh" else self.short_en


_LISTS = (SHELF, SEARCH, HELP, LINKS, MARKS, GLOSSARY)

COMMANDS = (
    Command("line_down", ("j", "down"), "Down a line", "下一行", "move", (READING, *_LISTS)),
    Command("line_up", ("k", "up"), "Up a line", "上一行", "move", (READING, *_LISTS)),
    Command("page_down", ("space", "pagedown"), "Down a page", "下一屏", "move", (READING, *_LISTS)),
    Command("page_up", ("b", "pageup"), "Up a page", "上一屏", "move", (READING, *_LISTS)),
    Command("half_down", ("d",), "Down half a page", "下半屏", "move"),
    Command("half_up", ("u",), "Up half a page", "上半屏", "move"),
    Command("pair_down", ("J",), "Next paragraph", "下一段", "move"),
    Command("pair_up", ("K",), "Previous paragraph", "上一段", "move"),
    Command(
        "left",
        ("h", "left"),
        "Left: selection, table, side",
        "向左：选区、表格、分栏",
        "move",
    ),
    Command(
        "right",
        ("l", "right"),
        "Right: selection, table, side",
        "向右：选区、表格、分栏",
        "move",
    ),
    Command("top", ("g", "home"), "To the beginning", "到开头", "move", (READING, *_LISTS)),
    Command("bottom", ("G", "end"), "To the end", "到末尾", "move", (READING, *_LISTS)),
    Command(
        "next_article",
        ("right_square_bracket",),
        "Next article",
        "下一篇",
        "article",
        short_en="next",
        short_zh="下一篇",
    ),
    Command("previous_article", ("left_square_bracket",), "Previous article", "上一篇", "article"),
    Command(
        "contents",
        ("t",),
        "Show or hide the contents",
        "显示或隐藏目录",
        "article",
        short_en="contents",
        short_zh="目录",
    ),
    Command("captions", ("c",), "Show or hide the captions", "显示或隐藏图注", "article"),
    Command("panel", ("tab",), "Next panel", "下一个面板", "article", (READING, SHELF, SEARCH)),
    Command("panel_back", ("shift+tab",), "Previous panel", "上一个面板", "article", (READING, SHELF, SEARCH)),
    Command("wider", ("greater_than_sign",), "Make the panel wider", "加宽面板", "article"),
    Command("narrower", ("less_than_sign",), "Make the panel narrower", "收窄面板", "article"),
    Command(
        "open",
        ("enter",),
        "Open what is under the cursor",
        "打开光标所在项",
        "article",
        (READING, SHELF, SEARCH, HELP, LINKS, MARKS, GLOSSARY),
    ),
    Command("figure", ("f",), "Look at the figure", "查看图片", "article", short_en="figure", short_zh="图片"),
    Command(
        "next_figure", ("n", "right", "space", "right_square_bracket"), "Next figure", "下一张", "article", (FIGURE,)
    ),
    Command(
        "previous_figure", ("p", "left", "b", "left_square_bracket"), "Previous figure", "上一张", "article", (FIGURE,)
    ),
    Command("find", ("slash",), "Find in this article", "在本文中查找", "find", short_en="find", short_zh="查找"),
    Command("next_match", ("n",), "Next match", "下一处", "find"),
    Command("previous_match", ("N",), "Previous match", "上一处", "find"),
    Command("search", ("s",), "Search the library", "搜索全部刊物", "find", (READING, SHELF), "search", "搜索", True),
    Command("language", ("ctrl+l",), "Only one language", "只搜一种语言", "find", (SEARCH,), "language", "语言"),
    Command(
        "kind",
        ("ctrl+t",),
        "Only titles, captions, credits or paragraphs",
        "只搜标题、图注、署名或正文",
        "find",
        (SEARCH,),
        "kind",
        "类别",
    ),
    Command("issue", ("ctrl+o",), "Only this issue", "只搜本期", "find", (SEARCH,), "issue", "本期"),
    Command(
        "sort", ("ctrl+s",), "The best or the newest first", "按相关或按日期排列", "find", (SEARCH,), "order", "排序"
    ),
    Command("history", ("ctrl+r",), "What was searched for before", "以前的搜索", "find", (SEARCH,), "earlier", "历史"),
    Command(
        "mode",
        ("v",),
        "Way to read: side by side, interleaved, one side, reveal",
        "阅读方式：左右对照、逐段对照、单栏、按需显示",
        "look",
    ),
    Command("reveal", ("r",), "Reveal the other language of the paragraph", "显示本段的另一语言", "look"),
    Command("swap", ("x",), "Swap the languages", "左右互换", "look"),
    Command("languages", ("X",), "Other two of the issue's languages", "换用另两种语言", "look"),
    Command("link", ("L",), "Let the two sides scroll apart, or link them", "两栏分开滚动或恢复联动", "look"),
    Command("split_left", ("comma",), "Narrower left column", "收窄左栏", "look"),
    Command("split_right", ("full_stop",), "Wider left column", "加宽左栏", "look"),
    Command("justify", ("A",), "Lines equally wide, or ragged", "两端对齐或左对齐", "look"),
    Command("hyphenate", ("H",), "Divide words at the ends of lines, or not", "行末断词或不断词", "look"),
    Command("measure_wider", ("plus", "equals_sign"), "Wider lines", "加宽文栏", "look"),
    Command("measure_narrower", ("minus",), "Narrower lines", "收窄文栏", "look"),
    Command(
        "theme", ("T",), "Theme: dark, light, paper", "主题：深色、浅色、纸色", "look", (READING, SHELF), of_app=True
    ),
    Command("bookmark", ("m",), "Add or remove a bookmark", "加书签或取消书签", "keep"),
    Command("name_bookmark", ("B",), "Name the bookmark", "给书签命名", "keep"),
    Command("next_bookmark", ("apostrophe",), "Next bookmark in this article", "本文的下一个书签", "keep"),
    Command("highlight", ("p",), "Highlight, or take it away", "标亮或取消标亮", "keep"),
    Command("note", ("a",), "Write a note", "写批注", "keep"),
    Command("word", ("w",), "Keep a word with its sentence", "收藏生词与例句", "keep"),
    Command("marks", ("M",), "Everything marked", "全部标记", "keep", (READING, SHELF)),
    Command("filter", ("slash",), "Filter", "筛选", "find", (MARKS,), "filter", "筛选"),
    Command("next_kind", ("tab",), "Next kind of marks", "下一类标记", "find", (MARKS,), "kind", "类别"),
    Command("previous_kind", ("shift+tab",), "Previous kind of marks", "上一类标记", "find", (MARKS,)),
    Command("edit_mark", ("e",), "Edit its note or name", "编辑批注或名称", "keep", (MARKS,), "edit", "编辑"),
    Command("delete", ("d", "delete"), "Delete it", "删除", "keep", (MARKS,), "delete", "删除"),
    Command("undo", ("u",), "Bring back what was deleted", "恢复删除", "keep", (MARKS,), "undo", "恢复"),
    Command("keep_written", ("ctrl+s",), "Keep what is written", "保存", "keep", (WRITING,), "keep", "保存"),
    Command("drop_written", ("ctrl+g",), "Drop what is written", "放弃改动", "keep", (WRITING,), "drop", "放弃"),
    Command("select", ("V",), "Select the paragraph; its counterpart; both", "选择本段、对应段、两者", "keep"),
    Command("copy", ("y",), "Copy the selection or the paragraph pair", "复制选区或本段的各语言文字", "keep"),
    Command("cite", ("Y",), "Copy it with its citation", "连同出处一起复制", "keep"),
    Command("links", ("o",), "Links in sight: where they lead, and opening them", "查看并打开所见链接", "keep"),
    Command("terms", ("i",), "Terms of the glossary in sight", "查看眼前的术语", "keep"),
    Command("edit", ("E",), "Edit the paragraph in your editor", "用编辑器修改本段", "program"),
    Command(
        "edit_here",
        ("e",),
        "Edit the paragraph, or the place of the fault",
        "用编辑器修改本段或出错处",
        "program",
        (PREVIEW,),
        "edit",
        "编辑",
    ),
    Command("faults", ("D",), "Show or hide what is wrong", "显示或隐藏问题", "program", (PREVIEW,), "faults", "问题"),
    Command(
        "interface",
        ("I",),
        "Interface in Chinese or English",
        "界面中文或英文",
        "program",
        (READING, SHELF),
        of_app=True,
    ),
    Command("palette", ("ctrl+p",), "All commands", "全部命令", "program", (READING, SHELF), of_app=True),
    Command(
        "help",
        ("question_mark", "f1"),
        "Help",
        "帮助",
        "program",
        (READING, SHELF, SEARCH, FIGURE, MARKS),
        "help",
        "帮助",
        True,
    ),
    Command("back", ("escape",), "Back", "返回", "program", EVERYWHERE),
    Command(
        "quit", ("q",), "Quit", "退出", "program", (READING, SHELF, FIGURE, HELP, LINKS, MARKS, GLOSSARY), of_app=True
    ),
)
BY_ID = {command.id: command for command in COMMANDS}
FOOTER = (
    "help",
    "edit_here",
    "faults",
    "find",
    "search",
    "contents",
    "figure",
    "next_article",
    "language",
    "kind",
    "issue",
    "sort",
    "history",
    "filter",
    "next_kind",
    "edit_mark",
    "delete",
    "undo",
    "keep_written",
    "drop_written",
)
"""The commands whose keys stand in the status line, the most needed first."""


def bindings(scope: str) -> list[BindingType]:
    """Returns the key bindings of a screen."""
    from textual.binding import Binding  # the command line knows the table, but no screen

    return [
        Binding(",".join(command.keys), command.action, command.en, show=False, id=command.id)
        for command in COMMANDS
        if command.is_in(scope)
    ]


_SET: dict[str, tuple[str, ...]] = {}


def take_keys(settings: Settings, tell: Callable[[SettingsFault], None] = lambda _fault: None) -> None:
    """Has commands be shown with the keys that are set for them; what is wrong with those is told."""
    before = len(settings.faults)
    settings.keys = {name: tuple(map(named, keys)) for name, keys in settings.keys.items()}
    settings.check_commands({c.id: c.scopes for c in COMMANDS}, {c.id: c.keys for c in COMMANDS})
    _SET.clear()
    _SET.update(settings.keys)
    for fault in settings.faults[before:]:
        tell(fault)


def shown(key: str) -> str:
    """Returns a key as it is written for the reader: ``slash`` as ``/``, ``ctrl+f`` as ``Ctrl+F``."""
    if key in _SHOWN or len(key) == 1:
        return _SHOWN.get(key, key)
    *held, last = key.split("+")
    return "+".join((*map(str.title, held), _SHOWN.get(last, last.upper() if len(last) < 4 else last)))


def named(key: str) -> str:
    """Returns a key by the name that the table has for it: ``/`` as ``slash``."""
    return next((name for name, sign in _SHOWN.items() if sign == key and len(sign) == 1), key)


_SHOWN = {
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "apostrophe": "'",
    "slash": "/",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "comma": ",",
    "full_stop": ".",
    "question_mark": "?",
    "space": "Space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "Esc",
    "delete": "Del",
    "enter": "Enter",
    "tab": "Tab",
    "home": "Home",
    "end": "End",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}
