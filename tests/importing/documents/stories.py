"""Invented bilingual texts: units with their text in both languages, for documents in many forms."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Part:
    """A unit of a story, with its text in each language; None where a language lacks it."""

    kind: str
    one: str | None
    other: str | None
    level: int = 0
    """Level of a heading; depth of an item, from 1."""
    ordered: bool = False
    note: int = 0
    """Number of the note that it marks."""


@dataclass(frozen=True)
class Story:
    """A text in two languages."""

    tags: tuple[str, str]
    parts: tuple[Part, ...]
    swap: int = -1
    """Place of a part that follows the next one on the second side; -1 if none does."""

    def side(self, at: int) -> tuple[Part, ...]:
        """Returns the parts in the order of one side."""
        if at == 0 or self.swap < 0:
            return self.parts
        parts = list(self.parts)
        parts[self.swap : self.swap + 2] = reversed(parts[self.swap : self.swap + 2])
        return tuple(parts)

    @property
    def title(self) -> Part:
        return self.parts[0]

    @property
    def body(self) -> tuple[Part, ...]:
        return self.parts[1:]

    def plain(self) -> Story:
        """Returns the story as text without structure can hold it: headings and paragraphs."""
        return replace(self, parts=tuple(part for part in self.parts if part.kind in ("title", "heading", "paragraph")))

    def sentences(self) -> Story:
        """Returns the paragraphs alone."""
        return replace(self, parts=tuple(part for part in self.parts if part.kind == "paragraph"))


def _parts(*parts: tuple[str, str | None, str | None] | Part) -> tuple[Part, ...]:
    made = []
    for part in parts:
        if isinstance(part, Part):
            made.append(part)
        else:
            kind, one, other = part
            made.append(Part(kind, one, other, level=2 if kind == "heading" else 0))
    return tuple(made)


FERRY = Story(
    ("zh-Hans", "en"),
    _parts(
        ("title", "最后一班渡船", "The Last Ferry"),
        Part(
            "paragraph",
            "桥修好以后，渡口只剩下一条船和一个船夫。他姓韩，今年六十八岁。",
            "Since the bridge was finished, one boat and one boatman are left at the landing. His name is Han, and he is sixty-eight this year.",
            note=1,
        ),
        (
            "paragraph",
            "每天早上五点半，他把缆绳解开，等第一个客人。有时候要等到七点。",
            "At half past five every morning he casts off and waits for the first passenger. Sometimes he waits until seven.",
        ),
        ("heading", "谁还坐船", "Who still takes the boat"),
        (
            "paragraph",
            "坐船的人不多：送孩子上学的母亲、去对岸卖豆腐的夫妻，还有一个画画的学生。",
            "There are not many: mothers taking their children to school, a couple who sell bean curd on the other bank, and a student who paints.",
        ),
        ("quotation", "桥是给车走的，船是给人坐的。", "The bridge is for cars; the boat is for people."),
        (
            "paragraph",
            "学生说，从桥上看河，河只是一条线；坐在船里，河才有声音。",
            "From the bridge, says the student, the river is only a line. In the boat it has a sound.",
        ),
        ("heading", "出船之前", "Before casting off"),
        Part("item", "看风向，风大不出船。", "Look at the wind: in a strong one the boat stays.", 1),
        Part("item", "检查救生衣：", "Check the life jackets:", 1),
        Part("item", "大人的十二件，", "twelve for adults,", 2),
        Part("item", "孩子的四件。", "four for children.", 2),
        Part("item", "点一支烟，等人。", "Light a cigarette, and wait.", 1),
        ("figure", "清晨的渡口，雾还没有散", "The landing in the early morning, before the fog has lifted"),
        (
            "paragraph",
            "票价二十年没有变，一块钱。韩师傅说，涨价的话，他自己也不好意思。",
            "The fare has been one yuan for twenty years. If he raised it, Han says, he would be ashamed himself.",
        ),
        ("heading", "以后", "Afterwards"),
        (
            "paragraph",
            "县里打算明年关掉渡口，把码头改成公园。",
            "Next year the county means to close the landing and to make a park of the quay.",
        ),
        (
            "paragraph",
            "问他以后做什么，他指了指桥：去桥上看船。",
            "Asked about his plans, he points at the bridge: he will go up there and look at the boats.",
        ),
        Part("note", "渡口建于1951年。", "The landing was built in 1951.", note=1),
    ),
)

CLOCK = Story(
    ("zh-Hans", "en"),
    _parts(
        ("title", "修钟的人", "The Man Who Mends Clocks"),
        (
            "paragraph",
            "老城的钟楼有三面钟，三面走得都不一样快。修钟的人叫沈伯年，他说这不是毛病。",
            "The clock tower of the old town has three faces, and no two keep the same time. Shen Bonian, who mends them, says that this is no fault.",
        ),
        ("heading", "三面钟", "Three faces"),
        (
            "paragraph",
            "北面的钟朝着火车站，走得快两分钟，好让人赶得上车。",
            "The northern face looks at the railway station. It is two minutes fast, so that people catch their trains.",
        ),
        (
            "paragraph",
            "东面的朝着菜市场，从来没有人抱怨过。",
            "The eastern one looks at the market, and nobody has ever complained.",
        ),
        Part("heading", "工具", "Tools", 3),
        Part("item", "一把1974年的螺丝刀", "a screwdriver of 1974", 1, True),
        Part("item", "两瓶机油", "two bottles of oil", 1, True),
        Part("item", "一本记着每次修理的账", "a book with every repair in it", 1, True),
        (
            "code",
            'for face in north east south; do\n    check "$face" --tolerance 120\ndone',
            'for face in north east south; do\n    check "$face" --tolerance 120\ndone',
        ),
        ("heading", "徒弟", "The apprentice"),
        (
            "paragraph",
            "去年来了一个徒弟，学的是计算机。她写了一个程序，每小时量一次误差。",
            "Last year an apprentice came, who had studied computing. She wrote a program that measures the error every hour.",
        ),
        ("row", "钟 | 误差 | 备注", "Face | Error | Remark"),
        ("row", "北 | 120 | 故意", "North | 120 | on purpose"),
        ("row", "东 | 4 | 不管", "East | 4 | ignored"),
        (
            "paragraph",
            "沈伯年看了曲线，说：“它想家的时候走得慢。”徒弟没有把这句话写进程序。",
            "Shen looked at the curve. “It runs slow when it is homesick,” he said. The apprentice did not put that into her program.",
        ),
    ),
)

SALT = Story(
    ("zh-Hans", "en"),
    _parts(
        ("title", "盐田", "Salt Fields"),
        (
            "paragraph",
            "盐民看天吃饭：晴天三天出盐，下雨就得从头来。",
            "Salt makers live by the sky: three days of sun give salt, and rain means beginning again.",
        ),
        (
            "paragraph",
            "陈月娥十七岁下盐田，到现在已经四十年了。",
            "Chen Yue'e went to the salt fields at seventeen; that was forty years ago.",
        ),
        (
            "paragraph",
            "她用脚就能知道卤水浓不浓：烫脚的时候最好。",
            "Her feet tell her how strong the brine is: when it burns, it is best.",
        ),
        (
            "paragraph",
            "盐堆起来要盖稻草，像给它穿衣服。",
            "The heaps are covered with straw, as if one were dressing them.",
        ),
        (
            "paragraph",
            "她的女儿在城里教英语，周末回来帮忙收盐。",
            "Her daughter teaches English in the city, and comes at weekends to help with the harvest.",
        ),
        (
            "paragraph",
            "女儿说，课文里没有“盐田”这个词。",
            "There is no word for salt fields in the textbook, the daughter says.",
        ),
    ),
)

HANT = Story(
    ("zh-Hant", "en"),
    _parts(
        ("title", "巷口的書店", "The Bookshop at the Corner"),
        (
            "paragraph",
            "書店開在巷口，門只有半扇，另外半扇是櫃檯。",
            "The bookshop at the corner has half a door; the other half is its counter.",
        ),
        ("heading", "怎麼賣書", "How books are sold"),
        (
            "paragraph",
            "老闆不問客人要什麼，只問他今天過得怎麼樣，然後遞一本書過去。",
            "The owner does not ask customers for their wishes. He asks how their day has been, and hands them a book.",
        ),
        ("quotation", "書自己會找人，我只是幫它過馬路。", "Books find their people; I only help them across the road."),
        (
            "paragraph",
            "開了三十一年，他說猜錯的不超過十次。",
            "In thirty-one years, he says, he has guessed wrong no more than ten times.",
        ),
        (
            "paragraph",
            "颱風天他也開門，因為那時候的人最需要讀書。",
            "He opens even in typhoons, for that is when people need to read most.",
        ),
    ),
)

JAPANESE = Story(
    ("ja", "en"),
    _parts(
        ("title", "坂の上のパン屋", "The Bakery on the Hill"),
        (
            "paragraph",
            "坂の上にパン屋がある。朝の四時に灯りがつき、六時には町じゅうが目を覚ます。",
            "There is a bakery on the hill. At four in the morning its light goes on, and by six the whole town is awake.",
        ),
        ("heading", "店の決まり", "The rules of the shop"),
        (
            "paragraph",
            "焼きたてのパンは売らない。三十分待ってから、はじめて棚に並べる。",
            "Bread fresh from the oven is not sold. It waits for half an hour before it is put on the shelf.",
        ),
        (
            "paragraph",
            "店主の川口さんは二十年間、一日も休んだことがない。",
            "Kawaguchi, the owner, has not taken a day off in 20 years.",
        ),
        ("quotation", "パンは待つことを知っている。", "Bread knows how to wait."),
        (
            "paragraph",
            "去年の雪の日、客は一人だけだった。その人は今でも毎朝やって来る。",
            "On a snowy day last year there was only one customer. That person still comes every morning.",
        ),
    ),
)

FRENCH = Story(
    ("zh-Hans", "fr"),
    _parts(
        ("title", "屋顶上的蜜蜂", "Les abeilles sur le toit"),
        (
            "paragraph",
            "剧院的屋顶上有四只蜂箱，是一位布景师傅放上去的。",
            "Sur le toit du théâtre il y a quatre ruches, que le chef décorateur a posées là-haut.",
        ),
        ("heading", "城里的蜜", "Le miel de la ville"),
        (
            "paragraph",
            "城里的花比乡下多，因为阳台上什么都种，而且没有人打农药。",
            "Il y a plus de fleurs dans la ville que dans les champs, parce que les gens plantent de tout sur leurs balcons et que personne ne les traite.",
        ),
        (
            "paragraph",
            "每年收获一百二十公斤蜜，演出结束后在门厅里卖。",
            "La récolte est de 120 kilos par an ; elle est vendue dans le foyer après la représentation.",
        ),
        ("quotation", "观众是来看戏的，却带着蜜回家。", "Le public vient pour la pièce et repart avec du miel."),
        (
            "paragraph",
            "乐团抱怨过一次：一只蜜蜂在第二乐章里飞进了长笛。",
            "L'orchestre s'est plaint une seule fois : une abeille est entrée dans la flûte pendant le deuxième mouvement.",
        ),
    ),
)

STORIES = {"ferry": FERRY, "clock": CLOCK, "salt": SALT, "hant": HANT, "japanese": JAPANESE, "french": FRENCH}
