# SPDX-License-Identifier: Apache-2.0
"""Figures, dates and periods in templates: ``{% load formats %}``. Nothing but names for ``support.writing``."""

from __future__ import annotations

from django.template import Library

from tiendo.server.support import writing

register = Library()

register.filter("figure", writing.write_figure)  # {{ value|figure:indicator.decimals }}
register.filter("signed", writing.write_signed)
register.filter("percent", writing.write_percent)
register.filter("growth", writing.write_growth)
register.filter("points", writing.write_points)
register.filter("day", writing.write_day)
register.filter("moment", writing.write_moment)
register.filter("period", writing.write_period)
register.filter("initials", writing.initials)
register.simple_tag(writing.write_quantity, name="quantity")  # {% quantity value unit decimals %}
