"""No character of a PDF is lost: neither in what is found on its pages nor in the draft."""

import string
import tempfile
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.drafting import drafted
from reader.importing.objects import as_object
from reader.importing.pdf.page.document import PdfDocument
from reader.importing.pdf.pipeline import read_pdf
from reader.model.raised_text import on_the_line
from reader.source import load_text
from reader.source.writer import dump
from tests.drawing import examples
from tests.importing.layouts import LAYOUTS
from tests.importing.press import BOLD, MING, SONG, TIMES, Press
from tests.importing.scenes import SCENES

HYPHENS = "-\u00ad"
"""Those at line ends that only divide a word are taken out on purpose."""


def strings(value):
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for key, inner in value.items() if key not in ("type", "doubt", "page") for text in strings(inner)]
    return [text for inner in value for text in strings(inner)] if isinstance(value, list | tuple) else []


def chars(text):
    """Counts characters; superior and inferior ones are those on the line."""
    plain = on_the_line(on_the_line(text, "superior"), "inferior")
    return Counter(char for char in plain if not char.isspace() and char not in HYPHENS)


def lost(path):
    """Returns the characters of a file's first page that are missing in what was found, and in the draft."""
    page = PdfDocument(path).page(1)
    printed = chars("".join(glyph.char for glyph in (*page.glyphs, *page.sideways)))
    found = read_pdf(path)
    draft = drafted(found, "draft")
    text = dump(draft.issue, draft.notes)
    loaded = load_text(text)
    assert not loaded.errors
    assert loaded.issue == draft.issue
    return printed - chars("".join(strings(as_object(found)))), printed - chars(text)


@pytest.mark.parametrize("scene", SCENES + LAYOUTS, ids=lambda scene: scene.__name__)
def test_pages_as_they_are_made_up(scene, tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(scene(21)[0].data())
    assert lost(str(path)) == (Counter(), Counter())


WORDS = st.text(string.ascii_letters + string.digits + " .,-/:", min_size=1, max_size=40)
HAN = st.text("山水火土金木人口手日月，。：、“”《》图文问答12 ", min_size=1, max_size=30)
LINES = st.tuples(
    st.integers(0, 45),
    st.integers(1, 66),
    st.sampled_from([5.0, 7.5, 9.0, 9.6, 14.0, 24.0, 48.0]),
    st.one_of(
        st.tuples(WORDS, st.sampled_from([TIMES, BOLD])),
        st.tuples(HAN, st.sampled_from([SONG, MING])),
        st.tuples(st.sampled_from(["图 / 李山", "Photo by Ann Lee", "文 / 王水", "12", "A", "山"]), st.just(SONG)),
    ),
    st.booleans(),
)


@examples(40)
@given(
    st.lists(LINES, min_size=1, max_size=25, unique_by=(lambda line: line[0], lambda line: line[1])),
    st.sampled_from([(595, 808), (1190, 808)]),
)
def test_lines_strewn_over_a_page(lines, size):
    """No two on one baseline: a character that is drawn twice in one place is one in bold, and is told once."""
    press = Press(size)
    for column, row, points, (text, font), is_turned in lines:
        x, y = 12 * column, 12 * row
        if is_turned:
            press.canvas.saveState()
            press.canvas.translate(x, 400)
            press.canvas.rotate(90)
            press.text(0, press.height, text, font, points)
            press.canvas.restoreState()
        else:
            press.text(x, y, text, font, points)
    press.text(46, 400, "页", SONG, 9)
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(press.data())
        file.flush()
        assert lost(file.name) == (Counter(), Counter())
