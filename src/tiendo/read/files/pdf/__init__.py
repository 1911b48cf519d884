# SPDX-License-Identifier: Apache-2.0
"""PDF files: paragraphs, ruled tables, scans."""
