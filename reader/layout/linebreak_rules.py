"""The rules of UAX #14 of Unicode 17, LB2–LB31, between two neighbouring characters.

A character is the set of words that says what the rules ask of it: its class, and beside it
`east-asian`, `initial`, `final`, `dotted-circle`, `reserved-pictograph`; the words of `AHEAD` for what
follows it in the text; and for the tailoring `not-at-start`, `not-at-end` and `relaxed`. LB1 is
resolved in the generated table.

The text up to a character is such a set too: the words of the last character that is no space or
mark, and what else of the text before it a rule may ask (`spaced`, `joiner`, `opening`, `number`...).
"""

from __future__ import annotations

Words = frozenset[str]

PROHIBITED, ALLOWED, MANDATORY = 0, 1, 2

AHEAD = frozenset({"before-number", "before-narrow", "closing", "before-virama"})
HARD = frozenset({"BK", "CR", "LF", "NL"})
_ALPHABETIC = frozenset({"AL", "HL"})
_IDEOGRAPHIC = frozenset({"ID", "EB", "EM"})
_AFFIX = frozenset({"PR", "PO"})
AKSARA = frozenset({"AK", "AS", "dotted-circle"})
_SYLLABLE = frozenset({"JL", "JV", "JT", "H2", "H3"})
AFTER_CLOSING = HARD | {"SP", "GL", "WJ", "CL", "QU", "CP", "EX", "IS", "SY", "ZW"}  # LB15b
_BEFORE_OPENING = HARD | {"start", "spaced", "OP", "QU", "GL", "ZW"}  # LB15a
_BEFORE_WORD = HARD | {"start", "spaced", "ZW", "CB", "GL"}  # LB20a


def attached(left: Words, right: Words) -> Words:
    """Return the right class with a mark that has nothing to attach to made a letter (LB10)."""
    if right.isdisjoint({"CM", "ZWJ"}) or left.isdisjoint(HARD | {"start", "spaced", "ZW"}):
        return right
    return frozenset({"AL", "joiner"} if "ZWJ" in right else {"AL"})


def after(left: Words, right: Words) -> Words:
    """Return what is to be known of the text after the right character."""
    if "SP" in right:
        before = Words() if left & (HARD | {"start"}) else left - {"joiner"}
        return before | {"spaced"}
    if not right.isdisjoint({"CM", "ZWJ"}):  # LB9
        return left | {"joiner"} if "ZWJ" in right else left - {"joiner"}
    spaced = "spaced" in left
    words = set(right - AHEAD - {"not-at-start"})
    if "IS" in right and "relaxed" in right and "east-asian" in left and not spaced:
        return frozenset({"CL", "east-asian"})  # `,` for `，`
    if "QU" in right:
        if "initial" in right and left & _BEFORE_OPENING:
            words.add("opening")
        if spaced or "east-asian" not in left:
            words.add("after-narrow")
    elif right & {"HY", "HH"}:
        if left & _BEFORE_WORD:
            words.add("word-initial")
        elif "HL" in left:
            words.add("after-hebrew")
    elif "VI" in right and left & AKSARA and not spaced:
        words.add("after-aksara")
    elif "RI" in right and not ("odd" in left and not spaced):
        words.add("odd")
    elif "NU" in right or ("number" in left and not spaced and right & {"SY", "IS"}):
        words.add("number")
    elif "number" in left and not spaced and right & {"CL", "CP"}:
        words.add("closed-number")
    return frozenset(words)


def action(left: Words, right: Words) -> int:
    """Return whether a line may or must end between two characters (LB2–LB7)."""
    if "start" in left:
        return PROHIBITED  # LB2
    if left & HARD:  # LB4, LB5
        return PROHIBITED if "CR" in left and "LF" in right else MANDATORY
    if right & HARD or right & {"SP", "ZW"}:
        return PROHIBITED  # LB6, LB7
    if "spaced" in left:
        return PROHIBITED if _joined_across_spaces(left, right) else ALLOWED
    return PROHIBITED if _joined(left, right) else ALLOWED


def _joined_across_spaces(left: Words, right: Words) -> bool:
    """Return whether no line may end after the spaces between two characters (LB8–LB18)."""
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


def _joined(left: Words, right: Words) -> bool:
    """Return whether no line may end between two neighbours (LB8–LB31)."""
    if "not-at-start" in right or "not-at-end" in left:
        return True
    if "ZW" in left:
        return False  # LB8
    if "joiner" in left or not right.isdisjoint({"CM", "ZWJ"}):
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


def _joined_to_quote(left: Words, right: Words) -> bool:
    """Return whether LB19 and LB19a keep a quotation mark with its neighbour.

    LB19a frees it if both its neighbours are East Asian. For the quotes of Chinese (`relaxed`) one
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


def _joined_in_word(left: Words, right: Words) -> bool:
    """Return whether LB23–LB24 or LB26–LB30b keep two neighbours together."""
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


def _joined_in_number(left: Words, right: Words) -> bool:
    """Return whether LB25 keeps two neighbours together."""
    return bool(
        (left & {"number", "closed-number"} and right & _AFFIX)
        or (left & _AFFIX and ("NU" in right or ("OP" in right and "before-number" in right)))
        or ("NU" in right and left & {"HY", "IS", "number"})
    )
