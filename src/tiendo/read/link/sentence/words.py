# SPDX-License-Identifier: Apache-2.0
"""The words around a number that say what it does: plans, verbs, moods, bases.

Source: house reading of the genre and GUIDE of the annotated texts. Patterns are matched on ``Shadow.norm``.
"""

from __future__ import annotations

import re

from tiendo.read.engine.words import any_word, one_of, split_phrases, whole

#: Names of plans: what "đạt x %" is a share of.
_PLANS = """
kế hoạch | kh | dự toán | dt | chỉ tiêu | nghị quyết | nq | mục tiêu | pháp lệnh | chương trình đề ra | yêu cầu
| định mức | biên chế được giao | số vốn được giao | tổng vốn
| tổng vốn đầu tư | tổng vốn đầu tư công | vốn kế hoạch | kế hoạch vốn | số giao | giao
| so với tiến độ
"""
_BETWEEN = "so | so với | của | trên | với | theo | vượt"
_WHOLE = "tổng | tổng số | số | toàn bộ | mức | các"
#: Right behind a percentage: "% kế hoạch năm", "% so với dự toán", "% tổng vốn được giao".
PLAN_BEHIND = re.compile(
    rf"\s?(?:so\svới\s(?:[^\s,;:.()0-9]+\s){{1,4}}giao(?!\w)"
    rf"|(?:(?:{one_of(_BETWEEN)})\s)?(?:(?:{one_of(_WHOLE)})\s)?(?:{one_of(_PLANS)})(?!\w)"
    r"(?:(?:\s(?!và|với|tăng|giảm|đạt|bằng|vượt|là|so|trong|thì)[^\s,;:.()0-9]+){0,4}?\s(?:giao|đề\sra|đặt\sra)(?!\w))?)"
)
#: The letters that it can begin with, behind a space or none.
_PLAN_HEAD = 2
_PLAN_HEADS = frozenset(phrase[:_PLAN_HEAD] for phrase in split_phrases(f"{_BETWEEN} | {_WHOLE} | {_PLANS}"))


def find_plan_behind(norm: str, start: int, end: int) -> int:
    """Where the plan ends that is named right behind a number; -1 when none is."""
    at = start + 1 if norm.startswith(" ", start) else start
    if norm.startswith(" ", at):
        start, at = at, at + 1  # two spaces
    if norm[at : at + _PLAN_HEAD] not in _PLAN_HEADS:
        return -1
    found = PLAN_BEHIND.match(norm, start, end)
    return -1 if found is None else found.end()


#: What may not follow "giao" when it means to assign.
_NOT_ASSIGNED = "(?!\\s(?:đủ|nộp|quân|thông|dịch|lưu|ban|nhận|đất|khoán|rừng))"
#: A plan that is stated: "dự toán năm là", "kế hoạch", "được giao"; the number follows without another verb.
_STATED_PLANS = """
giao | kế hoạch | kh | dự toán | chỉ tiêu | mục tiêu | nghị quyết | được giao | đề ra | đặt ra | yêu cầu | định hướng
| được bố trí | được phân bổ | được cấp | được phân giao | quy định | tiêu chuẩn
"""
#: What "giao" needs around it to mean that a plan was assigned.
ASSIGNS = re.compile(rf"(?<!bàn\s)(?<!chuyển\s)giao{_NOT_ASSIGNED}")
#: The number is stated as the plan that the share before it refers to: "so với dự toán năm là", "kế hoạch (".
PLAN_LINK = re.compile(r"(?:là|:|\(|\(là)\s?$")
#: Behind a count: it was set, not reached.
SET_BEHIND = re.compile(
    rf"[đg](?<!kế\shoạch\s.)(?<!như\s.)(?<!\w.)(?:(?<=đ)(?:ề\sra|ặt\sra|ược\sgiao)|(?<=g)iao{_NOT_ASSIGNED})(?!\w)"
)
#: What may not stand between a plan and its number: signs and words that make the number a result.
RESULT_SIGN = re.compile(r"[,;()“”](?:(?<=[,;])|\s?\w)")
RESULT = re.compile(
    any_word(
        r"được\s(?!giao|bố)\w+",
        *split_phrases(
            """hoàn thành | thực hiện | ước | bằng | chiếm | vượt | đã | còn | mới | xếp | hiện | tiếp tục | thì | nhưng
            | cao hơn | thấp hơn | qua | nên | để"""
        ),
    )
)
#: Verbs of a result between a plan and a later number.
RESULT_VERB = re.compile(whole("hoàn thành | thực hiện | đạt | bằng | chiếm | đã | giải ngân | thu được | ước"))
#: In a list of targets this sentence tells what came of one: "- Thu ngân sách đạt 105% kế hoạch, tăng so với cùng kỳ".
OUTCOME = re.compile(
    r"[cư%](?:(?<=c)ùng\s(?:kỳ|kì)(?!\w)|(?<=ư)(?<!\wư)ớc\s(?:đạt|thực)"
    r"|(?<=%)\s(?:so\svới\s)?(?:kế\shoạch|kh|dự\stoán|nghị\squyết)(?!\w))"
)
#: Behind a growth: what it is compared with.
SAME_PERIOD = re.compile(r"cùng\s(?:kỳ|kì|thời\sđiểm|vụ(?!\sán))")
_BASE_WORD = r"(?!là\s|tăng\s|giảm\s|và\s(?:tăng|giảm)\s|đạt\s)[^\s,;:.()–\"“”]+(?:[.,][0-9]+)*"
BASE = re.compile(
    rf"s(?<!\ws)o\s(?:với\s|sánh\svới\s)?(?!cùng\s(?:k|vụ)|với\s)(?P<base>{_BASE_WORD}(?:\s{_BASE_WORD}){{0,11}})"
)
BASE_IS_PLAN = ("chỉ tiêu", "kế hoạch", "dự toán", "nghị quyết")

_FROM = "|".join(
    f"{verb} {how}từ" for verb in ("tăng", "giảm", "nâng", "hạ") for how in ("", "mạnh ", "nhanh ", "dần ")
)
_LEFT = "|".join(
    f"{verb} {how}còn" for verb in ("giảm", "hạ", "kéo giảm", "rút") for how in ("", "chỉ ", "xuống ", "xuống chỉ ")
)
#: What stands before a number and what it makes of it; the last one decides, the longest form at its place.
_TRIGGERS = {
    "level": f"""{_FROM} | {_LEFT} | giảm ở mức | duy trì ở mức | ở mức | giảm xuống | giảm xuống dưới
        | giảm xuống mức | xuống còn | xuống dưới
        | xuống mức | xuống | tăng lên | nâng lên | nâng | lên đến | lên tới | lên thành | lên mức | lên | chỉ còn
        | hiện còn | vẫn còn | còn lại | còn | tổng số | tổng cộng | cả thảy""",
    "up": """tăng trưởng | tăng được | tăng thêm | tăng bình quân | gia tăng | tăng | cao hơn | nhiều hơn | lớn hơn
        | tăng trên | gấp""",
    "down": """kéo giảm | giảm được | kéo giảm được | cắt giảm | tinh giản | giảm bớt | giảm | rút ngắn
        | còn kém | kém | thấp hơn | ít hơn
        | hụt | sụt | thu hẹp""",
    "exceed": "vượt",
    "reach": """ước đạt | đạt được | đạt | bằng | hoàn thành | thực hiện | tương đương | tương ứng | giải ngân""",
    "share": "chiếm | tỷ lệ | tỉ lệ | trong đó | là | có | với | được | gồm | bao gồm",
}
TRIGGER_NAMES = {phrase: name for name, phrases in _TRIGGERS.items() for phrase in split_phrases(phrases)}

#: What makes the figures behind it plans or forecasts until something says otherwise.
_MOODS = {
    "target": """phấn đấu | hướng đến | hướng tới | mục tiêu | quyết tâm | phải | nhu cầu | giao | trình | đề xuất
        | kiến nghị | đề nghị
        | yêu cầu | đề ra các chỉ tiêu | đề ra chỉ tiêu | đề ra mục tiêu | đặt ra mục tiêu | đề ra các mục tiêu
        | xác định các chỉ tiêu | nhằm đạt | nhằm hoàn thành | để đạt | chỉ tiêu | tập trung hoàn thành | thông qua
        | quyết định giao | tạm giao | quyết nghị | đề ra | đặt ra | bảo đảm đến | đảm bảo đến
        | phê duyệt""",
    "forecast": """dự kiến | dự báo | ước cả năm | ước thực hiện cả năm | sẽ | có thể đạt | khả năng | dự ước
        | ước năm | dự tính""",
    "actual": """đã | kết quả | thực hiện được | đạt được | hiện nay | hiện có | đến nay | tính đến | qua đó | đạt
        | ước đạt | ước thực hiện | trong đó | xử phạt | tịch thu""",
}
MOOD_NAMES = {phrase: name for name, phrases in _MOODS.items() for phrase in split_phrases(phrases)}
#: What is enacted as a plan: "thông qua tổng biên chế", "tạm giao số lượng người làm việc".
_ENACTED = re.compile(
    r"\s(?:[0-9]+\s)?(?:các\s|mức\s|tổng\s)?(?:"
    + one_of("số lượng | tổng số | chỉ tiêu | biên chế | dự toán | kế hoạch vốn | phân bổ | mục tiêu | số người")
    + r")(?!\w)"
)
#: How many targets were set, and the list that tells them; a list that tells what came of them sets nothing.
_SETS_LIST = re.compile(
    r"\s[0-9]{1,3}\s(?:nhóm\s)?chỉ\stiêu(?:\s(?!đạt|vượt|hoàn|có|trong\sđó|như|cụ\sthể\s?:|gồm|bao)[^\s,;.:()0-9]+){0,9},?"
    r"\s(?:trong\sđó|như|cụ\sthể|bao\sgồm|gồm)(?!\w)"
    r"(?![^;.]{0,50}(?:chỉ\stiêu\s(?:[^\s,;.]+\s){0,3}?(?:đạt|vượt|hoàn)|(?:đạt|hoàn\sthành)\s(?:và\s)?vượt))"
)
_BY_YEAR = re.compile(r"\s(?:hết\s|cuối\s)?năm\s20[0-9]{2}(?!\w)")
#: What must follow some of them.
MOOD_GUARDS = {
    "phải": re.compile(r"\s(?:hoàn|nâng|đạt|tăng|giảm|đảm|bảo|kéo|giải|thực)"),
    "giao": re.compile(
        r"\s(?:" + one_of("phòng|ban|công an|ubnd|ủy|sở|văn phòng|các|trung tâm|đảng|thuế|chi bộ|trạm|đồng chí") + ")"
    ),
    "trình": re.compile(r"\s(?:[^\s,;.]+\s){0,5}(?:xem\sxét|phương\sán|đề\sán|quyết\sđịnh)"),
    "yêu cầu": re.compile(r"(?!\s(?:của|về|nhiệm))"),
    "chỉ tiêu": re.compile(
        r"(?!\s(?:đạt|vượt|chưa|đã|không|hoàn))"
        r"(?:\s(?!đạt|vượt|ước|thực|kết|hoàn|bằng|còn|tăng|giảm)[^\s,;:.()]+){0,9}\s?:"
    ),
    "mục tiêu": re.compile(r"(?!\s(?:quốc\sgia|thiên\sniên|chung|tổng\squát))"),
    "đề ra": _SETS_LIST,
    "đặt ra": _SETS_LIST,
    "bảo đảm đến": _BY_YEAR,
    "đảm bảo đến": _BY_YEAR,
    "kiến nghị": re.compile(r"(?!\s?[,;.)]|\s(?:phản\sánh|của|cử\stri))"),
    "xử phạt": re.compile(r"\s"),
    "đề nghị": re.compile(r""),
    "nhu cầu": re.compile(r""),
    "đã": re.compile(r"(?!\squa\s(?:đào|sử|chế|kiểm))"),
    "tịch thu": re.compile(r"\s"),
    "thông qua": _ENACTED,
    "quyết định giao": _ENACTED,
    "tạm giao": _ENACTED,
    "phê duyệt": _ENACTED,
    # a people's council lays down revenue and spending: "quyết nghị tổng thu ngân sách năm 2024 là 810 tỷ đồng"
    "quyết nghị": re.compile(
        r"\s(?:(?:các|mức|giao|một\ssố)\s)?(?:tổng|thu|chi|dự\stoán|chỉ\stiêu|phân\sbổ|mức|kế\shoạch)(?!\w)"
    ),
}
#: What may not stand before one of them.
NOT_BEFORE_MOOD = {
    # kiến nghị thu hồi 64 triệu đồng; xử phạt 300 trường hợp: a new part of the sentence tells what was done
    "xử phạt": re.compile(r"[^;]\s$"),
    "tịch thu": re.compile(r"[^;]\s$"),
    "yêu cầu": re.compile(r"(?:đáp\sứng|theo|việc|được|bị)\s$"),
    "phải": re.compile(r"(?:không|chưa|chẳng|khỏi)\s$"),
    "nhu cầu": re.compile(r"(?:đáp\sứng|phục\svụ|thỏa\smãn|theo)(?:\s[^\s,;.]+){0,3}\s$"),
    # 16 hồ sơ được đồng ý đề nghị cấp trên quyết định; 21 hồ sơ đề nghị kết nạp
    "đề nghị": re.compile(r"(?:hồ\ssơ|đơn|tờ\strình|danh\ssách|đồng\sý|nhất\strí|trường\shợp|được)\s$"),
    "mục tiêu": re.compile(
        r"(?:chương\strình|và|so\svới)\s$|(?:hoàn\sthành|thực\shiện|đạt|vượt)(?:\s[^\W\d_]+){0,5}\s(?:chỉ\stiêu,\s)?$"
    ),
    "kiến nghị": re.compile(r"(?:nại,|cáo,|ý\skiến,|đơn|số|các)\s$"),
    "chỉ tiêu": re.compile(r"số\s$|(?:hoàn\sthành|thực\shiện|đạt|vượt)(?:\s[^\W\d_]+){0,5}\s$"),
}
#: With a plan or forecast before them in the sentence these tell no result.
MILD_RESULTS = {
    "target": frozenset(("đạt", "trong đó", "thực hiện được", "ước đạt")),
    "forecast": frozenset(("đạt", "trong đó")),
}

#: An aim goes on when it says what will be: "phấn đấu đến năm 2030 sẽ có 20 xã".
AIMS_GO_ON = frozenset(("sẽ",))

#: Who speaks stands before these.
_SPEECH = "cho biết | cho hay | cho rằng | nhận định | nhấn mạnh | nêu rõ | thông tin | báo cáo"
#: Behind these may stand what somebody has, reports or aims at (``subjects.trimming``).
_HAVE = """
có | gồm | với | quyết nghị | đặt mục tiêu | đề ra mục tiêu | đặt ra mục tiêu | hoàn thành | giao | được giao
| phấn đấu | dự kiến | quyết tâm | đề nghị | yêu cầu
| cho thấy | cho biết | nêu rõ | phát triển | mở rộng | đưa | nâng | đảm bảo | bảo đảm | duy trì | báo cáo
"""
#: All words that are looked for before numbers, by what they are looked for.
FAMILIES = {
    "trigger": "|".join(_TRIGGERS.values()),
    "mood": "|".join(_MOODS.values()),
    "plan": _STATED_PLANS,
    "speech": _SPEECH,
    "have": _HAVE,
}

#: What follows a comma inside one name: "điều tra, khám phá", "cán bộ, công chức".
_COORDINATED = (
    "(?:"
    + one_of(
        """công chức | viên chức | người lao động | hẻm | nhà dột | ban | ngành | đoàn thể
        | dịch vụ | sai phép | không phép | tiểu thủ | thủy sản | lâm nghiệp | trái phép | cá nhân | tổ chức | khám phá
        | truy tố | xét xử | vận chuyển | tái định cư | giám sát | thu hồi | kiểm soát | phó phòng"""
    )
    + r")(?!\w)"
)
#: "xã, phường, thị trấn"; but a place behind any other word opens a clause: "Đến nay, xã …".
_UNITS = "xã phường trấn quận huyện tỉnh phố sở ban ngành quan chức bản làng thôn ấp khu".split()
_UNITS_BEFORE = "|".join(f"(?<={unit},)" for unit in _UNITS)
_UNITS_BEHIND = one_of(
    """xã | phường | thị trấn | thị xã | đặc khu | thành phố | quận | ngành | đơn vị | tổ chức | doanh nghiệp | bản
    | khu phố | làng | thôn | ấp | buôn"""
)
#: Verbs that stand together for one field of work.
_FIELDS = "|".join(
    rf"(?<={one},)\s(?:{others})(?!\w)"
    for one, others in (
        (r"quản\slý", r"bảo\svệ|sử\sdụng"),
        (r"sản\sxuất", r"kinh\sdoanh"),
        (r"khiếu\snại", r"tố\scáo"),
        (r"tố\scáo", r"khiếu\snại"),
        (r"khám", r"chữa"),
        (r"phòng", r"chống"),
        (r"đào\stạo", r"bồi\sdưỡng"),
        (r"tuyên\struyền", r"phổ\sbiến|vận\sđộng"),
        (r"thể\sdục", r"thể\sthao"),
        (r"tàng\strữ", r"mua\sbán|vận\schuyển"),
        (r"mua\sbán", r"sử\sdụng|vận\schuyển"),
        (r"thủ\stục", r"hồ\ssơ"),
        (r"nông", r"lâm|thủy\ssản|thuỷ\ssản|ngư"),
        (r"lâm", r"thủy\ssản|thuỷ\ssản|ngư"),
        (r"lâm\snghiệp", r"thủy\ssản|thuỷ\ssản|ngư\snghiệp"),
        (r"dịch\svụ", r"du\slịch|thương\smại"),
        (r"công\snghiệp", r"xây\sdựng"),
        (r"xây\sdựng", r"dịch\svụ|thương\smại"),
        (r"thương\smại", r"dịch\svụ|du\slịch|vận\stải"),
        (r"bằng\scấp", r"chứng\schỉ"),
        (r"du\slịch", r"dịch\svụ"),
        (r"rượu", r"bia"),
        (r"hàng\shóa", r"doanh\sthu\sdịch\svụ"),
        (r"chi", r"đảng\sbộ"),
    )
)
_JOINED = rf"{_FIELDS}|\s{_COORDINATED}|(?:{_UNITS_BEFORE})\s(?:{_UNITS_BEHIND})(?!\w)"
_COMMA = rf",(?!{_JOINED})"
#: The set of all signs stands first so that a search jumps from sign to sign; then what each needs.
CLAUSE_END = re.compile(rf"[;:()\[\]—…,.](?:(?<![,.])|(?<=,)(?!{_JOINED})|(?<=\.)\s)")
HARD_END = re.compile(r"[;:“”\"….](?:(?<!\.)|\s)")
#: Behind "với": what the counted things amount to, or how it was done.
_AMOUNTS = """
tổng | số tiền | kinh phí | trọng lượng | diện tích | mức | giá trị | hình thức | quy mô | chiều dài | công suất | sự
| chi phí | gần | hơn | trên | khoảng
"""
#: Ends the noun phrase behind a count. A verb ends it only when a number follows ("đạt 95%", not "đạt chuẩn").
PHRASE_END = re.compile(
    rf"""[;:()\[\]—…!?]|\.(?:\s|$)|{_COMMA}|(?<!\w)(?:
        (?:{
        one_of(
            '''so với | so cùng | so năm | so kế hoạch | so đầu năm | trong đó | bao gồm | tương ứng | tương đương
            | để | nhằm | qua đó | từ đó | nên
            | nhưng | trên địa bàn | trong tổng số | trên tổng số
            | thì | là | trong khi | trở lên | nâng tổng | nâng số | theo | như | đối với'''
        )
    })(?!\w)
      | t[ỷỉ]\slệ\s(?=[0-9])
      | hay\s(?=tăng|giảm)
      | (?:cuối|đầu)\s(?=(?:năm|tháng)\s[0-9]|quý)
      | với\s(?=[0-9]|{one_of(_AMOUNTS)})
      | (?<!tự\s)do(?!\w)
      | và\s(?={one_of("chủ động | tiếp tục | đồng thời | sẽ | phối hợp | chỉ đạo | yêu cầu | đề nghị")})
      | (?:{one_of("và | năm | hơn | gần | trên | dưới | khoảng")})\s(?=[0-9])(?![0-9]+\s?tuổi)
      | (?:{one_of("trong | trước | đến | vào | từ | tính")})\s(?=năm|tháng|quý|ngày|cuối|đầu|hết|thời|đến|[0-9])
      | (?P<verb>(?:{
        one_of("đạt | bằng | chiếm | tăng | giảm | vượt | còn | gồm | làm | khiến | thành | có | mắc")
    })\s(?=(?:[^\s,;.]+\s){{0,2}}(?P<number>[0-9])))
    )""",
    re.VERBOSE,
)
