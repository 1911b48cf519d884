# SPDX-License-Identifier: Apache-2.0
"""What of a page is not its article: menus, lists of other articles, advertisements, comments, footers, counters.

What is here: word lists and the judgement of one element or line. Not here: the choice of the article (``article``).
"""

from __future__ import annotations

import re

from lxml import etree

# Elements that a reader never sees as text, and those that by their name hold no article.
TAGS = frozenset(
    "script style noscript template svg canvas iframe object embed audio video map button select textarea input "
    "head title link meta".split()
)
ASIDE_TAGS = frozenset("nav aside footer dialog menu".split())
ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar tablist".split()
)

# Words of class and id. Source: Vietnamese news sites and portals of localities, read 2025–2026. The first stand only
# on furniture; the second also on containers of a whole page ("has-sidebar"), which are known by their much text.
WORDS = frozenset(
    "nav navbar navigation menu submenu leftmenu rightmenu topmenu breadcrumb breadcrumbs related relate relates "
    "lienquan comment comments cmt binhluan ads ad adv advert advertisement adsense banner banners qc quangcao "
    "sponsored footer sharing shares social socials popup modal cookie cookies pagination pager tagcloud "
    "newsletter subscribe mostread trending docnhieu xemnhieu tinmoi tinkhac thoitiet visitor visitors sronly".split()
)
WEAK_WORDS = frozenset(
    "sidebar aside sponsor promo share toolbar paging tag tags search login signin signup subscription widget widgets "
    "weather rating ratings vote poll tooltip copyright hotline skip recommend recommended recommendation suggestion "
    "suggestions print hidden visually counter".split()
)
# Words written apart in class and id ("tin-lien-quan", "sr-only"), searched in the name without its separators.
_JOINED = re.compile(
    r"lienquan|docnhieu|xemnhieu|binhluan|quangcao|mostread|mostview|cungchuyenmuc|tinkhac|tinmoi|bailienquan|readmore|"
    r"seemore|sronly|visuallyhidden|topnews|hotnews|newsletter|morenews|othernews|tincungmuc|luotxem|viewcount|"
    r"thoitiet|theodoi|googlenews|bannerads|thongketruycap"
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_TITLE_WORDS = frozenset("title tieude headline".split())
_DATE_WORDS = frozenset("date datetime time publish published pubdate ngay ngaydang".split())
_SKIPPED_CASE = re.compile(r"[^a-z]")

_COUNT = r"\d[\d.,]*[KkMm]?"
_COUNTED = r"(?:lượt\s+)?(?:xem|đọc|truy\s+cập|thích|chia\s+sẻ|bình\s+luận|views?|likes?|shares?|comments?)"
_COUNTER = re.compile(
    rf"[-–|•·,;]?\s*(?:{_COUNT}\s+{_COUNTED}\b|(?:số\s+)?(?:lượt\s+(?:xem|đọc|truy\s+cập)|đã\s+xem|views?)\s*:?\s*{_COUNT})",
    re.IGNORECASE,
)
_SHORT = 160  # characters of a line under a title: author, date, counters
# Lines that lead away from the article, and titles of what stands beside it. Source: as above.
_PHRASES = (
    r"(?:tin|bài|bài\s+viết|xem|đọc)\s+(?:liên\s+quan|thêm|tiếp|nhiều|khác|mới\s+hơn|cũ\s+hơn)(?:\s+nhất)?",
    r"(?:tin|bài|bài\s+viết|tin\s+bài)\s+(?:cùng\s+(?:chuyên\s+mục|chủ\s+đề)|mới(?:\s+nhất)?|nổi\s+bật|(?:đọc|xem)\s+nhiều)",
    r"(?:các\s+)?(?:tin|bài\s+viết|thông\s+tin)\s+(?:khác|liên\s+quan|mới)|có\s+thể\s+bạn\s+quan\s+tâm|bạn\s+có\s+biết",
    r"mời\s+(?:quý\s+)?bạn\s+đọc|chủ\s+đề|từ\s+khóa|tags?|theo\s+dõi|(?:góc\s+)?quảng\s+cáo|chia\s+sẻ|tiêu\s+điểm|đáng\s+chú\s+ý",
    r"in\s+bài(?:\s+viết)?|gửi\s+(?:email|bài|bình\s+luận)|cỡ\s+chữ|nghe\s+(?:đọc\s+)?bài(?:\s+viết)?|bản\s+in|trở\s+về",
    r"về\s+trang\s+chủ|quay\s+lại|lên\s+đầu\s+trang|trang\s+chủ|thăm\s+dò(?:\s+ý\s+kiến)?|(?:dự\s+báo\s+)?thời\s+tiết|tỷ\s+giá",
    r"liên\s+kết(?:\s+(?:website|web|nhanh))?|(?:thống\s+kê|lượt)\s+truy\s+cập|đang\s+(?:trực\s+tuyến|online)|đường\s+dây\s+nóng",
    r"đăng\s+nhập|tìm\s+kiếm|đánh\s+giá\s+bài\s+viết|hotline|video\s+(?:mới|nổi\s+bật)|giá\s+vàng(?:\s+hôm\s+nay)?",
)
_LEADS_AWAY = re.compile(rf"[\s>»*+•-]*(?:{'|'.join(_PHRASES)})\s*(?:[:(>»]|$)", re.IGNORECASE)
_ASIDE = re.compile(rf"[\s>»*+•-]*(?:{'|'.join(_PHRASES)})\s*(?:\(\d*\))?\s*[:»>]*\s*", re.IGNORECASE)
_ENDS = re.compile(
    r"[\s>»*+•-]*(?:(?:ý\s+kiến|bình\s+luận)(?:\s+(?:bạn\s+đọc|của\s+bạn|độc\s+giả))?|comments?|phản\s+hồi|gửi\s+bình\s+luận)\s*(?:\(?\d*\)?)?\s*:?",
    re.IGNORECASE,
)


def is_hidden(element: etree._Element) -> bool:
    """Whether a reader never sees the element."""
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _HIDDEN.search(element.get("style") or "") is not None
    )


def names_furniture(element: etree._Element, *, weakly: bool = False) -> bool:
    """Whether class or id name furniture; ``weakly`` takes words that containers of a page bear too."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if names == " ":
        return False
    words = WEAK_WORDS if weakly else WORDS
    for name in names.split():
        if any(word.lower() in words for word in _WORD.findall(name)):
            return True
        if not weakly and _JOINED.search(_SKIPPED_CASE.sub("", name.lower())):
            return True
    return False


def names_title(element: etree._Element) -> bool:
    """Whether an element is a title that is not marked up as ``h1``."""
    if element.tag in ("h2", "h3", "h4"):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
    return any(word.lower() in _TITLE_WORDS for word in _WORD.findall(names))


def names_date(element: etree._Element) -> bool:
    """Whether an element says when the article was published."""
    if element.tag == "time":
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
    return any(word.lower() in _DATE_WORDS for word in _WORD.findall(names))


def without_counters(text: str) -> str:
    """A line under a title without its counters ("1.326 lượt xem"); a sentence is left as it is."""
    if len(text) > _SHORT or text.rstrip().endswith((".", ";")):
        return text
    return _COUNTER.sub("", text).strip(" -–|•·,;") if _COUNTER.search(text) else text


def leads_away(text: str) -> bool:
    """Whether a line only leads to something else ("Tin liên quan: …")."""
    return len(text) <= _SHORT and _LEADS_AWAY.match(text) is not None


def titles_aside(text: str) -> bool:
    """Whether a line is the title of what stands beside the article ("Tin cùng chuyên mục")."""
    return _ASIDE.fullmatch(text) is not None or ends_article(text)


def ends_article(text: str) -> bool:
    """Whether a line is the title of what readers wrote ("Bình luận (3)")."""
    return _ENDS.fullmatch(text) is not None
