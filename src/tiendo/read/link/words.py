# SPDX-License-Identifier: Apache-2.0
"""The words around a number that say what it does: triggers, plans, bases, moods. One pattern each.

Source: house reading of the genre and GUIDE of the annotated texts. Patterns are matched on ``Shadow.norm``.
"""

from __future__ import annotations

import re

#: Names of plans: what "đạt x %" is a share of.
_PLAN = (
    r"(?:kế\shoạch|kh|dự\stoán|dt|chỉ\stiêu|nghị\squyết|nq|mục\stiêu|pháp\slệnh|chương\strình\sđề\sra|yêu\scầu|định\smức|biên\schế\sđược\sgiao"
    r"|số\svốn\sđược\sgiao|tổng\svốn|vốn\skế\shoạch|kế\shoạch\svốn|số\sgiao|giao|so\svới\stiến\sđộ)(?!\w)"
)
#: Right behind a percentage: "% kế hoạch năm", "% so với dự toán", "% tổng vốn được giao".
PLAN_BEHIND = re.compile(
    rf"\s?(?:so\s(?:với\s)?|của\s|trên\s|với\s|theo\s|vượt\s)?(?:tổng\s|tổng\ssố\s|số\s|toàn\sbộ\s|mức\s|các\s)?{_PLAN}"
    r"(?:(?:\s(?!và|với|tăng|giảm|đạt|bằng|vượt|là|so|trong|thì)[^\s,;:.()\d]+){0,4}?\s(?:giao|đề\sra|đặt\sra)(?!\w))?"
)
#: A plan that is stated: "dự toán năm là", "kế hoạch", "được giao"; the number follows without another verb.
PLAN_BEFORE = re.compile(
    r"(?<!\w)(?:kế\shoạch|kh|dự\stoán|chỉ\stiêu|mục\stiêu|nghị\squyết|được\sgiao|(?<!bàn\s)(?<!chuyển\s)giao(?!\s(?:đủ|nộp|quân|thông|dịch|lưu|ban|nhận|đất))|đề\sra|đặt\sra|yêu\scầu|định\shướng"
    r"|được\s(?:bố\strí|phân\sbổ|cấp|phân\sgiao)|quy\sđịnh|tiêu\schuẩn)(?!\w)"
)
#: What may not stand between a plan and its number: words that make the number a result.
RESULT = re.compile(
    r"[,;]|[()“”]\s?\w|(?<!\w)(?:hoàn\sthành|thực\shiện|ước|bằng|chiếm|vượt|đã|còn|mới|xếp|hiện|tiếp\stục|thì|nhưng|cao\shơn|thấp\shơn|qua|nên|để|được\s(?!giao|bố)\w+)(?!\w)"
)
#: Verbs of a result between a plan and a later number.
RESULT_VERB = re.compile(r"(?<!\w)(?:hoàn\sthành|thực\shiện|đạt|bằng|chiếm|đã|giải\sngân|thu\sđược|ước)(?!\w)")
#: The number is stated as the plan that the share before it refers to: "so với dự toán năm là", "kế hoạch (".
PLAN_LINK = re.compile(r"(?:là|:|\(|\(là)\s?$")
#: Behind a growth: what it is compared with.
SAME_PERIOD = re.compile(r"cùng\s(?:kỳ|kì|thời\sđiểm)")
BASE = re.compile(r"(?<!\w)so\s(?:với\s|sánh\svới\s)?(?!cùng\sk)(?P<base>(?:[^\s,;:.()–\"“”]+(?:[.,]\d+)?\s?){1,12})")

#: What stands before a number; the last one decides. Order inside matters: longest first.
TRIGGER = re.compile(
    r"""(?<!\w)(?:
      (?P<level>(?:tăng|giảm|nâng|hạ)\s(?:mạnh\s|nhanh\s|dần\s)?từ|(?:giảm|hạ|kéo\sgiảm|rút)\s(?:xuống\s)?(?:chỉ\s)?còn|giảm\sxuống(?:\sdưới|\smức)?|xuống\scòn|xuống\sdưới|xuống\smức|xuống|tăng\slên|nâng\slên|nâng
          |lên\s(?:đến|tới|thành|mức)|lên|chỉ\scòn|hiện\scòn|vẫn\scòn|còn\slại|còn|tổng\ssố|tổng\scộng|cả\sthảy)
    | (?P<up>tăng\strưởng|tăng\sthêm|tăng\sbình\squân|gia\stăng|tăng|cao\shơn|nhiều\shơn|lớn\shơn|tăng\strên|gấp)
    | (?P<down>kéo\sgiảm|cắt\sgiảm|tinh\sgiản|giảm\sbớt|giảm|rút\sngắn|còn\ském|kém|thấp\shơn|ít\shơn|hụt|sụt|thu\shẹp)
    | (?P<exceed>vượt)
    | (?P<reach>ước\sđạt|đạt\sđược|đạt|bằng|hoàn\sthành|thực\shiện|tương\sđương|tương\sứng|giải\sngân)
    | (?P<share>chiếm|tỷ\slệ|tỉ\slệ|trong\sđó|là|có|với|được|gồm|bao\sgồm)
    )(?!\w)""",
    re.VERBOSE,
)
#: What makes the figures behind it plans or forecasts until something says otherwise.
MOOD = re.compile(
    r"""(?<!\w)(?:
      (?P<target>phấn\sđấu|mục\stiêu|quyết\stâm|phải(?=\s(?:hoàn|nâng|đạt|tăng|giảm|đảm|bảo|kéo|giải|thực))|nhu\scầu|giao(?=\s(?:phòng|ban|công\san|ubnd|ủy|sở|văn\sphòng|các|trung\stâm|đảng|thuế|chi\sbộ|trạm|đồng\schí))|trình(?=\s(?:[^\s,;.]+\s){0,5}(?:xem\sxét|phương\sán|đề\sán|quyết\sđịnh))|đề\sxuất|kiến\snghị|đề\snghị|(?<!đáp\sứng\s)(?<!theo\s)yêu\scầu(?!\s(?:của|về|nhiệm))|chỉ\stiêu(?=(?:\s(?:như|sau|gồm|cụ\sthể|sau\sđây|là|năm\s\d{4}))?\s?:)|tập\strung\shoàn\sthành)
    | (?P<forecast>dự\skiến|dự\sbáo|ước\scả\snăm|ước\sthực\shiện\scả\snăm|sẽ|có\sthể\sđạt|khả\snăng|dự\sước|ước\snăm|dự\stính)
    | (?P<actual>đã|kết\squả|thực\shiện\sđược|đạt\sđược|hiện\snay|hiện\scó|đến\snay|tính\sđến|qua\sđó|đạt|ước\sđạt|ước\sthực\shiện|trong\sđó)
    )(?!\w)""",
    re.VERBOSE,
)
#: What follows a comma inside one name: "điều tra, khám phá", "cán bộ, công chức".
_COORDINATED = (
    r"(?:công\schức|viên\schức|người\slao\sđộng|hẻm|nhà\sdột|phường|xã|thị\strấn|ban|ngành|đoàn\sthể|sai\sphép|không\sphép|tiểu\sthủ|thủy\ssản"
    r"|lâm\snghiệp|trái\sphép|cá\snhân|tổ\schức|khám\sphá|truy\stố|xét\sxử|vận\schuyển|tái\sđịnh\scư|giám\ssát|thu\shồi|kiểm\ssoát|phó\sphòng)(?!\w)"
)
CLAUSE_END = re.compile(rf"[;:()\[\]—]|,(?!\s{_COORDINATED})|\.\s|…")
HARD_END = re.compile(r"[;:“”\"…]|\.\s")
#: Ends the noun phrase behind a count. A verb ends it only when a number follows ("đạt 95%", not "đạt chuẩn").
PHRASE_END = re.compile(
    r"""[;:()\[\]—…!?]|\.(?:\s|$)
    |,(?!\s"""
    + _COORDINATED
    + r""")
    |(?<!\w)(?:so\svới|so\scùng|trong\sđó|bao\sgồm|với\s(?:tổng|số\stiền|kinh\sphí|trọng\slượng|diện\stích|mức|giá\strị)|tương\sứng|tương\sđương|để|nhằm|qua\sđó|từ\sđó|nên|nhưng|trên\sđịa\sbàn|thì|là|trong\skhi|trở\slên)(?!\w)
    |(?<!\w)(?:và|năm|hơn|gần|trên|dưới|khoảng)\s(?=\d)
    |(?<!\w)(?:trong|trước|đến|vào|từ|tính)\s(?=năm|tháng|quý|ngày|cuối|đầu|hết|thời|đến|\d)
    |(?<!\w)(?:đạt|bằng|chiếm|tăng|giảm|vượt|còn|gồm|làm|khiến|thành)\s(?=(?:[^\s,;.]+\s){0,2}\d)""",
    re.VERBOSE,
)
