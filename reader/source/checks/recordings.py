"""Checks of recordings: their files, the passages that they name, and the times of these (R415 to R418)."""

from __future__ import annotations

import os

from reader.gate import quoted
from reader.model.magazine import FreeBody
from reader.model.passage import passages, streams
from reader.model.recording import clock_text
from reader.picture_paths import leads_out

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.magazine import Article, Issue
    from reader.model.recording import Recording
    from reader.source.schema.load_context import LoadContext


def check_recording_files(issue: Issue, context: LoadContext) -> None:
    """Reports recordings that are missing in the issue's folder, or links out of it."""
    folder = os.path.splitext(context.source.path)[0]
    for recording in (each for _, article in issue.articles() for each in article.audio):
        node = context.node(recording, "file")
        path = os.path.join(folder, recording.file)
        if not os.path.isfile(path):
            hint = f"it belongs in the folder {os.path.basename(folder)}"
            context.report("R415", node, f"the recording {quoted(recording.file)} is missing", hint)
        elif leads_out(folder, path):
            message = f"the recording {quoted(recording.file)} is a link out of the folder"
            context.report("R416", node, message, "copy the recording itself into the folder")


def check_starts(article: Article, context: LoadContext) -> None:
    """Reports passages of recordings that the article has not, and times that go back."""
    for recording in article.audio:
        if not recording.starts:
            continue
        numbers, names = _anchors(article, recording)
        is_whole = not context.lost_within(article)  # else the passages have other numbers
        before = -1
        for start in recording.starts:
            node = context.node(start)
            if is_whole and start.anchor not in numbers and start.anchor not in names:
                message = f"the recording {quoted(recording.file)} names {quoted(start.anchor)}, which is not there"
                near = context.suggestion(start.anchor, sorted(names))
                context.report("R417", node, message, near or "write the id of a block, or its number, as p12")
            if start.milliseconds <= before:
                message = f"{quoted(start.anchor)} begins at {clock_text(start.milliseconds)}, not after the one before"
                context.report("R418", node, message, "write passages in the order in which they are heard")
            before = start.milliseconds


def _anchors(article: Article, recording: Recording) -> tuple[set[str], set[str]]:
    """Returns the numbers and the ids of the passages that a recording may name."""
    side = recording.language if isinstance(article.body, FreeBody) else ""
    numbers = {anchor for stream in streams(article, side) for anchor in stream.number_anchors()}
    return numbers, {passage.anchor for passage in passages(article, side)} - numbers
