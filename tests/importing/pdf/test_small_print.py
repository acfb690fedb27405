"""Small print in a column of text: code, abstracts with a dash, and headings in small capitals."""

from reader.importing.pdf.pipeline import read_pdf
from tests.importing import scenes
from tests.importing.press import BOLD, TIMES, Press


def article(press, tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    return read_pdf(str(path)).articles[0]


def test_small_lines_of_code_between_the_lines_of_a_column_are_text_of_it(tmp_path):
    press = Press()
    press.flow([(60, 80, 420, 200)], [("para", text) for text in scenes.EN[:6]], TIMES, 10, 12)
    for at, line in enumerate(
        (
            "The lamps of the ferry are lit by a command that the harbour master gives in the",
            "evening, before the last boat is at its pier and the gates of the quay are closed:",
        )
    ):
        press.text(60, 290 + 12 * at, line, TIMES, 10)
    press.text(60, 314, "lamps --light --pier north --until the morning comes and all are home", TIMES, 9)
    press.flow([(60, 340, 420, 200)], [("para", text) for text in scenes.EN[6:10]], TIMES, 10, 12)
    found = article(press, tmp_path)
    assert not found.figures
    assert "lamps --light --pier north" in " ".join(block.text for block in found.body["en"])


def test_small_items_as_wide_as_the_column_are_text(tmp_path):
    press = Press()
    press.flow([(60, 80, 420, 200)], [("para", text) for text in scenes.EN[:6]], TIMES, 10, 12)
    press.flow([(70, 300, 410, 60)], [("para", f"{scenes.EN[12]} {scenes.EN[13]}")], TIMES, 9, 11, indent=0)
    press.flow([(60, 380, 420, 200)], [("para", text) for text in scenes.EN[6:10]], TIMES, 10, 12)
    found = article(press, tmp_path)
    assert not found.figures
    assert not found.asides


def test_numbered_small_capitals_over_text_head_it(tmp_path):
    press = Press()
    press.flow([(60, 80, 420, 200)], [("para", text) for text in scenes.EN[:6]], TIMES, 10, 12)
    press.text(230, 330, "II. ", TIMES, 10)
    press.text(246, 330, "LAMPS OF THE FERRY", TIMES, 8)
    press.flow([(60, 340, 420, 200)], [("para", text) for text in scenes.EN[6:10]], TIMES, 10, 12)
    found = article(press, tmp_path)
    assert [block.text for block in found.body["en"] if block.kind == "heading"] == ["II. LAMPS OF THE FERRY"]


def test_an_abstract_after_a_dash_is_text(tmp_path):
    press = Press()
    press.text(150, 70, "The Lamps of the Ferry", BOLD, 20)
    press.flow([(60, 120, 420, 60)], [("para", f"Abstract—{scenes.EN[0]} {scenes.EN[1]}")], TIMES, 9, 11)
    press.flow([(60, 240, 420, 300)], [("para", text) for text in scenes.EN[2:10]], TIMES, 10, 12)
    found = article(press, tmp_path)
    assert found.body["en"][0].text.startswith("Abstract—")


def test_a_small_indented_paragraph_between_those_of_a_column_is_text(tmp_path):
    press = Press()
    top = press.flow([(60, 80, 420, 170)], [("para", text) for text in scenes.EN[:6]], TIMES, 10, 12)
    small = [("para", " ".join(scenes.EN[12:16]))]
    end = press.flow([(78, top + 16, 384, 100)], small, TIMES, 8.8, 11, indent=0)
    press.flow([(60, end + 18, 420, 200)], [("para", text) for text in scenes.EN[6:10]], TIMES, 10, 12)
    found = article(press, tmp_path)
    assert not found.figures
    assert not found.asides


def test_small_lines_of_a_page_without_pictures_are_notes(tmp_path):
    press = Press()
    press.text(150, 70, "The Lamps of the Ferry", BOLD, 20)
    press.text(210, 96, "The boatmen of the quay, 1958", TIMES, 8)
    press.flow([(60, 120, 420, 300)], [("para", text) for text in scenes.EN[2:10]], TIMES, 10, 12)
    press.text(60, 560, "Printed for the members of the ferry", TIMES, 8)
    found = article(press, tmp_path)
    assert not found.figures
    assert "Printed for the members of the ferry" in [" ".join(each.texts["en"]) for each in found.asides]
