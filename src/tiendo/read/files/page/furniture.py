# SPDX-License-Identifier: Apache-2.0
"""What of a page is not its article: menus, lists of other articles, advertisements, comments, footers, counters.

What is here: word lists and the judgement of one element or line. Not here: the choice of the article (``article``).
"""

from __future__ import annotations

import re

from lxml import etree

# Elements that never hold an article's text.
TAGS = frozenset(
    "script style noscript template svg canvas iframe object embed audio video map form button select textarea input "
    "nav aside footer dialog menu head title link meta".split()
)
ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar tablist".split()
)

# Words of class and id. Source: Vietnamese news sites and portals of localities, read 2025–2026; a word stands here
# only when it names furniture on all of them.
WORDS = frozenset(
    "nav navbar navigation menu submenu breadcrumb breadcrumbs sidebar aside related relate relates lienquan comment "
    "comments cmt binhluan ad ads adv advert advertisement adsense banner banners qc quangcao sponsor sponsored promo "
    "footer share sharing shares social socials popup modal cookie cookies toolbar paging pagination pager tag tags "
    "tagcloud search login signin signup newsletter subscribe subscription widget widgets weather rating ratings vote "
    "poll tooltip copyright hotline skip mostread trending recommend recommended recommendation suggestion suggestions "
    "print hidden visually sronly docnhieu xemnhieu tinmoi tinkhac thoitiet counter visitor visitors".split()
)
# Words written apart in class and id ("tin-lien-quan", "sr-only"), searched in the name without its separators.
_JOINED = re.compile(
    r"lienquan|docnhieu|xemnhieu|binhluan|quangcao|mostread|mostview|cungchuyenmuc|tinkhac|tinmoi|bailienquan|readmore|"
    r"seemore|sronly|visuallyhidden|topnews|hotnews|newsletter|morenews|othernews|tincungmuc|luotxem|viewcount|"
    r"thoitiet|theodoi|googlenews|bannerads"
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SKIPPED_CASE = re.compile(r"[^a-z]")

_COUNT = r"\d[\d.,]*[KkMm]?"
_COUNTED = r"(?:lượt\s+)?(?:xem|đọc|truy\s+cập|thích|chia\s+sẻ|bình\s+luận|views?|likes?|shares?|comments?)"
_COUNTER = re.compile(
    rf"[-–|•·,;]?\s*(?:{_COUNT}\s+{_COUNTED}\b|(?:số\s+)?(?:lượt\s+(?:xem|đọc|truy\s+cập)|đã\s+xem|views?)\s*:?\s*{_COUNT})",
    re.IGNORECASE,
)
_SHORT = 160  # characters of a line under a title: author, date, counters
# Lines that lead away from the article. Source: as above.
_LEADS_AWAY = re.compile(
    r"[\s>»*+•-]*(?:(?:tin|bài|bài\s+viết|xem|đọc)\s+(?:liên\s+quan|thêm|tiếp|nhiều|khác|mới\s+hơn|cũ\s+hơn)"
    r"|(?:tin|bài)\s+(?:cùng\s+(?:chuyên\s+mục|chủ\s+đề)|mới|nổi\s+bật)|(?:các\s+)?tin\s+(?:khác|liên\s+quan|mới)"
    r"|có\s+thể\s+bạn\s+quan\s+tâm|mời\s+(?:quý\s+)?bạn\s+đọc|chủ\s+đề|từ\s+khóa|tags?|theo\s+dõi|quảng\s+cáo|chia\s+sẻ"
    r"|in\s+bài(?:\s+viết)?|gửi\s+(?:email|bài|bình\s+luận)|cỡ\s+chữ|nghe\s+(?:đọc\s+)?bài(?:\s+viết)?"
    r"|về\s+trang\s+chủ|quay\s+lại|lên\s+đầu\s+trang|trang\s+chủ|(?:đọc|xem)\s+nhiều(?:\s+nhất)?)\s*(?:[:(>»]|$)",
    re.IGNORECASE,
)
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


def is_named_so(element: etree._Element) -> bool:
    """Whether class or id name furniture."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if names == " ":
        return False
    for name in names.split():
        if any(word.lower() in WORDS for word in _WORD.findall(name)):
            return True
        if _JOINED.search(_SKIPPED_CASE.sub("", name.lower())):
            return True
    return False


def without_counters(text: str) -> str:
    """A line under a title without its counters ("1.326 lượt xem"); a sentence is left as it is."""
    if len(text) > _SHORT or text.rstrip().endswith((".", ";")):
        return text
    return _COUNTER.sub("", text).strip(" -–|•·,;") if _COUNTER.search(text) else text


def leads_away(text: str) -> bool:
    """Whether a line only leads to something else ("Tin liên quan: …")."""
    return len(text) <= _SHORT and _LEADS_AWAY.match(text) is not None


def ends_article(text: str) -> bool:
    """Whether a line is the title of what readers wrote ("Bình luận (3)")."""
    return _ENDS.fullmatch(text) is not None
