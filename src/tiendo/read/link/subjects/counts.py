# SPDX-License-Identifier: Apache-2.0
"""What a count counts: the phrase behind it, with what was done to it, or what was named before.

Not here: values and shares (``find``).
"""

from __future__ import annotations

import re

from tiendo.read.dimensions.quantity.data import NOUN
from tiendo.read.engine.words import find_last, one_of, split_phrases, whole
from tiendo.read.lexicon.letters import LOWER
from tiendo.read.link.sentence.context import FROM_PLACES, FROM_STATES, Context, Part, Told
from tiendo.read.link.sentence.verbs import CHANGES
from tiendo.read.link.subjects.deeds import deed_before
from tiendo.read.link.subjects.lists import level_before, part_of_count
from tiendo.read.link.subjects.phrases import is_value, left_phrase, right_phrase
from tiendo.read.link.subjects.places import is_place

_HARMS = ("làm chết", "bị thương")
_BUSY = re.compile(r"(?<!\w)(?:đã|sẽ|đang|chỉ|làm|khiến)(?!\w)|(?<!\w)(?:ở|tại|với|trong|thuộc|cho|của|từ|làm)$")
#: Units that stand for the people named before: "số giáo viên … thực tế mới có 1.854 người".
_PERSONS = frozenset(("người", "em", "cháu"))
_APART = ("riêng ", "riêng với ")
#: Units that say nothing of what is counted.
_GENERIC = frozenset(
    split_phrases(
        """trường hợp | vụ | vụ việc | lượt | người | đơn vị | cơ sở | điểm | đối tượng | cái | em | đồng chí | liều
        | bị can | nạn nhân | lượt người | con"""
    )
)
#: Units of which the phrase before tells what was reached of them, not what they are.
_OWN_NAME = ("chỉ tiêu", "tiêu chí")
_DOERS = """
xảy ra | phát hiện | bắt | ghi nhận | tổ chức | đề ra | đón | chăm lo | hỗ trợ | trao | tặng | vận động | huy động
| ban hành | xây dựng | kiểm tra | thanh tra | tiến hành | tuyên truyền | thành lập | chỉ | còn | mở | phê | phối
| ủy ban | đảng ủy | ban | phòng | công an | trung tâm | hội | đoàn | mặt trận | người dân | nhân dân | bà con
"""
_DOES = re.compile(rf"(?:{one_of(_DOERS)})(?!\w)")
_FEW_SPACES = 2
_HAPPENS = ("xảy ra", "phát hiện", "ghi nhận")
#: What something is done to; before a verb it says of whom the verb speaks, not who acts.
_DONE_TO = re.compile(
    rf"(?:{one_of('bệnh nhân | trẻ | trẻ em | học sinh | hồ sơ | đơn thư | vụ án | lao động | phụ nữ')})(?!\w)"
)
_HAPPENED = tuple(f"{word} " for word in _HAPPENS)
#: What kinds of cases a report on order tells of, for a "vụ" that does not say. Source: DOMAIN 1.6, order and safety.
_ORDER = re.compile(
    whole("tai nạn giao thông | tngt | cháy, nổ | cháy nổ | cháy | phạm pháp hình sự | tội phạm | ma túy")
)
_THEME_REACH = 600
_ABOUT = re.compile(r"(?:về|riêng|đối\svới)\s([^,;:.()0-9]{4,60}),")
#: A numbered line of a list of cases.
_HEADING = re.compile(
    r"(?:[0-9]{1,2}(?:\.[0-9]{1,2})?|[a-zđ])[.)]\s?((?:số\s)?(?:vụ|tội|phạm|tai|cháy|vi)[^\n.:0-9]{3,70}):?\s*"
)
_VERB_REACH = 40
#: The verb of one to three words right before a count.
_VERB_BEFORE = re.compile(
    r"(?:^|[,;:(]\s|-\s|(?<!\w)(?:đã|và|để|sẽ|tiếp\stục|phải|cần|người\sdân|nhân\sdân)\s)"
    r"([^\W\d_]+(?:\s[^\W\d_]+){0,2}?)\s(?:(?:xong|được|mới|thêm|cho)\s){0,3}$"
)
_NEUTRALS = """
có | còn | được | là | với | gồm | hoàn thành | đạt | thực hiện | ban hành | xảy ra | phát hiện | trong | tại | của
| cho | các | những | đưa | khánh thành | toàn | cả | hiện | khoảng | trên | hơn | gần | số | tổng | từ | đến | ở
| do | về | như | theo | bằng | tăng | giảm | mỗi | chỉ | riêng | cụ thể | năm | tháng | quý | đề ra | tổ chức
| phục vụ | ghi nhận | nâng | xây dựng | triển khai | này | đó | vượt | chiếm | thành | lên | xuống | làm | qua | hộ
| người
| xã | phường | quận | huyện | tỉnh | đón | ước | công | phấn đấu | mở
"""
#: Words that tell nothing of what was done.
_NEUTRAL = re.compile(whole(_NEUTRALS))
#: So many quantities back a count may go on with what was named.
_MEMORY = 24
_PAIR = 2
_CLASSIFIER = re.compile(r"(?:con|chiếc|cái|viên(?!\schức)|đầu)\s(?=\w)")
#: What is counted says of itself what happened to it: "hồ sơ chưa giải quyết".
_PREDICATE = re.compile(r"\s(?:chưa|đã|bị|được|không|còn|đang|đạt|có)(?!\w)")
#: Between two counts of one list: "7 vụ, 11 đối tượng phạm tội về kinh tế", "46 tổ chức đảng và 63 đảng viên".
_CLASSIFIERS = frozenset(("tấn", "con", "lượt", "liều", "cây"))
_TELLS = frozenset(("đạt", "ước đạt", "là", "bằng", "thực hiện"))
_NAME = re.compile(rf"(?:[;,(:]|(?<!\w)(?:gồm|là))\s?([^\W\d_{LOWER}]\w*(?:\s[^\W\d_{LOWER}]\w*){{0,3}}):?\s$")
_STATE = re.compile(r"(?:[(,;]|\svà)\s?([^\W\d_]+(?:\s[^\W\d_]+){0,4}?)(?::|\slà|\scó)?\s$")
_AND = re.compile(r"\s?(?:,|và|/)\s?")
#: The part of a whole has its own name: "(trong đó", "gồm".
_PART_OF = re.compile(r"[(]|trong đó|gồm|cụ thể")


def count_subject(context: Context, told: list[Told]) -> list[Part]:
    """The parts of the subject of a count.

    Args:
        context: where the count stands.
        told: the quantities before it in its sentence, with their subjects.
    """
    norm, mention = context.shadow.norm, context.mention
    noun = max(mention.end - len(mention.unit), mention.number_end)
    phrase = _without_classifier(norm, right_phrase(norm, noun, context.ceiling) or (noun, mention.end))
    is_bare = phrase[1] <= mention.end + 1
    label = _label(context) if is_bare else None
    if label is not None:
        return _with_noun(context, label, phrase)
    deed = deed_before(context)
    if deed is not None:
        return _done(context, told, deed, phrase)
    return _bare(context, told, phrase) if is_bare else _named_behind(context, told, phrase)


def _bare(context: Context, told: list[Told], phrase: Part) -> list[Part]:
    """The subject of a count of which only the noun stands behind the number."""
    named = (
        _shared(context, told, phrase)
        or part_of_count(context, told, phrase, left_phrase(context))
        or _named_before(context, told)
    )
    name = _name_before(context)
    if named and name is not None and name not in named:
        return [*[part for part in named if not is_place(context.shadow, part)], name]  # Cao Bằng 6 người
    if named or (context.mention.unit in _CLASSIFIERS and context.trigger_word in _TELLS):
        return named  # lũy kế 10 tháng ước đạt 411 nghìn tấn: of what the sentence before named
    if name is not None:
        return [name, *(_done_with(context, told) or [phrase])]
    about = _about(context)
    if about is not None and context.mention.unit not in _GENERIC and _has_happened(context):
        return [phrase, about]  # Về đê điều, đã xảy ra 27 sự cố
    return _with_verb(context, told, phrase)


def _named_behind(context: Context, told: list[Told], phrase: Part) -> list[Part]:
    """The subject of a count with a whole phrase behind it."""
    left = left_phrase(context)
    is_near = context.trigger == "level" or (left is not None and left[1] + 1 >= context.mention.hedge_start)
    if left is not None and is_near and is_value(context.shadow.norm, left):
        return [left]  # dân số bình quân gần 38.000 người/phường
    if left is not None and (level := level_before(context, left)) is not None:
        rest = context.mention.end
        return [(phrase[0], rest), level, (rest + 1, phrase[1])]
    name = _name_before(context)
    return [name, phrase] if name is not None else _with_verb(context, told, phrase)


def _with_verb(context: Context, told: list[Told], phrase: Part) -> list[Part]:
    verb = _verb_before(context) or _deed_of_list(context, told)
    return [verb, phrase] if verb is not None else [phrase]


def of_place(context: Context, told: list[Told]) -> list[Part]:
    """What the total is of, and the place: "80.606 ha lúa bị thiệt hại (Lào Cai 4.123)"."""
    total = next((earlier.subject for earlier in reversed(told) if FROM_PLACES not in earlier.mention.rules), [])
    name = _name_before(context)
    return total if name is None else [*total, name]


def of_state(context: Context, told: list[Told]) -> list[Part]:
    """What the total is of, and what became of this part: "kỷ luật 57 đảng viên (khiển trách 40, cảnh cáo 12)"."""
    total = next((earlier.subject for earlier in reversed(told) if FROM_STATES not in earlier.mention.rules), [])
    state = _STATE.search(context.shadow.norm, context.floor, context.mention.start)
    return total if state is None else [*total, state.span(1)]


def _name_before(context: Context) -> Part | None:
    """The name, in a list by place, right before its number: "; Cao Bằng 6 người"."""
    cased, floor, end = context.shadow.cased, context.floor, context.mention.hedge_start
    last = cased.rfind(" ", floor, max(floor, end - 1)) + 1
    last += cased.startswith("(", last)
    if not cased[last].isupper():
        return None
    found = _NAME.search(cased, floor, end)
    return None if found is None else found.span(1)


def _without_classifier(norm: str, phrase: Part) -> Part:
    """Without "con", "chiếc" when the name of the thing follows: "6.500 con lợn"."""
    classifier = _CLASSIFIER.match(norm, *phrase)
    return phrase if classifier is None else (classifier.end(), phrase[1])


def _label(context: Context) -> Part | None:
    """What "là" or a colon equates with the count: "Đến hạn là 4.169 hồ sơ", "Số phiếu tín nhiệm: 4 phiếu"."""
    norm, end = context.shadow.norm, context.mention.hedge_start
    if context.trigger_word != "là" and not norm.endswith((":", ": "), context.floor, end):
        return None
    left = left_phrase(context)
    return None if left is None or is_place(context.shadow, left) else left


def _with_noun(context: Context, left: Part, phrase: Part) -> list[Part]:
    """The phrase before a bare count, with the counted noun where that says more."""
    norm, unit = context.shadow.norm, context.mention.unit
    head = unit.split(" ", 1)[0]
    if (
        is_value(norm, left)
        or unit in _GENERIC
        or head == "lượt"
        or unit.startswith(_OWN_NAME)
        or norm.find(head, *left) >= 0
    ):
        return [left]
    return [phrase, left]


def _done(context: Context, told: list[Told], deed: Part, phrase: Part) -> list[Part]:
    """Deed and noun; the noun alone when it says itself what happened to it; the deed alone when the noun is empty."""
    norm, mention = context.shadow.norm, context.mention
    left = left_phrase(context)
    if left is not None and left[0] < deed[0] and (is_value(norm, left) or _names_counted(norm, left)):
        return [left]  # tổng số vụ đã xử lý 264 vụ; bệnh nhân điều trị khỏi 42 người
    if norm.startswith(_HARMS, deed[0]):
        return _of_harm(context, told, deed, phrase)
    if phrase[1] > mention.end + 1:
        return [phrase] if _PREDICATE.search(norm, *phrase) else [deed, phrase]
    shared = _shared(context, told, phrase) or ([phrase] if mention.unit not in _GENERIC else [])
    if shared:
        return [deed, *shared]
    named = _done_with(context, told)
    return [deed] if _repeats_deed(norm, named, deed) else [*named, deed]


def _repeats_deed(norm: str, named: list[Part], deed: Part) -> bool:
    """Whether what was named before is only the same verb: "giải quyết 1/23 vụ, tiếp tục giải quyết 22 vụ"."""
    return len(named) == 1 and norm.find(norm[slice(*named[0])], *deed) >= 0


def _names_counted(norm: str, left: Part) -> bool:
    """Whether a phrase begins with something that is counted, so that its verb only says which."""
    return _DONE_TO.match(norm, *left) is not None and norm.find(" ", *left) > 0


def _of_harm(context: Context, told: list[Told], deed: Part, phrase: Part) -> list[Part]:
    """Tai nạn giao thông làm chết 2 người; where no accident was named: "người chết"."""
    harmed = _harmed(told)
    norm = context.shadow.norm
    if not harmed or norm[slice(*harmed[0])] == "vụ":
        harm = norm.rfind(" ", *deed) + 1 if norm.startswith("làm", deed[0]) else deed[0]
        return [phrase, (harm, deed[1])]
    return [*harmed, deed]


def _done_with(context: Context, told: list[Told]) -> list[Part]:
    """What an empty noun stands for that was named before: "xảy ra 65 vụ cháy, điều tra 63 vụ"."""
    mention = context.mention
    for earlier in reversed(told[-_MEMORY:]):
        if earlier.mention.unit == mention.unit and earlier.subject:
            between = context.shadow.norm[earlier.mention.end : mention.start]
            return [] if _PART_OF.search(between) else earlier.subject
    return []


def _shared(context: Context, told: list[Told], phrase: Part) -> list[Part]:
    """A bare count that shares the rest of the phrase with its neighbour in the list."""
    norm, mention, following = context.shadow.norm, context.mention, context.following
    if told and told[-1].subject:
        before = told[-1]
        part = next((part for part in before.subject if part[0] <= before.mention.end < part[1]), None)
        if part is not None and _AND.fullmatch(norm, part[1], mention.start):
            return [phrase, (before.mention.end + 1, part[1])]
        is_done = part is None and before.subject[-1][1] <= before.mention.start and mention.unit in _GENERIC
        if is_done and deed_before(context) is None and _AND.fullmatch(norm, before.mention.end, mention.start):
            return before.subject  # điều tra làm rõ 63 vụ, 94 đối tượng
    if following is None or following.unit_class is not NOUN or not _AND.fullmatch(norm, mention.end, following.start):
        return []
    behind = right_phrase(norm, following.end, context.sentence_end)
    if behind is None or not norm[following.end : behind[0]].isspace():
        return []
    return [phrase, behind]


def _deed_of_list(context: Context, told: list[Told]) -> Part | None:
    """The deed of the count before, when this one only goes on with the list."""
    if not told or len(told[-1].subject) < _PAIR or context.trigger:
        return None
    deed, noun = told[-1].subject[0], told[-1].subject[-1]
    if deed[1] > told[-1].mention.start or noun[0] < told[-1].mention.start:
        return None
    return deed if _AND.fullmatch(context.shadow.norm, noun[1], context.mention.hedge_start) else None


def _harmed(told: list[Told]) -> list[Part]:
    """The accidents that killed or hurt somebody."""
    for earlier in reversed(told[-_MEMORY:]):
        if earlier.subject and earlier.mention.unit.startswith("vụ"):
            return earlier.subject
    return []


def _named_before(context: Context, told: list[Told]) -> list[Part]:
    """What a bare count counts that was named before it."""
    left = left_phrase(context)
    if left is not None and (_tells_count(context, left) or _happens_to(context, left)):
        return [left]
    if left is not None and _is_set_apart(context, left):
        return [left]
    for earlier in reversed(told[-_MEMORY:]):
        if earlier.subject and _repeats(context, earlier):
            return earlier.subject
    if not told and left is None and context.trigger in CHANGES:
        for earlier in context.earlier:  # … xảy ra 97 vụ. So với cùng kỳ giảm 9 vụ
            if earlier.subject and earlier.mention.unit == context.mention.unit:
                return earlier.subject
    theme = _theme(context, left) if context.mention.unit in _GENERIC else None
    return [] if theme is None else [theme]


def _is_set_apart(context: Context, left: Part) -> bool:
    """Riêng lao động tự do có 15.240 người: who is counted is set apart from those told before."""
    norm = context.shadow.norm
    is_apart = context.mention.unit in _PERSONS and norm.endswith(_APART, context.floor, left[0])
    return is_apart and context.trigger_word == "có" and not is_place(context.shadow, left)


def _repeats(context: Context, earlier: Told) -> bool:
    """A bare count that goes on with what was named before: "140 hồ sơ trễ hạn, trong đó 20 hồ sơ …", "giảm 9 hộ"."""
    unit = context.mention.unit
    norm, start = context.shadow.norm, earlier.subject[0][0]
    if unit in _PERSONS or (norm.startswith(unit, start) and not norm.startswith(",", start + len(unit))):
        return True
    if context.trigger not in CHANGES:
        return False
    # giảm 9 hộ: of the "85 hộ nghèo"; but "giảm 5 người chết, 6 người bị thương" names two things
    return unit == (earlier.mention.unit if " " in unit else earlier.mention.unit.split(" ", 1)[0])


def _tells_count(context: Context, left: Part) -> bool:
    """Whether the phrase before a bare count is what it counts: "khách quốc tế đạt 18.340 lượt"."""
    norm, unit = context.shadow.norm, context.mention.unit
    if is_value(norm, left) or norm.startswith(f"{unit} ", *left):
        return True  # đơn thuộc lĩnh vực hành chính có 33 đơn
    if is_place(context.shadow, left):
        return False
    spaces = norm.count(" ", *left)
    if context.trigger == "" and left[1] + 1 >= context.mention.hedge_start:  # phá rừng trái pháp luật 37 vụ
        words = norm[slice(*left)]
        if spaces == 0 and context.shadow.cased[slice(*left)].isupper():
            return unit in _GENERIC  # BHTN 191.379 người
        is_idle = spaces >= (1 if unit in _GENERIC else _FEW_SPACES) and _BUSY.search(words) is None
        return is_idle and ((unit in _GENERIC and spaces > _FEW_SPACES) or not _DOES.match(words))
    return context.trigger in ("reach", "level") and spaces > 0 and not unit.startswith(_OWN_NAME)


def _theme(context: Context, left: Part | None) -> Part | None:
    """What a bare "vụ" counts: "Cháy xảy ra 5 vụ", "Về phạm pháp hình sự, 6 tháng xảy ra 97 vụ"."""
    norm, end = context.shadow.norm, context.mention.hedge_start
    if left is not None and _happens_to(context, left):
        return left
    about = _about(context) or _heading(context)
    if about is not None:
        return about
    if context.mention.unit != "vụ" or not _has_happened(context):
        return None
    order = find_last(_ORDER, norm, max(0, context.sentence_start - _THEME_REACH), end)
    return None if order is None else order.span()


def _happens_to(context: Context, left: Part) -> bool:
    """Án cướp tài sản xảy ra 55 vụ: what happened is named before its verb."""
    norm, end = context.shadow.norm, context.mention.hedge_start
    if context.mention.unit not in _GENERIC or is_place(context.shadow, left):
        return False
    return any(norm.find(word, left[1], end) >= 0 for word in _HAPPENS)


def _about(context: Context) -> Part | None:
    """What a sentence says that it is about: "Về đê điều, …"."""
    about = _ABOUT.match(context.shadow.norm, context.sentence_start, context.mention.hedge_start)
    return None if about is None else about.span(1)


def _heading(context: Context) -> Part | None:
    """What the numbered line right above a count of cases is about: "2. Phạm tội về môi trường:"."""
    norm = context.shadow.norm
    line = norm.rfind("\n", 0, context.sentence_start)
    above = norm.rfind("\n", 0, max(line, 0)) + 1
    heading = _HEADING.fullmatch(norm, above, line) if line > 0 else None
    return None if heading is None else heading.span(1)


def _has_happened(context: Context) -> bool:
    """Whether a count tells of cases that happened: "cả nước xảy ra 1.734 vụ"."""
    return context.shadow.norm.endswith(_HAPPENED, context.floor, context.mention.hedge_start)


def _verb_before(context: Context) -> Part | None:
    """The verb of one to three words right before a count: "tạm giữ 27 ô tô", "lắp xong 36 camera"."""
    norm, end = context.shadow.norm, context.mention.hedge_start
    found = _VERB_BEFORE.search(norm, max(context.floor, end - _VERB_REACH), end)
    if found is None or _NEUTRAL.search(norm, *found.span(1)):
        return None
    return found.span(1)
