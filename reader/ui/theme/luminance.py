"""Luminance and contrast of colours, as WCAG 2 defines them. Pure."""

from __future__ import annotations


def luminance(red: float, green: float, blue: float) -> float:
    """Returns the relative luminance, from 0 to 1, of a colour of sRGB whose parts are from 0 to 1."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Returns the contrast of two colours, from 1 to 21; each is written ``#rrggbb``."""
    light, dark = sorted((_luminance_of(one), _luminance_of(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance_of(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return luminance(red, green, blue)
