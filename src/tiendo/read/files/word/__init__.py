# SPDX-License-Identifier: Apache-2.0
"""Word files: paragraphs, tables, notes."""
