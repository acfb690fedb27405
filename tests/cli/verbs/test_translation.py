"""``reader translation``: the file that is written, the translations that come back, and those that are refused."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.source.loading import load

if TYPE_CHECKING:
    from tests.cli.conftest import Run

SPRINGS = "springs.yaml"


def exported(run: Run, form: str, target: str = "springs") -> Path:
    path = Path(f"out.{form}")
    assert run("translation", "export", target, "--to", "en", "--format", form, "-o", str(path)).code == 0
    return path


def swap(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize("form", ["xliff", "po", "tmx", "csv"])
def test_a_new_translation_is_the_only_change(run: Run, folder: Path, form: str) -> None:
    before = (folder / SPRINGS).read_bytes()
    path = exported(run, form)
    assert run("translation", "import", str(path)).code == 0
    assert (folder / SPRINGS).read_bytes() == before
    swap(path, "Three stages", "Three steps")
    assert run("translation", "import", str(path), "--diff").code == 1
    assert (folder / SPRINGS).read_bytes() == before
    assert run("translation", "import", str(path)).code == 0
    after = (folder / SPRINGS).read_bytes()
    recorded = re.search(rb"\n        translated:(?:\n {10,}.*|\n| \{.*)*?(?=\n        body)", after)
    assert recorded
    assert after.replace(recorded[0], b"") == before.replace(b"Three stages", b"Three steps")
    assert "stale" not in run("status", str(folder / SPRINGS)).out


def test_a_free_body_that_is_not_in_the_file_is_named(run: Run) -> None:
    done = run("translation", "export", "springs/drivers", "--to", "en", "-o", "out.po")
    assert done.code == 0
    assert "springs/drivers: the body has a text of its own in each language; only titles" in done.err
    for target, language in (("springs/water", "en"), ("springs/drivers", "zh-Hans")):
        assert "of its own" not in run("translation", "export", target, "--to", language, "-o", "out.po").err


ONE_LANGUAGE = """
format: 1
id: one
languages: [zh-Hans, en]
magazine: {zh-Hans: 刊, en: M}
label: {zh-Hans: 一, en: One}
sections:
  - id: s
    title: {zh-Hans: 栏, en: S}
    articles:
      - id: a
        title: {zh-Hans: 题, en: T}
        body:
""".lstrip()
FILLED = {
    "xliff": ('一段。</source>\n        <target state="needs-translation">', "A paragraph."),
    "po": ('msgid "一段。"\nmsgstr "', "A paragraph."),
    "tmx": ("<seg>一段。</seg></tuv>", '<tuv xml:lang="en"><seg>A paragraph.</seg></tuv>'),
    "csv": (",一段。,", "A paragraph."),
}
"""The text before the place of a translation in a file of each format, and the translation in it."""


@pytest.mark.parametrize("form", [*FILLED])
@pytest.mark.parametrize(
    "body", ["          zh-Hans: [一段。]\n", "          zh-Hans:\n            # kept\n            - 一段。\n"]
)
def test_a_body_in_one_language_becomes_an_aligned_one_with_its_translation(run: Run, form: str, body: str) -> None:
    issue, path = Path("one.yaml"), Path(f"out.{form}")
    issue.write_text(ONE_LANGUAGE + body, encoding="utf-8")
    done = run("translation", "export", "one.yaml", "--to", "en", "--format", form, "-o", str(path))
    assert (done.code, "body" in done.err) == (0, False)
    assert run("translation", "import", str(path), "--library", ".").code == 0
    assert issue.read_text("utf-8") == ONE_LANGUAGE + body
    before, translation = FILLED[form]
    swap(path, before, before + translation)
    assert run("translation", "import", str(path), "--library", ".").code == 0
    written = issue.read_text("utf-8")
    assert "A paragraph." in written
    assert "- zh-Hans: 一段。" in written or "- {zh-Hans: 一段。" in written
    assert ("# kept" in body) == ("# kept" in written)
    assert run("check", "one.yaml").code == 0


def test_an_article_in_brackets_is_refused_with_the_way_out(run: Run) -> None:
    issue = Path("one.yaml")
    head = ONE_LANGUAGE[: ONE_LANGUAGE.index("      - id: a")]
    issue.write_text(f"{head}      - {{id: a, title: {{zh-Hans: 题, en: T}}, body: {{zh-Hans: [一段。]}}}}\n", "utf-8")
    before = issue.read_text("utf-8")
    run("translation", "export", "one.yaml", "--to", "en", "-o", "out.po")
    swap(Path("out.po"), FILLED["po"][0], FILLED["po"][0] + "A paragraph.")
    done = run("translation", "import", "out.po", "--library", ".")
    assert (done.code, done.err.count("\n"), "reader fmt" in done.err) == (1, 1, True)
    assert issue.read_text("utf-8") == before


def test_a_missing_side_is_added_in_braces_and_in_lines(run: Run, folder: Path) -> None:
    issue = folder / SPRINGS
    swap(issue, "heading: {zh-Hans: 三个阶段, en: Three stages}", "heading: {zh-Hans: 三个阶段}")
    english = "            en: The springs keep *one temperature* all year; read [more](https://example.org/).\n"
    swap(issue, english, "")
    path = exported(run, "po")
    swap(path, 'msgid "三个阶段"\nmsgstr ""', 'msgid "三个阶段"\nmsgstr "Three: \'stages\', #1"')
    text = path.read_text("utf-8")
    at = text.index('msgstr ""', text.index('#p1"'))
    path.write_text(f'{text[:at]}msgstr "A *long* text, {"long " * 12}."{text[at + 9 :]}', "utf-8")
    assert run("translation", "import", str(path)).code == 0
    loaded = load(str(issue)).issue
    assert loaded
    article = loaded.article("water")
    assert article
    assert "{zh-Hans: 三个阶段, en: 'Three: ''stages'', #1'}" in issue.read_text("utf-8")
    assert "            en: |\n              A *long* text" in issue.read_text("utf-8")


def test_a_changed_source_is_stale_and_a_moved_one_is_found(run: Run, folder: Path) -> None:
    path = exported(run, "xliff", "springs/water")
    issue = folder / SPRINGS
    swap(issue, "趵突泉", "趵突泉群")
    swap(issue, "        body:\n", "        body:\n          - {zh-Hans: 新的一段。, en: A new one.}\n")
    swap(path, ">Baotu Spring<", ">Baotu<")
    swap(path, ">Black Tiger Spring<", ">Black Tiger<")
    code, _, err = run("translation", "import", str(path))
    assert code == 1
    line = next(n for n, words in enumerate(path.read_text("utf-8").splitlines(), 1) if "#p4" in words)
    assert err.startswith(
        f"reader: {path}:{line}:7: springs/water#p4: its source was changed or removed since the export"
    )
    text = issue.read_text("utf-8")
    assert "en: Baotu Spring" in text
    assert "en: Black Tiger}" in text


def test_the_issues_own_change_is_a_conflict(run: Run, folder: Path) -> None:
    path = exported(run, "csv")
    issue = folder / SPRINGS
    swap(issue, "Three stages", "Three phases")
    assert run("translation", "import", str(path)).code == 0
    assert "Three phases" in issue.read_text("utf-8")
    swap(path, "Three stages", "Three steps")
    code, _, err = run("translation", "import", str(path))
    assert code == 1
    assert "springs/water#p2: the issue's own translation was changed" in err
    assert "Three phases" in issue.read_text("utf-8")
    assert run("translation", "import", str(path), "--overwrite").code == 0
    assert "Three steps" in issue.read_text("utf-8")


def test_a_stale_text_is_fuzzy_until_it_is_reviewed(run: Run, folder: Path) -> None:
    issue = folder / SPRINGS
    assert run("status", str(issue), "--accept").code == 0
    swap(issue, "三个阶段", "四个阶段")
    path = exported(run, "po")
    assert path.read_text("utf-8").count("#, fuzzy\n") == 1
    before = issue.read_bytes()
    assert run("translation", "import", str(path)).code == 0
    assert issue.read_bytes() == before
    swap(path, "#, fuzzy\n", "")
    assert run("translation", "import", str(path)).code == 0
    assert issue.read_bytes() != before
    assert "stale" not in run("status", str(issue)).out


@pytest.mark.parametrize(
    ("form", "old", "new", "message"),
    [
        ("po", 'msgstr "Three stages"', 'msgstr "Three stages', "a text without its closing quotation mark"),
        ("po", 'msgid "三个阶段"', 'msgxx "三个阶段"', "expected msgctxt, msgid, msgstr or a comment"),
        ("po", "charset=UTF-8", "charset=GBK", "is in GBK; save it as UTF-8"),
        ("po", "springs/water#p2", "springs/water#p1", "springs/water#p1 is there twice, first in line"),
        ("po", "springs/water#p2", "springs/fire#p2", "the issue has no article fire"),
        ("po", "springs/water#p2", "essays/words#p2", "has texts of two issues"),
        ("po", 'msgstr "Three stages"', 'msgstr "Three[^zz] stages"', "springs/water#p2: marks a note zz, which"),
        ("po", "springs/water#p2", "../etc", "is no address of a text"),
        ("xliff", "<xliff", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><xliff', "has a type declaration"),
        ("xliff", "<xliff", "<" + "<".join(f"a{n}>" for n in range(70)) + "<xliff", "nested deeper"),
        ("xliff", ">Three stages<", ">Three < stages<", "is no XML that can be read: not well-formed"),
        ("xliff", ">Three stages<", "><g id='9'>Three stages</g><", "a mark g that the source does not have"),
        ("xliff", 'version="1.2"', 'version="2.0"', "is XLIFF of another version"),
        ("xliff", 'target-language="en"', 'target-language="fr"', "has translations into fr and en"),
        ("tmx", "<hi x=", "<hj x=", "is no XML that can be read: mismatched tag"),
        ("tmx", "<body>", "<!DOCTYPE tmx><body>", "is no XML that can be read"),
        ("csv", "Three stages", '"Three stages', "is no CSV that can be read: unexpected end of data"),
        ("csv", "language,source,", "language,sauce,", "has no column source"),
        ("csv", "Three stages", "Three, stages", "a row of 11 cells under a header of 10"),
    ],
)
def test_a_fault_of_a_file_is_one_line_and_nothing_is_written(
    run: Run, folder: Path, form: str, old: str, new: str, message: str
) -> None:
    before = (folder / SPRINGS).read_bytes()
    path = exported(run, form)
    swap(path, old, new)
    code, out, err = run("translation", "import", str(path))
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert re.match(rf"reader: {path}:\d+:\d+: ", err)
    assert message in err
    assert (folder / SPRINGS).read_bytes() == before


def test_files_that_cannot_be_read_are_told(run: Run) -> None:
    Path("gbk.po").write_bytes(b'msgid "\xd6\xd0"\nmsgstr ""\n')
    code, _, err = run("translation", "import", "gbk.po")
    assert (code, err) == (1, "reader: gbk.po:1:8: is not UTF-8\n")
    Path("other").write_text("a text", "utf-8")
    assert run("translation", "import", "other").err.startswith("reader: other:1:1: is no XLIFF, PO, TMX, TBX or CSV")
    assert run("translation", "import", "nothing.po").code == 2
    assert run("translation", "import", "/dev/null").code == 2
    assert run("translation", "export", "springs", "--to", "fr", "-o", "a.po").code == 2
    assert run("translation", "export", "springs", "--to", "en", "-o", "a.yaml").code == 2
    assert run("translation", "export", "springs", "--to", "zh-Hans", "-o", "a.tbx").code == 1
