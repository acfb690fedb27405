"""Whatever a terminal sends, in whatever pieces: the program goes on, and nothing is typed that nobody typed."""

from __future__ import annotations

import random
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import AppBlur, AppFocus, Key, MouseDown, MouseMove, MouseScrollDown, MouseUp, Paste, Resize

from reader.ui.terminal.cutting import MAX_PASTE_CHARS, InputCutter
from reader.ui.terminal.input_events import InputEvents
from reader.ui.terminal.key_codes import KeyStroke, read_sequence
from tests.ui.terminal_input import Sent, characters, fault_of, pieces

ALIVE = b"j\x1b[A\x03"
KITTY = [
    ("\x1b[97u", "a", "a"),
    ("\x1b[97;1:1u", "a", "a"),
    ("\x1b[97;5:2u", "ctrl+a", None),
    ("\x1b[97:65;2;65u", "A", "A"),
    ("\x1b[97:65;2u", "A", "A"),
    ("\x1b[97;2u", "A", "A"),
    ("\x1b[97;65u", "A", "A"),
    ("\x1b[97;66u", "a", "a"),
    ("\x1b[49:33;2u", "exclamation_mark", "!"),
    ("\x1b[32u", "space", " "),
    ("\x1b[13u", "enter", "\r"),
    ("\x1b[13;129u", "enter", "\r"),
    ("\x1b[27u", "escape", None),
    ("\x1b[27;1:1u", "escape", None),
    ("\x1b[9;2u", "shift+tab", None),
    ("\x1b[127;1:2u", "backspace", "\x7f"),
    ("\x1b[57400;129u", "1", "1"),
    ("\x1b[57410;;47u", "slash", "/"),
    ("\x1b[57414u", "enter", "\r"),
    ("\x1b[1;5:1A", "ctrl+up", None),
    ("\x1b[3;1:2~", "delete", None),
    ("\x1b[1;2P", "shift+f1", None),
    ("\x1b[25~", "f13", None),
    ("\x1bO5P", "ctrl+f1", None),
    ("\x1b[27;5;9~", "ctrl+tab", None),
    ("\x1b[12288;;12288u", "ideographic_space", "\u3000"),
]
NOTHING = [
    *("\x1b[97;5:3u", "\x1b[97;1:3;97u", "\x1b[1;1:3A", "\x1b[3;1:3~"),  # let go
    *("\x1b[99~", "\x1b[0u", "\x1b[u", "\x1b[1114112u", "\x1b[55296u", "\x1b[57345u", "\x1b[5u"),
    *("\x1b[97;1;55296u"[:-1] + "x", "\x1b[97;1;7:8;9u", f"\x1b[{'9' * 5000}u", "\x1b[:65u", "\x1b[1;5R", "\x1b[7;3R"),
    *("\x1b[?62;22c", "\x1b[>1;2;3c", "\x1b[?31u", "\x1b[?997;1n", "\x1b[48;30;100;0;0t", "\x1b[48;0;0;0;0t"),
    *("\x1b[48;30;100;600;800t", "\x1b[?2026;9$y", "\x1b[<0;1M", "\x1b[<99999;1;1M", "\x1bNx"),
]


@pytest.mark.parametrize(("sequence", "key", "character"), KITTY)
def test_a_key_of_the_protocol_of_kitty(sequence: str, key: str, character: str | None) -> None:
    assert read_sequence(sequence) == (KeyStroke(key, character),)


def test_a_text_committed_by_an_input_method_is_typed_whole() -> None:
    text = "泉水四季如常，石桥与人家𠮷"
    sent = f"\x1b[0;;{':'.join(str(ord(char)) for char in text)}u"
    assert characters(Sent().read(sent.encode())) == text


@pytest.mark.parametrize("sequence", NOTHING)
def test_what_is_no_key_is_dropped_whole(sequence: str) -> None:
    sent = Sent()
    sent.input.takes_resizes = False
    assert [event.key for event in sent.read(sequence.encode() + b"j") if isinstance(event, Key)] == ["j"]


@pytest.mark.parametrize(
    ("data", "kinds"),
    [
        (b"\x1b[<0;20;10M\x1b[<0;20;10m\x1b[<35;3;4M\x1b[<65;9;9M", [MouseDown, MouseUp, MouseMove, MouseScrollDown]),
        (b"\x1b[M *+\x1b[M#*+\x1b[MC*+\x1b[Ma*+", [MouseDown, MouseUp, MouseMove, MouseScrollDown]),
        (b"\x1b[32;20;10M\x1b[35;20;10M\x1b[67;3;4M\x1b[97;9;9M", [MouseDown, MouseUp, MouseMove, MouseScrollDown]),
        (b"\x1b[I\x1b[O", [AppFocus, AppBlur]),
        (b"\x1b[48;30;100;600;800t", [Resize]),
    ],
)
def test_the_mouse_in_each_of_its_protocols_and_other_reports(data: bytes, kinds: list[type]) -> None:
    assert [type(event) for event in Sent().read(data)] == kinds


def test_the_places_of_the_mouse_are_the_same_in_each_protocol() -> None:
    events = Sent().read(b"\x1b[<0;10;11M\x1b[M *+\x1b[32;10;11M")
    assert {(event.x, event.y, event.button) for event in events} == {(9, 10, 1)}


@pytest.mark.parametrize(
    ("data", "keys"),
    [
        (b"\x1b", ["escape"]),
        (b"\x1b\x1b", ["escape", "escape"]),
        (b"\x1bj", ["alt+j"]),
        (b"\x1bJ", ["alt+shift+j"]),
        (b"\x1b[", ["alt+left_square_bracket"]),
        (b"\x1bO", ["alt+shift+o"]),
        (b"\x1bP", ["alt+shift+p"]),
        (b"\x1b/", ["alt+slash"]),
        (b"\x1b\x03", ["escape", "ctrl+c"]),
        (b"\x1b[1\r", ["enter"]),
        (b"\x1b]52;c;abc\x03q", ["ctrl+c", "q"]),
        (b"\x1b]52;c;abc\x1b", ["escape"]),
        (b"\x1b[1;\x18j", ["j"]),
        (b"\x1b[1;\x1b[A", ["up"]),
        ("\x1b[1泉".encode(), ["泉"]),
        (b"\x1bPabc\x07jj\x1b\\k", ["k"]),
        (b"\xffj\xe6\xb3j\xe6j", ["j", "j", "j"]),
        (b"\xe6\x9bj", ["j"]),
    ],
)
def test_halves_become_the_key_that_they_are_or_nothing(data: bytes, keys: list[str]) -> None:
    sent = Sent()
    events = [*sent.read(data), *sent.silence()]
    assert [event.key for event in events if isinstance(event, Key)] == keys
    assert characters(sent.read(b"j")) == "j"


def test_escape_waits_no_longer_than_it_must_and_a_number_longer() -> None:
    sent = Sent()
    sent.read(b"\x1b")
    assert sent.silence(0.05) == []
    assert [event.key for event in sent.silence(0.06)] == ["escape"]
    sent.read(b"\x1b[1;")
    sent.silence(0.5)  # over a slow line
    assert [event.key for event in sent.read(b"5A")] == ["ctrl+up"]


def test_a_paste_keeps_its_text_and_ends() -> None:
    sent = Sent()
    events = sent.read(b"\x1b[200~a\x1b[201b\0\xff\x1b[20") + sent.read(b"1~j")
    assert [event.text for event in events if isinstance(event, Paste)] == ["a\x1b[201b\ufffd"]
    assert characters(events) == "j"
    sent.read(b"\x1b[200~without an end")
    assert [event.text for event in sent.silence()] == ["without an end"]
    assert characters(sent.read(b"j")) == "j"


def test_a_report_of_the_size_counts_only_where_it_was_asked_for_and_is_sane() -> None:
    report = "\x1b[48;30;100;600;800t"
    assert read_sequence(report) == ()
    assert read_sequence(report, takes_resizes=True) == (report,)
    assert read_sequence("\x1b[48;3000;100;600;800t", takes_resizes=True) == ()


@pytest.mark.parametrize("begin", [b"\x1b]52;c;", b"\x1bP", b"\x1b_G", b"\x1b[", b"\x1b[200~", b"\x1bO", b"\x1b("])
def test_an_endless_sequence_takes_a_bounded_room(begin: bytes) -> None:
    more = (b" " if begin == b"\x1b(" else b"1;") * 32_768
    pieces, bound = (64, 4 * MAX_PASTE_CHARS) if begin == b"\x1b[200~" else (6, 3 * len(more))
    tracemalloc.start()
    sent = Sent()
    sent.read(begin)
    for _ in range(pieces):
        assert sent.read(more) == []
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < bound
    assert len(getattr((sent.silence() or [Paste("")])[0], "text", "")) <= MAX_PASTE_CHARS
    assert characters(sent.read(b"j")) == "j"


@given(st.integers(0, 2**32))
def test_no_input_types_what_nobody_typed_and_keys_go_on(seed: int) -> None:
    chance = random.Random(seed)
    sent = Sent()
    for piece in pieces(chance, 20):
        events = sent.all_of(piece, chance)
        assert fault_of(piece, events, sent.read(ALIVE)) == "", (seed, piece)


@given(st.binary(max_size=60))
def test_any_bytes_are_survived(data: bytes) -> None:
    sent = Sent()
    sent.read(data)
    sent.silence()
    assert [event.key for event in sent.read(ALIVE)][-3:] == ["j", "up", "ctrl+c"]


@given(st.integers(0, 2**32), st.data())
def test_the_units_do_not_depend_on_the_reads(seed: int, data: st.DataObject) -> None:
    chance = random.Random(seed)
    stream = b"".join(piece.sent for piece in pieces(chance, 6) if not piece.is_half)
    ends = sorted(data.draw(st.sets(st.integers(0, len(stream)), max_size=8)))

    def cut(*places: int) -> list[tuple[str, str]]:
        events, cutter, found = InputEvents(), InputCutter(0.1), []
        for begin, end in zip([0, *places], [*places, len(stream)], strict=True):
            found += cutter.feed(events.decode(stream[begin:end]), 0.0)
        found += cutter.tick(9.0)
        return [(kind, part) for kind, text in found for part in (text if kind == "text" else [text])]

    assert cut(*ends) == cut()


@pytest.mark.parametrize("end", ["\x1b\\", "\x9c"])
@pytest.mark.parametrize("size", [1, 3, 4096])
def test_whole_answers_are_heard_in_whatever_pieces_and_type_nothing(end: str, size: int) -> None:
    sent, heard = Sent(), []
    sent.input.answered = heard.append
    stream = (
        f"j\x1bP>|foot(1.13.1){end}\x1b_Gi=7;OK{end}\x1b[6;19;10t\x1bP{'q' * 300}{end}\x1b]11;broken\x18\x1b[?62;4ck"
    )
    data = stream.encode()
    events = [event for at in range(0, len(data), size) for event in sent.read(data[at : at + size])]
    assert characters(events) == "jk"
    assert heard == ["\x1bP>|foot(1.13.1)", "\x1b_Gi=7;OK", "\x1b[6;19;10t", "\x1b[?62;4c"]


def test_a_fault_of_the_framework_costs_its_sequence_only(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr("reader.ui.terminal.input_events.log.error", told.append)
    monkeypatch.setattr("textual._xterm_parser.XTermParser.parse_mouse_code", lambda *_: 1 / 0)
    sent = Sent()
    assert characters(sent.read(b"a\x1b[<0;20;10Mj")) == "aj"
    assert len(told) == 1
