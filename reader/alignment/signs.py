"""Signs of a text that most translations keep: marks, the number before it, the speaker of a dialogue. Pure."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from reader.alignment.numerals import han_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKS = {
    "?": re.compile("[?？؟]"),
    "!": re.compile("[!！]"),
    "“": re.compile('[“”„«»「」『』"‘]'),
    "(": re.compile("[(（]"),
    "()": re.compile(r"[(（][^()（）]*[)）]?[^\w(（]*\Z"),
    ";": re.compile("[;；؛]"),
    ":": re.compile(r"[:：]\s*\Z"),
    "/": re.compile(r"https?://"),
}
_NUMERALS = "零〇一二三四五六七八九十百"
_HAN_NUMBER = re.compile(
    rf"\W*(?:第\s*([{_NUMERALS}]{{1,5}}|\d{{1,3}})\s*(?:[条條章节節款項项回課课講讲篇卷部步号號]|(?=\s))"
    rf"|[(（]?([{_NUMERALS}]{{1,5}})[)）、．.]|([{_NUMERALS}]{{1,5}})\u3000)"
)
_LATIN_NUMBER = re.compile(r"\W*(?:[^\W\d_]{2,12}\.?\s+)?(?:(\d{1,3})|([IVXL]{1,7}))\s*(?:[.):：](?!\d)|\u3000|\Z)")
_LABEL = re.compile(r"\W*([^\s:：。，,.!?][^:：。，,.!?\n]{0,24})[:：]")
_WORDS_FOR_TURNS = {
    "asks": "q question 问 問 質問 frage pregunta domanda pergunta вопрос 문 질문 س",
    "answers": "a answer 答 回答 réponse antwort respuesta risposta resposta ответ 답 답변 ج",
}
_TURNS = {word: turn for turn, words in _WORDS_FOR_TURNS.items() for word in words.split()}
"""Words before a question or an answer."""
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
MIN_TURNS = 2
"""Number of texts from which on the words before a colon are the name of a speaker."""


def signs_of(text: str) -> set[str]:
    """Returns the marks of a text, and the number that it begins with, as articles of a law do."""
    found = {key for key, mark in _MARKS.items() if mark.search(text)}
    number = number_before(text)
    return found | {f"№{number}"} if number else found


def number_before(text: str) -> int:
    """Returns the number that a text begins with, as articles of a law do; 0 if with none."""
    if han := _HAN_NUMBER.match(text):
        digits = han[1] or han[2] or han[3]
        return int(digits) if digits.isdecimal() else han_number(digits)
    if latin := _LATIN_NUMBER.match(text):
        return int(latin[1]) if latin[1] else _roman(latin[2])
    return 0


def _roman(digits: str) -> int:
    values = [_ROMAN[digit] for digit in digits]
    return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))


def speakers(left: Sequence[str], right: Sequence[str]) -> tuple[list[str], list[str]]:
    """Returns a key for the speaker of each text of two sides, the same for the same one; empty for other texts.

    Who asks and who answers is known by the words for it. Others are known by the order in which they begin to speak,
    if both sides have as many of them, and those who begin earlier speak more.
    """
    sides = [[found[1] if (found := _LABEL.match(text)) else "" for text in side] for side in (left, right)]
    orders = [_order(names) for names in sides]
    is_sure = bool(orders[0]) and len(orders[0]) == len(orders[1])
    keys = [{name: f"speaker {at}" for at, name in enumerate(order)} if is_sure else {} for order in orders]
    first, second = (
        [_TURNS.get(name.lower()) or own.get(name, "") for name in names]
        for own, names in zip(keys, sides, strict=True)
    )
    return first, second


def _order(names: Sequence[str]) -> list[str]:
    """Returns the speakers in the order in which they begin; none if an earlier one does not speak more."""
    counts = Counter(filter(None, names))
    order = [name for name in counts if counts[name] >= MIN_TURNS]
    is_clear = all(counts[one] > counts[other] for one, other in pairwise(order))
    return order if len(order) > 1 and is_clear else []
