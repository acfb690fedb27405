"""The voices: found by the setting or by themselves, and the arguments that they are given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.learning import speech
from reader.learning.speech import fault_in, voice_of

if TYPE_CHECKING:
    from pathlib import Path


def machine(*programs: str) -> speech.Which:
    return lambda name: f"/bin/{name}" if name in programs else None


@pytest.mark.parametrize(
    ("language", "programs", "wanted"),
    [
        ("zh-Hans", ("espeak-ng",), ("/bin/espeak-ng", "-v", "cmn", "--stdin")),
        ("zh-Hant-HK", ("espeak-ng",), ("/bin/espeak-ng", "-v", "yue", "--stdin")),
        ("en", ("espeak-ng", "spd-say"), ("/bin/spd-say", "-w", "-l", "en", "{}")),
        ("en-GB", ("say", "espeak-ng"), ("/bin/say", "-v", "Samantha", "-f", "-")),
        ("fr", ("say", "espeak-ng"), ("/bin/espeak-ng", "-v", "fr", "--stdin")),
    ],
)
def test_a_voice_is_found_by_itself(language: str, programs: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    voice = voice_of(language, (), machine(*programs))
    assert voice
    assert voice.programs == (wanted,)
    assert bool(voice.stop) == ("spd-say" in wanted[0])


def test_piper_plays_through_a_second_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "voices").mkdir()
    (tmp_path / "voices" / "zh_CN-huayan-medium.onnx").touch()
    monkeypatch.setattr(speech, "data_folder", lambda: str(tmp_path))
    voice = voice_of("zh", (), machine("piper", "aplay", "espeak-ng"))
    assert voice
    assert [program[0] for program in voice.programs] == ["/bin/piper", "/bin/aplay"]
    other = voice_of("en", (), machine("piper", "aplay", "espeak-ng"))
    assert other
    assert other.name == "espeak-ng"  # there is no English voice
    assert voice_of("zh", (), machine()) is None


def test_the_setting_comes_first_and_its_text_is_one_argument_or_the_input() -> None:
    wanted = ("zh: say-it --text={} --x", "en: espeak-ng -v 'en gb' {}", "fr: a --raw | b -")
    chinese, english, french = (voice_of(tag, wanted, machine("say")) for tag in ("zh-Hans", "en", "fr-CA"))
    assert chinese
    assert english
    assert french
    assert chinese.commands("水; rm -rf $(x)\n\0y", 100) == ((("say-it", "--text=水; rm -rf $(x) y", "--x"),), b"")
    assert english.commands("-w /etc/x [[a]]", 80) == (
        (("espeak-ng", "-s", "140", "-v", "en gb", " -w /etc/x [ [a]]"),),
        b"",
    )
    assert french.commands("ça", 100) == ((("a", "--raw"), ("b", "-")), "ça\n".encode())
    assert (english.has_pace(), chinese.has_pace()) == (True, False)
    assert len(chinese.commands("x" * 9999, 100)[0][0][1]) < 2100


def test_a_program_that_ends_at_once_has_read_nothing() -> None:
    assert speech.is_hasty("a sentence of some words", 0.1)
    assert not speech.is_hasty("a sentence of some words", 0.5)
    assert not speech.is_hasty("no", 0.0)


@pytest.mark.parametrize("entry", ["espeak-ng", "zh: 'open", "zh: a | | b", "zh:"])
def test_a_wrong_entry_is_told(entry: str) -> None:
    assert fault_in(("en: x {}", entry)) == entry
    assert fault_in(("en: x {}",)) == ""
