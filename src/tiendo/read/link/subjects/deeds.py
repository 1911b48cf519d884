# SPDX-License-Identifier: Apache-2.0
"""What an office did with what is counted: "kết nạp 28 đảng viên", "tiêm chủng đầy đủ cho 187 trẻ".

Here: the verbs and where their phrase begins before a number. Not here: how a deed becomes a subject (``counts``).
"""

from __future__ import annotations

import re

from tiendo.read.engine.words import one_of, split_phrases
from tiendo.read.link.sentence.context import Context, Part

# Source: the work of commune, district and province as the house knows it, field by field: order, Party work,
# procedures, land, works, farming, health, schools, welfare.
_DEEDS = """
phát hiện và lập hồ sơ | lập biên bản | lập hồ sơ | kiểm tra | giám sát | thanh tra | thẩm tra | xác minh | điều tra
| khám phá | làm rõ | triệt phá | bóc gỡ | bắt | bắt giữ | tạm giữ | tạm giam | khởi tố | truy tố | xét xử | thụ lý
| hòa giải | thu giữ | tịch thu | tiêu hủy | xử phạt | xử lý | đình chỉ | tước | cưỡng chế | tháo dỡ | nhắc nhở
| kỷ luật | thi hành kỷ luật | khiển trách | cảnh cáo | cách chức | khai trừ | xóa tên | cho ra khỏi đảng
| kết nạp | phát triển | công nhận | giới thiệu | bổ nhiệm | điều động | luân chuyển | biệt phái | tinh giản
| cắt giảm | tuyển dụng | tuyển | hợp đồng | bố trí | đào tạo | bồi dưỡng | tập huấn | quán triệt | phổ biến
| tuyên truyền | tiếp nhận | giải quyết | trả lời | rà soát | công bố | công khai | niêm yết | cung cấp | cung ứng
| bãi bỏ | số hóa | tích hợp | kích hoạt | cập nhật | chứng thực | đăng ký | cấp mới | cấp đổi | cấp phép | cấp
| thu hồi | bàn giao | di dời | giải phóng mặt bằng | bồi thường | chi trả | hỗ trợ | trợ cấp | trao | tặng | thăm
| vận động | huy động | quyên góp | ủng hộ | hiến | đóng góp | góp | sửa chữa | xây mới | nâng cấp | cải tạo
| mở rộng | cứng hóa | bê tông hóa | nhựa hóa | nạo vét | lắp đặt | lắp | trồng | gieo trồng | gieo cấy
| gieo sạ | xuống giống | thu hoạch | thả nuôi | tiêm phòng | tiêm chủng | tiêm | khám | chữa bệnh
| khám chữa bệnh | khám, chữa bệnh | điều trị | xét nghiệm
| phát hành | giải quyết việc làm | tạo việc làm | thu hút | thành lập | giải thể | sáp nhập | hợp nhất | sắp xếp
| điều chỉnh địa giới | giữ nguyên | chuyển đổi | tiếp | tiếp xúc | đối thoại | giao quân | tuyển quân | huấn luyện
| còn thiếu | thiếu | còn vướng | làm chết | bị thương | trước và đúng hạn | đúng và trước hạn | đúng hạn | trễ hạn
| quá hạn | dôi dư | xóa | chuyển | cho vay | nhận | thu gom | đầu tư | bổ sung | chăm sóc | phụng dưỡng | giao
"""
#: Words that look like deeds: levels of government, beginnings, orders.
_NO_DEED = (
    r"(?<!các\s)(?<!mỗi\s)(?!cấp\s(?:xã|huyện|tỉnh|ủy|trên|dưới|cơ|phường|thành|trung|quốc|độ|nước))"
    r"(?!bắt\sđầu)(?<!ghi\s)(?<!xác\s)(?<!trực\s)(?<!gián\s)(?!nhận\s(?:định|thức|xét))"
    r"(?!giao\s(?:thông|lưu|ban|dịch|chỉ|kế|dự|cho))(?!chuyển\sbiến)"
    r"(?!thu\shút\ssự)(?!tiếp\stục)(?!phát\striển\s(?:kinh|văn|du|nông|công|doanh))"
)
_DEED = rf"(?<!\w)(?<![0-9]\s){_NO_DEED}(?:{one_of(_DEEDS)})(?!\w)"
_PARTICLES = one_of(
    """được | xong | mới | thêm | cho | đối với | với | đến | tới | từ | là | có | chỉ | cả | bình quân | lên | đạt
    | tổng cộng | tổng số | dứt điểm"""
)
_OBJECT = r"(?:\s(?!và\s|hoặc\s|nhưng\s|trên\scơ\ssở\s)[^\W\d_]+){0,9}?"
#: From the first deed that only words lie behind, up to the number.
_BEFORE = re.compile(rf"{_DEED}(?:(?:\s|,\s|\svà\s){_DEED})*{_OBJECT}(?=(?:\s(?:{_PARTICLES})(?!\w))*\s*$)")
#: What opens a word.
_SIGNS = re.compile(r"^[\W_]+")
_FIRST_WORDS = frozenset(phrase.split(" ", 1)[0] for phrase in split_phrases(_DEEDS))
_REACH = 90
#: Who did it stands before these.
_AUXILIARIES = (" đã ", " sẽ ", " đang ", " tiếp tục ", " tiến hành ", " phải ", " cần ")


def deed_before(context: Context) -> Part | None:
    """The verb, with its object, that governs the count; None when nothing was done with what is counted."""
    norm, end = context.shadow.norm, context.mention.hedge_start
    low = max(context.floor, end - _REACH)
    for auxiliary in _AUXILIARIES:
        at = norm.rfind(auxiliary, low, end)
        if at >= 0:
            low = at
    start = low
    for word in norm[low:end].split(" "):
        at, start = start, start + len(word) + 1
        if word not in _FIRST_WORDS:
            if word[:1].isalnum() and word[-1] != ",":
                continue
            bare = _SIGNS.sub("", word)
            if bare.removesuffix(",") not in _FIRST_WORDS:
                continue
            at += len(word) - len(bare)
        found = _BEFORE.match(norm, at, end)
        if found is not None and not _is_of_noun_before(context, found.start()):
            return found.span()
    return None


def _is_of_noun_before(context: Context, start: int) -> bool:
    """Whether a verb only closes the name of what was counted before: "55 điểm tiêm chủng, tập huấn 730 học viên"."""
    norm, floor = context.shadow.norm, context.floor
    if floor == context.sentence_start or start - floor > 1:
        return False
    return norm.find(",", start, context.mention.hedge_start) >= 0
