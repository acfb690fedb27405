from __future__ import annotations

import gc
import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from reader.model.magazine import AlignedBody
from reader.source import Loaded, load, load_text
from reader.source.diagnostic import ERROR
from tests.descriptors import open_paths
from tests.drawing import examples

ISSUES = sorted((Path(__file__).parent.parent.parent / "issues").glob("*.yaml"))
SOURCES = [path.read_text(encoding="utf-8") for path in ISSUES]
SMALL = """\
format: 1
id: small
languages: [zh-Hans, en]
magazine: {zh-Hans: 泉城, en: City of Springs}
label: {zh-Hans: 8月刊, en: August issue}
sections:
  - id: focus
    title: {zh-Hans: 专题, en: Focus}
    articles:
      - id: springs
        title: {zh-Hans: 泉水, en: Springs}
        body:
          - {zh-Hans: 泉水四季如常。, en: The springs keep one temperature.}
"""
TOKENS = [
    *(
        "- ",
        "  ",
        "\n",
        ": ",
        "? ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "&a ",
        "*a",
        "!x ",
        "|",
        ">",
        "'",
        '"',
        "#",
        "%",
        "---\n",
        "...",
    ),
    *(
        "\t",
        "\r\n",
        "\r",
        "\0",
        "\x1b",
        "\x85",
        "\u2028",
        "\ufeff",
        "\ud800",
        "\ufffe",
        '"\\e"',
        '"\\ud800"',
        "<<: ",
        "zh-Hans",
    ),
    *(
        "body:",
        "figure: a",
        "format: 2",
        "id:",
        "languages: []",
        "en",
        "page: 0",
        "*x* [y](z:)",
        "yes",
        "~",
        "1:30",
        "\U0010ffff",
    ),
]


def places_lie_in(text: str, loaded: Loaded) -> bool:
    """Whether every diagnostic's position is in the text (or at its end), or means the whole file."""
    lines = re.split(r"\r\n|\r|\n", text + "x")  # as editors count them
    lines[-1] = lines[-1][:-1]
    for found in loaded.diagnostics:
        if (found.line, found.column) != (0, 0) and not (
            1 <= found.line <= len(lines) and 1 <= found.column <= len(lines[found.line - 1]) + 1
        ):
            return False
    return True


def is_told(loaded: Loaded) -> bool:
    """Whether there is either an issue, or an error."""
    return (loaded.issue is None) == any(diagnostic.severity == ERROR for diagnostic in loaded.diagnostics)


@pytest.mark.parametrize("path", ISSUES, ids=lambda path: path.stem)
def test_the_bundled_issues_have_no_faults(path: Path) -> None:
    loaded = load(str(path))
    assert list(map(str, loaded.diagnostics)) == []
    assert loaded.issue is not None
    assert loaded.issue.id == path.stem


def test_there_are_bundled_issues() -> None:
    assert ISSUES


@examples(150)
@given(st.one_of(st.text(), st.lists(st.sampled_from(TOKENS), max_size=25).map("".join)))
def test_any_text_gives_an_issue_or_an_error(text: str) -> None:
    loaded = load_text(text)
    assert is_told(loaded)
    assert places_lie_in(text, loaded)


@examples(150)
@given(
    st.lists(st.tuples(st.integers(0, len(SMALL)), st.integers(0, 12), st.sampled_from(TOKENS)), min_size=1, max_size=4)
)
def test_any_change_of_a_small_issue_gives_an_issue_or_an_error(changes: list[tuple[int, int, str]]) -> None:
    text = SMALL
    for start, length, token in changes:
        text = text[:start] + token + text[start + length :]
    loaded = load_text(text)
    assert is_told(loaded)
    assert places_lie_in(text, loaded)


@examples(60)
@given(st.data())
def test_any_change_of_a_bundled_issue_gives_an_issue_or_an_error(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(SOURCES))
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.sampled_from([0, 1, 3, 20, 300, 5000])))
        piece = data.draw(st.one_of(st.sampled_from(TOKENS), st.just(text[start:end] * 2), st.text(max_size=5)))
        text = text[:start] + piece + text[end:]
    loaded = load_text(text)
    assert is_told(loaded)
    assert places_lie_in(text, loaded)


@examples(150, suppressed=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=200), st.tuples(st.integers(0, len(SMALL)), st.binary(min_size=1, max_size=4))))
def test_any_bytes_in_a_file_give_an_issue_or_an_error(tmp_path: Path, content: bytes | tuple[int, bytes]) -> None:
    whole = SMALL.encode()
    data = content if isinstance(content, bytes) else whole[: content[0]] + content[1] + whole[content[0] :]
    path = tmp_path / "small.yaml"
    path.write_bytes(data)
    loaded = load(str(path))
    assert is_told(loaded)
    assert all(diagnostic.path == str(path) for diagnostic in loaded.diagnostics)


def test_loading_twice_gives_the_same() -> None:
    for text in SOURCES:
        assert load_text(text) == load_text(text)


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_do_not_matter(ends: str) -> None:
    loaded = load_text(SMALL.replace("\n", ends).replace("format: 1", "format: 1 # 泉"))
    assert loaded.issue == load_text(SMALL).issue
    assert loaded.issue is not None


def test_a_byte_order_mark_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SMALL.encode())
    loaded = load(str(path))
    assert loaded.diagnostics == ()
    assert loaded.issue is not None


def test_every_scalar_is_text_as_written() -> None:
    written = ["no", "on", "~", "null", "08", "1:30", "2018-08-01", "0x1F", "1e3", "true", ".inf", "=", "<<", "1_000"]
    text = SMALL + f"        tags: [{', '.join(written)}]\n"
    loaded = load_text(text)
    assert loaded.issue is not None
    article = loaded.issue.article("springs")
    assert article is not None
    assert list(article.tags) == written


def test_aliases_repeat_the_values_of_their_anchors() -> None:
    body = "          - &p {zh-Hans: 泉水四季如常。, en: The springs keep one temperature.}\n          - *p\n"
    loaded = load_text(SMALL[: SMALL.index("          - {")] + body)
    assert loaded.issue is not None
    article = loaded.issue.article("springs")
    assert article is not None
    assert isinstance(article.body, AlignedBody)
    assert article.body.blocks[0] == article.body.blocks[1]


def test_no_content_of_a_file_is_executed(tmp_path: Path) -> None:
    witness = tmp_path / "witness"
    text = SMALL + f"title: !!python/object/apply:os.mkdir ['{witness}']\n"
    assert {diagnostic.code for diagnostic in load_text(text).errors} == {"Y203", "S301"}
    assert not witness.exists()


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    loaded = load(str(tmp_path / "none.yaml"))
    assert [(d.code, d.line, d.message) for d in loaded.diagnostics] == [
        ("F101", 0, "cannot be read: No such file or directory")
    ]
    assert str(loaded.diagnostics[0]) == f"{tmp_path}/none.yaml: F101 cannot be read: No such file or directory"


@pytest.mark.parametrize("name", ["nul\0byte.yaml", "lone\ud800surrogate.yaml", "", "x" * 5000])
def test_impossible_paths_are_reported(name: str) -> None:
    assert [diagnostic.code for diagnostic in load(name).diagnostics] == ["F101"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_an_unreadable_file_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "secret.yaml"
    path.write_text(SMALL, encoding="utf-8")
    path.chmod(0)
    assert [diagnostic.code for diagnostic in load(str(path)).diagnostics] == ["F101"]


def test_a_folder_is_refused_and_closed_again(tmp_path: Path) -> None:
    for _ in range(20):
        assert [str(d) for d in load(str(tmp_path)).diagnostics] == [
            f"{tmp_path}: F102 this is a folder; give an issue's .yaml file"
        ]
    assert tmp_path not in open_paths()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_a_fifo_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    path = tmp_path / "fifo.yaml"
    os.mkfifo(path)
    assert [diagnostic.code for diagnostic in load(str(path)).diagnostics] == ["F102"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
def test_a_device_is_refused() -> None:
    assert [diagnostic.code for diagnostic in load("/dev/zero").diagnostics] == ["F102"]


def with_picture(folder: Path) -> Path:
    path = folder / "small.yaml"
    figure = "        figures:\n          - {id: valley, caption: Valley, placed: no, file: valley.png}\n"
    path.write_text(SMALL + figure, encoding="utf-8")
    (folder / "small").mkdir()
    return path


def test_a_picture_in_the_folder_is_no_fault(tmp_path: Path) -> None:
    path = with_picture(tmp_path)
    (tmp_path / "small" / "valley.png").write_bytes(b"")
    assert load(str(path)).diagnostics == ()


def test_a_picture_may_not_be_a_link_out_of_the_folder(tmp_path: Path) -> None:
    path = with_picture(tmp_path)
    (tmp_path / "other.png").write_bytes(b"")
    (tmp_path / "small" / "valley.png").symlink_to(tmp_path / "other.png")
    assert [(d.code, d.line, d.column) for d in load(str(path)).diagnostics] == [("R407", 15, 61)]


def test_a_picture_may_be_a_link_inside_the_folder_and_the_folder_one_itself(tmp_path: Path) -> None:
    path = with_picture(tmp_path)
    (tmp_path / "small" / "real.png").write_bytes(b"")
    (tmp_path / "small" / "valley.png").symlink_to("real.png")
    (tmp_path / "small").rename(tmp_path / "elsewhere")
    (tmp_path / "small").symlink_to("elsewhere")
    assert load(str(path)).diagnostics == ()


def test_the_folder_may_not_be_a_link_to_one_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    path = with_picture(tmp_path / "library")
    (tmp_path / "library" / "small" / "valley.png").write_bytes(b"")
    (tmp_path / "library" / "small").rename(tmp_path / "elsewhere")
    (tmp_path / "library" / "small").symlink_to(tmp_path / "elsewhere")
    assert [d.code for d in load(str(path)).diagnostics] == ["R407"]


def test_a_broken_link_is_a_missing_picture(tmp_path: Path) -> None:
    path = with_picture(tmp_path)
    (tmp_path / "small" / "valley.png").symlink_to("nothing.png")
    assert [d.code for d in load(str(path)).diagnostics] == ["R406"]


def test_a_version_may_be_in_quotes_with_spaces() -> None:
    assert load_text(SMALL.replace("format: 1", "format: ' 1 '")).issue == load_text(SMALL).issue
    assert load_text(SMALL.replace("format: 1", "format: ' 1 '")).issue is not None


def test_only_the_version_of_a_newer_file_is_reported() -> None:
    text = SMALL.replace("format: 1", "format: 9").replace("sections:", "chapters:")
    assert [(d.code, d.line, d.column) for d in load_text(text).diagnostics] == [("S309", 1, 9)]


def test_a_text_of_nothing_but_marks_is_reported() -> None:
    text = MINIMAL + '    - {zh-Hans: "\\\\\\n", en: "\\\\\\n"}\n'
    assert [found.code for found in load_text(text).diagnostics] == ["S306"]


def test_a_long_paragraph_is_not_a_running_head_and_is_checked_in_linear_time() -> None:
    text = (
        MINIMAL.replace("magazine: M", "magazine: a") + f"    - {{zh-Hans: {'a' * 500_000}b, en: {'a' * 500_000}b}}\n"
    )
    assert [found.code for found in load_text(text).diagnostics] == []


MINIMAL = """\
format: 1
id: small
languages: [zh-Hans, en]
magazine: M
label: L
sections:
- id: s
  title: S
  articles:
  - id: a
    title: A
    body:
    - A paragraph.
"""


def test_a_text_on_one_line_is_as_long_as_its_file_may_be() -> None:
    long = "word " * 200_000 + "泉" * 200_000
    text = (
        SMALL
        + f"glossary:\n  - term: {{en: T, zh-Hans: 词}}\n    pinyin: {long}\n    also: [{long}]\n    note: {long}\n"
    )
    loaded = load_text(text, checked=False)
    assert loaded.errors == ()
    assert loaded.issue
    (entry,) = loaded.issue.glossary
    assert (entry.pinyin, entry.also) == (long, (long,))


@pytest.mark.parametrize("is_broken", [False, True])
def test_a_file_that_was_read_leaves_nothing_for_the_garbage_collector(is_broken: bool) -> None:
    text = SMALL + ("  - id: [\n" if is_broken else "")

    def left() -> int:
        gc.collect()
        load_text(text)
        return gc.collect()

    load_text(text)
    gc.disable()  # else it may run before the count
    try:
        assert 0 in [left() for _ in range(5)]  # a thread of another test may leave something, too
    finally:
        gc.enable()
