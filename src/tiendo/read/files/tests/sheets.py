# SPDX-License-Identifier: Apache-2.0
"""Makes small .xlsx files from the XML of their parts, for what no library writes."""

from __future__ import annotations

import zipfile
from io import BytesIO

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def _relations(*targets: tuple[str, str]) -> str:
    items = (
        f'<Relationship Id="r{i}" Type="{_TYPES}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{_PACKAGE}">{"".join(items)}</Relationships>'


def make_xlsx(rows: str, *, strings: str = "", styles: str = "", namespace: str = MAIN, after: str = "") -> bytes:
    """One sheet with these rows."""
    files = {
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{namespace}" xmlns:r="{_TYPES}"><sheets>'
        '<sheet name="Biểu" sheetId="1" r:id="r0"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "/xl/styles.xml")
        ),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{namespace}"><sheetData>{rows}</sheetData>{after}</worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{namespace}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{namespace}">{styles}</styleSheet>',
    }
    return pack(files)


def pack(files: dict[str, str | bytes]) -> bytes:
    """The parts as a zip container."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()
