# SPDX-License-Identifier: Apache-2.0
"""Time expressions and the span of time they stand for."""
