"""Lines of a web page that its site puts around the text: the way to it, dates and tools, the notice at the end."""

from __future__ import annotations

import re

MAX_CHARS = 200
"""Length of such a line."""
MIN_LABELS = 2
"""Names of facts in a line, such as the source and the size of letters, from which on it has nothing else."""
_WAY = re.compile(
    r"\W*(?:(?:您|你)?(?:当前|现在|所在|當前|現在|目前)?(?:的|所在的?)?(?:位置|页面|頁面)|you are here|sie sind hier"
    r"|vous êtes ici|estás aquí|вы здесь|現在地)\s*[:：]",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\W*(?:(?:发布|发表|更新|發佈|發布|發表|撰写|创建)(?:时间|日期|時間)\s*[:：]"
    r"|(?:发布|发表|更新|發佈|發布|發表)[于於]\s*[12][0-9]{3}\s*[-年/.]\s*[0-9]{1,2}\s*[-月/.]\s*[0-9]{1,2}日?(?!\w))[^。！？]*\Z"
    r"|\W*(?:posted|published|(?:last )?updated|last modified)(?:\s+(?:on|at))?"
    r"\s*:?\s(?=[^.!?]*[12][0-9]{3})[^.!?]{4,60}\Z",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:发布时间|发布日期|发布机构|发布单位|信息来源|文章来源|稿源|来源|來源|责任编辑|編輯|编辑|审核|字号|字體|字体|浏览次数|浏览量|阅读次数"
    r"|阅读量|点击数|点击量|访问量|分享到?|索引号|文号|打印)\s*[:：]|[【\[(（]\s*(?:打印|大|中|小|关闭|收藏|我要纠错)\s*[\])）】]"
)
_CREDIT = re.compile(r"(?:作者|译者|譯者|翻译|摄影|攝影|撰文|文|图)\s*[:：/／]")
_RESERVED = (
    "(?:版权所有(?![者人])|版權所有|all rights reserved|tous droits réservés|alle rechte vorbehalten"
    r"|todos los derechos reservados|все права защищены|무단\s?전재)"
)
_NOTICE = re.compile(
    rf"ICP[备備证證]|公网安备|网站标识码|(?:©|copyright|[12][0-9]{{3}}).{{0,60}}{_RESERVED}|\A\W*{_RESERVED}|{_RESERVED}\W*\Z",
    re.IGNORECASE,
)
_TOOLS = re.compile(
    r"(?:[【\[\s|｜]*(?:打印本页|关闭窗口|關閉視窗|返回顶部|加入收藏|回到顶部"
    r"|back to top|print this page)[】\]\s|｜]*)+\Z|\W*\d+[ -]min(?:ute)?s? read\b.{0,60}\Z",
    re.IGNORECASE,
)


def is_site_line(text: str) -> bool:
    """Whether a line of a page is of its site: where the page is, when it was put there, or whose the site is."""
    words = " ".join(text.split())
    if not words or len(words) > MAX_CHARS:
        return False
    if _WAY.match(words) or _DATED.match(words) or _TOOLS.match(words) or _NOTICE.search(words):
        return True
    return len(_LABEL.findall(words)) >= MIN_LABELS and not _CREDIT.search(words)
