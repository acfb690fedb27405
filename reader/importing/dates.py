"""Texts that are a date and nothing else: they head no article."""

from __future__ import annotations

import re

_MONTHS = (
    "january february march april may june july august september october november december "
    "januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre "
    "novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre "
    "diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre janeiro fevereiro março maio "
    "junho julho setembro outubro novembro dezembro januari februari maart mei augustus"
)
_SEASONS = "spring summer autumn fall winter frühling frühjahr sommer herbst"
_DAYS = (
    "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag "
    "sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo"
)
_NAMED = frozenset(f"{_MONTHS} {_SEASONS}".split())
_SHORT = frozenset(name[:3] for name in _NAMED)
_BESIDE = frozenset(f"{_DAYS} of de del den der the and".split())
_NUMBER = re.compile(r"(?:\d{1,2}(?:st|nd|rd|th|er|º)?|(?:1[5-9]|20)\d\d)\Z")
_HAN = re.compile(
    r"\s*(?:(?:1[5-9]|20)\d\d|[〇零一二三四五六七八九]{4})\s*年\s*(?:[\d一二三四五六七八九十]+\s*月(?:\s*[\d一二三四五六七八九十]+\s*日)?)?\s*\Z"
)
_MAX_LETTERS = 48


def is_date(text: str) -> bool:
    """Whether a text is a date: a month or a season by its name, and a number, or a year in Han characters."""
    if len(text) > _MAX_LETTERS:
        return False
    if _HAN.match(text):
        return True
    words = re.findall(r"[^\W_]+", text.lower())
    names = [word for word in words if word in _NAMED or (len(word) <= 4 and word[:3] in _SHORT and word.isalpha())]
    numbers = [word for word in words if _NUMBER.match(word)]
    rest = [word for word in words if word not in names and word not in numbers and word not in _BESIDE]
    return bool(names and numbers) and not rest
