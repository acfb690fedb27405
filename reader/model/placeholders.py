"""The placeholders of a new issue: texts to write over, and the sides of a text that were left as they are."""

from __future__ import annotations

from reader.model.language import is_ideographic, is_traditional

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.text import Text

FALLBACK_LANGUAGE = "en"
"""The language of the placeholders for languages that have none of their own."""
PLACEHOLDERS = {
    "zh-Hans": {
        "magazine": "刊名",
        "label": "1月刊",
        "section": "栏目",
        "title": "文章标题",
        "paragraph": "这里写第一段。",
        "term": "术语",
        "caption": "图注",
    },
    "zh-Hant": {
        "magazine": "刊名",
        "label": "1月刊",
        "section": "欄目",
        "title": "文章標題",
        "paragraph": "這裡寫第一段。",
        "term": "術語",
        "caption": "圖註",
    },
    "en": {
        "magazine": "The magazine",
        "label": "January issue",
        "section": "Section",
        "title": "Title of the article",
        "paragraph": "Here the first paragraph is written.",
        "term": "term",
        "caption": "Caption",
    },
}
"""Texts to write over, by language and key."""
_KEYS: dict[str, frozenset[str]] = {
    text: frozenset(key for texts in PLACEHOLDERS.values() for key, each in texts.items() if each == text)
    for placeholders in PLACEHOLDERS.values()
    for text in placeholders.values()
}
"""The keys that each placeholder is written for."""
_UNMISTAKABLE = frozenset({"title", "paragraph"})
"""Keys of the placeholders that no text has by chance."""
LABEL = frozenset({"label"})
"""The key whose placeholder may be the right text."""
_NONE = frozenset[str]()


def placeholder(key: str, tag: str) -> str:
    """Returns the placeholder for a key in a language: Chinese and Japanese have those of their script."""
    language = tag.split("-")[0]
    if is_ideographic(tag):
        language = "zh-Hant" if is_traditional(tag) else "zh-Hans"
    return PLACEHOLDERS[language if language in PLACEHOLDERS else FALLBACK_LANGUAGE][key]


def sides_left(text: Text) -> dict[str, frozenset[str]]:
    """Returns the keys of the placeholders that are left in a text, by language.

    They are left if every side is a placeholder of one key; else where nobody would write the side by chance.
    """
    sides = {tag: _KEYS.get(prose.text.strip(), _NONE) for tag, prose in text.sides if prose.text.strip()}
    if not sides or frozenset.intersection(*sides.values()):
        return sides
    return {tag: keys for tag, keys in sides.items() if keys & _UNMISTAKABLE}


def is_left(text: Text, tag: str) -> bool:
    """Whether a text in a language is a placeholder; that of a label may be the right text."""
    if text.plain(tag).strip() not in _KEYS:
        return False
    return sides_left(text).get(tag, LABEL) != LABEL
