"""The extra that recognises text: whether it is installed, and the command that installs it. Nothing is imported."""

from __future__ import annotations

import sys
from importlib.util import find_spec

from reader.gate import clean_line

_PACKAGES = ("rapidocr", "onnxruntime", "pypdfium2")
_INSTALL = "pip install '.[ocr]' in a clone, or {} -m pip install pypdfium2 rapidocr onnxruntime"


def is_installed() -> bool:
    """Whether text can be recognised here."""
    return all(find_spec(package) for package in _PACKAGES)


def install_hint() -> str:
    """Returns the command that installs the extra."""
    return _INSTALL.format(clean_line(sys.executable))
