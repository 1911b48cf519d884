# SPDX-License-Identifier: Apache-2.0
"""Kinds of legal and official documents: their names, the letters that stand for them, our codes.

Here: data. Not here: how identifiers are found (``findings.citations``) or letterheads read (``findings.facts``).
"""

from __future__ import annotations

from typing import Final

# name in lower case -> (letters in an identifier, code of ``DocumentFacts.kind``)
# Source: Nghị định 30/2020/NĐ-CP, Phụ lục III (letters of administrative documents); Luật Ban hành văn bản quy phạm
# pháp luật (kinds of normative documents); Quy định 399-QĐ/TW of 2026 (kinds of Party documents).
ACTS: Final[dict[str, tuple[str, str]]] = {
    "hiến pháp": ("", "constitution"),
    "bộ luật": ("", "law"),
    "luật": ("", "law"),
    "pháp lệnh": ("PL", "ordinance"),
    "lệnh": ("L", "order"),
    "nghị quyết liên tịch": ("NQLT", "resolution"),
    "nghị quyết": ("NQ", "resolution"),
    "nghị định": ("NĐ", "decree"),
    "thông tư liên tịch": ("TTLT", "circular"),
    "thông tư": ("TT", "circular"),
    "quyết định": ("QĐ", "decision"),
    "chỉ thị": ("CT", "directive"),
    "quy định": ("QĐ", "regulation"),
    "quy chế": ("QC", "rules"),
    "thông cáo": ("TC", "communique"),
    "thông báo kết luận": ("TB", "notice"),
    "thông báo": ("TB", "notice"),
    "thông tri": ("TT", "circular"),
    "hướng dẫn": ("HD", "guidance"),
    "chương trình hành động": ("CTr", "programme"),
    "chương trình": ("CTr", "programme"),
    "kế hoạch": ("KH", "plan"),
    "phương án": ("PA", "plan"),
    "đề án": ("ĐA", "scheme"),
    "dự án": ("DA", "project"),
    "báo cáo": ("BC", "report"),
    "biên bản": ("BB", "minutes"),
    "tờ trình": ("TTr", "submission"),
    "hợp đồng": ("HĐ", "contract"),
    "công điện": ("CĐ", "telegram"),
    "công văn": ("CV", "letter"),
    "văn bản": ("", "letter"),
    "kết luận": ("KL", "conclusion"),
    "giấy mời": ("GM", "invitation"),
    "thư công": ("", "letter"),
    "bản ghi nhớ": ("BGN", "memorandum"),
    "thuyết minh": ("", "explanation"),
    "diễn văn": ("", "speech"),
    "tuyên bố": ("", "statement"),
    "lời kêu gọi": ("", "appeal"),
}

#: Letters of identifiers -> code, for documents that do not print their kind ("Số: 12/BC-UBND").
KIND_OF_LETTERS: Final[dict[str, str]] = {
    letters: code
    for name, (letters, code) in ACTS.items()
    if letters and name not in {"quy định", "thông tri", "phương án", "dự án"}
}
