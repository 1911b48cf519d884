# SPDX-License-Identifier: Apache-2.0
"""Noun phrases before and behind a number.

Not here: what comes off their ends (``trimming``), which of them names what a quantity measures (``find``).
"""

from __future__ import annotations

import re

from tiendo.read.dimensions.quantity.data import NOUN
from tiendo.read.engine.words import any_word, find_last, one_of
from tiendo.read.link.sentence.context import Context, Part
from tiendo.read.link.sentence.verbs import CHANGES
from tiendo.read.link.sentence.words import PHRASE_END, TRIGGER_NAMES
from tiendo.read.link.subjects.places import is_place
from tiendo.read.link.subjects.trimming import SEASON, strip, trim

_FUNCTION_WORDS = """
do | vì | nhờ | so | trong | tại | ở | và | với | khi | cùng | trở | theo | sau | trước | đến | từ | để | như | mà
| nên | là | thì | còn | nhưng | trên | dưới | về | cao | thấp | của | đã | được | đang | sẽ | có | bằng | qua
| hoặc
| thời điểm | tuy | nhằm | vào | ra | lên | đạt | tăng | giảm | này | đó | năm | quý | tháng | ngày | một | kế | chỉ
| dự
"""
_FUNCTION = re.compile(rf"(?:{one_of(_FUNCTION_WORDS)})(?!\w)")
_VALUES = """
số | tổng | tỷ lệ | lượng | diện tích | dân số | quy mô | mật độ | sản lượng | năng suất | thu | chi | hộ | vụ
| tai nạn | tội phạm | đàn | giá trị | doanh thu | mức | thu nhập | vốn | nguồn | kinh phí | kim ngạch | khách
| phạm pháp | khối lượng | trọng lượng | chiều dài | dư nợ | nợ | vay
"""
#: Nouns whose value is told by a count: "số hộ nghèo còn 171 hộ", "tai nạn giao thông 02 vụ".
_VALUE_OF = re.compile(rf"(?!số\sliệu|{SEASON})(?:{one_of(_VALUES)})(?!\w)")
_SITES = """
tỉnh | huyện | xã | phường | quận | thành phố | tp | thị xã | thị trấn | đặc khu | thôn | ấp | khu phố | hẻm | nút
| tuyến | đường | trường | trụ sở | sở | cấp | bậc | địa phương | nhiều | đơn vị | cơ quan | trạm | chợ | thẩm quyền
| phạm vi | hà nội
"""
_JOINTS = frozenset("và với gồm nhưng hoặc cùng".split())
_TRAILS = frozenset(
    "và với có gồm còn hoặc là đạt tăng giảm trong tại ở để từ đến nhưng được bằng so chiếm hơn các những cùng".split()
)
_VERB = re.compile(any_word("đạt", "bằng", "chiếm", "vượt", r"ước\sđạt", "tăng", "là"))
#: With a number behind it the words before it belong to that number: "38 trường và THPT có 9 trường".
_NEXT_VERB = re.compile(r"(?:đạt|bằng|chiếm|có|còn|tăng|giảm|vượt)\s")
_WORD = re.compile(r"\w")
_COMPARED = re.compile(
    r"\sso\s(?:với|năm|cùng|đầu|cuối|kế|kỳ)\s"
    r"|\sđạt\s(?:chỉ\stiêu|kế\shoạch|mục\stiêu)\s(?:[^\s,;:.()]+\s){1,8}?(?:đề|đặt)\sra(?!\w)"
)
_RATE_BEHIND = re.compile(r"t[ỷỉ]\s(?:trọng|suất|lệ)\s(?:[^\s,;:.()0-9]+\s?){2}")
_SHARES = "(?:" + one_of("của | thuộc | được | tham gia | trực thuộc") + r")(?!\w)"
#: Behind these the items of a list are named: "tội phạm chiếm tỷ lệ cao như trộm cắp 53 vụ".
#: "lúa, hoa màu, cây trồng khác": two or more short items without a verb of their own.
_ITEM = r",\s(?!{verbs})[^\W\d_]+(?:\s[^\W\d_]+){{0,2}}".format(
    verbs="(?:"
    + one_of(f"{_FUNCTION_WORDS} | gồm | trong đó | đồng thời | riêng | ước | chiếm | vượt | nhất là | nâng")
    + r")(?!\w)"
)
_ENUMERATION = re.compile(rf"{_ITEM}(?={_ITEM})(?:{_ITEM}(?={_ITEM}))*,")
_OPENS_NO_NAME = f"""
{_FUNCTION_WORDS} | gồm | trong đó | đồng thời | riêng | ước | chiếm | vượt | nhất là | nâng | không | làm | chưa | mới
| đảm bảo | đã
"""
#: A short name behind a comma, and what follows it.
_TWIN = re.compile(
    rf",\s(?!(?:{one_of(_OPENS_NO_NAME)})(?!\w))"
    rf"(?P<word>[^\W\d_]+)(?:\s(?!{_SHARES})[^\W\d_]+){{0,2}}(?P<behind>(?=\W))"
)
#: What two names joined by a comma share: "khiếu nại, tố cáo của công dân", "nhà văn hóa thôn, khối phố được lắp wifi".
_SHARED = re.compile(rf"\s{_SHARES}")
#: A phrase that says something of itself is closed by a comma.
_PREDICATE = re.compile(
    rf"(?<!\w)(?:{one_of('được | bị | đã | chưa | có | đạt | còn | đang | không | theo | thuộc | tại')})(?!\w)"
)
_BOUNDS, _REACHES = ("từ ", "trên ", "dưới "), ("đạt ", "có ", "còn ")
_TOTAL, _CARRIES_OUT = "tổng số", frozenset(("thực hiện",))
_EXAMPLE = re.compile(
    r"(?<!cũng)(?<!hầu)\snhư\s(?!vậy|thế|sau)|\slà\s(?=đã\s)"
    r"|\s(?:nhất|vẫn|chủ\syếu|(?:không|chưa)\s(?:đạt|hoàn\sthành))\slà\s"
)
#: What comes to so much is what stands before it: "43 đại biểu tán thành tương đương tỷ lệ 90,3%".
_EQUALS = re.compile(r"(?<!\w)tương\s(?:đương|ứng)(?:\svới)?\s")
#: Where a thing is tells nothing of what is measured: "đảng viên ở tỉnh này bị kỷ luật".
_WHERE = re.compile(rf"\s(?:tại|ở|thuộc)\s(?:các\s|những\s|một\s)?(?:[0-9]+\s)?(?:{one_of(_SITES)})(?!\w)")
#: A verb ends the phrase when a number follows, and the number may be the next quantity.
_BEYOND = 16
#: So many clauses back a quantity may find its subject.
_CLAUSES_BACK = 12
_PAIR = 2
#: So many words may stand between a bracket and the verb behind it: "(giá so sánh 2010) năm 2025 ước đạt".
_FEW_WORDS = 4
#: With one of these before a comma something is said already.
_BEGINS_TELLING = re.compile(
    rf"(?:{one_of('chiếm | vượt | bằng | ước | hoàn thành | thực hiện | gồm | bao gồm')})(?!\w)"
)
_AVERAGE = re.compile(r"\s(?:mức\s)?(?:bình\squân|trung\sbình)\s(?:chung|cả\snước|toàn|của)(?!\w)")
_CLOSES_BOUND = (" trở lên", " trở xuống")
_TOTALS = frozenset(("tổng số", "tổng cộng"))
_TELLS = frozenset(("có", "là", "được", "gồm", "bao gồm", "chiếm"))
_LONGEST_CLAUSE = 600


def is_function(norm: str, start: int) -> bool:
    """Whether a function word or a time stands at a place, where a noun phrase would begin."""
    return _FUNCTION.match(norm, start) is not None


def is_value(norm: str, part: Part) -> bool:
    """Whether a phrase names something whose value a count tells."""
    return _VALUE_OF.match(norm, *part) is not None


def left_phrase(context: Context) -> Part | None:
    """The noun phrase before the verb in the clause of the number; None when the clause has none."""
    if not context.is_left_known:
        context.left, context.is_left_known = _left_phrase(context), True
    return context.left


def _left_phrase(context: Context) -> Part | None:
    norm, floor = context.shadow.norm, context.floor
    clause = _clause(context)
    if clause is None:
        return None
    start, end, stop = clause
    if floor > context.sentence_start and norm.endswith(" và ", start, end):
        return None  # the end of the phrase before: "14,3 ha đất rừng và 26 hộ"
    if start == floor > context.sentence_start and (joint := norm.rfind(" và ", start, end)) >= 0:
        behind = joint + len(" và ")  # 140 km2 diện tích tự nhiên và quy mô dân số 5.951 người
        start = behind if joint == start or is_value(norm, (behind, end)) else start
    if norm.find(" như ", start, end) >= 0 or norm.find(" là ", start, end) >= 0:
        example = find_last(_EXAMPLE, norm, start, stop or end)
        start = start if example is None else example.end()
    start, end = _cut_at_verb(context, start, end)
    if start == floor > context.sentence_start and norm[start:end].endswith((" và", " và ")):
        return None  # giảm 16% số người chết và giảm 17%
    if floor == start > context.sentence_start and norm.startswith(_CLOSES_BOUND, start):
        start += len(_CLOSES_BOUND[0])  # bao phủ 97% trở lên và chỉ số hạnh phúc đạt 72,5%
    compared = _COMPARED.search(norm, start, end)
    end = end if compared is None else compared.start()
    if context.trigger in CHANGES and start <= context.trigger_start and _names_other(context, start, end):
        start = context.trigger_start + len(context.trigger_word)  # giảm tỷ lệ hộ nghèo 1,5%
        end = context.mention.hedge_start
        if _AVERAGE.match(norm, start, end):
            return None  # thấp hơn bình quân chung của tỉnh 9 điểm: the base, not what is measured
    if floor > context.sentence_start and start == floor and is_function(norm, start + 1):
        return None  # giảm từ 14 vụ của 10 tháng năm trước xuống còn 11 vụ
    return trim(context, start, min(stop or end, end))


def _clause(context: Context) -> tuple[int, int, int] | None:
    """Beginning and end of the clause before the number, and where its phrase stops before a bracket (or 0)."""
    norm, end = context.shadow.norm, context.mention.hedge_start
    start, stop = context.floor, 0
    opened: list[Part] = []
    for sign_at, after in context.marks.ends_between(start, end):
        sign = norm[sign_at]
        if sign == "(":
            opened.append((start, sign_at))
        elif sign == ")" and opened:  # "Tổng chi (không tính tạm ứng) là": the phrase stands before the bracket
            start, stop = opened.pop()
            if not norm[start:stop].strip():
                start, stop = after, 0  # "(10) Số trường đạt chuẩn": a number of the list
                continue
            verb = context.trigger_start if context.trigger_start > sign_at else end
            stop = 0 if len(norm[sign_at + 1 : verb].split()) > _FEW_WORDS else stop
            continue
        stop = 0
        if after < end and _WORD.search(norm, after, end):
            if sign != "," or not _is_joined(context, start, sign_at, after):
                start = after
        elif sign in ",;.":
            return None
    return start, end, stop


def _is_joined(context: Context, start: int, comma: int, after: int) -> bool:
    """Whether a comma only joins names: "số hộ sản xuất, kinh doanh cá thể là 250 hộ"; its phrase has no verb yet."""
    norm = context.shadow.norm
    after += norm.startswith(" ", after)
    if start == context.floor > context.sentence_start:
        return False  # the end of the phrase before: "chiếm 0,2% tổng dư nợ, giảm 75 triệu đồng"
    phrase = trim(context, start, comma)
    verb = None if phrase is None else context.marks.last_trigger(phrase[0], comma)
    is_said = verb is not None and verb[2] not in _TOTALS and (TRIGGER_NAMES[verb[2]] != "share" or verb[2] in _TELLS)
    if is_said or is_function(norm, after) or _BEGINS_TELLING.match(norm, after) is not None:
        return False
    if (
        phrase is None
        or phrase[1] != comma
        or _PREDICATE.search(norm, *phrase) is not None
        or not (is_value(norm, phrase) or _is_counted(context, phrase))
    ):
        return False
    return not is_value(norm, (after, context.mention.hedge_start))


def _is_counted(context: Context, phrase: Part) -> bool:
    """Whether a phrase begins with what is counted: "đơn khiếu nại, tố cáo … có 33 đơn"."""
    unit = context.mention.unit
    return context.mention.unit_class is NOUN and context.shadow.norm.startswith(f"{unit} ", phrase[0], phrase[1])


def _cut_at_verb(context: Context, start: int, end: int) -> Part:
    """The clause up to the verb of the number; behind "là" when a name follows ("tiếp đến là huyện A 84%")."""
    at, word = context.trigger_start, context.trigger_word
    if at < start or word == "giải ngân" or (context.trigger == "share" and word not in ("chiếm", "là")):
        return start, end
    behind = context.shadow.norm[at + len(word) : end].strip()
    if word == _TOTAL and behind:
        return at, end  # tổng số hộ dư nợ 8.062 hộ
    if context.trigger == "reach" and _RATE_BEHIND.match(behind):
        return at + len(word), end  # đạt tỷ trọng kinh tế số tối thiểu 5%
    if word == "là" and behind:
        return at + len(word), end
    if word in _CARRIES_OUT and trim(context, at + len(word), end) is not None:
        return at + len(word), end  # các ngân hàng đã thực hiện doanh số cho vay 197 tỷ đồng
    return start, at


def _names_other(context: Context, start: int, end: int) -> bool:
    """Whether what changes stands behind the verb: "giảm tỷ lệ hộ nghèo 1,5%", "huyện giảm vay vốn 15 tỷ đồng"."""
    phrase = trim(context, start, end)
    if phrase is None or is_place(context.shadow, phrase):
        return True
    behind = context.trigger_start + len(context.trigger_word) + 1
    return behind < context.mention.hedge_start and is_value(context.shadow.norm, (behind, context.mention.hedge_start))


def right_phrase(norm: str, start: int, end: int) -> Part | None:
    """The noun phrase that follows directly: up to a sign or a verb that ends it."""
    stop = _phrase_end(norm, start, end)
    where = _WHERE.search(norm, start, stop)
    stop = stop if where is None else where.start()
    is_stopped = stop < end
    start, end = strip(norm, start, stop)
    if end > start and norm[end - 1] == "”" and "“" not in norm[start:end]:
        end -= 1
    joint = norm.rfind(" và ", start, end)
    if joint > start and (not is_stopped or _goes_on(norm, stop, joint)):
        end = joint
    end = _drop_last(norm, start, end, _JOINTS)
    if not is_stopped:
        end = _drop_last(norm, start, end, _TRAILS)
    return (start, end) if end > start else None


def _goes_on(norm: str, stop: int, joint: int) -> bool:
    """Whether the words between "và" and a verb are of the next number."""
    if norm.startswith("là ", stop):
        return _VALUE_OF.match(norm, joint + len(" và ")) is not None
    return _NEXT_VERB.match(norm, stop) is not None


def _phrase_end(norm: str, start: int, end: int) -> int:
    """Where the phrase ends that begins at ``start``; ``end``, where the next quantity begins, when nothing ends it.

    A verb before a number ends it ("đạt 95%"), but not before one that is part of what is counted ("xã đạt 13 tiêu
    chí"): such a number is no quantity of its own, so the next quantity lies behind it.
    """
    limit = min(len(norm), end + _BEYOND)
    at = start
    while (stop := PHRASE_END.search(norm, at, limit)) is not None and stop.start() < end:
        if stop.group() == "," and (behind := _behind_comma(norm, start, stop.start(), end)):
            at = behind
            continue
        is_threshold = stop["verb"] is not None and stop.start("number") < end
        if not is_threshold and not (
            stop.group().startswith(_BOUNDS) and norm.endswith(_REACHES, start, stop.start()) and stop.end() < end
        ):
            return stop.start()
        at = stop.end()
    return end


def _behind_comma(norm: str, start: int, comma: int, end: int) -> int:
    """Where the phrase goes on behind a comma that joins names; 0 when the comma ends it."""
    items = _ENUMERATION.match(norm, comma, end)
    if items is not None:
        return items.end()
    if _PREDICATE.search(norm, start, comma) is not None:
        return 0
    twin = _TWIN.match(norm, comma, end)
    if twin is None:
        return 0
    if " " not in norm[start:comma]:
        return 0  # 5 vụ, làm chết 2 người
    is_like = _same_kind(norm[start:comma], twin["word"])
    return twin.start("behind") if is_like or _SHARED.match(norm, twin.start("behind"), end) is not None else 0


def _same_kind(phrase: str, word: str) -> bool:
    """Whether a phrase ends with a name of the same kind as the next one: "cấp huyện", "cấp xã"."""
    words = phrase.split()
    return len(words) > _PAIR and words[-_PAIR] == word


def _drop_last(norm: str, start: int, end: int, words: frozenset[str]) -> int:
    """Without words of a list at the end of a phrase; its first word stays."""
    while (space := norm.rfind(" ", start, end)) >= 0 and norm[space + 1 : end] in words:
        end = space
    return end


def earlier_clause(context: Context) -> list[Part]:
    """The phrase of the nearest earlier clause of the sentence, for a first quantity without one of its own."""
    first, last = context.sentence_start, context.mention.hedge_start
    starts = [after for _, after in context.marks.last_ends(first, last, _CLAUSES_BACK)][:-1]
    for start in [*reversed(starts), first]:
        phrase = named_in(context, start)
        if phrase is not None:
            return [phrase]
    return []


def named_in(context: Context, start: int) -> Part | None:
    """What the clause names that begins at a place: its phrase up to its verb."""
    norm = context.shadow.norm
    end = context.marks.first_end(start, context.mention.hedge_start)
    if end - start > _LONGEST_CLAUSE or (start > context.sentence_start and norm[start - 1] == "("):
        return None
    verb = _VERB.search(norm, start, end)
    phrase = trim(context, start, verb.start() if verb is not None else end)
    return None if phrase is None or is_place(context.shadow, phrase) else phrase


def opening_clause(context: Context) -> Part | None:
    """The phrase of the clause that opens the sentence: the theme of a list of places or sources."""
    start = context.sentence_start
    phrase = trim(context, start, context.marks.first_end(start, context.mention.hedge_start))
    return None if phrase is None or is_place(context.shadow, phrase) else phrase
