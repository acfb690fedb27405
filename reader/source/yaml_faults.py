"""Causes of syntax errors: the parser says where it could not go on, this module looks for the fault by its name.

A cause is often in the line before, because YAML takes a line without a key for the rest of the text above it.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from reader.gate import quoted
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_MERGE_MARK = re.compile(r"^(?:={7}|(?:<{7}|>{7}|\|{7}|%{7}|\+{7})(?:[ \t].*)?)\r?$", re.MULTILINE)
"""A line that Git, Mercurial or Jujutsu writes into a file with a conflict."""
_START = r"(?P<before> *(?:- +)*(?:\{ *)?)"
_KEY = r"(?P<quote>[\"']?)(?P<key>[A-Za-z][A-Za-z0-9-]*)(?P=quote)"
_TAB = re.compile(r" *(?:- *)*(?=\t)")
_WIDE_COLON = re.compile(_START + _KEY + r" *(?=：)")
_WIDE_COLON_IN_BRACES = re.compile(rf"(?<=[{{,]) *(?=[\"']){_KEY} *(?=：)")
_WIDE_SPACE = re.compile(_START + _KEY + r":(?=[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff])")
_NO_SPACE = re.compile(_START + _KEY + r":(?=[^\s:/])")
_NO_COLON = re.compile(_START + _KEY + r"(?= *$| +[^\s:])")
_NO_SPACE_AFTER_HYPHEN = re.compile(r" *-(?=[^\s-])")
_INDENT = re.compile(r" *(?:- +)*")
_STARTS_ENTRY = re.compile(r"(?P<before> *(?:- +)*)(?:[\w-]+: |[\w-]+:$|(?<=- )\S)")
_IS_KEY = re.compile(r"""[\w-]+:(?: |$)|"[^"]*": |'[^']*': """)
MAX_LINES_ABOVE = 200
"""Maximum number of lines in which the indent of the entries above a line is looked for."""
_ITEM = re.compile(r"( *)- +\S")
_WIDE = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff"
_WIDE_INDENT = re.compile(rf" *(?:- *)*(?=[{_WIDE}])")
_BULLET = re.compile(r" *(?=[－–—−•·‧●▪◦○■*+] +\S)")
_COMMENT_OF_OTHERS = re.compile(r" *(?=<!--|//|/\*)")
_INDENTED_MERGE_MARK = re.compile(r" +(?=(?:<{7}|>{7}|\|{7}|={7})(?: |$))")
_LIKE_MERGE_MARK = re.compile(r" *(?=([=<>|])\1{3,}(?: |$))")
_END_OF_DOCUMENT = re.compile(r"(?=\.\.\. *$)")
_WIDE_BRACE = re.compile(r"[^#]*?(?:: +|- +|^ *)(?=[｛［])")
_WIDE_BRACE_AT_END = re.compile(r"[^#]*?[{\[][^{\[}\]｝］]*(?=[｝］] *$)")
_ENTRY_IN_BRACES = re.compile(
    r"(?P<mark>[，、；;]?)(?<! )(?P<blank> *)(?<![A-Za-z0-9-])(?P<key>[A-Za-z][A-Za-z0-9-]*): "
)
_BRACKETS = re.compile(r"[^#'\"]*?(?:: +|- +)(?=[{\[])")
_TEXT_AFTER_HEADER = re.compile(r" *(?:- +)*[^\s#:]+: +(?=(?P<mark>[|>])[-+0-9]* +[^\s#])")
_QUOTED = re.compile(
    r"""(?:^[ ]*(?:-[ ]+)*(?:[^\s:'"]+:[ ]+)?|[{\[,][ ]*(?:[^\s:,'"{}\[\]]+:[ ]+)?)
        (?:'(?P<single>[^']*+(?:''[^']*+)*+)'|"(?P<double>[^"\\]*+(?:\\.[^"\\]*+)*+)"|(?P<open>['"]))""",
    re.VERBOSE,
)
"""A text between quotation marks, or a mark that its line does not close."""
_AFTER_QUOTES = re.compile(r" *(?:$|[,}\]:]| #)")
_IN_BRACES = re.compile(r" *(?:- +)*(?:[^\s:'\"{\[]+: +)?[{\[]")
_BEFORE_VALUE = (":", "-", "[", "{")
"""Ends of a line before one that begins a value."""
_REST_OF_QUOTED = {
    "'": re.compile(r"[^']*+(?:''[^']*+)*+'"),
    '"': re.compile(r'[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL),
}
"""A quoted text after the mark that begins it."""
_KEY_IN_TEXT = re.compile(rf"^{_START}{_KEY}:(?: |$)", re.MULTILINE)
MAX_QUOTED_LINES = 2000
"""Maximum number of lines in which the beginning of a quoted text is looked for."""


@record
class SyntaxFault:
    """The cause of a syntax error; ``line`` and ``column`` count from 0."""

    line: int
    column: int
    message: str
    hint: str


def merge_mark(text: str) -> int:
    """Returns the index of the first mark that a merge conflict left; -1 if there is none."""
    found = _MERGE_MARK.search(text)
    return found.start() if found else -1


def cause(lines: Sequence[str], first: int, last: int, known: frozenset[str]) -> SyntaxFault | None:
    """Returns the cause of a syntax error; None if it has none of the known ones.

    Args:
        lines: The lines of the file.
        first: The line in which the parser began to read the value or key.
        last: The line in which it could not go on.
        known: The keys of the format and the tags of languages: a word is taken for a key without its colon only if
            it is one of them.
    """
    last = min(last, len(lines) - 1)
    if found := _open_quotes(lines, last, known):
        return found
    above = first - 1
    while above > 0 and not lines[above].strip():
        above -= 1
    near = sorted({max(above, 0), min(first, last), max(last - 1, 0), last})
    for number in near:
        for find in (_character, _tab, _colon, _block, _header, _hyphen, _comment, _separator, _quotes, _brackets):
            if found := find(lines, number, known):
                return found
    starts = (_missing_colon(lines[number], number, known) for number in near)
    return next(filter(None, starts), None)


_INDENT_FAULT = ("{}, not a space, is in the indent", "indent with ordinary spaces")


def wide_indent(character: str) -> tuple[str, str]:
    """Returns the message and the hint for another space that YAML takes for the beginning of a key."""
    message, hint = _INDENT_FAULT
    return message.format(f"U+{ord(character):04X}"), hint


_CHARACTERS = (
    (_INDENTED_MERGE_MARK, "a merge conflict was left in the file", "keep one of the two versions"),
    (_LIKE_MERGE_MARK, "this looks like a mark of a merge conflict", "keep one version and no mark"),
    (_END_OF_DOCUMENT, "the document ends here", "remove the line with three full stops"),
    (_COMMENT_OF_OTHERS, "this is no comment in YAML", "begin a comment with #"),
    (_BULLET, "{} does not begin an entry of a list", "write - and a space"),
    (_WIDE_INDENT, *_INDENT_FAULT),
    (_WIDE_BRACE, "a full-width bracket ({}) begins a value", "write {{ or [ with half-width ones"),
    (_WIDE_BRACE_AT_END, "a full-width bracket ({}) ends a value", "write }} or ] with half-width ones"),
)
"""Characters in the place of others: a pattern up to the first, the message, the hint."""


def _character(lines: Sequence[str], number: int, _known: frozenset[str]) -> SyntaxFault | None:
    line = lines[number]
    for pattern, message, hint in _CHARACTERS:
        if (found := pattern.match(line)) and found.end() < len(line):
            character = line[found.end()]
            shown = character if character.isprintable() else f"U+{ord(character):04X}"
            return SyntaxFault(number, found.end(), message.format(shown), hint.format())
    return None


def _header(lines: Sequence[str], number: int, _known: frozenset[str]) -> SyntaxFault | None:
    found = _TEXT_AFTER_HEADER.match(lines[number])
    if not found:
        return None
    message = f"text follows {found['mark']} in its line"
    hint = f"begin the block in the next line, or put a text that begins with {found['mark']} between quotes"
    return SyntaxFault(number, found.end(), message, hint)


def _separator(lines: Sequence[str], number: int, known: frozenset[str]) -> SyntaxFault | None:
    """Finds a wrong or missing comma between two entries in braces."""
    line = lines[number]
    brace = line.find("{")
    for found in _ENTRY_IN_BRACES.finditer(line, brace + 1) if brace >= 0 else ():
        key, before = found["key"], line[found.start() - 1]
        if key not in known:
            continue
        if found["mark"]:
            message = f"{found['mark']} is before {quoted(key)}, where YAML wants a comma"
            return SyntaxFault(number, found.start(), message, "write , and a space")
        if found["blank"] and before not in ",{:}":
            return SyntaxFault(number, found.start(), f"a comma is missing before {quoted(key)}", "write , and a space")
    return None


def _brackets(lines: Sequence[str], number: int, _known: frozenset[str]) -> SyntaxFault | None:
    """Finds a text that goes on after the bracket that ends it, and brackets that do not belong together."""
    line = lines[number]
    start = _BRACKETS.match(line)
    if not start or "'" in line or '"' in line:
        return None
    opened: list[str] = []
    for index in range(start.end(), len(line)):
        character = line[index]
        if character in "{[":
            opened.append("}" if character == "{" else "]")
        elif character in "}]":
            wanted = opened.pop()
            if character != wanted:
                return SyntaxFault(number, index, f"{character} is where {wanted} belongs", f"write {wanted}")
            if not opened:
                return _after_bracket(line, number, index)
    return None


def _after_bracket(line: str, number: int, index: int) -> SyntaxFault | None:
    rest = line[index + 1 :].strip()
    if not rest or rest[0] == "#":
        return None
    if rest[0] in "}]":
        return SyntaxFault(number, line.index(rest[0], index + 1), f"{rest[0]} closes nothing", "remove it")
    message = "the text goes on after this bracket, which ends it"
    return SyntaxFault(number, index, message, "put a text that begins with a bracket between quotes")


def _quotes(lines: Sequence[str], number: int, _known: frozenset[str]) -> SyntaxFault | None:
    """Finds a text that goes on after its closing quotation mark."""
    line = lines[number]
    for found in _QUOTED.finditer(line):
        if found["open"] or _AFTER_QUOTES.match(line, found.end()):
            continue
        if found["single"] is not None:
            hint = "write two ('') for one inside the text, or put the whole text between double ones"
        else:
            hint = 'write \\" for one inside the text, or put the whole text between single ones'
        return SyntaxFault(number, found.end() - 1, "the text goes on after this quotation mark, which ends it", hint)
    return None


def _open_quotes(lines: Sequence[str], last: int, known: frozenset[str]) -> SyntaxFault | None:
    """Finds a quotation mark that only one of a later text closes, so that entries became a part of the text."""
    first = max(last - MAX_QUOTED_LINES, 0)
    starts = [0]
    for line in lines[first : last + 1]:
        starts.append(starts[-1] + len(line) + 1)
    text = "\n".join(lines[first : last + 1])
    for number in range(last - 1, first - 1, -1):
        line, start = lines[number], starts[number - first]
        opened = next((found for found in _QUOTED.finditer(line) if found["open"]), None)
        if not opened or (opened[0][0] in "{[," and not _IN_BRACES.match(line)):
            continue
        is_alone = opened[0][:-1].isspace() or opened[0] == opened["open"]
        if is_alone and not lines[max(number - 1, 0)].rstrip().endswith(_BEFORE_VALUE):
            continue  # a line of a longer text
        inside = _REST_OF_QUOTED[opened["open"]].match(text, start + opened.end())
        if not inside or inside.end() < starts[last - first - 1]:
            continue
        there = first + bisect_right(starts, inside.end() - 1)  # from 1
        if _AFTER_QUOTES.match(lines[there - 1], inside.end() - starts[there - 1 - first]):
            continue
        keys = _KEY_IN_TEXT.finditer(text, starts[number - first + 1], inside.end())
        if any(key["key"] in known for key in keys):
            message = f"the quotation mark that begins here is not closed before the one in line {there}"
            hint = "close it where its text ends, or write \\ as \\\\ between double ones"
            return SyntaxFault(number, opened.end() - 1, message, hint)
    return None


def wrong_indent(lines: Sequence[str], number: int) -> SyntaxFault | None:
    """Finds a line whose indent is that of no list or mapping above it."""
    line = lines[min(number, len(lines) - 1)]
    column = len(line) - len(line.lstrip(" "))
    if not _STARTS_ENTRY.match(line):
        return None
    columns: list[int] = []
    of_list = line.startswith("- ", column)
    for above in range(number - 1, max(number - 1 - MAX_LINES_ABOVE, -1), -1):
        found = _STARTS_ENTRY.match(lines[above])
        if not found or not _is_content(lines[above]):
            continue
        if not columns and lines[above].rstrip().endswith(":"):
            return None  # entries under a key begin anywhere
        indent = len(lines[above]) - len(lines[above].lstrip(" "))
        content = found.end("before")
        hyphens = [at for at in range(indent, content) if lines[above][at] == "-"]
        own = hyphens if of_list else [content] if _IS_KEY.match(lines[above], content) else []
        columns += [at for at in own if not columns or at < min(columns)]
        if (columns and indent < column) or not indent:
            break
    if not columns or column in columns:
        return None
    near = min(columns, key=lambda at: abs(at - column))
    message = f"this line is indented by {column} spaces, the entries above it by {near}"
    return SyntaxFault(number, column, message, "start the entries of a list or mapping in the same column")


def _tab(lines: Sequence[str], number: int, _known: frozenset[str]) -> SyntaxFault | None:
    found = _TAB.match(lines[number])
    if not found:
        return None
    return SyntaxFault(number, found.end(), "a tab stands where YAML wants spaces", "indent with spaces")


def _colon(lines: Sequence[str], number: int, known: frozenset[str]) -> SyntaxFault | None:
    line = lines[number]
    if found := _WIDE_COLON.match(line) or _WIDE_COLON_IN_BRACES.search(line):
        message = f"a full-width colon (：, U+FF1A) follows {quoted(found['key'])}"
        return SyntaxFault(number, found.end(), message, f"write {found['key']}: with a half-width colon and a space")
    if found := _WIDE_SPACE.match(line):
        code = f"U+{ord(line[found.end()]):04X}"
        message = f"{code}, not a space, follows the colon of {quoted(found['key'])}"
        return SyntaxFault(number, found.end(), message, "write an ordinary space")
    found = _NO_SPACE.match(line)
    if found and found["key"] in known:
        message = f"a space is missing after the colon of {quoted(found['key'])}"
        return SyntaxFault(number, found.end(), message, f"write {found['key']}: and a space")
    return None


def _block(lines: Sequence[str], number: int, _known: frozenset[str]) -> SyntaxFault | None:
    """Finds a line of a block of text that is not indented more than its key."""
    above = number - 1
    while above > 0 and not lines[above].strip():
        above -= 1
    indent = _block_indent(lines[above]) if above >= 0 else -1
    line = lines[number]
    column = len(line) - len(line.lstrip(" "))
    if not line.strip() or column > indent or re.match(r" *(?:- +)*[\w-]+:( |$)", line):
        return None
    message = f"the text of the block that begins in line {above + 1} is not indented"
    return SyntaxFault(number, column, message, "indent it by two spaces more than its key")


def _block_indent(line: str) -> int:
    """Returns the indent of a line that ends with the header of a block of text; -1 for any other."""
    before = line.partition("#")[0].rstrip(" ").rstrip("-+0123456789")
    indent = _INDENT.match(line)
    return indent.end() if indent and before.endswith(("|", ">")) else -1


def _hyphen(lines: Sequence[str], number: int, _known: frozenset[str]) -> SyntaxFault | None:
    found = _NO_SPACE_AFTER_HYPHEN.match(lines[number])
    if not found:
        return None
    return SyntaxFault(number, found.end(), "a space is missing after the hyphen", "write - and a space")


def _comment(lines: Sequence[str], number: int, _known: frozenset[str]) -> SyntaxFault | None:
    before, _, after = lines[number].partition("#")
    if not before.endswith(" ") or not after[:1].strip() or before.rfind("{") <= before.rfind("}"):
        return None
    message = "a comment begins at # and takes the rest of the line, with the closing brace"
    return SyntaxFault(number, len(before), message, "put a text with a space and # in it between quotes")


def _missing_colon(line: str, number: int, known: frozenset[str]) -> SyntaxFault | None:
    found = _NO_COLON.match(line)
    if not found or found["key"] not in known:
        return None
    message = f"a colon is missing after {quoted(found['key'])}"
    return SyntaxFault(number, found.end(), message, f"write {found['key']}: and a space")


def without_article(lines: Sequence[str], number: int) -> list[str] | None:
    """Returns a file's lines with a placeholder for the article that has a line; None if no article has it.

    The number of lines stays, and so do the positions of everything else. The placeholder keeps the article's id.
    """
    number = min(number, len(lines) - 1)  # the parser counts a line after the last
    head = next((above for above in range(number, -1, -1) if re.match(r" *articles: *(#.*)?\r?$", lines[above])), None)
    if head is None:
        return None
    first = next((below for below in range(head + 1, len(lines)) if _is_content(lines[below])), len(lines))
    item = _ITEM.match(lines[first]) if first < len(lines) else None
    if item is None or first > number:
        return None
    indent = len(item[1])
    start = end = first
    for below in range(first, len(lines)):
        end = below
        column = len(lines[below]) - len(lines[below].lstrip(" "))
        is_item = column == indent and _ITEM.match(lines[below])
        if below > number and _is_content(lines[below]) and (is_item or column < indent) and _is_safe(lines[below]):
            break
        if is_item and below <= number:
            start = below
    else:
        end = len(lines)
    between = lines[first : number + 1]
    if any(_is_content(line) and len(line) - len(line.lstrip(" ")) < indent and _is_safe(line) for line in between):
        return None  # the list of articles ended before the line
    identifier = next((m[1] for line in lines[start:end] if (m := re.match(r"[- ]+id: *([a-z0-9-]+)", line))), "unread")
    placeholder = f"{' ' * indent}- {{id: {identifier}, title: x, body: [x]}}"
    return [*lines[:start], placeholder, *[""] * (end - start - 1), *lines[end:]]


def _is_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _is_safe(line: str) -> bool:
    """Whether a line surely begins an entry: a key, or an item of a list with one."""
    return re.match(r" *(?:- +)?[a-z-]+: *|[ ]*- +\{", line) is not None
