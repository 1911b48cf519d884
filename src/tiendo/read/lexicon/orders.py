# SPDX-License-Identifier: Apache-2.0
"""Words by which an order is given, passed on, carried on, or only asked for.

Here: data, compiled by hand for this project from the language of conclusions of meetings, directives (chỉ thị) and
their press. Not here: how the words are put together (``findings.directives``).
"""

from __future__ import annotations

from typing import Final

#: Kinds of documents in which every item that names who must act is an order.
ORDERING_KINDS: Final[frozenset[str]] = frozenset(
    {"directive", "conclusion", "notice", "plan", "telegram", "letter", "resolution", "decision"}
)
#: Those that command: what stands under their heading of tasks is an order though nobody is named.
COMMANDING_KINDS: Final[frozenset[str]] = frozenset({"directive", "conclusion", "notice", "telegram", "resolution"})

#: An order in itself: who is told follows.
ORDER_VERBS: Final[tuple[str, ...]] = (
    "yêu cầu",
    "đề nghị",
    "chỉ đạo",
    "lưu ý",
    "phân công",
    "nhắc nhở",
    "giao",
)

#: Speech that is an order when it says "must" ("nhấn mạnh … phải").
SPEECH_VERBS: Final[tuple[str, ...]] = (
    "nhấn mạnh",
    "khẳng định",
    "cho rằng",
    "quán triệt",
    "gợi ý",
    "mong muốn",
    "chỉ rõ",
    "nêu rõ",
    "đề cập",
    "định hướng",
    "nói",
)

#: Speech of somebody who reports: another one speaks from here on.
REPORT_VERBS: Final[tuple[str, ...]] = (
    "cho biết",
    "báo cáo",
    "trình bày",
    "chia sẻ",
    "bày tỏ",
    "kiến nghị",
    "phản ánh",
    "cho hay",
    "nhận định",
    "thừa nhận",
    "lý giải",
    "giải thích",
    "phân tích",
)

#: What a leader says of what was done; the speech begins with it and may turn to orders.
PRAISE_VERBS: Final[tuple[str, ...]] = (
    "phát biểu",
    "kết luận",
    "ghi nhận",
    "biểu dương",
    "đánh giá cao",
    "thống nhất cao",
    "hoan nghênh",
    "nhìn nhận",
    "đồng tình",
    "nghiêm khắc phê bình",
    "phê bình một số",
    "phê bình các",
    "phê bình những",
)

#: Words that make a sentence worth a look though it has no such verb: whose words these are, and quotation marks.
MARKS: Final[tuple[str, ...]] = (
    "theo đồng chí",
    "theo ông",
    "theo bà",
    "theo đ/c",
    "theo bí thư",
    "theo chủ tịch",
    "theo phó",
    "theo thủ tướng",
    "với đồng chí",
    "đó là",
    "đó cũng là",
    "đó chính là",
    "đây là",
    "đây cũng là",
    "đây chính là",
    "“",
    '"',
)

#: Verbs with which an order or an item of a list of tasks begins.
IMPERATIVES: Final[tuple[str, ...]] = tuple(
    (
        "tập trung|tiếp tục|tăng cường|đẩy mạnh|đẩy nhanh|rà soát|chủ động|nâng cao|thực hiện|triển khai|"
        "quan tâm|chú trọng|chú ý|phát huy|xây dựng|hoàn thành|hoàn thiện|hoàn tất|đảm bảo|bảo đảm|kịp thời|"
        "khẩn trương|phối hợp|tổ chức|chuẩn bị|chăm lo|giữ vững|quyết tâm|phấn đấu|làm tốt|làm rõ|kiểm tra|"
        "giám sát|xử lý|giải quyết|lãnh đạo|chỉ đạo|tham mưu|bám sát|nắm chắc|nắm bắt|tuyên truyền|vận động|"
        "kiên quyết|siết chặt|chấn chỉnh|khắc phục|đổi mới|củng cố|huy động|ưu tiên|cải thiện|thúc đẩy|"
        "tạo điều kiện|tạo chuyển biến|đề xuất|công khai|đôn đốc|thường xuyên|nghiêm túc|tích cực|quyết liệt|"
        "hạn chế|không để|không thể để|không được để|tránh|chủ trì|theo dõi|tổng hợp|báo cáo|cung cấp|niêm yết"
        "|bố trí|sắp xếp|kiện toàn|"
        "phân công|phân bổ|lập|ban hành|xác định|đánh giá|đăng ký|cập nhật|hướng dẫn|tháo gỡ|thanh tra|khai thác|"
        "quản lý|quy hoạch|đầu tư|phát triển|mở rộng|duy trì|ổn định|kéo giảm|giảm|thu hút|thu hồi|thu|kết nối|"
        "ứng dụng|chuyển đổi|số hóa|đấu tranh|phòng chống|phòng ngừa|ngăn chặn|truy quét|xét xử|điều tra|gắn|lấy|"
        "coi|xem xét|nghiên cứu|học tập|bồi dưỡng|đào tạo|tuyển dụng|luân chuyển|khơi dậy|khuyến khích|nhân rộng|"
        "hỗ trợ|chăm sóc|bảo vệ|gìn giữ|giữ gìn|trồng|nạo vét|thi công|nghiệm thu|bàn giao|quyết toán|giải ngân|"
        "chi trả|cấp|điều chỉnh|bổ sung|cắt giảm|đơn giản hóa|tiết kiệm|chống|đề cao|thay đổi|tận dụng|tranh thủ|"
        "dự báo|cảnh giác|sẵn sàng|tuần tra|tiếp nhận|trả lời|đối thoại|lắng nghe|gặp gỡ|thăm hỏi|động viên|"
        "khen thưởng|sơ kết|tổng kết|nhắc nhở|kiểm điểm|kỷ luật|cụ thể hóa|sớm|nhanh chóng|linh hoạt|mạnh dạn|"
        "quán triệt|nhận diện|kiểm soát|vận hành|sử dụng|tạo|làm|đưa|phải|cần|không được|tuyệt đối|hết sức|"
        "thật sự|cố gắng|nỗ lực|đề ra|phát động|hưởng ứng|bảo tồn|gia tăng|tăng|khai giảng|giới thiệu|quảng bá|"
        "liên kết|hợp tác|cải tạo|sửa chữa|khôi phục|bồi thường|đền bù|di dời|cưỡng chế|tiêm|xét nghiệm|truy vết|"
        "khoanh vùng|cách ly|trang bị|mua sắm|vệ sinh|thu gom|phân loại|tiêu hủy|kê khai|thống kê|thẩm định|"
        "phê duyệt|trình|gửi|giáo dục|rèn luyện|gương mẫu|nêu gương|đoàn kết|thống nhất|thu dứt điểm|kết thúc|"
        "hoạch định|cải cách|chịu trách nhiệm|nhìn nhận|thẳng thắn|đi sâu|chấp hành|tuân thủ|vận dụng|tham gia|bắt tay"
    ).split("|")
)

#: Phrases that carry a speech on.
CONNECTIVES: Final[tuple[str, ...]] = (
    "bên cạnh đó",
    "bên cạnh việc",
    "đồng thời",
    "ngoài ra",
    "cùng với đó",
    "cùng đó",
    "song song",
    "song song đó",
    "song song với đó",
    "trong đó",
    "đặc biệt là",
    "đặc biệt",
    "nhất là",
    "mặt khác",
    "trước mắt",
    "tiếp đến",
    "tiếp theo",
    "cuối cùng",
    "theo đó",
    "do đó",
    "do vậy",
    "vì vậy",
    "vì thế",
    "bởi vậy",
    "từ đó",
    "qua đó",
    "thời gian tới",
    "trong thời gian tới",
    "từ nay đến cuối năm",
    "hằng tháng",
    "hàng tháng",
    "hằng quý",
    "hàng quý",
    "hằng tuần",
    "định kỳ",
    "hơn nữa",
    "nhưng",
    "tuy nhiên",
    "thêm vào đó",
    "đi đôi với đó",
    "gắn với đó",
    "trên cơ sở đó",
    "đồng chí cũng",
    "và",
    "riêng",
    "cũng",
)

#: Words after which an order verb is a noun or tells of the past ("theo yêu cầu", "được giao", "văn bản đề nghị").
NOT_ORDERED_BEFORE: Final[tuple[str, ...]] = (
    "theo",
    "đáp ứng",
    "các",
    "những",
    "một số",
    "nhiều",
    "mọi",
    "được",
    "bị",
    "đảm bảo",
    "bảo đảm",
    "so với",
    "trước",
    "với",
    "của",
    "đơn",
    "hồ sơ",
    "tờ trình",
    "nội dung",
    "ý kiến",
    "sự",
    "việc",
    "nhằm",
    "để",
    "đạt",
    "vượt",
    "phù hợp",
    "có",
    "là",
    "phát biểu",
    "lãnh đạo,",
    "lãnh đạo",
    "ban",
    "công tác",
    "tập trung",
    "tăng cường",
    "tiếp tục lãnh đạo",
    "bàn",
    "chuyển",
    "phân",
    "chưa",
    "không",
    "nhu cầu,",
    "mục tiêu,",
    "đường",
    "xem xét",
    "quyết định",
    "đồng ý",
    "nhất trí",
)

#: Words of one who asks and cannot order.
PETITIONERS: Final[tuple[str, ...]] = (
    "cử tri",
    "người dân",
    "nhân dân",
    "bà con",
    "hộ dân",
    "doanh nghiệp",
    "đại biểu",
    "đbqh",
    "công ty",
    "bạn đọc",
    "cư dân",
    "tổ đại biểu",
)
