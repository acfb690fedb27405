"""Articles and marks for the tests of marks."""

from __future__ import annotations

from reader.marks.mark import Mark, TextQuote
from reader.model.magazine import AlignedBody, Article, Issue, Paragraph, Section
from reader.model.text import text_of

ZH = (
    "洨河不宽，夏天涨水，冬天露出河底的石头，桥就从这样一条河上跨过去。",
    "一千四百年里，桥上走过骡马、木车、花轿和拖拉机，石头磨出了两道浅槽。",
    "工匠李春把拱做得又平又宽，车马上桥不必爬坡，又在两肩各开两个小拱。",
    "大水来时，小拱替大拱分去一份力气，也替桥身减轻了几百吨的重量。",
    "村里的老人说，桥是鲁班一夜修成的，张果老骑着驴，柴王爷推着车，一起来试桥。",
)
EN = (
    "The Xiao River is not wide. It swells in summer and shows its stones in winter.",
    "For fourteen centuries mules, carts, bridal chairs and tractors have gone over the bridge.",
    "Li Chun made the arch flat and broad, so that carts need not climb, and opened four small arches.",
    "When the flood comes the small arches take a share of the strain and spare the bridge its weight.",
    "Old people say that Lu Ban built it in one night, and that an immortal came to try it on a donkey.",
)


def article(*pairs: tuple[str, str], name: str = "bridges") -> Article:
    blocks = tuple(Paragraph(text_of({"zh-Hans": zh, "en": en})) for zh, en in pairs or zip(ZH, EN, strict=True))
    return Article(name, text_of({"zh-Hans": "桥", "en": "Bridges"}), AlignedBody(blocks))


def issue(*articles: Article) -> Issue:
    title = text_of("All")
    return Issue("rivers", ("zh-Hans", "en"), title, title, (Section("all", title, articles or (article(),)),))


def mark(mark_id: str = "a", kind: str = "highlight", changed: int = 1000, **fields: object) -> Mark:
    quotations = (TextQuote("p1", "zh-Hans", "洨河不宽", "", "，夏天涨水"),)
    values = {"quotations": quotations, "issue": "rivers", "article": "bridges", "made": 1000} | fields
    return Mark(id=mark_id, kind=kind, changed=changed, **values)
