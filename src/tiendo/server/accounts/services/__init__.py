# SPDX-License-Identifier: Apache-2.0
"""What is done with accounts and grants: one act, one function, recorded in its own transaction."""

from tiendo.server.accounts.services.grants import grant_role, revoke_grant
from tiendo.server.accounts.services.people import (
    change_own_password,
    close_account,
    create_user,
    open_account,
    remove_second_factor,
    require_second_factor,
    reset_password,
)
from tiendo.server.accounts.services.signing import forget_addresses, note_second_factor, note_sign_in, note_sign_out
from tiendo.server.accounts.services.tokens import create_token, find_bearer, refuse_first_steps, revoke_token

__all__ = [
    "change_own_password",
    "close_account",
    "create_token",
    "create_user",
    "find_bearer",
    "forget_addresses",
    "grant_role",
    "note_second_factor",
    "note_sign_in",
    "note_sign_out",
    "open_account",
    "refuse_first_steps",
    "remove_second_factor",
    "require_second_factor",
    "reset_password",
    "revoke_grant",
    "revoke_token",
]
