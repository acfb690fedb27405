from __future__ import annotations

import re
import subprocess
import sys
import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.layout import linebreak, tailoring
from reader.layout.graphemes import boundaries
from reader.layout.linebreak import hard_breaks, line_breaks, opportunities
from tests.drawing import examples

# Cases of the official LineBreakTest-17.0.0.txt (Unicode Character Database, Unicode-3.0 licence),
# some shortened: one for each rule as that file numbers them, and for limits between the rules.
# benchmarks/conformance.py runs the whole file.
OFFICIAL = """
4.0: 000B ÷ 2757
5.01: 000D × 000A
5.02: 000D ÷ 2757
5.03: 000A ÷ 2757
5.04: 0085 ÷ 2757
6.0: 2757 × 000B
7.01: 2757 × 0020
7.02: 2757 × 200B
8.0: 200B ÷ 2757
8.1: 200D × 2757
9.0: 2757 × 302A
11.01: 2757 × FEFF
11.02: FEFF × 2757
12.0: 00A0 × 2757
12.1: 2757 × 00A0
13.01: 2757 × FE56
13.02: 2757 × 232A
13.03: 2757 × 0029
13.04: 2757 × 002F
14.0: 2329 × 2757
15.3: 0073 × 0074 × 0061 × 0072 × 0074 × 0020 ÷ 002E × 0037 × 0038 × 0039 × 0020 ÷ 0065 × 006E × 0064
15.4: 2757 × 002C
15.11: 00AB × 2757
15.21: 2757 × 00BB
16.0: 232A × 3005
17.0: 2014 × 2014
18.0: 0020 ÷ 2757
19.01: 2757 × 0022
19.1: 00A7 × 00AB
19.02: 0022 × 2757
19.11: 2757 × 00AB
19.12: 00BB × 00A7
19.13: 00BB × 2757
20.01: 2757 ÷ FFFC
20.1: 05BE × 2757
20.02: FFFC ÷ 2757
21.01: 2757 × 3000
21.02: 2757 × 05BE
21.2: 002F × 05D0
21.03: 2757 × 002D
21.04: 2757 × 3005
21.05: 00B4 × 2757
22.0: 2757 × FE19
23.02: 2757 × 0030
23.03: 0030 × 2757
23.12: 20A9 × 231A
23.13: 231A × FE6A
24.02: FE6A × 2757
24.03: 2757 × FE6A
25.1, 25.4: 0028 × 0030 × 002C × 0031 × 0029 × 002B × 0028 × 0032
25.03: 007B × 0030 × 002C × 0031 × 007D × 002B × 007B × 0032 × 002C × 0033 × 007D ÷ 2295
25.05: 0030 × FE6A
25.06: 0030 × 20A9
25.09: FE6A × 0030
25.12: 20A9 × 0030
25.13: 002D × 0030
25.14: 002C × 0030
25.15: 0030 × 0030
26.01: 1100 × AC00
26.02: AC00 × 11A8
26.03: AC01 × 11A8
27.01: AC00 × FE6A
27.02: 20A9 × AC00
28.0: 2757 × 2757
28.11: 11003 × 1B05
28.12: 1B05 × 1BF2
28.13: 25CC × 1B44 × 1B2C
28.14: 1BD7 × 1BEC ÷ 1BD2 × 1BEA × 1BC9 × 1BF3 ÷ 1BC2 × 1BE7 × 1BC9 × 1BF3
29.0: 002C × 2757
30.01: 2757 × 0028
30.02: 0029 × 2757
30.11: 1F1E6 × 1F1E6
30.12: 1F1F7 × 1F1FA × 200B ÷ 1F1F8 × 1F1EA
30.13: 1F1F7 × 1F1FA ÷ 1F1F8
30.21: 270A × 1F3FB
30.22: 1FFFD × 1F3FB
999.0: 2757 ÷ 1B05
8.0, spaces: 200B × 0020 ÷ 232A
8.0, before 21.01: 200B ÷ 3000
13.02, spaces: 0020 × 232A
15.11, spaces: 00AB × 0020 × 2757
15.4, spaces: 0020 × 002C
19.01, East Asian: 6C64 × 201D ÷ 800C
19.02, East Asian: 4E43 ÷ 201C × 4E3A
20.01, before 21.05: 00B4 ÷ FFFC
21.1: 05D5 × 002D × 004D
"""


def parse(case: str) -> tuple[str, list[int]]:
    """Returns the text and the break offsets of a case such as `0020 ÷ 2757`, with the end."""
    text, breaks = "", []
    for token in case.split():
        if token == "÷":
            breaks.append(len(text))
        elif token != "×":
            text += chr(int(token, 16))
    return text, [*breaks, len(text)]


@pytest.mark.parametrize("case", OFFICIAL.strip().splitlines())
def test_official_case_of_each_rule(case: str) -> None:
    text, expected = parse(case.partition(":")[2])
    assert [offset for offset, _ in line_breaks(text)] == expected


def lines(text: str) -> str:
    """Returns a text with a bar at each tailored opportunity except the last."""
    return "|".join(text[start:end] for start, end in pairwise([0, *opportunities(text)]))


def test_mandatory_breaks_are_marked() -> None:
    assert line_breaks("a b\nc\r\nd\u2028") == [(2, False), (4, True), (7, True), (9, True)]
    assert line_breaks("") == []
    assert opportunities("") == []
    assert opportunities("a b\nc\r\nd") == [2, 4, 7, 8]
    assert hard_breaks("a b\nc\r\nd\u2028") == [4, 7, 9]
    assert hard_breaks("\n\r\x85") == [1, 2, 3]


@pytest.mark.parametrize(
    "expected",
    [
        # GB/T 15834: marks that neither begin nor end a line, also after a space
        "他|说：|“你|好，|世|界！”|《书》|（注）|完。",
        "字 ，|字 ）|（ 字 |“ 字|“ 字",
        "列|奥|纳|多·|达·|芬|奇",
        "甲／乙|丙",
        # the dash and the ellipsis are whole and begin no line
        "等——|他|说……|好 ——|是 ……|好",
        # curly quotes: one East Asian neighbour is enough
        "升|级|“AI”|技|术|‘引’|语|和|“A”、|“B”",
        "It’s |a |“test”, |he |said; |don’t |‘go’.",
        # a Latin comma for a Chinese one
        "目|标,|2019 年:|AI;1,300,x,y|和.NET",
        # numbers with their signs and units
        "2019 年|至 |2022 年，|用 |5 年|时|间",
        "世|界 |500 强|企|业 |1300 多个，|突|破 |1000 亿元，|约 |20 余年",
        "第 3 期|第 60–61 页 |1/3 页 |5% |5 % |¥30 |¥ 30 |3.5 万 |10 千瓦时 |8 平方公里|长",
        "２０１９年|１００万元|ＡＩ|技|术",
        "增|长|5%–8%|至|12 个百分点",
        "约 |3‰～5‰|至|18℃–20℃|或 |5％～8％，|7−9 |是 |1／3 页",
        "约 |3.5 亿元|的|A4 |纸|US$30 万|PM2.5 |COVID-19 |3～5 天|−5℃ |100 km/h",
        "2018年|8月|1日|（1）|第|一|20 世纪 |90 年代|5G |网|络",
        "5 km |and |5 |kmx |3 million |4 GB",
        "2019-10-01 |10:30 |1,300,000 |1—2 |1——2",
        # Latin words, also with signs, and words that UAX #14 would divide
        "用|C++语|言|和 |C# |语|言|well-|known |http://|example.com/|a/|b?|x=1",
        "中|文|English|中|文",
        # a mark that UAX #14 would part from its base
        "中\U0001f3fb|国",
    ],
)
def test_tailored_lines(expected: str) -> None:
    assert lines(expected.replace("|", "")) == expected


def test_untailored_allows_what_the_tailoring_forbids() -> None:
    for text in ("2019年", "1000 亿元", "1/3页", "C++", "中·", "好 …", "中\U0001f3fb"):
        assert len(line_breaks(text)) > len(opportunities(text)) == 1, text


# ---- Properties

CHINESE = "的一是不了人我在有他这中大来上国年个亿元万第页号强多"
MARKS = "，。、；：！？“”‘’（）《》〈〉【】「」『』—…·～％‰℃￥/.,;:!?%()[]{}<>\"'-–$¥#+&@*"
OTHER = "abXYZ0123９Ａé \n\t\u00a0\u200b\u200d\ufe0f\u0301\u2060\u00ad\u3000\r한글ก็👍🏽🇨🇳\u0915\u094d\x00\ud800"
mixed = st.text(st.sampled_from(CHINESE * 2 + MARKS * 2 + OTHER), max_size=40)
anything = st.one_of(mixed, st.text(st.characters(), max_size=20))

NEVER_FIRST = "，。、；：！？!?,.;:）)】]》>〉」』”’…—·・～%‰℃"
NEVER_LAST = "（([【《〈「『“‘"
NEVER_JUST_BEFORE = NEVER_LAST + "￥¥$#"


@examples(300)
@given(anything)
def test_opportunities_are_ordered_offsets_at_grapheme_boundaries(text: str) -> None:
    found = opportunities(text)
    assert found == sorted(set(found))
    assert set(found) <= set(boundaries(text)) - {0}
    assert found[-1:] == [len(text)] * bool(text)
    assert set(hard_breaks(text)) <= set(found)


@examples(300)
@given(anything)
def test_mandatory_breaks_are_the_hard_ones(text: str) -> None:
    assert [offset for offset, mandatory in line_breaks(text) if mandatory] == sorted(
        {*hard_breaks(text), *([len(text)] if text else [])}
    )


@examples(400)
@given(anything)
@example("字 \u200b，")
def test_no_line_begins_or_ends_with_a_forbidden_mark(text: str) -> None:
    hard = {*hard_breaks(text), len(text)}
    for offset in opportunities(text):
        if offset not in hard:
            assert text[offset] not in NEVER_FIRST
            assert text[offset - 1] not in NEVER_JUST_BEFORE
            assert text[:offset].rstrip(" ")[-1:] not in set(NEVER_LAST)


@examples(300)
@given(anything)
def test_the_tailoring_only_forbids(text: str) -> None:
    """Except at curly quotation marks, and at Latin commas typed for Chinese ones."""
    text = re.sub("[“”‘’,;:]", "", text)
    assert set(opportunities(text)) <= {offset for offset, _ in line_breaks(text)}


@examples(200)
@given(mixed)
def test_no_latin_word_is_torn(text: str) -> None:
    for offset in opportunities(text):
        before, after = text[offset - 1 : offset], text[offset : offset + 1]
        assert not (re.match("[A-Za-z0-9Ａ-Ｚ０-９é]", before) and re.match("[A-Za-z0-9Ａ-Ｚ０-９é]", after))


numbers = st.from_regex(r"[0-9]{1,4}([.,/–-][0-9]{1,3}){0,2}", fullmatch=True)
units = st.sampled_from(
    ["年", "月", "亿元", "万人", "多家", "余年", "平方米", "公里", "页", "强", "岁", "%", "℃", "个百分点"]
)
amounts = st.builds(
    "{}{}{}{}".format, st.sampled_from(["", "¥", "￥", "第", "第 "]), numbers, st.sampled_from(["", " "]), units
)


@examples(300)
@given(st.text(st.sampled_from(CHINESE), max_size=6), amounts, mixed)
def test_no_amount_is_torn(before: str, amount: str, after: str) -> None:
    found = opportunities(before + amount + after)
    inside = range(len(before) + 1, len(before) + len(amount))
    assert not [offset for offset in found if offset in inside]


@examples(200)
@given(mixed)
def test_ranges_of_amounts_are_short(text: str) -> None:
    for start, end in tailoring.amounts(text):
        assert 0 < end - start <= len(re.findall(r"[\d.,:/~‐-―−／～%％‰℃-]", text[start:end])) + 20
        assert "\n" not in text[start:end]


def test_every_ideograph_but_for_rules_ends_a_line() -> None:
    text = "".join(map(chr, range(0x4E00, 0x9FFF)))
    assert opportunities(text) == list(range(1, len(text) + 1))


@pytest.mark.parametrize(
    "text",
    [
        "“" + "\u0301" * 200_000,
        "（" * 200_000,
        "\u00bb " * 100_000,
        "( " * 100_000,
        "1" * 200_000,
        "1," * 100_000,
        "1/" * 100_000 + "页",
        "第 " * 100_000,
        "·" * 200_000,
        " " * 200_000 + "，",
        "\u0915" + "\u094d" * 200_000,
        "👩\u200d" * 100_000,
        "🇨" * 200_000,
        "\u0600" * 200_000 + "\n",
        "\u1100" * 200_000,
        "\x00\ud800" * 100_000,
    ],
    ids=lambda text: ascii(text[:2]),
)
def test_time_is_linear(text: str) -> None:
    """A quadratic step would take minutes for any of these."""
    start = time.process_time()
    assert opportunities(text)[-1] == len(text)
    assert line_breaks(text)[-1] == (len(text), True)
    assert time.process_time() - start < 5


def test_the_automaton_stays_finite() -> None:
    opportunities("".join(map(chr, range(0x3100))) * 3)
    assert linebreak._state.cache_info().currsize < 1500
    assert len(linebreak._MEANINGS) < 0x100
    assert all(ord(letter) < 0x100 for letter in linebreak._MEANINGS)


def test_forbidden_marks_are_not_letters() -> None:
    """A letter that slipped into the tables of the tailoring would join words."""
    for char in tailoring.NOT_AT_START + tailoring.NOT_AT_END:
        assert unicodedata.category(char)[0] in "PS", char


def test_layout_primitives_import_neither_rich_nor_textual() -> None:
    code = (
        "import sys, reader.layout.linebreak, reader.layout.width;"
        "print([name for name in ('rich', 'textual', 'yaml', 'typing') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True, cwd=".")
    assert run.stdout.strip() == "[]"
