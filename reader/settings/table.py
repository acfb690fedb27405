"""The one table of settings: the file that ``reader config --init`` writes, its checks and the docs follow from it."""

from __future__ import annotations

from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final, Literal

    InterfaceLanguage = Literal["en", "zh"]
    InterfaceTexts = Mapping[InterfaceLanguage, str]
    """A text in every language of the interface."""
    PicturesSetting = Literal["auto", "kitty", "placeholders", "sixel", "iterm2", "blocks", "off"]
    SettingType = Literal["choice", "flag", "number", "texts"]
    SettingValue = str | bool | int | tuple[str, ...]

INTERFACE_LANGUAGES: tuple[InterfaceLanguage, ...] = ("en", "zh")
"""The languages of the interface; the texts of magazines may be in any other."""
CHOICE: Final = "choice"
FLAG: Final = "flag"
NUMBER: Final = "number"
TEXTS: Final = "texts"
AUTO = "auto"
PICTURES: tuple[PicturesSetting, ...] = ("auto", "kitty", "placeholders", "sixel", "iterm2", "blocks", "off")
"""The ways to draw pictures, and none."""
KEYS = "keys"
"""The table of the file that gives keys to commands."""


@record
class Setting:
    """A setting, with one line of help in each language of the interface."""

    name: str
    type: SettingType
    default: SettingValue
    help: InterfaceTexts
    words: tuple[str, ...] = ()
    """The words to choose from, for a choice; the words that are allowed instead of a number."""
    least: int = 0
    """The least value of a number."""
    most: int = 0
    """The greatest value of a number, or the maximum number of entries of a list."""
    takes_table: bool = False
    """Whether a table, such as ``{zh = "…"}``, may be written for a list with an entry ``zh: …`` for each name."""

    @property
    def allowed(self) -> str:
        """The allowed values, in words."""
        if self.type == CHOICE:
            return ", ".join(f'"{word}"' for word in self.words)
        if self.type == FLAG:
            return "true, false"
        if self.type == NUMBER:
            words = "".join(f'"{word}", or ' for word in self.words)
            return f"{words}a whole number from {self.least} to {self.most}"
        return f'a list of at most {self.most} texts, such as ["…"]'

    def value_of(self, raw: object) -> SettingValue | None:
        """Returns the setting's value for a value of the file; None if that is not allowed."""
        if self.type == CHOICE:
            return raw if isinstance(raw, str) and raw in self.words else None
        if self.type == FLAG:
            return raw if isinstance(raw, bool) else None
        if self.type == NUMBER and isinstance(raw, str):
            return raw if raw in self.words else None
        if self.type == NUMBER:
            is_number = isinstance(raw, int) and not isinstance(raw, bool)
            return raw if isinstance(raw, int) and is_number and self.least <= raw <= self.most else None
        if self.takes_table and isinstance(raw, dict):
            raw = [f"{name}: {text}" if isinstance(text, str) else None for name, text in raw.items()]
        if not isinstance(raw, list) or len(raw) > self.most:
            return None
        texts = tuple(text for text in raw if isinstance(text, str) and text and "\0" not in text)
        return texts if len(texts) == len(raw) else None


def _help(en: str, zh: str) -> InterfaceTexts:
    return {"en": en, "zh": zh}


SETTINGS = (
    Setting("theme", CHOICE, AUTO,
            _help("The colours; auto: dark or light, as the terminal is; ansi: the terminal's own.",
                  "配色；auto 表示随终端深浅；ansi 表示终端自己的颜色。"),
            (AUTO, "dark", "light", "paper", "dark-contrast", "light-contrast", "ansi")),
    Setting("colours", CHOICE, AUTO,
            _help("The number of colours of the terminal; auto: as it tells; none: bold, underlined and reversed text.",
                  "终端的颜色数；auto 表示按终端所示；none 表示只用粗体、下划线和反显。"),
            (AUTO, "none", "16", "256", "true")),
    Setting("interface", CHOICE, AUTO,
            _help("The language of the interface; auto: the locale's.", "界面语言；auto 表示随系统。"),
            (AUTO, *INTERFACE_LANGUAGES)),
    Setting("languages", TEXTS, (),
            _help("The languages on the left and the right, if an article has both; else its own.",
                  "左栏与右栏的语言（文章有这两种时）；否则由文章决定。"), most=2),
    Setting("mode", CHOICE, "parallel",
            _help("The way to read; side by side needs about 70 cells.", "阅读方式；左右对照约需 70 格宽。"),
            ("parallel", "interleaved", "left", "right", "reveal")),
    Setting("measure", NUMBER, 68, _help("The maximum width of a column of text, in cells.", "文栏的最大宽度（格）。"),
            least=24, most=120),
    Setting("split", NUMBER, AUTO,
            _help("The left column's share of the width, in percent; auto: by the lengths of the texts.",
                  "左栏所占宽度（百分比）；auto 表示按两种文字的长短。"), (AUTO,), least=20, most=80),
    Setting("indent", FLAG, True, _help("Chinese paragraphs begin with an indent.", "中文段首缩进。")),
    Setting("justify", FLAG, False, _help("Lines of paragraphs are justified to equal width.", "段落两端对齐。")),
    Setting("hang", FLAG, True,
            _help("A closing mark may hang outside the column.", "行末标点可悬挂在栏外。")),
    Setting("hyphenate", FLAG, False, _help("Words may be hyphenated at line ends.", "行末可以断词。")),
    Setting("space", FLAG, True, _help("A space is drawn between Chinese and Latin text.", "中西文之间留空。")),
    Setting("annotations", FLAG, True, _help("The text's own readings are shown above it.", "显示原文自带的注音。")),
    Setting("learning", CHOICE, AUTO,
            _help("The language whose words are explained above the text; auto: the one that the interface is not in.",
                  "在文字上方注释哪种语言的词；auto 表示界面语言以外的那种；both 表示两种。"),
            (AUTO, "zh", "en", "both")),
    Setting("readings", CHOICE, "off",
            _help("Readings and glosses above words: off, unknown (those that you don't know), or all.",
                  "词语上方的注音与释义：不显示（off）、只给生词（unknown）、全部（all）。"),
            ("off", "unknown", "all")),
    Setting("readings-in", CHOICE, "paragraph",
            _help("Where these are: in the current paragraph, or in the whole article.",
                  "注音与释义的范围：当前段落（paragraph）或全文（article）。"), ("paragraph", "article")),
    Setting("reading-style", CHOICE, "marks",
            _help("The way to write readings: pinyin with tone marks or numbers, zhuyin; none for glosses alone.",
                  "注音方式：声调符号（marks）、数字标调（numbers）、注音符号（zhuyin）；none 表示只要释义。"),
            ("marks", "numbers", "zhuyin", "none")),
    Setting("glosses", FLAG, True,
            _help("A short sense is shown above words that you don't know.", "生词上方显示简短释义。")),
    Setting("level", NUMBER, 4,
            _help("Your level of HSK 3.0: Chinese words up to it are known; the levels 7 to 9 have one list.",
                  "你的汉语水平（HSK 3.0）：不高于此级的词算认识；七至九级同一词表。"), least=0, most=9),
    Setting("english-level", NUMBER, 4,
            _help("Thousands of the most frequent English words that you know.",
                  "你认识多少千个最常用的英语词。"), least=0, most=20),
    Setting("script", CHOICE, "as-written",
            _help("The characters of Chinese texts on the screen, by words; the text itself stays as it is.",
                  "屏幕上中文用哪种字（逐词转换）；原文不变。"),
            ("as-written", "simplified", "traditional", "taiwan", "hong-kong")),
    Setting("copy-script", CHOICE, "as-written",
            _help("The characters of Chinese texts that are copied: as written, or as they are shown.",
                  "复制的中文用哪种字：原文（as-written）或所见（as-shown）。"), ("as-written", "as-shown")),
    Setting("terms", CHOICE, "first",
            _help("The terms of the glossary that are underlined: each where it comes into sight first, all, or none.",
                  "给哪些术语加下划线：初见（first）、全部（all）、不加（none）。"), ("first", "all", "none")),
    Setting("dictionaries", TEXTS, (),
            _help("The dictionaries that answer first, by name, in this order; the others follow.",
                  "先查哪些词典（按名称依次）；其余随后。"), most=50),
    Setting("dictionary-command", TEXTS, (),
            _help('A program that answers, too, with its arguments: ["sdcv", "-n", "{word}"].',
                  '另用的查词程序及参数，如 ["sdcv", "-n", "{word}"]。'), most=20),
    Setting("speak", TEXTS, (),
            _help('The programs that read aloud, by language: ["zh: espeak-ng -v cmn {}"]; else one that is there.',
                  '各语言的朗读程序，如 ["zh: espeak-ng -v cmn {}"]；不设则自动寻找。'), most=20, takes_table=True),
    Setting("play", TEXTS, (),
            _help('The program that plays recordings: ["mpv", "--start={start}", "{file}"]; else one that is there.',
                  '播放录音的程序，如 ["mpv", "--start={start}", "{file}"]；不设则自动寻找。'), most=20),
    Setting("ambiguous-width", CHOICE, AUTO,
            _help("How wide the terminal draws “ ” — … · and the like; auto: a guess from the locale.",
                  "终端把 “ ” — … · 等画成多宽；auto 表示按系统猜测。"), (AUTO, "narrow", "wide")),
    Setting("pictures", CHOICE, AUTO,
            _help("The way to draw pictures; auto: the sharpest that the terminal has; blocks: half blocks; off: none.",
                  "图片的画法；auto 表示终端最清晰的方式；blocks 表示半块字符；off 表示不显示。"),
            PICTURES),
    Setting("mouse", FLAG, True,
            _help("The reader uses the mouse; false leaves it to the terminal.",
                  "由阅读器使用鼠标；false 表示留给终端。")),
    Setting("update-at-start", FLAG, False,
            _help("The subscriptions are updated when the screen opens.", "打开界面时更新订阅。")),
    Setting("library", TEXTS, (),
            _help("Folders of issues, or issue files; ~ is your home. READER_LIBRARY takes precedence.",
                  "刊物文件夹或文件；~ 指主目录。READER_LIBRARY 优先。"), most=100),
)  # fmt: skip
BY_NAME = {setting.name: setting for setting in SETTINGS}
