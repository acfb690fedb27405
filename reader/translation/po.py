r"""Catalogues of gettext (PO): ``msgctxt`` is the address, the markup is that of issue files.

The hashes and the printed page are in comments (``#.``), which programs for translators keep.
"""

from __future__ import annotations

import re

from reader.model.record import record
from reader.translation.text_forms import written
from reader.translation.translation_file import FileFaultError, FileUnit, checked, decoded, hash_or_none

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.translation.translation_file import TranslationFile
    from reader.translation.units import TranslationUnit

_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[[0-9]{1,2}\])?)[ \t]+(?=\")")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"[ \t]*\Z')
_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{1,2}|[0-7]{1,3}|.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "\\": "\\", '"': '"'}
_FIELD = re.compile(r"^([A-Za-z-]+):[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_HASHES = re.compile(r"#\.[ \t]*(source|target) hash:?[ \t]*([0-9a-f]{8})\b")
_CHARSET = re.compile(r"charset=([\w-]+)")


def po(units: Sequence[TranslationUnit], issue_id: str) -> str:
    """Returns units as a catalogue."""
    first = units[0]
    header = (
        f"Project-Id-Version: {issue_id}\n"
        f"Language: {first.language}\n"
        "MIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\n"
        f"X-Source-Language: {first.source_language}\n"
    )
    lines = ['msgid ""', f"msgstr {_quoted(header)}", ""]
    for unit in units:
        lines += [f"#. {remark}" for remark in unit.remarks]
        lines += [f"#. source hash: {unit.source_hash}", f"#. target hash: {unit.target_hash}"]
        if unit.state == "stale":
            lines.append("#, fuzzy")
        lines += [
            f"msgctxt {_quoted(unit.address)}",
            f"msgid {_quoted(written(unit.source, unit.form))}",
            f"msgstr {_quoted(written(unit.target, unit.form))}",
            "",
        ]
    return "\n".join(lines)


def read_po(data: bytes) -> TranslationFile:
    """Returns the units of a catalogue.

    Raises:
        FileFaultError: If a line is no part of one, or it is not in UTF-8.
    """
    language = ""
    units = []
    for entry in _entries(_catalogue_text(data)):
        address, message = entry.get("msgctxt"), entry.get("msgid")
        if not message and not address:
            fields = dict(_FIELD.findall(entry.get("msgstr")))
            language = fields.get("Language", "").replace("_", "-")
        elif address:
            units.append(
                FileUnit(
                    address,
                    entry.line,
                    1,
                    message,
                    entry.get("msgstr"),
                    not entry.is_fuzzy,
                    hash_or_none(entry.hashes.get("source", "")),
                    hash_or_none(entry.hashes.get("target", "")),
                )
            )
        else:
            raise FileFaultError("the message has no msgctxt with an address", entry.line, 1)
    return checked(language, units)


def _catalogue_text(data: bytes) -> str:
    """Returns the text of a catalogue.

    Raises:
        FileFaultError: If its header names another encoding than UTF-8, or it is not in UTF-8.
    """
    declared = _CHARSET.search(data[:10_000].decode("latin-1"))
    if declared and declared[1].lower() not in ("utf-8", "utf8", "us-ascii", "ascii", "charset"):
        line = data[: declared.start(1)].count(b"\n") + 1
        raise FileFaultError(f"is in {declared[1]}; save it as UTF-8", line, 1)
    return decoded(data)


@record
class _Message:
    """A message with its translation."""

    line: int
    texts: dict[str, str]
    hashes: dict[str, str]
    is_fuzzy: bool

    def get(self, keyword: str) -> str:
        """Returns the text of a keyword; empty if it has none."""
        return self.texts.get(keyword, "")


def _entries(text: str) -> Iterator[_Message]:
    """Yields the entries of a catalogue; those that are out of use are left out."""
    texts: dict[str, str] = {}
    hashes: dict[str, str] = {}
    is_fuzzy = False
    begun, keyword = 0, ""
    for number, line in enumerate([*text.split("\n"), "#"], 1):
        found = _KEYWORD.match(line.strip())
        starts = found and found[1] in ("msgctxt", "msgid")
        if keyword.startswith("msgstr") and (line.startswith("#") or starts):
            yield _Message(begun, texts, hashes, is_fuzzy)
            texts, hashes, is_fuzzy, keyword = {}, {}, False, ""
        if line.startswith("#"):
            if comment := _HASHES.match(line):
                hashes[comment[1]] = comment[2]
            is_fuzzy = is_fuzzy or (line.startswith("#,") and "fuzzy" in line.replace(",", " ").split())
        elif found:
            keyword = found[1]
            _check_order(keyword, texts, number)
            begun = begun if texts else number
            texts[keyword] = _unquoted(line, line.index('"'), number)
        elif line.strip():
            if not keyword or not line.lstrip().startswith('"'):
                raise FileFaultError("expected msgctxt, msgid, msgstr or a comment", number, _first_column(line))
            texts[keyword] += _unquoted(line, line.index('"'), number)
    if texts:
        raise FileFaultError("the message has no msgstr", begun, 1)


def _first_column(line: str) -> int:
    return len(line) - len(line.lstrip()) + 1


def _check_order(keyword: str, texts: dict[str, str], line: int) -> None:
    if keyword in texts:
        raise FileFaultError(f"a second {keyword} in one message", line, 1)
    if keyword == "msgid_plural" or keyword.startswith("msgstr["):
        raise FileFaultError("a plural, which texts of an issue do not have", line, 1)
    if keyword == "msgstr" and "msgid" not in texts:
        raise FileFaultError("msgstr without msgid", line, 1)
    if keyword == "msgctxt" and texts:
        raise FileFaultError("msgctxt after msgid", line, 1)


def _unquoted(line: str, start: int, number: int) -> str:
    found = _STRING.match(line, start)
    if not found:
        raise FileFaultError("a text without its closing quotation mark, or with words after it", number, start + 1)
    return _ESCAPE.sub(lambda escape: _character(escape[1], number, start + 1), found[1])


def _character(escape: str, line: int, column: int) -> str:
    if escape in _ESCAPES:
        return _ESCAPES[escape]
    if escape[0] == "x" and len(escape) > 1:
        return chr(int(escape[1:], 16))
    if escape[0] in "01234567":
        return chr(int(escape, 8) % 256)
    raise FileFaultError(f"an unknown escape \\{escape}", line, column)


def _quoted(text: str) -> str:
    """Returns a text in quotes: one of several lines has each on a line of its own."""
    lines = text.split("\n")
    parts = [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
    quoted = [f'"{_escaped(part)}"' for part in parts]
    if len(quoted) < 2:
        return quoted[0] if quoted else '""'
    return "\n".join(['""', *quoted])


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")
