"""The reading of a word that a dictionary reads in several ways: by the characters around it, else the usual one. Pure.

Most characters with several readings are in longer words, which have one. The table is for those that are words by
themselves, such as the particles 得, 地 and 着.
"""

from __future__ import annotations

import re
from functools import cache

from reader.learning.data_files import data_lines
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_COUNT = "[0-9０-９一二三四五六七八九十百千万亿两几数多半这那哪每各某第整]"
_STOP = "[，。；：？！、“”‘’（）]"
_HAN = "[\u4e00-\u9fff]"
_RULES = (
    (
        "得",
        "dei3",
        f"(?:^|{_STOP}|[也都还就只总必又便才你我他她它们人者家])",
        f"(?![以到了出益知名失奖票分罪救]){_HAN}",
    ),
    ("得", "de5", _HAN, f"{_HAN}|“|，"),
    ("地", "di4", f"(?:^|{_STOP})", ""),
    ("地", "di4", f"{_COUNT}|[此该当本异外各实耕旱水田农林草荒空坡之的块]", ""),
    ("地", "di4", "", f"$|{_STOP}|[上下里中内外处的势区皮面形方域]"),
    ("着", "zhao2", "[睡找点摸够猜逮沾]", f"$|{_STOP}|了"),
    ("了", "liao3", "[不得没未]", f"$|{_STOP}|[解结断却事然]"),
    ("为", "wei2", "以[^，。；：？！]{1,14}", ""),
    ("为", "wei2", "[称作成化视变改名誉分定认列评选命尊拜奉合并译读装转升降沦结尤更颇极较最甚均皆约仅多实即则乃]", ""),
    ("为", "wei2", "[高宽长深厚重积度量数率龄价温距径者身]", ""),
    ("为", "wei2", "", f"{_COUNT}|[主首例止准伍邻伴师王先荣乐]|核心|基础|中心|目标|特色|重点|代表|己任"),
    ("长", "zhang3", "", "[着满在出得成了起大高进]"),
    ("长", "zhang3", "[村镇县市省区局院校部厅处科所社站队班组连营团师军会董船]", ""),
    ("行", "hang2", f"{_COUNT}|[本同各银商外内改]", ""),
    ("只", "zhi1", _COUNT, ""),
    ("种", "zhong4", "[栽耕播在地里]", ""),
    ("种", "zhong4", "", "[着上了下满植树花菜田地粮稻麦茶果草竹瓜豆棉]"),
    ("重", "chong2", _COUNT, ""),
    ("重", "chong2", "", "[建修现新返回游写拍拾组塑演访读播印版]"),
    ("数", "shu3", "", "[着了一不到数]"),
    ("倒", "dao3", "[推打摔跌卧病醉压放]", ""),
    ("倒", "dao3", "", "[在了下塌]"),
    ("干", "gan1", "[晒晾风烘烤擦吹枯饼葡笋很不太]", ""),
    ("还", "huan2", "[归偿退交送来去]", ""),
    ("还", "huan2", "", "[给清钱债书了]"),
    ("都", "du1", "[古首旧新陪建定迁故]", ""),
    ("少", "shao4", "[老年]", ""),
    ("教", "jiao1", "", "[你我他她它会人给书过]"),
    ("空", "kong4", "[有抽留填]", ""),
    ("背", "bei1", "", "[着起上了]"),
    ("朝", "chao2", "[王唐宋元明清汉隋秦晋各历本前两]", ""),
    ("调", "tiao2", "", "[整好味制和配色匀]"),
    ("转", "zhuan4", "[旋自公打轮圈]", ""),
    ("转", "zhuan4", "", "[着圈动]|一圈|个圈"),
    ("弹", "tan2", "", "[着奏琴起出开]"),
    ("量", "liang2", "[测丈衡]", ""),
    ("难", "nan4", "[遇逃灾受避苦]", ""),
    ("切", "qie1", "", "[成开断割菜丝片下着好]"),
    ("卷", "juan4", f"{_COUNT}|[画书试答长手]", ""),
    ("曲", "qu3", f"{_COUNT}|[歌乐戏舞小]", ""),
    ("盛", "cheng2", "", "[着满在了装放]"),
    ("挑", "tiao1", "", "[着水担起上]"),
    ("撒", "sa3", "", "[在下上种满]"),
    ("铺", "pu4", "[店当商肉茶书药]", ""),
)
"""The readings of a character where the text before it and behind it is as the patterns say; the first one holds."""
_OTHERWISE = {
    "得": "de5", "地": "de5", "长": "chang2", "差": "cha4", "场": "chang3", "调": "diao4", "处": "chu4", "哦": "o4",
}  # fmt: skip
"""Usual readings that the list has otherwise."""


@record
class _Rule:
    reading: str
    before: re.Pattern[str]
    behind: re.Pattern[str]


@cache
def _rules() -> dict[str, list[_Rule]]:
    found: dict[str, list[_Rule]] = {}
    for word, reading, before, behind in _RULES:
        found.setdefault(word, []).append(_Rule(reading, re.compile(f"(?:{before})$"), re.compile(behind)))
    return found


def usual_reading(word: str) -> str:
    """Returns the usual reading of a word in simplified characters; empty if it has one reading only."""
    return _usual().get(word, "")


def chosen_reading(text: str, word: tuple[int, int], readings: Sequence[str]) -> str:
    """Returns one of several readings of a word of a text.

    Args:
        text: The text, in simplified characters.
        word: Start and end of the word.
        readings: The readings of a dictionary, in its order: syllables with numbers for tones; at least one.
    """
    (start, end), simplified = word, text[word[0] : word[1]]
    low = {reading.lower(): reading for reading in reversed(readings)}
    if len(low) > 1:
        before, behind = text[max(0, start - 20) : start], text[end : end + 8]
        for rule in _rules().get(simplified, ()):
            if rule.reading in low and rule.before.search(before) and rule.behind.match(behind):
                return low[rule.reading]
        if (usual := usual_reading(simplified)) in low:
            return low[usual]
    return readings[0]


@cache
def _usual() -> dict[str, str]:
    rows = (line.partition("\t") for line in data_lines("readings.tsv.gz"))
    return {word: reading for word, _, reading in rows} | _OTHERWISE
