# SPDX-License-Identifier: Apache-2.0
"""The board of a locality, and one target."""
