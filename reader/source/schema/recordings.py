"""The type of an article's recordings: one for all languages, or one for each."""

from __future__ import annotations

import re

from reader.gate import quoted
from reader.model.address import ID_PATTERN
from reader.model.record import replace
from reader.model.recording import PassageStart, Recording, clock_text
from reader.source.nodes import Mapping
from reader.source.schema.keyed import KeyedType
from reader.source.schema.records import Key, RecordType
from reader.source.schema.values import LineType, ValueType, WordType, by_language, noun_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.source.nodes import Node, Scalar
    from reader.source.schema.load_context import LoadContext
    from reader.source.schema.write_context import Plain, WriteContext

MAX_STARTS = 10_000
"""Largest number of passages whose beginning a recording tells."""
TIME_PATTERN = r"([0-9]{1,2}:[0-5][0-9]|[0-9]{1,4}):[0-5][0-9](\.[0-9]{1,3})?|[0-9]{1,5}(\.[0-9]{1,3})?"
ANCHOR_PATTERN = rf"(note\.)?{ID_PATTERN}|[A-Za-z0-9-]+\.p[1-9][0-9]*"
TIME_FORM = "write minutes and seconds, as 1:05, or seconds, as 65"
EXAMPLE = "write file and starts, or a language with these under it"

AUDIO_FILE = WordType(
    "a recording's name",
    r"[^/\\.][^/\\]*\.([Mm][Pp]3|[Mm]4[Aa]|[Oo][Gg][GgAa]|[Oo][Pp][Uu][Ss]|[Ff][Ll][Aa][Cc]|[Ww][Aa][Vv])",
    "name an MP3, M4A, Ogg, Opus, FLAC or WAV file in the issue's own folder, without a path",
)
ANCHOR = WordType("a passage", ANCHOR_PATTERN, "write the id of a block, or its number, as p12")


class TimeType(LineType[int]):
    """A time in a recording: ``m:ss``, ``h:mm:ss`` or seconds, each with up to three decimals; read as milliseconds."""

    noun = "a time"

    def parse(self, text: str, node: Scalar, context: LoadContext) -> int | None:
        if not re.fullmatch(TIME_PATTERN, text):
            context.report("S305", node, f"{quoted(text)} is not a time", TIME_FORM)
            return None
        whole, _, decimals = text.partition(".")
        seconds = 0
        for part in whole.split(":"):
            seconds = seconds * 60 + int(part)
        return seconds * 1000 + int(decimals.ljust(3, "0"))

    def write(self, value: int, context: WriteContext) -> Plain:
        return clock_text(value)


class StartsType(KeyedType["PassageStart"]):
    """The time at which each passage begins, under its anchor."""

    noun = "a mapping of passages"
    entry_noun = "passage"
    owner_noun = "a recording"
    example = "write each as its anchor and a time: p2: 1:05"
    most = MAX_STARTS

    def read_entry(self, key: Scalar, value: Node, context: LoadContext) -> tuple[str, PassageStart] | None:
        anchor, time = ANCHOR.read(key, context), TIME.read(value, context)
        if anchor is None or time is None:
            return None
        return anchor, context.built(PassageStart(anchor, time), key)

    def write(self, value: tuple[PassageStart, ...], context: WriteContext) -> Plain:
        return {start.anchor: TIME.write(start.milliseconds, context) for start in value}


TIME = TimeType()
RECORDING = RecordType(
    "a recording",
    Recording,
    (
        Key("file", AUDIO_FILE, "a recording in the issue's folder", required=True),
        Key("starts", StartsType(), "the time at which each passage begins, under its anchor", default=()),
    ),
)


class RecordingsType(ValueType["tuple[Recording, ...]"]):
    """One recording, or one under each language."""

    noun = "a recording, or one for each language"

    def read(self, node: Node, context: LoadContext) -> tuple[Recording, ...] | None:
        if not isinstance(node, Mapping):
            context.report("S301", node, f"expected {self.noun}, found {noun_of(node)}", EXAMPLE)
            return None
        if not node.entries:
            context.report("S306", node, f"{self.noun} is empty", EXAMPLE)
            return None
        if any(not isinstance(value, Mapping) or name in RECORDING.keys for name, (_, value) in node.entries.items()):
            one = RECORDING.read(node, context)
            return None if one is None else (one,)
        found = []
        for tag, value in by_language(node, context, lambda *_: EXAMPLE):
            recording = RECORDING.read(value, context)
            if recording is None:
                context.lose(value)
            else:
                found.append(context.built(replace(recording, language=tag), value))
        return tuple(found)

    def write(self, value: tuple[Recording, ...], context: WriteContext) -> Plain:
        if len(value) == 1 and not value[0].language:
            return RECORDING.write(value[0], context)
        return {recording.language: RECORDING.write(recording, context) for recording in value}
