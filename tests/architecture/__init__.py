# SPDX-License-Identifier: Apache-2.0
"""The shape of the house: imports, files, words, sources and docs."""
