"""Invents a library of any size, for tests and benchmarks.

The same arguments give the same bytes. Issues have 40 articles of about 1,200 Chinese characters and 600 English words.
Their words follow Zipf's law, from two vocabularies: Chinese words of one to four characters, and English words with
their inflections. Every tenth issue is in traditional characters; one article in eight is an abridgement, whose body
has a list of blocks for each language.
"""

from __future__ import annotations

import os
import random
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from itertools import accumulate

from reader.model.scripts import traditional_forms

ARTICLES_IN_ISSUE = 40
PARAGRAPHS = 12
HAN_IN_PARAGRAPH = 100
WORDS_IN_PARAGRAPH = 50
FIRST_YEAR = 1995
MAGAZINES = (
    ("山海志", "Hills and Seas"),
    ("城市笔记", "City Notes"),
    ("茶与纸", "Tea and Paper"),
    ("北窗", "North Window"),
    ("渡口", "The Ferry"),
    ("大学城", "Campus"),
    ("流水账", "Ledger of Rivers"),
    ("四时", "Four Seasons"),
)
SECTIONS = (
    ("focus", "专题", "Focus"),
    ("city", "城市", "City"),
    ("science", "科学", "Science"),
    ("letters", "来信", "Letters"),
)
TAGS = ("water", "food", "work", "school", "road", "health", "history", "light")
STEMS = """
the of and a to in is it that was for on are with as his they be at one have this from or had by hot word but
what some we can out other were all there when up use your how said an each she which do their time if will
way about many then them write would like so these her long make thing see him two has look more day could go
come did number sound no most people my over know water than call first who may down side been now find any
new work part take get place made live where after back little only round man year came show every good me
give our under name very through just form sentence great think say help low line differ turn cause much mean
before move right boy old too same tell does set three want air well also play small end put home read hand
port large spell add even land here must big high such follow act why ask men change went light kind off need
house picture try us again animal point mother world near build self earth father head stand own page should
country found answer school grow study still learn plant cover food sun four between state keep eye never last
let thought city tree cross farm hard start might story saw far sea draw left late run while press close night
real life few north spring river valley bridge market doctor student engine paper garden station museum winter
summer harbour
"""
ONSETS = """
b bl br c ch cl d dr f fl g gr h j k l m n p pl qu r s sh sl sp st t th tr v w
"""
RHYMES = """
ace ack ade ain ale ame an and ar ark ast ate ave ay each eal ean ed eed eld en end ent er est ice id ight ile
ill ine ing ink ish old on ond one oom ore orn ound ow own ude ule une ust
"""
TABLE = 1 << 16
_TRADITIONAL = traditional_forms()


@cache
def chinese_words() -> tuple[str, ...]:
    """Returns a table of the Chinese vocabulary in which each word occurs as often as Zipf's law requires."""
    rng = random.Random("chinese")
    characters = bytes(b for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF) for b in (row, cell))[:-10]
    common = list(characters.decode("gb2312"))
    rng.shuffle(common)
    weights = list(accumulate(1 / (rank + 20) for rank in range(len(common))))
    lengths = rng.choices((1, 2, 3, 4), (8, 75, 12, 5), k=18_000)
    lengths[:60] = [1] * 60
    words = dict.fromkeys("".join(rng.choices(common, cum_weights=weights, k=length)) for length in lengths)
    return _by_zipf(tuple(words), 1.0)


@cache
def english_words() -> tuple[str, ...]:
    """Returns such a table of the English vocabulary, with inflections of nouns and verbs."""
    rng = random.Random("english")
    onsets, rhymes = ONSETS.split(), RHYMES.split()
    lengths = (rng.choice((1, 2, 2, 3)) for _ in range(9_000))
    made = ["".join(rng.choice(onsets) + rng.choice(rhymes) for _ in range(length)) for length in lengths]
    words: dict[str, None] = dict.fromkeys(STEMS.split())
    for word in dict.fromkeys(made):
        words[word] = words[word + rng.choice(("s", "ed", "ing", "ly", "er"))] = None
    return _by_zipf(tuple(words), 1.0)


def _by_zipf(words: tuple[str, ...], exponent: float) -> tuple[str, ...]:
    sums = list(accumulate(1 / (rank + 2.7) ** exponent for rank in range(len(words))))
    bounds = [round(total / sums[-1] * (TABLE - len(words))) + rank + 1 for rank, total in enumerate(sums)]
    table: list[str] = []
    for word, bound in zip(words, bounds, strict=True):
        table += [word] * (bound - len(table))
    return tuple(table)


class Writer:
    """Invents texts from a seed."""

    def __init__(self, seed: str) -> None:
        self.rng = random.Random(seed)

    def _words(self, table: tuple[str, ...], count: int) -> list[str]:
        return [table[number] for number in memoryview(self.rng.randbytes(2 * count)).cast("H")]

    def chinese(self, length: int, closed: bool = True) -> str:
        """Returns about ``length`` characters, in clauses and sentences if ``closed``."""
        words = self._words(chinese_words(), length * 6 // 10 + 2)
        if not closed:
            return "".join(words)[:length]
        parts: list[str] = []
        chars = 0
        run = 0
        for word in words:
            parts.append(word)
            chars += len(word)
            run += len(word)
            if chars >= length:
                break
            if run > 11:
                parts.append("，" if chars % 3 else "。")
                run = 0
        return "".join(parts) + "。"

    def english(self, count: int, closed: bool = True) -> str:
        """Returns ``count`` words, in sentences if ``closed``."""
        words = self._words(english_words(), count)
        if not closed:
            return " ".join(words).capitalize()
        sentences = [" ".join(words[start : start + 13]).capitalize() for start in range(0, count, 13)]
        return ". ".join(sentences) + "."


def issue_text(number: int, articles: int, seed: str) -> tuple[str, str]:
    """Returns the name and the text of an issue file."""
    writer = Writer(f"{seed}/{number}")
    rng = writer.rng
    chinese_name, english_name = MAGAZINES[number % len(MAGAZINES)]
    month = number // len(MAGAZINES)
    date = f"{FIRST_YEAR + month // 12}-{month % 12 + 1:02}"
    name = f"{english_name.lower().replace(' ', '-')}-{date}"
    zh = "zh-Hant" if number % 10 == 9 else "zh-Hans"
    lines = [
        "format: 1",
        f"id: {name}",
        f"languages: [{zh}, en]",
        f"magazine: {{{zh}: {chinese_name}, en: {english_name}}}",
        f"label: {{{zh}: {date[:4]}年{month % 12 + 1}月, en: {date}}}",
        f"title: {{{zh}: {writer.chinese(8, closed=False)}, en: {writer.english(5, closed=False)}}}",
        f"date: {date}",
        "sections:",
    ]
    page = 1
    bounds = [round(articles * part / len(SECTIONS)) for part in range(len(SECTIONS) + 1)]
    for (section, chinese_title, english_title), first, end in zip(SECTIONS, bounds, bounds[1:], strict=False):
        if first == end:
            continue
        lines += [f"- id: {section}", f"  title: {{{zh}: {chinese_title}, en: {english_title}}}", "  articles:"]
        for article in range(first, end):
            lines += _article(writer, f"a{article + 1}", zh, page, free=rng.randrange(8) == 0)
            page += 2
    term, other = rng.choice(chinese_words()[TABLE // 2 :]), rng.choice(english_words()[TABLE // 2 :])
    lines += ["glossary:", f"- term: {{{zh}: {term}, en: {other.capitalize()}}}"]
    text = "\n".join(lines) + "\n"
    return name, text.translate(_TRADITIONAL) if zh == "zh-Hant" else text


def _article(writer: Writer, name: str, zh: str, page: int, free: bool) -> list[str]:
    rng = writer.rng

    def both(characters: int, words: int) -> str:
        return f"{{{zh}: {writer.chinese(characters, closed=False)}, en: {writer.english(words, closed=False)}}}"

    lines = [
        f"  - id: {name}",
        f"    title: {both(rng.randrange(4, 14), 6)}",
        f"    deck: {both(18, 10)}",
        "    credits:",
        f"    - {{role: text, name: {both(3, 2)}}}",
        f"    pages: {page}-{page + 1}",
        f"    tags: [{', '.join(rng.sample(TAGS, 2))}]",
    ]
    chinese = [writer.chinese(HAN_IN_PARAGRAPH) for _ in range(PARAGRAPHS)]
    english = [writer.english(WORDS_IN_PARAGRAPH) for _ in range(PARAGRAPHS)]
    turn, place = PARAGRAPHS // 2, PARAGRAPHS // 3
    if free:
        lines += ["    relation: abridged", "    body:", f"      {zh}:"]
        for index, text in enumerate(chinese):
            lines += [f"      - page: {page + 1}"] if index == turn else []
            lines += ["      - figure: one"] if index == place else []
            lines.append(f"      - {text}")
        lines += ["      en:", *(f"      - {text}" for text in english)]
    else:
        lines.append("    body:")
        for index, (left, right) in enumerate(zip(chinese, english, strict=True)):
            lines += [f"    - page: {page + 1}"] if index == turn else []
            lines += ["    - figure: one"] if index == place else []
            lines += [f"    - {zh}: {left}", f"      en: {right}"]
    return [
        *lines,
        "    figures:",
        "    - id: one",
        f"      page: {page}",
        f"      caption: {both(20, 12)}",
        f"      credit: {both(3, 2)}",
    ]


def write_issue(folder: str, seed: str, number_and_articles: tuple[int, int]) -> int:
    """Writes an issue file; returns its size in bytes."""
    number, articles = number_and_articles
    name, text = issue_text(number, articles, seed)
    data = text.encode()
    with open(os.path.join(folder, f"{name}.yaml"), "wb") as file:
        file.write(data)
    return len(data)


def make_library(folder: str, articles: int, seed: str = "1") -> int:
    """Writes a library with a number of articles; returns its size in bytes."""
    os.makedirs(folder, exist_ok=True)
    full, rest = divmod(articles, ARTICLES_IN_ISSUE)
    issues = [*enumerate([ARTICLES_IN_ISSUE] * full), *([(full, rest)] if rest else [])]
    write = partial(write_issue, folder, seed)
    if len(issues) < 2 * (os.cpu_count() or 1):
        return sum(map(write, issues))
    with ProcessPoolExecutor() as workers:
        return sum(workers.map(write, issues, chunksize=8))
