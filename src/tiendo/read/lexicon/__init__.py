# SPDX-License-Identifier: Apache-2.0
"""Word lists as data; each names its source."""
