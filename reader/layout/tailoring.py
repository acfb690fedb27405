"""Tailoring of UAX #14 for Chinese: marks that may not begin or end a line, and amounts that are not separated.

Sources: GB/T 15834—2011, 5.1 (which punctuation marks may not begin or end a line); CLREQ
(Requirements for Chinese Text Layout), on prohibitions at line start and line end, and on what is
not separated. That a number stays with its measure word is a rule of this reader: a line that begins
with `年` or `亿元` reads as if the number were missing. The rules hold for a text of any language, as
they are bound to the characters.
"""

from __future__ import annotations

import re
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.layout.linebreak_rules import BreakClass

# Never at the start of a line, not even after spaces: the closing marks of GB/T 15834 and the Latin ones, the dash and
# the ellipsis (so that neither is torn), and signs that follow a number.
NOT_AT_START = (
    "，。、；：！？｡､﹐﹑﹒﹔﹕﹖﹗．,.;:!?！？‼⁇⁈⁉"
    "）】〕〗〙〛〉》」』］｝｠｣﹚﹜﹞︶︸︺︼︾﹀﹂﹄)]}>＞»›”’〞〟"
    "—―⸺⸻–…‥⋯·・･‧～〜／"
    "%‰‱％℃℉°′″¢￠"
)

# Never at the end of a line. A line may end after a space that follows one of the others (`C#`), but not after a space
# that follows an opening bracket.
NOT_AT_END = "（【〔〖〘〚〈《「『［｛｟｢﹙﹛﹝︵︷︹︻︽︿﹁﹃([{<＜“‘«‹〝￥¥$＄€£￡₩₹#＃№／"

# Curly quotation marks open and close in Chinese as brackets do, while UAX #14 must also provide for `»Zitat«`; `+` is
# kept with the `+` before it (`C++`); and `,;:` after an ideograph, which are often typed for `，；：`, let a line end
# before a word or number as those do.
RELAXED = "“”‘’+,;:"

# Full-width letters and digits, which are ideographs to UAX #14, form words and numbers here.
CLASS_OF: dict[BreakClass, str] = {
    "NU": "０１２３４５６７８９",
    "AL": "".join(map(chr, (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)))),
}

_SPACES = frozenset(" \u00a0\u2009\u202f")
_SIGNS = frozenset("第¥￥$＄€£￡")  # before a number, perhaps with a space
_MAGNITUDES = frozenset("十百千万亿兆")
_ABOUT = frozenset("多余几来")  # approximation: `1300 多个`, `20 余年`

# Measure words and units of one character, longer ones, and Latin ones. The longest match is taken.
_MEASURES = (
    "年月日号时点分秒天周岁"
    "个位名人家户口项条件种类次届期页章节版册卷集篇首句字行列段幅张片"
    "元角块折成倍度米里亩顷斤两克升吨层楼级强席代所处场座栋幢间台辆架艘枚支只头匹棵株道门颗粒"
    "股套份票批组队班档站路届轮回步大"
)
_LONG_MEASURES = (
    "平方公里 平方千米 平方厘米 平方英里 平方米 平方 立方米 立方 公里 千米 分米 厘米 毫米 微米 纳米 海里 英里 "
    "英尺 英寸 公顷 公亩 英亩 公斤 千克 毫克 毫升 公升 小时 钟头 分钟 秒钟 周年 年代 年级 年度 世纪 个月 月份 "
    "星期 个百分点 百分点 摄氏度 人次 车次 架次 人民币 美元 欧元 日元 英镑 港元 港币 韩元 卢布 千瓦时 千瓦 兆瓦 "
    "吉瓦 赫兹 周岁 光年"
)
_LATIN_UNITS = (
    "km/h km² km2 km cm mm nm μm µm m² m2 m³ m3 m kg mg μg g t ha kWh MWh GWh TWh kW MW GW Hz kHz MHz GHz "
    "KB MB GB TB PB Mbps Gbps dB mL ml L ms s min h °C °F ppm pm am "
    "thousand million billion trillion percent"
)
_UNITS = frozenset((*_MEASURES, *_LONG_MEASURES.split(), *_LATIN_UNITS.split()))
_MAY_BELONG_BEFORE = _SPACES | _SIGNS
_MAY_BELONG_BEHIND = _SPACES | _ABOUT | _MAGNITUDES | {"+", "＋"} | {unit[0] for unit in _UNITS}
_LONGEST = {unit[0]: len(unit) for unit in sorted(_UNITS, key=len)}  # by the first character


@cache
def _number() -> re.Pattern[str]:
    """Returns the pattern of a number of up to four groups (`1/3`, `1,300`, `5%–8%`), compiled on first use."""
    return re.compile(r"[0-9０-９\d]\d*+(?:[%％]?+[‰℃]?+(?:——|[.,:/~-]|[‐-―]|−|[／～])\d++){0,3}+")


def amounts(text: str) -> list[tuple[int, int]]:
    """Returns the half-open ranges of numbers with their signs and units, in order; no line may end inside one.

    For example `2019 年`, `1000 亿元`, `1300 多个`, `¥ 30`, `第 3 期`, `60–61`, `5 km`. Apart from the digits and their
    separators, a range is at most 18 characters long.
    """
    found = []
    for match in _number().finditer(text):
        start, end = match.span()
        if text[start - 1 : start] in _MAY_BELONG_BEFORE:
            start = _start(text, start)
        if text[end : end + 1] in _MAY_BELONG_BEHIND:
            end = _end(text, end)
        if end - start > 1:
            found.append((start, end))
    return found


def _start(text: str, offset: int) -> int:
    """Returns the offset of the sign before a number, else of the number."""
    before = offset - 1 if text[offset - 1 : offset] in _SPACES else offset
    return before - 1 if text[before - 1 : before] in _SIGNS else offset


def _end(text: str, offset: int) -> int:
    """Returns the end of the magnitude and unit after a number, else of the number."""
    offset += text[offset : offset + 1] in {"+", "＋"}
    start = _skip(text, offset, _SPACES)
    start = _skip(text, start, _ABOUT)
    end = _unit_end(text, start)
    if end > start:
        return end
    end = start
    for _ in range(3):
        end = _skip(text, end, _MAGNITUDES)
    if end == start:
        return offset
    magnitude_end = _skip(text, end, _ABOUT)
    start = _skip(text, magnitude_end, _SPACES)
    end = _unit_end(text, start)
    return end if end > start else magnitude_end


def _skip(text: str, offset: int, chars: frozenset[str]) -> int:
    """Returns the offset after a character of a set if one is there, else the offset itself."""
    return offset + (text[offset : offset + 1] in chars)


def _unit_end(text: str, start: int) -> int:
    """Returns the end of the longest unit at an offset; the offset itself if there is none."""
    longest = _LONGEST.get(text[start : start + 1], 0)
    for end in range(min(start + longest, len(text)), start, -1):
        if text[start:end] in _UNITS and not (_is_latin(text[end - 1]) and _is_latin(text[end : end + 1])):
            return end
    return start


def _is_latin(char: str) -> bool:
    """Whether the character would continue a Latin word or number."""
    return char.isascii() and char.isalnum()
