"""Notes of the page beside an article's text, in the language of the column that they are set in.

That language is one of the issue's, not the one of the interface. The words are known in simplified and traditional
Chinese, in Japanese and in English; a column in another language has the words of a language in its kind of script.
"""

from __future__ import annotations

from reader.model.language import is_ideographic, is_traditional, name
from reader.model.magazine import UNKNOWN_PAGE
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from reader.model.magazine import Relation, Role

    Fact = Literal["date", "source", "licence"]
    """A fact below an article."""


@record
class Phrase:
    """A phrase in each language in which it is known; ``{}`` is a place for a word."""

    simplified: str
    traditional: str
    english: str
    japanese: str

    def in_language(self, tag: str) -> str:
        """Returns the phrase for a column in a language."""
        if not is_ideographic(tag):
            return self.english
        if tag.split("-")[0] == "ja":
            return self.japanese
        return self.traditional if is_traditional(tag) else self.simplified


@record
class RelationNotes:
    """Notes on how the two sides of a free body are related; ``{}`` is the name of the other side's language."""

    on_derived: Phrase
    on_source: Phrase


_ROLES: dict[Role, Phrase] = {
    "text": Phrase("文", "文", "Text", "文"),
    "translation": Phrase("翻译", "翻譯", "Translation", "翻訳"),
    "photographs": Phrase("摄影", "攝影", "Photographs", "写真"),
    "illustrations": Phrase("插图", "插圖", "Illustrations", "イラスト"),
    "editing": Phrase("编辑", "編輯", "Editing", "編集"),
    "design": Phrase("设计", "設計", "Design", "デザイン"),
    "proofreading": Phrase("校对", "校對", "Proofreading", "校正"),
    "source": Phrase("来源", "來源", "Source", "出典"),
}
_FACTS: dict[Fact, Phrase] = {
    "date": Phrase("日期", "日期", "Date", "日付"),
    "source": Phrase("来源", "來源", "Source", "出典"),
    "licence": Phrase("许可", "授權", "Licence", "ライセンス"),
}
_LANGUAGES = {
    "zh": Phrase("中文", "中文", "Chinese", "中国語"),
    "en": Phrase("英文", "英文", "English", "英語"),
    "ja": Phrase("日文", "日文", "Japanese", "日本語"),
}
_FIGURES = Phrase("图片", "圖片", "Figures", "図版")
_APART = Phrase("与{}各自成文", "與{}各自成文", "Written apart from the {}", "{}とは別に書かれた文")
_RELATIONS: dict[Relation, RelationNotes] = {
    "abridged": RelationNotes(
        Phrase("节译自{}", "節譯自{}", "Abridged from the {}", "{}からの抄訳"),
        Phrase("{}为节译", "{}為節譯", "The {} is an abridgement", "{}は抄訳"),
    ),
    "adapted": RelationNotes(
        Phrase("编译自{}", "編譯自{}", "Adapted from the {}", "{}からの翻案"),
        Phrase("{}为编译", "{}為編譯", "The {} is an adaptation", "{}は翻案"),
    ),
    "summary": RelationNotes(
        Phrase("{}的摘要", "{}的摘要", "A summary of the {}", "{}の要約"),
        Phrase("{}为摘要", "{}為摘要", "The {} is a summary", "{}は要約"),
    ),
    "independent": RelationNotes(_APART, _APART),
}
_ONLY_IN = Phrase("仅有{}", "僅有{}", "In {} only", "{}のみ")
_NOTES = Phrase("注释", "註釋", "Notes", "注")
_ABSENT = Phrase("（无{}）", "（無{}）", "(not in {})", "（{}なし）")
_UNTRANSLATED = Phrase("（尚无译文）", "（尚無譯文）", "(not translated yet)", "（未訳）")
_CONTINUES = Phrase("（下转第{}页）", "（下轉第{}頁）", "(continues on p. {})", "（{}ページへ続く）")
_CONTINUED = Phrase("（上接第{}页）", "（上接第{}頁）", "(continued from p. {})", "（{}ページから続く）")
_CONTINUES_ELSEWHERE = Phrase("（未完）", "（未完）", "(continued elsewhere)", "（続く）")
_CONTINUED_FROM_ELSEWHERE = Phrase("（接前文）", "（接前文）", "(continued from elsewhere)", "（前から続く）")


def language_name(tag: str, language: str) -> str:
    """Returns the name of the language ``tag`` in ``language``; its own name for itself where that is not known."""
    phrase = _LANGUAGES.get(tag.split("-")[0])
    return phrase.in_language(language) if phrase else name(tag)


def credit(role: Role, who: str, language: str) -> str:
    """Returns a credit as a byline prints it: ``文 / 本刊编辑部``, ``Text: The editors``."""
    return _label(_ROLES[role], language) + who


def fact(name: Fact, language: str) -> str:
    """Returns the words before a fact below an article: ``许可 / ``, ``Licence: ``."""
    return _label(_FACTS[name], language)


def _label(phrase: Phrase, language: str) -> str:
    return phrase.in_language(language) + (" / " if is_ideographic(language) else ": ")


def relation(kind: Relation, other: str, language: str, *, derived: bool) -> str:
    """Returns the note, in ``language``, on how a side is related to the side in the language ``other``.

    ``derived`` is whether the note is for the side that derives from the other one.
    """
    notes = _RELATIONS[kind]
    note = notes.on_derived if derived else notes.on_source
    return note.in_language(language).format(language_name(other, language))


def only_in(tag: str, language: str) -> str:
    """Returns the note that the text is in the language ``tag`` only."""
    return _ONLY_IN.in_language(language).format(language_name(tag, language))


def notes(language: str) -> str:
    """Returns the heading of an article's notes."""
    return _NOTES.in_language(language)


def absent(language: str) -> str:
    """Returns the note for a text that a language lacks on purpose."""
    return _ABSENT.in_language(language).format(language_name(language, language))


def untranslated(language: str) -> str:
    """Returns the note for a text that is not yet translated into a language."""
    return _UNTRANSLATED.in_language(language)


def figures(language: str) -> str:
    """Returns the heading above the figures of a printed article."""
    return _FIGURES.in_language(language)


def continued(page: str, language: str, *, onward: bool) -> str:
    """Returns the note of a paragraph that goes on on another page (``onward``) or comes from it."""
    if page == UNKNOWN_PAGE:
        phrase = _CONTINUES_ELSEWHERE if onward else _CONTINUED_FROM_ELSEWHERE
    else:
        phrase = _CONTINUES if onward else _CONTINUED
    return phrase.in_language(language).format(page)
