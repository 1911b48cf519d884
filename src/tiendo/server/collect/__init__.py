# SPDX-License-Identifier: Apache-2.0
"""The app ``collect``: forms, the sheets that units fill in, and how a sheet becomes figures."""
