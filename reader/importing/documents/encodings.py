"""The encoding of a text: by its byte order mark, by its declaration, else by the characters that its bytes make."""

from __future__ import annotations

import codecs
import re

from reader.errors import UnusableError
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_LATIN_MARKS = 2
"""Letters with accents in a word of a language in Latin letters."""
SAMPLE_BYTES = 200_000
"""Number of bytes at the beginning of a text that encodings are compared by."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"(?:<\?xml[^>]{0,200}?encoding|<meta[^>]{0,300}?charset|charset|coding)\s*[=:]\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})"
)
_NAMES = {
    "utf-8": "UTF-8",
    "gb18030": "GB 18030",
    "big5hkscs": "Big5",
    "cp950": "Big5",
    "cp932": "Shift-JIS",
    "euc_jp": "EUC-JP",
    "euc_kr": "EUC-KR",
    "cp949": "EUC-KR",
    "cp1252": "Windows-1252",
    "iso2022_jp": "ISO-2022-JP",
    "cp1251": "Windows-1251",
    "koi8_r": "KOI8-R",
    "koi8_u": "KOI8-U",
    "cp1256": "Windows-1256",
    "cp866": "CP866",
}
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "iso8859-1": "cp1252",
    "ascii": "utf-8",
}
"""The encoding that holds all characters of another one, by the name of Python."""
_OF_SEVERAL_BYTES = ("gb18030", "big5hkscs", "cp932", "euc_jp", "cp949")
_CANDIDATES = (*_OF_SEVERAL_BYTES, "cp1252", "cp1251", "koi8_u", "cp866", "cp1256")
MIN_GOOD_CHARS, MIN_GOOD_CHARS_UTF_8 = 20, 8
"""Number of foreign characters that a damaged text has for each one that its encoding does not have.

In UTF-8 fewer are enough: bytes of other encodings hardly ever follow its rules.
"""
_ESCAPES_OF_JIS = (b"\x1b$B", b"\x1b$@", b"\x1b(J")
"""Changes of the set of characters in ISO-2022-JP, all of whose bytes are ASCII."""
_CYRILLIC = frozenset("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфёіїєґ")
_ALPHABETS = {
    "cp1251": _CYRILLIC,
    "koi8_u": _CYRILLIC,
    "cp866": _CYRILLIC,
    "cp1256": frozenset("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإؤئپچژکگی،؛؟"),
}
"""Small letters of an encoding of an alphabet other than Latin."""
_CYRILLIC_CAPITALS = re.compile("[\u0430-\u044f\u0451-\u045f][\u0410-\u042f\u0401-\u040f]")
"""A capital after a small letter, as in Russian text that is read in another encoding of Russian."""
_FREQUENT = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔"
    "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運筆"
)
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fc]")
_FREQUENT_HANGUL = frozenset(
    "이다는을의가에하고지를은로한도사어아기나리라시자서있그것들인수대해스만과일전으보정게여장부제주면성내구상었적동공때"
    "안오말원와거위했조세마용니모음관화비트소신생물경우무모르개되없날앞중계까명집연방저국려두더데던네요습겠"
)
_MARKS_OF_HAN = frozenset("，。、；：？！“”‘’（）《》「」『』…—　・ー")
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f]")
MAX_CONTROL_SHARE = 0.05
"""Share of control characters above which bytes are no text: some encodings have a character for each byte."""
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\uff61-\uff9f\ufffd]")
_LATIN_MARKS = frozenset("àâäáãåæçèéêëìíîïñòóôöõœùúûüýÿßÀÂÄÁÇÈÉÊËÍÎÏÑÓÔÖŒÚÛÜ«»“”‘’–—…€£°·§©®¿¡ ")


@record
class DecodedText:
    """A text, and the encoding that its bytes were in."""

    text: str
    encoding: str
    """Its name, such as ``UTF-8`` or ``GB 18030``."""
    is_sure: bool = True


def decoded(data: bytes, name: str) -> DecodedText:
    r"""Returns bytes as text with ``\\n`` at line ends; ``name`` is the source's name in messages.

    Raises:
        UnusableError: They are empty, or no text in an encoding that is known.
    """
    found = _decoded(data, name)
    text = found.text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UnusableError(f"{name} is empty")
    if "\0" in text or len(_CONTROLS.findall(text[:SAMPLE_BYTES])) > MAX_CONTROL_SHARE * len(text[:SAMPLE_BYTES]):
        raise UnusableError(f"{name} is no text")
    return DecodedText(text, found.encoding, found.is_sure)


def _decoded(data: bytes, name: str) -> DecodedText:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return DecodedText(_strictly(data, encoding, name), encoding.upper().replace("-SIG", ""))
    if encoding := _unmarked_utf16(data):
        return DecodedText(_strictly(data, encoding, name), "UTF-16")
    if any(escape in data[:SAMPLE_BYTES] for escape in _ESCAPES_OF_JIS):
        try:
            return DecodedText(data.decode("iso2022_jp"), _NAMES["iso2022_jp"])
        except UnicodeDecodeError:
            pass
    declared = _declared(data[:4096])
    if declared != "iso2022_jp":  # whose bytes are ASCII
        try:
            return DecodedText(data.decode("utf-8"), "UTF-8")
        except UnicodeDecodeError as error:
            start = error.start
    if declared and not declared.startswith("utf"):
        try:
            return DecodedText(data.decode(declared), _NAMES.get(declared, declared.upper()))
        except UnicodeDecodeError:
            start = 0
    if b"\0" in data[:SAMPLE_BYTES]:
        raise UnusableError(f"{name} is no text")
    scored = [(score, encoding) for encoding in _CANDIDATES if (score := _score(data, encoding)) is not None]
    _refuse_damaged(data, name, max(scored, default=(0.0, ""))[0])
    if not scored or max(scored)[0] <= 0:
        raise UnusableError(f"{name} is in no encoding that is known (not UTF-8 from byte {start:,} on)")
    scored.sort(reverse=True)
    best = scored[0][1]
    is_sure = len(scored) < 2 or scored[0][0] > scored[1][0] * 1.2
    text = data.decode(best)
    if best == "koi8_u" and data.decode("koi8_r", "replace") == text:
        best = "koi8_r"
    return DecodedText(text, _NAMES[best], is_sure)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnusableError(f"{name} is damaged: it is no {encoding.upper()} at byte {error.start:,}") from None


def _refuse_damaged(data: bytes, name: str, best: float) -> None:
    """Refuses a text with few bytes that are none in its encoding, as one that was cut off; all others fit no better.

    Args:
        data: Bytes of no UTF-8.
        name: The source's name in the message.
        best: Score of the best encoding that all bytes are in.
    """
    found: list[tuple[float, str]] = []
    for encoding in ("utf-8", *_OF_SEVERAL_BYTES):
        text = data.decode(encoding, "replace")
        foreign = sum(character >= "\x80" for character in text)
        lost = text.count("\ufffd") - data.count("\ufffd".encode()) * (encoding == "utf-8")
        if 0 < lost * (MIN_GOOD_CHARS_UTF_8 if encoding == "utf-8" else MIN_GOOD_CHARS) <= foreign:
            found.append((2.0 if encoding == "utf-8" else _score_of(text[:SAMPLE_BYTES], encoding), encoding))
    score, encoding = max(found, default=(0.0, ""))
    if score > best:
        try:
            data.decode(encoding)
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
            place = f"byte {error.start:,}, on line {line:,}"
            raise UnusableError(f"{name} is damaged: it is no {_NAMES[encoding]} at {place}") from None


def _declared(head: bytes) -> str:
    found = _DECLARED.search(head)
    if not found:
        return ""
    try:
        encoding = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return ""
    return _WIDER.get(encoding, encoding)


def _unmarked_utf16(data: bytes) -> str:
    """Returns the order of bytes of UTF-16 without a mark, by the zeros of its letters; empty for other texts."""
    sample = data[:2000]
    if len(sample) < 4 or len(data) % 2:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 20 < len(sample) or min(even, odd) * 4 > max(even, odd):
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _score(data: bytes, encoding: str) -> float | None:
    """Returns the share of a text's foreign characters that are frequent ones; None if it is not in an encoding."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return _score_of(text[:SAMPLE_BYTES], encoding)


def _score_of(text: str, encoding: str) -> float:
    """Returns the share of the foreign characters of a text in an encoding that are frequent ones."""
    foreign = [character for character in text if character >= "\x80"]
    if not foreign:
        return 0.0
    if encoding in _ALPHABETS:
        return _alphabet_score(text, encoding)
    if encoding == "cp1252":
        return _latin_score(text, foreign)
    good = float(sum(character in _FREQUENT or character in _MARKS_OF_HAN for character in foreign))
    together = "".join(foreign)
    good += len(_KANA.findall(together)) * (1.0 if encoding in ("cp932", "euc_jp") else 0.3)
    good += sum(map(_FREQUENT_HANGUL.__contains__, foreign)) * (encoding == "cp949")
    return max(0.0, (good - 3 * len(_ODD.findall(together)))) / len(foreign)


def _alphabet_score(text: str, encoding: str) -> float:
    """Returns the share of the letters beyond ASCII, and of marks, that are small letters of an alphabet, in words."""
    foreign = [character for character in text if character >= "\x80"]
    letters = [character for character in foreign if character.isalpha()]
    small = sum(character in _ALPHABETS[encoding] for character in letters)
    together = "".join(foreign)
    odd = len(_ODD.findall(together)) + len(_CYRILLIC_CAPITALS.findall(text))
    marks = sum(character in _LATIN_MARKS for character in foreign if not character.isalpha())
    lone = len(re.findall(r"[A-Za-z][\u0400-\u06ff]|[\u0400-\u06ff][A-Za-z]", text))
    capitals = sum(map(str.isupper, letters))
    is_words = capitals * 2 < len(letters)
    return max(0.0, small + marks + is_words * capitals - 3 * odd - 2 * lone) / len(foreign)


def _latin_score(text: str, foreign: Sequence[str]) -> float:
    """Returns the share of letters with accents and of marks, lower where several of them follow each other."""
    words = re.findall(r"[A-Za-z\u00c0-\u024f]*[\u0080-\u024f\u2010-\u20ac]+[A-Za-z]*", text)
    good = sum(character in _LATIN_MARKS for character in foreign)
    lone = sum(len(re.sub(r"[A-Za-z]", "", word)) <= MAX_LATIN_MARKS for word in words)
    return good / len(foreign) * (lone / max(1, len(words))) ** 2
