"""The one table of commands: keys, footer, palette, help and the docs' list are made from it.

To add a command:

1. Write a function in the module of its subject in this package (``moving``, ``finding``, …), or in a new module. It
   takes the context of the screens that have it: the screen itself, or a record such as ``ReadingContext``, whichever
   their ``context`` returns. It may be ``async``. A module is imported when one of its commands is first used.
2. Add a line to :data:`COMMANDS`: an id, keys, a title in each interface language, its group in the help, and for each
   scope the name of the function, as ``"module:function"``. Scopes may share a function or have one each.
3. Add a check in ``tests/ui/test_commands.py``: each command is pressed by each of its keys in each of its scopes.

A name in :data:`FOOTER` shows the command in the status line; it needs a short title then.
"""

from __future__ import annotations

from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Literal

    from textual.binding import BindingType

    from reader.settings import Fault, Settings
    from reader.ui.interface import InterfaceLanguage

    Scope = Literal["reading", "shelf", "search", "figure", "list", "marks", "writing", "preview", ""]
    """The kind of a screen; empty for one without commands."""
    Group = Literal["move", "article", "find", "look", "keep", "program"]
    """A section of the help."""
    Keys = Mapping[str, tuple[str, ...]]
    """The keys that the reader has set, by the command's id."""

READING: Scope = "reading"
SHELF: Scope = "shelf"
SEARCH: Scope = "search"
FIGURE: Scope = "figure"
LIST: Scope = "list"
"""A list from which a value is chosen: the help, the links, the glossary."""
MARKS: Scope = "marks"
WRITING: Scope = "writing"
PREVIEW: Scope = "preview"
"""A preview has all commands of reading, too."""
EVERYWHERE: tuple[Scope, ...] = (READING, SHELF, SEARCH, FIGURE, LIST, MARKS, WRITING)


@record
class Command:
    """An action of the reader, with the function that does it on each kind of screen."""

    id: str
    keys: tuple[str, ...]
    en: str
    zh: str
    group: Group
    functions: Mapping[Scope, str]
    """The function in each scope that has the command, as ``module:function`` in this package."""
    short_en: str = ""
    """Its title in the status line, for the commands in :data:`FOOTER`."""
    short_zh: str = ""

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """The scopes that have the command."""
        return tuple(self.functions)

    def is_in(self, scope: Scope) -> bool:
        """Whether a screen of a scope has the command."""
        return scope in self.functions or (scope == PREVIEW and READING in self.functions)

    def function_in(self, scope: Scope) -> str:
        """Returns the name of the function in a scope that has the command, as ``module:function``."""
        return self.functions[READING if scope == PREVIEW and scope not in self.functions else scope]

    @property
    def action(self) -> str:
        """Textual's action that runs it on a screen."""
        return f"run('{self.id}')"

    def shown_keys(self, keys: Keys) -> list[str]:
        """Returns its keys as the help writes them: those that the reader has set for it, else its own."""
        return [shown(key) for key in keys.get(self.id, self.keys)]

    def hint(self, scope: Scope, keys: Keys) -> str:
        """Returns the key for the status line of a screen; in a search no single sign, which the box would take."""
        shown_keys = self.shown_keys(keys)
        return next((key for key in shown_keys if len(key) > 1 or scope != SEARCH), shown_keys[0] if shown_keys else "")

    def title(self, language: InterfaceLanguage) -> str:
        """Returns its title in an interface language."""
        return self.zh if language == "zh" else self.en

    def short(self, language: InterfaceLanguage) -> str:
        """Returns its title in the status line."""
        return self.short_zh if language == "zh" else self.short_en


def _in(name: str, *scopes: Scope) -> dict[Scope, str]:
    """Returns one function for several scopes."""
    return dict.fromkeys(scopes, name)


_LISTS: tuple[Scope, ...] = (SHELF, SEARCH, LIST, MARKS)

COMMANDS = (
    Command(
        "line_down",
        ("j", "down"),
        "Down a line",
        "下一行",
        "move",
        {READING: "moving:line_down", **_in("lists:line_down", *_LISTS)},
    ),
    Command(
        "line_up",
        ("k", "up"),
        "Up a line",
        "上一行",
        "move",
        {READING: "moving:line_up", **_in("lists:line_up", *_LISTS), SEARCH: "search:line_up"},
    ),
    Command(
        "page_down",
        ("space", "pagedown"),
        "Down a page",
        "下一屏",
        "move",
        {READING: "moving:page_down", **_in("lists:page_down", *_LISTS)},
    ),
    Command(
        "page_up",
        ("b", "pageup"),
        "Up a page",
        "上一屏",
        "move",
        {READING: "moving:page_up", **_in("lists:page_up", *_LISTS)},
    ),
    Command("half_down", ("d",), "Down half a page", "下半屏", "move", {READING: "moving:half_down"}),
    Command("half_up", ("u",), "Up half a page", "上半屏", "move", {READING: "moving:half_up"}),
    Command("pair_down", ("J",), "Next paragraph", "下一段", "move", {READING: "moving:pair_down"}),
    Command("pair_up", ("K",), "Previous paragraph", "上一段", "move", {READING: "moving:pair_up"}),
    Command(
        "left",
        ("h", "left"),
        "Left: selection, table, side",
        "向左：选区、表格、分栏",
        "move",
        {READING: "moving:left"},
    ),
    Command(
        "right",
        ("l", "right"),
        "Right: selection, table, side",
        "向右：选区、表格、分栏",
        "move",
        {READING: "moving:right"},
    ),
    Command(
        "top", ("g", "home"), "To the beginning", "到开头", "move", {READING: "moving:top", **_in("lists:top", *_LISTS)}
    ),
    Command(
        "bottom",
        ("G", "end"),
        "To the end",
        "到末尾",
        "move",
        {READING: "moving:bottom", **_in("lists:bottom", *_LISTS)},
    ),
    Command(
        "next_article",
        ("right_square_bracket",),
        "Next article",
        "下一篇",
        "article",
        {READING: "articles:next_article"},
        short_en="next",
        short_zh="下一篇",
    ),
    Command(
        "previous_article",
        ("left_square_bracket",),
        "Previous article",
        "上一篇",
        "article",
        {READING: "articles:previous_article"},
    ),
    Command(
        "contents",
        ("t",),
        "Show or hide the contents",
        "显示或隐藏目录",
        "article",
        {READING: "articles:contents"},
        short_en="contents",
        short_zh="目录",
    ),
    Command(
        "captions", ("c",), "Show or hide the captions", "显示或隐藏图注", "article", {READING: "articles:captions"}
    ),
    Command(
        "panel",
        ("tab",),
        "Next panel",
        "下一个面板",
        "article",
        {READING: "articles:panel", SHELF: "shelf:panel", SEARCH: "search:panel"},
    ),
    Command(
        "panel_back",
        ("shift+tab",),
        "Previous panel",
        "上一个面板",
        "article",
        {READING: "articles:panel_back", SHELF: "shelf:panel", SEARCH: "search:panel"},
    ),
    Command(
        "wider", ("greater_than_sign",), "Make the panel wider", "加宽面板", "article", {READING: "articles:wider"}
    ),
    Command(
        "narrower",
        ("less_than_sign",),
        "Make the panel narrower",
        "收窄面板",
        "article",
        {READING: "articles:narrower"},
    ),
    Command(
        "open",
        ("enter",),
        "Open what is under the cursor",
        "打开光标所在项",
        "article",
        {READING: "articles:open_entry", **_in("lists:choose", *_LISTS)},
    ),
    Command(
        "figure",
        ("f",),
        "Look at the figure",
        "查看图片",
        "article",
        {READING: "articles:figure"},
        short_en="figure",
        short_zh="图片",
    ),
    Command(
        "next_figure",
        ("n", "right", "space", "right_square_bracket"),
        "Next figure",
        "下一张",
        "article",
        {FIGURE: "figure:next_figure"},
    ),
    Command(
        "previous_figure",
        ("p", "left", "b", "left_square_bracket"),
        "Previous figure",
        "上一张",
        "article",
        {FIGURE: "figure:previous_figure"},
    ),
    Command(
        "find",
        ("slash",),
        "Find in this article",
        "在本文中查找",
        "find",
        {READING: "finding:find"},
        short_en="find",
        short_zh="查找",
    ),
    Command("next_match", ("n",), "Next match", "下一处", "find", {READING: "finding:next_match"}),
    Command("previous_match", ("N",), "Previous match", "上一处", "find", {READING: "finding:previous_match"}),
    Command(
        "search",
        ("s",),
        "Search the library",
        "搜索全部刊物",
        "find",
        _in("program:search", READING, SHELF),
        "search",
        "搜索",
    ),
    Command(
        "language",
        ("ctrl+l",),
        "Only one language",
        "只搜一种语言",
        "find",
        {SEARCH: "search:language"},
        "language",
        "语言",
    ),
    Command(
        "kind",
        ("ctrl+t",),
        "Only titles, captions, credits or paragraphs",
        "只搜标题、图注、署名或正文",
        "find",
        {SEARCH: "search:kind"},
        "kind",
        "类别",
    ),
    Command("issue", ("ctrl+o",), "Only this issue", "只搜本期", "find", {SEARCH: "search:issue"}, "issue", "本期"),
    Command(
        "sort",
        ("ctrl+s",),
        "The best or the newest first",
        "按相关或按日期排列",
        "find",
        {SEARCH: "search:sort"},
        "order",
        "排序",
    ),
    Command(
        "history",
        ("ctrl+r",),
        "What was searched for before",
        "以前的搜索",
        "find",
        {SEARCH: "search:history"},
        "earlier",
        "历史",
    ),
    Command(
        "mode",
        ("v",),
        "Way to read: side by side, interleaved, one side, reveal",
        "阅读方式：左右对照、逐段对照、单栏、按需显示",
        "look",
        {READING: "view_options:mode"},
    ),
    Command(
        "reveal",
        ("r",),
        "Reveal the other language of the paragraph",
        "显示本段的另一语言",
        "look",
        {READING: "view_options:reveal"},
    ),
    Command("swap", ("x",), "Swap the languages", "左右互换", "look", {READING: "view_options:swap"}),
    Command(
        "languages",
        ("X",),
        "Other two of the issue's languages",
        "换用另两种语言",
        "look",
        {READING: "view_options:languages"},
    ),
    Command(
        "link",
        ("L",),
        "Let the two sides scroll apart, or link them",
        "两栏分开滚动或恢复联动",
        "look",
        {READING: "view_options:link"},
    ),
    Command("split_left", ("comma",), "Narrower left column", "收窄左栏", "look", {READING: "view_options:split_left"}),
    Command(
        "split_right", ("full_stop",), "Wider left column", "加宽左栏", "look", {READING: "view_options:split_right"}
    ),
    Command(
        "justify",
        ("A",),
        "Lines equally wide, or ragged",
        "两端对齐或左对齐",
        "look",
        {READING: "view_options:justify"},
    ),
    Command(
        "hyphenate",
        ("H",),
        "Divide words at the ends of lines, or not",
        "行末断词或不断词",
        "look",
        {READING: "view_options:hyphenate"},
    ),
    Command(
        "measure_wider",
        ("plus", "equals_sign"),
        "Wider lines",
        "加宽文栏",
        "look",
        {READING: "view_options:measure_wider"},
    ),
    Command(
        "measure_narrower", ("minus",), "Narrower lines", "收窄文栏", "look", {READING: "view_options:measure_narrower"}
    ),
    Command(
        "theme",
        ("T",),
        "Theme: dark, light, paper",
        "主题：深色、浅色、纸色",
        "look",
        _in("program:theme", READING, SHELF),
    ),
    Command("bookmark", ("m",), "Add or remove a bookmark", "加书签或取消书签", "keep", {READING: "marking:bookmark"}),
    Command("name_bookmark", ("B",), "Name the bookmark", "给书签命名", "keep", {READING: "marking:name_bookmark"}),
    Command(
        "next_bookmark",
        ("apostrophe",),
        "Next bookmark in this article",
        "本文的下一个书签",
        "keep",
        {READING: "marking:next_bookmark"},
    ),
    Command(
        "highlight", ("p",), "Highlight, or take it away", "标亮或取消标亮", "keep", {READING: "marking:highlight"}
    ),
    Command("note", ("a",), "Write a note", "写批注", "keep", {READING: "marking:note"}),
    Command("word", ("w",), "Keep a word with its sentence", "收藏生词与例句", "keep", {READING: "marking:word"}),
    Command("marks", ("M",), "Everything marked", "全部标记", "keep", {READING: "marking:marks", SHELF: "shelf:marks"}),
    Command("filter", ("slash",), "Filter", "筛选", "find", {MARKS: "marks:filter_"}, "filter", "筛选"),
    Command(
        "next_kind", ("tab",), "Next kind of marks", "下一类标记", "find", {MARKS: "marks:next_kind"}, "kind", "类别"
    ),
    Command(
        "previous_kind", ("shift+tab",), "Previous kind of marks", "上一类标记", "find", {MARKS: "marks:previous_kind"}
    ),
    Command(
        "edit_mark", ("e",), "Edit its note or name", "编辑批注或名称", "keep", {MARKS: "marks:edit"}, "edit", "编辑"
    ),
    Command("delete", ("d", "delete"), "Delete it", "删除", "keep", {MARKS: "marks:delete"}, "delete", "删除"),
    Command("undo", ("u",), "Bring back what was deleted", "恢复删除", "keep", {MARKS: "marks:undo"}, "undo", "恢复"),
    Command(
        "keep_written", ("ctrl+s",), "Keep what is written", "保存", "keep", {WRITING: "writing:keep"}, "keep", "保存"
    ),
    Command(
        "drop_written",
        ("ctrl+g",),
        "Drop what is written",
        "放弃改动",
        "keep",
        {WRITING: "writing:drop"},
        "drop",
        "放弃",
    ),
    Command(
        "select",
        ("V",),
        "Select the paragraph; its counterpart; both",
        "选择本段、对应段、两者",
        "keep",
        {READING: "copying:select"},
    ),
    Command(
        "copy",
        ("y",),
        "Copy the selection or the paragraph pair",
        "复制选区或本段的各语言文字",
        "keep",
        {READING: "copying:copy"},
    ),
    Command("cite", ("Y",), "Copy it with its citation", "连同出处一起复制", "keep", {READING: "copying:cite"}),
    Command(
        "links",
        ("o",),
        "Links in sight: where they lead, and opening them",
        "查看并打开所见链接",
        "keep",
        {READING: "copying:links"},
    ),
    Command("terms", ("i",), "Terms of the glossary in sight", "查看眼前的术语", "keep", {READING: "glossary:terms"}),
    Command(
        "edit", ("E",), "Edit the paragraph in your editor", "用编辑器修改本段", "program", {READING: "editing:edit"}
    ),
    Command(
        "edit_here",
        ("e",),
        "Edit the paragraph, or the place of the fault",
        "用编辑器修改本段或出错处",
        "program",
        {PREVIEW: "previewing:edit_here"},
        "edit",
        "编辑",
    ),
    Command(
        "faults",
        ("D",),
        "Show or hide what is wrong",
        "显示或隐藏问题",
        "program",
        {PREVIEW: "previewing:faults"},
        "faults",
        "问题",
    ),
    Command(
        "interface",
        ("I",),
        "Interface in Chinese or English",
        "界面中文或英文",
        "program",
        _in("program:interface", READING, SHELF),
    ),
    Command("palette", ("ctrl+p",), "All commands", "全部命令", "program", _in("program:palette", READING, SHELF)),
    Command(
        "help",
        ("question_mark", "f1"),
        "Help",
        "帮助",
        "program",
        _in("program:show_help", READING, SHELF, SEARCH, FIGURE, MARKS),
        "help",
        "帮助",
    ),
    Command(
        "back",
        ("escape",),
        "Back",
        "返回",
        "program",
        {
            READING: "articles:back",
            SHELF: "shelf:back",
            SEARCH: "search:back",
            FIGURE: "program:back",
            LIST: "program:back",
            MARKS: "marks:back",
            WRITING: "writing:back",
        },
    ),
    Command(
        "quit",
        ("q",),
        "Quit",
        "退出",
        "program",
        _in("program:leave", READING, SHELF, FIGURE, LIST, MARKS),
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
"""The commands in the status line, the most important first."""


def bindings(scope: Scope) -> list[BindingType]:
    """Returns the key bindings of a screen."""
    from textual.binding import Binding  # the command line knows the table, but no screen

    return [
        Binding(",".join(command.keys), command.action, command.en, show=False, id=command.id)
        for command in COMMANDS
        if command.is_in(scope)
    ]


def take_keys(settings: Settings, report: Callable[[Fault], None] = lambda _fault: None) -> None:
    """Names and checks the keys that the reader has set, and reports those that are wrong."""
    before = len(settings.faults)
    settings.keys = {name: tuple(map(named, keys)) for name, keys in settings.keys.items()}
    settings.check_commands({c.id: c.scopes for c in COMMANDS}, {c.id: c.keys for c in COMMANDS})
    for fault in settings.faults[before:]:
        report(fault)


def shown(key: str) -> str:
    """Returns a key as the reader knows it: ``slash`` as ``/``, ``ctrl+f`` as ``Ctrl+F``."""
    if key in _SHOWN or len(key) == 1:
        return _SHOWN.get(key, key)
    *held, last = key.split("+")
    return "+".join((*map(str.title, held), _SHOWN.get(last, last.upper() if len(last) < 4 else last)))


def named(key: str) -> str:
    """Returns the name of a key in the table: of ``/`` it is ``slash``."""
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
