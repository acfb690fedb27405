"""The width of ambiguous characters in the terminal, by the setting, its answer or the locale. Pure."""

from __future__ import annotations

from reader.settings.table import AUTO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

EAST_ASIAN_LANGUAGES = ("zh", "ja", "ko")
EAST_ASIAN_CHARSETS = ("gb", "euc", "big5", "sjis", "shift", "cp932", "cp936", "cp949", "cp950", "johab", "hz")
LOCALE_VARIABLES = ("LC_ALL", "LC_CTYPE", "LANG")
"""Variables of the environment that name the locale of characters; the first that is set counts."""


def is_wide(wanted: str, environ: Mapping[str, str], measured_cells: int = 0) -> bool:
    """Returns whether ambiguous characters take two cells; ``wanted`` is ``wide``, ``narrow`` or ``auto``.

    ``auto`` goes by the cells that the terminal has answered. Without an answer (0) it goes by the locale: almost every
    terminal draws them narrow in a UTF-8 locale, also in East Asia. They are taken as wide where the locale says so
    (``@cjkwide``), in the old East Asian charsets, and in mintty, which goes by the locale's language.
    """
    if wanted != AUTO:
        return wanted == "wide"
    if measured_cells:
        return measured_cells == 2
    locale = next((value for name in LOCALE_VARIABLES if (value := environ.get(name))), "").lower()
    language, _, charset = locale.partition("@")[0].partition(".")
    if "@cjk" in locale:
        return locale.endswith("@cjkwide")
    if not language.startswith(EAST_ASIAN_LANGUAGES):
        return False
    return charset.startswith(EAST_ASIAN_CHARSETS) or environ.get("TERM_PROGRAM") == "mintty"
