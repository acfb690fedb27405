"""Books and pages by other people's validators: epubcheck 5 and 4.2, DAISY Ace, html-validate.

``.ci/web`` installs them and runs these tests; without them they are skipped.
"""

from __future__ import annotations

import json
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.exporting.edition import Edition
from reader.exporting.epub import epub
from reader.exporting.html_page import html_page
from reader.exporting.picture_set import picture_set
from reader.source import load
from tests.exporting.hostile import hostile_edition
from tests.invented.library import make_library
from tests.publishing.sites import BUNDLED
from tests.publishing.test_in_browser import RULES

if TYPE_CHECKING:
    from collections.abc import Callable

EPUBCHECKS = [os.environ.get("READER_EPUBCHECK_5", ""), os.environ.get("READER_EPUBCHECK_4", "")]
ACE = os.environ.get("READER_ACE", "")
VALIDATOR = Path(os.environ.get("READER_WEB_TOOLS", "none")) / "node_modules" / ".bin" / "html-validate"
pytestmark = pytest.mark.skipif(not (any(EPUBCHECKS) or ACE or VALIDATOR.is_file()), reason="needs .ci/web")
AT_ONCE = 2
WRONG = ("serious", "critical")


def whole(path: Path) -> Edition:
    issue = load(str(path), checked=False).issue
    assert issue
    return Edition(issue, tuple(article for _, article in issue.articles()))


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Edition, str]]:
    """Editions with the folders of their pictures."""
    library = tmp_path_factory.mktemp("library")
    make_library(str(library), 12)
    made = next(library.glob("*.yaml"))
    found = {path.stem: (whole(path), str(path.with_suffix(""))) for path in (*BUNDLED, made)}
    edition, pictures = found["city-of-springs-08"]
    found["one-language"] = Edition(edition.issue, edition.articles, ("en",)), pictures
    found["traditional"] = Edition(edition.issue, edition.articles, script="traditional"), pictures
    found["hostile"] = hostile_edition(), ""
    return found


@pytest.fixture(scope="module")
def books(editions: dict[str, tuple[Edition, str]], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("books")
    for name, (edition, pictures) in editions.items():
        (folder / f"{name}.epub").write_bytes(epub(edition, picture_set(edition, pictures)))
    return sorted(folder.iterdir())


def reports(check: Callable[[Path], str], books: list[Path]) -> list[str]:
    """Returns the messages about books."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return [report for report in pool.map(check, books) if report]


@pytest.mark.parametrize("jar", EPUBCHECKS, ids=["5", "4.2"])
def test_books_have_no_errors_and_no_warnings_of_epubcheck(jar: str, books: list[Path]) -> None:
    if not jar:
        pytest.skip("this epubcheck is not there")

    def check(book: Path) -> str:
        command = ["java", "-jar", jar, str(book), "--failonwarnings"]
        done = subprocess.run(command, capture_output=True, check=False)
        return f"{book.name}: {done.stdout.decode()}{done.stderr.decode()}" if done.returncode else ""

    assert reports(check, books) == []


@pytest.mark.skipif(not ACE, reason="DAISY Ace is not there")
def test_books_have_no_serious_finding_of_ace(books: list[Path], tmp_path: Path) -> None:
    def check(book: Path) -> str:
        out = tmp_path / book.stem
        out.mkdir()
        env = os.environ | {"PUPPETEER_EXECUTABLE_PATH": os.environ["READER_CHROMIUM"], "HOME": str(out)}
        done = subprocess.run([ACE, "--silent", "-o", out, book], capture_output=True, check=False, env=env, cwd=out)
        if not (out / "report.json").is_file():
            return f"{book.name}: no report: {done.stderr.decode()}"
        found = json.loads((out / "report.json").read_text("utf-8"))["assertions"]
        return "\n".join(
            f"{book.name}: {document['earl:testSubject']['url']}: {each['earl:test']['dct:title']}"
            for document in found
            for each in document["assertions"]
            if each["earl:test"]["earl:impact"] in WRONG
        )

    assert reports(check, [book for book in books if book.stem not in ("one-language", "traditional")]) == []


@pytest.mark.skipif(not VALIDATOR.is_file(), reason="html-validate is not there")
def test_pages_are_valid(editions: dict[str, tuple[Edition, str]], tmp_path: Path) -> None:
    rules = tmp_path / "rules.json"
    page_rules = RULES["rules"] | {"no-inline-style": "off"}
    rules.write_text(json.dumps(RULES | {"rules": page_rules}), "utf-8")
    pages = []
    for name, (edition, pictures) in editions.items():
        pages.append(tmp_path / f"{name}.html")
        pages[-1].write_bytes(html_page(edition, picture_set(edition, pictures)))
    command = [VALIDATOR, "--config", rules, "--formatter", "text", *pages]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
