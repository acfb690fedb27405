from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def test_in_a_pipe_a_hit_is_a_line_of_address_and_text(run: Run) -> None:
    code, out, err = run("search", "家家")
    assert (code, err) == (0, "")
    assert out == "springs/water#proverb\t家家泉水。\n"


def test_words_are_joined_and_all_are_wanted(run: Run) -> None:
    assert run("search", "black", "TIGER").out.startswith("springs/water#p5\t")
    assert run("search", '"spring tiger"').code == 1


def test_either_script_finds_the_other(run: Run) -> None:
    addresses = [line.partition("\t")[0] for line in run("search", "談談").out.splitlines()]
    assert addresses == ["essays/words#p1", "essays/words#p1"]


def test_nothing_found(run: Run) -> None:
    code, out, err = run("search", "zebra")
    assert (code, out, err) == (1, "", "reader: nothing found for 'zebra'\n")
    code, out, _ = run("search", "zebra", "--json")
    assert (code, json.loads(out)) == (1, [])


def test_language_and_limit(run: Run) -> None:
    assert all("泉" not in line for line in run("search", "spring", "--lang", "en").out.splitlines())
    assert len(run("search", "泉", "--limit", "2").out.splitlines()) == 2
    assert run("search", "泉", "--lang", "fr").code == 2


def test_at_a_width_hits_are_grouped_with_their_counterpart(run: Run) -> None:
    out = run("search", "家家", "--width", "70").out
    assert out == (
        "泉城 City of Springs · 8月刊 August issue\n"
        "\n"
        "泉水 Springs  60–61\n"
        " 61  家家泉水。\n"
        "     At every house a spring.\n"
        "     springs/water#proverb\n"
        "\n"
        "1 hit in 1 article\n"
    )


def test_json_tells_where_the_matches_are(run: Run) -> None:
    (hit,) = json.loads(run("search", "家家", "--json").out)
    assert hit["address"] == "springs/water#proverb"
    assert (hit["language"], hit["field"], hit["page"]) == ("zh-Hans", "text", "61")
    start, end = hit["matches"][0]
    assert hit["texts"]["zh-Hans"][start:end] == "家家"
    assert hit["texts"]["en"] == "At every house a spring."


def test_broken_files_are_left_out_and_told(run: Run, broken: object) -> None:
    code, out, err = run("search", "家家")
    assert code == 0
    assert out.startswith("springs/water#proverb\t")
    assert err.startswith(f"reader: left out: {broken}:11:9: S302 ")


def test_a_query_of_nothing(run: Run) -> None:
    for words in ([], [""], ['""'], ["   "]):
        code, out, err = run("search", *words)
        assert (code, out) == (2, "")
        assert "search needs words" in err


def test_a_hostile_query_does_not_come_back(run: Run) -> None:
    code, out, err = run("search", "zz\x1b]52;c;x\x07\u202e")
    assert (code, out) == (1, "")
    assert err == "reader: nothing found for 'zz\\x1b]52;c;x\\x07\\u202e'\n"
