# SPDX-License-Identifier: Apache-2.0
"""The contrast that the look promises, computed from the tokens: text in charts too, which no tool measures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from tiendo.server.support.statuses import STATUSES

TEXT, SHAPE = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11
GROUNDS = ("bg", "surface", "sunken")
CSS = Path(finders.find("look/tokens.css")).read_text("utf-8")


def _tokens(block):
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})\b", block))


LIGHT = _tokens(CSS[CSS.index(":root {") : CSS.index("@media")])
DARK = _tokens(CSS[CSS.index('[data-theme="dark"] {') :])
THEMES = {"light": LIGHT, "dark": {**LIGHT, **DARK}}


def _light(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one, other):
    """Contrast of two colours as WCAG 2 defines it."""
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_ratio_is_that_of_the_standard():
    assert ratio("#000000", "#ffffff") == pytest.approx(21)
    assert ratio("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def _pairs():
    for ground in GROUNDS:
        for ink in ("ink", "ink-2", "ink-3", "accent"):
            yield ink, ground, TEXT
        for edge in ("edge", "focus"):
            yield edge, ground, SHAPE
    for look in STATUSES.values():
        yield f"st-{look.style}-fg", f"st-{look.style}-bg", TEXT
        for ground in GROUNDS:
            yield f"st-{look.style}-mark", ground, SHAPE
    yield from (("on-accent", "accent", TEXT), ("on-bar", "bar", TEXT), ("on-bar-2", "bar", TEXT))
    yield from (
        ("ink", "quote", TEXT),
        ("paper-ink", "paper", TEXT),
        ("ink", "warn-bg", TEXT),
        ("ink-2", "warn-bg", TEXT),
    )
    yield from ((kind, f"{kind}-bg", TEXT) for kind in ("k-measure", "k-claim", "k-directive", "k-cite", "k-party"))
    yield from (("paper-ink", f"k-{kind}-bg", TEXT) for kind in ("measure", "claim", "directive", "cite"))
    # charts: words, lines and bars on their surface, and on what may lie behind them
    yield from ((part, "surface", SHAPE) for part in ("actual", "plan", "ghost-edge"))
    yield from (("ink", back, TEXT) for back in ("ghost", "fan-1", "fan-2"))
    yield from (("st-at-risk-fg", "surface", TEXT), ("ink-2", "raised", TEXT), ("ink", "accent-bg", TEXT))
    yield from (("ink", "st-at-risk-bg", TEXT), ("st-at-risk-mark", "st-at-risk-bg", SHAPE))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("fore", "back", "least"), sorted(set(_pairs())), ids=str)
def test_every_pair_of_colours_can_be_read(theme, fore, back, least):
    tokens = THEMES[theme]
    assert ratio(tokens[fore], tokens[back]) >= least


def test_dark_by_choice_and_dark_by_the_device_are_one():
    by_device = CSS[CSS.index("prefers-color-scheme: dark") : CSS.index('[data-theme="dark"] {')]
    assert _tokens(by_device) == DARK


def test_every_colour_that_a_style_uses_is_a_token():
    styles = Path(finders.find("support/app.css")).read_text("utf-8")
    known = set(re.findall(r"--([\w-]+)\s*:", CSS + styles)) | {"v", "e", "cols"}
    assert not set(re.findall(r"var\(--([\w-]+)", styles)) - known
