"""Pages of an invented magazine, each a way in which pages are made up, with what an importer should make of them."""

import random

from tests.importing.press import BOLD, MING, SONG, TIMES, Press, width

ZH = [
    "茶山上的雾要到九点才散，采茶的人天不亮就出门，竹篓里装着昨夜剩下的冷饭。",
    "老茶师把手伸进铁锅里试温度，他说机器只认得数字，手认得叶子。",
    "山脚的小学只有 18 个学生，操场边种着两排老茶树，下课铃一响，鸟就飞走了。",
    "今年春天多雨，头茬茶比往年晚了 12 天，收购价却涨了三成。",
    "他在账本上画了一只鸟，旁边写着：四月二十六日，晴，卖出 40 斤。",
    "搪瓷厂关门以后，仓库改成了展览馆，墙上挂满了旧茶缸和脸盆。",
    "修表铺的门脸只有一米宽，柜台后面坐着第三代掌柜，他从不戴放大镜以外的眼镜。",
    "盐田一共 267 格，从空中看去，像谁把一面镜子摔碎了，又一片一片拼回原处。",
    "晒盐的人看天吃饭，风从哪边来，水就往哪边放；盐花开了，要赶在日落前收。",
    "她把祖母留下的织机搬到窗前，花了整整一个冬天，才弄懂那些绳子的次序。",
    "码头的钟每逢整点敲响，敲钟人退休十年了，仍旧住在钟楼底下。",
    "邮差老周骑坏了七辆自行车，最后一辆现在停在邮局门口，筐里种着薄荷。",
    "图书室开在渡船上，船靠哪个村，哪个村的孩子就跑下来还书。",
    "到了冬天，湖面结冰，渔民把网从冰下穿过去，一网能拉上来 3000 斤鱼。",
    "没有人记得这条街为什么叫灯笼街，只知道每到元宵，家家门前都要挂一盏。",
    "工程师说，桥墩里有一道旧裂缝，比桥的年纪还大，它一直没有变宽。",
    "酒坊的地窖常年十六度，夏天孩子们在里面写作业，冬天猫在里面睡觉。",
    "这门手艺没有秘密，难的是重复；师傅说，做到一万次，手就不用脑子了。",
    "剧团只剩下五个人，一个敲鼓，一个拉琴，三个唱，唱到第二折就要换着来。",
    "风车停了的那几年，村里人点煤油灯，后来电线拉进来，风车又转了。",
]
ZH_HEADS = ["雾里的早晨", "三代掌柜", "盐花开了", "冰下的网", "灯笼街", "船上的书", "一万次", "旧裂缝"]
HANT = [
    "燈塔守了六十年，燈早就換成了電燈，守燈人還是每天傍晚爬上一百零八級臺階。",
    "島上的郵局一週開兩天，信件隨補給船來，遇上颱風就要等到下一個月。",
    "鹹魚曬在屋頂，貓蹲在牆頭，誰也不看誰，像是早已說好了規矩。",
    "她把舊船木鋸成書架，釘眼裡還留著海水的鹽，梅雨天會滲出白霜。",
    "學校只有一間教室，六個年級輪流上課，其他人就在廊下讀書。",
    "漁會的牆上掛著 1968 年的潮汐表，字跡已經褪色，老人仍舊照著它出海。",
    "石滬退潮時露出水面，像一隻張開的手，魚游進來就忘了怎麼出去。",
    "廟前的戲臺坐東朝西，開戲的時候夕陽正照在演員的臉上。",
    "修船的老師傅說，木頭會記得風浪，所以每一條船的脾氣都不一樣。",
    "遊客多了以後，雜貨店開始賣明信片，郵戳要自己蓋，蓋歪了也不能換。",
]
EN = [
    "The mist on the tea hills does not lift before nine, and the pickers leave home long before dawn with cold rice in their baskets.",
    "An old master holds his hand over the iron pan and says that a machine knows only numbers while a hand knows leaves.",
    "At the foot of the hill stands a school with eighteen pupils and two rows of ancient trees beside the playground.",
    "It rained so much this spring that the first harvest came twelve days late, yet the price rose by a third.",
    "In the margin of his ledger he drew a bird and wrote beside it that the day was fine and forty pounds were sold.",
    "When the enamel works closed, its warehouse became a museum whose walls are covered with old mugs and basins.",
    "The watchmaker's shop is only three feet wide, and behind the counter sits the third generation of the family.",
    "There are two hundred and sixty-seven salt pans, and from the air they look like a mirror broken and put together again.",
    "Those who make salt live by the weather: where the wind comes from decides where the water goes.",
    "She moved her grandmother's loom to the window and spent a whole winter learning the order of its cords.",
    "The clock on the pier strikes every hour, and the man who used to ring it still lives below the tower.",
    "Old Zhou wore out seven bicycles as a postman, and the last of them stands by the post office with mint in its basket.",
    "A library travels on the ferry, and wherever it lands the children run down to bring back their books.",
    "In winter the lake freezes and the fishermen pass their nets below the ice from one hole to the next.",
    "Nobody remembers why this is called the street of lanterns, but every house hangs one out at the festival.",
    "An engineer found a crack in the pier that is older than the bridge itself, and it has never grown wider.",
    "The cellar keeps the same temperature all year round, so children do their homework there in summer.",
    "There is no secret in this well-known craft; what is difficult is repetition, says the self-taught carpenter.",
    "Only five members remain in the company: one beats the drum, one plays the fiddle and three of them sing.",
    "For several years the windmill stood still and the villagers burned paraffin until the power lines came.",
]
EN_HEADS = [
    "A Morning in the Mist",
    "Three Generations",
    "When the Salt Blooms",
    "Nets Below the Ice",
    "The Street of Lanterns",
]
FOOT = 790


class Truth(dict):
    def __init__(self):
        super().__init__(zh=[], en=[], figures=[], running=[], asides=[], title={}, byline=[])


class Writer:
    """Deals out sentences, each once."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.left = {}

    def take(self, store, count):
        key = id(store)
        left = self.left.setdefault(key, [])
        if len(left) < count:
            left[:] = self.random.sample(store, len(store))
        return [left.pop() for _ in range(count)]

    def para(self, store, count=2):
        joiner = " " if store is EN else ""
        return joiner.join(self.take(store, count))

    def body(self, store, heads, paras, sentences=2, every=2):
        """Returns paragraphs with a heading before every second or so."""
        heads = self.random.sample(heads, len(heads))
        items = []
        for at in range(paras):
            if at and at % every == 0:
                items.append(("heading", heads.pop()))
            items.append(("para", self.para(store, sentences)))
        return items


def entries(items):
    return [
        {"type": "heading" if kind == "heading" else "fragment" if kind == "fragment" else "para", "text": text}
        for kind, text in items
    ]


def furniture(press, truth, number, section=("手艺", "Craft"), name="OLD ROADS 旧路", x=46):
    press.text(x, 50, section[1], BOLD, 12)
    press.text(x + width(section[1], BOLD, 12) + 8, 50, section[0], SONG, 11)
    press.text(x, FOOT, number, TIMES, 9)
    press.text(x + 34, FOOT, name, SONG, 7)
    truth["running"] += [*section, number, name]


def caption(press, truth, x, y, zh="", en="", credit="", number="12", size=7.5, own_line=False):
    """Draws a caption, its lines under each other."""
    first = f"{zh} {credit}".strip() if credit and not own_line else zh
    for line, font in ((first, SONG), (en, TIMES), (credit if own_line else "", SONG)):
        if line:
            press.text(x, y, line, font, size)
            y += size * 1.45
    truth["figures"].append({"zh": zh, "en": en, "credit": credit, "page": number})
    return y


def three_and_three(seed=1):
    """Three Chinese columns above, three English below, ragged and hyphenated; two pictures with captions between."""
    writer, press, truth = Writer(seed), Press(), Truth()
    furniture(press, truth, "12")
    press.text(46, 105, "山上的锅", SONG, 26)
    press.text(46, 130, "A Pan on the Hill", BOLD, 14)
    truth["title"] = {"zh": "山上的锅", "en": "A Pan on the Hill"}
    zh, en = writer.body(ZH, ZH_HEADS, 5), writer.body(EN, EN_HEADS, 4)
    press.flow([(46 + 172 * n, 165, 156, 190) for n in range(3)], zh, SONG, 9, 15)
    press.picture(46, 380, 240, 90)
    press.picture(306, 380, 240, 90)
    caption(press, truth, 46, 482, "杀青用的铁锅", "The iron pan for the first firing", "图 / 何远山")
    caption(press, truth, 306, 482, "晾在竹匾上的新叶。", "Fresh leaves drying on bamboo trays")
    press.flow([(46 + 172 * n, 525, 156, 235) for n in range(3)], en, TIMES, 9, 12, hyphens=True, justify=False)
    truth["zh"], truth["en"] = entries(zh), entries(en)
    return press, truth


def spread(seed=2):
    """Facing pages on one sheet: Chinese in two columns and a fragment left, English with a drop cap right."""
    writer, press, truth = Writer(seed), Press((1190, 808)), Truth()
    furniture(press, truth, "30")
    press.text(1130, FOOT, "31", TIMES, 9)
    press.text(1040, FOOT, "OLD ROADS", TIMES, 7)
    truth["running"] += ["31", "OLD ROADS"]
    zh = [("fragment", "最后一班渡船。"), *writer.body(ZH, ZH_HEADS, 5)]
    en = [("drop", writer.para(EN)), *writer.body(EN, EN_HEADS, 3, every=5)]
    press.flow([(46, 100, 245, 320), (310, 100, 245, 320)], zh, SONG, 9.5, 16)
    press.picture(46, 600, 509, 120)
    y = caption(press, truth, 46, 735, "渡口的早晨。", "The ferry at dawn", "摄影／林未名", "30")
    press.picture(640, 60, 500, 200)
    y = caption(press, truth, 640, 275, "盐田。", "The salt pans", "", "31")
    y = caption(press, truth, 640, y + 6, "收盐的人。", "Gathering the salt", "图 / 林未名", "31")
    press.flow([(640, y + 40, 240, 250), (900, y + 40, 240, 250)], en, TIMES, 9.5, 14, indent=1.5, hyphens=True)
    truth["zh"], truth["en"] = entries(zh), entries(en)
    return press, truth


def boxed(seed=3):
    """English left, Chinese right; a tinted box with tips in both languages, and a table with rules."""
    writer, press, truth = Writer(seed), Press(), Truth()
    furniture(press, truth, "44")
    press.text(46, 100, "盐田四季", SONG, 24)
    press.text(46, 122, "Salt in Four Seasons", BOLD, 13.5)
    press.text(380, 122, "文 / 沈一苇  Text by Shen Yiwei", SONG, 8)
    truth["title"] = {"zh": "盐田四季", "en": "Salt in Four Seasons"}
    truth["byline"] = ["文 / 沈一苇", "Text by Shen Yiwei"]
    zh, en = writer.body(ZH, ZH_HEADS, 4), writer.body(EN, EN_HEADS, 3, every=5)
    press.flow([(310, 160, 240, 380)], zh, SONG, 9.6, 16)
    press.flow([(46, 160, 240, 330)], en, TIMES, 9.2, 13.5, indent=1.2)
    press.picture(46, 560, 240, 120, 0.92)
    press.text(56, 580, "小贴士 Tips", SONG, 10)
    tips = [
        "盐要晒足三日，才可入缸。",
        "遇雨须盖严，勿使返潮。",
        "Dry the salt for three days.",
        "Cover it well when it rains.",
    ]
    for at, tip in enumerate(tips):
        press.text(56, 596 + 13 * at, tip, SONG if at < 2 else TIMES, 8.6)
    truth["asides"].append(
        {"type": "sidebar", "heading": {"zh": "小贴士", "en": "Tips"}, "zh": tips[:2], "en": tips[2:]}
    )
    rows = [
        ["季节", "产量", "水温"],
        ["春", "120 吨", "14℃"],
        ["夏", "310 吨", "27℃"],
        ["秋", "205 吨", "19℃"],
        ["冬", "38 吨", "6℃"],
    ]
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            press.text(310 + 80 * column, 600 + 15 * at, cell, SONG, 8.2)
        press.rule(310, 604 + 15 * at, 550)
    truth["asides"].append({"type": "table", "rows": rows})
    truth["zh"], truth["en"] = entries(zh), entries(en)
    return press, truth


def traditional(seed=4):
    """Traditional Chinese in two columns, English in a third narrow one; credit on a line of its own."""
    writer, press, truth = Writer(seed), Press(), Truth()
    furniture(press, truth, "8", ("島嶼", "Islands"), "SEA LETTERS 海書")
    zh, en = writer.body(HANT, ["守燈的人", "退潮以後"], 4, every=3), writer.body(EN, EN_HEADS, 3, 1, every=5)
    press.picture(0, 70, 595, 180)
    caption(press, truth, 46, 262, "石滬與漁船", "Stone weirs and boats", "攝影 / 陳海生", "8", own_line=True)
    press.flow([(46, 320, 165, 300), (227, 320, 165, 300)], zh, MING, 9.4, 15.6)
    press.flow([(412, 320, 140, 330)], en, TIMES, 8.8, 12.6, indent=1, hyphens=True)
    press.text(120, 700, "木頭會記得風浪。", MING, 15)
    truth["asides"].append({"type": "pullquote", "zh": "木頭會記得風浪。"})
    truth["zh"], truth["en"] = entries(zh), entries(en)
    return press, truth


def english_only(seed=5):
    """One language in three columns, with a byline, a drop cap, headings and a pull quote inside a column."""
    writer, press, truth = Writer(seed), Press(), Truth()
    press.text(46, 50, "Notebook", BOLD, 11)
    press.text(460, 50, "OLD ROADS  May 2021", TIMES, 8)
    press.text(290, FOOT, "67", TIMES, 9)
    truth["running"] += ["Notebook", "OLD ROADS May 2021", "67"]
    press.text(46, 110, "The Ferry That Lends Books", BOLD, 28)
    press.text(46, 134, "A library has no fixed address, and no reader has ever lost a volume", TIMES, 13)
    press.text(46, 154, "By Ada Lowell", TIMES, 9)
    truth["title"], truth["byline"] = {"en": "The Ferry That Lends Books"}, ["By Ada Lowell"]
    truth["deck"] = "A library has no fixed address, and no reader has ever lost a volume"
    first = [("drop", writer.para(EN)), ("para", writer.para(EN))]
    rest = [
        ("para", writer.para(EN, 1)),
        ("heading", EN_HEADS[2]),
        ("para", writer.para(EN, 3)),
        ("para", writer.para(EN, 3)),
    ]
    quote = "No reader has ever lost a volume."
    press.flow([(46, 185, 155, 560)], first, TIMES, 9.4, 13, indent=1.3, hyphens=True)
    press.text(220, 200, "“No reader has", TIMES, 15)
    press.text(220, 218, "ever lost", TIMES, 15)
    press.text(220, 236, "a volume.”", TIMES, 15)
    truth["asides"].append({"type": "pullquote", "en": f"“{quote}”"})
    press.flow([(220, 270, 155, 170), (394, 185, 155, 560)], rest, TIMES, 9.4, 13, indent=1.3, hyphens=True)
    truth["en"] = entries(first + rest)
    return press, truth


def chinese_only(seed=6):
    """One language in three columns, a deck, a picture over two of the columns, a caption without English."""
    writer, press, truth = Writer(seed), Press(), Truth()
    press.text(46, 50, "人物", SONG, 11)
    press.text(500, FOOT, "103", TIMES, 9)
    press.text(440, FOOT, "旧路 2022.06", SONG, 7)
    truth["running"] += ["人物", "103", "旧路 2022.06"]
    press.text(46, 110, "敲钟人住在钟楼底下", SONG, 24)
    press.text(46, 134, "码头上的钟每天响二十四次，听的人越来越少", SONG, 12)
    press.text(46, 154, "撰文 / 柳问渠　摄影 / 柳问渠", SONG, 8)
    truth["title"], truth["byline"] = {"zh": "敲钟人住在钟楼底下"}, ["撰文 / 柳问渠　摄影 / 柳问渠"]
    truth["deck"] = "码头上的钟每天响二十四次，听的人越来越少"
    zh = writer.body(ZH, ZH_HEADS, 8, 2, every=3)
    press.picture(220, 180, 329, 160)
    caption(press, truth, 220, 352, "敲钟人站在窗前，身后是停摆的旧钟。", "", "（摄影：柳问渠）", "103")
    press.flow([(46, 190, 155, 330), (220, 380, 155, 330), (394, 380, 155, 330)], zh, SONG, 9.2, 15.4)
    truth["zh"] = entries(zh)
    return press, truth


def interview(seed=7):
    """Questions and answers in both languages, without indents, a gap between paragraphs; questions in bold."""
    writer, press, truth = Writer(seed), Press(), Truth()
    furniture(press, truth, "21", ("对话", "Dialogue"))
    press.text(46, 104, "修表的人怎样看时间", SONG, 22)
    press.text(46, 126, "How a Watchmaker Sees Time", BOLD, 13.5)
    truth["title"] = {"zh": "修表的人怎样看时间", "en": "How a Watchmaker Sees Time"}
    zh = [
        ("para", "问：您第一次拆表是几岁？"),
        ("para", "答：" + writer.para(ZH, 2)),
        ("para", "问：手艺里最难的是什么？"),
        ("para", "答：" + writer.para(ZH, 3)),
    ]
    en = [
        ("para", "Q: How old were you when you first took a watch apart?"),
        ("para", "A: " + writer.para(EN, 2)),
        ("para", "Q: What is the hardest part of the craft?"),
        ("para", "A: " + writer.para(EN, 2)),
    ]
    press.flow([(46, 165, 240, 420)], zh, SONG, 9.6, 16, indent=0, gap=8)
    press.flow([(310, 165, 240, 420)], en, TIMES, 9.4, 13.5, indent=0, gap=7, justify=False)
    truth["zh"], truth["en"] = entries(zh), entries(en)
    return press, truth


def reviews(seed=8):
    """Three short reviews on a page, each with a title, Chinese left and English right."""
    writer, press, truth = Writer(seed), Press(), Truth()
    furniture(press, truth, "88", ("书评", "Reviews"))
    truth["articles"] = []
    titles = [("盐的历史", "A History of Salt"), ("渡船日记", "Diary of a Ferry"), ("冬天的织机", "The Loom in Winter")]
    for at, (chinese, english) in enumerate(titles):
        y = 100 + at * 225
        press.text(46, y, chinese, SONG, 17)
        press.text(310, y, english, BOLD, 14)
        zh, en = [("para", writer.para(ZH, 3)), ("para", writer.para(ZH, 2))], [("para", writer.para(EN, 2))]
        press.flow([(46, y + 28, 240, 180)], zh, SONG, 9.4, 15.5)
        press.flow([(310, y + 28, 240, 180)], en, TIMES, 9.2, 13.2, indent=1.5)
        truth["articles"].append({"title": {"zh": chinese, "en": english}, "zh": entries(zh), "en": entries(en)})
    return press, truth


def stacked(seed=9):
    """Three captions in a list beside the pictures, the credit under all; ragged English with a heading."""
    writer, press, truth = Writer(seed), Press(), Truth()
    furniture(press, truth, "52")
    for at in range(3):
        press.picture(46, 80 + 115 * at, 330, 105)
    y = 90
    for zh, en, credit in (
        ("渔民凿开冰面。", "Cutting the ice", "图 / 丁一舟"),
        ("网从冰下穿过，拉网的人站成一排，喊着号子往回走。", "Hauling the net, step by step, towards the shore", ""),
        ("分鱼。", "Sharing the catch", "图 / 周小满"),
    ):
        first = zh + credit
        lines = [first[n : n + 20] for n in range(0, len(first), 20)]
        for line in lines:
            press.text(390, y, line, SONG, 7.6)
            y += 11
        words = en.split(" ")
        for line in (" ".join(words[:5]), " ".join(words[5:])):
            if line:
                press.text(390, y, line, TIMES, 7.6)
                y += 11
        y += 7
        truth["figures"].append({"zh": zh, "en": en, "credit": credit, "page": "52"})
    zh, en = writer.body(ZH, ZH_HEADS, 4), writer.body(EN, EN_HEADS, 3)
    press.flow([(46, 450, 160, 310), (220, 450, 160, 310)], zh, SONG, 9.2, 15.2)
    press.flow([(396, 450, 155, 330)], en, TIMES, 8.6, 12, indent=1.2, justify=False)
    truth["zh"], truth["en"] = entries(zh), entries(en)
    return press, truth


def two_pages(seed):
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "14")
    p.text(46, 105, "风车又转了", SONG, 24)
    p.text(46, 128, "The Windmill Turns Again", BOLD, 13)
    t["title"] = {"zh": "风车又转了", "en": "The Windmill Turns Again"}
    zh = w.body(ZH, ZH_HEADS, 5, 3)
    en = w.body(EN, EN_HEADS, 4, 3)
    p.flow([(46, 165, 240, 560), (310, 165, 240, 560)], zh, SONG, 9.6, 16)
    p.next_page()
    furniture(p, t, "15")
    p.picture(46, 70, 504, 160)
    caption(p, t, 46, 242, "风车与电线。", "The windmill and the wires", "图 / 丁一舟", "15")
    p.flow(
        [(46, 290, 156, 440), (220, 290, 156, 440), (394, 290, 156, 440)], en, TIMES, 9.2, 13, indent=1.2, hyphens=True
    )
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def bold_talk(seed):
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "21", ("访谈", "Interview"))
    p.text(46, 105, "听钟的人", SONG, 24)
    p.text(46, 128, "Listening to the Clock", BOLD, 14)
    t["title"] = {"zh": "听钟的人", "en": "Listening to the Clock"}
    zh = []
    en = []
    qs = [
        ("记者：您为什么留下来？", "What made you stay here for so long?"),
        ("记者：钟楼现在还敲钟吗？", "Does the tower still ring?"),
    ]
    y = 165
    ye = 165
    for q, e in qs:
        p.text(46, y, q, SONG, 9.4, bold=True)
        zh.append(("para", q))
        y += 16
        a = ("para", "敲钟人：" + w.para(ZH, 2))
        zh.append(a)
        y = p.flow([(46, y, 240, 500)], [a], SONG, 9.4, 16, indent=0) + 16
        p.text(310, ye, e, "Times-Bold", 9.4)
        en.append(("para", e))
        ye += 13.5
        a = ("para", w.para(EN, 3))
        en.append(a)
        ye = p.flow([(310, ye, 240, 500)], [a], TIMES, 9.4, 13.5, indent=0) + 13.5
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def summary_small(seed):
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "33")
    p.text(46, 105, "冰下的湖", SONG, 24)
    p.text(46, 125, "The Lake Below", BOLD, 13)
    t["title"] = {"zh": "冰下的湖", "en": "The Lake Below"}
    zh = w.body(ZH, ZH_HEADS, 7, 2)
    en = [("para", w.para(EN, 3)), ("para", w.para(EN, 3))]
    p.flow([(46, 165, 156, 420), (220, 165, 156, 420), (394, 165, 156, 420)], zh, SONG, 9.6, 16)
    p.picture(46, 600, 240, 120)
    caption(p, t, 46, 735, "湖。", "The lake", "", "33")
    p.flow([(310, 600, 240, 140)], en, TIMES, 8.2, 11.5, indent=1.2)
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def pull_between(seed):
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "35")
    p.text(46, 105, "船上的书", SONG, 24)
    p.text(46, 125, "Books on a Boat", BOLD, 13)
    t["title"] = {"zh": "船上的书", "en": "Books on a Boat"}
    zh = w.body(ZH, ZH_HEADS, 5, 2)
    en = w.body(EN, EN_HEADS, 4, 2)
    p.flow([(46, 165, 240, 100), (46, 330, 240, 130), (310, 165, 240, 300)], zh, SONG, 9.6, 16)
    p.text(60, 290, "孩子们跑下来还书", SONG, 14)
    p.rule(46, 272, 286)
    p.rule(46, 305, 286)
    t["asides"].append({"type": "pullquote", "zh": "孩子们跑下来还书"})
    p.flow([(46, 500, 240, 240), (310, 500, 240, 240)], en, TIMES, 9.2, 13, indent=1.2)
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def ground(seed):
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "36")
    p.picture(300, 60, 295, 748, 0.93)
    p.text(46, 105, "旧裂缝", SONG, 24)
    p.text(320, 105, "An Old Crack", BOLD, 18)
    t["title"] = {"zh": "旧裂缝", "en": "An Old Crack"}
    zh = w.body(ZH, ZH_HEADS, 6, 2)
    en = w.body(EN, EN_HEADS, 6, 2)
    p.flow([(46, 145, 230, 600)], zh, SONG, 9.6, 16)
    p.flow([(320, 145, 230, 600)], en, TIMES, 9.6, 14, indent=1.2)
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def on_picture(seed):
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "37")
    p.picture(46, 70, 500, 200)
    caption(p, t, 56, 250, "夜里的街灯，照着刚下过雨的石板路。", "Street lamps over wet stones", "图 / 何远山", "37")
    zh = w.body(ZH, ZH_HEADS, 5, 2)
    en = w.body(EN, EN_HEADS, 4, 2)
    p.flow([(46, 300, 156, 230), (220, 300, 156, 230), (394, 300, 156, 230)], zh, SONG, 9.2, 15.5)
    p.flow(
        [(46, 560, 156, 200), (220, 560, 156, 200), (394, 560, 156, 200)],
        en,
        TIMES,
        9.2,
        12.5,
        indent=1.2,
        hyphens=True,
    )
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def side_by_side(seed):
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "38", ("短讯", "Briefs"))
    t["articles"] = []
    for x, (a, b) in ((46, ("盐花", "Salt Flowers")), (310, ("石滬", "Stone Weirs"))):
        p.text(x, 105, a, SONG, 18)
        p.text(x, 125, b, BOLD, 13)
        zh = w.body(ZH, ZH_HEADS, 3, 2, 5)
        en = [("para", w.para(EN, 3)), ("para", w.para(EN, 2))]
        y = p.flow([(x, 160, 235, 300)], zh, SONG, 9.4, 15.6)
        p.flow([(x, y + 40, 235, 300)], en, TIMES, 9.4, 13, indent=1.2)
        t["articles"].append({"title": {"zh": a, "en": b}, "zh": entries(zh), "en": entries(en)})
    return p, t


def gap_paras(seed):
    w, p, t = Writer(seed), Press((1190, 808)), Truth()
    furniture(p, t, "40")
    p.text(1130, FOOT, "41", TIMES, 9)
    t["running"].append("41")
    p.text(300, 105, "一条很长很长的标题从左页走到右页去看灯笼街", SONG, 28)
    p.text(300, 130, "A Street of Lanterns Across Two Pages of a Magazine", BOLD, 15)
    t["title"] = {
        "zh": "一条很长很长的标题从左页走到右页去看灯笼街",
        "en": "A Street of Lanterns Across Two Pages of a Magazine",
    }
    zh = w.body(ZH, ZH_HEADS, 6, 2, 3)
    en = w.body(EN, EN_HEADS, 6, 2, 3)
    p.flow([(46, 170, 160, 550), (222, 170, 160, 550), (398, 170, 160, 550)], zh, SONG, 9.6, 16, indent=0, gap=8)
    p.flow([(640, 170, 240, 550), (900, 170, 240, 550)], en, TIMES, 9.6, 14, indent=0, gap=7, justify=False)
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def narrow(seed):
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "14")
    zh = w.body(ZH, ZH_HEADS, 5, 3)
    en = w.body(EN, EN_HEADS, 4, 3)
    p.flow([(46, 100, 160, 250), (217, 100, 160, 250), (388, 100, 160, 250)], zh, SONG, 9.2, 15.4)
    p.flow(
        [(46, 400, 160, 350), (216, 400, 160, 350), (386, 400, 160, 350)], en, TIMES, 9.4, 13, indent=1.2, hyphens=False
    )
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def table_in(seed):
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "15")
    p.text(46, 105, "盐价", SONG, 24)
    p.text(46, 125, "The Price of Salt", BOLD, 14)
    t["title"] = {"zh": "盐价", "en": "The Price of Salt"}
    zh = w.body(ZH, ZH_HEADS, 4, 2)
    en = w.body(EN, EN_HEADS, 3, 2)
    p.flow([(46, 165, 240, 560)], zh, SONG, 9.6, 16)
    p.flow([(310, 165, 240, 300)], en, TIMES, 9.2, 13, indent=1.2)
    rows = [
        ["年份 Year", "产量 Output", "单价 Price"],
        ["1990", "1200 吨", "0.8 元"],
        ["2000", "860 吨", "1.5 元"],
        ["2010", "430 吨", "3.2 元"],
        ["2020", "210 吨", "6.0 元"],
    ]
    p.text(310, 560, "盐产量与价格 Salt output and price", SONG, 9, bold=True)
    for i, r in enumerate(rows):
        for j, c in enumerate(r):
            p.text(310 + 85 * j, 578 + 15 * i, c, SONG, 8.4)
    t["asides"].append({"type": "table", "rows": rows})
    t["asides"][-1]["zh"] = "盐产量与价格 Salt output and price"
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def box_body(seed):
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "16")
    zh = w.body(ZH, ZH_HEADS, 5, 2)
    en = w.body(EN, EN_HEADS, 4, 2)
    p.flow([(46, 100, 240, 300), (310, 100, 240, 120)], zh, SONG, 9.4, 15.6)
    p.picture(300, 260, 260, 150, 0.9)
    b = w.take(ZH, 2)
    e = w.take(EN, 1)
    p.text(310, 278, "关于渡船", SONG, 11, bold=True)
    p.flow([(310, 296, 240, 60)], [("para", b[0])], SONG, 9.0, 14)
    p.flow([(310, 350, 240, 60)], [("para", e[0])], TIMES, 8.8, 12)
    t["asides"].append({"type": "sidebar", "heading": {"zh": "关于渡船"}, "zh": [b[0]], "en": [e[0]]})
    p.flow([(46, 450, 240, 300), (310, 450, 240, 300)], en, TIMES, 9.4, 13.4, indent=1.2, hyphens=True)
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def zh_drop(seed):
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "17")
    p.text(46, 110, "撑伞的人走过", SONG, 26)
    p.text(46, 140, "一条街", SONG, 26)
    p.text(46, 165, "The Man with an Umbrella", BOLD, 15)
    p.text(46, 184, "Walks Down a Street", BOLD, 15)
    t["title"] = {"zh": "撑伞的人走过一条街", "en": "The Man with an Umbrella Walks Down a Street"}
    p.text(300, 205, "文 / 沈一苇 译 / Ada Lowell", SONG, 8)
    t["byline"] = ["文 / 沈一苇 译 / Ada Lowell"]
    zh = [("drop", w.para(ZH, 2)), *w.body(ZH, ZH_HEADS, 4, 2, 3)]
    boat = "A small boat waits below the bridge every morning, and nobody knows whose it is. "
    en = [("drop", boat + w.para(EN, 1)), *w.body(EN, EN_HEADS, 3, 2, 5)]
    p.flow([(46, 230, 240, 500)], zh, SONG, 9.6, 16)
    p.flow([(310, 230, 240, 500)], en, TIMES, 9.4, 13.4, indent=1.2, justify=False)
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def zh_caps(seed):
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "18")
    p.picture(46, 70, 240, 120)
    p.picture(46, 200, 240, 120)
    caption(p, t, 300, 80, "渡口早晨的雾，照片摄于三月。", "", "图 / 何远山", "18")
    caption(p, t, 300, 93, "船工收网。", "", "图 / 丁一舟", "18")
    caption(p, t, 300, 106, "岸上的人等船。", "", "摄影 / 丁一舟", "18")
    zh = w.body(ZH, ZH_HEADS, 7, 2)
    p.flow([(46, 350, 156, 380), (220, 350, 156, 380), (394, 350, 156, 380)], zh, SONG, 9.2, 15.5)
    p.text(46, 750, "（作者系本刊特约撰稿人）", SONG, 8)
    t["zh"] = entries(zh)
    return p, t


def facing(seed):
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "20")
    p.text(46, 105, "冬天的织机", SONG, 24)
    t["title"] = {"zh": "冬天的织机", "en": "The Loom in Winter"}
    zh = w.body(ZH, ZH_HEADS, 6, 3)
    en = w.body(EN, EN_HEADS, 4, 3)
    p.flow([(46, 140, 240, 600), (310, 140, 240, 600)], zh, SONG, 9.6, 16)
    p.next_page()
    furniture(p, t, "21")
    p.text(46, 105, "The Loom in Winter", BOLD, 22)
    p.flow([(46, 140, 240, 600), (310, 140, 240, 600)], en, TIMES, 9.6, 14, indent=1.4)
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


def centred(seed):
    w, p, t = Writer(seed), Press(), Truth()
    furniture(p, t, "22")
    p.text(200, 105, "灯笼与风", SONG, 24)
    p.text(200, 126, "Lanterns and Wind", BOLD, 14)
    t["title"] = {"zh": "灯笼与风", "en": "Lanterns and Wind"}
    zh = []
    y = 165
    for h in ("一、点灯的人", "二、风来的时候"):
        p.text(130, y, h, SONG, 9.6, bold=True)
        zh.append(("heading", h))
        y += 17
        b = [("para", w.para(ZH, 2)), ("para", w.para(ZH, 2))]
        zh += b
        y = p.flow([(46, y, 240, 400)], b, SONG, 9.6, 16) + 26
    en = w.body(EN, EN_HEADS, 4, 2)
    p.flow([(310, 165, 240, 500)], en, TIMES, 9.6, 14, indent=1.4)
    t["zh"], t["en"] = entries(zh), entries(en)
    return p, t


SCENES = (
    three_and_three,
    spread,
    boxed,
    traditional,
    english_only,
    chinese_only,
    interview,
    reviews,
    stacked,
    two_pages,
    bold_talk,
    summary_small,
    pull_between,
    ground,
    on_picture,
    side_by_side,
    gap_paras,
    narrow,
    table_in,
    box_body,
    zh_drop,
    zh_caps,
    facing,
    centred,
)
