# SPDX-License-Identifier: Apache-2.0
"""Pure decisions about names and passwords. Not here: what is stored."""

from __future__ import annotations

import secrets
import unicodedata

#: Letters and digits that nobody takes for another when a password is read out: no 0 o 1 l i.
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP = 4, 4  # 31^16: 79 bits


def make_password() -> str:
    """A password to be told once: "k7xm-…", easy to read out, not to be guessed."""
    groups = ("".join(secrets.choice(_ALPHABET) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


def normalize_username(text: str) -> str:
    """The one spelling of a name of an account: without blanks around it, one form of its signs, small letters.

    Examples:
        >>> normalize_username(" Hoa.TT ")
        'hoa.tt'
    """
    return unicodedata.normalize("NFKC", text).strip().lower()
