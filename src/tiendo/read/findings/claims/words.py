# SPDX-License-Identifier: Apache-2.0
"""Words between two figures that tie one to the other: shares, changes, plans, bases, wholes, parts.

Source: house reading of reports and news of local government; figures of speech of DOMAIN.md 0 and 1. On ``norm``.
"""

from __future__ import annotations

import re
from enum import StrEnum

from tiendo.read.engine.words import any_word


class Verb(StrEnum):
    """What a figure does to the figure before it."""

    UP = "up"  # tăng, cao hơn
    DOWN = "down"  # giảm, thấp hơn
    EXCEED = "exceed"  # vượt
    REACH = "reach"  # đạt, bằng
    SHARE = "share"  # chiếm, tỷ lệ


class Base(StrEnum):
    """What a percentage or a change is measured against."""

    PLAN = "plan"
    SAME_PERIOD = "same_period"
    EARLIER = "earlier"
    WHOLE = "whole"


VERBS = {
    "tăng": Verb.UP,
    "cao": Verb.UP,  # cao hơn
    "nhiều": Verb.UP,
    "lớn": Verb.UP,
    "giảm": Verb.DOWN,
    "thấp": Verb.DOWN,
    "ít": Verb.DOWN,
    "thiếu": Verb.DOWN,
    "hụt": Verb.DOWN,
    "vượt": Verb.EXCEED,
    "đạt": Verb.REACH,
    "bằng": Verb.REACH,
    "thành": Verb.REACH,  # hoàn thành
    "hiện": Verb.REACH,  # thực hiện
    "chiếm": Verb.SHARE,
    "lệ": Verb.SHARE,  # tỷ lệ
    "đương": Verb.SHARE,  # tương đương
    "ứng": Verb.SHARE,  # tương ứng
}
#: After one of these the number is where a change ends, not its size: "tăng lên 15", "giảm còn 8".
LEVEL_WORDS = frozenset(("lên", "xuống", "còn"))

_HEDGES = """
khoảng chừng xấp xỉ hơn trên gần dưới chưa đến tới đầy được ước tính tầm ít nhất tối thiểu không quá đa từ ngót
"""
_LINKS = """
và nhưng song tuy nhiên đã cũng mới chỉ đạt bằng chiếm tỷ tỉ lệ với tương đương ứng tức hay là hoàn thành thực hiện mức
tăng giảm vượt kéo cao thấp nhiều ít lớn còn thiếu hụt thêm đi trội so cùng kỳ kì kế hoạch kh dự toán chỉ tiêu
giải ngân nghĩa
"""
_BASES = """
so với của trên tổng số cả toàn bộ kế hoạch kh dự toán dt chỉ tiêu nghị quyết nq mục pháp lệnh cùng kỳ kì thời điểm năm
quý tháng trước ngoái đầu cuối nhiệm giai đoạn giao được đề ra đặt đã phải là có mức con số vốn đầu tư công thu chi
ngân sách nhà nước địa bàn tỉnh thành phố quận huyện phường xã thị trấn cấp trung ương hđnd ubnd hội đồng nhân dân đại
đảng bộ ủy điều chỉnh bổ sung phân phê duyệt ban hành thực hiện trong này yêu cầu quy định bình quân biên chế số lượng
"""
#: A comparison is made of these words alone: ", đạt tỷ lệ", "tức giảm", "so với cùng kỳ tăng".
COMPARE_WORDS = frozenset((_HEDGES + _LINKS).split())
#: Between the name of a base and its figure: "so với dự toán năm 2024 tỉnh giao là".
BASE_WORDS = frozenset((_HEDGES + _BASES).split())
#: What a share or change is measured against, right behind it: "% so với dự toán", "% kế hoạch năm", "so với cùng kỳ".
BASE_BEHIND = re.compile(
    r"""\s?\(?(?:
      (?P<same_period>(?:so\s(?:với\s)?|của\s|với\s)?(?:mức\s)?cùng\s(?:kỳ|kì|vụ|thời\sđiểm)(?!\w))
    | (?P<plan>(?:so\s(?:với\s)?|của\s|trên\s|với\s|theo\s)?(?:tổng\s(?:số\s)?|mức\s|cả\s|số\s)?
        (?:kế\shoạch|kh|dự\stoán|dt|chỉ\stiêu|nghị\squyết|nq|mục\stiêu|pháp\slệnh|định\smức|yêu\scầu
        |(?:vốn|số|biên\schế)\s(?:được\s)?giao)(?!\w))
    | (?P<earlier>(?:so\s(?:với\s)?|của\s)(?:cuối\s|đầu\s|thời\sđiểm\s|mức\s|ước\s|thực\shiện\s|kết\squả\s|số\s){0,4}
        (?:(?:năm|tháng|quý|nhiệm\skỳ|kỳ)(?:\s(?:trước|ngoái|\d{4}))?|trước)(?!\w))
    | (?P<whole>(?:so\svới\s|trên\s|trong\s|của\s)?(?:tổng|toàn\s|cả\s|số\s|dân\ssố))
    )""",
    re.VERBOSE,
)
#: The figure behind these is the whole of the figure before.
WHOLE_BEFORE = re.compile(
    r"(?:trên|trong|/|so\svới)\s(?:tổng(?:\ssố|\scộng)?|số)(?:\s(?:là|có|hơn|gần|trên|khoảng))?\s?$"
)
#: A plan that is stated on its own: "kế hoạch vốn năm 2026 là", "được giao chỉ tiêu thu", "dự toán".
PLAN_NAMED = re.compile(
    any_word(
        r"kế\shoạch",
        "kh",
        r"dự\stoán",
        r"chỉ\stiêu(?:\sđược)?(?:\sgiao)?",
        r"được\sgiao",
        "giao",
        r"mục\stiêu",
        r"được\s(?:phân\sbổ|bố\strí)",
        r"phân\sbổ",
        r"bố\strí",
    )
)
#: One of these is in every match of ``PLAN_NAMED``.
PLAN_WORDS = ("kế", "kh", "dự", "chỉ", "giao", "mục", "phân", "bố")
#: A plan of another giver or another span is another plan.
PLAN_OF = re.compile(
    any_word(
        "tỉnh",
        r"trung\sương",
        "tw",
        r"thành\sphố",
        "huyện",
        "quận",
        "hđnd",
        "ubnd",
        "bộ",
        "quý",
        "tháng",
        r"giai\sđoạn",
        r"nhiệm\skỳ",
        "khóa",
        r"điều\schỉnh",
        r"pháp\slệnh",
        r"phấn\sđấu",
    )
)
#: Between the name of a plan and its figure these would make it a result.
RESULT = re.compile(any_word("đạt", r"thực\shiện", "đã", r"thu\sđược", "ước", r"giải\sngân", r"b(?<!mặt\sb)ằng"))
YEAR_AFTER = re.compile(
    r"\s?(?:so\s(?:với\s)?)(?:cuối\s|đầu\s|ước\s|thực\shiện\s|kết\squả\s|mức\s){0,3}năm\s(\d{4})(?!\d)"
)
#: A rate per year cannot be checked against two levels; nor can an average.
PER_YEAR = re.compile(r"\s?/\s?(?:năm|tháng|quý)|\s(?:mỗi|một|hằng|hàng)\s(?:năm|tháng)|\s(?:bình\squân|trung\sbình)")
AVERAGE = frozenset(("bình", "quân", "trung", "mỗi"))
YEARLY = re.compile(r"(?<!\w)(?:hằng|hàng)\s(?:năm|tháng)(?!\w)")

#: Opens a list of parts.
PARTS_OPEN = re.compile(
    # the set of the first letters before all else: the search leaps to them
    r"[tbgcp](?:(?P<within>(?<=t)(?<!\wt)rong\s(?:đó|số\s(?:này|đó|ấy)))"
    r"|(?P<some>(?<=đã\sb)ao\sgồm|(?<=b)(?<!\wb)ao\sgồm\scả)(?!\w)"
    r"|(?P<all>(?<=b)(?<!\wb)(?<!không\sb)(?<!chưa\sb)ao\sgồm|(?<=g)(?<!\wg)(?<!không\sg)(?<!bao\sg)ồm(?:\scó)?"
    r"|(?<=c)(?<!\wc)hia\sra)(?!\w)|(?P<detail>(?<=c)(?<!\wc)ụ\sthể(?:\slà)?|(?<=p)(?<!\wp)hân\stheo))(?!\w)"
)
#: One of these is in every match of ``PARTS_OPEN``.
PARTS_WORDS = ("trong", "gồm", "chia", "cụ", "phân")
#: Votes are told of those present, their share of all members; who abstains is often told nowhere.
VOTES = ("phiếu", "đại biểu", "đb", "cử tri", "ý kiến")
#: With one of these nobody is left out of a vote. Source: minutes of HĐND sessions.
ABSTAINED = re.compile(
    r"(?<!\w)(?:(?:phiếu\s)?trắng|không\s(?:biểu\squyết|hợp\slệ|có\sý\skiến|tham\sgia)|vắng|ý\skiến\skhác)(?!\w)"
)
#: The last part, which closes a list.
REST = re.compile(r"(?<!\w)(?:(?:số\s)?còn\slại|còn)(?!\w)(?!\s(?:nợ|tồn|thiếu|khoảng\scách))")
#: Figures that do not add up: averages, prices, heights, densities, and pairs told "respectively".
NOT_ADDITIVE = re.compile(
    any_word(
        r"bình\squân",
        r"trung\sbình",
        r"thu\snhập",
        r"tiền\slương",
        r"mức\slương",
        r"quỹ\slương",
        r"trả\slương",
        r"hưởng\slương",
        r"lương\s(?:cơ\ssở|tối\sthiểu|hưu)",
        r"giá(?!\strị)",
        r"đơn\sgiá",
        r"mật\sđộ",
        r"độ\scao",
        r"chiều\s(?:cao|dài|rộng)",
        r"cao\snhất",
        r"thấp\snhất",
        "sâu",
        r"năng\ssuất",
        r"tốc\sđộ",
        r"nhiệt\sđộ",
        r"lần\slượt",
        r"tương\s(?:ứng|đương)",
        r"trị\sgiá",
        r"con\ssố",
        "mỗi",
        r"tối\sđa",
        r"tối\sthiểu",
        "ròng",
        r"bù\strừ",
    )
)
#: A list that goes on.
OPEN_END = re.compile(
    r"\.\.\.|…|v\.v|vân\svân|chủ\syếu|nhất\slà|như(?!\w)|điển\shình|tiêu\sbiểu|nổi\sbật|đáng\schú\sý|hơn\snữa"
)
#: Parts named by these may share members, so they need not add up. Source: groupings of staff, party and census tables.
OVERLAPPING = re.compile(
    any_word(
        "nữ",
        r"dân\stộc",
        "trẻ",
        r"thanh\sniên",
        r"đoàn\sviên",
        "tuổi",
        r"tôn\sgiáo",
        r"trình\sđộ",
        r"đại\shọc",
        r"cao\sđẳng",
        r"thạc\ssĩ",
        r"chuyên\smôn",
        r"chính\strị",
        r"lần\sđầu",
        r"tái\scử",
        r"đảng\sviên\slà",
        r"ngoài\sđảng",
        r"phụ\snữ",
        r"khuyết\stật",
        "riêng",
        r"nhiệm\skỳ",
    )
)
#: Two names that together leave nothing out: a list that has both is complete. Source: house reading of the genre.
OPPOSITES = tuple(
    (re.compile(rf"(?<!\w)(?:{one})(?!\w)"), re.compile(rf"(?<!\w)(?:{other})(?!\w)"))
    for one, other in (
        (r"xây\s(?:nhà\s)?mới|xây\sdựng\smới|làm\smới|mới", r"sửa\schữa|cải\stạo|nâng\scấp"),
        (r"trực\stuyến", r"trực\stiếp"),
        (r"(?:đúng|trước)\shạn", r"(?:trễ|quá|chậm)\shạn|trễ"),
        (r"hành\schính", r"hình\ssự"),
        (r"nam", r"nữ"),
        (r"thành\sthị|đô\sthị", r"nông\sthôn"),
        (r"tập\sthể", r"cá\snhân"),
        (r"công\slập", r"ngoài\scông\slập|tư\sthục"),
        (r"nghèo", r"cận\snghèo"),
        (r"xã", r"phường|thị\strấn"),
        (r"đã", r"chưa"),
        (r"đạt", r"(?:không|chưa)\sđạt"),
        (r"hoàn\sthành", r"(?:không|chưa)\shoàn\sthành"),
        (r"chuyển\stiếp", r"khởi\scông\smới|mới"),
        (r"kiểm\stra", r"giám\ssát"),
    )
)
#: Counted nouns that stand for one another or for their kinds in a list of parts.
FAMILIES = tuple(
    frozenset(line.split("|"))
    for line in (
        "đơn vị hành chính|đơn vị hành chính cấp huyện|đơn vị hành chính cấp xã|đơn vị|đơn vị cấp xã"
        "|xã|phường|thị trấn|huyện|quận|thành phố|thị xã|đặc khu|tỉnh",
        "hộ|hộ dân|hộ gia đình|hộ nghèo|hộ cận nghèo|nhà|căn|căn nhà|ngôi nhà|nhà ở",
        "vụ|vụ việc|vụ vi phạm|trường hợp|trường hợp vi phạm",
        "người|đảng viên|cấp ủy viên|cán bộ|công chức|viên chức|lao động|đối tượng|đồng chí|học sinh|em|cháu|trẻ"
        "|biên chế|giáo viên|cán bộ, công chức|cán bộ, công chức, viên chức",
        "khu phố|ấp|thôn|tổ dân phố|khu dân cư|bản|làng|xóm",
        "hồ sơ|thủ tục|tthc|thủ tục hành chính|đơn|đơn thư|đơn khiếu nại|đơn tố cáo",
        "trường|trường học|điểm trường|cơ sở",
        "dự án|công trình|công trình, dự án|tuyến|tuyến đường|tuyến hẻm",
        "cuộc|cuộc kiểm tra|cuộc giám sát|cuộc thanh tra",
    )
)
