from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.layout.width import cell_width

if TYPE_CHECKING:
    from tests.cli.conftest import Run

CHINESE = "泉水四季如常"


def test_an_issue_by_address_or_file_gives_its_contents(run: Run, folder: Path) -> None:
    code, out, _ = run("show", "springs")
    assert code == 0
    assert "springs/water" in out
    assert run("show", str(folder / "springs.yaml")).out == out
    assert "泉" not in run("show", "springs", "--lang", "en").out


def test_a_file_outside_the_library_is_shown_too(run: Run, folder: Path) -> None:
    outside = folder.parent / "here" / "essays.yaml"
    outside.write_text((folder / "essays.yaml").read_text(encoding="utf-8").replace("Words", "Elsewhere"), "utf-8")
    assert "Elsewhere" in run("show", "essays.yaml").out
    assert "Elsewhere" not in run("show", "essays").out


def test_a_folder_gives_its_shelf(run: Run, folder: Path) -> None:
    assert run("show", str(folder)).out == run("list").out


def test_an_article_stands_side_by_side_with_pages_in_the_margin(run: Run) -> None:
    code, out, _ = run("show", "springs/water", "--width", "90")
    assert code == 0
    lines = out.splitlines()
    assert lines[0] == "泉城 City of Springs · 8月刊 August issue · 2018-08 · 专题 Focus · P.60–61"
    assert lines[1] == "springs/water"
    first = next(line for line in lines if CHINESE in line)
    assert first.startswith(" 60  ")
    assert "│ The springs keep one temperature" in first
    assert next(line for line in lines if "家家泉水" in line).startswith(" 61  ")
    assert "图 / 资料" in out
    assert "#valley" in out


def test_narrow_widths_interleave(run: Run) -> None:
    lines = run("show", "springs/water", "--width", "50").out.splitlines()
    chinese = next(k for k, line in enumerate(lines) if CHINESE in line)
    assert sum("│" in line for line in lines) == 4  # the quotation and its source, in each language
    assert any("The springs keep" in line for line in lines[chinese + 1 : chinese + 4])


@pytest.mark.parametrize("width", [20, 29, 40, 65, 66, 80, 120, 200])
@pytest.mark.parametrize(
    "target", ["springs", "springs/water", "springs/drivers", "springs/water#p4", "springs/water#valley"]
)
def test_no_line_is_wider_than_the_width(run: Run, width: int, target: str) -> None:
    code, out, _ = run("show", target, "--width", str(width))
    assert code == 0
    assert max(map(cell_width, out.splitlines())) <= width


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_no_line_of_the_bundled_issues_is_wider_than_the_width(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.delenv("READER_LIBRARY")
    for issue in json.loads(run("list", "--json").out):
        for section in issue["sections"]:
            for article in section["articles"]:
                out = run("show", article["address"], "--width", str(width)).out
                assert max(map(cell_width, out.splitlines())) <= width


def test_the_gutter_stands_in_one_column(run: Run) -> None:
    lines = [line for line in run("show", "springs/water", "--width", "100").out.splitlines() if "│" in line]
    bars = [{cell_width(line[:k]) for k, char in enumerate(line) if char == "│"} for line in lines]
    assert len(set.intersection(*bars)) == 1  # those of quotations are on some lines only


def test_plain_has_no_boxes(run: Run) -> None:
    out = run("show", "springs/water", "--width", "90", "--plain").out
    assert not re.search("[│┃▎▏─▣]", out)
    assert "> 家家泉水" in out


def test_sides_that_flow_apart_stand_beside_each_other_each_with_its_pages(run: Run) -> None:
    lines = run("show", "springs/drivers", "--width", "90").out.splitlines()
    assert any(re.match(r" 62  +第一段", line) for line in lines)
    assert any("All three" in line for line in lines)
    assert sum("— 63 —" in line for line in lines) == 1
    assert any("英文为节译" in line and "Abridged from the Chinese" in line for line in lines)


def test_one_language_in_a_pipe_is_whole_paragraphs(run: Run) -> None:
    lines = run("show", "springs/water", "--lang", "zh").out.splitlines()
    assert lines[:2] == ["城市", "泉水"]
    assert any(line.startswith(CHINESE) and line.endswith("不断人。") for line in lines)
    assert [line for line in lines if re.match(r"\d\. ", line)] == ["1. 趵突泉", "2. 黑虎泉"]
    assert not any("Spring" in line for line in lines)


def test_one_language_at_a_width_is_set(run: Run) -> None:
    out = run("show", "springs/water", "--lang", "zh-Hans", "--width", "50").out
    assert "     " + " " * 4 + "泉水" in out or " 60      泉水" in out
    assert "The springs" not in out


def test_two_languages_in_the_order_asked_for(run: Run) -> None:
    out = run("show", "springs/water", "--lang", "en,zh", "--width", "90").out
    line = next(line for line in out.splitlines() if "The springs keep" in line)
    assert line.index("The springs") < line.index("泉水")
    third = run("show", "essays/words", "--lang", "zh-Hans,en", "--width", "90").out
    assert re.search("谈谈泉水。 +│ A word about", third)


@pytest.mark.parametrize("wanted", ["fr", "zh,zh-Hans", "en,zh,en", "zh,"])
def test_languages_that_make_no_sense(run: Run, wanted: str) -> None:
    code, out, err = run("show", "springs/water", "--lang", wanted)
    if wanted == "zh,":
        assert code == 0
    else:
        assert (code, out) == (2, "")
        assert err.startswith("reader: springs/water is not in ")


def test_one_paragraph_is_a_pair(run: Run) -> None:
    code, out, _ = run("show", "springs/water#p3", "--width", "90")
    assert code == 0
    assert out.splitlines()[1] == "springs/water#proverb"
    assert re.search("家家泉水。 +│ │ At every house a spring", out)
    assert "民谚" in out
    assert "趵突泉" not in out
    assert run("show", "springs/water#p1", "--lang", "en").out == (
        "The springs keep one temperature all year; read more.\n"
    )
    assert run("show", "springs/drivers#en.p2").out == "And a quantum leap at the end.\n"


def test_a_figure_tells_everything_about_itself(run: Run) -> None:
    out = run("show", "springs/water#valley", "--width", "80").out
    for part in (
        "药谷一角。",
        "A corner of the valley",
        "Photo by the desk",
        "Buildings",
        "P.60",
        "springs/water#valley",
    ):
        assert part in out


def test_json_of_an_article(run: Run) -> None:
    article = json.loads(run("show", "springs/water", "--json").out)
    assert article["address"] == "springs/water"
    assert article["section"] == "focus"
    assert article["pages"] == ["60", "61"]
    first, heading, quotation, item, _, table, aside, _, last = article["paragraphs"]
    assert first["address"] == "springs/water#p1"
    assert (first["number"], first["kind"], first["page"]) == (1, "paragraph", "60")
    emphasis, link = first["spans"]["en"]
    assert first["texts"]["en"][emphasis["start"] : emphasis["end"]] == "one temperature"
    assert link == {"start": 48, "end": 52, "kind": "link", "target": "https://example.org/"}
    assert heading["level"] == 2
    assert (quotation["address"], quotation["by"]["en"], quotation["page"]) == (
        "springs/water#proverb",
        "A proverb",
        "61",
    )
    assert (item["kind"], item["ordinal"], item["ordered"]) == ("item", 1, True)
    assert table["rows"] == [[{"zh-Hans": "夏", "en": "Summer"}, {"zh-Hans": "18", "en": "18"}]]
    assert aside["kind"] == "aside"
    assert last["texts"] == {"zh-Hans": "只有中文。"}
    assert last["continued_on"] == "70"
    (figure,) = article["figures"]
    assert (figure["address"], figure["after"]) == ("springs/water#valley", "springs/water#p2")


def test_whose_a_text_is_is_printed_below_it_and_is_in_json(run: Run, folder: Path) -> None:
    path = folder / "springs.yaml"
    text = path.read_text(encoding="utf-8").replace("sections:\n", "licence: CC-BY-4.0\nsections:\n", 1)
    about = "name: {zh-Hans: 编辑部, en: The editors}, about: {zh-Hans: 在泉边。, en: By a spring.}}"
    text = text.replace("name: {zh-Hans: 编辑部, en: The editors}}", about, 1)
    source = "source: {title: 泉水志, doi: 10.1000/182}"
    path.write_text(text.replace("original: zh-Hans\n", f"date: 2018-07\n        {source}\n", 1), encoding="utf-8")
    below = run("show", "springs/water", "--lang", "en").out.split("Figures")[0]
    assert below.endswith("By a spring.\nDate: 2018-07\nSource: 泉水志 · DOI 10.1000/182\nLicence: CC-BY-4.0\n\n")
    article = json.loads(run("show", "springs/water", "--json").out)
    assert (article["date"], article["licence"]["en"]) == ("2018-07", "CC-BY-4.0")
    assert article["credits"][0]["about"] == {"zh-Hans": "在泉边。", "en": "By a spring."}
    assert article["source"]["doi"] == "10.1000/182"
    other = json.loads(run("show", "springs/drivers", "--json").out)
    assert (other["date"], other["licence"]["en"], other["source"]["url"]) == ("2018-08", "CC-BY-4.0", "")
    assert json.loads(run("show", "springs", "--json").out)["licence"]["en"] == "CC-BY-4.0"
    assert json.loads(run("search", "10.1000/182", "--json").out)[0]["field"] == "credit"


def test_json_of_a_paragraph_and_a_figure_is_what_stands_in_the_article(run: Run) -> None:
    article = json.loads(run("show", "springs/water", "--json").out)
    assert json.loads(run("show", "springs/water#p4", "--json").out) == article["paragraphs"][3]
    assert json.loads(run("show", "springs/water#valley", "--json").out) == article["figures"][0]
    one = json.loads(run("show", "springs/water#p1", "--json", "--lang", "zh").out)
    assert list(one["texts"]) == ["zh-Hans"]


def test_json_of_sides_that_flow_apart(run: Run) -> None:
    article = json.loads(run("show", "springs/drivers", "--json").out)
    assert [p["address"].partition("#")[2] for p in article["paragraphs"]] == ["p1", "p2", "p3", "en.p1", "en.p2"]
    english = json.loads(run("show", "springs/drivers", "--json", "--lang", "en").out)
    assert [p["side"] for p in english["paragraphs"]] == ["en", "en"]


def test_a_file_with_errors(run: Run, broken: Path) -> None:
    for target in ("broken", "broken/water", str(broken)):
        code, out, err = run("show", target)
        assert (code, out) == (1, "")
        assert err.startswith(f"reader: {broken}:11:9: S302 ")
        assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("nope", "no issue 'nope'"),
        ("springs/nope", "no article 'nope' in springs"),
        ("springs/water#p99", "no paragraph or figure 'p99'"),
        ("springs/Water!", "an address is ISSUE, "),
        ("nope.yaml", "no such file or folder"),
    ],
)
def test_what_names_nothing(run: Run, target: str, message: str) -> None:
    code, out, err = run("show", target)
    assert (code, out) == (2, "")
    assert message in err
    assert err.count("\n") == 1


def test_a_place_in_the_library_goes_before_a_folder_of_its_name(run: Run) -> None:
    Path("springs").mkdir()
    assert "springs/water" in run("show", "springs").out
    assert run("show", "./springs").err.startswith("reader: ./springs: no issue files")


def test_an_issue_of_the_working_folder_outside_the_library_is_named(run: Run) -> None:
    assert run("new", "winter-01").code == 0
    told = "reader: no issue 'winter-01' in the library; winter-01.yaml is in this folder: add --library .\n"
    for words in (("show", "winter-01/first-article"), ("status", "winter-01/first-article#p1")):
        assert run(*words) == (2, "", told)
        assert run(*words, "--library", ".").code == 0
    told = "winter-01: is the folder of an issue's pictures; the issue is winter-01.yaml\n"
    for words in (("show", "winter-01"), ("check", "winter-01"), ("export", "winter-01/", "-o", "x.txt")):
        assert run(*words).err.splitlines()[0].endswith(told.strip().partition(": ")[2])
    assert "reader new" not in run("show", "winter-01").err
    assert "is a folder; export takes one issue" in run("export", ".", "-o", "x.txt").err


def test_chinese_texts_are_shown_in_another_script(run: Run) -> None:
    plain, shown = run("show", "springs/water").out, run("show", "springs/water", "--script", "traditional").out
    assert "三个阶段" in plain
    assert "三個階段" in shown
    assert len(plain) == len(shown)
    assert "三個階段" in run("show", "springs/water", "--json", "--script", "taiwan").out
    assert "新動能" in run("show", "springs", "--script", "traditional").out
    assert "個" in run("show", "springs/water#p2", "--script", "hong-kong").out
    assert run("show", "springs/water#valley", "--script", "hong-kong").code == 0


def test_an_issue_in_a_folder_of_the_working_folder_is_named_with_the_option_for_it(run: Run, folder: Path) -> None:
    assert run("new", "my issues/winter-01").code == 0
    told = "reader: no issue 'winter-01' in the library; my issues/winter-01.yaml is there: add --library 'my issues'\n"
    for words in (("show", "winter-01"), ("status", "winter-01"), ("export", "winter-01", "-o", "winter.txt")):
        assert run(*words) == (2, "", told)
    assert run("show", "winter-01", "--library", "my issues").code == 0
    exported = ("translation", "export", "my issues/winter-01.yaml", "--to", "en", "-o", "winter.po")
    assert run(*exported).code == 0
    assert run("translation", "import", "winter.po") == (2, "", told)
    assert "there are: " in run("show", "winter-02").err
