# SPDX-License-Identifier: Apache-2.0
"""A classification as JSON and back. Pure; what a scheme means is said by ``evaluate``."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tiendo.evaluate import Band, Basis, LocalClass, Nature, Scheme, Status


def pack_scheme(scheme: Scheme) -> dict[str, Any]:
    """The scheme as JSON."""
    return {
        "code": scheme.code,
        "bands": [
            {"status": b.status.value, "from_pct": f"{b.from_pct:f}", "basis": b.basis.value, "is_strict": b.is_strict}
            for b in scheme.bands
        ],
        "classes": [
            {"statuses": [status.value for status in found.statuses], "name": found.name, "name_en": found.name_en}
            for found in scheme.classes
        ],
        "otherwise": scheme.otherwise.value,
        "early": sorted(nature.value for nature in scheme.early),
        "about_share": f"{scheme.about_share:f}",
    }


def unpack_scheme(packed: dict[str, Any]) -> Scheme:
    """The scheme of a stored row."""
    return Scheme(
        code=packed["code"],
        bands=tuple(
            Band(Status(b["status"]), Decimal(b["from_pct"]), Basis(b["basis"]), is_strict=b["is_strict"])
            for b in packed["bands"]
        ),
        classes=tuple(
            LocalClass(tuple(map(Status, found["statuses"])), found["name"], found["name_en"])
            for found in packed["classes"]
        ),
        otherwise=Status(packed["otherwise"]),
        early=frozenset(map(Nature, packed["early"])),
        about_share=Decimal(packed["about_share"]),
    )
