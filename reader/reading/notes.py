"""The end of writing a note: chooses the mark to keep."""

from __future__ import annotations

from reader.marks.mark import NOTE, deleted, edited

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.marks.mark import Mark


def finished_note(before: Mark, last: Mark, text: str | None, *, is_new: bool, is_drafted: bool) -> Mark | None:
    """Returns the mark to keep after its note was written; None if nothing has changed.

    A mark of kind ``note`` without a text is deleted; a new mark whose note is dropped is not kept.

    Args:
        before: The mark before its note was written.
        last: The mark as it was kept last, perhaps with a draft of the note.
        text: The text that was written; None if it was dropped.
        is_new: Whether the mark was made for this note.
        is_drafted: Whether a draft has been kept.
    """
    if text is None:
        if not is_drafted:
            return None
        return deleted(last) if is_new else edited(last, note=before.note)
    if not text.strip() and before.kind == NOTE:
        return deleted(last) if is_drafted or not is_new else None
    is_changed = is_drafted or text != before.note
    return edited(last, note=text.rstrip()) if is_changed and (text.strip() or before.note) else None
