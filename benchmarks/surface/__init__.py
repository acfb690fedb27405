"""The waits of a reader on the reading surface."""

from surface.commands import without_the_screen
from surface.inside import drawing, finding, wrapping
from surface.keys import helped, keys, marked, opening, resizing
from surface.start import start, typing

PARTS = {
    "start": start,
    "typing": typing,
    "opening": opening,
    "keys": keys,
    "marks": marked,
    "helped": helped,
    "resizing": resizing,
    "drawing": drawing,
    "wrapping": wrapping,
    "finding": finding,
    "commands": without_the_screen,
}
