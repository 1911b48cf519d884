# SPDX-License-Identifier: Apache-2.0
"""Words that widen a number (hơn, gần, khoảng …)."""
