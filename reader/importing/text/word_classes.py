"""English words by class: function words by themselves, the others by their shape."""

from __future__ import annotations

from reader.model.scripts import CLOSERS_LATIN, ELLIPSIS, PAUSES_LATIN, SENTENCE_ENDS

_FUNCTION_WORDS = """a an the this that these those every each some any no all both such another other
    my your his her its our their i you he she it we they me him them us one who whom whose which what when where why
    how of in on at by for with from to into onto upon over under above below between among through during before after
    against across along around behind beside beyond near off out up down about as than like since until till without
    within toward towards despite per via
    and or but nor so yet if because while although though unless whether then
    is are was were be been being am has have had do does did will would can could may might shall should must
    not only also even just still very too more most many much few less least own same first last next two three four
    five six seven eight nine ten there here now never always often once again already almost"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
"""Words in lower case that are each a class of their own."""

_SHAPES = (
    ("ing", "ing"),
    ("ed", "ed"),
    ("ly", "ly"),
    ("tion", "noun"),
    ("sion", "noun"),
    ("ness", "noun"),
    ("ment", "noun"),
    ("ity", "noun"),
    ("ance", "noun"),
    ("ence", "noun"),
    ("ism", "noun"),
    ("ous", "adjective"),
    ("ful", "adjective"),
    ("ive", "adjective"),
    ("able", "adjective"),
    ("ible", "adjective"),
    ("less", "adjective"),
    ("ical", "adjective"),
    ("al", "adjective"),
    ("ic", "adjective"),
    ("est", "adjective"),
    ("ss", "other"),
    ("us", "other"),
    ("s", "plural"),
)
_STRIPPED = "\"'“”‘’()[].,;:!?—–-…*`"
_CLOSERS = CLOSERS_LATIN + "]"
_MARKS = SENTENCE_ENDS + PAUSES_LATIN + ELLIPSIS


def word_class(word: str) -> str:
    """Returns the class of a word: a function word itself, or the shape of another, in capitals."""
    bare = word.strip(_STRIPPED)
    lower = bare.lower()
    if lower in FUNCTION_WORDS:
        return lower
    if not bare:
        return "MARK"
    if bare[0].isdigit():
        return "NUMBER"
    if bare[0].isupper():
        return "NAME"
    return next((name.upper() for ending, name in _SHAPES if lower.endswith(ending)), "OTHER")


def closing_mark(word: str) -> str:
    """Returns the mark that a word ends with, before quotes and brackets; an empty string if there is none."""
    bare = word.rstrip(_CLOSERS)
    return bare[-1] if bare and bare[-1] in _MARKS else ""
