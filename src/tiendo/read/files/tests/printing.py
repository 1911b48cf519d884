# SPDX-License-Identifier: Apache-2.0
"""Prints tiny PDF files by hand, so that tests need no printer and no font.

Each sign is half as wide as its size. Places are points from the top left of the page, as the reader gives them.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595.0, 842.0


@dataclass
class Sheet:
    """One page that is being printed; places are those of the page as seen, however it lies in the file."""

    rotation: int = 0
    height: float = HEIGHT
    width: float = WIDTH
    parts: list[str] = field(default_factory=list)
    texts: list[tuple[float, float, str, float, bool, int]] = field(default_factory=list)
    picture: tuple[int, int, bytes] | None = None

    def say(self, x: float, y: float, text: str, *, size: float = 10, bold: bool = False, mode: int = 0) -> Sheet:
        """Print a line with its base at ``y``."""
        self.texts.append((x, y, text, size, bold, mode))
        return self

    def lines(self, x: float, y: float, texts: list[str], *, step: float = 14, **look) -> Sheet:
        for i, text in enumerate(texts):
            self.say(x, y + i * step, text, **look)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        (xa, ya), (xb, yb) = self.place(x0, y0), self.place(x1, y1)
        self.parts.append(f"{xa} {ya} m {xb} {yb} l S")
        return self

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A seen point in the space of the file."""
        turned = {0: (x, self.height - y), 90: (y, x), 180: (self.width - x, y), 270: (self.height - y, self.width - x)}
        return turned[self.rotation]

    @property
    def box(self) -> str:
        sides = (self.width, self.height) if self.rotation in (0, 180) else (self.height, self.width)
        return f"[0 0 {sides[0]} {sides[1]}]"

    def table(self, xs: list[float], ys: list[float], rows: list[list[str]], *, size: float = 10) -> Sheet:
        """A ruled grid with one word or some lines (parted by a newline) in each cell."""
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for row, top in zip(rows, ys, strict=False):
            for text, left in zip(row, xs, strict=False):
                self.lines(left + 2, top + size + 1, text.split("\n"), step=size + 2, size=size)
        return self


def print_pdf(*sheets: Sheet) -> bytes:
    """The sheets as one file. Vietnamese letters are made known by a ToUnicode map, two fonts share it."""
    signs = sorted({sign for sheet in sheets for text in sheet.texts for sign in text[2]})
    if len(signs) > 200:
        raise ValueError("too many different signs for one font")
    codes = {sign: 32 + i for i, sign in enumerate(signs)}
    pairs = "\n".join(f"<{code:02x}> <{sign.encode('utf-16-be').hex()}>" for sign, code in codes.items())
    unicode_map = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{pairs}\nendbfchar endcmap end end"
    )
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    widths = " ".join(["500"] * 224)
    for name in ("Helvetica", "Helvetica-Bold"):
        kind = f"/Type /Font /Subtype /Type1 /BaseFont /{name} /ToUnicode 5 0 R"
        objects.append(f"<< {kind} /FirstChar 32 /LastChar 255 /Widths [{widths}] >>".encode())
    objects.append(_stream(unicode_map.encode()))
    kids = []
    for sheet in sheets:
        resources = "/Font << /F1 3 0 R /F2 4 0 R >>"
        content = "\n".join(sheet.parts) + "\n" + "\n".join(_show(sheet, text, codes) for text in sheet.texts)
        if sheet.picture:
            wide, high, grey = sheet.picture
            form = f"/Subtype /Image /Width {wide} /Height {high} /ColorSpace /DeviceGray /BitsPerComponent 8"
            objects.append(_stream(grey, form))
            resources += f" /XObject << /P {len(objects)} 0 R >>"
            content += f"\nq {sheet.width} 0 0 {sheet.height} 0 0 cm /P Do Q"
        objects.append(_stream(content.encode()))
        objects.append(
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox {sheet.box} /Rotate {sheet.rotation} "
                f"/Resources << {resources} >> /Contents {len(objects)} 0 R >>"
            ).encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects)


def _show(sheet: Sheet, text: tuple[float, float, str, float, bool, int], codes: dict[str, int]) -> str:
    x, y, words, size, bold, mode = text
    shown = "".join(f"{codes[sign]:02x}" for sign in words)
    x, y = sheet.place(x, y)
    matrix = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}[sheet.rotation]
    return f"BT {mode} Tr /F{2 if bold else 1} {size} Tf {matrix} {x} {y} Tm <{shown}> Tj ET"


def _stream(data: bytes, form: str = "") -> bytes:
    packed = zlib.compress(data, 9)
    return f"<< {form} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode() + packed + b"\nendstream"


def _file(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
