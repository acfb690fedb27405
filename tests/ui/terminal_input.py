"""Invented input of a terminal: keys, sequences of every kind, whole, cut short and broken, and what it types."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.events import Key, Paste

from reader.ui.terminal.input_events import InputEvents

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterable

    from textual.message import Message

SILENCE_SECONDS = 3.0
"""Time after which no beginning of a sequence is waited for any more."""
CHARS = "jkqgGZ /?:1;[]OMR~u泉石é”👩\u3000\u202e\U0001f1e8𠮷"
CODES = (
    0,
    1,
    9,
    13,
    27,
    32,
    65,
    97,
    127,
    200,
    201,
    0x6CC9,
    0xD800,
    0xE000,
    57358,
    57400,
    57441,
    63743,
    0x10FFFF,
    0x110000,
)
FINALS = "".join(map(chr, range(0x40, 0x7F)))


class Piece(NamedTuple):
    """Bytes that a terminal sends; the characters that they may type; and whether they need a silence behind them."""

    sent: bytes
    may_type: str = ""
    pasted: str | None = None
    is_half: bool = False


def _number(chance: random.Random) -> str:
    return str(chance.choice((*CODES, chance.randrange(300), chance.randrange(10 ** chance.randint(1, 30)), "")))


def typed(chance: random.Random) -> Piece:
    text = "".join(chance.choice(CHARS) for _ in range(chance.randint(1, 6)))
    return Piece(text.encode(), text)


def kitty_key(chance: random.Random) -> Piece:
    """A key with any of the fields of the protocol: alternates, event, text."""
    code, char = chance.choice((97, 0x6CC9, 49, 57400, 57362, 13)), chance.choice("a泉A1")
    event = chance.choice(("", ":1", ":2", ":3", ":4", ":", ":999999999"))
    codes = f"{code}{chance.choice(('', ':65', '::99', ':65:99'))}"
    text = chance.choice(("", f";{ord(char)}", f";{ord(char)}:{ord(char)}"))
    sent = f"\x1b[{codes};{chance.choice(('', *range(1, 257)))}{event}{text}u"
    released = event == ":3"
    return Piece(sent.encode(), "" if released else "a泉A1", None)


def any_csi(chance: random.Random) -> Piece:
    """A control sequence of random numbers and signs."""
    inside = "".join(
        chance.choice((_number(chance), ";", ":", *"<=>?!$ '\"")) for _ in range(chance.choice((0, 1, 2, 3, 5, 40)))
    )
    final = chance.choice(FINALS)
    sent = f"\x1b[{inside}{final}"
    if sent in ("\x1b[M", "\x1b[[", "\x1b[200~"):
        return Piece(b"")
    numbers = "".join(sign if sign.isdecimal() else " " for sign in inside).split()
    codes = {int(number) for number in numbers if len(number) <= 7} | {57400}
    may_type = "".join(chr(code) for code in codes if code < 0x110000) + "1"
    odd = "$~" if "$" in inside else ""  # a key of rxvt ends with $: the rest are characters
    return Piece(sent.encode("utf-8", "replace"), may_type + may_type.upper() + (inside + final if odd else ""))


def mouse(chance: random.Random) -> Piece:
    numbers = ";".join(_number(chance) for _ in range(3))
    x10 = bytes(chance.randrange(32, 256) for _ in range(3))
    if chance.random() < 0.5:
        x10 = bytes(min(byte, 0x7F) for byte in x10)
    return Piece(
        chance.choice(
            (f"\x1b[<{numbers}M".encode(), f"\x1b[<{numbers}m".encode(), f"\x1b[{numbers}M".encode(), b"\x1b[M" + x10)
        )
    )


def reply(chance: random.Random) -> Piece:
    """The answer to a question that a program may have asked: devices, places, colours, settings, pictures."""
    ends = chance.choice(("\x1b\\", "\x9c"))
    words = "".join(chance.choice("abjq0;:/?=\r\n\t\x00泉") for _ in range(chance.choice((0, 3, 40, 5000))))
    whole = (
        *(
            "\x1b[?62;22c",
            "\x1b[>0;276;0c",
            "\x1b[=1;2c",
            "\x1b[12;40R",
            "\x1b[?1;2R",
            "\x1b[0n",
            "\x1b[?997;1n",
            "\x1b[?31u",
        ),
        *(
            "\x1b[?2026;2$y",
            "\x1b[?2048;2$y",
            "\x1b[?1;0$y",
            "\x1b[48;0;0;0;0t",
            "\x1b[48;30;100;600;800t",
            "\x1b[8;9;9t",
        ),
        *(f"\x1b]{words}\x07", f"\x1b]11;rgb:ffff/0/0{ends}", f"\x1b]52;c;{words}{ends}", f"\x1bP>|{words}{ends}"),
        *(f"\x1bP1+r{words}{ends}", f"\x1b_Gi=31;{words}{ends}", f"\x1bX{words}{ends}", f"\x1b^{words}{ends}"),
        *("\x1b[I", "\x1b[O", "\x1b(B", "\x1b#8", "\x1b[[A", "\x1b[3$", "\x1bOP", "\x1bO5P", "\x1bNx", "\x1b[Z"),
    )
    return Piece(chance.choice(whole).encode())


def eight_bits(chance: random.Random) -> Piece:
    """A control of 8 bits, as a byte or in UTF-8."""
    as_bytes = (
        b"\x9b97;5u",
        b"\x9bA",
        b"\x8fP",
        b"\x9d11;x\x07",
        b"\x90q\x1b\\",
        b"\x9fG\x9c",
        b"\x85",
        b"\x80",
        b"\x98x\x9c",
    )
    sent = chance.choice(as_bytes)
    return Piece(chance.choice((sent, sent.decode("latin-1").encode())))


def no_utf8(chance: random.Random) -> Piece:
    return Piece(
        chance.choice((b"\xff", b"\xc3", b"\xe6\xb3", b"\xf0\x9f\x91", b"\xed\xa0\x80", b"\xa0\xbf", b"\xc0\xaf"))
        + b"\0"
    )


def control(chance: random.Random) -> Piece:
    return Piece(bytes([chance.choice([*range(27), 28, 29, 30, 31, 127])]))


def paste(chance: random.Random) -> Piece:
    text = "".join(chance.choice(CHARS + "\x1b\r\n\t\x01\x9b") for _ in range(chance.choice((0, 1, 30, 3000))))
    text = text.replace("\x1b[201~", "")
    return Piece(b"\x1b[200~" + text.encode() + b"\x1b[201~", "", text)


def half(chance: random.Random) -> Piece:
    """The beginning of a sequence, after which nothing comes."""
    whole = chance.choice((kitty_key, mouse, reply, eight_bits))(chance).sent
    cut = whole[: chance.randrange(1, max(2, len(whole)))]
    return Piece(cut if b"\x1b[3$" not in cut else b"\x1b", "", None, True)


def endless(chance: random.Random) -> Piece:
    """A sequence that goes on until the terminal is silent."""
    sent = chance.choice((b"\x1b]52;c;", b"\x1bP", b"\x1b_G", b"\x1b[", b"\x1bO", b"\x1b(", b"\x9d"))
    more = {b"\x1b[": b"1;", b"\x1bO": b"1;", b"\x1b(": b" "}.get(sent, b"jq")
    return Piece(sent + more * chance.choice((1, 30, 10_000)), "", None, True)


KINDS: tuple[Callable[[random.Random], Piece], ...] = (
    *(typed, kitty_key, any_csi, mouse, reply, eight_bits, no_utf8, control, paste, half, endless),
)


def pieces(chance: random.Random, count: int) -> list[Piece]:
    return [chance.choice(KINDS)(chance) for _ in range(count)]


def characters(events: Iterable[Message]) -> str:
    """Returns the printable characters that events type."""
    keys = (event for event in events if isinstance(event, Key))
    return "".join(key.character for key in keys if key.character and key.character.isprintable())


class Sent:
    """A terminal that sends to the reader's input, in reads of any size, at a time of its own."""

    def __init__(self) -> None:
        self.input = InputEvents()
        self.input.takes_resizes = True
        self.now = 0.0

    def read(self, data: bytes) -> list[Message]:
        self.now += 0.001
        text = self.input.decode(data)
        return self.input.feed(text, self.now) if text else []

    def silence(self, seconds: float = SILENCE_SECONDS) -> list[Message]:
        self.now += seconds
        return self.input.feed("", self.now)

    def all_of(self, piece: Piece, chance: random.Random) -> list[Message]:
        """Sends a piece in reads of random size; a silence follows one that is half."""
        events, place = [], 0
        while place < len(piece.sent):
            size = chance.choice((1, 2, 3, 7, 4096))
            events += self.read(piece.sent[place : place + size])
            place += size
        return [*events, *(self.silence() if piece.is_half else ())]


def fault_of(piece: Piece, events: list[Message], alive: list[Message]) -> str:
    """Returns why events are not those of a piece, or of the keys j, Up and Ctrl+C behind it; "" if they are."""
    wrong = set(characters(events)) - set(piece.may_type)
    pasted = [event.text for event in events if isinstance(event, Paste)]
    if wrong:
        return f"typed {wrong}"
    if piece.pasted is not None and pasted != [piece.pasted.replace("\0", "")]:
        return f"pasted {pasted}"
    keys = [event.key for event in alive if isinstance(event, Key)]
    return "" if keys == ["j", "up", "ctrl+c"] else f"then came {keys}"
