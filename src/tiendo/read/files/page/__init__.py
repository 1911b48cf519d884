# SPDX-License-Identifier: Apache-2.0
"""Pages of the web: the article without what stands around it."""
