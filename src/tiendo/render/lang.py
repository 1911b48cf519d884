# SPDX-License-Identifier: Apache-2.0
"""The languages of the interface. Light, for it is loaded before anything else; nothing else is here."""

from __future__ import annotations

from enum import StrEnum


class Lang(StrEnum):
    """Language of labels and messages; the words of a document stay as they are."""

    VI = "vi"
    EN = "en"
