"""A published site in a real browser: its search, its buttons, its accessibility, and its pages by a validator of HTML.

``.ci/web`` installs the tools and runs these tests; without them they are skipped.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from reader.publishing.site import site_at
from reader.publishing.site_files import site_files
from reader.publishing.tree import publish
from reader.source import load
from tests.exporting.hostile import HOSTILE
from tests.invented.library import make_library
from tests.publishing.costly_issues import long_paragraphs
from tests.publishing.scanning import PlainScan
from tests.publishing.sites import BUNDLED

HERE = Path(__file__).parent
TOOLS = Path(os.environ.get("READER_WEB_TOOLS", "none"))
CHROMIUM = os.environ.get("READER_CHROMIUM") or shutil.which("chromium") or ""
pytestmark = pytest.mark.skipif(
    not (CHROMIUM and shutil.which("node") and (TOOLS / "node_modules").is_dir()),
    reason="needs node, Chromium and READER_WEB_TOOLS, see .ci/web",
)
QUERIES = int(os.environ.get("READER_WEB_QUERIES", "150"))
COSTLY = '"far, near"'
"""A query whose only place is behind long texts that have the words, but not the phrase."""
RULES = {
    "extends": ["html-validate:recommended"],
    "root": True,
    "rules": {"long-title": "off", "valid-id": ["error", {"relaxed": True}]},
}
"""Rules of the validator; ids are those of addresses (``en.p3``), and titles are those of articles."""


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("sources")
    make_library(str(folder), 40)
    (folder / "hostile.yaml").write_text(HOSTILE, "utf-8")
    for number in range(2):
        (folder / f"i{number}.yaml").write_text(long_paragraphs(number), "utf-8")
    return [*sorted(folder.glob("*.yaml")), *BUNDLED]


@pytest.fixture(scope="module")
def site(sources: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published") / "site"
    publish(str(folder), site_files(site_at("https://example.org/"), "T", [*map(str, sources)], print))
    return folder


def test_the_site_works_in_chromium(site: Path, sources: list[Path]) -> None:
    scan = PlainScan(issue for path in sources if (issue := load(str(path), checked=False).issue))
    queries = [query for query in scan.queries(QUERIES, "4") if query.strip() and not query.startswith("-")]
    pages = [
        "",
        "city-of-springs-08/",
        "city-of-springs-08/springs/",
        "city-of-springs-08/new-drivers/",
        "words-and-tools-01/quiet-night/",
        "words-and-tools-01/counting/",
        "lanes-and-rivers-03/old-spellings/",
        "hostile/traps/",
    ]
    asked = {
        "site": str(site),
        "pages": pages,
        "queries": [[query, sorted(scan.places(query))] for query in queries],
        "costly": COSTLY,
    }
    done = subprocess.run(
        ["node", str(HERE / "in_browser.mjs")],
        input=json.dumps(asked).encode(),
        env=os.environ | {"READER_CHROMIUM": CHROMIUM},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    found = json.loads(done.stdout)
    assert found["wrong"] == []


def test_the_pages_are_valid(site: Path, tmp_path: Path) -> None:
    rules = tmp_path / "rules.json"
    rules.write_text(json.dumps(RULES), "utf-8")
    pages = [path for path in site.rglob("index.html") if not path.parent.name.startswith("a")]
    command = [TOOLS / "node_modules" / ".bin" / "html-validate", "--config", rules, "--formatter", "text", *pages]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
