"""Names of files that some systems cannot have. Pure.

The rules are those of Windows ("Naming Files, Paths, and Namespaces" in its documentation), the strictest of the
systems that the program runs on. A magazine is written on one machine and read on others.
"""

from __future__ import annotations

import re

MAX_NAME_CHARS = 240
"""Length of the longest name that leaves room for a short path before it, in the 260 characters of Windows."""
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\.|\Z)", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def is_device(name: str) -> bool:
    """Whether a name is that of a device on Windows, whatever its ending."""
    return bool(_DEVICE.match(name))


def windows_fault(name: str) -> str:
    """Returns the reason for which Windows cannot have a file or folder of a name; an empty string if it can."""
    if is_device(name):
        return "it is the name of a device there"
    if found := _FORBIDDEN.search(name):
        return f"it has a {found[0]}" if found[0].isprintable() else "it has a control character"
    if name.endswith((".", " ")):
        return "it ends with a dot or a space"
    if len(name) > MAX_NAME_CHARS:
        return f"it is longer than {MAX_NAME_CHARS} characters"
    return ""
