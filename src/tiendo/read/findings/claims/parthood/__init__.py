# SPDX-License-Identifier: Apache-2.0
"""Lists of parts, their totals, shares of a whole, and what is left."""
