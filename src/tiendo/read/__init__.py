# SPDX-License-Identifier: Apache-2.0
"""A document file → text and tables with anchors → findings. Deterministic and offline; no clock, no locale."""
