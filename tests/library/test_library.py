"""The library: finds issue files, reads each by itself, and resolves addresses."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from reader.errors import NotFoundError, ReaderError, UnusableError
from reader.library import Library, bundled_issues, default_folders, resolve
from reader.library.files import LIBRARY_VARIABLE, issue_files
from tests.ui.hostile import FORBIDDEN, small_issue

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, name: str, text: str | None = None) -> Path:
    path = folder / name
    path.write_text(text if text is not None else small_issue(path.stem), encoding="utf-8")
    return path


# -- which files there are ----------------------------------------------------------------------------


def test_a_folder_s_issue_files_are_found_by_name(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "c.yaml.bak", ".hidden.yaml", "notes.txt", "d.YAML"):
        write(tmp_path, name, "")
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "sub").mkdir()
    write(tmp_path / "sub", "deep.yaml", "")
    assert [os.path.basename(path) for path in issue_files(str(tmp_path))] == ["a.yml", "b.yaml"]


def test_a_file_is_itself_whatever_its_name(tmp_path: Path) -> None:
    path = write(tmp_path, "draft.txt")
    assert issue_files(str(path)) == [str(path)]


def test_sources_are_read_in_the_order_given(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    write(tmp_path / "one", "z.yaml")
    other = write(tmp_path, "a.yaml")
    library = Library([str(tmp_path / "one"), str(other)])
    assert [entry.name for entry in library] == ["z", "a"]


@pytest.mark.parametrize("name", ["nowhere", "\x1b]52;c;x\x07", "\u202eyaml"])
def test_a_source_that_is_not_there_is_told_in_one_clean_line(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotFoundError) as told:
        Library([str(tmp_path / name)])
    assert "no such file or folder" in str(told.value)
    assert FORBIDDEN.search(str(told.value)) is None
    assert told.value.exit_code == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    with pytest.raises(NotFoundError, match="cannot be read"):
        Library([str(tmp_path / "closed")])


def test_the_folders_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LIBRARY_VARIABLE, os.pathsep.join(("/a", "", "/b")))
    assert default_folders() == ("/a", "/b")
    monkeypatch.setenv(LIBRARY_VARIABLE, "")
    assert default_folders() == (bundled_issues(),)


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    path = write(tmp_path, "a.yaml")
    library = Library([str(tmp_path)])
    path.write_text(small_issue("a", articles=3), encoding="utf-8")
    (entry,) = library
    assert entry.issue is not None
    assert len(list(entry.issue.articles())) == 3


def test_an_entry_knows_its_name_and_its_folder_of_pictures(tmp_path: Path) -> None:
    path = write(tmp_path, "river-03.yaml")
    (entry,) = Library([str(path)])
    assert (entry.name, entry.pictures) == ("river-03", str(tmp_path / "river-03"))


# -- broken files -------------------------------------------------------------------------------------

BROKEN = {
    "empty.yaml": b"",
    "latin.yaml": "format: 1\nmagazine: caf\xe9".encode("latin-1"),
    "half.yaml": b"format: 1\nid: half\nlanguages: [zh-Hans",
    "list.yaml": b"- 1\n- 2\n",
    "nul.yaml": b"format: 1\x00",
    "tag.yaml": b"!!python/object/apply:os.system ['true']\n",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_blocks_no_other(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BROKEN[name])
    write(tmp_path, "a-good.yaml")
    write(tmp_path, "z-good.yaml")
    library = Library([str(tmp_path)])
    assert [issue.id for _, issue in library.issues()] == ["a-good", "z-good"]
    entry = next(entry for entry in library if entry.name == name.split(".")[0])
    assert entry.issue is None
    assert entry.loaded.errors
    with pytest.raises(UnusableError) as told:
        library.entry(entry.name)
    assert str(tmp_path / name) in str(told.value)
    assert "\n" not in str(told.value)
    assert told.value.exit_code == 1
    assert resolve(library, "z-good").issue.id == "z-good"


def test_a_file_that_goes_away_or_leads_nowhere_blocks_no_other(tmp_path: Path) -> None:
    gone = write(tmp_path, "gone.yaml")
    write(tmp_path, "here.yaml")
    (tmp_path / "dangling.yaml").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.yaml")
    library = Library([str(tmp_path)])
    gone.unlink()
    assert [issue.id for _, issue in library.issues()] == ["here"]
    assert all(entry.loaded.errors for entry in library if entry.name != "here")


def test_an_error_says_what_and_where(tmp_path: Path) -> None:
    path = write(tmp_path, "a.yaml", small_issue("a").replace("magazine:", "magazin:"))
    with pytest.raises(UnusableError) as told:
        resolve(Library([str(tmp_path)]), "a/article-0")
    message = str(told.value)
    assert message.startswith(f"{path}:4:1: ") or f"{path}:" in message
    assert "magazin" in message


# -- ids ----------------------------------------------------------------------------------------------


def test_of_two_issues_with_one_id_the_well_named_one_is_meant(tmp_path: Path) -> None:
    write(tmp_path, "a-copy.yaml", small_issue("river"))
    write(tmp_path, "river.yaml", small_issue("river", articles=2))
    library = Library([str(tmp_path)])
    assert library.entry("river").name == "river"
    assert len([issue for _, issue in library.issues()]) == 1
    assert resolve(library, "river/article-1").article is not None


def test_an_issue_is_found_by_its_id_though_its_file_is_called_otherwise(tmp_path: Path) -> None:
    write(tmp_path, "draft.yaml", small_issue("river"))
    assert Library([str(tmp_path)]).entry("river").name == "draft"


def test_what_is_not_there_is_told_with_what_is(tmp_path: Path) -> None:
    write(tmp_path, "river.yaml")
    library = Library([str(tmp_path)])
    with pytest.raises(NotFoundError, match="there are: river"):
        library.entry("sea")
    (tmp_path / "none").mkdir()
    with pytest.raises(NotFoundError, match="there are: none"):
        Library([str(tmp_path / "none")]).entry("sea")


# -- addresses ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def bundled() -> Library:
    return Library([bundled_issues()])


def test_every_address_of_the_bundled_issues_resolves(bundled: Library) -> None:
    from reader.model.passage import address, passages

    for _, issue in bundled.issues():
        assert resolve(bundled, issue.id).issue is issue
        for _, article in issue.articles():
            assert resolve(bundled, f"{issue.id}/{article.id}").article is article
            for passage in passages(article):
                assert resolve(bundled, str(address(issue, article, passage))).passage == passage
            for figure in article.figures:
                target = resolve(bundled, f"{issue.id}/{article.id}#{figure.id}")
                assert target.figure is figure


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("lanes-and-rivers-03#page-12", "grand-canal#12"),
        ("lanes-and-rivers-03/old-bridges#page-4", "old-bridges#4"),
        ("lanes-and-rivers-03/grand-canal#page-14", "grand-canal#14"),
    ],
)
def test_a_page_is_an_address(bundled: Library, address: str, place: str) -> None:
    target = resolve(bundled, address)
    assert target.article
    assert target.passage
    assert f"{target.article.id}#{target.passage.page}" == place


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("lanes-and-rivers-03#page-99", "no page '99' in lanes-and-rivers-03"),
        ("lanes-and-rivers-03/old-bridges#page-12", "no page '12' in lanes-and-rivers-03/old-bridges"),
        ("lanes-and-rivers-03#old-bridges", "is no address"),
        ("", "is no address"),
        ("City", "is no address"),
        ("../etc/passwd", "is no address"),
        ("city-of-springs-08/", "is no address"),
        ("city-of-springs-08/springs#", "is no address"),
        ("city-of-springs-08/springs#p0", "is no address"),
        ("\x1b]52;c;x\x07", "is no address"),
        ("nowhere", "no issue 'nowhere'"),
        ("city-of-springs-08/nowhere", "no article 'nowhere' in city-of-springs-08; there are: listening-for-water"),
        ("city-of-springs-08/springs#p99", "no paragraph or figure 'p99' in city-of-springs-08/springs"),
        ("city-of-springs-08/springs#en.p1", "no paragraph or figure"),
    ],
)
def test_an_address_that_names_nothing_says_what_is_missing(bundled: Library, address: str, said: str) -> None:
    with pytest.raises(ReaderError) as told:
        resolve(bundled, address)
    assert said in str(told.value)
    assert FORBIDDEN.search(str(told.value)) is None
