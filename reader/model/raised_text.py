"""Superior and inferior text: Unicode's own characters where all have one, else ``^(…)`` and ``_(…)``."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    ShiftedKind = Literal["superior", "inferior"]
    """Kind of a text above or below the line."""

SIGNS: dict[ShiftedKind, str] = {"superior": "^", "inferior": "_"}
"""Sign before the braces, or before the parentheses of a text without characters of its own."""
_SUPERIOR = str.maketrans(
    "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθφχ",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᵠᵡ",
)
_INFERIOR = str.maketrans("0123456789+-−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")
_TABLES: dict[ShiftedKind, dict[int, int]] = {"superior": _SUPERIOR, "inferior": _INFERIOR}
_BACK = {
    kind: {shifted: plain for plain, shifted in table.items() if chr(plain) != "−"} for kind, table in _TABLES.items()
}


def table_of(kind: ShiftedKind) -> Mapping[int, int]:
    """Returns the character of its own that each character has above or below the line, by code points."""
    return _TABLES[kind]


def has_own_characters(text: str, kind: ShiftedKind) -> bool:
    """Whether each character of a text has one of its own above or below the line."""
    return bool(text) and all(ord(character) in _TABLES[kind] for character in text)


def on_the_line(text: str, kind: ShiftedKind) -> str:
    """Returns characters above or below the line as those on the line; others stay."""
    return text.translate(_BACK[kind])
