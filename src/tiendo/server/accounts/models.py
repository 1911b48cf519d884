# SPDX-License-Identifier: Apache-2.0
"""People and their grants."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q

from tiendo.server.accounts.data import Outcome, Role
from tiendo.server.units.models import Unit


class User(AbstractUser):
    """A person who signs in. Rights come from grants alone; Django's own permissions are not used."""

    first_name = None  # type: ignore[assignment]  # Vietnamese names are one field
    last_name = None  # type: ignore[assignment]
    full_name = models.CharField(max_length=200)
    search_key = models.CharField(max_length=200, blank=True)  # without marks
    sort_key = models.CharField(max_length=400, blank=True)  # by given name, the last word
    one_time_until = models.DateTimeField(
        null=True
    )  # an administrator set the password; it must be changed before this
    must_use_second_factor = models.BooleanField(default=False)

    REQUIRED_FIELDS = ["full_name"]

    def __str__(self) -> str:
        return self.full_name

    def get_full_name(self) -> str:
        """The name as written."""
        return self.full_name

    def get_short_name(self) -> str:
        """The given name: the last word."""
        return self.full_name.split()[-1] if self.full_name else self.username


class Grant(models.Model):
    """One role over one unit and everything below it, for a time (half-open days)."""

    user = models.ForeignKey(User, models.CASCADE, related_name="grants")
    role = models.CharField(max_length=16, choices=[(role.value, role.value) for role in Role])
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")  # None: the whole installation
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        """A grant goes forward in time and has a role that is known."""

        indexes = (models.Index(fields=["role", "valid_from"]),)
        constraints = (
            models.CheckConstraint(condition=Q(role__in=[role.value for role in Role]), name="accounts_role_is_known"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_from__lt=F("valid_to")), name="accounts_grant_goes_forward"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} {self.unit_id}"


class SignIn(models.Model):
    """One try to sign in, with the address it came from. Kept for a time only (SECURITY.md); the record of acts has no
    addresses and keeps the rest for ever. What was typed as a name is not kept: it is a password too often.
    """

    at = models.DateTimeField(db_index=True)
    user = models.ForeignKey(User, models.CASCADE, null=True, related_name="sign_ins")  # None: no such name
    outcome = models.CharField(max_length=10, choices=[(outcome.value, outcome.value) for outcome in Outcome])
    address = models.CharField(max_length=45, blank=True)

    def __str__(self) -> str:
        return f"{self.at} {self.user_id} {self.outcome}"


class Token(models.Model):
    """What another system shows in place of a person; it never may more than the person (``data.TokenScope``)."""

    user = models.ForeignKey(User, models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, unique=True)  # SHA-256 of the secret, which is random enough for that
    hint = models.CharField(max_length=8)  # its last signs, by which the owner knows it again
    acts = models.JSONField()
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")  # None: as far as the owner reaches
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)  # to the minute
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.user_id} {self.name}"
