"""Drafts of printed pages, and the texts in them."""

from reader.importing.pdf.pipeline import read_pdf


def read(press, tmp_path):
    """Imports the file of a press."""
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    return read_pdf(str(path))


def texts(found, kind, tag="zh-Hans"):
    """Returns the texts of a kind of block in the bodies of all articles."""
    return [each.text for article in found.articles for each in article.body.get(tag, ()) if each.kind == kind]


def notes_of(found):
    """Returns the texts of all notes."""
    notes = [aside for article in found.articles for aside in article.asides if aside.kind == "note"]
    return [text for note in notes for texts in note.texts.values() for text in texts]
