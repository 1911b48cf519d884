# SPDX-License-Identifier: Apache-2.0
"""Targets and verdicts as plain data: the public face."""

from __future__ import annotations
