# SPDX-License-Identifier: Apache-2.0
"""Columns that Django lacks."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class ExactDecimalField(models.Field[Decimal | str | int | None, Decimal | None]):
    """A decimal exactly as printed, trailing zeros included ("26,70" is not "26,7"), stored as text.

    SQLite makes a binary float of Django's own decimal column. The price: the database does not compare or add these;
    figures are compared and added in Python, or by the bulk engine, which casts them.
    """

    description = _("Exact decimal number")
    max_length = 60

    def get_internal_type(self) -> str:
        """A column of text."""
        return "CharField"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = self.max_length
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """Without the length, which is the field's own."""
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("max_length", None)
        return name, path, args, kwargs

    def from_db_value(self, value: str | None, *_: Any) -> Decimal | None:
        """Text of the database as a decimal."""
        return None if value is None else Decimal(value)

    def to_python(self, value: Any) -> Decimal | None:
        """A decimal of whatever a form or a fixture holds; a float is refused, for it is not exact."""
        if value is None or isinstance(value, Decimal):
            return value
        if isinstance(value, float):
            raise ValidationError(_("A figure cannot be a binary float: %(value)s."), params={"value": value})
        try:
            return Decimal(value)
        except (InvalidOperation, ValueError, TypeError) as error:
            raise ValidationError(_("%(value)s is not a number."), params={"value": value}) from error

    def get_prep_value(self, value: Any) -> str | None:
        """The decimal as plain text, never in powers of ten."""
        number = self.to_python(value)
        if number is None:
            return None
        if not number.is_finite():
            raise ValidationError(_("%(value)s is not a number."), params={"value": value})
        return f"{number:f}"
