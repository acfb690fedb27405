"""A site that is published again: only the issues that changed are made anew, and its bytes are those of a new site."""

from __future__ import annotations

import os
import random
import shutil
from typing import TYPE_CHECKING

import pytest

from reader.publishing import issue_files, issue_source, site_files
from reader.publishing.site_list import LIST_NAME, kept_files, read_list
from tests.drawing import seeds
from tests.publishing.small_library import OTHER_PICTURE, SmallLibrary, content, issue

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.publishing.search_index import UnitAnswer, UnitRequest


@pytest.fixture
def library(tmp_path: Path) -> SmallLibrary:
    return SmallLibrary(tmp_path)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The issues whose books are made, as they are made."""
    names: list[str] = []
    epub = issue_files.epub

    def noted(edition: object, pictures: object) -> bytes:
        names.append(edition.issue.id)
        return epub(edition, pictures)

    monkeypatch.setattr(issue_files, "epub", noted)
    return names


def test_only_the_issues_that_changed_are_made_anew(library: SmallLibrary, made: list[str]) -> None:
    before = library.publish_here()
    assert sorted(made) == ["one", "three", "two"]
    made.clear()
    assert library.publish_here() == before
    assert made == []
    library.write("two", "Others")
    after = library.publish_here()
    assert made == ["two"]
    assert {path for path in before if after[path] != before[path] and not path.startswith("search/")} >= {
        "two/first/index.html",
        "issues/two.yaml",
        "epub/two.epub",
        "magazine.json",
    }
    shutil.copy(OTHER_PICTURE, library.folder / "one" / "map.png")
    made.clear()
    library.publish_here()
    assert made == ["one"]
    (library.folder / "two.yaml").unlink()  # links of the others lead there no more
    made.clear()
    assert library.publish_here() == library.published_anew()
    assert made[:2] == ["one", "three"]


def test_only_the_shards_of_changed_tokens_are_made_anew(
    library: SmallLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []
    make_units = site_files.make_units

    def noted(request: UnitRequest, give: Callable[[UnitAnswer], None]) -> None:
        made.extend(unit for unit, _ in request.units)
        make_units(request, give)

    monkeypatch.setattr(site_files, "make_units", noted)
    words = [f"w{number}" for number in range(4000)]
    library.write("three", " ".join(words))
    before = library.publish_here()
    shards = {path for path in before if path.startswith("search/s")}
    assert len(shards) == len(made) > 10
    made.clear()
    library.write("three", " ".join([*words[:-1], "other"]))
    after = library.publish_here()
    changed = {path for path in shards if after[path] != before[path]}
    assert 0 < len(changed) <= len(made) < len(shards) / 2
    assert after == library.published_anew()
    assert len([*library.tokens.iterdir()]) == 3  # those of states that are gone are removed
    library.title = "U"
    made.clear()
    library.publish_here()  # pages have another title, the search has not
    assert made == []


def test_shards_without_a_token_are_kept_each_by_itself(library: SmallLibrary) -> None:
    library.write("three", "again and again " * 6000)
    assert len([path for path in library.publish_here() if path.startswith("search/s")]) > 10
    library.write("two", "Others")
    assert library.publish_here() == library.published_anew()


def test_another_title_or_program_makes_all_anew(
    library: SmallLibrary, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    library.publish_here()
    changes: list[Callable[[], None]] = [
        lambda: setattr(library, "title", "U"),
        lambda: monkeypatch.setattr(site_files, "program_digest", lambda: "another"),
    ]
    for change in changes:
        made.clear()
        change()
        library.publish_here()
        assert sorted(made) == ["one", "three", "two"]
    assert issue_source.program_digest() != "another"


def test_messages_about_pictures_come_each_time(library: SmallLibrary) -> None:
    (library.folder / "one" / "map.png").unlink()
    for _ in range(2):
        library.publish_here()
        assert len(library.told) == 1
        assert "map.png: left out" in library.told[0]


@pytest.mark.parametrize("seed", seeds(4))
def test_after_any_changes_the_site_has_the_bytes_of_a_new_one(library: SmallLibrary, seed: int) -> None:
    rng = random.Random(seed)

    def spoil() -> None:
        path = library.site / rng.choice(sorted(content(library.site).keys() - {LIST_NAME}))
        path.unlink() if rng.random() < 0.5 else path.write_bytes(b"spoilt")

    def drop(path: Path) -> None:
        path.unlink(missing_ok=True)

    def spoil_tokens() -> None:
        for path in library.tokens.iterdir():
            path.unlink() if rng.random() < 0.5 else path.write_bytes(path.read_bytes()[:-9] + b"spoilt...")

    names = ("one", "two", "three", "four")
    changes: list[Callable[[], object]] = [
        lambda: library.write(rng.choice(names), rng.choice(("Words", "Others", "泉"))),
        lambda: drop(library.folder / f"{rng.choice(names[1:])}.yaml"),
        lambda: drop(library.folder / rng.choice(names[:3]) / "map.png"),
        lambda: shutil.copy(OTHER_PICTURE, library.folder / rng.choice(names[:3]) / "map.png"),
        lambda: setattr(library, "title", rng.choice("TU")),
        lambda: (library.folder / "one.yaml").write_text(issue("one", "x", rng.choice(("two#p1", "four/second#p1")))),
        spoil,
        spoil_tokens,
        lambda: drop(library.site / LIST_NAME) if rng.random() < 0.2 else None,
    ]
    library.publish_here()
    for _ in range(4):
        for change in rng.sample(changes, rng.randrange(1, 4)):
            change()
        if not (library.site / LIST_NAME).exists():
            shutil.rmtree(library.site)
        assert library.publish_here() == library.published_anew()


def test_links_of_the_magazine_lead_to_pages_of_the_site(library: SmallLibrary) -> None:
    site = library.publish_here()
    page = site["one/first/index.html"].decode()
    assert '<a href="../../two/first/">there</a>' in page
    assert '<a href="../../one/first/#p2">here</a>' in page
    assert '<a href="../../one/first/#p2">above</a>' in site["one/second/index.html"].decode()
    (library.folder / "two.yaml").unlink()
    page = library.publish_here()["one/first/index.html"].decode()
    assert "there" in page
    assert ">there<" not in page


def test_a_list_of_others_leads_nowhere_outside_the_site(library: SmallLibrary) -> None:
    library.publish_here()
    place = library.site / LIST_NAME
    lines = place.read_text("utf-8").splitlines()
    sources = [f"../library/one.yaml\t{issue_source.digest((library.folder / 'one.yaml').read_bytes())}\tk"]
    place.write_text("\n".join([*lines, *sources, f"{os.sep}etc/passwd\t0\tk", "a/../../b\t0\tk"]), "utf-8")
    assert not [path for path in read_list(str(library.site)) if ".." in path or path.startswith("/")]
    assert "k" not in kept_files(str(library.site))
