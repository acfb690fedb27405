"""Labels of abstracts, and of the data and addresses that are printed with an article: ``关键词``, ``DOI``."""

from __future__ import annotations

import re

_HAN_ABSTRACT = r"(?:内容)?[摘提]\s*要"
_ABSTRACT = rf"Abstract|Summary|{_HAN_ABSTRACT}"
_OTHER_ABSTRACT = r"Zusammenfassung|R[ée]sum[ée]|Resumen|Riassunto|概\s*要|要\s*旨"
"""Labels that are read as ones of an abstract only where nothing else is in their line."""
_KEYWORDS = r"Key\s?words?|[关關]\s*[键鍵]\s*[词詞字]"
_SUBJECTS = (
    r"(?:MR|AMS|MSC)\s*[(（]\d{4}[)）]\s*(?:主题分类号?|Subject\s+Classifications?)|(?:学科)?分类号|PACS"
    r"|JEL(?:\s+classification)?"
)
_HAN_DATA = (
    r"引用格式|中图(?:法)?分类号?|文献标[志识]码|文章编号|(?:第[一二三]|通[讯信])?作者(?:简介|信息)"
    r"|(?:基金|资助)项目|(?:收稿|修回|投稿)日期"
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
_LABELLED_ABSTRACT = re.compile(rf"(?:{_ABSTRACT}|{_KEYWORDS})(?:{_COLON}|[—–]|\s)\s*\S", re.IGNORECASE)
_ABSTRACT_HEADING = re.compile(rf"(?:{_ABSTRACT}|{_OTHER_ABSTRACT})\s*{_COLON}?\Z", re.IGNORECASE)


_BRACKETED = re.compile(r"[\[【［〔]\s*([^\W\d_][^\]】］〕]{0,18}?)\s*[\]】］〕]\s*[:：]?")
"""Brackets around a label, as journals set them: ``【摘要】``."""


def unbracketed(text: str) -> str:
    """Returns a text; if it begins with a label in brackets, with a colon after it for them."""
    return _BRACKETED.sub(r"\1：", text, count=1) if _BRACKETED.match(text) else text


def is_label(text: str) -> bool:
    """Whether a text is the label of an abstract or of data on an article, and nothing else."""
    return bool(_LABEL.match(unbracketed(text)))


def begins_with_label(text: str) -> bool:
    """Whether a line begins with a label, so that it is no part of the text above it."""
    return bool(_LABELLED.match(unbracketed(text)))


def begins_entry(text: str) -> bool:
    """Whether a line begins with a label that is in no sentence: it begins an entry, whatever is above it."""
    return bool(_ENTRY.match(unbracketed(text)))


def begins_abstract(text: str) -> bool:
    """Whether a text begins with the label of an abstract or of keywords in the same line."""
    return bool(_LABELLED_ABSTRACT.match(unbracketed(text)))


def heads_abstract(text: str) -> bool:
    """Whether a text is the heading of an abstract, which papers set in small print."""
    return bool(_ABSTRACT_HEADING.match(unbracketed(text)))
