"""The pages of the rules about texts: their languages, the texts themselves, and leftovers of an import."""

from __future__ import annotations

from itertools import pairwise

from reader.source.rule_page import ARTICLE, BODY, FILE, RulePage

_PAIRS = (
    (
        "清晨的雾还没有散，渡口的老船工已经把缆绳解开。",
        "The mist had not yet lifted when the old ferryman untied the rope.",
    ),
    ("他姓周。", "His name is Zhou."),
    ("船不大，能坐十二个人。", "The boat is small and seats twelve."),
    (
        "桥是2019年修好的，离渡口不到两里路，从那以后坐船的人一年比一年少。",
        "The bridge was finished in 2019, less than a mile from the landing; since then fewer people come.",
    ),
    ("他不怪桥。", "He does not blame it."),
    (
        "孩子们却喜欢坐船，因为船上可以看见水鸟，还可以把手伸进凉凉的河水里。",
        "Children like the boat all the same: they can watch the birds from it, and dip their hands in the cool river.",
    ),
    ("那是1991年的夏天。", "That was in the summer of 1991."),
    ("上游下了六天的雨，水在半夜涨上来。", "It had rained upstream for six days; the water rose at night."),
    ("他来回撑了二十五趟。", "He crossed twenty-five times."),
    (
        "天亮的时候，他的手掌全是血，可是一个人也没有少，连最小的孩子都过了河。",
        "By daybreak his palms were bleeding, and not one person was missing; even the smallest child was across.",
    ),
    ("他很累。", "He was tired."),
    (
        "镇上打算把渡船改成游览的小艇，装上马达和彩灯。",
        "The town means to turn the ferry into a boat for sightseers, with lights.",
    ),
)
_IN_PLACE = "".join(f'- zh-Hans: {chinese}\n  en: "{english}"\n' for chinese, english in _PAIRS)
_SLIPPED = "".join(f'- zh-Hans: {chinese}\n  en: "{english}"\n' for (chinese, _), (_, english) in pairwise(_PAIRS))

TEXT_PAGES: dict[str, RulePage] = {
    "L601": RulePage(
        "A text in one language only is either not translated yet, or has no translation on purpose. The file must"
        " say which; nothing after the colon is a text that is not translated yet.",
        BODY,
        "- zh-Hans: 只有中文。\n",
        '- zh-Hans: 只有中文。\n  en: ""\n',
    ),
    "L602": RulePage(
        "The text's language is traditional Chinese, but it has characters that only simplified Chinese uses. The"
        " message has the form of the word (鐘 of a clock, 鍾 of 鍾情), or all forms that may be meant; one that is"
        " standard in the region of the tag (zh-HK, zh-TW) is not reported.",
        BODY,
        "- {zh-Hans: 济南的泉, zh-Hant: 济南之泉, en: Springs of Jinan}\n",
        "- {zh-Hans: 济南的泉, zh-Hant: 濟南之泉, en: Springs of Jinan}\n",
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
        " a spelling under also. Correct either the translation or the glossary. Code counts on neither side.",
        FILE,
        "body: [{zh-Hans: 趵突泉在城里。, en: Leaping Spring is in the city.}]\n"
        "glossary: [{term: {zh-Hans: 趵突泉, en: Baotu Spring}}]\n",
        "body: [{zh-Hans: 趵突泉在城里。, en: Baotu Spring is in the city.}]\n"
        "glossary: [{term: {zh-Hans: 趵突泉, en: Baotu Spring}}]\n",
    ),
    "L605": RulePage(
        "Both texts of a pair are in each other's language, or the translation is still in the language of the"
        " original. Only scripts are compared. status does not count such a text as translated.",
        BODY,
        "- {zh-Hans: The springs keep one temperature., en: 泉水四季如常。}\n",
        "- {zh-Hans: 泉水四季如常。, en: The springs keep one temperature.}\n",
    ),
    "L606": RulePage(
        "The translation is the original itself, copied to be written over. status does not count it as translated. A"
        " text that is the same in every language on purpose is written once, without languages.",
        BODY,
        "- {zh-Hans: 泉水四季如常。, en: 泉水四季如常。}\n",
        "- {zh-Hans: 泉水四季如常。, en: The springs keep one temperature.}\n- 天下第一泉\n",
    ),
    "L607": RulePage(
        "In a run of pairs the translations fit the originals of their neighbours much better than their own: a"
        " paragraph was left out, divided or doubled where the run begins, and all after it are beside the wrong text."
        " Chinese and English are compared by the words of the dictionary, other languages by numbers, names, words of"
        " one origin, and lengths. Two neighbours in swapped order are not reported.",
        BODY,
        _SLIPPED,
        _IN_PLACE,
    ),
    "L608": RulePage(
        "The text's language is simplified Chinese, but it has characters that only traditional Chinese uses, as a"
        " conversion or a pasted sentence leaves them. Not reported are those of the issue's credits, glossary, sources"
        " and magazine, of code, and of a passage in quotation marks or brackets without a simplified character: a name"
        " or a title may be written so. A text under zh alone may be of either script.",
        BODY,
        "- {zh-Hans: 濟南的泉, en: Springs of Jinan}\n",
        "- {zh-Hans: 济南的泉, en: Springs of Jinan}\n- {zh-Hans: 他题了“濟南”二字。, en: He wrote 濟南.}\n",
    ),
    "T701": RulePage(
        "Characters that control a terminal or change the direction of text are shown as \ufffd.",
        BODY,
        '- {zh-Hans: "泉\\e[31m水", en: Spring}\n',
        "- {zh-Hans: 泉水, en: Spring}\n",
    ),
    "T702": RulePage(
        "Punctuation of a Chinese text is full-width, and so are brackets around Chinese. check --fix replaces it where"
        " only one mark can be meant: a full stop (。, · or 、), a mark between numerals, one in or after something"
        " like an address, and straight quotation marks (“ ” or 「 」) are left to you; addresses, paths and code stay,"
        " and are not reported.",
        BODY,
        '- {zh-Hans: "泉水,四季如常", en: Spring}\n',
        "- {zh-Hans: 泉水，四季如常, en: Spring}\n",
    ),
    "T703": RulePage(
        "Chinese has no spaces between words. They often come from lines that YAML joined: write long texts as literal"
        " blocks (|). check --fix does both, also beside markup; a space stays where without it the asterisks beside it"
        " would mean something else.",
        BODY,
        "- {zh-Hans: 泉水 四季如常, en: Spring}\n",
        "- {zh-Hans: 泉水四季如常, en: Spring}\n",
    ),
    "T704": RulePage(
        "Links to http, https and mailto addresses and to places of the magazine are opened; others stay plain text. In"
        " an address, a space, ( and ) are written %20, %28 and %29. An address has its scheme (https://), and its"
        " brackets are half-width ones directly after the words.",
        BODY,
        '- {zh-Hans: 泉, en: "[Spring](file:///etc/passwd)"}\n',
        '- {zh-Hans: 泉, en: "[Spring](https://example.org/)"}\n',
    ),
    "T705": RulePage(
        "Texts copied out of a PDF file have radicals (⽂ U+2F42) and compatibility characters (ﬁ U+FB01) that look"
        " like ordinary ones. check --fix writes the ordinary ones.",
        BODY,
        "- {zh-Hans: ⽂件在⾏李里, en: The ﬁles}\n",
        "- {zh-Hans: 文件在行李里, en: The files}\n",
    ),
    "T706": RulePage(
        "The text is one that reader new writes for you to write over.",
        BODY,
        "- {zh-Hans: 这里写第一段。, en: Here the first paragraph is written.}\n",
        "- {zh-Hans: 泉水四季如常。, en: The springs keep one temperature.}\n",
    ),
    "T707": RulePage(
        "Markdown, HTML, wiki and LaTeX markup has no meaning here and is shown as it is: pictures are figures,"
        " headings and quotations are blocks, and the id of a note has lower-case letters. A \\ before [ or * makes"
        " plain text of it.",
        BODY,
        "- {zh-Hans: '看图[^Note]', en: Look<br>at it}\n",
        "- {zh-Hans: '看图[一]', en: Look at *it*}\n",
    ),
    "T708": RulePage(
        "An entry is one paragraph. A blank line in its text is read as a line end, so both parts become one paragraph;"
        " write an entry for each. check --fix does so where all languages have as many. In verse, \\ at the end of the"
        " line before keeps the stanzas apart.",
        BODY,
        "- zh-Hans: |\n    泉水四季如常。\n\n    河水冬天结冰。\n  en: Springs stay the same. The river freezes.\n",
        "- {zh-Hans: 泉水如常。, en: Springs stay the same.}\n- {zh-Hans: 河水结冰。, en: The river freezes.}\n",
    ),
    "T709": RulePage(
        "After a space, # begins a comment in YAML, so the rest of the line is no part of the text. A text with a space"
        " and # in it needs quotes. A comment with a space after # is reported only if it seems to be text: after a"
        " lone letter (C # language), or if it ends a sentence that the text does not end.",
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
    "T711": RulePage(
        "YAML joins the lines of a folded block (>) and of a plain value of several lines, and the end of a line is a"
        " part of verse and of code.",
        BODY,
        "- code: >\n    one\n    two\n",
        "- code: |\n    one\n    two\n",
    ),
    "T712": RulePage(
        "A text with a reading is {text|reading}, a superior one ^{text}, an inferior one _{text}; none of them is"
        " inside another of its kind, a reading has at most 200 characters, and all these marks are half-width. A \\"
        " before a brace makes plain text of it.",
        BODY,
        "- {zh-Hans: '{泉|quán水', en: 'x^{2 of them'}\n",
        "- {zh-Hans: '{泉|quán}水', en: 'x^{2} of them'}\n",
    ),
    "T713": RulePage(
        "YAML takes a first word with & for the name of an anchor, which an alias (*name) repeats, and leaves it out of"
        " the text. Where no alias does, the word was meant as text, which needs quotes.",
        BODY,
        "- zh-Hans: 泉水四季如常。\n  en: &springs stay the same.\n",
        "- zh-Hans: 泉水四季如常。\n  en: '&springs stay the same.'\n",
    ),
    "T714": RulePage(
        "Texts out of PDF files and old programs have characters of one font only (Unicode's private use), \ufffd in"
        " the place of lost ones, or UTF-8 that was read as Windows-1252 (cafÃ©) or GB 18030 (娉夋按).",
        BODY,
        "- {zh-Hans: 泉水四季如常。, en: 'The cafÃ© by the spring'}\n",
        "- {zh-Hans: 泉水四季如常。, en: 'The café by the spring'}\n",
    ),
    "T715": RulePage(
        "An ellipsis of Chinese is …… and a dash is ——, each as wide as two characters. check --fix writes them for"
        " three to six full stops (... or 。。。) and for two to four hyphens between Chinese characters. Two full"
        " stops (。。) and a dash between numbers, which may be the shorter one (— or ～), are left to you; addresses,"
        " paths, code and the options of commands stay, and are not reported.",
        BODY,
        "- {zh-Hans: '泉水--城里的泉水...', en: Springs of the city}\n",
        "- {zh-Hans: 泉水——城里的泉水……, en: Springs of the city}\n",
    ),
    "I801": RulePage(
        "Several spaces between Chinese characters, not only after marks: the import may have read across two columns."
        " Only the printed page shows which words belong together, so there is no automatic fix.",
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
    "I804": RulePage(
        "The import could not tell where these texts belong. Readers never see what is under unplaced: put each text"
        " into the body, or remove it.",
        ARTICLE,
        "unplaced: [泉水的第一层]\n",
        "body: [{zh-Hans: 泉水的第一层, en: The first terrace}]\n",
    ),
}
