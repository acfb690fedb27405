"""The settings file: the values in force, its faults with their lines, and the commented template."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.gate import first_forbidden
from reader.settings import Settings, read_settings
from reader.settings.ambiguous_width import is_wide
from reader.settings.settings import MAX_FAULTS
from reader.settings.table import BY_NAME, CHOICE, FLAG, INTERFACE_LANGUAGES, NUMBER, SETTINGS, TEXTS
from reader.settings.toml_reader import MAX_FILE_BYTES, lines_by_name
from reader.settings.toml_writer import shown, template, toml
from reader.ui.commands.table import BY_ID, take_keys

OTHER = {
    CHOICE: lambda s: s.words[-1],
    FLAG: lambda s: not s.default,
    NUMBER: lambda s: s.most,
    TEXTS: lambda _: ("/",),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def read(path: Path, text: str) -> Settings:
    path.write_text(text, encoding="utf-8")
    return read_settings(str(path))


def reported(settings: Settings) -> list[str]:
    return [str(fault).removeprefix(settings.path + ":") for fault in settings.faults]


def test_without_a_file_the_defaults_apply(path: Path) -> None:
    settings = read_settings(str(path))
    assert settings.faults == []
    assert {s.name: settings[s.name] for s in SETTINGS} == {s.name: s.default for s in SETTINGS}


@pytest.mark.parametrize("name", BY_NAME)
def test_each_setting_is_applied_with_its_line(path: Path, name: str) -> None:
    value = OTHER[BY_NAME[name].type](BY_NAME[name])
    settings = read(path, f"# one\n\n{name} = {toml(value)}\n")
    assert (settings.faults, settings[name]) == ([], value)
    assert settings.source(name) == f"{path}:3"


@pytest.mark.parametrize("name", BY_NAME)
@pytest.mark.parametrize("wrong", ['"purple"', "1.5", "-1", "1000000", "[1]", "[[]]", "{a = 1}", "2018-08-01", '[""]'])
def test_an_invalid_value_is_reported_with_the_allowed_ones_and_the_rest_applies(
    path: Path, name: str, wrong: str
) -> None:
    other = "justify" if name != "justify" else "hyphenate"
    settings = read(path, f"{name} = {wrong}\n{other} = true\n")
    assert reported(settings) == [f"1:1: {name}: {_shown(wrong)} is not allowed; allowed: {BY_NAME[name].allowed}"]
    assert settings[name] == BY_NAME[name].default
    assert settings.flag(other)


def _shown(wrong: str) -> str:
    value = tomllib.loads(f"a = {wrong}")["a"]
    return repr(value) if isinstance(value, str) else str(value)


def test_a_number_is_not_a_flag_nor_a_flag_a_number(path: Path) -> None:
    assert len(read(path, "measure = true\nmouse = 1\n").faults) == 2


@pytest.mark.parametrize("name", ["measure", "split"])
def test_the_bounds_of_a_number_are_allowed(path: Path, name: str) -> None:
    setting = BY_NAME[name]
    for value in (setting.least, setting.most):
        assert read(path, f"{name} = {value}").faults == []
    for value in (setting.least - 1, setting.most + 1):
        assert len(read(path, f"{name} = {value}").faults) == 1


def test_an_unknown_name_gets_a_suggestion(path: Path) -> None:
    settings = read(path, 'measur = 70\nqqqq = 1\n[kyes]\nfind = "/"\n')
    assert reported(settings) == [
        "1:1: measur: there is no such setting; did you mean measure?",
        "2:1: qqqq: there is no such setting",
        "3:1: kyes: there is no such setting; did you mean keys?",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("mouse = true\ntheme = light\n", "2:9: not TOML: Invalid value"),
        ("theme = 'light", "1:15: not TOML"),
        ("a = [", "1:6: not TOML"),
        ("theme = 'a'\ntheme = 'b'\n", "2:12: not TOML: Cannot overwrite a value"),
        ("a = " + "[" * 5000, "1:37: lists or tables in more than 32 levels"),
    ],
)
def test_a_file_that_is_not_toml_is_reported_with_the_position(path: Path, text: str, message: str) -> None:
    settings = read(path, text)
    assert len(settings.faults) == 1
    assert reported(settings)[0].startswith(message)
    assert reported(settings)[0].endswith("; the defaults apply")
    assert settings["mouse"] is True


def test_a_file_that_is_not_text_is_reported(path: Path, tmp_path: Path) -> None:
    path.write_bytes(b"theme = 'light'\n# \xff\n")
    assert reported(read_settings(str(path))) == ["2:3: not UTF-8; the defaults apply"]
    path.write_bytes(b"#" * (MAX_FILE_BYTES + 1))
    assert reported(read_settings(str(path)))[0].startswith("1:1: cannot be read: larger than")
    assert str(read_settings(str(tmp_path)).faults[0]).startswith(f"{tmp_path}:1:1: cannot be read: not an ordinary")
    os.mkfifo(tmp_path / "pipe")
    assert "not an ordinary file" in str(read_settings(str(tmp_path / "pipe")).faults[0])
    path.write_bytes(b"\xef\xbb\xbftheme = 'light'\r\n")
    assert read_settings(str(path)).text("theme") == "light"


def test_faults_are_bounded_and_pass_the_gate(path: Path) -> None:
    settings = read(path, "\n".join(f'x{number} = "\\u001b]52;c;x"' for number in range(100)))
    assert len(settings.faults) == MAX_FAULTS
    settings = read(path, 'theme = "\\u001b[31m\\u202e"\n"\\u009b" = 1\n')
    assert all(first_forbidden(str(fault)) == -1 for fault in settings.faults)


@given(st.text(max_size=80))
def test_no_text_raises(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    settings = read_settings(str(path))
    take_keys(settings)
    assert all(first_forbidden(str(fault)) == -1 for fault in settings.faults)


def test_missing_folders_are_reported_and_left_out(path: Path, tmp_path: Path) -> None:
    settings = read(path, f'library = ["{tmp_path}", "{tmp_path}/none"]\n')
    assert settings.texts("library") == (str(tmp_path),)
    assert reported(settings) == [f"1:1: library: {tmp_path}/none: no such file or folder"]


# -- keys ---------------------------------------------------------------------------------------------


def test_the_file_sets_keys_of_commands(path: Path) -> None:
    settings = read(path, '[keys]\nfind = ["/", "ctrl+f"]\npage_down = "f"\nfigure = "f9"\n')
    take_keys(settings)
    assert settings.faults == []
    assert settings.keys == {"find": ("slash", "ctrl+f"), "page_down": ("f",), "figure": ("f9",)}
    assert BY_ID["find"].shown_keys(settings.keys) == ["/", "Ctrl+F"]
    assert BY_ID["find"].shown_keys({}) == ["/"]


def test_invalid_keys_are_reported(path: Path) -> None:
    settings = read(path, '[keys]\nfnd = "/"\nfind = 3\nmode = []\ncopy = "not a key"\nquit = ["a,b"]\n')
    take_keys(settings)
    assert reported(settings)[-1] == "2:1: keys.fnd: there is no such command; did you mean find?"
    assert [line.split(":")[0] for line in reported(settings)] == ["3", "4", "5", "6", "2"]
    assert settings.keys == {}
    assert "expected a table" in reported(read(path, "keys = 3"))[0]


def test_two_commands_with_one_key_are_reported_and_the_set_one_gets_it(path: Path) -> None:
    settings = read(path, '[keys]\nfind = "j"\n')
    take_keys(settings)
    assert reported(settings) == ["2:1: keys.find: the key j also belongs to line_down on the same screen"]
    assert settings.keys == {"find": ("j",), "line_down": ("down",)}
    apart = read(path, '[keys]\nlanguage = "ctrl+f"\nfind = "ctrl+f"\n')  # on different screens
    take_keys(apart)
    assert apart.faults == []


# -- the file that is written, and the docs -------------------------------------------------------------


def test_the_template_changes_nothing_until_a_line_is_uncommented(path: Path) -> None:
    settings = read(path, template())
    assert settings.faults == []
    assert settings.lines == {}
    freed = "".join(
        line.removeprefix("# ") if line.startswith(tuple(f"# {name} =" for name in BY_NAME)) else line
        for line in template().splitlines(keepends=True)
    )
    assert tomllib.loads(freed) == {s.name: list(s.default) if s.type == TEXTS else s.default for s in SETTINGS} | {
        "keys": {}
    }


def test_every_setting_is_documented_and_has_help_in_each_interface_language() -> None:
    page = (Path(__file__).parents[2] / "docs" / "SETTINGS.md").read_text("utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    assert rows == [f"| `{s.name}` | {s.help['en']} | {s.allowed} | `{toml(s.default)}` |" for s in SETTINGS]
    assert all(tuple(s.help) == INTERFACE_LANGUAGES for s in SETTINGS)
    assert all(s.help["en"].isascii() or "“" in s.help["en"] for s in SETTINGS)
    assert all(any("\u4e00" <= char <= "\u9fff" for char in s.help["zh"]) for s in SETTINGS)


def test_the_settings_in_force_are_shown_with_their_sources(path: Path) -> None:
    settings = read(path, 'theme = "paper"\n')
    lines = dict(shown(settings, {"find": ("slash",)}))
    assert lines['theme = "paper"'] == f"{path}:1"
    assert lines["mouse = true"] == "default"
    assert lines['keys.find = ["slash"]'] == "default"


def test_the_lines_of_names_are_found_after_texts_of_several_lines() -> None:
    text = 'a = """\ntheme = 1\n"""\n"theme" = "dark" # x\nkeys.find = "/"\n[ keys ] # y\nmode = "v"\n'
    assert lines_by_name(text) == {"a": 1, "theme": 4, "keys": 5, "keys.find": 5, "keys.mode": 7}
    assert lines_by_name("x = 1\n[a.b]\nc = 1\n") == {"x": 1, "a": 2, "a.b": 2, "a.b.c": 3}


@pytest.mark.parametrize(
    ("wanted", "environ", "wide"),
    [
        ("wide", {"LANG": "C"}, True),
        ("narrow", {"LANG": "zh_CN.GBK"}, False),
        ("auto", {}, False),
        ("auto", {"LANG": "zh_CN.UTF-8"}, False),
        ("auto", {"LANG": "zh_CN.UTF-8", "TERM_PROGRAM": "mintty"}, True),
        ("auto", {"LANG": "zh_CN.UTF-8@cjknarrow", "TERM_PROGRAM": "mintty"}, False),
        ("auto", {"LANG": "ja_JP.eucJP"}, True),
        ("auto", {"LANG": "zh_TW.Big5", "LC_ALL": "en_GB.UTF-8"}, False),
        ("auto", {"LC_CTYPE": "ko_KR.UTF-8@cjkwide"}, True),
        ("auto", {"LANG": "de_DE.UTF-8", "TERM_PROGRAM": "mintty"}, False),
    ],
)
def test_the_width_of_ambiguous_characters_follows_the_setting_or_the_locale(
    wanted: str, environ: dict[str, str], wide: bool
) -> None:
    assert is_wide(wanted, environ) is wide


def test_a_word_that_was_meant_is_looked_for_no_more_often_than_it_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("reader.nearest.nearest", lambda word, _known: asked.append(word) or "")
    settings = read(path, "\n".join(f"x{number} = 1" for number in range(9_000)) + "\nmouse = false\n[keys]\ny = 'y'\n")
    take_keys(settings)
    assert len(asked) == len(settings.faults) == MAX_FAULTS
    assert not settings.flag("mouse")


def test_a_fault_is_one_short_line(path: Path) -> None:
    settings = read(path, f'"{"x" * 9_000}" = 1\n  theme = "{"y" * 9_000}"\n[keys]\n"{"z" * 900}" = 1\n')
    assert [line.partition(" ")[0] for line in reported(settings)] == ["1:1:", "2:3:", "4:1:"]
    assert max(map(len, reported(settings))) < 250
