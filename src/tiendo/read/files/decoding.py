# SPDX-License-Identifier: Apache-2.0
"""Bytes of a text → text, whatever it was written in.

What is here: Unicode forms, Windows code pages, TCVN3 and VNI, mixtures of them. Not here: the tables of old encodings
(``text.legacy``).
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from tiendo.read.files.errors import BINARY, UnreadableFile
from tiendo.read.text.legacy import convert, from_tcvn3, from_vni, recognise, vietnamese_share

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NAMES = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI"}
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_NOISE = 0.005  # of the bytes are control signs: not a text
_MOST_HIGH = 0.5  # of the bytes beyond ASCII: text in a Latin script has half as many at most
_SAMPLE = 100_000
_SURE = 0.6  # of the words with marks must be Vietnamese in a code page
_ZEROS = 0.3  # of every second byte is zero: UTF-16 without a mark
_MOSTLY = 4.0  # good sequences for each bad byte: surely a mixture
_PARTLY = 0.2  # good sequences for each bad byte: a mixture when it is nothing else; by chance there are fewer
_GOOD = re.compile("[\x80-\ufffc]")
_BAD_LINE = re.compile(rb"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text that was decoded.

    Attributes:
        encoding: what the bytes were: "utf-8", "utf-16", "windows-1258", "tcvn3" …
        notes: sentences for the person about what was changed or lost.
    """

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, stated: str | None = None) -> Decoded:
    """Decode a text. UTF-8 comes back exactly as it is, a mark at its beginning included.

    Args:
        data: the bytes.
        stated: the encoding that the file names itself, tried after UTF-8.

    Raises:
        UnreadableFile: the bytes are no text.
    """
    wide = _decode_wide(data)
    if wide is not None:
        return wide
    _refuse_noise(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_bytes(data, stated)
    return _with_old_parts(text, "utf-8")


def _decode_wide(data: bytes) -> Decoded | None:
    """Decode UTF-16 and UTF-32; None when it is neither."""
    name = next((name for bom, name in _BOMS if data.startswith(bom)), None)
    if name is None:
        head = data[:_SAMPLE]
        half = max(1, len(head) // 2)
        if head[1::2].count(0) > _ZEROS * half and not head[::2].count(0):
            name = "utf-16-le"
        elif head[::2].count(0) > _ZEROS * half and not head[1::2].count(0):
            name = "utf-16-be"
        else:
            return None
    text = data.decode(name, "replace")
    if len(re.findall("[\x00-\x08\x0e-\x1f\ufffe\uffff\ue000-\uf8ff]", text[:_SAMPLE])) > _NOISE * len(text[:_SAMPLE]):
        raise UnreadableFile(BINARY)
    return _with_lost(text, name[:6])


def _refuse_noise(data: bytes) -> None:
    head = data[:_SAMPLE]
    if len(_CONTROL.findall(head)) > _NOISE * len(head):
        raise UnreadableFile(BINARY)


def _with_old_parts(text: str, encoding: str) -> Decoded:
    """Convert what of a decoded text is in an old encoding."""
    converted = convert(text)
    if not converted.encodings:
        return Decoded(text, encoding)
    names = " và ".join(_NAMES[name] for name in converted.encodings)
    if converted.lines:
        note = f"{converted.lines} dòng viết bằng bảng mã cũ {names} đã được chuyển sang Unicode."
        return Decoded(converted.text, encoding, (note,))
    return Decoded(converted.text, converted.encodings[0], (_note(converted.encodings[0]),))


def _note(encoding: str) -> str:
    return f"Văn bản viết bằng bảng mã cũ {_NAMES.get(encoding, encoding)} và đã được chuyển sang Unicode."


def _decode_bytes(data: bytes, stated: str | None) -> Decoded:
    """Decode what is not UTF-8, or not all of it."""
    replaced = data.decode("utf-8", "replace")
    bad = replaced.count("\ufffd")
    good = len(_GOOD.findall(replaced))
    if good > _MOSTLY * bad:
        return _decode_mixture(data)
    old = _decode_old(data)
    if old is not None:
        return old
    if good > _PARTLY * bad:
        return _decode_mixture(data)
    if len(_HIGH.findall(data[:_SAMPLE])) > _MOST_HIGH * len(data[:_SAMPLE]):
        raise UnreadableFile(BINARY)
    for name in (stated, "windows-1252"):
        text = _try(data, name)
        if text is not None:
            return Decoded(text, str(name), (f"Không nhận ra bảng mã tiếng Việt; tệp được đọc như {name}.",))
    return _with_lost(replaced, "utf-8")


def _decode_old(data: bytes) -> Decoded | None:
    """The whole text in a one-byte encoding of Vietnamese, None when it is in none."""
    latin = data.decode("latin-1")
    name = recognise(latin)
    if name is not None:
        return Decoded(from_tcvn3(latin) if name == "tcvn3" else from_vni(latin), name, (_note(name),))
    text = _try(data, "windows-1258")
    if text is not None:
        composed = unicodedata.normalize("NFC", text)
        share, words = vietnamese_share(composed)
        if words and share >= _SURE:
            return Decoded(composed, "windows-1258", (_note("windows-1258"),))
    return None


def _decode_mixture(data: bytes) -> Decoded:
    """Mostly UTF-8: each line that is not is converted by itself, and what stays bad is counted."""
    count = 0

    def mend(found: re.Match[bytes]) -> bytes:
        nonlocal count
        line = found.group()
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            old = _decode_old(line)
            if old is not None:
                count += 1
                return old.text.encode()
        return line

    text = _BAD_LINE.sub(mend, data).decode("utf-8", "replace")
    mended = _with_lost(_with_old_parts(text, "utf-8").text, "utf-8")
    if not count:
        return mended
    note = f"{count} dòng không phải UTF-8 mà là bảng mã cũ, đã được chuyển sang Unicode."
    return Decoded(mended.text, "utf-8", (note, *mended.notes))


def _with_lost(text: str, encoding: str) -> Decoded:
    lost = text.count("\ufffd")
    if not lost:
        return Decoded(text, encoding)
    return Decoded(
        text, encoding, (f"{lost} ký tự không đọc được và được thay bằng dấu \ufffd; hãy đối chiếu bản gốc.",)
    )


def _try(data: bytes, encoding: str | None) -> str | None:
    try:
        return data.decode(encoding) if encoding else None
    except (UnicodeDecodeError, LookupError, ValueError):
        return None
