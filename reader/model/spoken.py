"""The text of a paragraph with the name of its speaker before it."""

from __future__ import annotations

from reader.model.language import is_ideographic
from reader.model.record import replace
from reader.model.scripts import is_unspaced_text
from reader.model.text import EVERY_LANGUAGE, Prose, Span, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.magazine import Paragraph


def spoken_text(paragraph: Paragraph) -> Text:
    """Returns the text of a paragraph as it is set and searched: in each language after the name of the speaker.

    A text that is one for all languages has the languages of the name.
    """
    text, speaker = paragraph.text, paragraph.speaker
    if speaker is None:
        return text
    tags = tuple(tag for tag, _ in text.sides)
    if tags == (EVERY_LANGUAGE,):
        tags = speaker.languages
    sides = []
    for tag in tags:
        prose, name = text.get(tag) or Prose(""), speaker.plain(tag)
        sides.append((tag, _said(name, prose, tag) if name and prose.text else prose))
    return Text(tuple(sides))


def _said(name: str, prose: Prose, tag: str) -> Prose:
    """Returns a text after a name, with a colon between them unless the name ends with a mark of its own."""
    is_unspaced = is_unspaced_text(name + prose.text) if tag == EVERY_LANGUAGE else is_ideographic(tag)
    if name[-1].isalnum() or name[-1] in ')]）”"':
        lead = name + ("：" if is_unspaced else ": ")
    else:
        lead = name if is_unspaced else f"{name} "
    moved = (replace(s, start=s.start + len(lead), end=s.end + len(lead)) for s in prose.spans)
    return Prose(lead + prose.text, (Span(0, len(lead.rstrip()), "speaker"), *moved))
