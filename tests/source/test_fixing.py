from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.magazine import AlignedBody, Paragraph
from reader.source import load_text
from reader.source.fixing import FIXABLE, fixed
from reader.source.rule_pages import PAGES
from tests.drawing import examples
from tests.source.test_bad_files import FILES
from tests.source.test_loading import ISSUES
from tests.source.test_rule_pages import ARTICLE, BODY, ISSUE, whole

if TYPE_CHECKING:
    from pathlib import Path

    from reader.model.magazine import Issue


@pytest.mark.parametrize("code", ["R422", "T702", "T703", "T705", "T715"])
def test_the_bad_example_of_a_rule_becomes_the_good_one(code: str) -> None:
    page = PAGES[code]
    bad, good = whole(page.shape, page.bad), whole(page.shape, page.good)
    after = fixed(bad)
    assert load_text(after).issue == load_text(good).issue
    assert load_text(after).diagnostics == ()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("- 泉水,四季,如常.水;凉?不:热!好\n", "- 泉水，四季，如常.水；凉？不：热！好\n"),
        ("- 凉吗?\n- '“走吧!”'\n- \"好!!\"\n- （凉,）\n", "- 凉吗？\n- '“走吧！”'\n- \"好！！\"\n- （凉，）\n"),
        ("- 泉水, 四季\n- 泉水,\n  四季\n", "- 泉水，四季\n- 泉水，四季\n"),
        ("- '他来了。 我走了。 天黑了。 灯亮了。'\n", "- '他来了。我走了。天黑了。灯亮了。'\n"),
        ("- ⽂件在⾏李里，⻓路\n", "- 文件在行李里，长路\n"),
        ("- 3.5,约,2\n", "- 3.5,约,2\n"),
        ("- '泉水。 四季'   # ours, and 其,他\n", "- '泉水。四季'   # ours, and 其,他\n"),
        ("- >-\n    泉水\n    四季\n    Spring\n    water\n", "- |-\n    泉水\n    四季\n    Spring\n    water\n"),
        ("- 泉水，\n  四季 如常\n", "- 泉水，四季如常\n"),
        ('- "[泉,水](https://x.org/泉,水) 四"\n', '- "[泉，水](https://x.org/泉,水)四"\n'),
        ("- 泉水 高楼 四季 林立 如常\n", "- 泉水 高楼 四季 林立 如常\n"),
        ("- Water , water\n", "- Water , water\n"),
        ('- "\\u6cc9,\\u6c34\\u002c\\u56db"\n', '- "\\u6cc9，\\u6c34，\\u56db"\n'),
        ("- 泉水 **四季** 如常\n- '*甲* 乙 **丙**,丁'\n", "- 泉水**四季**如常\n- '*甲*乙**丙**，丁'\n"),
        ("- '**甲** *乙*'\n- '*甲* *乙*'\n- '**甲**\n  **乙**'\n", "- '**甲***乙*'\n- '*甲乙*'\n- '**甲乙**'\n"),
        ("- '{甲|jiǎ} {乙|yǐ} [^n] 丙'\n", "- '{甲|jiǎ}{乙|yǐ}[^n]丙'\n"),
        ("- >-\n    **泉**\n    水,*四* 季\n", "- |-\n    **泉**\n    水，*四*季\n"),
        ("- '*甲 *乙*'\n", "- '*甲 *乙*'\n"),
        ("- 他来了...我走了。。。天黑了......\n", "- 他来了……我走了……天黑了……\n"),
        ("- '泉水--*城里的*--四季---'\n- '--王维'\n", "- '泉水——*城里的*——四季——'\n- '——王维'\n"),
        ('- "\\u6cc9\\u002e..\\u6c34"\n', '- "\\u6cc9……\\u6c34"\n'),
        ("- |\n    泉水--\n    四季...\n", "- |\n    泉水——\n    四季……\n"),
        ("- '泉.*.*.水'\n", "- '泉.*.*.水'\n"),
        ("- '泉水(趵突(甲)泉)四季,（乙)'\n", "- '泉水（趵突（甲）泉）四季，（乙)'\n"),
        ("- '[泉水](https://x.org/泉--水)(泉)'\n", "- '[泉水](https://x.org/泉--水)（泉）'\n"),
    ],
)
def test_fixed_and_unchanged_texts(written: str, expected: str) -> None:
    assert fixed(whole(BODY, written)) == whole(BODY, expected)


@pytest.mark.parametrize(
    "written",
    [
        "列夫.托尔斯泰",
        "第一章.泉水",
        "三.五米",
        "八:三十开船",
        "三:二获胜",
        "三,四百人",
        "见https://example.org/泉,水?城=一;二!",
        "见www.泉,水.example",
        "写信给泉.水@例子.example",
        "打开C:\\\\泉,水",
        "在 /泉,水/四;季 目录里",
        "键入`泉,水 四季;好!`",
        "好.",
        "泉水。。四季",
        "三--五天，五月--六月",
        "用 --help 看，x--的值，a---b",
        "第一章.......泉",
        "见https://x.org/泉...水--四(季)",
        "键入`泉...水--四(季)`，目录 ... 12",
        "世界贸易组织(WTO)",
        "3:2，1.5升，8:30，1,000人",
    ],
)
def test_what_may_be_meant_otherwise_is_left_alone(written: str) -> None:
    text = whole(BODY, f'- "{written}"\n')
    assert fixed(text) == text


@examples(200)
@given(
    st.lists(
        st.sampled_from(
            [
                *"泉水一三，。,.;:!?“”（）⽂⻓ ",
                "https://例.org/泉,水",
                "`泉,水 泉`",
                "泉.水",
                "三:二",
                "x",
                "3.5",
                "\n",
                "[泉](https://x.org/一,泉)",
            ]
        ),
        min_size=1,
        max_size=25,
    )
)
def test_a_fix_changes_only_marks_blanks_and_radicals(parts: list[str]) -> None:
    sides = json.dumps({"zh-Hans": "泉" + "".join(parts)}, ensure_ascii=False)
    text = whole(BODY, f"- {sides}\n")
    after = fixed(text)
    assert said(after) == said(text)
    for kept in ("https://例.org/泉,水", "`泉,水 泉`", "泉.水", "三:二", "(https://x.org/一,泉)"):
        assert after.count(kept) == text.count(kept)


@examples(200)
@given(
    st.lists(
        st.sampled_from(
            [
                *"泉水四季 ⻓",
                " ",
                "，",
                ",",
                "!?",
                "*",
                "**",
                "***",
                "*",
                "**",
                "`x`",
                "^{",
                "{",
                "|a}",
                "}",
                "[^n]",
                "\n",
            ]
        ),
        min_size=2,
        max_size=14,
    ),
    st.sampled_from(["|", ">", '"', "'"]),
)
def test_no_fault_that_a_fix_promises_to_mend_is_left(parts: list[str], style: str) -> None:
    written = re.sub(r"\n[ \n]*\n", "\n", "泉" + "".join(parts) + "季")  # one paragraph
    indented = f"{style}\n    " + written.replace("\n", "\n    ")
    value = json.dumps(written, ensure_ascii=False) if style == '"' else f"'{written}'" if style == "'" else indented
    text = whole(BODY, f"- {value}\n")
    before, after = load_text(text), load_text(fixed(text))
    assert not [d for d in after.diagnostics if d.hint in PROMISED or d.code == "T705"]
    assert drawn(after.issue) == drawn(before.issue)


PROMISED = ("remove the space", "write wrapped text as a literal block (|)", "use full-width punctuation")


def drawn(issue: Issue | None) -> list[list[tuple[str, frozenset[tuple[str, str]]]]]:
    """Each character of the paragraphs but blanks, as a fix may change it, with the markup over it."""
    body = issue.sections[0].articles[0].body if issue else None
    texts = (
        [block.text for block in body.blocks if isinstance(block, Paragraph)] if isinstance(body, AlignedBody) else []
    )
    return [
        [
            (said(char), frozenset((s.kind, s.target) for s in prose.spans if s.start <= index < s.end))
            for index, char in enumerate(prose.text)
            if said(char)
        ]
        for text in texts
        for _, prose in text.sides
    ]


def said(text: str) -> str:
    """A file's text without what a fix may change: blanks, the width of marks, radicals."""
    marks = normalize("NFKC", text.replace("⻓", "长")).replace("。", ".")
    return re.sub(r"\.{3,}", "…", marks).replace(" ", "")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("licence: 'cc-by 4.0'  # ours", "licence: CC-BY-4.0  # ours"),
        ("licence: &ours CC BY 4.0", "licence: &ours CC-BY-4.0"),
        ("licence: CC-BY-AS-4.0", "licence: CC-BY-AS-4.0"),
        ("licence: {en: CC BY 4.0}", "licence: {en: CC BY 4.0}"),
        ("licence: |\n  CC BY 4.0", "licence: |\n  CC BY 4.0"),
    ],
)
def test_a_licence_becomes_the_identifier_that_it_is_written_for(written: str, expected: str) -> None:
    assert fixed(whole(ISSUE, f"{written}\n")) == whole(ISSUE, f"{expected}\n")


def test_missing_ids_are_added() -> None:
    text = (
        "format: 1\nlanguages: [zh-Hans, en]\nmagazine: M\nlabel: L\nsections:\n"
        "  - title: {zh-Hans: 专题, en: In Focus}\n    articles:\n"
        "      - {title: 泉, body: [泉]}\n      # the second\n      - title: 泉\n        body:\n"
        "          - figure: old-map\n"
        "        figures:\n          - caption: 图\n            file: Old map.png\n          - caption: 图\n"
        "            file: p12.png\n            placed: no\n"
    )
    assert fixed(text, "springs.yaml") == (
        "id: springs\nformat: 1\nlanguages: [zh-Hans, en]\nmagazine: M\nlabel: L\nsections:\n"
        "  - id: in-focus\n    title: {zh-Hans: 专题, en: In Focus}\n    articles:\n"
        "      - {id: article, title: 泉, body: [泉]}\n      # the second\n      - id: article-2\n        title: 泉\n"
        "        body:\n          - figure: old-map\n"
        "        figures:\n          - id: old-map\n            caption: 图\n            file: Old map.png\n"
        "          - id: figure\n            caption: 图\n            file: p12.png\n            placed: no\n"
    )
    assert "\nid:" not in fixed(text, "Not An Id.yaml")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_bad_files_get_no_new_faults(path: Path) -> None:
    text = path.read_bytes().decode("utf-8", "replace")
    after = fixed(text, str(path))
    before, left = ({d.code for d in load_text(t, str(path)).diagnostics} for t in (text, after))
    if after != text:
        assert before & {*FIXABLE}
        assert fixed(after, str(path)) == after
        assert left <= before | {"R403", "R406"}  # of what could not be built without its id


@pytest.mark.parametrize("path", ISSUES, ids=lambda path: path.stem)
def test_files_without_faults_stay_byte_for_byte(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert fixed(text, str(path)) == text


@examples(150)
@given(st.text(st.sampled_from("泉水，。,.;:!? \n*[]()>|#'\"\\a"), max_size=30), st.sampled_from(["", ">-", "|", ">"]))
def test_no_text_is_lost(written: str, style: str) -> None:
    lines = "\n".join("      " + line for line in written.split("\n"))
    text = whole(BODY, f"- {style}\n{lines}\n  \n- 末,尾\n")
    after = fixed(text)
    assert fixed(after) == after
    if load_text(text).issue:
        assert load_text(after).issue is not None
    assert "".join(after.split()).replace("，", ",").replace(">", "|").count("泉") == text.count("泉")


def test_a_fix_keeps_windows_line_ends() -> None:
    text = whole(ARTICLE, "body:\n  - 泉,水\nfigures:\n  - caption: 图\n    placed: no\n").replace("\n", "\r\n")
    after = fixed(text)
    assert "\n" not in after.replace("\r\n", "")
    assert load_text(after).diagnostics == ()
