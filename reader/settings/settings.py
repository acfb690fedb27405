"""The settings in force: the file's values where they are valid, else the defaults; and the file's faults."""

from __future__ import annotations

from reader.gate import clean_line, shown_path
from reader.model.record import record
from reader.settings.table import BY_NAME, KEYS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from reader.settings.table import SettingValue

MAX_FAULTS = 20
MAX_KEYS = 8
"""Maximum number of keys of a command."""
MAX_KEY_CHARS = 30
MAX_VALUE_CHARS = 40


@record
class SettingsFault:
    """A fault of the settings file; ``line`` and ``column`` count from 1, and are 0 for the file as a whole."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        place = f"{self.line}:{self.column}:" if self.line else ""
        return f"{shown_path(self.path)}:{place} {clean_line(self.message)}"


class Settings:
    """Values by name, and the lines that set them; a name without a line has its default."""

    def __init__(self, path: str = "") -> None:
        self.path = path
        self.faults: list[SettingsFault] = []
        self.lines: dict[str, int] = {}
        """The line of each name that the file sets."""
        self.columns: dict[int, int] = {}
        """The column of the first sign of each line that begins with blanks."""
        self.keys: dict[str, tuple[str, ...]] = {}
        """The keys of the commands whose keys are not the default ones, by the command's id."""
        self._values: dict[str, SettingValue] = {}
        self._keys_are_checked = False

    def __getitem__(self, name: str) -> SettingValue:
        return self._values.get(name, BY_NAME[name].default)

    def text(self, name: str) -> str:
        """Returns the value of a choice."""
        value = self[name]
        assert isinstance(value, str)
        return value

    def flag(self, name: str) -> bool:
        """Returns the value of a flag."""
        value = self[name]
        assert isinstance(value, bool)
        return value

    def number(self, name: str) -> int:
        """Returns the value of a number."""
        value = self[name]
        assert isinstance(value, int)
        return value

    def number_or_word(self, name: str) -> int | None:
        """Returns the value of a number; None if it is one of the words that are allowed instead."""
        value = self[name]
        return value if isinstance(value, int) else None

    def texts(self, name: str) -> tuple[str, ...]:
        """Returns the entries of a list."""
        value = self[name]
        assert isinstance(value, tuple)
        return value

    def source(self, name: str) -> str:
        """Returns the source of a value: the file and its line, or ``default``."""
        return f"{shown_path(self.path)}:{self.lines[name]}" if name in self.lines else "default"

    def take(self, name: str, value: SettingValue) -> None:
        """Sets a value that an option of the command line gives."""
        self._values[name] = value

    def settle_pictures(self, *, has_colours: bool) -> None:
        """Turns pictures off where they would be half blocks without colours, which are all alike."""
        if not has_colours and self.text("pictures") in ("auto", "blocks"):
            self.take("pictures", "off")

    def report(self, line: int, message: str, column: int = 0) -> None:
        """Adds a fault of the file, up to :data:`MAX_FAULTS`; without a column it is at the first sign of its line."""
        if len(self.faults) < MAX_FAULTS:
            column = column or self.columns.get(line, 1 if line else 0)
            self.faults.append(SettingsFault(self.path, line, column, message))

    def check_commands(self, scopes: Mapping[str, tuple[str, ...]], keys: Mapping[str, tuple[str, ...]]) -> None:
        """Checks the keys of commands; only the first call does.

        Reports and drops keys of unknown commands. Reports two commands with one key on the same screen: the one that
        the file sets gets the key, the other keeps the rest of its keys, in :attr:`keys`.

        Args:
            scopes: The screens of each command.
            keys: The default keys of each command.
        """
        if self._keys_are_checked:
            return
        self._keys_are_checked = True
        for name in [name for name in self.keys if name not in scopes]:
            del self.keys[name]
            line = self.lines.pop(f"{KEYS}.{name}")
            self._report_unknown(line, f"{KEYS}.", name, "command", scopes)
        for name, given in list(self.keys.items()):
            for other, theirs in keys.items():
                shared = [key for key in self.keys.get(other, theirs) if key in given]
                if other == name or not shared or not {*scopes[name]} & {*scopes[other]}:
                    continue
                line = self.lines[f"{KEYS}.{name}"]
                self.report(line, f"{KEYS}.{name}: the key {shared[0]} also belongs to {other} on the same screen")
                if f"{KEYS}.{other}" not in self.lines:
                    self.keys[other] = tuple(key for key in self.keys.get(other, theirs) if key not in given)

    def apply(self, data: Mapping[str, object], lines: Mapping[str, int]) -> None:
        """Sets the values of a file; reports and leaves out invalid ones.

        Args:
            data: The content of the file.
            lines: The line of each name in it, from 1.
        """
        for name, raw in data.items():
            line = lines.get(name, 0)
            if name == KEYS:
                self._apply_keys(raw, lines)
            elif name not in BY_NAME:
                self._report_unknown(line, "", name, "setting", (*BY_NAME, KEYS))
            elif (value := BY_NAME[name].value_of(raw)) is None:
                self.report(line, f"{name}: {_shown(raw)} is not allowed; allowed: {BY_NAME[name].allowed}")
            else:
                self._values[name], self.lines[name] = value, line

    def drop_missing_paths(self, name: str, exists: Callable[[str], bool]) -> None:
        """Reports the paths of a list that do not exist, and removes them from it."""
        missing = [path for path in self.texts(name) if not exists(path)]
        for path in missing:
            self.report(self.lines[name], f"{name}: {shown_path(path)}: no such file or folder")
        if missing:
            self._values[name] = tuple(path for path in self.texts(name) if path not in missing)

    def _apply_keys(self, raw: object, lines: Mapping[str, int]) -> None:
        if not isinstance(raw, dict):
            self.report(
                lines.get(KEYS, 0), f'{KEYS}: expected a table: [{KEYS}], and under it lines such as find = ["/"]'
            )
            return
        for name, keys in raw.items():
            line = lines.get(f"{KEYS}.{name}", 0)
            texts = [keys] if isinstance(keys, str) else keys
            good = isinstance(texts, list) and 0 < len(texts) <= MAX_KEYS and all(map(_is_key, texts))
            if good:
                self.keys[name], self.lines[f"{KEYS}.{name}"] = tuple(texts), line
            else:
                allowed = 'a key such as "/", "x", "f5", "ctrl+f", "pagedown", or a list of at most 8 of them'
                self.report(line, f"{KEYS}.{_short(name)}: {_shown(keys)} is not allowed; allowed: {allowed}")

    def _report_unknown(self, line: int, table: str, name: str, noun: str, known: Iterable[str]) -> None:
        if len(self.faults) < MAX_FAULTS:  # else the search for the word that was meant would be in vain
            from reader.nearest import nearest

            found = nearest(name, known)
            meant = f"; did you mean {found}?" if found else ""
            self.report(line, f"{table}{_short(name)}: there is no such {noun}{meant}")


def _is_key(text: object) -> bool:
    """Whether a text is the name of a key: one character, or words such as ``ctrl+f``."""
    if not isinstance(text, str) or not text.isprintable() or not 0 < len(text) <= MAX_KEY_CHARS:
        return False
    return len(text) == 1 or all(part.replace("_", "").isalnum() for part in text.split("+"))


def _shown(raw: object) -> str:
    return _short(repr(raw) if isinstance(raw, str) else str(raw))


def _short(text: str) -> str:
    return text if len(text) <= MAX_VALUE_CHARS else text[: MAX_VALUE_CHARS - 1] + "…"
