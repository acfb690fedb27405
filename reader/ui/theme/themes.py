"""The themes: dark, light and paper, each with one accent."""

from typing import Literal

from textual.theme import Theme

ThemeName = Literal["dark", "light", "paper"]
NAMES: tuple[ThemeName, ...] = ("dark", "light", "paper")


def _theme(name: ThemeName, dark: bool, **colours: str) -> Theme:
    tokens = {
        "muted": colours["muted"],
        "faint": colours["faint"],
        "match-background": colours["match"],
        "match-foreground": colours["on_match"],
        "here-background": colours["here"],
        "mark-background": colours["mark"],
        "on-accent": colours["background"],
        "block-cursor-background": colours["here"],
        "block-cursor-foreground": colours["foreground"],
        "input-cursor-background": colours["foreground"],
        "input-cursor-foreground": colours["background"],
        "input-selection-background": colours["match"],
        "border": colours["faint"],
    }
    return Theme(
        name=name,
        dark=dark,
        primary=colours["accent"],
        secondary=colours["muted"],
        accent=colours["accent"],
        warning=colours["warning"],
        error=colours["warning"],
        success=colours["accent"],
        foreground=colours["foreground"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
        variables=tokens,
    )


THEMES = (
    _theme(
        "dark",
        True,
        background="#14161a",
        surface="#1a1d22",
        panel="#22262d",
        foreground="#d7d9de",
        muted="#8b929e",
        faint="#4a505b",
        accent="#e8836b",
        warning="#e5b567",
        match="#e5c07b",
        on_match="#14161a",
        here="#262b33",
        mark="#4a3a2a",
    ),
    _theme(
        "light",
        False,
        background="#fcfcfa",
        surface="#f3f3f0",
        panel="#e9e9e4",
        foreground="#23262b",
        muted="#6a707a",
        faint="#b9bdc4",
        accent="#b3392b",
        warning="#935f00",
        match="#ffd866",
        on_match="#23262b",
        here="#ecebe4",
        mark="#fbe3b4",
    ),
    _theme(
        "paper",
        False,
        background="#f5edda",
        surface="#eee4cd",
        panel="#e6dabf",
        foreground="#3b3228",
        muted="#7d6e57",
        faint="#c3b494",
        accent="#9a3324",
        warning="#875400",
        match="#e9bf55",
        on_match="#3b3228",
        here="#ebdfc4",
        mark="#e3cf9a",
    ),
)
BY_NAME = {theme.name: theme for theme in THEMES}


def theme_after(name: str) -> ThemeName:
    """Returns the next theme, around the end."""
    return NAMES[([*NAMES, name].index(name) + 1) % len(NAMES)]
