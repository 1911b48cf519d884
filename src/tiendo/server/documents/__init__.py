# SPDX-License-Identifier: Apache-2.0
"""The app ``documents``: files by hash, their text with anchors, and search."""
