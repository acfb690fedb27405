"""More pages of the invented magazine: layouts that set columns, captions and boxes in other ways."""

from tests.importing.press import BOLD, MING, SONG, TIMES, Press
from tests.importing.scenes import EN, EN_HEADS, FOOT, HANT, ZH, ZH_HEADS, Truth, Writer, caption, entries, furniture


def headed(press, truth, zh, en, x=46, y=105):
    press.text(x, y, zh, SONG, 24)
    press.text(x, y + 22, en, BOLD, 13.5)
    truth["title"] = {"zh": zh, "en": en}


def five_columns(seed):
    """A spread: three Chinese columns left, two English right, page numbers at the outer feet."""
    w, p, t = Writer(seed), Press((1190, 808)), Truth()
    p.text(46, FOOT, "52", TIMES, 9)
    p.text(1130, FOOT, "53", TIMES, 9)
    p.text(46, 40, "手艺 Craft", SONG, 10)
    p.text(1060, 40, "OLD ROADS 旧路", SONG, 7)
    t["running"] += ["52", "53", "手艺 Craft", "OLD ROADS 旧路"]
    headed(p, t, "盐田里的镜子", "Mirrors of Salt")
    zh, en = w.body(ZH, ZH_HEADS, 7, 3), w.body(EN, EN_HEADS, 6, 3)
    p.flow([(46 + 172 * n, 165, 158, 290) for n in range(3)], zh, SONG, 9.4, 15.6)
    p.picture(46, 500, 502, 210)
    caption(p, t, 46, 725, "盐田从空中看去。", "The pans from the air", "图 / 何远山", "52")
    p.flow([(640, 165, 245, 560), (901, 165, 245, 560)], en, TIMES, 9.4, 13.4, indent=1.3, hyphens=True)
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def english_above(seed):
    """English in two columns above, Chinese in three below a rule."""
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "61")
    p.text(46, 105, "The Clock on the Pier", BOLD, 24)
    p.text(46, 128, "码头的钟", SONG, 14)
    t["title"] = {"zh": "码头的钟", "en": "The Clock on the Pier"}
    en, zh = w.body(EN, EN_HEADS, 5, 2), w.body(ZH, ZH_HEADS, 6, 3)
    p.flow([(46, 165, 245, 200), (305, 165, 245, 200)], en, TIMES, 9.4, 13.2, indent=1.4, hyphens=True)
    p.rule(46, 400, 550)
    p.flow([(46 + 172 * n, 425, 158, 320) for n in range(3)], zh, SONG, 9.2, 15.4)
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def box_beside(seed):
    """A framed box with a heading of its own beside the column, its text nearly as large as the body."""
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "64")
    headed(p, t, "船上的图书室", "A Library Afloat")
    zh, en = w.body(ZH, ZH_HEADS, 5, 2), w.body(EN, EN_HEADS, 4, 2)
    p.flow([(46, 165, 158, 400), (218, 165, 158, 180)], zh, SONG, 9.4, 15.6)
    p.flow([(392, 165, 158, 560)], en, TIMES, 9.0, 12.6, indent=1.3, hyphens=True)
    tips = w.take(ZH, 2)
    p.canvas.rect(214, p.height - 560, 166, 150, stroke=1, fill=0)
    p.text(224, 430, "怎样借书", SONG, 11, bold=True)
    p.flow([(224, 448, 146, 100)], [("para", tip) for tip in tips], SONG, 9.4, 14.5, indent=0)
    t["asides"].append({"type": "sidebar", "heading": {"zh": "怎样借书"}, "zh": tips})
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def table_without_rules(seed):
    """A table of numbers without rules at the foot of a column, text of the other columns beside it."""
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "66")
    headed(p, t, "茶价十年", "Ten Years of Tea Prices")
    zh, en = w.body(ZH, ZH_HEADS, 7, 2), w.body(EN, EN_HEADS, 4, 2)
    p.flow([(46, 165, 158, 560), (218, 165, 158, 250)], zh, SONG, 9.4, 15.6)
    p.flow([(392, 165, 158, 560)], en, TIMES, 9.0, 12.6, indent=1.3, hyphens=True)
    rows = [
        ["年份", "产量", "单价"],
        ["2011", "40", "18"],
        ["2014", "46", "25"],
        ["2017", "38", "31"],
        ["2020", "52", "29"],
    ]
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            p.text(222 + 52 * column, 480 + 15.6 * at, cell, SONG, 9)
    t["asides"].append({"type": "table", "rows": rows})
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def pull_across(seed):
    """A pull quote across the gutter: both columns stop above it and go on below it."""
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "68")
    headed(p, t, "听墙的人", "The Man Who Listens to Walls")
    zh, en = w.body(ZH, ZH_HEADS, 5, 3, every=9), w.body(EN, EN_HEADS, 3, 2, every=9)
    p.flow([(46, 165, 158, 130), (46, 380, 158, 130), (218, 165, 158, 130), (218, 380, 158, 130)], zh, SONG, 9.4, 15.6)
    p.text(66, 330, "“墙不会说话，可是墙记得。”", SONG, 17)
    t["asides"].append({"type": "pullquote", "zh": "“墙不会说话，可是墙记得。”"})
    p.flow([(392, 165, 158, 560)], en, TIMES, 9.0, 12.6, indent=1.3, hyphens=True)
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def caption_beside(seed):
    """Captions right of their pictures, two lines of each language, without credits; a picture without a caption."""
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "70")
    headed(p, t, "渡口四十年", "Forty Years at the Ferry")
    p.picture(46, 150, 330, 130)
    for at, (zh, en) in enumerate(
        ((["清晨的渡口，船工", "正在解缆"], ["The boatman casts off", "at dawn"]), (["旧船票"], ["Old tickets"]))
    ):
        y = 160 + 70 * at
        for line in zh:
            p.text(388, y, line, SONG, 7.6)
            y += 11
        for line in en:
            p.text(388, y, line, TIMES, 7.6)
            y += 11
        t["figures"].append({"zh": "".join(zh), "en": " ".join(en), "credit": "", "page": "70"})
    p.picture(306, 300, 244, 100)
    zh, en = w.body(ZH, ZH_HEADS, 5, 2), w.body(EN, EN_HEADS, 4, 2)
    p.flow([(46, 310, 244, 440)], zh, SONG, 9.4, 15.6)
    p.flow([(306, 420, 244, 330)], en, TIMES, 9.2, 13, indent=1.3, hyphens=True)
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def only_pictures(seed):
    """Photographs without captions between and beside the columns."""
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "72")
    headed(p, t, "雾里的山", "Hills in the Mist")
    zh, en = w.body(ZH, ZH_HEADS, 5, 2), w.body(EN, EN_HEADS, 4, 2)
    p.picture(0, 380, 300, 140)
    p.flow([(46, 165, 244, 200), (46, 540, 244, 220)], zh, SONG, 9.4, 15.6)
    p.flow([(306, 165, 244, 360)], en, TIMES, 9.2, 13, indent=1.3, hyphens=True)
    p.picture(306, 560, 244, 190)
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def traditional_columns(seed):
    """Traditional Chinese in three columns with quotes, English in two below; two captions beside each other."""
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "74", ("島嶼", "Islands"), "SEA LETTERS 海書")
    p.text(46, 105, "守燈的人", MING, 26)
    p.text(46, 128, "Keeper of the Light", BOLD, 13)
    t["title"] = {"zh": "守燈的人", "en": "Keeper of the Light"}
    zh = w.body(HANT, ["退潮以後", "冬天的信", "補給船"], 6, 2)
    zh[0] = ("para", "他說：「" + zh[0][1][:-1] + "。」" + "燈塔下沒有別的人家。")
    en = w.body(EN, EN_HEADS, 4, 2)
    p.flow([(46 + 172 * n, 165, 158, 190) for n in range(3)], zh, MING, 9.2, 15.4)
    p.picture(46, 385, 244, 100)
    p.picture(306, 385, 244, 100)
    caption(p, t, 46, 497, "退潮時的石滬", "Weirs at low tide", "攝影 / 陳海生", "74")
    caption(p, t, 306, 497, "郵局門前的船。", "A boat outside the post office", "攝影 / 林未名", "74")
    p.flow([(46, 535, 244, 220), (306, 535, 244, 220)], en, TIMES, 9.2, 12.8, indent=1.3, hyphens=True)
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def english_with_deck(seed):
    """English alone in two columns under a deck of two lines; a boxed note, a caption with a credit line."""
    w, p, t = Writer(seed), Press(), Truth()
    p.text(46, 45, "Field Notes", BOLD, 10)
    p.text(46, FOOT, "76   OLD ROADS", TIMES, 8)
    t["running"] += ["Field Notes", "76 OLD ROADS"]
    p.text(46, 110, "Bicycles of a Postman", BOLD, 30)
    p.text(46, 138, "Seven machines carried him over the same forty miles of", TIMES, 14)
    p.text(46, 155, "gravel, and the last of them has become a garden", TIMES, 14)
    p.text(46, 178, "Words by Ada Lowell   Photographs by Li Wan", TIMES, 8.5)
    t["title"], t["byline"] = {"en": "Bicycles of a Postman"}, ["Words by Ada Lowell   Photographs by Li Wan"]
    p.picture(306, 200, 244, 170)
    p.text(306, 384, "The last bicycle, with mint in its basket.", TIMES, 7.8)
    p.text(306, 395, "Photo by Li Wan", TIMES, 7.8)
    t["figures"].append(
        {"zh": "", "en": "The last bicycle, with mint in its basket.", "credit": "Photo by Li Wan", "page": "76"}
    )
    en = [("drop", w.para(EN, 2)), *w.body(EN, EN_HEADS, 7, 3)]
    p.flow([(46, 210, 244, 540), (306, 425, 244, 330)], en, TIMES, 9.6, 13.4, indent=1.4, hyphens=True)
    t["en"] = entries(en)
    return p, t


def bold_questions(seed):
    """An interview in two columns each: bold questions of two lines, plain answers with indents."""
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "78", ("访谈", "Interview"))
    headed(p, t, "她把祖母的织机搬到窗前", "A Loom by the Window")
    zh, en = [], []
    for q, e in (
        ("您第一次看见这台织机是什么时候？", "When did you first see the loom?"),
        ("学会它花了多久，中间想过放弃吗？", "How long did it take to learn, and did you ever think of giving up?"),
        ("现在还有人来学吗？", "Does anybody come to learn it now?"),
    ):
        zh += [("bold", q), ("para", w.para(ZH, 2)), ("para", w.para(ZH, 1))]
        en += [("bold", e), ("para", w.para(EN, 2))]
    p.flow([(46, 165, 158, 330), (218, 165, 158, 330)], zh, SONG, 9.4, 15.6)
    p.flow([(392, 165, 158, 560)], en, TIMES, 9.2, 13, indent=1.3)
    t["zh"] = entries([("para" if kind == "bold" else kind, text) for kind, text in zh])
    t["en"] = entries([("para" if kind == "bold" else kind, text) for kind, text in en])
    return p, t


def goes_on(seed):
    """The end of an article from the page before, under no title; then another article with a title below a rule."""
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "80")
    t["articles"] = []
    zh, en = (
        [("fragment", "最后一班船开走以后，灯才熄。"), *w.body(ZH, ZH_HEADS, 3, 2, 9)],
        w.body(EN, EN_HEADS, 2, 2, 9),
    )
    p.flow([(46, 100, 244, 260)], zh, SONG, 9.4, 15.6)
    p.flow([(306, 100, 244, 260)], en, TIMES, 9.2, 13, indent=1.3)
    t["articles"].append({"title": {}, "zh": entries(zh), "en": entries(en)})
    p.rule(46, 375, 550)
    p.text(46, 415, "灯笼街", SONG, 22)
    p.text(46, 436, "The Street of Lanterns", BOLD, 13)
    zh, en = w.body(ZH, ZH_HEADS, 4, 2, 2), w.body(EN, EN_HEADS, 3, 2, 9)
    p.flow([(46, 465, 244, 290)], zh, SONG, 9.4, 15.6)
    p.flow([(306, 465, 244, 290)], en, TIMES, 9.2, 13, indent=1.3)
    t["articles"].append(
        {"title": {"zh": "灯笼街", "en": "The Street of Lanterns"}, "zh": entries(zh), "en": entries(en)}
    )
    return p, t


def turned_credits(seed):
    """Credits in tiny type along the right edges of two pictures, turned by 90 degrees; captions under them."""
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "82")
    headed(p, t, "冰下的网", "Nets Below the Ice")
    for x, zh, en, credit in (
        (46, "渔民凿开冰面。", "Breaking the ice", "图 / 丁一舟"),
        (306, "拉网的人站成一排。", "Hauling in a row", "图 / 周小满"),
    ):
        p.picture(x, 150, 236, 140)
        caption(p, t, x, 302, zh, en, "", "82")
        t["figures"][-1]["credit"] = credit
        p.canvas.saveState()
        p.canvas.translate(x + 243, p.height - 288)
        p.canvas.rotate(90)
        before, p.height = p.height, 0
        p.text(0, 0, credit, SONG, 5)
        p.height = before
        p.canvas.restoreState()
    zh, en = w.body(ZH, ZH_HEADS, 5, 2), w.body(EN, EN_HEADS, 4, 2)
    p.flow([(46, 345, 244, 410)], zh, SONG, 9.4, 15.6)
    p.flow([(306, 345, 244, 410)], en, TIMES, 9.2, 13, indent=1.3, hyphens=True)
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def close_columns(seed):
    """Columns hardly a letter apart; captions under each other in Chinese alone, each on a line."""
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "84")
    zh, en = w.body(ZH, ZH_HEADS, 7, 2), w.body(EN, EN_HEADS, 6, 2)
    p.picture(46, 80, 247, 120)
    caption(p, t, 46, 214, "晾茶的竹匾", "", "", "84")
    caption(p, t, 46, 229, "等船的人。", "", "", "84")
    p.flow([(46, 255, 247, 500)], zh, SONG, 9.4, 15.6)
    p.flow([(300, 80, 125, 670), (431, 80, 125, 670)], en, TIMES, 9.2, 13, indent=1.3, hyphens=True)
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def two_bands(seed):
    """Two Chinese columns over two English ones, a full-width picture between, headings at column heads."""
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "86")
    zh, en = w.body(ZH, ZH_HEADS, 5, 2, 1), w.body(EN, EN_HEADS, 4, 2, 1)
    p.flow([(46, 90, 244, 250), (306, 90, 244, 250)], zh, SONG, 9.4, 15.6)
    p.picture(46, 370, 504, 90)
    caption(p, t, 46, 472, "街灯", "Street lamps", "摄影 / 丁一舟", "86")
    p.flow([(46, 510, 244, 250), (306, 510, 244, 250)], en, TIMES, 9.2, 13, indent=1.3, hyphens=True)
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def abridged_below(seed):
    """Three Chinese columns; an English summary in smaller type in its own two columns under a rule."""
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "88")
    headed(p, t, "敲钟人", "The Bell Ringer")
    zh, en = w.body(ZH, ZH_HEADS, 9, 3), [("para", w.para(EN, 4)), ("para", w.para(EN, 3)), ("para", w.para(EN, 3))]
    p.flow([(46 + 172 * n, 165, 158, 400) for n in range(3)], zh, SONG, 9.4, 15.6)
    p.rule(46, 600, 550)
    p.flow([(46, 620, 244, 140), (306, 620, 244, 140)], en, TIMES, 8.4, 11.6, indent=1.3, hyphens=True)
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def standing(press, x, top, bottom, items, font=SONG, size=10.0, step=17.0):
    """Sets paragraphs in vertical columns, from the right one; each begins two characters down."""
    for text in items:
        y = top + 2 * size
        for char in text:
            if y > bottom:
                x, y = x - step, top
            press.text(x, y + 0.88 * size, char, font, size)
            y += size
        x -= step


def vertical(seed):
    """Vertical Chinese in two tiers, read from the right, a title in vertical characters; English in level columns."""
    w, p, t = Writer(seed), Press(), Truth()
    p.text(500, FOOT, "90", TIMES, 9)
    for at, char in enumerate("守灯的人"):
        p.text(520, 110 + 26 * at, char, SONG, 26)
    p.text(46, 560, "Keeper of the Light", BOLD, 14)
    t["title"] = {"zh": "守灯的人", "en": "Keeper of the Light"}
    zh = [("para", w.para(ZH, 2).replace("18", "十八").replace(" ", "")) for _ in range(5)]
    zh = [(kind, "".join(char for char in text if not char.isascii())) for kind, text in zh]
    standing(p, 480, 90, 290, [text for _, text in zh[:3]])
    standing(p, 480, 310, 510, [text for _, text in zh[3:]])
    en = w.body(EN, EN_HEADS, 3, 2, 9)
    p.flow([(46, 585, 244, 180), (306, 585, 244, 180)], en, TIMES, 9.2, 13, indent=1.3)
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def vertical_title(seed):
    """Level columns under a vertical title at the right, a vertical caption along a picture."""
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "92")
    for at, char in enumerate("收盐的人们"):
        p.text(500, 110 + 28 * at, char, SONG, 28)
    t["title"] = {"zh": "收盐的人们"}
    p.picture(46, 90, 300, 180)
    for at, char in enumerate("盐田里的黄昏"):
        p.text(354, 97 + 7.5 * at, char, SONG, 7.5)
    t["figures"].append({"zh": "盐田里的黄昏", "en": "", "credit": "", "page": "92"})
    zh, en = w.body(ZH, ZH_HEADS, 6, 2), w.body(EN, EN_HEADS, 4, 2)
    p.flow([(46, 300, 244, 450)], zh, SONG, 9.4, 15.6)
    p.flow([(306, 300, 244, 450)], en, TIMES, 9.2, 13, indent=1.3, hyphens=True)
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def noted(seed):
    """Notes in small type under a short rule at the foot of a column; no pictures."""
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "94")
    headed(p, t, "头茬茶", "The First Harvest")
    zh, en = w.body(ZH, ZH_HEADS, 5, 2), w.body(EN, EN_HEADS, 4, 2)
    p.flow([(46, 165, 244, 500)], zh, SONG, 9.4, 15.6)
    p.flow([(306, 165, 244, 500)], en, TIMES, 9.2, 13, indent=1.3, hyphens=True)
    p.rule(46, 715, 150)
    p.text(46, 728, "① 杀青：用高温让叶子停止发酵。", SONG, 7.2)
    p.text(46, 739, "② 头茬：春天采的第一批茶。", SONG, 7.2)
    t["asides"].append({"type": "note", "zh": ["① 杀青：用高温让叶子停止发酵。", "② 头茬：春天采的第一批茶。"]})
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def by_turns(seed):
    """Each English paragraph under its Chinese one, both over the whole width."""
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "96")
    headed(p, t, "敲钟的人", "The Bell Ringer")
    zh, en, y = [], [], 165
    for _ in range(5):
        zh.append(("para", w.para(ZH, 2)))
        y = p.flow([(46, y, 504, 300)], zh[-1:], SONG, 9.4, 15.6) + 16
        en.append(("para", w.para(EN, 2)))
        y = p.flow([(46, y, 504, 300)], en[-1:], TIMES, 9.2, 13, indent=1.3) + 22
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def speakers(seed):
    """A talk without indents or gaps: each turn begins with the speaker's name."""
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "98", ("对话", "Dialogue"))
    headed(p, t, "修表的人", "The Watchmaker")
    zh, en = [], []
    for count in (1, 2, 1, 2):
        zh.append(("para", ("记者：" if count == 1 else "沈一苇：") + w.para(ZH, count)))
        en.append(("para", ("Reporter: " if count == 1 else "Shen: ") + w.para(EN, count)))
    p.flow([(46, 165, 158, 400), (218, 165, 158, 400)], zh, SONG, 9.4, 15.6, indent=0)
    p.flow([(392, 165, 158, 560)], en, TIMES, 9.2, 13, indent=0, justify=False)
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


LAYOUTS = (
    five_columns,
    english_above,
    box_beside,
    table_without_rules,
    pull_across,
    caption_beside,
    only_pictures,
    traditional_columns,
    english_with_deck,
    bold_questions,
    goes_on,
    turned_credits,
    close_columns,
    two_bands,
    abridged_below,
    vertical,
    vertical_title,
    noted,
    by_turns,
    speakers,
)
