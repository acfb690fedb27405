"""Credits and bylines as magazines print them: writers, translators, photographers, illustrators."""

from __future__ import annotations

import re

from reader.model.scripts import HAN_UNIFIED, SENTENCE_ENDS_HAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.magazine import Role

_PICTURE_WORDS = (
    r"(?:图片|圖片|照片)(?:来源|來源|提供)?|摄影|攝影|供图|供圖|插图|插圖|插画|插畫|绘图|繪圖|[绘繪图圖摄攝]"
)
_ENGLISH_PICTURE = (
    r"photographs?(?:\s+courtesy\s+of|\s+by)|photos?(?:\s+courtesy\s+of|\s+by)|photography(?:\s+by)?|illustrations?(?:\s+by)?"
    r"|images?(?:\s+courtesy\s+of|\s+by)|pictures?\s+by|drawings?\s+by|courtesy\s+of|photos?|photographs?|images?|credits?|pictures?"
)
_MARK = r"\s*[/／|｜:：·•—]\s*"
PICTURE_CREDIT = re.compile(
    rf"(?P<whole>[(（\[【]?(?:(?:{_PICTURE_WORDS}){_MARK}\S[^{SENTENCE_ENDS_HAN}]*"
    rf"|\b(?:{_ENGLISH_PICTURE})(?:{_MARK}|\s+(?=(?-i:[A-Z])|the\s))\S.*))\Z",
    re.IGNORECASE,
)
WOVEN_CREDIT = re.compile(
    r"(?:(?:图片|圖片|照片)(?:来源|來源|提供)?|图|圖|摄影|攝影|摄|攝|供图|供圖|插图|插圖|插画|插畫|绘图|繪圖|绘|繪)"
    r"\s*[/／|:：]\s*[^\s，。,.]+(?:\s(?=[A-Z])[A-Za-z. ]+)?"
    r"|(?:Photographs?|Photos?|Photography|Images?|Pictures?|Illustrations?|Drawings?|Courtesy)"
    r"(?:\s+(?:by|of)\b|\s+courtesy\s+of\b|\s*[/／|:])\s*[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*)*",
)
"""A picture's credit between other words, up to the end of the longest possible name."""
_NAME_FIRST = re.compile(
    rf"(?<=[。\s(（])(?P<whole>[(（]?[{HAN_UNIFIED}·]{{2,8}}\s?(?:摄影|攝影|摄|攝|供图|供圖|绘|繪)[)）]?)\Z"
)
_NAME_ONLY = re.compile(
    rf"(?P<whole>[(（]?[{HAN_UNIFIED}·]{{2,8}}\s?[/／]?\s?(?:摄影|攝影|摄|攝|供图|供圖|绘|繪)[)）]?)\Z"
)
_NAME_AFTER_BAR = re.compile(
    r"(?:(?<=[.!?»”’)]\s)|\A)(?P<whole>/\s?[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?:\s[A-ZÀ-Þ][A-ZÀ-Þ.’'-]*){0,4})\Z"
)
"""A name in capitals or initials after a bar, at the end of a caption or by itself, as newspapers print it."""
BYLINE = re.compile(
    r"\s*(?:(?:(?:文|撰文|文字|作者|记者|記者|采访|採訪|采写|採寫|翻译|翻譯|译|譯|编辑|編輯|编译|編譯|整理|口述|摄影|攝影|图|圖|插图|插畫|本刊记者"
    r"|供稿|撰稿|统筹)[、&和/ ]*)+\s*[/／|｜:：]\s*\S"
    r"|(?:text|words|story|written|by|translated|translation|translator|edited|editor|photographs?|photos?|illustrations?"
    r"|reporting|interview|author)s?(?:\s+and\s+\w+)?(?:\s+by)?\s*[/／|:：]\s*\S"
    r"|(?:text|words|story|written|reported|translated|edited|photographs?|photos?|photography|illustrations?|interview|reviewed)"
    r"(?:\s+(?:and|&)\s+\w+)?\s+by\s+\S|by\s+(?-i:[A-Z])\S*)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"\s*(?:[［\[【〔(（][{HAN_UNIFIED}]{{1,4}}[］\]】〕)）]\s*)?(?:[{HAN_UNIFIED}·•．.\-]{{2,20}}|[A-Z][\w.'’-]*(?:\s[\w.'’-]+){{1,4}})"
    r"(?:[\s、，,]+[^\s、，,]{2,20}){0,3}"
    r"[\s\u3000]+(?:[编編]?著|[编編]|作|撰|撰文|文|[译譯]|[译譯]注|[译譯]者|[编編][译譯]|[选選][编編译譯]|校|[译譯]校|校[译譯]|主[编編]|口述|整理|绘|繪|摄|攝|[摄攝]影)\s*"
)
_COUNTRY = re.compile(
    rf"\s*[［\[【〔(（][{HAN_UNIFIED}]{{1,4}}[］\]】〕)）]\s*[^\s。！？，]{{2,30}}(?:\s*(?:[编編]?著|作|撰))?\s*"
)
_BY_OTHERS = re.compile(
    r"\s*(?:par|traduit\b.{0,40}?\bpar|texte d[e'’]|traduction d[e'’]|propos recueillis par|von|aus dem .{3,30} von"
    r"|übersetzt von|text von|texto de|por|traducido por|traducción de"
    r"|di|testo di|traduzione di|tradotto da|door|vertaald door"
    r"|перев(?:од|ёл|ела)(?:\s+с\s+\S+)?|автор:?|текст:?|글|옮김|번역|文・|訳・|訳者[:：]?|著者[:：]?)(?:\s*[:：/／]\s*|\s+)",
    re.IGNORECASE,
)
"""Words for a writer or a translator in further languages, before a name."""
_AFTER_NAME = re.compile(
    r"[^\s。、，]{2,20}(?:[\s\u3000]+[^\s。、，]{2,20}){0,2}[\s\u3000]+(?:訳|著|作|文|글|옮김|지음|그림|사진)\s*"
)
MAX_NAMED_CHARS = 60
MAX_NAME_WORDS = 7
_SENTENCE = re.compile(r"[。？?！!，]|(?<!\b[A-Z])\.\s*\Z")
_TEXT_CREDIT = re.compile(r"\s*(?:文|撰文|作者|text|words|story|by\b|written|译|翻译|翻譯|translat)", re.IGNORECASE)


def divided(text: str) -> tuple[str, str]:
    """Divides a caption into its words and the credit at its end, as printed; the credit is empty if there is none."""
    text = text.strip()
    found = None
    for at in range(len(text)):
        if (found := PICTURE_CREDIT.match(text, at)) and _may_begin(text, at):
            break
        found = None
    found = found or _NAME_FIRST.search(text) or _NAME_ONLY.fullmatch(text) or _NAME_AFTER_BAR.search(text)
    if not found:
        return text, ""
    return text[: found.start()].rstrip(" ,，;；|/／"), text[found.start() :].strip()


def is_credit(text: str) -> bool:
    """Whether a text consists of a picture's credit alone."""
    before, credit = divided(text)
    return bool(credit) and not before


def is_byline(text: str) -> bool:
    """Whether a line says who wrote, translated or photographed."""
    return bool(BYLINE.match(text)) and len(text) <= 160 and not _SENTENCE.search(text)


def is_name_line(text: str) -> bool:
    """Whether a short line directly under a title says who wrote or translated, with a name and one word for it.

    ``［法］某 著`` and ``某某 译`` do, as well as ``par Jean Dupont``. Elsewhere such a line may be text.
    """
    text = text.strip()
    if is_byline(text):
        return True
    if len(text) > MAX_NAMED_CHARS or _SENTENCE.search(text):
        return False
    if _NAMED.fullmatch(text) or _COUNTRY.fullmatch(text) or _AFTER_NAME.fullmatch(text):
        return True
    found = _BY_OTHERS.match(text)
    names = text[found.end() :].split() if found else []
    return 0 < len(names) <= MAX_NAME_WORDS and all(_is_name_word(word) for word in names)


def _is_name_word(word: str) -> bool:
    return (
        not word[0].isalpha()
        or not word[0].islower()
        or word in ("de", "von", "van", "da", "di", "et", "und", "y", "e", "и")
    )


def is_text_byline(text: str) -> bool:
    """Whether a line says who wrote or translated: a picture's credit does not."""
    return is_byline(text) and bool(_TEXT_CREDIT.match(text))


def _may_begin(text: str, at: int) -> bool:
    """Whether a credit may begin at an offset: not inside a word."""
    return at == 0 or not (
        text[at].isascii() and text[at].isalpha() and text[at - 1].isascii() and text[at - 1].isalpha()
    )


_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("translation", re.compile(r"翻译|翻譯|译|譯|訳|옮김|번역|translat|tradu|übersetz|перев|vertaald", re.IGNORECASE)),
    ("photographs", re.compile(r"摄影|攝影|摄|攝|photo|图|圖|供图|供圖", re.IGNORECASE)),
    ("illustrations", re.compile(r"插图|插圖|插画|插畫|illustrat|绘|繪", re.IGNORECASE)),
    ("editing", re.compile(r"编辑|編輯|edit", re.IGNORECASE)),
)
_LAST_ROLE = re.compile(rf"(.*\S)[\s\u3000]+([{HAN_UNIFIED}\uac00-\ud7a3]{{1,3}})\s*\Z")
"""A name, and the word for its role after it."""
_BEGINNING = re.compile(
    r"(?:^|(?<=\s))(?=(?:文|撰文|文字|作者|记者|記者|采访|採訪|翻译|翻譯|译|譯|编辑|編輯|编译|編譯|整理|摄影|攝影|图|圖|插图|插圖)"
    rf"[、&和/ ]*[{HAN_UNIFIED}]{{0,2}}\s*[/／|｜:：])"
    r"|(?:^|(?<=\s))(?=(?:text|words|story|written|translated|translation|edited|photographs?|photos?|photography"
    r"|illustrations?|reporting|interview)\b)",
    re.IGNORECASE,
)


def byline_parts(text: str) -> list[tuple[Role, str]]:
    """Returns the roles in a byline, each with its names; the words for the role are left out."""
    if not is_byline(text) and (last := _LAST_ROLE.match(text)):
        return [(_role_of(last[2]), last[1].strip())]
    starts = [found.start() for found in _BEGINNING.finditer(text)]
    if not starts or starts[0] > 0:
        starts = [0, *starts]
    found: list[tuple[Role, str]] = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        part = text[start:end].strip()
        found_role = re.match(r"(.*?[/／|｜:：]|.*?\bby\b)\s*(\S.*)", part, re.IGNORECASE) or _others(part)
        head, name = (found_role[1], found_role[2]) if found_role else ("", part)
        if name.strip():
            found.append((_role_of(head), name.strip()))
    return found


def _others(part: str) -> re.Match[str] | None:
    """Returns the words for a role in a further language, and the name after them; None for other texts."""
    found = _BY_OTHERS.match(part)
    return re.match(rf"(.{{{found.end()}}})(.*)", part) if found and found.end() < len(part) else None


def _role_of(words: str) -> Role:
    return next((role for role, pattern in _ROLES if pattern.search(words)), "text")
