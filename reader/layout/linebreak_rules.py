"""The rules of UAX #14 of Unicode 17, LB2–LB31, between two neighbouring characters.

To the rules, a character is the set of its properties (:data:`Property`), and so is the text before it: the properties
of the last character that is neither a space nor a combining mark, with those of the context that a rule asks for. LB1
is resolved in the generated table.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    # fmt: off
    BreakClass = Literal[
        "AK", "AL", "AP", "AS", "B2", "BA", "BB", "BK", "CB", "CL", "CM", "CP", "CR", "EB", "EM", "EX", "GL", "H2",
        "H3", "HH", "HL", "HY", "ID", "IN", "IS", "JL", "JT", "JV", "LF", "NL", "NS", "NU", "OP", "PO", "PR", "QU",
        "RI", "SP", "SY", "VF", "VI", "WJ", "ZW", "ZWJ",
    ]
    """Line breaking class of a character (UAX #14, table 1)."""
    Distinction = Literal["east-asian", "initial", "final", "dotted-circle", "reserved-pictograph"]
    """Property of a character by which the rules distinguish characters of a class."""
    Tailoring = Literal["not-at-start", "not-at-end", "relaxed"]
    """Property that the Chinese tailoring gives a character."""
    Lookahead = Literal["before-number", "before-narrow", "closing", "before-virama"]
    """Property of a character that depends on the text after it."""
    Context = Literal[
        "start", "spaced", "joiner", "opening", "after-narrow", "word-initial", "after-hebrew", "after-aksara", "odd",
        "number", "closed-number",
    ]
    """Property of the text before a place."""
    # fmt: on
    Property = BreakClass | Distinction | Tailoring | Lookahead | Context
    Properties = frozenset[Property]
    Action = Literal[0, 1, 2]
    """Whether a line may, or must, end between two characters."""

PROHIBITED: Action = 0
ALLOWED: Action = 1
MANDATORY: Action = 2

AHEAD: frozenset[Lookahead] = frozenset({"before-number", "before-narrow", "closing", "before-virama"})
HARD: Properties = frozenset({"BK", "CR", "LF", "NL"})
_EDGE: Properties = HARD | frozenset({"start", "spaced", "ZW"})
_ALPHABETIC: Properties = frozenset({"AL", "HL"})
_IDEOGRAPHIC: Properties = frozenset({"ID", "EB", "EM"})
_AFFIX: Properties = frozenset({"PR", "PO"})
AKSARA: Properties = frozenset({"AK", "AS", "dotted-circle"})
_SYLLABLE: Properties = frozenset({"JL", "JV", "JT", "H2", "H3"})
_MARK: Properties = frozenset({"CM", "ZWJ"})
_LETTER: Properties = frozenset({"AL"})
_JOINING_LETTER: Properties = frozenset({"AL", "joiner"})
_COMMA: Properties = frozenset({"CL", "east-asian"})
_SPACED: Properties = frozenset({"spaced"})
_JOINER: Properties = frozenset({"joiner"})
_NOT_KEPT: Properties = AHEAD | frozenset({"not-at-start"})
AFTER_CLOSING: Properties = HARD | frozenset({"SP", "GL", "WJ", "CL", "QU", "CP", "EX", "IS", "SY", "ZW"})  # LB15b
_BEFORE_OPENING: Properties = HARD | frozenset({"start", "spaced", "OP", "QU", "GL", "ZW"})  # LB15a
_BEFORE_WORD: Properties = HARD | frozenset({"start", "spaced", "ZW", "CB", "GL"})  # LB20a


def attached(left: Properties, right: Properties) -> Properties:
    """Returns the right character; a combining mark that has no base becomes a letter (LB10)."""
    if right.isdisjoint(_MARK) or left.isdisjoint(_EDGE):
        return right
    return _JOINING_LETTER if "ZWJ" in right else _LETTER


def after(left: Properties, right: Properties) -> Properties:
    """Returns the properties of the text up to and with the right character."""
    if "SP" in right:
        return _SPACED if "start" in left or not left.isdisjoint(HARD) else left - _JOINER | _SPACED
    if not right.isdisjoint(_MARK):  # LB9
        return left | _JOINER if "ZWJ" in right else left - _JOINER
    if "IS" in right and "relaxed" in right and "east-asian" in left and "spaced" not in left:
        return _COMMA  # `,` for `，`
    return right - _NOT_KEPT | _context(left, right)


def _context(left: Properties, right: Properties) -> set[Property]:
    """Returns the context that the right character, neither a space nor a combining mark, leaves to the rules."""
    spaced = "spaced" in left
    context: set[Property] = set()
    if "QU" in right:
        if "initial" in right and left & _BEFORE_OPENING:
            context.add("opening")
        if spaced or "east-asian" not in left:
            context.add("after-narrow")
    elif right & {"HY", "HH"}:
        if left & _BEFORE_WORD:
            context.add("word-initial")
        elif "HL" in left:
            context.add("after-hebrew")
    elif "VI" in right and left & AKSARA and not spaced:
        context.add("after-aksara")
    elif "RI" in right and not ("odd" in left and not spaced):
        context.add("odd")
    elif "NU" in right or ("number" in left and not spaced and right & {"SY", "IS"}):
        context.add("number")
    elif "number" in left and not spaced and right & {"CL", "CP"}:
        context.add("closed-number")
    return context


def action(left: Properties, right: Properties) -> Action:
    """Returns whether a line may or must end between two characters (LB2–LB7)."""
    if "start" in left:
        return PROHIBITED  # LB2
    if left & HARD:  # LB4, LB5
        return PROHIBITED if "CR" in left and "LF" in right else MANDATORY
    if right & HARD or right & {"SP", "ZW"}:
        return PROHIBITED  # LB6, LB7
    if "spaced" in left:
        return PROHIBITED if _joined_across_spaces(left, right) else ALLOWED
    return PROHIBITED if _joined(left, right) else ALLOWED


def _joined_across_spaces(left: Properties, right: Properties) -> bool:
    """Whether no line may end after the spaces between two characters (LB8–LB18)."""
    if "not-at-start" in right:
        return True
    if "initial" in left and "relaxed" in left:
        return True
    if "ZW" in left:
        return False  # LB8
    if "WJ" in right or right & {"CL", "CP", "EX", "SY"}:
        return True  # LB11, LB13
    if "OP" in left or "opening" in left or ("closing" in right and "final" in right):
        return True  # LB14, LB15a, LB15b
    if "IS" in right:
        return "before-number" not in right  # LB15c, LB15d
    # LB16, LB17, and LB18 for all else
    return ("NS" in right and bool(left & {"CL", "CP"})) or ("B2" in left and "B2" in right)


def _joined(left: Properties, right: Properties) -> bool:
    """Whether no line may end between two neighbours (LB8–LB31)."""
    if "not-at-start" in right or "not-at-end" in left:
        return True
    if "ZW" in left:
        return False  # LB8
    if "joiner" in left or not right.isdisjoint(_MARK):
        return True  # LB8a, LB9
    if "WJ" in left or "GL" in left or right & {"WJ", "CL", "CP", "EX", "SY", "IS"}:
        return True  # LB11, LB12, LB13, LB15d
    if "GL" in right and not left & {"BA", "HY", "HH"}:
        return True  # LB12a
    if "OP" in left or "opening" in left or ("closing" in right and "final" in right):
        return True  # LB14, LB15a, LB15b
    if ("NS" in right and left & {"CL", "CP"}) or ("B2" in left and "B2" in right):
        return True  # LB16, LB17
    if ("QU" in left or "QU" in right) and _joined_to_quote(left, right):
        return True  # LB19, LB19a
    if "CB" in left or "CB" in right:
        return False  # LB20
    if "word-initial" in left and right & _ALPHABETIC:
        return True  # LB20a
    if "BB" in left or right & {"BA", "HH", "HY", "NS"}:
        return True  # LB21
    if ("after-hebrew" in left and "HL" not in right) or ("SY" in left and "HL" in right):
        return True  # LB21a, LB21b
    return "IN" in right or _joined_in_word(left, right) or _joined_in_number(left, right)  # LB22


def _joined_to_quote(left: Properties, right: Properties) -> bool:
    """Whether LB19 and LB19a keep a quotation mark with its neighbour.

    LB19a lets a line end there if both neighbours are East Asian. For the quotation marks of Chinese (`relaxed`) one
    is enough, so that a line may end after `“AI”` in a Chinese sentence.
    """
    if "QU" in right:
        if "initial" not in right:
            return True
        narrow = ("east-asian" not in left, "before-narrow" in right)
        if all(narrow) if "relaxed" in right else any(narrow):
            return True
    if "QU" in left:
        if "final" not in left:
            return True
        narrow = ("east-asian" not in right, "after-narrow" in left)
        if all(narrow) if "relaxed" in left else any(narrow):
            return True
    return False


def _joined_in_word(left: Properties, right: Properties) -> bool:
    """Whether LB23–LB24 or LB26–LB30b keep two neighbours together."""
    return bool(
        (left & _ALPHABETIC and "NU" in right)  # LB23
        or ("NU" in left and right & _ALPHABETIC)
        or ("PR" in left and right & _IDEOGRAPHIC)  # LB23a
        or (left & _IDEOGRAPHIC and "PO" in right)
        or (left & _AFFIX and right & _ALPHABETIC)  # LB24
        or (left & _ALPHABETIC and right & _AFFIX)
        or ("JL" in left and right & {"JL", "JV", "H2", "H3"})  # LB26
        or (left & {"JV", "H2"} and right & {"JV", "JT"})
        or (left & {"JT", "H3"} and "JT" in right)
        or (left & _SYLLABLE and "PO" in right)  # LB27
        or ("PR" in left and right & _SYLLABLE)
        or (left & _ALPHABETIC and right & _ALPHABETIC)  # LB28
        or ("AP" in left and right & AKSARA)  # LB28a
        or (left & AKSARA and right & {"VF", "VI"})
        or ("after-aksara" in left and right & {"AK", "dotted-circle"})
        or (left & AKSARA and right & AKSARA and "before-virama" in right)
        or ("IS" in left and right & _ALPHABETIC)  # LB29
        or (left & {"AL", "HL", "NU"} and "OP" in right and "east-asian" not in right)  # LB30
        or ("CP" in left and "east-asian" not in left and right & {"AL", "HL", "NU"})
        or ("odd" in left and "RI" in right)  # LB30a
        or (left & {"EB", "reserved-pictograph"} and "EM" in right)  # LB30b
        or ("relaxed" in left and "relaxed" in right and "PR" in left and "PR" in right)  # `C++`
    )


def _joined_in_number(left: Properties, right: Properties) -> bool:
    """Whether LB25 keeps two neighbours together."""
    return bool(
        (left & {"number", "closed-number"} and right & _AFFIX)
        or (left & _AFFIX and ("NU" in right or ("OP" in right and "before-number" in right)))
        or ("NU" in right and left & {"HY", "IS", "number"})
    )
