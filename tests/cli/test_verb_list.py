from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def test_every_issue_and_article_is_listed_with_pages_and_address(run: Run) -> None:
    code, out, err = run("list")
    assert code == 0
    assert err == ""
    assert "泉城 City of Springs · 8月刊 August issue · 2018-08\n新动能 New drivers\nsprings\n" in out
    assert "  60–61  泉水            Springs             springs/water\n" in out
    assert "  62–63  动能            Drivers (abridged)  springs/drivers\n" in out


def test_the_form_follows_the_width(run: Run) -> None:
    assert "  60–61  泉水            Springs\n         springs/water\n" in run("list", "--width", "45").out
    assert "  60–61  泉水\n         Springs\n         springs/water\n" in run("list", "--width", "26").out


def test_a_broken_file_is_listed_with_its_first_error_and_blocks_nothing(run: Run, broken: object) -> None:
    code, out, _ = run("list")
    assert code == 0
    assert f"✗ {broken} cannot be opened\n" in out
    assert f"{broken}:11:9: S302 " in out
    assert "and 1 more: reader check" in out
    assert "springs/water" in out


def test_json_has_addresses_everywhere_and_chinese_as_it_is(run: Run, broken: object) -> None:
    code, out, _ = run("list", "--json")
    assert code == 0
    assert "泉城" in out
    bad, essays, springs = json.loads(out)
    assert bad["path"] == str(broken)
    assert bad["errors"][0]["code"] == "S302"
    assert springs["address"] == "springs"
    articles = [article for section in springs["sections"] for article in section["articles"]]
    assert [a["address"] for a in articles] == ["springs/water", "springs/drivers", "springs/hostile"]
    assert articles[0]["title"] == {"zh-Hans": "泉水", "en": "Springs"}
    assert articles[1]["relation"] == "abridged"
    assert essays["magazine"] == {"en": "Essays", "zh-Hant": "Essays", "zh-Hans": "Essays"}


def test_another_library_and_a_single_file(run: Run, folder: object) -> None:
    assert "springs" not in run("list", "--library", f"{folder}/essays.yaml").out
    code, out, err = run("list", "--library", "nowhere")
    assert (code, out, err) == (2, "", "reader: nowhere: no such file or folder\n")


def test_an_empty_library_says_so(run: Run, tmp_path: object) -> None:
    code, out, err = run("list", "--library", f"{tmp_path}/here")
    assert (code, out) == (1, "")
    assert "no issue files" in err
