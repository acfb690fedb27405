"""The few words that the page itself says beside the text, in the language of the column they stand in."""

from __future__ import annotations

from reader.model.language import is_ideographic, is_traditional, name
from reader.model.magazine import UNKNOWN_PAGE

_ROLES = {
    "text": ("文", "文", "Text"),
    "translation": ("翻译", "翻譯", "Translation"),
    "photographs": ("摄影", "攝影", "Photographs"),
    "illustrations": ("插图", "插圖", "Illustrations"),
    "editing": ("编辑", "編輯", "Editing"),
    "design": ("设计", "設計", "Design"),
    "proofreading": ("校对", "校對", "Proofreading"),
    "source": ("来源", "來源", "Source"),
}
_LANGUAGES = {"zh": ("中文", "中文", "Chinese"), "en": ("英文", "英文", "English")}
# What is said on the derived side, and on the side it derives from; {} is the other side's language.
_RELATIONS = {
    "abridged": (
        ("节译自{}", "節譯自{}", "Abridged from the {}"),
        ("{}为节译", "{}為節譯", "The {} is an abridgement"),
    ),
    "adapted": (("编译自{}", "編譯自{}", "Adapted from the {}"), ("{}为编译", "{}為編譯", "The {} is an adaptation")),
    "summary": (("{}的摘要", "{}的摘要", "A summary of the {}"), ("{}为摘要", "{}為摘要", "The {} is a summary")),
    "independent": (
        ("与{}各自成文", "與{}各自成文", "Written apart from the {}"),
        ("与{}各自成文", "與{}各自成文", "Written apart from the {}"),
    ),
}


def _pick(words: tuple[str, str, str], language: str) -> str:
    return words[2] if not is_ideographic(language) else words[1] if is_traditional(language) else words[0]


def language_name(tag: str, language: str) -> str:
    """Returns what the language ``tag`` is called in ``language``."""
    words = _LANGUAGES.get(tag.split("-")[0])
    return _pick(words, language) if words else name(tag)


def credit(role: str, who: str, language: str) -> str:
    """Returns a credit as a byline says it: ``文 / 本刊编辑部``, ``Text: The editors``."""
    label = _pick(_ROLES[role], language)
    return f"{label} / {who}" if is_ideographic(language) else f"{label}: {who}"


def relation(kind: str, derived: bool, other: str, language: str) -> str:
    """Returns how a side of a free body stands to the side in the language ``other``."""
    return _pick(_RELATIONS[kind][0 if derived else 1], language).format(language_name(other, language))


def only_in(tag: str, language: str) -> str:
    """Returns that there is no more than the text in ``tag``."""
    return _pick(("仅有{}", "僅有{}", "In {} only"), language).format(language_name(tag, language))


def absent(language: str) -> str:
    """Returns what stands where this language has no text beside the other's."""
    return _pick(("（无中文）", "（無中文）", "(not in {})"), language).format(language_name(language, language))


def untranslated(language: str) -> str:
    """Returns what stands where this language lacks a text that it should have."""
    return _pick(("（尚无译文）", "（尚無譯文）", "(not translated yet)"), language)


def continued(page: str, on: bool, language: str) -> str:
    """Returns the note of a paragraph that goes on to, or comes from, another page."""
    if page == UNKNOWN_PAGE:
        words = (
            ("（未完）", "（未完）", "(continued elsewhere)")
            if on
            else ("（接前文）", "（接前文）", "(continued from elsewhere)")
        )
    elif on:
        words = ("（下转第{}页）", "（下轉第{}頁）", "(continues on p. {})")
    else:
        words = ("（上接第{}页）", "（上接第{}頁）", "(continued from p. {})")
    return _pick(words, language).format(page)
