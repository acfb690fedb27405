"""The search of a site: its script finds by the index exactly what a plain scan finds, at a cost that is bounded."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
import sys
import unicodedata
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reader.model.equivalence import fold
from reader.publishing import site_files as site_files_module
from reader.publishing.browser_folding import browser_fold, folding_pairs
from reader.publishing.site import site_at
from reader.publishing.site_files import ASSETS, asset_bytes, site_files
from reader.publishing.tree import publish
from reader.search.stemming import IRREGULAR_FORMS, stem
from reader.source import load
from tests.invented.library import chinese_words, english_words, make_library
from tests.publishing.costly_issues import long_paragraphs, never_together
from tests.publishing.scanning import PlainScan
from tests.publishing.sites import BUNDLED

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).parent
NODE = shutil.which("node")
needs_node = pytest.mark.skipif(not NODE, reason="needs node")
MAX_BYTES_BEFORE_TEXT = 60_000
SMALL_BYTES = 9_000
TIGHT_BYTES = 3_000
MAX_SHARDS = 3

ODD_QUERIES = (
    *("泉", "的", "%", "5%", "℃", '"', "“泉水”", "「泉」", "🎉", "Ｃｉｔｙ", "ＣＩＴＹ", "１００"),
    *("cafe\u0301", "é", "e\u0301", "泉\u200b水", "\ufeff泉", "泉\0", "\0", "泉\u202e水", "泉\u00a0水"),
    *("泉 水", "泉\u3000水", "泉\t水", "泉\n水", "\ue000", "�", "-泉", "--", "- 泉", "泉 OR", "OR 泉"),
    *("泉 OR 水 -河", "泉 泉", "title:", 'title:""', "TITLE:泉", "title：泉", "foo:泉", "-title:泉 水"),
    *("don't", "don’t", "C++", "C#", "3.14", "1,000", "a_b", "水_泉", "rock-n-roll", "U.S.", "<b>"),
    *("&amp;", "\\d+", ".*", "[", "(泉", "。", "泉，水", "城市。", "泉。”水", "——", "……", "《泉》"),
    *("林·", "ﬁrst", "①", "Ⅳ", "½", "H₂O", "髮", "发", "後", "臺", "里", "ß", "went", "going"),
    *("children", "I", "the", '"of the"', '"the  city"', '"THE CITY"', '"the', "𝐀", "㎡", "か"),
    *("한", "각", "$", "`"),
)


class SearchedSite:
    """A published site with its plain scan."""

    def __init__(self, folder: Path, paths: Sequence[Path]) -> None:
        self.folder = folder / "site"
        publish(str(self.folder), site_files(site_at("https://example.org/"), "T", [*map(str, paths)], print))
        self.scan = PlainScan(issue for path in paths if (issue := load(str(path), checked=False).issue))
        self.script = folder / "query.mjs"
        shutil.copy(self.folder / "query.js", self.script)

    def ask(self, **asked: Any) -> dict[str, Any]:
        assert NODE
        command = [NODE, str(HERE / "search_in_node.mjs"), str(self.script), str(self.folder)]
        done = subprocess.run(command, input=json.dumps(asked).encode(), capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        answers: dict[str, Any] = json.loads(done.stdout)
        return answers


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SearchedSite:
    folder = tmp_path_factory.mktemp("searched")
    make_library(str(folder / "library"), 30)
    return SearchedSite(folder, [*sorted((folder / "library").glob("*.yaml")), *BUNDLED])


@needs_node
def test_the_search_finds_exactly_what_a_plain_scan_finds(site: SearchedSite) -> None:
    queries = site.scan.queries(1000, "1")
    wrong = []
    found = 0
    for query, answer in zip(queries, site.ask(queries=queries)["answers"], strict=True):
        truth = site.scan.places(query)
        found += bool(truth)
        assert len(answer["places"]) == len({*answer["places"]})
        if {*answer["places"]} != truth or answer["total"] not in (-1, len(truth)):
            wrong.append((query, sorted(truth ^ {*answer["places"]})[:3], answer["total"], len(truth)))
    assert wrong == []
    assert found > 600


@needs_node
def test_odd_queries_find_what_a_plain_scan_finds(site: SearchedSite) -> None:
    queries = [*ODD_QUERIES, "泉" * 1500, "𠮷" * 1001, "water " * 300, "a" * 3000]
    for query, answer in zip(queries, site.ask(queries=queries)["answers"], strict=True):
        assert {*answer["places"]} == site.scan.places(query), query


@needs_node
def test_a_query_costs_few_shards_before_the_first_text(site: SearchedSite) -> None:
    queries = site.scan.queries(200, "2")
    for query, answer in zip(queries, site.ask(queries=queries)["answers"], strict=True):
        if not answer["places"]:
            continue
        shards = [path for path, _ in answer["before"] if path.startswith("s") and path.endswith("/index.bin")]
        assert len(shards) <= MAX_SHARDS, query
        assert sum(size for _, size in answer["before"]) <= MAX_BYTES_BEFORE_TEXT, query


@needs_node
def test_common_words_and_characters_in_a_row_are_decided_by_their_pairs(site: SearchedSite) -> None:
    texts = [text for _, _, text in site.scan.texts]
    marked = [found[0] for text in texts[::9] if (found := re.search(r"[一-龥][。，][一-龥]", text))]
    turned = [query[::-1] for query in marked]
    phrases = [f'"{found[0]}"' for text in texts[::9] if (found := re.search(r"\b[a-z]{2,4} [a-z]{2,4}\b", text))]
    queries = [*marked, *turned, *phrases]
    assert min(len(marked), len(phrases)) > 20
    for query, answer in zip(queries, site.ask(queries=queries)["answers"], strict=True):
        assert {*answer["places"]} == site.scan.places(query), query
        looked_at = [path for path, _ in answer["before"] if path.startswith("t")]
        assert len(looked_at) <= (bool(answer["places"]) if query in marked + turned else 3), query


@needs_node
def test_the_first_text_of_any_query_costs_little(tmp_path: Path) -> None:
    paths = [tmp_path / f"i{number}.yaml" for number in range(5)]
    for number, path in enumerate(paths):
        path.write_text(never_together(number), "utf-8")
    searched = SearchedSite(tmp_path, paths)
    script = searched.script.read_text("utf-8")
    searched.script.write_text(script.replace("FIRST_BYTES = 60000", f"FIRST_BYTES = {TIGHT_BYTES}"), "utf-8")
    queries = ["far near", "odd near", "水 near", "far 水", "absent OR away OR nowhere OR 远", "-odd far near"]
    queries += ["远 OR n3x7 OR 近 OR 火 OR n4x7", "text:far near", "title:first OR absent OR a OR n3x3"]
    answers = dict(zip(queries, searched.ask(queries=queries)["answers"], strict=True))
    for query, answer in answers.items():
        assert {*answer["places"]} == searched.scan.places(query), query
        shards = [path for path, _ in answer["before"] if path.startswith("s") and path.endswith("/index.bin")]
        assert len(shards) <= MAX_SHARDS, query
        assert sum(size for path, size in answer["before"] if path != "meta.bin") <= 2 * SMALL_BYTES, query
    assert answers["far near"]["isPaused"]  # until somebody asks for more
    assert answers["absent OR away OR nowhere OR 远"]["isPaused"]
    for query in ("水 near", "far 水"):  # the slots of their lists tell that no text has both
        assert answers[query]["total"] == 0
        assert len(answers[query]["before"]) <= 3


@needs_node
def test_a_search_knows_the_size_of_the_next_file(tmp_path: Path) -> None:
    paths = [tmp_path / f"i{number}.yaml" for number in range(2)]
    for number, path in enumerate(paths):
        path.write_text(long_paragraphs(number), "utf-8")
    searched = SearchedSite(tmp_path, paths)
    files = {str(path.relative_to(searched.folder)): path for path in searched.folder.glob("search/*/*.bin")}
    assert max(path.stat().st_size for path in files.values()) > MAX_BYTES_BEFORE_TEXT
    shards = [path for name, path in files.items() if re.fullmatch(r"search/s\w+/index\.bin", name)]
    unpacked = max(len(zlib.decompress(path.read_bytes())) for path in shards)
    assert unpacked < 3 * SMALL_BYTES  # the row of a word that a text has 40,000 times is in a file of its own
    queries = ['"far, near"', "far near", "often", "often near", "x1 OR near"]
    answers = dict(zip(queries, searched.ask(queries=queries)["answers"], strict=True))
    for query, answer in answers.items():
        assert {*answer["places"]} == searched.scan.places(query), query
        before = [size for path, size in answer["before"][:-1] if path != "meta.bin"]  # the last one is the text
        assert sum(before) <= MAX_BYTES_BEFORE_TEXT, query
    assert answers['"far, near"']["isPaused"]  # until somebody asks for more
    assert sum(size for _, size in answers['"far, near"']["before"]) <= MAX_BYTES_BEFORE_TEXT


@needs_node
def test_the_script_folds_and_stems_as_the_program_does(site: SearchedSite) -> None:
    assigned = [
        chr(code)
        for code in range(0x80, sys.maxunicode + 1)
        if unicodedata.category(chr(code)) not in ("Cn", "Co", "Cs") and not 0x1100 <= code < 0x1200
    ]
    assigned = [character for character in assigned if ord(character) < 0x3400 or ord(character) % 7 == 0]
    texts = ["A  泉 水 b", "cafe\u0301 1000 亿元", "각 한", "ﬁrst “x”——y", "a \u3000 b", "  泉  ", *assigned]
    forms = {form for entry in IRREGULAR_FORMS.replace("\n", "|").split("|") for form in entry.split()}
    words = [*dict.fromkeys(english_words()), *sorted(forms), "agreed", "hoping", "buses", "cities", "ties", "naïve"]
    pairs = folding_pairs([*"".join(texts)])
    answer = site.ask(fold=texts, pairs=pairs, stems=words)
    assert [(t, f) for t, f in zip(texts, answer["folded"], strict=True) if f != fold(t)] == []
    assert [(w, s) for w, s in zip(words, answer["stems"], strict=True) if s != stem(w)] == []


def test_a_browser_is_told_every_form_that_it_cannot_work_out() -> None:
    characters = [*"".join(chinese_words()[::50]), *"ﬁÅéßĲ①㍿豈后後皇髮发—“”`´Ω\u0345각"]
    told = folding_pairs(characters)
    pairs = dict(zip(told[0], told[1], strict=True)) | dict(zip(told[2::2], told[3::2], strict=True))
    met = {*characters, *told[0], *told[2::2]}
    assert {c for c in met if not c.isascii() and browser_fold(c, pairs) != fold(c)} == set()
    assert pairs["後"] == fold("后")
    assert "髮" in pairs


def test_scripts_lose_comments_and_indents_only() -> None:
    for name in ASSETS:
        if name.endswith(".js"):
            written = (Path(site_files_module.__file__).parent / "assets" / name).read_text("utf-8")
            assert not re.search(r"`[^`]*\n[^`]*`", re.sub(r'"`"|`[^`\n]*`', "", written)), "a template over lines"
            kept = [line.strip() for line in written.splitlines() if line.strip() and line.strip()[:2] != "//"]
            assert asset_bytes(name).decode().splitlines() == kept


def test_the_scripts_are_small() -> None:
    scripts = b"".join(asset_bytes(name) for name in ASSETS if name.endswith(".js"))
    assert len(gzip.compress(scripts)) <= 12_000
