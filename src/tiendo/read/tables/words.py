# SPDX-License-Identifier: Apache-2.0
"""Words of headers and rows of official tables, as data; entries are parted by "|", in normal form.

Source of all lists: table forms of DOMAIN 1.5, abbreviations of DOMAIN 13, kinds of the GUIDE of the annotated texts,
and the house's reading of budget, investment, statistics, task and Party tables. Not here: how they are applied.
"""

from __future__ import annotations

import re


def alternatives(*blocks: str) -> str:
    """A group that matches any entry of the blocks, longest first."""
    entries = {entry.strip() for block in blocks for entry in block.replace("\n", "|").split("|")}
    return "(?:" + "|".join(re.escape(e) for e in sorted(entries - {""}, key=lambda e: (-len(e), e))) + ")"


_BODIES = "tỉnh | tw | trung ương | cấp trên | ubnd | ubnd tỉnh | huyện | quận | thành phố | tp | xã | phường"
_GIVEN = "vốn | biên chế | số | năm | được | dự toán"
GIVEN = alternatives(
    *(
        f"{word.strip()} {passive}{verb}"
        for word in (_BODIES + "|" + _GIVEN).split("|")
        for passive in ("", "được ")
        for verb in ("giao", "bố trí")
    )
)
PLAN = alternatives(
    "kh | khn | kế hoạch | dự toán | dt | nghị quyết | nq | mục tiêu | chỉ tiêu | phấn đấu | định mức",
    "chỉ tiêu đăng ký | đăng ký phấn đấu | đăng ký thực hiện | đăng ký chỉ tiêu | nhu cầu | đề xuất | hđnd",
)
#: "chỉ tiêu" and "kế hoạch" that name what is counted or the rows, not a plan.
NOT_PLAN = alternatives(
    *(f"{w} chỉ tiêu" for w in ("các", "tên", "nhóm", "danh mục", "hệ thống", "một số", "số")),
    *(
        f"chỉ tiêu {w}"
        for w in (
            *("chủ yếu", "kinh tế", "thành phần", "cơ bản", "về", "xã hội"),
            *("đạt", "vượt", "hoàn thành", "không", "chưa", "đã", "chậm"),
        )
    ),
    "ngoài kế hoạch | kế hoạch và đầu tư | dt (ha",
)
RESULT = alternatives(
    "th | uth | u.th | ước | thực hiện | kết quả | đã | lũy kế | luỹ kế | giải ngân | thanh toán | thực thu",
    "thực chi | thu được | đạt được",
    "hiện có | có mặt | hoàn thành | khối lượng | số liệu | quyết toán | đến nay | đến hết | đến ngày",
    "đến tháng | đến quý",
    "trong kỳ | trong tháng | trong quý",
)
LAST = alternatives(*(f"{span} {w}" for span in ("năm", "tháng", "quý", "tuần", "đợt") for w in ("trước", "ngoái")))
EARLIER = alternatives("đầu năm | đầu kỳ | đầu nhiệm kỳ | cuối năm | cuối kỳ | cuối nhiệm kỳ | thời điểm")
SAME_PERIOD = alternatives("cùng kỳ | ck | kỳ trước")
RATIO = alternatives("tỷ lệ | tỉ lệ | tỷ trọng | tỉ trọng | tỷ suất | tỉ suất | cơ cấu | phần trăm")

#: Words with which a cell of a header begins.
HEADER = alternatives(
    "stt | tt | số tt | số stt | số thứ tự | # | chỉ tiêu | nội dung | tên | danh mục | hạng mục | khoản",
    "đvt | đ.v.t | đv tính | đơn vị",
    "địa phương | địa bàn | địa điểm | kế hoạch | kh | thực hiện | th | uth | ước | kết quả | dự toán | dt",
    "so | tỷ lệ | tỉ lệ | % | ghi chú",
    "năm | quý | tháng | tổng | cộng | số | tăng | giảm | lĩnh vực | đánh giá | trong đó | đạt | giải ngân",
    "lũy kế | luỹ kế | cùng kỳ",
    "mục tiêu | nghị quyết | tiêu chí | nhiệm vụ | diễn giải | mã | chủ đầu tư | vốn | nguồn | dự kiến",
    "phường | xã | thôn | khu phố | ấp",
    "tổ | trường | diện tích | sản lượng | năng suất | loại | nhóm | đầu năm | đầu kỳ | cuối năm | cuối kỳ",
    "hoàn thành | đối tượng | dự án",
    "công trình | sản phẩm | họ tên | họ và tên | cơ cấu | tỷ trọng | chênh lệch | tốc độ | tiến độ",
    "thời gian | thời hạn | thời điểm",
)
#: Cells of a letterhead, the number, the unit of a sheet: none of them is a head.
LETTERHEAD = alternatives(
    "cộng hòa xã hội | đảng cộng sản | độc lập - tự | độc lập – tự | số: | số : | đvt: | đvt : | đơn vị tính:",
    "đơn vị tính :",
    "kèm theo | (kèm theo | ban hành kèm | (ban hành kèm",
)
#: Cells that stand over a table beside another one: the body, the form, the annex.
TITLE = alternatives(
    "ủy ban nhân dân | ubnd | hđnd | hội đồng nhân dân | đảng bộ | đảng ủy | sở | biểu | phụ lục | mẫu | bảng",
    "đơn vị: | đơn vị :",
    "đơn vị báo cáo | kỳ báo cáo | ban | chi bộ | trường | công ty | phòng",
)
#: Footnotes and signatures under a table.
FOOT = alternatives(
    "ghi chú: | ghi chú : | chú thích: | lưu ý: | nguồn: | (*) | *) | nơi nhận | tm. | kt. | tl. | t/m",
    "thủ trưởng | người lập | lập biểu | kế toán trưởng",
    "chủ tịch | trưởng phòng | xác nhận",
)

UNIT_HEAD = alternatives("đvt | đ.v.t | đ v t | đv tính | đ/v tính | đơn vị tính | đơn vị đo | dvt | đơn vị (tính)")
_WHO = "đơn vị | cơ quan | phòng | ban | bộ phận | người | cán bộ | tổ chức"
_ACTS = "chủ trì | thực hiện | phối hợp | theo dõi | phụ trách | đầu mối | quản lý | tham mưu | báo cáo"
#: Columns of remarks, verdicts, dates, codes, ranks: no figures, whatever stands in them.
NOTE = alternatives(
    "ghi chú | chú thích | đánh giá | nhận xét | xếp loại | xếp hạng | thứ hạng | vị thứ | thời gian | thời hạn",
    "thời điểm | hạn hoàn thành | hạn xử lý | hạn báo cáo | hạn cuối | ngày tháng | ngày ban hành | ngày ký",
    "ngày sinh",
    "ngày khởi công | ngày hoàn thành | ngày cấp | ngày nộp | ngày bàn giao | ngày trả | năm sinh | năm khởi công",
    "năm hoàn thành | năm bắt đầu | năm kết thúc | năm thành lập | năm xây dựng | mã | ký hiệu",
    "số quyết định | số qđ",
    "số văn bản | số hiệu | số điện thoại | số đt | số tài khoản | số tờ | số thửa | số cccd | số cmnd",
    "số hợp đồng",
    "số nhà | điện thoại | sđt | email | fax | trang",
)
#: The same when nothing follows.
NOTE_ALONE = alternatives("ngày | hạn | hạng | kết luận | khởi công | tiến độ thực hiện | kỳ báo cáo")
#: Columns that mostly hold words; where they hold numbers they count.
NOTE_OF_WORDS = alternatives(
    "lý do | nguyên nhân | giải pháp | khó khăn | vướng mắc | kiến nghị | đề nghị | chủ trì | phối hợp | phụ trách",
    "chủ đầu tư | địa chỉ | địa điểm | vị trí | quyết định | căn cứ | văn bản | sản phẩm đầu ra | sản phẩm dự kiến",
    "phương pháp | cách tính | nguồn số liệu | tình trạng | trạng thái | chức vụ | chức danh | họ tên | họ và tên",
    "thuyết minh",
    *(f"{who.strip()} {act.strip()}" for who in _WHO.split("|") for act in _ACTS.split("|")),
)
NAME = alternatives(
    "chỉ tiêu | tiêu chí | các chỉ tiêu | các tiêu chí | tên | nội dung | danh mục | hạng mục | khoản",
    "diễn giải | dự án | công trình | nhiệm vụ | đơn vị",
    "địa phương | địa bàn | phường | xã | thôn | khu phố | ấp | sản phẩm | loại | nguồn | cây | con | trường",
)
GROUP = alternatives("lĩnh vực | nhóm | ngành | phân loại | khối | cụm")

_WHOLES = "xã | phường | huyện | quận | tỉnh | thành phố | tp | đặc khu | thị xã | đảng bộ | địa bàn | ngành"
#: Labels of rows that sum up the others.
TOTAL = alternatives(
    "tổng cộng | tổng số | tổng | cộng | tổng hợp chung",
    *(f"{a}toàn {w.strip()}" for a in ("", "tổng cộng ", "cộng ", "chung ", "tổng ") for w in _WHOLES.split("|")),
    "cả xã | cả phường | cả tỉnh | cả nước",
)
#: What does not add up over rows or columns (DOMAIN 1.3: a ratio is never averaged).
NOT_ADDITIVE = alternatives(
    "bình quân | trung bình | chỉ số | tốc độ | mật độ | năng suất | đơn giá | hệ số | xếp hạng | tuổi thọ",
    "mức sống | mức độ | đầu người | điểm số | tuổi",
)
#: Titles of tables that set targets: without plan and result columns all their figures are targets.
PLAN_TITLE = alternatives(
    "giao chỉ tiêu | giao kế hoạch | giao dự toán | phân bổ | phân khai | chỉ tiêu giao | dự toán thu",
    "dự toán chi | dự toán ngân sách",
    "kế hoạch vốn | kế hoạch năm | kế hoạch phát triển | kế hoạch sản xuất | mục tiêu, chỉ tiêu",
    "hệ thống chỉ tiêu | đăng ký chỉ tiêu",
    "các chỉ tiêu chủ yếu năm | các chỉ tiêu chủ yếu nhiệm kỳ | chỉ tiêu nhiệm kỳ | chỉ tiêu kế hoạch",
)
#: Words of a title that tell results.
RESULT_TITLE = alternatives(
    "thực hiện | kết quả | tình hình | tiến độ | tổng hợp | báo cáo | rà soát | đánh giá | ước | quyết toán",
    "giải ngân",
)
