# SPDX-License-Identifier: Apache-2.0
"""The app ``audit``: the append-only, hash-chained record of what people and the system did."""
