# SPDX-License-Identifier: Apache-2.0
"""Vietnamese text in the one-byte encodings of the 1990s → Unicode.

What is here: TCVN3 (ABC) and VNI, the fonts made for them, how text in them is recognised. Not here: bytes of a file.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_PRIVATE = {0xF000 + code: code for code in range(0x20, 0x100)}  # where Word keeps signs of symbol fonts

# One sign each, from the code that stands in a Latin-1 view of the text. Small and large letters of a vowel with
# a tone share one code: the "H" fonts print it large. Source: TCVN 5712:1993, table VN3;
# compared with glibc's TCVN5712-1.
_TCVN3_SIGNS = (
    "¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u00adư®đ"
    "µà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞị"
    "ßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợïùñủòũóúôụõừöửøứ÷ữùựúỳûỷüỹýýþỵ"
)
_TCVN3 = {ord(code): sign for code, sign in zip(_TCVN3_SIGNS[::2], _TCVN3_SIGNS[1::2], strict=True)}
_TCVN3 |= {0x03BC: "à"}  # the micro sign is often stored as a Greek mu

# A vowel and the sign behind it that bears its marks. Source: VNI Windows encoding of VNI Software, as in the public
# tables of vietunicode; letters without a second sign stand below.
_VNI_PLAIN_TONES = "øûõùï"  # huyền hỏi ngã sắc nặng
_VNI_FAMILIES = (
    ("a", _VNI_PLAIN_TONES, "àảãáạ"),
    ("a", "âàåãáä", "âầẩẫấậ"),
    ("a", "êèúüéë", "ăằẳẵắặ"),
    ("e", _VNI_PLAIN_TONES, "èẻẽéẹ"),
    ("e", "âàåãáä", "êềểễếệ"),
    ("o", _VNI_PLAIN_TONES, "òỏõóọ"),
    ("o", "âàåãáä", "ôồổỗốộ"),
    ("ô", _VNI_PLAIN_TONES, "ờởỡớợ"),
    ("u", _VNI_PLAIN_TONES, "ùủũúụ"),
    ("ö", _VNI_PLAIN_TONES, "ừửữứự"),
    ("y", _VNI_PLAIN_TONES[:4], "ỳỷỹý"),
)
_VNI_SIGNS = dict(zip("ñìæóíòôöî", "đìỉĩíịơưỵ", strict=True)) | {
    base + mark: sign for base, marks, signs in _VNI_FAMILIES for mark, sign in zip(marks, signs, strict=True)
}
_VNI_SIGNS |= {old[0] + old[1:].upper(): sign for old, sign in list(_VNI_SIGNS.items())}
_VNI_SIGNS |= {old[0].upper() + old[1:]: sign.upper() for old, sign in list(_VNI_SIGNS.items())}
_VNI = re.compile(
    "[AaEe][ØøÛûÕõÙùÏïÂâÀàÅåÃãÁáÄä]|[Aa][ÊêÈèÚúÜüÉéËë]|[Oo][ØøÛûÕõÙùÏïÂâÀàÅåÃãÁáÄä]|[ÔôUuÖö][ØøÛûÕõÙùÏï]"
    "|[Yy][ØøÛûÕõÙù]|[ÑñÌìÆæÓóÍíÒòÔôÖöÎî]"
)

# Letters of Unicode Vietnamese that no Latin-1 view of old text holds, and letters of such a view that no Vietnamese
# word holds: where the second stand without the first, the text is old.
_MODERN = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9\u0300\u0301\u0303\u0309\u0323]")
_STRANGE = re.compile(
    "[A-Za-z][µ¶·¸¹¨»¼½¾©ª«¬\u00ad®ÆÇËÎÏÑÖ×ØÜÞßåæçëîïðñöøûüþÿäÄÅÛ÷]"
    "|[¡¢£¤¥¦§ñÑµ¶¸¹¨»¼½¾©ª«¬®ÆÇËÎÖ×ØÜÞßåæçëîïöøûüþ÷][A-Za-z]"
)
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 200_000  # characters that are looked at to recognise a whole text
_LEAST_STRANGE = 2
_SURE = 0.75  # of the words with marks must be Vietnamese after the change
_BETTER = 0.3  # by so much more than before
_LINE = re.compile(r"[^\r\n]+")

# What a Vietnamese syllable is made of, without tones. Source: Quy tắc chính tả tiếng Việt (Hoàng Phê, Từ điển tiếng
# Việt, Viện Ngôn ngữ học).
_ONSETS = "ngh ng nh ch gh gi kh ph qu th tr b c d đ g h k l m n p r s t v x".split()
_RHYMES = (
    "a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây e ec em en eng eo "
    "ep et ê êch êm ên êng ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach "
    "oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong ooc oong op ot "
    "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uâ uân uâng uât uây uc ue uê uêch uênh ui um un ung uơ uôc uôi "
    "uôm uôn uông uôt up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương "
    "ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu"
).split()
_SYLLABLE = re.compile(f"(?:{'|'.join(_ONSETS)})?(?:{'|'.join(sorted(_RHYMES, key=len, reverse=True))})")
_TONES = str.maketrans(dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323")))


@dataclass(frozen=True, slots=True)
class Converted:
    """A text after the change.

    Attributes:
        encodings: what was found in it, sorted; empty when nothing was changed.
        lines: how many lines were changed one by one; 0 when the whole text was.
    """

    text: str
    encodings: tuple[str, ...] = ()
    lines: int = 0


def encoding_of_font(font: str | None) -> str | None:
    """The encoding that a font is made for: "tcvn3" (.VnTime …), "vni" (VNI-Times …), None for Unicode."""
    name = (font or "").strip().lower()
    if name.startswith(".vn"):
        return "tcvn3"
    return "vni" if name.startswith(("vni-", "vni ")) else None


def to_unicode(text: str, font: str) -> str:
    """Convert text set in a font of an old encoding; text in another font is left as it is.

    Examples:
        >>> to_unicode("Uû ban nh©n d©n", ".VnTimeH"), to_unicode("Xin chaøo", "VNI-Times")
        ('UỶ BAN NHÂN DÂN', 'Xin chào')
    """
    encoding = encoding_of_font(font)
    if encoding == "tcvn3":
        plain = from_tcvn3(text)
        return plain.upper() if font.rstrip().endswith("H") else plain
    return from_vni(text) if encoding == "vni" else text


def from_tcvn3(text: str) -> str:
    """Convert text of which each sign stands for one byte of TCVN3."""
    return text.translate(_PRIVATE).translate(_TCVN3)


def from_vni(text: str) -> str:
    """Convert text of which each sign, or two signs of one letter, stand for bytes of VNI."""
    return _VNI.sub(lambda found: _VNI_SIGNS[found.group()], text.translate(_PRIVATE))


def is_syllable(word: str) -> bool:
    """Whether a word is built like a Vietnamese syllable, whatever its tone.

    Examples:
        >>> is_syllable("Nghiêng"), is_syllable("nh©n"), is_syllable("Straße")
        (True, False, False)
    """
    bare = unicodedata.normalize("NFC", unicodedata.normalize("NFD", word.lower()).translate(_TONES))
    if _SYLLABLE.fullmatch(bare):
        return True
    return bare.startswith("gi") and _SYLLABLE.fullmatch("gii" + bare[2:]) is not None  # "giêng", "gìn"


def vietnamese_share(text: str) -> tuple[float, int]:
    """How many of the words with letters beyond ASCII are Vietnamese (0 to 1), and how many such words there are."""
    words = [word for word in _WORD.findall(text[:_SAMPLE]) if not word.isascii()]
    if not words:
        return 0.0, 0
    known = {word: is_syllable(word) for word in set(words)}
    return sum(known[word] for word in words) / len(words), len(words)


def recognise(text: str) -> str | None:
    """The old encoding that a text in its Latin-1 view is written in: "tcvn3", "vni", or None."""
    if len(_STRANGE.findall(text, 0, _SAMPLE)) < _LEAST_STRANGE:
        return None
    before, _ = vietnamese_share(text)
    shares = {"tcvn3": vietnamese_share(from_tcvn3(text[:_SAMPLE])), "vni": vietnamese_share(from_vni(text[:_SAMPLE]))}
    best = max(shares, key=lambda name: (shares[name][0], shares[name][1]))
    share = shares[best][0]
    return best if share >= _SURE and share >= before + _BETTER else None


def convert(text: str) -> Converted:
    """Convert a text, or the lines of it, that are in an old encoding; any other text comes back as it is.

    Unicode text costs one search. Lines are only changed when nothing in them is Unicode Vietnamese.
    """
    first = _STRANGE.search(text)
    if first is None:
        return Converted(text)
    sample = text[max(0, first.start() - 1000) : first.start() + _SAMPLE]
    if len(_MODERN.findall(sample)) * 10 < len(_STRANGE.findall(sample)):
        whole = recognise(sample)
        if whole is not None and _MODERN.search(text) is None:
            return Converted(_change(text, whole), (whole,))
    return _convert_lines(text)


def _convert_lines(text: str) -> Converted:
    encodings: set[str] = set()
    count = 0

    def change(found: re.Match[str]) -> str:
        nonlocal count
        line = found.group()
        if _STRANGE.search(line) is None or _MODERN.search(line) is not None:
            return line
        encoding = recognise(line)
        if encoding is None:
            return line
        encodings.add(encoding)
        count += 1
        return _change(line, encoding)

    changed = _LINE.sub(change, text)
    return Converted(changed, tuple(sorted(encodings)), count) if encodings else Converted(text)


def _change(text: str, encoding: str) -> str:
    return from_tcvn3(text) if encoding == "tcvn3" else from_vni(text)
