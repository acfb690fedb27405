"""The commented file that ``reader config --init`` writes, and the settings as they hold, in the same form."""

from __future__ import annotations

from reader.settings.table import KEYS, SETTINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reader.settings.settings import Settings
    from reader.settings.table import Value

HEAD = """\
# Settings of the reader (TOML). Take the # away before a line to change it; the values shown are the defaults.
# reader config --show tells what holds, and where each value comes from.
# 阅读器的设置（TOML）。去掉行首的 # 即可更改；所列为默认值。reader config --show 显示当前的值及其来源。
"""
KEYS_HEAD = f"""
# Keys of commands: a key or a list of keys, which replaces those a command has. Signs stand for themselves; others are
# "ctrl+f", "shift+tab", "f5", "pagedown", "space", "enter" and so on. reader config --show lists every command.
# 命令的按键：一个按键或一列按键，取代原有的。符号直接书写；其余如 "ctrl+f"、"pagedown"。
[{KEYS}]
# find = ["/", "ctrl+f"]
"""


def template() -> str:
    """Returns the file with every setting in comments: written as it is, it changes nothing."""
    parts = [HEAD]
    for setting in SETTINGS:
        about = f"# {setting.en}\n# {setting.zh}\n# allowed: {setting.allowed}\n"
        parts.append(f"\n{about}# {setting.name} = {toml(setting.default)}\n")
    return "".join((*parts, KEYS_HEAD))


def toml(value: Value) -> str:
    """Returns a value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return f"[{', '.join(map(toml, value))}]"


def shown(settings: Settings, keys: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Yields each setting as it holds, and where it comes from; then the keys of every command.

    Args:
        settings: The settings.
        keys: The keys that each command has if nothing is set.
    """
    for setting in SETTINGS:
        yield f"{setting.name} = {toml(settings[setting.name])}", settings.source(setting.name)
    for name, given in keys.items():
        held = settings.keys.get(name, tuple(given))
        yield f"{KEYS}.{name} = {toml(held)}", settings.source(f"{KEYS}.{name}")
