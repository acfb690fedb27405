"""Settings as TOML: the commented file that ``reader config --init`` writes, and the values in force."""

from __future__ import annotations

from reader.settings.table import INTERFACE_LANGUAGES, KEYS, SETTINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reader.settings.settings import Settings
    from reader.settings.table import InterfaceTexts, SettingValue

HEAD: InterfaceTexts = {
    "en": """\
# Settings of the reader (TOML). Remove the # before a line to change it; the values shown are the defaults.
# reader config --show prints the values in force, and the source of each.
""",
    "zh": """\
# 阅读器的设置（TOML）。去掉行首的 # 即可更改；所列为默认值。reader config --show 显示当前的值及其来源。
""",
}
KEYS_HEAD: InterfaceTexts = {
    "en": """\
# Keys of commands: a key or a list of keys, which replaces the default ones. A character is written as it is; other
# keys are "ctrl+f", "shift+tab", "f5", "pagedown", "space", "enter" and so on. reader config --show lists all commands.
""",
    "zh": """\
# 命令的按键：一个按键或一列按键，取代原有的。符号直接书写；其余如 "ctrl+f"、"pagedown"。
""",
}
KEYS_EXAMPLE = f"""\
[{KEYS}]
# find = ["/", "ctrl+f"]
"""


def template() -> str:
    """Returns the file with every setting commented out; as it is, it changes nothing."""
    parts = [_in_each_language(HEAD)]
    for setting in SETTINGS:
        about = "".join(f"# {setting.help[language]}\n" for language in INTERFACE_LANGUAGES)
        parts.append(f"\n{about}# allowed: {setting.allowed}\n# {setting.name} = {toml(setting.default)}\n")
    return "".join((*parts, "\n", _in_each_language(KEYS_HEAD), KEYS_EXAMPLE))


def _in_each_language(texts: InterfaceTexts) -> str:
    return "".join(texts[language] for language in INTERFACE_LANGUAGES)


def toml(value: SettingValue) -> str:
    """Returns a value in the syntax of TOML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return f"[{', '.join(map(toml, value))}]"


def shown(settings: Settings, keys: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Yields each setting in force as a line of TOML, with its source; then the keys of every command.

    Args:
        settings: The settings.
        keys: The default keys of each command.
    """
    for setting in SETTINGS:
        yield f"{setting.name} = {toml(settings[setting.name])}", settings.source(setting.name)
    for name, default in keys.items():
        held = settings.keys.get(name, tuple(default))
        yield f"{KEYS}.{name} = {toml(held)}", settings.source(f"{KEYS}.{name}")
