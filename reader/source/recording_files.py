"""The files of recordings: in the issue's own folder, and sound by their first bytes.

Players look into a file for its format: a list of addresses with the name of a recording could have them ask the net.
"""

from __future__ import annotations

import os

from reader.errors import UnusableError
from reader.picture_paths import open_picture_file

_HEAD_BYTES = 12
_HEADS = (b"ID3", b"OggS", b"fLaC")
_MPEG_SYNC = 0xE0
"""The highest three bits of the second byte of an MPEG frame, whose first byte is 255."""


def is_sound(head: bytes) -> bool:
    """Whether the first 12 bytes of a file are those of MP3, AAC, Ogg, FLAC, MPEG-4 or WAV."""
    is_mpeg = len(head) > 1 and head[0] == 0xFF and head[1] & _MPEG_SYNC == _MPEG_SYNC
    is_wave = head[:4] == b"RIFF" and head[8:12] == b"WAVE"
    return head.startswith(_HEADS) or is_mpeg or is_wave or head[4:8] == b"ftyp"


def playable_path(folder: str, name: str) -> str:
    """Returns the absolute path of a recording in the issue's folder; empty if there is none that can be played."""
    try:
        with open(open_picture_file(folder, name), "rb") as file:
            head = file.read(_HEAD_BYTES)
    except (OSError, UnusableError, ValueError):
        return ""
    return os.path.realpath(os.path.join(folder, name)) if is_sound(head) else ""
