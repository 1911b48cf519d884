# SPDX-License-Identifier: Apache-2.0
"""Tiến Độ: targets, figures and reports of local governments in Vietnam."""

__version__ = "0.1.0"
