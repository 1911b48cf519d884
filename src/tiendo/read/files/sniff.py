# SPDX-License-Identifier: Apache-2.0
"""What the bytes of a file are, whatever its name says.

What is here: signatures. Not here: reading (one module per format).
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from tiendo.read.files.errors import DAMAGED, LOCKED, OTHER_FORMAT, UnreadableFile

#: Bytes that tell most kinds.
HEAD_BYTES = 4096

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF_WITHIN = 1024  # the header may stand behind other bytes
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*){0,5}<(?:!doctype\s+html|html|head|body|meta|style|table)\b",
    re.I,
)
_SAVE_WORD = ("mở bằng Word rồi lưu thành .docx", "open it in Word and save it as .docx")
_SAVE_EXCEL = ("mở bằng Excel rồi lưu thành .xlsx", "open it in Excel and save it as .xlsx")
_UNPACK = ("giải nén rồi đọc từng tệp bên trong", "unpack it and read the files in it")
_SCAN = ("lưu ảnh thành PDF rồi đọc tệp PDF đó", "save the picture as a PDF and read that")
_SAVE_PDF = ("lưu thành .pdf hoặc .docx", "save it as .pdf or .docx")

# Beginning of other kinds → its name and the advice.
_OTHERS: tuple[tuple[bytes, str, tuple[str, str]], ...] = (
    (b"{\\rtf", "RTF", _SAVE_WORD),
    (b"\x89PNG\r\n", "PNG", _SCAN),
    (b"\xff\xd8\xff", "JPEG", _SCAN),
    (b"GIF8", "GIF", _SCAN),
    (b"II*\x00", "TIFF", _SCAN),
    (b"MM\x00*", "TIFF", _SCAN),
    (b"RIFF", "RIFF (WEBP, WAV, AVI)", _SCAN),
    (b"Rar!", "RAR", _UNPACK),
    (b"7z\xbc\xaf", "7z", _UNPACK),
    (b"\x1f\x8b", "GZ", _UNPACK),
    (b"MIME-Version:", "MHTML", _SAVE_WORD),
    (b"%!PS", "PostScript", _SAVE_PDF),
)
# Main part of a zip container → kind, or a name and the advice.
_OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.spreadsheet-template": "ods",
}
_OLE_STREAMS: tuple[tuple[str, str | None, str, tuple[str, str]], ...] = (
    ("EncryptedPackage", None, "", ("", "")),
    ("WordDocument", None, ".doc (Word 97)", _SAVE_WORD),
    ("Workbook", "xls", "", ("", "")),
    ("Book", "xls", "", ("", "")),
    ("PowerPoint Document", None, ".ppt", _SAVE_PDF),
)


def other(name: str, advice: tuple[str, str]) -> UnreadableFile:
    """The error for a kind that is known and not read."""
    return UnreadableFile(OTHER_FORMAT, name=name, advice=advice[0], advice_en=advice[1])


def sniff(data: bytes) -> str | None:
    """The kind of a file from its content.

    Args:
        data: the whole file (a directory of a container stands at its end); the head is enough for other kinds.

    Returns:
        "pdf", "docx", "xlsx", "xls", "ods", "html", or None: text, or noise.

    Raises:
        UnreadableFile: it is of a kind that is known and not read; the message says what to do.
    """
    head = data[:HEAD_BYTES]
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return "pdf"
    if head.startswith(_ZIP):
        return _sniff_zip(data)
    if head.startswith(_OLE):
        return _sniff_ole(data)
    for beginning, name, advice in _OTHERS:
        if head.startswith(beginning):
            raise other(name, advice)
    return _sniff_markup(head)


def _sniff_markup(head: bytes) -> str | None:
    bare = head.removeprefix(b"\xef\xbb\xbf")
    if _HTML.match(bare):
        return "html"
    if bare.lstrip().startswith(b"<?xml"):
        if b"urn:schemas-microsoft-com:office:spreadsheet" in bare:
            raise other("Excel XML 2003", _SAVE_EXCEL)
        if b"schemas.microsoft.com/office/word" in bare or b"schemas.microsoft.com/office/2006/xmlPackage" in bare:
            raise other("Word XML", _SAVE_WORD)
    return None


def _sniff_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = {name.lower().lstrip("/") for name in archive.namelist()}
            kind = None
            if "mimetype" in names:
                with archive.open("mimetype") as part:
                    kind = part.read(100).strip()
    except Exception as error:
        raise UnreadableFile(DAMAGED, media="zip/Office") from error
    if kind in _OPEN_DOCUMENT:
        return _OPEN_DOCUMENT[kind]
    if kind is not None and kind.startswith(b"application/vnd.oasis.opendocument"):
        raise other("OpenDocument (.odt, .odp)", _SAVE_WORD)
    if "xl/workbook.bin" in names:
        raise other(".xlsb", _SAVE_EXCEL)
    for folder, media in (("word/", "docx"), ("xl/", "xlsx")):
        if any(name.startswith(folder) for name in names):
            return media
    if any(name.startswith("ppt/") for name in names):
        raise other(".pptx", _SAVE_PDF)
    raise other("ZIP", _UNPACK)


def _sniff_ole(data: bytes) -> str:
    for stream, media, name, advice in _OLE_STREAMS:
        if (stream + "\0").encode("utf-16-le") in data:
            if media is not None:
                return media
            raise other(name, advice) if name else UnreadableFile(LOCKED)
    raise UnreadableFile(DAMAGED, media="Office")
