"""The page of every rule: the reason for it, an example that breaks it, and the same example without the fault.

``reader check --explain`` prints one, ``docs/RULES.md`` has them all, and the tests load every example.
"""

from __future__ import annotations

from reader.model.record import record
from reader.source.rules import RULE_FAMILIES, RULES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final, Literal

    ExampleKind = Literal["file", "issue", "article", "body", "glossary", "disk"]

FILE: Final = "file"
"""An example that is a whole file, or replaces keys of one."""
ISSUE: Final = "issue"
"""An example of keys of an issue."""
ARTICLE: Final = "article"
"""An example of keys of an article."""
BODY: Final = "body"
"""An example of entries of a body."""
GLOSSARY: Final = "glossary"
"""An example of entries of a glossary."""
DISK: Final = "disk"
"""A description instead of an example: of a fault that only the disk can have."""


@record
class RulePage:
    """A rule's page: the reason for the rule, and examples that break and keep it."""

    why: str
    shape: ExampleKind
    bad: str
    good: str


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
        "A file has at most 200,000 values and 4,000,000 characters; an alias counts as much as the value it repeats.",
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
    "L601": RulePage(
        "A text in one language only is either not translated yet, or has no translation on purpose. The file must"
        " say which.",
        BODY,
        "- zh-Hans: 只有中文。\n",
        '- zh-Hans: 只有中文。\n  en: ""\n',
    ),
    "L602": RulePage(
        "The text's language is traditional Chinese, but it has characters that only simplified Chinese uses.",
        BODY,
        "- {zh-Hans: 济南, zh-Hant: 济南, en: Jinan}\n",
        "- {zh-Hans: 济南, zh-Hant: 濟南, en: Jinan}\n",
    ),
    "L603": RulePage(
        "Readers see how far they can trust a translation. A body with a list for each language states how the lists"
        " relate; blocks with both languages are a full translation and need no relation.",
        ARTICLE,
        "body:\n  zh-Hans: [泉]\n  en: [Spring]\n",
        "relation: abridged\nbody:\n  zh-Hans: [泉]\n  en: [Spring]\n",
    ),
    "L604": RulePage(
        "The original of a paragraph has a term of the glossary, but the translation has neither its counterpart nor"
        " a spelling under also. Correct either the translation or the glossary.",
        FILE,
        "body: [{zh-Hans: 趵突泉在城里。, en: Leaping Spring is in the city.}]\n"
        "glossary: [{term: {zh-Hans: 趵突泉, en: Baotu Spring}}]\n",
        "body: [{zh-Hans: 趵突泉在城里。, en: Baotu Spring is in the city.}]\n"
        "glossary: [{term: {zh-Hans: 趵突泉, en: Baotu Spring}}]\n",
    ),
    "T701": RulePage(
        "Characters that control a terminal or change the direction of text are shown as \ufffd.",
        BODY,
        '- {zh-Hans: "泉\\e[31m水", en: Spring}\n',
        "- {zh-Hans: 泉水, en: Spring}\n",
    ),
    "T702": RulePage(
        "Punctuation between Chinese characters is full-width. check --fix replaces it.",
        BODY,
        '- {zh-Hans: "泉水,四季如常", en: Spring}\n',
        "- {zh-Hans: 泉水，四季如常, en: Spring}\n",
    ),
    "T703": RulePage(
        "Chinese has no spaces between words. They often come from lines that YAML joined: write long texts as literal"
        " blocks (|). check --fix does both.",
        BODY,
        "- {zh-Hans: 泉水 四季如常, en: Spring}\n",
        "- {zh-Hans: 泉水四季如常, en: Spring}\n",
    ),
    "T704": RulePage(
        "Links to http, https and mailto addresses are opened; others stay plain text. In an address, a space, ( and )"
        " are written %20, %28 and %29.",
        BODY,
        '- {zh-Hans: 泉, en: "[Spring](file:///etc/passwd)"}\n',
        '- {zh-Hans: 泉, en: "[Spring](https://example.org/)"}\n',
    ),
    "T708": RulePage(
        "An entry is one paragraph. A blank line in its text is read as a line end, so both parts become one paragraph;"
        " write an entry for each. In verse, \\ at the end of the line before keeps the stanzas apart.",
        BODY,
        "- zh-Hans: |\n    泉水四季如常。\n\n    河水冬天结冰。\n  en: Springs stay the same. The river freezes.\n",
        "- {zh-Hans: 泉水如常。, en: Springs stay the same.}\n- {zh-Hans: 河水结冰。, en: The river freezes.}\n",
    ),
    "T709": RulePage(
        "After a space, # begins a comment in YAML, so the rest of the line is no part of the text. A text with a space"
        " and # in it needs quotes. A comment with a space after # is not reported.",
        BODY,
        "- zh-Hans: 济南排名第一。\n  en: Jinan is ranked #1 of ten.\n",
        '- zh-Hans: 济南排名第一。\n  en: "Jinan is ranked #1 of ten."\n',
    ),
    "T710": RulePage(
        "YAML knows a key by a half-width colon and an ordinary space. With a full-width colon, a wide space or no"
        " space, the key and its text are one text in every language.",
        BODY,
        "- zh-Hans：泉水四季如常。\n",
        "- zh-Hans: 泉水四季如常。\n  en: Springs stay the same.\n",
    ),
    "I801": RulePage(
        "Several spaces between Chinese characters: the import may have read across two columns. Only the printed page"
        " shows which words belong together, so there is no automatic fix.",
        BODY,
        "- {zh-Hans: 泉水 高楼 四季 林立 如常 成片, en: Spring}\n",
        "- {zh-Hans: 泉水四季如常高楼林立成片, en: Spring}\n",
    ),
    "I802": RulePage(
        "The import may have separated a drop cap from its word, or read it twice.",
        BODY,
        "- {zh-Hans: 泉水, en: T he springs are clear.}\n",
        "- {zh-Hans: 泉水, en: The springs are clear.}\n",
    ),
    "I803": RulePage(
        "The import may have put a running head or a page number into the text. Remove it; page blocks mark the pages.",
        BODY,
        "- {zh-Hans: 第 60 页, en: Spring}\n",
        "- page: 60\n- {zh-Hans: 泉, en: Spring}\n",
    ),
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
        parts += ["", f"## {code}", "", f"*{rule.severity}*: {rule.summary}. {page.why}"]
        for name, example in (("Wrong", page.bad), ("Right", page.good)):
            if example and page.shape == DISK:
                parts += ["", f"{name}: {example}."]
            elif example:
                parts += ["", f"{name}:", "", "```yaml", example.rstrip("\n"), "```"]
    return "\n".join(parts) + "\n"
