from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from reader.confined import Confined
from reader.importing.pdf import confined_pdf
from reader.source import load
from tests.importing.documents.cases import CASES
from tests.importing.documents.dialects import PICTURE
from tests.importing.press import SONG, TIMES, Press
from tests.importing.scenes import boxed, three_and_three

if TYPE_CHECKING:
    from tests.cli.conftest import Run


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "august.pdf"
    path.write_bytes(three_and_three(3)[0].data())
    return path


def test_a_draft_is_printed(run: Run, page: Path, tmp_path: Path) -> None:
    code, out, err = run("import", str(page))
    assert (code, err) == (0, "")
    (tmp_path / "august.yaml").write_text(out, "utf-8")
    loaded = load(str(tmp_path / "august.yaml"))
    assert loaded.errors == ()
    assert loaded.issue
    assert loaded.issue.sections[0].articles[0].title.plain("en") == "A Pan on the Hill"


def test_a_draft_is_written_once_and_checks(run: Run, page: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft-01.yaml"
    code, out, err = run("import", str(page), "-o", str(draft))
    assert (code, out) == (0, f"{draft}\n")
    assert err == "1 article, 2 figures; look at the comments, then: reader check\n"
    checked = run("check", str(draft))
    assert checked.code == 0
    for word in ("刊名", "1月刊"):
        assert f"'{word}' is a text of the template" in checked.out
    assert run("fmt", "--check", str(draft)).code == 0
    before = draft.read_bytes()
    assert run("import", str(page), "-o", str(draft)) == (
        2,
        "",
        f"reader: {draft}: is there already, and is left as it is\n",
    )
    assert draft.read_bytes() == before


@pytest.mark.parametrize("name", ["-", "/dev/stdout"])
def test_a_draft_for_the_standard_output_is_printed(
    run: Run, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("import", str(page), "-o", name) == run("import", str(page))
    assert not (tmp_path / "-").exists()


def test_articles_are_added_to_an_issue(run: Run, page: Path, tmp_path: Path) -> None:
    issue = tmp_path / "issue-01.yaml"
    run("new", str(tmp_path / "issue-01"))
    before = issue.read_text("utf-8")
    for name in ("a-pan-on-the-hill", "a-pan-on-the-hill-2"):
        code, out, _ = run("import", str(page), "--into", str(issue), "--section", "first-section")
        assert (code, out) == (0, f"issue-01/{name}\n")
    assert before.partition("\n\n# glossary")[0] in issue.read_text("utf-8")
    assert run("check", str(issue)).code == 0
    code, _, err = run("import", str(page), "--into", str(issue), "--section", "nowhere")
    assert (code, "there is no section 'nowhere'" in err) == (2, True)


def test_as_json(run: Run, page: Path) -> None:
    code, out, _ = run("import", str(page), "--json")
    found = json.loads(out)
    assert code == 0
    assert found["articles"][0]["title"] == {"zh": "山上的锅", "en": "A Pan on the Hill"}
    assert all(0 <= block["confidence"] <= 1 for block in found["articles"][0]["zh"])


def test_every_key_of_its_json_is_documented(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(boxed(2)[0].data())
    page = (Path(__file__).parents[3] / "docs" / "IMPORTING.md").read_text("utf-8")

    def keys(value: object) -> set[str]:
        if isinstance(value, list):
            return set().union(*map(keys, value))
        return set(value).union(*map(keys, value.values())) if isinstance(value, dict) else set()

    assert {key for key in keys(json.loads(run("import", str(path), "--json").out)) if f"`{key}`" not in page} == set()


def test_pages_of_a_file(run: Run, tmp_path: Path) -> None:
    press = Press()
    for number in (1, 2, 3):
        press.text(46, 100, f"第{number}张纸上的一句话。", SONG, 9)
        press.next_page()
    path = tmp_path / "three.pdf"
    path.write_bytes(press.data())
    out = run("import", str(path), "--pages", "2-3", "--json").out
    assert ("第1张" in out, "第2张" in out, "第3张" in out) == (False, True, True)
    code, out, err = run("import", str(path), "--pages", "9")
    assert (code, out) == (2, "")
    assert "has no page 9" in err
    assert "--pages takes pages such as" in run("import", str(path), "--pages", "3-2").err


def pictured(path: Path, *captions: tuple[str, str, str], size: tuple[int, int] = (80, 60)) -> None:
    """Writes a page with pictures, each under the other in a colour of its own, and captions under them."""
    press = Press()
    for at, (zh, en, colour) in enumerate(captions):
        picture = ImageReader(Image.new("RGB", size, colour))
        press.canvas.drawImage(picture, 46, press.height - 290 - 230 * at, 200, 150)
        press.text(46, 300 + 230 * at, zh, SONG, 7.6)
        press.text(46, 311 + 230 * at, en, TIMES, 7.6)
    text = "守灯的人换了四代，每一代都在门框上刻下身高。"
    press.flow([(300, 140, 200, 300)], [("para", text)] * 4, SONG, 9.5, 16)
    path.write_bytes(press.data())


def test_pictures_lie_beside_the_draft(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "light.pdf"
    pictured(path, ("灯塔下的路", "The road below the lighthouse", "red"))
    run("import", str(path), "-o", str(tmp_path / "light.yaml"))
    loaded = load(str(tmp_path / "light.yaml"))
    assert loaded.issue
    figure = loaded.issue.sections[0].articles[0].figures[0]
    assert figure.caption.plain("en") == "The road below the lighthouse"
    assert Image.open(tmp_path / "light" / figure.file).size == (80, 60)
    assert run("check", str(tmp_path / "light.yaml")).code == 0
    assert {found.code for found in loaded.diagnostics} == {"T706"}  # the name of the section is to be written


@pytest.mark.parametrize("size", [(16_001, 1), (5000, 5000)])
@pytest.mark.parametrize("into", [False, True])
def test_a_picture_beyond_a_bound_is_left_out_and_told(
    run: Run, tmp_path: Path, size: tuple[int, int], into: bool
) -> None:
    path, draft = tmp_path / "light.pdf", tmp_path / "light.yaml"
    pictured(path, ("灯塔下的路", "The road below the lighthouse", "red"), size=size)
    if into:
        (tmp_path / "note.txt").write_text("渡船每天开两班，早上一班，傍晚一班。\n", "utf-8")
        assert run("import", str(tmp_path / "note.txt"), "-o", str(draft)).code == 0
    code, _, err = run("import", str(path), *(("--into", str(draft)) if into else ("-o", str(draft))))
    sentence = "page 1: a picture has more than 24,000,000 pixels, or 16,000 on a side; left out"
    assert code == 1
    assert f"light.pdf: {sentence}\n" in err
    loaded = load(str(draft))
    assert loaded.issue
    assert [figure.file for _, article in loaded.issue.articles() for figure in article.figures] == [""]
    assert into or sentence in draft.read_text("utf-8")
    assert not (tmp_path / "light").exists()


def test_a_picture_without_a_caption_is_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "light.pdf"
    pictured(path, ("灯塔下的路", "The road below the lighthouse", "red"), ("", "", "blue"))
    out = run("import", str(path)).out
    assert "page 1 has a picture without a caption: not in the draft" in out
    (tmp_path / "note.txt").write_text("渡船每天开两班，早上一班，傍晚一班。\n", "utf-8")
    notes = json.loads(run("import", str(path), str(tmp_path / "note.txt"), "--json").out)["notes"]
    assert "light.pdf: page 1 has a picture without a caption: not in the draft" in notes


def test_pictures_of_several_sources_are_tied_to_their_captions(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    pictured(tmp_path / "a" / "page.pdf", ("灯塔", "The lighthouse", "red"), ("码头", "The pier", "lime"))
    pictured(tmp_path / "b" / "page.pdf", ("渔船", "A fishing boat", "blue"))
    (tmp_path / "note.txt").write_text("渡船每天开两班，早上一班，傍晚一班。\n", "utf-8")
    sources = (tmp_path / "a" / "page.pdf", tmp_path / "note.txt", tmp_path / "b" / "page.pdf")
    draft = tmp_path / "harbour.yaml"
    assert run("import", *map(str, sources), "-o", str(draft)).code == 0
    loaded = load(str(draft))
    assert loaded.issue
    colours = {}
    for article in loaded.issue.sections[0].articles:
        for figure in article.figures:
            with Image.open(tmp_path / "harbour" / figure.file) as image:
                colours[figure.caption.plain("en")] = image.getpixel((5, 5))
    assert colours == {"The lighthouse": (255, 0, 0), "The pier": (0, 255, 0), "A fishing boat": (0, 0, 255)}
    assert run("check", str(draft)).code == 0


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"\xff\xfe\x00", "is damaged: it is no UTF-16"),
        (b"a\x00b", "is no text"),
        (b"%PDF-1.7\nnothing", "is no PDF, or a damaged one"),
    ],
)
def test_what_cannot_be_imported_is_told_in_a_line(run: Run, tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "source"
    path.write_bytes(data)
    code, out, err = run("import", str(path))
    assert (code in (1, 2), out, err.count("\n")) == (True, "", 1)
    assert message in err


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        ([], "import needs a PDF"),
        (["nope.pdf"], "nope.pdf is not there"),
        (["."], ". is a folder"),
        (["x", "--into", "a", "--json"], "without -o and --json"),
        (["x", "--section", "Not An Id"], ""),
    ],
)
def test_wrong_usage(run: Run, argv: list[str], message: str) -> None:
    code, out, err = run("import", *argv)
    assert (code, out) == (2, "")
    assert message in err


def test_without_the_extra_it_is_named(run: Run, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (page.parent / "pypdfium2.py").write_text("raise ImportError")
    monkeypatch.setenv("PYTHONPATH", str(page.parent))
    process = Confined(confined_pdf.HANDLER, confined_pdf.LIMITS)
    monkeypatch.setattr(confined_pdf, "_process", lambda: process)
    code, out, err = run("import", str(page))
    process.close()
    assert (code, out) == (2, "")
    assert "pip install '.[import]' in a clone" in err
    assert f"{sys.executable} -m pip install pypdfium2" in err
    assert "pip install pypdfium2" in run("import", "--help").out


def test_a_text_on_the_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "渡船每天开两班，早上一班，傍晚一班。\nThe ferry leaves twice a day, at dawn and at dusk.\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    code, out, _ = run("import", "-")
    assert code == 0
    assert "渡船每天开两班" in out
    assert "The ferry leaves twice a day" in out


def test_two_documents_become_a_draft_with_their_pictures(run: Run, tmp_path: Path) -> None:
    case = CASES["md-pair-gaps"]()
    for name, data in case.files.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "landing.png").write_bytes(PICTURE)
    draft = tmp_path / "ferry.yaml"
    code, out, err = run("import", "--pair", *(str(tmp_path / name) for name in case.files), "-o", str(draft))
    assert (code, out) == (0, f"{draft}\n")
    assert err == "1 article, 1 figure; look at the comments, then: reader check\n"
    loaded = load(str(draft))
    assert loaded.issue
    (article,) = loaded.issue.sections[0].articles
    assert article.title.plain("zh-Hans") == case.story.title.one
    assert [figure.file for figure in article.figures] == ["one-landing.png"]
    assert (tmp_path / "ferry" / "one-landing.png").read_bytes() == PICTURE
    assert run("check", str(draft)).code == 0


def test_a_picture_of_the_second_source_alone_comes_from_its_folder(run: Run, tmp_path: Path) -> None:
    for side, text in (
        ("a", "# 桥\n\n桥很老。\n"),
        ("b", "# The Bridge\n\nThe bridge is old.\n\n![A plan](plan.png)\n"),
    ):
        (tmp_path / side).mkdir()
        (tmp_path / side / "text.md").write_text(text, "utf-8")
    (tmp_path / "b" / "plan.png").write_bytes(PICTURE)
    draft = tmp_path / "bridge.yaml"
    sources = [str(tmp_path / side / "text.md") for side in ("a", "b")]
    assert run("import", "--pair", *sources, "-o", str(draft)).code == 0
    loaded = load(str(draft))
    assert loaded.issue
    assert [figure.file for figure in loaded.issue.sections[0].articles[0].figures] == ["text-plan.png"]
    assert (tmp_path / "bridge" / "text-plan.png").read_bytes() == PICTURE
    found = json.loads(run("import", "--pair", *sources, "--json").out)
    assert found["articles"][0]["pairs"][-1] == {"kind": "figure", "en": "A plan", "picture": "plan.png"}


def test_the_kind_and_the_languages_of_a_document_may_be_given(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "words"
    path.write_text("Bread; Brot\nWater and wine; Wasser und Wein\nThe end; Das Ende\n", "utf-8")
    found = json.loads(run("import", str(path), "--from", "csv", "--json").out)
    assert found["articles"][0]["pairs"][0]["kind"] == "table"
    case = CASES["tmx-three"]()
    (tmp_path / "text.tmx").write_bytes(case.files["text.tmx"])
    found = json.loads(run("import", str(tmp_path / "text.tmx"), "--languages", "fr,en", "--json").out)
    assert found["languages"] == ["fr", "en"]
    assert len(found["unplaced"]) == len(case.story.parts)


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["--pair", "a.md"], "--pair takes two sources"),
        (["a.md", "--languages", "en"], "--languages takes two tags"),
        (["a.md", "--from", "docbook"], "--from takes"),
    ],
)
def test_wrong_usage_for_documents(run: Run, argv: list[str], message: str) -> None:
    code, out, err = run("import", *argv)
    assert (code, out) == (2, "")
    assert message in err


def test_an_empty_name_is_wrong_usage(run: Run) -> None:
    done = run("import", "")
    assert (done.code, done.err) == (
        2,
        "reader: import was given an empty name; it takes files, or - for the standard input\n",
    )


def test_a_document_without_text_is_told_in_a_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.write_text("<html><body><script>x</script></body></html>", "utf-8")
    assert run("import", str(path)) == (1, "", f"reader: {path} has no text\n")


def test_prose_of_one_language_is_a_list_of_blocks_with_letters_for_ligatures(run: Run, tmp_path: Path) -> None:
    words = "The ﬁrst oﬃce was on the second ﬂoor of the house, and all of the staﬀ went there every morning at nine."
    path = tmp_path / "office.txt"
    path.write_text(f"The First Office\n\n{words}\n\n{words}\n", encoding="utf-8")
    [article] = json.loads(run("import", str(path), "--json").out)["articles"]
    plain = words.replace("ﬁ", "fi").replace("ﬃ", "ffi").replace("ﬂ", "fl").replace("ﬀ", "ff")
    assert [block["text"] for block in article["en"]] == [plain, plain]
    assert [pair["en"] for pair in article["pairs"]] == [plain, plain]
    assert article["zh"] == []
