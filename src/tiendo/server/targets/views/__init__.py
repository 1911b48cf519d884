# SPDX-License-Identifier: Apache-2.0
"""Pages and acts of this app; the page of a target is that of the board."""
