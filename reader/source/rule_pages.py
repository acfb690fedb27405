"""The page of every rule: the reason for it, an example that breaks it, and the same example without the fault.

``reader check --explain`` prints one, ``docs/RULES.md`` has them all, and the tests load every example.
"""

from __future__ import annotations

from reader.source.rule_page import ARTICLE, BODY, DISK, FILE, GLOSSARY, ISSUE, RulePage
from reader.source.rules import RULE_FAMILIES, RULES
from reader.source.text_rule_pages import TEXT_PAGES

__all__ = ["ARTICLE", "BODY", "DISK", "FILE", "GLOSSARY", "ISSUE", "PAGES", "RulePage", "explanation", "rules_markdown"]

PAGES: dict[str, RulePage] = {
    "F101": RulePage(
        "The file is not there, or the system does not let you read it. The message has the system's own reason.",
        DISK,
        "a file that does not exist, or that you have no permission to read",
        "a file that you can read",
    ),
    "F102": RulePage(
        "An issue is an ordinary file. Folders, pipes and devices are refused before anything waits for them.",
        DISK,
        "a folder named springs.yaml",
        "an ordinary file named springs.yaml",
    ),
    "F103": RulePage(
        "A file has at most 4 MB, about twenty times a thick issue, so that no file can exhaust the machine.",
        DISK,
        "a file of 200 MB",
        "a file of 4 MB or less",
    ),
    "F104": RulePage(
        "Every issue file is UTF-8. Editors of Chinese texts sometimes save as GB 18030 or UTF-16: save it as UTF-8.",
        DISK,
        "a file saved as GB 18030",
        "the same text saved as UTF-8",
    ),
    "F105": RulePage(
        "The file is empty, or has only comments. reader new writes a file to start from.",
        FILE,
        "# to be written\n",
        "",
    ),
    "F106": RulePage(
        "Another program wrote to the file during each of three attempts to read it. Check it again when that program"
        " is done.",
        DISK,
        "a file that another program is still writing",
        "the same file when that program is done",
    ),
    "F107": RulePage(
        "A fault of this program met this file while the index was brought up to date. The other files are read; please"
        " report it with the log, which has the details. reader index --rebuild tries the file again.",
        DISK,
        "a file that shows a fault of the program",
        "the same file with a version of the program that is mended",
    ),
    "Y201": RulePage(
        "The file as a whole is not YAML. Often a text needs quotes: one that has a colon and a space in it, or"
        " begins with one of * & [ { # @ ` \" ' ! % > |.",
        ISSUE,
        "title: Springs: an old story\n",
        'title: "Springs: an old story"\n',
    ),
    "Y202": RulePage(
        "A key occurs once in a mapping. Other YAML parsers would keep one of the two without a warning.",
        ISSUE,
        "title: Springs\ntitle: Lanes\n",
        "title: Springs\n",
    ),
    "Y203": RulePage(
        "Every value is text, so a tag has no meaning here, and none is ever applied.",
        ISSUE,
        "title: !!str 2018\n",
        "title: 2018\n",
    ),
    "Y204": RulePage(
        "An issue needs about ten levels; at most 32 are allowed. Deeper nesting is usually an extra bracket.",
        ISSUE,
        "title: " + "[" * 33 + "]" * 33 + "\n",
        "title: Springs\n",
    ),
    "Y205": RulePage(
        "A file has at most 200,000 values and 4,000,000 characters; an alias counts as much as the value it repeats. "
        "A term of the glossary has at most 200 other spellings.",
        ISSUE,
        "title: &a [x, x, x, x, x, x, x, x, x, x]\n"
        + "".join(f"x{n}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 10)}]\n" for n in range(6)),
        "title: Springs\n",
    ),
    "Y206": RulePage(
        "One file holds one issue. A line of three hyphens begins a second document.",
        FILE,
        "title: Springs\n---\ntitle: Lanes\n",
        "",
    ),
    "Y207": RulePage(
        "A key is a single word. A bracket or brace before a colon makes it a list or a mapping.",
        ISSUE,
        "[title]: Springs\n",
        "title: Springs\n",
    ),
    "Y208": RulePage(
        "An alias (*name) repeats the value of an anchor (&name) before it. A text that begins with * needs quotes.",
        ISSUE,
        "title: *cover\n",
        'title: "*cover*"\n',
    ),
    "S301": RulePage(
        "The file has a list, a mapping or a plain text where the format has another of the three.",
        ARTICLE,
        "tags: water\n",
        "tags: [water]\n",
    ),
    "S302": RulePage(
        "The format has no such key here; usually it is misspelt, or one level too high or too low.",
        ARTICLE,
        "dek: {zh-Hans: 水从哪里来, en: Where the water comes from}\n",
        "deck: {zh-Hans: 水从哪里来, en: Where the water comes from}\n",
    ),
    "S303": RulePage(
        "Without this key its article, section or figure cannot be addressed or shown. check --fix adds a missing id.",
        ARTICLE,
        "credits:\n  - name: {zh-Hans: 编辑部, en: The editors}\n",
        "credits:\n  - role: text\n    name: {zh-Hans: 编辑部, en: The editors}\n",
    ),
    "S304": RulePage(
        "An entry of a body is a text, or a mapping that has the key of one kind of block.",
        BODY,
        "- image: valley\n",
        "- paragraph: {zh-Hans: 山谷, en: The valley}\n",
    ),
    "S305": RulePage(
        "The value does not have the form that the key needs; the message gives that form.",
        ISSUE,
        "date: August 2018\n",
        "date: 2018-08\n",
    ),
    "S306": RulePage(
        "An empty value has no meaning: leave the key out. A text that a language lacks on purpose is written as"
        ' en: "" beside the other.',
        ISSUE,
        'title: ""\n',
        "title: Springs\n",
    ),
    "S307": RulePage(
        "A text is in one of the issue's languages, written as the tags under languages.",
        ARTICLE,
        "original: fr\n",
        "original: en\n",
    ),
    "S308": RulePage(
        "The reader shows texts in two or more languages side by side.",
        FILE,
        "languages: [zh-Hans]\n",
        "",
    ),
    "S309": RulePage(
        "The file has a newer version of the format than this program reads. Install a newer version of the program.",
        FILE,
        "format: 99\n",
        "",
    ),
    "S310": RulePage(
        "A box cannot contain another box: a page has no room for it.",
        BODY,
        "- aside:\n    body:\n      - aside:\n          body: [{zh-Hans: 泉, en: Spring}]\n",
        "- aside:\n    body:\n      - {zh-Hans: 泉, en: Spring}\n",
    ),
    "S311": RulePage(
        "A list may have lists under its items, up to four levels: deeper ones have no room on a page.",
        BODY,
        "- list:\n    - item: 甲\n      list:\n        - item: 乙\n          list:\n            - item: 丙\n"
        "              list:\n                - {item: 丁, list: [戊]}\n",
        "- list:\n    - item: 甲\n      list:\n        - item: 乙\n          list:\n            - item: 丙\n"
        "              list: [丁, 戊]\n",
    ),
    "S312": RulePage(
        "Every row of a table has a cell for each column of its header, or of its first row: else cells would be under"
        " the wrong heads. An empty cell is written as an empty text; a cell over several columns has its span.",
        BODY,
        "- table:\n    header: [A, B]\n    rows: [[1, 2], [3]]\n",
        '- table:\n    header: [A, B]\n    rows: [[1, 2], [3, ""], [{text: 4, span: 2}]]\n',
    ),
    "R401": RulePage(
        "Addresses are made of ids: the same id twice would be one address for two places.",
        BODY,
        "- paragraph: {zh-Hans: 泉, en: Spring}\n  id: water\n- paragraph: {zh-Hans: 河, en: River}\n  id: water\n",
        "- paragraph: {zh-Hans: 泉, en: Spring}\n  id: water\n- paragraph: {zh-Hans: 河, en: River}\n  id: river\n",
    ),
    "R402": RulePage(
        "A figure block names a figure that this article does not define.",
        ARTICLE,
        "body:\n  - figure: valley\n",
        "body:\n  - figure: valley\nfigures:\n  - {id: valley, caption: Valley}\n",
    ),
    "R403": RulePage(
        "The figure is defined, but no figure block places it in the text. If that is intended, write placed: no.",
        ARTICLE,
        "figures:\n  - {id: valley, caption: Valley}\n",
        "figures:\n  - {id: valley, caption: Valley, placed: no}\n",
    ),
    "R404": RulePage(
        "A text has each figure once.",
        ARTICLE,
        "body:\n  - figure: valley\n  - figure: valley\nfigures:\n  - {id: valley, caption: Valley}\n",
        "body:\n  - figure: valley\nfigures:\n  - {id: valley, caption: Valley}\n",
    ),
    "R405": RulePage(
        "The file's name is how an issue and the folder of its pictures are found.",
        FILE,
        "id: spring\n",
        "",
    ),
    "R406": RulePage(
        "The picture is not in the issue's folder, which has the file's name without .yaml.",
        ARTICLE,
        "body:\n  - figure: valley\nfigures:\n  - {id: valley, caption: Valley, file: vally.png}\n",
        "body:\n  - figure: valley\nfigures:\n  - {id: valley, caption: Valley, file: valley.png}\n",
    ),
    "R407": RulePage(
        "Pictures come from the issue's own folder only, so that no issue can show what else is on your disk.",
        ARTICLE,
        "body:\n  - figure: valley\nfigures:\n  - {id: valley, caption: Valley, file: linked.png}\n",
        "body:\n  - figure: valley\nfigures:\n  - {id: valley, caption: Valley, file: valley.png}\n",
    ),
    "R408": RulePage(
        "A glossary has one entry for each term.",
        GLOSSARY,
        "- term: {zh-Hans: 泉, en: Spring}\n- term: {zh-Hans: 春, en: spring}\n",
        "- term: {zh-Hans: 泉, en: Spring}\n- term: {zh-Hans: 春, en: springtime}\n",
    ),
    "R409": RulePage(
        "The file is no PNG, JPEG, GIF or WebP picture, is damaged, or goes beyond a bound: 30 MB, 24,000,000 pixels, "
        "16,000 on a side, 100 scans of a JPEG, 5 s and 400 MB to decode it. Readers would see its description only.",
        ARTICLE,
        "body:\n  - figure: valley\nfigures:\n  - {id: valley, caption: Valley, file: words.png}\n",
        "body:\n  - figure: valley\nfigures:\n  - {id: valley, caption: Valley, file: valley.png}\n",
    ),
    "R410": RulePage(
        "The reader looks at the content, and shows the picture; other programs go by the name.",
        ARTICLE,
        "body:\n  - figure: valley\nfigures:\n  - {id: valley, caption: Valley, file: photo.png}\n",
        "body:\n  - figure: valley\nfigures:\n  - {id: valley, caption: Valley, file: photo.gif}\n",
    ),
    "R411": RulePage(
        "A mark [^id] in a text leads to the note of that id under notes of its article. A \\ before [ makes plain text"
        " of it.",
        ARTICLE,
        "body:\n  - {zh-Hans: '泉水[^heat]如常。', en: 'The springs[^heat] stay the same.'}\n",
        "body:\n  - {zh-Hans: '泉水[^heat]如常。', en: 'The springs[^heat] stay the same.'}\n"
        "notes:\n  heat: {zh-Hans: 约十八度。, en: About 18 ℃.}\n",
    ),
    "R412": RulePage(
        "Notes are numbered by the order of their marks. Without one nobody knows the place that the note is about; it"
        " is shown after the others.",
        ARTICLE,
        "notes:\n  heat: {zh-Hans: 约十八度。, en: About 18 ℃.}\n",
        "body:\n  - {zh-Hans: '泉水[^heat]如常。', en: 'The springs[^heat] stay the same.'}\n"
        "notes:\n  heat: {zh-Hans: 约十八度。, en: About 18 ℃.}\n",
    ),
    "R413": RulePage(
        "A note with a text in two languages has its mark in both, and a text that marks a note finds it in its own"
        " language. A note that is for the readers of one language only has an empty text in the other one.",
        ARTICLE,
        "body:\n  - {zh-Hans: '泉水[^heat]如常。', en: The springs stay the same.}\n"
        "notes:\n  heat: {zh-Hans: 约十八度。, en: About 18 ℃.}\n",
        "body:\n  - {zh-Hans: '泉水[^heat]如常。', en: The springs stay the same.}\n"
        "notes:\n  heat: {zh-Hans: 约十八度。, en: ''}\n",
    ),
    "R414": RulePage(
        "Only the texts of an article's body and its captions have notes: not the glossary, and not a note itself.",
        ARTICLE,
        "body:\n  - {zh-Hans: '泉水[^heat]如常。', en: 'The springs[^heat] stay the same.'}\n"
        "notes:\n  heat: {zh-Hans: '约十八度[^heat]。', en: About 18 ℃.}\n",
        "body:\n  - {zh-Hans: '泉水[^heat]如常。', en: 'The springs[^heat] stay the same.'}\n"
        "notes:\n  heat: {zh-Hans: 约十八度。, en: About 18 ℃.}\n",
    ),
    "R415": RulePage(
        "The recording is not in the issue's folder, which has the file's name without .yaml: it cannot be played.",
        ARTICLE,
        "audio: {file: watr.mp3}\n",
        "audio: {file: water.mp3}\n",
    ),
    "R416": RulePage(
        "Recordings come from the issue's own folder only, so that no issue can play what else is on your disk.",
        ARTICLE,
        "audio: {file: linked.mp3}\n",
        "audio: {file: water.mp3}\n",
    ),
    "R417": RulePage(
        "The article has no passage of this id or number, so that nothing would be lit at that time. In a recording of"
        " one side of a free body, it is a passage of that side.",
        ARTICLE,
        "audio:\n  file: water.mp3\n  starts: {p1: 0:00, p2: 0:21}\n",
        "audio:\n  file: water.mp3\n  starts: {p1: 0:00}\n",
    ),
    "R418": RulePage(
        "Passages are written in the order in which they are heard, each at a later time than the one before.",
        ARTICLE,
        "body: [{zh-Hans: 泉, en: Spring}, {zh-Hans: 河, en: River}]\n"
        "audio:\n  file: water.mp3\n  starts: {p1: 0:21, p2: 0:02}\n",
        "body: [{zh-Hans: 泉, en: Spring}, {zh-Hans: 河, en: River}]\n"
        "audio:\n  file: water.mp3\n  starts: {p1: 0:02, p2: 0:21}\n",
    ),
    "R419": RulePage(
        'Windows cannot have names of devices (con, aux, nul, com1), names with one of < > : " | ? *, with a dot or a'
        " space at the end, or of more than 240 characters; there and on macOS Map.png and map.png are one file. An"
        " article's id is a folder of the published site. Readers and maintainers there could not fetch the issue.",
        ARTICLE,
        "body:\n  - figure: valley\nfigures:\n  - {id: valley, caption: Valley, file: 'valley 2:1.png'}\n",
        "body:\n  - figure: valley\nfigures:\n  - {id: valley, caption: Valley, file: valley.png}\n",
    ),
    "R421": RulePage(
        "The last digit of an ISBN follows from the others, so that a mistyped one is found. The issue can be opened.",
        ARTICLE,
        "source: {title: 泉水志, isbn: 978-7-5488-0001-0}\n",
        "source: {title: 泉水志, isbn: 978-7-5488-0001-9}\n",
    ),
    "R422": RulePage(
        "A licence is an identifier of SPDX (https://spdx.org/licenses/) or a text. This is nearly the identifier of"
        " one, so that programs would not know it.",
        ISSUE,
        "licence: CC BY-SA 4.0\n",
        "licence: CC-BY-SA-4.0\n",
    ),
    "R423": RulePage(
        "A link inside an issue is [words](#anchor) or [words](article#anchor). An anchor is the id of a block or a"
        " figure, the number of a paragraph (p12) or a printed page (page-61). The reader could not follow this one.",
        BODY,
        "- {zh-Hans: '见[上文](#sprngs)。', en: 'See [above](#sprngs).'}\n"
        "- {heading: {zh-Hans: 泉, en: Springs}, id: springs}\n",
        "- {zh-Hans: '见[上文](#springs)。', en: 'See [above](#springs).'}\n"
        "- {heading: {zh-Hans: 泉, en: Springs}, id: springs}\n",
    ),
    "R424": RulePage(
        "A link to another issue is [words](issue/article#anchor). It is looked up in the library that check --library"
        " names, and only then; the other issue may come later.",
        DISK,
        "a link to an article that no issue of the library has",
        "a link to an article of the library",
    ),
    "P501": RulePage(
        "Printed pages only go forward.",
        BODY,
        "- page: 61\n- {zh-Hans: 泉, en: Spring}\n- page: 60\n",
        "- page: 60\n- {zh-Hans: 泉, en: Spring}\n- page: 61\n",
    ),
    "P502": RulePage(
        "The page is not in the range that the article gives under pages; one of the two is wrong.",
        ARTICLE,
        "pages: 60-61\nbody:\n  - page: 62\n  - {zh-Hans: 泉, en: Spring}\n",
        "pages: 60-62\nbody:\n  - page: 62\n  - {zh-Hans: 泉, en: Spring}\n",
    ),
    **TEXT_PAGES,
}


def explanation(code: str) -> str:
    """Returns a rule's page as plain text."""
    rule = RULES[code]
    page = PAGES[code]
    parts = [f"{code} ({rule.severity}): {rule.summary}", "", page.why]
    for name, example in (("wrong", page.bad), ("right", page.good)):
        if example:
            parts += ["", f"{name}:", "", *("    " + line for line in example.splitlines())]
    return "\n".join(parts)


def in_markdown(text: str) -> str:
    """Returns a text about markup, in which no link of Markdown is seen."""
    return text.replace("](", "]\\(")


def rules_markdown() -> str:
    """Returns the text of ``docs/RULES.md``."""
    families = ", ".join(f"`{letter}` {subject}" for letter, subject in RULE_FAMILIES.items())
    parts = [
        "# The rules of `reader check`",
        "",
        "Every fault has the code of a rule. `reader check --explain CODE` prints the section of a rule. An issue with",
        "an *error* cannot be opened, one with only *warnings* can; [Maintaining](MAINTAINING.md#rules-of-your-own)",
        "explains how to turn warnings into errors, or off. `tools/make_rules_page.py` writes this page, and the tests",
        "run its examples.",
        "",
        f"The first letter of a code says what the rule is about: {families}.",
    ]
    for code, rule in RULES.items():
        page = PAGES[code]
        parts += ["", f"## {code}", "", f"*{rule.severity}*: {rule.summary}. {in_markdown(page.why)}"]
        for name, example in (("Wrong", page.bad), ("Right", page.good)):
            if example and page.shape == DISK:
                parts += ["", f"{name}: {example}."]
            elif example:
                parts += ["", f"{name}:", "", "```yaml", example.rstrip("\n"), "```"]
    return "\n".join(parts) + "\n"
