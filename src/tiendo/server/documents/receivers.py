# SPDX-License-Identifier: Apache-2.0
"""What the apps below ask of documents: the names of those that jobs are about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.dispatch import receiver
from django.urls import reverse

from tiendo.server.accounts.data import Scope
from tiendo.server.documents.queries import list_rows
from tiendo.server.jobs.data import Subject
from tiendo.server.jobs.signals import subjects_named

_KIND = "document:"


@receiver(subjects_named, dispatch_uid="documents.names")
def name_documents(*, subjects: Sequence[str], scope: Scope, **_rest: Any) -> dict[str, Subject]:
    """Titles of the documents that this person may see, in a fixed number of queries."""
    numbers = [int(one.removeprefix(_KIND)) for one in subjects if one.startswith(_KIND)]
    rows = list_rows(numbers, scope) if numbers else {}
    return {f"{_KIND}{number}": Subject(row.title, reverse("document", args=[number])) for number, row in rows.items()}
