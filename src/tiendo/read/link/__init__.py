# SPDX-License-Identifier: Apache-2.0
"""Quantity + subject + kind + comparison + period → measurement."""
