"""The page of every rule: why it is there, an example that breaks it, and the same without the fault.

``reader check --explain`` prints them and ``docs/RULES.md`` is made of them; the tests load every example.
"""

from __future__ import annotations

from reader.model.record import record
from reader.source.rules import RULES

FILE, ISSUE, ARTICLE, BODY, GLOSSARY, DISK = "file", "issue", "article", "body", "glossary", "disk"
"""What an example is: a whole file, keys of an issue, of an article, entries of a body, of a glossary, or told only."""


@record
class RulePage:
    """A rule's page. ``bad`` and ``good`` are examples of the kind ``shape``."""

    why: str
    shape: str
    bad: str
    good: str


PAGES: dict[str, RulePage] = {
    "F101": RulePage(
        "The file is not there, or the system does not let you read it. The message has the system's own reason.",
        DISK,
        "a file that is gone, or without the right to be read",
        "a file that you can read",
    ),
    "F102": RulePage(
        "An issue is an ordinary file. Folders, pipes and devices are refused before anything waits for them.",
        DISK,
        "a folder named springs.yaml",
        "an ordinary file named springs.yaml",
    ),
    "F103": RulePage(
        "A file has at most 4 MB, some twenty times a thick issue, so that no file can use up the machine.",
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
        "The file holds nothing, or only comments. reader new writes one to begin with.",
        FILE,
        "# to be written\n",
        "",
    ),
    "F106": RulePage(
        "The file was written to while it was read, three times in a row. Check it again when that program is done.",
        DISK,
        "a file that a program is still writing",
        "the same file when it is written",
    ),
    "Y201": RulePage(
        "The file as a whole is not YAML. Mostly a text needs quotes: one that holds a colon and a space, or"
        " begins with one of * & [ { # @ ` \" ' ! % > |.",
        ISSUE,
        "title: Springs: an old story\n",
        'title: "Springs: an old story"\n',
    ),
    "Y202": RulePage(
        "A key stands once in a mapping. YAML itself would quietly keep one of the two.",
        ISSUE,
        "title: Springs\ntitle: Lanes\n",
        "title: Springs\n",
    ),
    "Y203": RulePage(
        "Every value is text, so a tag has no meaning here, and none is ever obeyed.",
        ISSUE,
        "title: !!str 2018\n",
        "title: 2018\n",
    ),
    "Y204": RulePage(
        "An issue needs about ten levels; 32 are read. What is nested deeper is mostly a bracket too many.",
        ISSUE,
        "title: " + "[" * 33 + "]" * 33 + "\n",
        "title: Springs\n",
    ),
    "Y205": RulePage(
        "A file holds at most 200,000 values and 4,000,000 characters, aliases counted as what they repeat.",
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
        "An alias (*name) repeats what an anchor (&name) before it holds. A text that begins with * needs quotes.",
        ISSUE,
        "title: *cover\n",
        'title: "*cover*"\n',
    ),
    "S301": RulePage(
        "A list, a mapping or a plain text stands where the format has another of the three.",
        ARTICLE,
        "tags: water\n",
        "tags: [water]\n",
    ),
    "S302": RulePage(
        "The key is not one of the format; mostly it is misspelt or stands one level too high or too low.",
        ARTICLE,
        "dek: {zh-Hans: 水从哪里来, en: Where the water comes from}\n",
        "deck: {zh-Hans: 水从哪里来, en: Where the water comes from}\n",
    ),
    "S303": RulePage(
        "Without this key nobody could call or show what it belongs to. check --fix writes a missing id.",
        ARTICLE,
        "credits:\n  - name: {zh-Hans: 编辑部, en: The editors}\n",
        "credits:\n  - role: text\n    name: {zh-Hans: 编辑部, en: The editors}\n",
    ),
    "S304": RulePage(
        "An entry of a body is a text, or a mapping with one key of a kind of block.",
        BODY,
        "- image: valley\n",
        "- paragraph: {zh-Hans: 山谷, en: The valley}\n",
    ),
    "S305": RulePage(
        "The value has not the form that the key needs; the message tells the form.",
        ISSUE,
        "date: August 2018\n",
        "date: 2018-08\n",
    ),
    "S306": RulePage(
        "An empty value says nothing. Leave the key out; a text that one language lacks on purpose is written as"
        ' en: "" beside the other.',
        ISSUE,
        'title: ""\n',
        "title: Springs\n",
    ),
    "S307": RulePage(
        "A text is in one of the issue's languages, by the tags that stand under languages.",
        ARTICLE,
        "original: fr\n",
        "original: en\n",
    ),
    "S308": RulePage(
        "This is a reader of texts in two languages and more.",
        FILE,
        "languages: [zh-Hans]\n",
        "",
    ),
    "S309": RulePage(
        "The file is of a version that this program does not know. Install a newer program.",
        FILE,
        "format: 99\n",
        "",
    ),
    "S310": RulePage(
        "A box may not hold a box: there is no room for it on a page.",
        BODY,
        "- aside:\n    body:\n      - aside:\n          body: [{zh-Hans: 泉, en: Spring}]\n",
        "- aside:\n    body:\n      - {zh-Hans: 泉, en: Spring}\n",
    ),
    "R401": RulePage(
        "Addresses are made of ids: two of the same would be one address for two places.",
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
        "The figure is defined and stands nowhere in the text. If that is meant, say placed: no.",
        ARTICLE,
        "figures:\n  - {id: valley, caption: Valley}\n",
        "figures:\n  - {id: valley, caption: Valley, placed: no}\n",
    ),
    "R404": RulePage(
        "A figure stands once in a text.",
        ARTICLE,
        "body:\n  - figure: valley\n  - figure: valley\nfigures:\n  - {id: valley, caption: Valley}\n",
        "body:\n  - figure: valley\nfigures:\n  - {id: valley, caption: Valley}\n",
    ),
    "R405": RulePage(
        "An issue is found by the name of its file, and its pictures by the same name.",
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
        "A glossary tells one meaning of a term.",
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
        "The page is not among those that the article says it stands on; one of the two is wrong.",
        ARTICLE,
        "pages: 60-61\nbody:\n  - page: 62\n  - {zh-Hans: 泉, en: Spring}\n",
        "pages: 60-62\nbody:\n  - page: 62\n  - {zh-Hans: 泉, en: Spring}\n",
    ),
    "L601": RulePage(
        "A text that is there in one language only is either not translated yet or has no translation on purpose. Which"
        " of the two must be said.",
        BODY,
        "- zh-Hans: 只有中文。\n",
        '- zh-Hans: 只有中文。\n  en: ""\n',
    ),
    "L602": RulePage(
        "The text is said to be in traditional characters and holds some that are simplified only.",
        BODY,
        "- {zh-Hans: 济南, zh-Hant: 济南, en: Jinan}\n",
        "- {zh-Hans: 济南, zh-Hant: 濟南, en: Jinan}\n",
    ),
    "L603": RulePage(
        "Readers are told how far they can trust a translation. Lists for each language say how they stand to each"
        " other; blocks with both languages are a full translation and say nothing.",
        ARTICLE,
        "body:\n  zh-Hans: [泉]\n  en: [Spring]\n",
        "relation: abridged\nbody:\n  zh-Hans: [泉]\n  en: [Spring]\n",
    ),
    "L604": RulePage(
        "One side of a paragraph has a term of the glossary, the other neither its counterpart nor another spelling"
        " under also. Either the translation or the glossary is to be mended.",
        FILE,
        "body: [{zh-Hans: 趵突泉在城里。, en: Leaping Spring is in the city.}]\n"
        "glossary: [{term: {zh-Hans: 趵突泉, en: Baotu Spring}}]\n",
        "body: [{zh-Hans: 趵突泉在城里。, en: Baotu Spring is in the city.}]\n"
        "glossary: [{term: {zh-Hans: 趵突泉, en: Baotu Spring}}]\n",
    ),
    "T701": RulePage(
        "Characters that a terminal would obey, and those that turn the direction of a text, are shown as \ufffd.",
        BODY,
        '- {zh-Hans: "泉\\e[31m水", en: Spring}\n',
        "- {zh-Hans: 泉水, en: Spring}\n",
    ),
    "T702": RulePage(
        "Between Chinese characters stands full-width punctuation. check --fix writes it.",
        BODY,
        '- {zh-Hans: "泉水,四季如常", en: Spring}\n',
        "- {zh-Hans: 泉水，四季如常, en: Spring}\n",
    ),
    "T703": RulePage(
        "Chinese has no spaces between words. They come from line ends that YAML joined: write long texts as literal"
        " blocks (|). check --fix does both.",
        BODY,
        "- {zh-Hans: 泉水 四季如常, en: Spring}\n",
        "- {zh-Hans: 泉水四季如常, en: Spring}\n",
    ),
    "T704": RulePage(
        "Links lead to http, https and mailto addresses; others stay plain text. In an address a space, ( and ) are"
        " written %20, %28 and %29.",
        BODY,
        '- {zh-Hans: 泉, en: "[Spring](file:///etc/passwd)"}\n',
        '- {zh-Hans: 泉, en: "[Spring](https://example.org/)"}\n',
    ),
    "I801": RulePage(
        "Many spaces between Chinese characters: the import may have read across two columns. Only the page can tell"
        " what belongs together, so nothing mends this by itself.",
        BODY,
        "- {zh-Hans: 泉水 高楼 四季 林立 如常 成片, en: Spring}\n",
        "- {zh-Hans: 泉水四季如常高楼林立成片, en: Spring}\n",
    ),
    "I802": RulePage(
        "A large first letter of a page stood apart from its word and was torn off, or doubled.",
        BODY,
        "- {zh-Hans: 泉水, en: T he springs are clear.}\n",
        "- {zh-Hans: 泉水, en: The springs are clear.}\n",
    ),
    "I803": RulePage(
        "A line of the page's head or foot came into the text. Take it out; pages are told by page blocks.",
        BODY,
        "- {zh-Hans: 第 60 页, en: Spring}\n",
        "- page: 60\n- {zh-Hans: 泉, en: Spring}\n",
    ),
}


def explanation(code: str) -> str:
    """Returns a rule's page as text."""
    rule = RULES[code]
    page = PAGES[code]
    parts = [f"{code} ({rule.severity}): {rule.summary}", "", page.why]
    for name, example in (("wrong", page.bad), ("right", page.good)):
        if example:
            parts += ["", f"{name}:", "", *("    " + line for line in example.splitlines())]
    return "\n".join(parts)


def rules_markdown() -> str:
    """Returns ``docs/RULES.md``."""
    parts = [
        "# The rules of `reader check`",
        "",
        "Every fault has the code of a rule. `reader check --explain CODE` prints the same. An *error* keeps an issue",
        "from being opened, a *warning* does not; [Maintaining](MAINTAINING.md#rules-of-your-own) tells how to make",
        "warnings errors, or silent. `tools/make_rules_page.py` writes this page; the tests run its examples.",
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
