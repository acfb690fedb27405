"""Names under the last text of a page: a signature has the size of the text, a headline is larger."""

import pytest

from reader.importing.pdf.blocks.text_blocks import block_of
from reader.importing.pdf.roles.authors import with_authors
from reader.importing.pdf.roles.regions import Region
from reader.importing.pdf.text_lines.text_line import TextLine
from reader.importing.scripts import LATIN


def region(text, top, size=10.0, role="body"):
    lines = [
        TextLine(line, 50, 50 + 5 * len(line), top + 1.2 * size * (at + 1), size, "Bold", role != "body", 0, LATIN)
        for at, line in enumerate(text.splitlines())
    ]
    return Region(block_of(lines), role)


@pytest.mark.parametrize(("size", "role"), [(10.0, "byline"), (11.0, "byline"), (16.0, "heading")])
def test_a_bold_name_under_the_last_text_is_its_signature_unless_it_is_as_large_as_a_head(size, role):
    text = region("The lamps are lit from June.\nThey go out in May.", 60)
    found = with_authors([text, region("Green Lamp Society\nSteps Back from its Plan", 120, size, "heading")])
    assert [each.role for each in found] == ["body", role]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Anna Beck\nMail: anna@example.org", [("byline", "Anna Beck"), ("other", "Mail: anna@example.org")]),
        ("Anna Beck\nKarl Marsh", [("byline", "Anna Beck Karl Marsh")]),
        ("Salt Pans\nWrite to anna@example.org in time.", [("body", "Salt Pans Write to anna@example.org in time.")]),
    ],
)
def test_a_name_over_its_address_in_one_text_under_a_title_is_the_byline(text, parts):
    body = region("The lamps are lit from June.\nThey go out in May.", 160)
    found = with_authors([region("Salt", 60, 18.0, "title"), region(text, 100), body])
    assert [(each.role, each.block.text) for each in found[1:-1]] == parts
