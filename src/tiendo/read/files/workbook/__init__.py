# SPDX-License-Identifier: Apache-2.0
"""Workbooks: one table per visible sheet."""
