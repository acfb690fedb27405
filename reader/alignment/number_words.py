"""Words for numbers in European languages. Pure."""

from __future__ import annotations

import re
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_WORD_CHARS = 40
"""Longest word that is read as a number: German and Dutch write them as one."""
_SMALL = {
    "en": """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen""",
    "de": """null ein|eins|eine|einer|einem|einen zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn
    vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn""",
    "fr": """zéro un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize""",
    "es": """cero un|uno|una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis
    diecisiete dieciocho diecinueve""",
    "it": """zero un|uno|una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici
    sedici diciassette diciotto diciannove""",
    "pt": """zero um|uma dois|duas três quatro cinco seis sete oito nove dez onze doze treze catorze|quatorze quinze
    dezesseis|dezasseis dezessete|dezassete dezoito dezenove|dezanove""",
    "nl": """nul een|één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien
    zeventien achttien negentien""",
    "ru": """ноль один|одна|одно|одного|одной два|две|двух|двумя три|трёх|трех|тремя четыре|четырёх|четырех|четырьмя
    пять|пяти|пятью шесть|шести|шестью семь|семи|семью восемь|восьми|восемью девять|девяти|девятью десять|десяти|десятью
    одиннадцать|одиннадцати двенадцать|двенадцати тринадцать|тринадцати четырнадцать|четырнадцати пятнадцать|пятнадцати
    шестнадцать|шестнадцати|шестнадцатью семнадцать|семнадцати восемнадцать|восемнадцати девятнадцать|девятнадцати""",
    "uk": """нуль один|одна|одне|одного|однієї два|дві|двох|двома три|трьох|трьома чотири|чотирьох|чотирма
    пять|пяти|пятьма шість|шести|шістьма сім|семи|сьома вісім|восьми|вісьмома девять|девяти десять|десяти
    одинадцять|одинадцяти дванадцять|дванадцяти тринадцять|тринадцяти чотирнадцять|чотирнадцяти пятнадцять|пятнадцяти
    шістнадцять|шістнадцяти сімнадцять|сімнадцяти вісімнадцять|вісімнадцяти девятнадцять|девятнадцяти""",
    "ko": """영 하나|한 둘|두 셋|세|석 넷|네|넉 다섯 여섯 일곱 여덟 아홉 열 열하나|열한 열둘|열두 열셋|열세 열넷|열네
    열다섯 열여섯 열일곱 열여덟 열아홉""",
    "ar": """صفر واحد|واحدة|واحدا اثنان|اثنين|اثنتان|اثنتين ثلاثة|ثلاث أربعة|أربع خمسة|خمس ستة|ست
    سبعة|سبع ثمانية|ثماني|ثمان
    تسعة|تسع عشرة|عشر""",
}
"""The words from zero on, in order; other forms of a word after a bar."""
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "de": "zwanzig dreißig|dreissig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "fr": "vingt trente quarante cinquante soixante septante huitante|octante nonante",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "pt": "vinte trinta quarenta cinquenta|cinqüenta sessenta setenta oitenta noventa",
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "ru": """двадцать|двадцати|двадцатью тридцать|тридцати|тридцатью сорок|сорока пятьдесят|пятидесяти
    шестьдесят|шестидесяти семьдесят|семидесяти восемьдесят|восьмидесяти девяносто|девяноста""",
    "uk": """двадцять|двадцяти тридцять|тридцяти сорок|сорока пятдесят|пятдесяти шістдесят|шістдесяти
    сімдесят|сімдесяти вісімдесят|вісімдесяти девяносто|девяноста""",
    "ko": "스물|스무 서른 마흔 쉰 예순 일흔 여든 아흔",
    "ar": """عشرون|عشرين ثلاثون|ثلاثين أربعون|أربعين خمسون|خمسين ستون|ستين سبعون|سبعين ثمانون|ثمانين تسعون|تسعين""",
}
_UNITS = {
    "en": {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9},
    "de": {"hundert": 100, "tausend": 1000, "million|millionen": 10**6, "milliarde|milliarden": 10**9},
    "fr": {"cent|cents": 100, "mille": 1000, "million|millions": 10**6, "milliard|milliards": 10**9},
    "es": {"mil": 1000, "millón|millones": 10**6},
    "it": {"cento": 100, "mille|mila": 1000, "milione|milioni": 10**6, "miliardo|miliardi": 10**9},
    "pt": {"mil": 1000, "milhão|milhões": 10**6},
    "nl": {"honderd": 100, "duizend": 1000, "miljoen": 10**6, "miljard": 10**9},
    "ru": {"тысяча|тысячи|тысяч": 1000, "миллион|миллиона|миллионов": 10**6},
    "ko": {},
    "ar": {"مئة|مائة": 100, "ألف|ألفا|آلاف": 1000, "مليون|ملايين": 10**6},
    "uk": {"тисяча|тисячі|тисяч": 1000, "мільйон|мільйони|мільйонів": 10**6},
}
_WHOLE = {
    "fr": {"quatre-vingt|quatre-vingts": 80},
    "es": {
        "cien|ciento": 100,
        "doscientos|doscientas": 200,
        "trescientos|trescientas": 300,
        "cuatrocientos|cuatrocientas": 400,
        "quinientos|quinientas": 500,
        "seiscientos|seiscientas": 600,
        "setecientos|setecientas": 700,
        "ochocientos|ochocientas": 800,
        "novecientos|novecientas": 900,
        "veintiuno|veintiún|veintiuna": 21,
        "veintidós": 22,
        "veintitrés": 23,
        "veinticuatro": 24,
        "veinticinco": 25,
        "veintiséis": 26,
        "veintisiete": 27,
        "veintiocho": 28,
        "veintinueve": 29,
    },
    "pt": {
        "cem|cento": 100,
        "duzentos|duzentas": 200,
        "trezentos|trezentas": 300,
        "quatrocentos|quatrocentas": 400,
        "quinhentos|quinhentas": 500,
        "seiscentos|seiscentas": 600,
        "setecentos|setecentas": 700,
        "oitocentos|oitocentas": 800,
        "novecentos|novecentas": 900,
    },
    "ru": {
        "сто|ста": 100,
        "двести": 200,
        "триста": 300,
        "четыреста": 400,
        "пятьсот": 500,
        "шестьсот": 600,
        "семьсот": 700,
        "восемьсот": 800,
        "девятьсот": 900,
    },
    "uk": {
        "сто|ста": 100,
        "двісті|двохсот": 200,
        "триста|трьохсот": 300,
        "чотириста|чотирьохсот": 400,
        "пятсот": 500,
        "шістсот": 600,
        "сімсот": 700,
        "вісімсот": 800,
        "девятсот": 900,
    },
}
"""Words that are a number by themselves, beside those above."""
_AND = {
    "en": "and",
    "de": "und",
    "fr": "et",
    "es": "y",
    "it": "e",
    "pt": "e",
    "nl": "en",
    "ru": "и",
    "uk": "і",
    "ko": "",
    "ar": "و",
}
_APOSTROPHE = re.compile("(?<=[пв])['’ʼ](?=я)")
"""The apostrophe of Ukrainian in words for numbers, which the table leaves out."""
_VOWEL_SIGNS = re.compile("[\u064b-\u0652]")
"""The signs of vowels of Arabic, which the table leaves out."""
_AS_ONE_WORD = frozenset({"de", "nl", "it"})
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class NumberWords:
    """The words for numbers of one language."""

    def __init__(self, language: str) -> None:
        """Takes the tag of a language that has a table."""
        self.ones = _values((word, at) for at, word in enumerate(_SMALL[language].split()))
        self.ones |= _values((word, 10 * at) for at, word in enumerate(_TENS[language].split(), 2))
        self.ones |= _values(_WHOLE.get(language, {}).items())
        self.units = _values(_UNITS[language].items())
        self.conjunction = _AND[language]
        parts = sorted({*self.ones, *self.units}, key=len, reverse=True)
        joint = "und|en|ën" if language in ("de", "nl") else ""
        is_joined = language in _AS_ONE_WORD
        self._parts = re.compile("|".join(filter(None, (*parts, joint))) if is_joined else r"(?!)")

    def words_of(self, text: str) -> list[str]:
        """Returns the words of a text in small letters; those that are numbers written as one word are divided."""
        found: list[str] = []
        for word in _WORD.findall(_VOWEL_SIGNS.sub("", _APOSTROPHE.sub("", text.lower()))):
            if word in self.ones or word in self.units:
                found.append(word)
                continue
            if word[0] == "و" and (word[1:] in self.ones or word[1:] in self.units):  # the "and" of Arabic
                found.append(word[1:])
                continue
            parts = word.split("-")
            while parts:
                count = 2 if "-".join(parts[:2]) in self.ones and len(parts) > 1 else 1
                found += self._divided("-".join(parts[:count]))
                del parts[:count]
        return found

    def _divided(self, word: str) -> list[str]:
        if word in self.ones or word in self.units or not 5 < len(word) <= MAX_WORD_CHARS:
            return [word]
        parts = self._parts.findall(word)
        return parts if len(parts) > 1 and "".join(parts) == word else [word]


def numbers_in_words(text: str, language: str) -> set[int]:
    """Returns the numbers that a text has in words; none in a language without a table."""
    known = _known(language.split("-")[0])
    if not known:
        return set()
    found: set[int] = set()
    value = total = 0
    for word in [*known.words_of(text), ""]:
        if word in known.ones:
            value += known.ones[word]
        elif word in known.units and (value or known.conjunction != "and") and value < 10**12:
            value = max(value, 1) * known.units[word]
            if known.units[word] > 100:
                total, value = total + value, 0
        elif word not in (known.conjunction, "und", "en", "ën") or not value:
            found.add(total + value)
            value = total = 0
    return found


@cache
def _known(language: str) -> NumberWords | None:
    return NumberWords(language) if language in _SMALL else None


def _values(words: Iterable[tuple[str, int]]) -> dict[str, int]:
    return {form: number for word, number in words for form in word.split("|")}
