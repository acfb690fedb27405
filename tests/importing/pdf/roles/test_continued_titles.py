"""Articles that go on from another page: their titles say so."""

import pytest

from reader.importing.pdf.blocks.text_blocks import block_of
from reader.importing.pdf.roles.continued_titles import with_continued_titles
from reader.importing.pdf.roles.regions import Region
from reader.importing.pdf.text_lines.text_line import TextLine
from reader.importing.scripts import LATIN


def region(text, top, role=None, size=10.0, bold=False):
    lines = [
        TextLine(line, 50, 300, top + 1.2 * size * (at + 1), size, "Roman", bold, 0, LATIN)
        for at, line in enumerate(text.splitlines())
    ]
    return Region(block_of(lines), role)


def roles(*regions):
    return [each.role for each in with_continued_titles(regions)]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Old bridges (cont. from page 2)", "title"),
        ("Old bridges – continued from front page", "title"),
        ("Alte Brücken (Fortsetzung von Seite 3)", "title"),
        ("Les vieux ponts (suite de la page 4)", "title"),
        ("渡口的灯光与桥（上接第1版）", "title"),
        ("Continued from page 2", "running"),
        ("Continued on page 3", None),
        ("We continued from there", None),
    ],
)
def test_a_line_that_says_where_its_article_began_is_a_title_if_it_names_it(line, role):
    below = "body" if role == "title" else None
    assert roles(region(line, 50, bold=True), region("The lamps are lit\nfrom June.", 70)) == [role, below]


def test_small_texts_under_such_a_title_run_on_up_to_the_next_head():
    title = region("Old bridges (cont. from page 2)", 50, "heading", bold=True)
    small = region("The lamps are lit\nfrom June.", 70, size=7.0)
    head, far = region("Boats", 110, bold=True), region("Text in a box", 140, size=7.0)
    assert roles(title, small, head, far) == ["title", "body", None, None]
