# SPDX-License-Identifier: Apache-2.0
"""The shape of the server's data: foreign keys point downward, migrations say what the models say."""

from __future__ import annotations

import tomllib

import pytest
from django.apps import apps
from django.core.management import call_command

from tests.architecture.tree import ROOT


def _order() -> list[str]:
    """Apps from the lowest to the highest, as the contract has them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "server")
    return [layer.strip("()") for layer in reversed(layers)]


def _keys() -> list[tuple[str, str, str]]:
    """App of the key, its name, app it points at; keys of other distributions point where they like."""
    ours = {config.label for config in apps.get_app_configs() if config.name.startswith("tiendo.server.")}
    return [
        (model._meta.app_label, f"{model.__name__}.{field.name}", field.related_model._meta.app_label)
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if model._meta.app_label in ours and field.is_relation and field.concrete and field.related_model is not None
        if field.related_model._meta.app_label in ours
    ]


def test_no_foreign_key_points_upward():
    place = {app: number for number, app in enumerate(_order())}
    assert not [key for key in _keys() if place[key[0]] < place[key[2]]]


def test_there_are_foreign_keys_to_look_at():
    assert len(_keys()) > 20


@pytest.mark.django_db
def test_the_migrations_make_what_the_models_say():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
