"""Numbers in a text: in digits, in Chinese numerals, in words. Pure."""

from __future__ import annotations

import re

from reader.alignment.number_words import numbers_in_words

MIN_NUMBER = 11
"""Smallest number that is compared: smaller ones are often written in other words."""
MAX_NUMBER_CHARS = 24
"""Longest number in digits or Chinese numerals; a longer one is a table, or no number."""
_DIGITS = "零一二三四五六七八九"
_UNITS = {"十": 10, "百": 100, "千": 1000}
_LARGE_UNITS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_NUMERALS = "零〇一二两兩三四五六七八九十百千万萬亿億"
_HAN_DIGIT = re.compile(f"(?<![{_NUMERALS}几幾数數第])[二两兩三四五六七八九十](?![{_NUMERALS}几幾多])")
"""A numeral alone, which is no part of a larger or unsure number, or of one in an order."""
_SINO_KOREAN = "일이삼사오육륙칠팔구십백천"
_HANGUL_NUMBER = re.compile(
    f"(?<![가-힣])(?:[{_SINO_KOREAN}]*[만억] ?)?[{_SINO_KOREAN}만억]{{2,}}(?=\\W|[년월일명개원번시분쪽미세살]|\\Z)"
)
"""A number in Korean words of Chinese origin, before a word or a measure."""
_HANGUL_DIGITS = str.maketrans("일이삼사오육륙칠팔구십백천만억", "一二三四五六六七八九十百千万億")
_HAN_NUMBER = re.compile(f"[{_NUMERALS}]{{2,}}")


def numbers(text: str, language: str = "en") -> set[int]:
    """Returns the numbers from :data:`MIN_NUMBER` on in a text, in digits, Chinese numerals or words of a language.

    English words are read in each language.
    """
    return {number for number in _all_numbers(text, language) if number >= MIN_NUMBER}


def small_numbers(text: str, language: str = "en") -> set[int]:
    """Returns the numbers from two to ten in a text; they may be written in other words in a translation."""
    found = {int(digit) for digit in re.findall(r"(?<![\d.,:])\d(?![\d:]|[.,]\d)", text)}
    found |= {han_number(word) for word in _HAN_DIGIT.findall(text)} | numbers_in_words(text, language)
    return {number for number in found if 1 < number < MIN_NUMBER}


def _all_numbers(text: str, language: str) -> set[int]:
    digits = _not_too_long(re.findall(r"\d{1,3}(?:,\d{3})+|\d{2,12}", text))
    found = {int(number.replace(",", "")) for number in digits}
    found |= {han_number(word) for word in _not_too_long(_HAN_NUMBER.findall(text))}
    if language == "ko":
        found |= {han_number(word.replace(" ", "").translate(_HANGUL_DIGITS)) for word in _HANGUL_NUMBER.findall(text)}
    for tag in dict.fromkeys(("en", language)):
        found |= numbers_in_words(text, tag)
    return found


def _not_too_long(words: list[str]) -> list[str]:
    return [word for word in words if len(word) <= MAX_NUMBER_CHARS]


def han_number(word: str) -> int:
    """Returns the value of a number in Chinese numerals; digits without units are read one after the other."""
    word = word.replace("〇", "零").replace("两", "二").replace("兩", "二")
    if all(char in _DIGITS for char in word):
        return int("".join(str(_DIGITS.index(char)) for char in word))
    whole = part = digit = 0
    for char in word:
        if char in _LARGE_UNITS:
            whole, part, digit = (whole + part + digit or 1) * _LARGE_UNITS[char], 0, 0
        elif char in _UNITS:
            part, digit = part + (digit or 1) * _UNITS[char], 0
        else:
            digit = _DIGITS.index(char)
    return whole + part + digit
