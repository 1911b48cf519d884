# SPDX-License-Identifier: Apache-2.0
"""Vietnamese words of verdicts. Source: house reading of the genre; names of statuses: DOMAIN 1.4."""

from __future__ import annotations

from tiendo.evaluate.data import RuleKind
from tiendo.evaluate.sentences.words import Words
from tiendo.evaluate.verdict import Reason
from tiendo.kernel.dates import format_date
from tiendo.kernel.period_words import format_period
from tiendo.kernel.quantity import Qualifier

VI = Words(
    is_english=False,
    space_before_percent="\u00a0",
    hedges={
        Qualifier.EXACT: "",
        Qualifier.OVER: "hơn ",
        Qualifier.UNDER: "gần ",
        Qualifier.ABOUT: "khoảng ",
        Qualifier.AT_LEAST: "ít nhất ",
        Qualifier.AT_MOST: "không quá ",
    },
    bounds={
        RuleKind.AT_LEAST: "ít nhất {value}",
        RuleKind.MORE_THAN: "trên {value}",
        RuleKind.AT_MOST: "không quá {value}",
        RuleKind.LESS_THAN: "dưới {value}",
        RuleKind.BETWEEN: "từ {value} đến {upper}",
        RuleKind.ABOUT: "khoảng {value} (±{tolerance})",
        RuleKind.ZERO: "không có",
        RuleKind.REDUCE_BY_PERCENT: "giảm {value}",
        RuleKind.INCREASE_BY_PERCENT: "tăng {value}",
        RuleKind.REDUCE_BY_POINTS: "giảm {value}",
        RuleKind.INCREASE_BY_POINTS: "tăng {value}",
        RuleKind.SHARE_OF_UNITS: "ít nhất {value}",
        RuleKind.YES_NO: "",
    },
    reasons={
        Reason.NO_FIGURE: "chưa có số liệu {period}, hãy nhập số liệu",
        Reason.NOT_REPORTED: "đơn vị chưa báo cáo số liệu {period}, hãy nhắc đơn vị",
        Reason.NOT_APPLICABLE: "không áp dụng cho {period}",
        Reason.NOT_DUE: "chưa đến hạn vào {period}",
        Reason.COLLECTED_YEARLY: "số liệu chỉ thu thập theo năm, {period} chưa có",
        Reason.PLAN_MISSING: "chưa được giao kế hoạch, hãy nhập số kế hoạch",
        Reason.PLAN_ZERO: "kế hoạch bằng 0 nên không tính được tỷ lệ, hãy kiểm tra số kế hoạch",
        Reason.BASE_MISSING: "chưa có số gốc của kỳ so sánh, hãy nhập số gốc",
        Reason.BASE_ZERO: "số gốc không lớn hơn 0 nên không tính được tỷ lệ tăng, giảm, hãy kiểm tra số gốc",
        Reason.BASE_OF_OTHER_LENGTH: "kỳ gốc và {period} dài ngắn khác nhau, hãy nhập số gốc của kỳ dài bằng nhau",
        Reason.DENOMINATOR_ZERO: "mẫu số không lớn hơn 0 nên không tính được tỷ lệ, hãy kiểm tra mẫu số",
        Reason.UNITS_DIFFER: "số liệu và kế hoạch khác loại đơn vị tính, hãy nhập lại theo đơn vị của kế hoạch",
        Reason.WRONG_FORM: "dạng số liệu không hợp với chỉ tiêu, hãy nhập lại (số hoặc có/không)",
    },
    estimate="ước ",
    of_plan="kế hoạch {period}",
    of_plan_assigned="kế hoạch {period} do {assigner} giao",
    decrease="giảm ",
    increase="tăng ",
    against_base=" so với {period}",
    required=", yêu cầu {bound}",
    margin=", chênh {step}",
    that_is=", tức {step}",
    cut_off=" (số liệu đến {date})",
    due="; theo tiến độ {period} (số liệu đến {date}) cần {need} ({how})",
    at_most="không quá ",
    straight_line="chia đều: {part}/{whole} {unit}",
    straight_line_from="chia đều từ {start}: {part}/{whole} {unit}",
    steps="phân kỳ đã đăng ký",
    steps_of="phân kỳ đã đăng ký: {part}/{whole}",
    by_source=", theo {source}",
    full_level="; mức này phải giữ ở mọi kỳ báo cáo (số liệu đến {date})",
    no_phasing="; chưa có phân kỳ để so sánh (số liệu đến {date})",
    band=", mức «{name}» từ {value}",
    band_above=", mức «{name}» trên {value}",
    undecided="; số làm tròn chưa đủ để kết luận (có thể là {statuses}), hãy nhập số chính xác",
    quoted="«{name}»",
    alternative=" hoặc ",
    done="đã thực hiện",
    not_done="chưa thực hiện",
    pace="Còn {remaining} trong {months} tháng, bình quân {per_month} mỗi tháng.",
    growth_up="Tăng {change} so với {period}.",
    growth_down="Giảm {change} so với {period}.",
    growth_none="Bằng {period}.",
    months="tháng",
    days="ngày",
    tell_period=format_period,
    tell_date=format_date,
)
