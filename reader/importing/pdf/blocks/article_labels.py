"""Labels of abstracts, and of the data and addresses that are printed with an article: ``关键词``, ``DOI``."""

from __future__ import annotations

import re

_HAN_ABSTRACT = r"(?:内容)?[摘提]\s*要"
_ABSTRACT = rf"(?:(?:Extended|Graphical|Non-technical)\s+)?Abstract|Summary|{_HAN_ABSTRACT}"
_OTHER_ABSTRACT = r"Zusammenfassung|Kurzfassung|R[ée]sum[ée]|Resumen|Resumo|Riassunto|Sommario|Abstrak|概\s*要|要\s*旨"
_KEYWORDS = (
    r"(?:Author\s+)?Key\s?words?|Index\s+Terms|[关關]\s*[键鍵]\s*[词詞字]|Palabras?[\s-]+claves?|Palavras?[\s-]+chaves?"
    r"|Mots?[\s-]+cl[ée]s?|Schl(?:ü|ue)sselw(?:ö|oe)rter|Schlagw(?:ö|oe)rter|Parole[\s-]+chiave|Kata\s+kunci"
)
_SUBJECTS = (
    r"(?:MR|AMS|MSC)\s*[(（]\d{4}[)）]\s*(?:主题分类号?|Subject\s+Classifications?)|(?:学科)?分类号|PACS"
    r"|JEL(?:\s+classification)?"
)
_HAN_DATA = (
    r"引用格式|中图(?:法)?分类号?|文献标[志识]码|文章编号|作者(?:简介|信息)|(?:基金|资助)项目|(?:收稿|修回|投稿)日期"
)
_DATA = rf"{_HAN_DATA}|{_SUBJECTS}|DOI|Citation|CLC(?:\s+number)?|Document\s+code|Article\s+ID|Foundation\s+items?"
_ADDRESS = r"通[信讯]作者|电话|電話|地址|网址|網址|邮箱|邮编|Received|Accepted|Published|Correspondence|E-?mail|Tel|Fax"
"""Labels of dates and addresses, which are words of sentences too: a colon is after them."""
_COLON = "[:：]"

_LABEL = re.compile(rf"(?:{_ABSTRACT}|{_KEYWORDS}|{_DATA})\s*{_COLON}?\Z", re.IGNORECASE)
_LABELLED = re.compile(
    rf"(?:{_ABSTRACT}|{_KEYWORDS}|{_DATA}|{_ADDRESS})\s*{_COLON}"
    rf"|(?:{_HAN_ABSTRACT}|{_KEYWORDS}|{_HAN_DATA}|{_SUBJECTS}|DOI|Citation)\s",
    re.IGNORECASE,
)
_ENTRY = re.compile(
    rf"(?:{_HAN_ABSTRACT}|{_KEYWORDS}|{_DATA})\s*{_COLON}|(?:{_HAN_DATA}|{_SUBJECTS}|[关關]\s*[键鍵]\s*[词詞字]|DOI)\s",
    re.IGNORECASE,
)
_LABELLED_ABSTRACT = re.compile(
    rf"(?:{_ABSTRACT}|{_OTHER_ABSTRACT}|(?P<keywords>{_KEYWORDS}))(?P<mark>\s*(?:{_COLON}|[—–./])|\s)\s*\S",
    re.IGNORECASE,
)
_SPACED = re.compile(r"\w(?:\s\w){4,}\Z")
"""A word set letter by letter."""
_ABSTRACT_HEADING = re.compile(rf"(?:{_ABSTRACT}|{_OTHER_ABSTRACT})\s*{_COLON}?\Z", re.IGNORECASE)


def is_label(text: str) -> bool:
    """Whether a text is the label of an abstract or of data on an article, and nothing else."""
    return bool(_LABEL.match(text))


def begins_with_label(text: str) -> bool:
    """Whether a line begins with a label, so that it is no part of the text above it."""
    return bool(_LABELLED.match(text))


def begins_entry(text: str) -> bool:
    """Whether a line begins with a label that is in no sentence: it begins an entry, whatever is above it."""
    return bool(_ENTRY.match(text))


def begins_abstract(text: str) -> bool:
    """Whether a text begins with the label of an abstract or of keywords in the same line."""
    return bool(_LABELLED_ABSTRACT.match(text))


def marks_abstract(text: str) -> bool:
    """Whether a text begins with such a label and a mark after it, such as a colon: it is no sentence."""
    found = _LABELLED_ABSTRACT.match(text)
    return bool(found and found["mark"].strip())


def begins_keywords(text: str) -> bool:
    """Whether a text begins with the label of keywords in the same line."""
    found = _LABELLED_ABSTRACT.match(text)
    return bool(found and found["keywords"])


def heads_abstract(text: str) -> bool:
    """Whether a text is the heading of an abstract, which papers set in small print, or letter by letter."""
    return bool(_ABSTRACT_HEADING.match("".join(text.split()) if _SPACED.match(text) else text))
