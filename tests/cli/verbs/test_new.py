from __future__ import annotations

from pathlib import Path

import pytest

from reader.source import load
from reader.source.formatting import formatted
from reader.source.source_file import SourceFile
from tests.cli.conftest import SPRINGS, Run

TEMPLATE_LEFT = "T706"
"""The rule for a text of the template, which a maintainer is to write over."""


@pytest.mark.parametrize("languages", ["zh-Hans,en", "zh-Hant,en", "en,zh-Hans,zh-Hant", "ja,de", "zh-hans, EN"])
def test_a_new_issue_checks_clean(run: Run, languages: str) -> None:
    assert run("new", "spring-09", "--languages", languages) == (0, "spring-09.yaml\n", "")
    assert run("check", "spring-09.yaml").code == 0
    assert {found.code for found in load("spring-09.yaml").diagnostics} == {TEMPLATE_LEFT}
    assert Path("spring-09").is_dir()
    assert (
        Path("spring-09.yaml")
        .read_text(encoding="utf-8")
        .startswith("# yaml-language-server: $schema=issue.schema.json\n")
    )
    assert Path("issue.schema.json").is_file()


def test_what_is_commented_out_checks_clean_too(run: Run) -> None:
    run("new", "spring-09")
    path = Path("spring-09.yaml")
    lines = path.read_text(encoding="utf-8").splitlines()
    wanted = ("title", "date", "glossary", "  - term", "    pinyin", "    also", "deck", "credits", "pages", "original")
    more = ("- heading", "- figure", "figures", "  - id", "    caption", "    file")
    used = [
        line.replace("# ", "", 1) if line.lstrip().removeprefix("# ").startswith((*wanted, *more)) else line
        for line in lines
    ]
    path.write_text("\n".join(used), encoding="utf-8")
    (Path("spring-09") / "picture.png").write_bytes(b"")
    assert {found.code for found in load(str(path)).diagnostics} == {TEMPLATE_LEFT}
    assert len(load(str(path)).issue.glossary) == 1  # type: ignore[union-attr]


def test_a_path_and_what_is_there_already(run: Run) -> None:
    Path("issues").mkdir()
    assert run("new", "issues/spring-09.yaml").out == "issues/spring-09.yaml\n"
    before = Path("issues/spring-09.yaml").read_bytes()
    code, _, err = run("new", "issues/spring-09")
    assert code == 2
    assert err == "reader: issues/spring-09.yaml: is there already, and is left as it is\n"
    assert Path("issues/spring-09.yaml").read_bytes() == before
    assert run("new", "issues/spring-10").code == 0


def test_a_template(run: Run, folder: Path) -> None:
    assert run("new", "spring-09", "--from-template", str(folder / "springs.yaml")).code == 0
    assert Path("spring-09.yaml").read_text(encoding="utf-8") == SPRINGS.lstrip().replace(
        "id: springs\n", "id: spring-09\n"
    )
    assert run("new", "x", "--from-template", "gone.yaml").code == 2
    assert run("new", "x", "--from-template", str(folder / "springs.yaml"), "--languages", "zh,en").code == 2


@pytest.mark.parametrize(
    "argv",
    [
        ["new"],
        ["new", "A b"],
        ["new", "a" * 191],
        ["new", "x", "y"],
        ["new", "x", "--languages", "zh"],
        ["new", "x", "--languages", "zh,1"],
    ],
)
def test_what_is_no_id_or_language_is_refused(run: Run, argv: list[str]) -> None:
    assert run(*argv).code == 2
    assert list(Path().iterdir()) == []


def test_an_article_is_added_and_the_rest_stays(run: Run) -> None:
    run("new", "spring-09")
    path = Path("spring-09.yaml")
    before = path.read_text(encoding="utf-8")
    assert run("new", "article", str(path), "old-bridges") == (0, "spring-09/old-bridges\n", "")
    after = path.read_text(encoding="utf-8")
    assert {found.code for found in load(str(path)).diagnostics} == {TEMPLATE_LEFT}
    start = next(k for k, (a, b) in enumerate(zip(before, after, strict=False)) if a != b)
    kept = len(after) - len(before)
    assert before == after[:start] + after[start + kept :]
    assert [a.id for _, a in load(str(path)).issue.articles()] == ["first-article", "old-bridges"]  # type: ignore[union-attr]
    assert formatted(SourceFile("x", after)) is not None


def test_an_article_after_long_texts_comments_and_windows_line_ends(run: Run) -> None:
    text = (
        "format: 1\r\nid: x\r\nlanguages: [zh-Hans, en]\r\nmagazine: M\r\nlabel: L\r\nsections:\r\n"
        "- id: one\r\n  title: One\r\n  articles:\r\n  - id: a\r\n    title: A\r\n    body:\r\n"
        "    - |\r\n      Water.\r\n\r\n    # - to come\r\n\r\n# the second\r\n- id: two\r\n  title: Two\r\n"
        "  articles: [{id: b, title: B, body: [Water.]}]"
    )
    Path("x.yaml").write_bytes(text.encode())
    assert run("new", "article", "x.yaml", "c", "--section", "one").code == 0
    after = Path("x.yaml").read_bytes().decode()
    assert "    # - to come\r\n  - id: c # its address in this issue\r\n    title: {" in after
    assert "\r\n\r\n# the second\r\n- id: two" in after
    assert "\n" not in after.replace("\r\n", "")
    assert run("new", "article", "x.yaml", "d").code == 1
    assert Path("x.yaml").read_bytes().decode() == after


def test_an_article_that_cannot_be_added(run: Run, folder: Path, broken: Path) -> None:
    path = str(folder / "springs.yaml")
    assert run("new", "article", path, "water").err.endswith("there is an article 'water' already\n")
    assert "did you mean focus?" in run("new", "article", path, "c", "--section", "focis").err
    assert run("new", "article", path).code == 2
    assert run("new", "article", str(broken), "c").code == 1
    assert run("new", "article", "gone.yaml", "c").code == 2


@pytest.mark.parametrize("wrap", ["sentence", "paragraph"])
def test_a_new_article_keeps_the_layout_of_its_file(run: Run, wrap: str) -> None:
    run("new", "spring-09", "--languages", "zh-Hans,en")
    path = Path("spring-09.yaml")
    text = path.read_text(encoding="utf-8").replace("Here the first paragraph is written.", "One is short. " * 12)
    path.write_text(text, encoding="utf-8")
    run("fmt", str(path), "--wrap", wrap)
    assert run("new", "article", str(path), "tea-house").code == 0
    assert run("fmt", "--check", str(path), "--wrap", wrap).code == 0
    path.write_text(path.read_text(encoding="utf-8").replace("id: spring-09", "id:   spring-09"), encoding="utf-8")
    assert run("new", "article", str(path), "lanes").code == 0
    assert "id:   spring-09" in path.read_text(encoding="utf-8")
