"""The language of a text in Latin letters, by its most frequent short words."""

from __future__ import annotations

import re

ENGLISH = "en"
_WORDS = {
    ENGLISH: "the of and to in is that for it was on are as with be at by this have from not which their they has",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus wird",
    "fr": "le la les de des et est une du dans pour que qui sur pas au par plus avec ce il sont aux ses cette nous",
    "es": "el la los las de del y en que un una por con para no se su es al lo como más pero sus este ha son",
    "it": "il di che e la per un una del della in con non sono gli dei nel alla le si più anche come è lo al",
    "pt": "o de que e do da em um uma para com não os no se na por mais as dos como mas ao ele das à é são",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als maar bij uit dan door naar",
}
_TAGS: dict[str, tuple[str, ...]] = {
    word: tuple(tag for tag, words in _WORDS.items() if word in words.split())
    for word in " ".join(_WORDS.values()).split()
}
"""The languages that a frequent word is one of."""
_WORD = re.compile(r"[^\W\d_]+")
_MIN_WORDS = 20
"""Number of frequent words below which a text shows no other language than English."""
_MIN_SHARE = 0.22
"""Share of a text's words that are frequent ones of its language; those of filler text are fewer."""
_LONE_SHARE, _LONE_RATIO = 0.1, 2.5
"""Share above which that shows a language, too, if it has that many times the frequent words of every other one."""
_CLEAR_RATIO = 1.25
"""Number of frequent words of a language, divided by that of English, above which a text is in it."""


def frequent_words(text: str) -> dict[str, int]:
    """Returns how many of the words of a text are frequent ones of each language, by its tag."""
    found = dict.fromkeys(_WORDS, 0)
    for word in _WORD.findall(text.lower()):
        for tag in _TAGS.get(word, ()):
            found[tag] += 1
    return found


def latin_language(text: str) -> str:
    """Returns the tag of the language that most of a text in Latin letters is in; English unless it is clear."""
    count = len(_WORD.findall(text))
    found = frequent_words(text)
    best = max(found, key=lambda tag: found[tag])
    is_alone = all(found[best] >= _LONE_RATIO * found[tag] for tag in found if tag != best)
    is_much = found[best] >= max(_MIN_WORDS, (_LONE_SHARE if is_alone else _MIN_SHARE) * count)
    is_clear = is_much and found[best] > _CLEAR_RATIO * found[ENGLISH]
    return best if is_clear else ENGLISH
