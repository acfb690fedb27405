"""The notes of a page of HTML: their marks in the text, and the elements that hold them."""

from __future__ import annotations

import re

from reader.importing.documents.html_text import names_of, place_linked_to, types_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.importing.documents.html_tree import Element

MAX_NOTES = 1000
_MARK = re.compile(
    r"[\[(（〔【]?\s*(?:注|註|note\s*)?(?:[0-9]{1,4}|[a-z]|[ivx]{1,5}|[*†‡§]{1,3}|[①-⑳])\s*[\])）〕】]?\Z",
    re.IGNORECASE,
)
_MARKING = frozenset({"noteref", "doc-noteref"})
_NOTES = frozenset({"footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes", "note"})
_MARK_CLASS = re.compile(r"footnote|fnref|noteref|endnote|cite_ref|sdfootnote|super", re.IGNORECASE)
_TARGET_ID = re.compile(
    r"\A(?:fn|_?ftn|_?edn|note|footnote|endnote|cite_note|sdfootnote|user-content-fn|n)[-_:.]?\w*", re.IGNORECASE
)
_BACK = re.compile(r"[↩↑^⤴⏎︎\s\ufe0e]*(?:back|返回)?\Z|", re.IGNORECASE)
_BACK_CLASS = re.compile(r"back", re.IGNORECASE)
_HOLDERS = frozenset({"li", "aside", "p", "div", "dd", "section", "td"})
_HEADING = re.compile(
    r"\W*(?:注释|注釋|註釋|脚注|腳註|尾注|註|注|参考资料|參考資料|参考文献|參考文獻|引用|註解|注解|footnotes?|endnotes?|notes?"
    r"|references|citations|anmerkungen|fußnoten|einzelnachweise|notes? et références|références|脚註|注記|出典"
    r"|각주|출처|주석"
    r"|примечания|сноски|notas|referencias|note|riferimenti)\W*\Z",
    re.IGNORECASE,
)


class NoteTargets:
    """The notes that a page marks."""

    def __init__(self, root: Element) -> None:
        """Finds the marks and notes of a page."""
        self.marks: dict[int, str] = {}
        """Ids of notes, by the ``id()`` of the elements that mark them."""
        self.notes: dict[str, Element] = {}
        """The elements that hold the notes, by their ids, in the order of their marks."""
        self._holders: set[int] = set()
        by_id: dict[str, Element] = {}
        for element in root.walk():
            for name in names_of(element):
                by_id.setdefault(name, element)
        self.linked = frozenset(place_linked_to(link.get("href").strip()) for link in root.all("a")) & by_id.keys()
        """Names of the elements that links of the page lead to."""
        ids: dict[int, str] = {}
        for link in list(root.all("a")):
            target = link.get("href")
            holder = _holder(by_id.get(target.partition("#")[2])) if "#" in target else None
            if not holder or holder.name in ("h1", "h2", "h3") or not _is_mark(link) or id(holder) in _ancestors(link):
                continue
            if len(ids) >= MAX_NOTES and id(holder) not in ids:
                break
            note_id = ids.setdefault(id(holder), str(len(ids) + 1))
            self.notes[note_id] = holder
            self._holders.add(id(holder))
            outer = link
            while outer.parent and outer.parent.name in ("sup", "span") and _MARK.match(outer.parent.text().strip()):
                outer = outer.parent
            self.marks[id(outer)] = note_id
        self._take_sections(root)

    def takes(self, element: Element) -> bool:
        """Whether an element is a note, or nothing but notes, and so no part of the text."""
        return id(element) in self._holders

    def strip(self, note: Element) -> None:
        """Takes the links back to the mark, and the number, out of a note."""
        for link in list(note.all("a")):
            is_back = "backlink" in types_of(link) or bool(_BACK_CLASS.search(link.get("class")))
            if is_back or ((link.get("href").startswith("#") or "#" in link.get("href")) and _is_way_back(link)):
                link.remove()
        for each in list(note.walk()):
            if re.search(r"backlink", each.get("class")):
                each.remove()
        for at, first in _first_text(note):
            first.children[at] = re.sub(
                r"\A\s*(?:[\[(（]?\d{1,3}[\])）.、:]|[*†‡]|\^|[.:)\]、](?=\s))\s*", "", str(first.children[at])
            )
            break

    def _take_sections(self, root: Element) -> None:
        """Marks the elements that hold nothing but notes as no part of the text, with the heading above them."""
        for element in reversed(list(root.walk())):
            if id(element) in self._holders or not self._holds_note(element):
                continue
            if all(self._is_empty(child) for child in element.children):
                self._holders.add(id(element))
        for element in list(root.walk()):
            if element.name in ("h1", "h2", "h3", "h4", "h5", "h6", "p") and _HEADING.match(element.text().strip()):
                following = _following(element)
                if following is not None and id(following) in self._holders:
                    self._holders.add(id(element))

    def _holds_note(self, element: Element) -> bool:
        return any(id(child) in self._holders for child in element.elements)

    def _is_empty(self, child: Element | str) -> bool:
        if isinstance(child, str):
            return not child.strip()
        is_heading = child.name in ("h1", "h2", "h3", "h4", "h5", "p") and bool(_HEADING.match(child.text().strip()))
        return id(child) in self._holders or child.name in ("hr", "br") or is_heading or not child.text().strip()


def _is_mark(link: Element) -> bool:
    if types_of(link) & _MARKING:
        return True
    if types_of(link) & {"backlink"} or _BACK_CLASS.search(link.get("class")):
        return False
    text = link.text().strip()
    if not _MARK.match(text):
        return False
    is_raised = any(each.name == "sup" for each in link.walk()) or bool(link.parent and link.parent.name == "sup")
    target = link.get("href").rpartition("#")[2]
    return (
        is_raised
        or bool(_MARK_CLASS.search(link.get("class")))
        or bool(
            _TARGET_ID.match(target)
            and not target.lower().startswith(("fnref", "_ftnref", "noteref", "_ednref", "cite_ref"))
        )
    )


def _is_way_back(link: Element) -> bool:
    text = link.text().strip()
    return bool(_BACK.fullmatch(text)) or bool(_MARK.match(text)) or "ref" in link.get("href").lower()


def _holder(target: Element | None) -> Element | None:
    """Returns the block that a note's id is in."""
    while target and target.name not in _HOLDERS and not _is_table_of_note(target):
        target = target.parent
    return target if target and target.parent else None


def _is_table_of_note(element: Element) -> bool:
    """Whether an element is a table with a note in one row, its number in the first cell."""
    return (
        element.name == "table" and bool(_NOTES & set(element.get("class").split())) and len([*element.all("tr")]) == 1
    )


def _ancestors(element: Element) -> set[int]:
    found = set()
    above: Element | None = element
    while above:
        found.add(id(above))
        above = above.parent
    return found


def _following(element: Element) -> Element | None:
    while element.parent:
        siblings = [*element.parent.elements]
        at = next(at for at, each in enumerate(siblings) if each is element)
        following = next((each for each in siblings[at + 1 :] if each.name != "hr"), None)
        if following or element.parent.text().strip() != element.text().strip():
            return following
        element = element.parent  # a box around the heading
    return None


def _first_text(note: Element) -> Iterator[tuple[int, Element]]:
    for element in (note, *note.walk()):
        for at, child in enumerate(element.children):
            if isinstance(child, str) and child.strip():
                yield at, element
                return
            if not isinstance(child, str):
                break
