"""Every rule's page: the bad example breaks that rule and no other, the good one none; the docs are these pages."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image

from reader.cli.checking import checked
from reader.source import load, load_text, source_file
from reader.source.rule_pages import ARTICLE, BODY, DISK, FILE, GLOSSARY, ISSUE, PAGES, explanation, rules_markdown
from reader.source.rules import RULES

DOCUMENT = Path(__file__).parents[2] / "docs" / "RULES.md"
HEAD = {
    "format": "format: 1",
    "id": "id: springs",
    "languages": "languages: [zh-Hans, en, zh-Hant]",
    "magazine": "magazine: {zh-Hans: 泉城, en: City of Springs}",
    "label": "label: {zh-Hans: 8月刊, en: August issue}",
}
BLOCKS = "body:\n  - {zh-Hans: 泉水四季如常。, en: The springs keep one temperature.}\n"
LOADED = {code: page for code, page in PAGES.items() if page.shape != DISK}


def under(columns: int, text: str) -> str:
    return "".join(" " * columns + line for line in text.splitlines(keepends=True))


def whole(shape: str, example: str) -> str:
    """An issue around an example."""
    head = dict(HEAD)
    article, glossary, more = BLOCKS, "", ""
    match shape:
        case "file":
            for line in example.splitlines():
                name = line.partition(":")[0]
                if name == "body":
                    article = line + "\n"
                elif name == "glossary":
                    glossary = line + "\n"
                elif name in head or not head:
                    head[name] = line
                else:
                    more += line + "\n"
            if example.startswith("#"):
                return example
        case "issue":
            more = example
        case "article":
            article = example if "body:" in example else BLOCKS + example
        case "body":
            article = "body:\n" + under(2, example)
        case "glossary":
            glossary = "glossary:\n" + under(2, example)
    also = "zh-Hant: 泉水, " if "zh-Hant" in example else ""
    sections = (
        "sections:\n  - id: focus\n    title: {zh-Hans: 专题, en: Focus}\n    articles:\n"
        f"      - id: water\n        title: {{zh-Hans: 泉水, {also}en: Springs}}\n" + under(8, article)
    )
    start = "\n".join(head.values()) + "\n"
    return start + sections + glossary + more


def codes(text: str, folder: Path) -> set[str]:
    path = folder / "springs.yaml"
    path.write_text(text, encoding="utf-8")
    pictures = folder / "springs"
    pictures.mkdir(exist_ok=True)
    small = Image.new("RGB", (4, 4))
    small.save(pictures / "valley.png")
    small.save(pictures / "valley 2:1.png")
    small.save(pictures / "photo.png", "GIF")
    small.save(pictures / "photo.gif")
    (pictures / "words.png").write_text("no picture")
    (folder / "elsewhere.png").write_bytes(b"")
    (pictures / "water.mp3").write_bytes(b"ID3")
    if not (pictures / "linked.png").is_symlink():
        (pictures / "linked.png").symlink_to(folder / "elsewhere.png")
        (pictures / "linked.mp3").symlink_to(folder / "elsewhere.png")
    return {diagnostic.code for diagnostic in checked([str(path)])[0].diagnostics}


def test_every_rule_has_a_page_in_the_rules_order() -> None:
    assert list(PAGES) == list(RULES)
    assert {page.shape for page in PAGES.values()} == {FILE, ISSUE, ARTICLE, BODY, GLOSSARY, DISK}


@pytest.mark.parametrize("code", LOADED)
def test_a_bad_example_breaks_its_rule_and_the_good_one_none(code: str, tmp_path: Path) -> None:
    page = PAGES[code]
    bad = codes(whole(page.shape, page.bad), tmp_path)
    assert code in bad
    assert bad <= {code, "S302"} if code == "Y205" else bad == {code}
    assert codes(whole(page.shape, page.good), tmp_path) == set()


def test_a_missing_file(tmp_path: Path) -> None:
    assert [d.code for d in load(str(tmp_path / "gone.yaml")).diagnostics] == ["F101"]


def test_a_folder(tmp_path: Path) -> None:
    assert [d.code for d in load(str(tmp_path)).diagnostics] == ["F102"]


def test_a_file_of_200_megabytes_is_reported_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    [found] = load(str(path)).diagnostics
    assert found.code == "F103"
    assert "\n" not in str(found)


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "springs.yaml"
    path.write_bytes(whole(BODY, "- {zh-Hans: 泉, en: Spring}\n").encode("gb18030"))
    assert [d.code for d in load(str(path)).diagnostics] == ["F104"]


def test_a_file_that_is_changed_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "springs.yaml"
    text = whole(BODY, "- {zh-Hans: 泉, en: Spring}\n")
    path.write_text(text, encoding="utf-8")
    real = os.fstat
    calls = 0

    def writing(descriptor: int) -> os.stat_result:
        nonlocal calls
        calls += 1
        if calls % 2 == 0 and calls <= changes * 2:
            with path.open("a", encoding="utf-8") as file:
                file.write(f"# {calls}\n")
        return real(descriptor)

    changes = source_file.MAX_READ_ATTEMPTS
    calls = -1  # the first call asks what kind of file it is
    monkeypatch.setattr(source_file.os, "fstat", writing)
    [found] = load(str(path)).diagnostics
    assert found.code == "F106"
    calls, changes = -1, 1
    assert load(str(path)).diagnostics == ()


def test_three_hundred_faults_are_all_reported_in_order() -> None:
    blocks = "".join(f"- heading: {{zh-Hans: 泉, fr: x{n}}}\n" for n in range(300))
    found = load_text(whole(BODY, blocks)).diagnostics
    assert len([d for d in found if d.code == "S307"]) == 300
    assert [(d.line, d.column) for d in found] == sorted((d.line, d.column) for d in found)


def test_the_document_is_up_to_date() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == rules_markdown()


@pytest.mark.parametrize("code", RULES)
def test_an_explanation_has_the_severity_and_both_examples(code: str) -> None:
    text = explanation(code)
    assert text.startswith(f"{code} ({RULES[code].severity}): ")
    assert all(line.strip() in text for line in PAGES[code].bad.splitlines())
