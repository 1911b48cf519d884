# SPDX-License-Identifier: Apache-2.0
"""Which quantities measure something at all, and what bare numbers count."""
