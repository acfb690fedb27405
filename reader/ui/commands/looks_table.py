"""The commands of the groups “look”, “keep” and “program”, in the order of the help; see ``table``."""

from __future__ import annotations

from reader.ui.commands.command import (
    FIGURE,
    HELP,
    LIST,
    MARKS,
    PALETTE,
    PREVIEW,
    READING,
    SEARCH,
    SHELF,
    WRITING,
    Command,
    in_each,
)

LOOKS = (
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
        in_each("program:theme", READING, SHELF),
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
        in_each("program:interface", READING, SHELF),
    ),
    Command(
        "palette",
        ("ctrl+p",),
        "All commands",
        "全部命令",
        "program",
        in_each("program:palette", READING, SHELF, SEARCH, FIGURE, MARKS),
    ),
    Command(
        "help",
        ("question_mark", "f1"),
        "Help",
        "帮助",
        "program",
        in_each("program:show_help", READING, SHELF, SEARCH, FIGURE, MARKS),
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
            **in_each("program:back", LIST, PALETTE, HELP),
            MARKS: "marks:back",
            WRITING: "writing:back",
        },
        short_en="back",
        short_zh="返回",
        hint_scopes=(SEARCH, FIGURE, LIST, MARKS, HELP),
    ),
    Command("quit", ("q",), "Quit", "退出", "program", in_each("program:leave", READING, SHELF, FIGURE, LIST, MARKS)),
)
