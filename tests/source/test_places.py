"""A diagnostic about a character of a text is at that character, however the text is written."""

from __future__ import annotations

import pytest

from reader.source import load_text
from tests.source.test_checks import START

_LONG = "泉水四季如常，天下第一泉在城中。" * 12
_FAULTS = [
    ("zh-Hans", "泉水,四季", ",", "T702"),
    ("zh-Hans", "凉.", ".", "T702"),
    ("zh-Hans", "泉(季)", "(", "T702"),
    ("zh-Hans", "泉 水", " ", "T703"),
    ("zh-Hans", "凉...水", ".", "T715"),
    ("zh-Hans", "凉--水", "-", "T715"),
    ("zh-Hans", "看⽂件", "⽂", "T705"),
    ("zh-Hant", "很长很長", "长", "L602"),
    ("zh-Hans", "注[^一]", "[", "T707"),
    ("zh-Hans", "看[川](file:///x)", "f", "T704"),
    ("zh-Hans", "甲乙 丙丁 戊己 庚辛", " ", "I801"),
]
_STYLES = {
    "plain": "{0}\n                  {1}",
    "literal": "|\n              {0}\n              {1}",
    "folded": ">-\n              {0}\n              {1}",
    "single": "'{0}，it''s*好*，\n                  {1}'",
    "double": '"{0}\\t\\u6c34\\\n                  {1}"',
    "anchored": "&x |\n              {0}\n\n              {1}",
    "marked": "|\n              **强**{0}[川](https://a.example/,)\\*\n              {1}",
}


@pytest.mark.parametrize("style", _STYLES)
@pytest.mark.parametrize(("tag", "text", "character", "code"), _FAULTS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_mark_is_under_the_fault(style: str, tag: str, text: str, character: str, code: str, line_end: str) -> None:
    if code in ("I801", "T703") and style not in ("literal", "anchored", "marked"):
        pytest.skip("the line end is the first space of a folded text")
    written = _STYLES[style].format(_LONG, text)
    issue = START.replace("[zh-Hans, en]", "[zh-Hans, en, zh-Hant]") + (
        f"        body:\n          - {tag}: {written}\n            en: Springs.\n"
    )
    lines = issue.split("\n")
    found = load_text(issue.replace("\n", line_end)).diagnostics
    places = [d for d in found if d.code == code and d.excerpt[d.mark : d.mark + 1] == character]
    assert places, [str(d) for d in found]
    line = next(number for number, line in enumerate(lines, start=1) if text in line)
    assert (places[0].line, places[0].column) == (line, lines[line - 1].index(text) + text.index(character) + 1)


def test_places_are_right_after_an_article_that_cannot_be_parsed() -> None:
    issue = START + (
        "        body:\n          - zh-Hans: 泉: 水\n"
        "      - id: rivers\n        title: 河\n        body:\n          - zh-Hans: 河水,冬天\n            en: River.\n"
        "          - zh-Hans: 第一 #一\n            en: One.\n"
    )
    for text in (issue, issue.replace("\n", "\r\n")):
        found = {d.code: d for d in load_text(text).diagnostics}
        assert found["Y201"].line < found["T702"].line
        assert found["T702"].excerpt[found["T702"].mark] == ","
        assert found["T709"].excerpt[found["T709"].mark] == "#"
