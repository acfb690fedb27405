"""Biographies of authors beside their portraits, with the addresses under them."""

import pytest

from reader.importing.pdf.blocks.text_blocks import block_of
from reader.importing.pdf.pipeline import read_pdf
from reader.importing.pdf.roles.biographies import begins_biography, with_biographies
from reader.importing.pdf.roles.regions import Region
from reader.importing.pdf.text_lines.text_line import TextLine
from reader.importing.scripts import HAN
from tests.importing import scenes
from tests.importing.press import SONG, Press

LIFE = "周明远（1980-），教授，主要研究领域为渡口的灯光。"


def region(text, top, left=50.0, role="caption"):
    return Region(block_of([TextLine(text, left, 200, top + 8, 10, "Roman", False, 0, HAN)]), role)


@pytest.mark.parametrize(
    "text",
    [
        LIFE,
        "周明远，男，1980年生，博士，主要研究灯光。",
        "林　溪 (1994.03—), 女, 硕士研究生。",
        "Ming Zhou (1980-), professor of river studies.",
        "Ming Zhou received the B.S. degree in 2001.",
    ],
)
def test_a_name_with_a_birth_and_a_career_begins_a_biography(text):
    assert begins_biography(text)


@pytest.mark.parametrize(
    "text",
    [
        "周明远（1881—1936），教授，摄于渡口。",
        "周明远教授（左）和他的硕士研究生在渡口",
        "林溪，女，在桥上看灯。",
        "Ming Zhou, professor of river studies, at the ferry",
        "The ferry (1980), a picture for research",
    ],
)
def test_a_caption_with_a_name_begins_none(text):
    assert not begins_biography(text)


@pytest.mark.parametrize(
    ("byline", "text", "role"),
    [
        ("por Anna Beck", "Anna Maria Beck, 33 anos, é engenheira e mora no porto velho.", "other"),
        ("文/周明远", "周明远，渡口小学的老师，写了三本关于灯的书。", "other"),
        ("por Anna Beck", "Anna Beck no porto", "caption"),
        ("By Karl Marsh", "Anna Beck and her boat in the old harbour of the ferry.", "caption"),
    ],
)
def test_a_text_by_a_portrait_that_begins_with_the_name_of_the_writer_is_about_the_writer(byline, text, role):
    found = with_biographies([region(byline, 20, role="byline"), region(text, 50)])
    assert [each.role for each in found] == ["byline", role]


def test_addresses_close_under_a_biography_are_of_it():
    mail, far, beside = (
        region("E-mail: zhou@example.org", 62),
        region("E-mail: lin@example.org", 200),
        region("E-mail: lin@example.org", 62, 220),
    )
    found = with_biographies([region(LIFE, 50), mail, far, beside])
    assert [each.role for each in found] == ["other", "caption", "caption"]
    assert [line.text for line in found[0].block.lines] == [LIFE, "E-mail: zhou@example.org"]


def test_biographies_beside_portraits_are_no_captions(tmp_path):
    press = Press()
    press.flow([(46, 80, 240, 640)], [("para", text) for text in scenes.ZH[:5]], SONG, 10.5, 17)
    for top, name in ((400, "周明远"), (540, "林溪")):
        press.picture(310, top, 70, 90)
        press.text(390, top + 10, f"{name}（1980-），教授，主要研究领域为", SONG, 7.5)
        press.text(390, top + 24, "渡口的灯光。", SONG, 7.5)
        press.text(390, top + 38, f"E-mail: {len(name)}@example.org", SONG, 7.5)
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    found = read_pdf(str(path))
    assert not any(figure.caption for article in found.articles for figure in article.figures)
    asides = [aside.texts["zh-Hans"] for article in found.articles for aside in article.asides]
    assert asides == [
        ("周明远（1980-），教授，主要研究领域为渡口的灯光。E-mail: 3@example.org",),
        ("林溪（1980-），教授，主要研究领域为渡口的灯光。E-mail: 2@example.org",),
    ]
