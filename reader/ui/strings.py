"""The strings of the interface in its languages; the titles of commands are in the table of commands."""

from __future__ import annotations

from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.layout.geometry import Mode
    from reader.marks.mark import MarkKind, MarkState
    from reader.search.terms import TextField
    from reader.settings.table import InterfaceLanguage
    from reader.ui.commands.command import Group
    from reader.ui.terminal.clipboard import Certainty
    from reader.ui.theme.themes import ThemeName


@record
class Strings:
    """Every string of the interface, in one language."""

    code: InterfaceLanguage
    contents: str
    captions: str
    shelf: str
    issues: str
    figure: str
    help: str
    search: str
    find: str
    empty_library: str
    broken: str
    articles: str
    """Takes ``count``."""
    minutes_left: str
    """Takes ``minutes``."""
    finished: str
    next: str
    page: str
    """Takes ``page``."""
    no_figures: str
    no_caption: str
    no_picture: str
    picture_unreadable: str
    find_prompt: str
    search_prompt: str
    palette_prompt: str
    no_match: str
    matches: str
    """Takes ``position`` and ``count``."""
    hits: str
    """Takes ``hits`` and ``articles``."""
    one_hit: str
    more_hits: str
    """Takes ``limit``."""
    searching: str
    by_date: str
    kinds: dict[TextField, str]
    """Names of the kinds of texts that a search may be narrowed to."""
    no_issue: str
    no_history: str
    hit_article: str
    """Takes ``position``, ``count`` and ``title``."""
    reading_issues: str
    """Takes ``done`` and ``total``."""
    being_read: str
    type_to_search: str
    copying: dict[Certainty, str]
    """Takes ``address`` and ``way``."""
    selecting: str
    links: str
    links_hint: str
    no_links: str
    glossary: str
    no_terms: str
    terms_hint: str
    faults: str
    """Takes ``count``."""
    no_place: str
    no_editor: str
    editor_failed: str
    """Takes ``editor``."""
    opened: str
    """Takes ``target``."""
    no_opener: str
    """Takes ``target``."""
    no_counterpart: str
    two_languages: str
    linked: str
    unlinked: str
    apart: str
    always_linked: str
    justified: str
    ragged: str
    hyphenated: str
    not_hyphenated: str
    no_split: str
    bookmarked: str
    """Takes ``address``."""
    unmarked: str
    """Takes ``address``."""
    no_bookmark: str
    marks: str
    marks_prompt: str
    no_marks: str
    mark_kinds: dict[MarkKind, str]
    mark_states: dict[MarkState, str]
    """Why a mark is not found."""
    mark_lost: str
    issue_elsewhere: str
    """Takes ``issue``."""
    mark_deleted: str
    mark_back: str
    nothing_deleted: str
    name_title: str
    note_title: str
    word_title: str
    meaning_title: str
    note_kept: str
    note_gone: str
    highlighted: str
    highlight_gone: str
    not_markable: str
    word_kept: str
    """Takes ``word``."""
    no_word: str
    go_on: str
    begun: str
    read: str
    new: str
    begun_articles: str
    """Takes ``count``."""
    read_articles: str
    """Takes ``count``."""
    all_read: str
    first_article: str
    last_article: str
    nothing_here: str
    theme_title: str
    mode: dict[Mode, str]
    theme: dict[ThemeName, str]
    groups: dict[Group, str]
    fields: dict[TextField, str]
    close_hint: str
    file_unusable: str
    """Takes ``fault``."""
    article_gone: str
    settings_wrong: str
    """Takes ``fault``."""


EN = Strings(
    code="en",
    contents="Contents",
    captions="Captions",
    shelf="Shelf",
    issues="Issues",
    figure="Figure",
    help="Help",
    search="Search",
    find="Find",
    empty_library="There is no issue in this library. Add an issue file, or name a folder with --library.",
    broken="cannot be opened",
    articles="{count} articles",
    minutes_left="{minutes} min left",
    finished="at the end",
    next="next:",
    page="P.{page}",
    no_figures="This article has no figures.",
    no_caption="no caption in this language",
    no_picture="no picture file",
    picture_unreadable="the picture cannot be shown",
    find_prompt="find in this article",
    search_prompt="search the library, in either language",
    palette_prompt="Search for a command…",
    no_match="no match",
    matches="{position}/{count}",
    hits="{hits} hits in {articles} articles",
    one_hit="1 hit",
    more_hits="the first {limit} hits",
    searching="searching…",
    by_date="newest first",
    kinds={"title": "titles", "caption": "captions", "credit": "credits", "text": "paragraphs"},
    no_issue="There is no issue to narrow the search to.",
    no_history="There are no earlier searches.",
    hit_article="Article {position} of {count} with hits: {title}",
    reading_issues="reading issues {done}/{total}",
    being_read="is being read",
    type_to_search="Type words in either language, or pinyin. “Quotes” make a phrase. ↑ brings back earlier searches.",
    copying={
        "copied": "Copied {address} (by {way})",
        "sent": "Sent {address} to the terminal ({way}); if nothing arrives, Shift and a drag of the mouse select",
        "by hand": "Nothing here can copy: hold Shift and drag the mouse over it, or run reader show {address}",
    },
    selecting="Selected: arrows move its end, V the other side, y copies, Y with citation, Esc ends",
    links="Links",
    links_hint="Enter opens · Esc back",
    no_links="There is no link in sight.",
    glossary="Glossary",
    no_terms="This issue has no glossary.",
    terms_hint="Terms in sight first · Esc back",
    faults="{count} to mend",
    no_place="This is about the whole file.",
    no_editor="No editor is set: set VISUAL or EDITOR, for example EDITOR=nano",
    editor_failed="{editor} cannot be started from here.",
    opened="Opening {target}",
    no_opener="There is no program here to open {target}",
    no_counterpart="The two texts do not correspond paragraph by paragraph here.",
    two_languages="This issue has two languages. x swaps them.",
    linked="The two sides scroll together.",
    unlinked="Each side scrolls by itself: ← → choose which. L links them again.",
    apart="⇅ apart",
    always_linked="The two sides are in pairs and scroll together.",
    no_split="There is one column.",
    justified="Paragraphs are justified.",
    ragged="Paragraphs are ragged on the right.",
    hyphenated="Words may be divided at the ends of lines.",
    not_hyphenated="Words stay whole.",
    bookmarked="Bookmarked {address}",
    unmarked="Bookmark removed: {address}",
    no_bookmark="There is no bookmark in this article. m sets one.",
    marks="Marks",
    marks_prompt="filter by words of the text, the note, the name",
    no_marks="Nothing is marked yet. In an article m sets a bookmark, p highlights, a notes, w keeps a word.",
    mark_kinds={
        "bookmark": "bookmark",
        "highlight": "highlight",
        "note": "note",
        "word": "word",
        "place": "reading history",
    },
    mark_states={"lost": "lost: the text is not found any more", "elsewhere": "the issue is not in this library"},
    mark_lost="Lost: the text is not found in the issue any more. Its quotation stays here.",
    issue_elsewhere="The issue {issue} is not in this library.",
    mark_deleted="Deleted. u brings it back.",
    mark_back="Restored.",
    nothing_deleted="Nothing was deleted here.",
    name_title="Name of the bookmark (Enter keeps it)",
    note_title="Note",
    word_title="Which word of the paragraph? (Enter keeps it)",
    meaning_title="Meaning of the word",
    note_kept="Kept.",
    note_gone="The note is deleted.",
    highlighted="Highlighted. a adds a note.",
    highlight_gone="Highlight removed.",
    not_markable="Only words of the article can be marked.",
    word_kept="Kept with its sentence: {word}",
    no_word="Choose one word of the paragraph.",
    go_on="Continue",
    begun="begun",
    read="read",
    new="new",
    begun_articles="{count} begun",
    read_articles="{count} read",
    all_read="all read",
    first_article="This is the first article.",
    last_article="This is the last article.",
    nothing_here="Nothing to open here.",
    theme_title="Theme",
    mode={
        "parallel": "side by side",
        "interleaved": "interleaved",
        "left": "left only",
        "right": "right only",
        "reveal": "one language; r reveals the other",
    },
    theme={"dark": "dark", "light": "light", "paper": "paper"},
    groups={
        "move": "Moving",
        "article": "Articles and panels",
        "find": "Finding",
        "keep": "Keeping",
        "look": "How it looks",
        "program": "The program",
    },
    fields={"title": "title", "deck": "deck", "text": "", "caption": "caption", "credit": "credit"},
    close_hint="Esc back",
    file_unusable="The file changed; its earlier version is shown: {fault}",
    article_gone="the article is no longer in it",
    settings_wrong="In the settings: {fault}",
)
ZH = Strings(
    code="zh",
    contents="目录",
    captions="图注",
    shelf="书架",
    issues="刊期",
    figure="图片",
    help="帮助",
    search="搜索",
    find="查找",
    empty_library="这里还没有刊物。请放入刊期文件，或用 --library 指定文件夹。",
    broken="无法打开",
    articles="{count} 篇",
    minutes_left="约剩 {minutes} 分钟",
    finished="已到文末",
    next="下一篇：",
    page="第 {page} 页",
    no_figures="本文没有图片。",
    no_caption="此语言没有图注",
    no_picture="没有图片文件",
    picture_unreadable="图片无法显示",
    find_prompt="在本文中查找",
    search_prompt="在全部刊物中搜索，中英文皆可",
    palette_prompt="查找命令……",
    no_match="没有找到",
    matches="{position}/{count}",
    hits="{articles} 篇文章中有 {hits} 处",
    one_hit="1 处",
    more_hits="前 {limit} 处",
    searching="正在搜索……",
    by_date="新刊在前",
    kinds={"title": "标题", "caption": "图注", "credit": "署名", "text": "正文"},
    no_issue="没有可以单独搜索的刊期。",
    no_history="还没有搜索过。",
    hit_article="有结果的第 {position}/{count} 篇：{title}",
    reading_issues="正在读入刊物 {done}/{total}",
    being_read="正在读入",
    type_to_search="输入任一语言的词语或拼音。引号内作为整体查找。按 ↑ 取回以前的搜索。",
    copying={
        "copied": "已复制 {address}（{way}）",
        "sent": "已交给终端 {address}（{way}）；如果剪贴板里没有，请按住 Shift 拖动鼠标选取",
        "by hand": "这里无法复制：请按住 Shift 拖动鼠标选取 {address}，或运行 reader show {address}",
    },
    selecting="已选择：方向键移动末端，V 换栏，y 复制，Y 连同出处，Esc 取消",
    links="链接",
    links_hint="Enter 打开 · Esc 返回",
    no_links="当前屏幕没有链接。",
    glossary="术语表",
    no_terms="本期没有术语表。",
    terms_hint="眼前的术语在前 · Esc 返回",
    faults="待改 {count} 处",
    no_place="这个问题涉及整个文件。",
    no_editor="没有设定编辑器：请设定 VISUAL 或 EDITOR，例如 EDITOR=nano",
    editor_failed="无法在此启动 {editor}。",
    opened="正在打开 {target}",
    no_opener="这里没有可以打开 {target} 的程序",
    no_counterpart="此文两种语言各自成段，没有逐段对应。",
    two_languages="本刊有两种语言，按 x 互换。",
    linked="两栏一同滚动。",
    unlinked="两栏分开滚动：← → 选择滚动哪一栏，L 恢复联动。",
    apart="⇅ 分开",
    always_linked="两栏逐段对应，一同滚动。",
    no_split="现在只有一栏。",
    justified="段落两端对齐。",
    ragged="段落左对齐。",
    hyphenated="行末可以断词。",
    not_hyphenated="行末不断词。",
    bookmarked="已加书签 {address}",
    unmarked="已取消书签 {address}",
    no_bookmark="本文没有书签。按 m 可加书签。",
    marks="标记",
    marks_prompt="按原文、批注或名称筛选",
    no_marks="还没有标记。阅读时按 m 加书签，p 标亮，a 批注，w 收藏生词。",
    mark_kinds={"bookmark": "书签", "highlight": "标亮", "note": "批注", "word": "生词", "place": "阅读记录"},
    mark_states={"lost": "已失：原文已找不到", "elsewhere": "本库没有这一期"},
    mark_lost="刊中已找不到原文，引文仍保留在这里。",
    issue_elsewhere="本库没有 {issue} 这一期。",
    mark_deleted="已删除，按 u 恢复。",
    mark_back="已恢复。",
    nothing_deleted="这里没有删除过。",
    name_title="书签名称（Enter 保存）",
    note_title="批注",
    word_title="本段的哪个词？（Enter 收藏）",
    meaning_title="词义",
    note_kept="已保存。",
    note_gone="批注已删除。",
    highlighted="已标亮，按 a 可加批注。",
    highlight_gone="已取消标亮。",
    not_markable="只能标记正文。",
    word_kept="已连同例句收藏：{word}",
    no_word="请选本段中的一个词。",
    go_on="继续阅读",
    begun="已开始",
    read="已读",
    new="新",
    begun_articles="{count} 篇在读",
    read_articles="{count} 篇已读",
    all_read="全部读完",
    first_article="已是第一篇。",
    last_article="已是最后一篇。",
    nothing_here="这里没有可打开的内容。",
    theme_title="主题",
    mode={
        "parallel": "左右对照",
        "interleaved": "逐段对照",
        "left": "只看左栏",
        "right": "只看右栏",
        "reveal": "只看一种语言，按 r 显示另一种",
    },
    theme={"dark": "深色", "light": "浅色", "paper": "纸色"},
    groups={"move": "移动", "article": "文章与面板", "find": "查找", "keep": "留存", "look": "版面", "program": "程序"},
    fields={"title": "标题", "deck": "引题", "text": "", "caption": "图注", "credit": "署名"},
    close_hint="Esc 返回",
    file_unusable="文件已改动，仍显示之前的版本：{fault}",
    article_gone="文件中已没有本文",
    settings_wrong="设置有误：{fault}",
)
STRINGS: dict[InterfaceLanguage, Strings] = {"en": EN, "zh": ZH}
