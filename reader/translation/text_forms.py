"""The ways a text is written in an issue file, and as a string in the files of translators."""

from __future__ import annotations

from reader.gate import clean
from reader.model.kept_lines import parse_code, parse_verse, render_verse
from reader.model.language import is_ideographic
from reader.model.markup import parse, parse_plain
from reader.model.markup_writing import render
from reader.model.text import Prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    TextForm = Literal["marked", "plain", "verse", "code"]
    """Way a text is read: with markup, without, by lines with markup, exactly as it is."""

_READ: dict[TextForm, Callable[[str, bool | None], Prose]] = {
    "marked": parse,
    "plain": parse_plain,
    "verse": parse_verse,
    "code": parse_code,
}


def written(prose: Prose, form: TextForm) -> str:
    """Returns a text as an issue file has it."""
    if form == "marked":
        return render(prose)
    return render_verse(prose) if form == "verse" else prose.text


def read_as(written: str, form: TextForm, language: str) -> Prose:
    """Returns the text that a source of an issue file is in a language."""
    return _READ[form](clean(written), is_ideographic(language))


def settled(value: Prose | str, form: TextForm, language: str) -> Prose | None:
    """Returns the text of a file as an issue has it; None if the issue would lose characters of it.

    Args:
        value: The text, or a source with the markup of issue files.
        form: How it is read.
        language: Its language.
    """
    if isinstance(value, str):
        return read_as(value, form, language)
    prose = Prose(clean(value.text), value.spans if form in ("marked", "verse") else ())
    found = read_as(written(prose, form), form, language)
    return found if "".join(found.text.split()) == "".join(prose.text.split()) else None
