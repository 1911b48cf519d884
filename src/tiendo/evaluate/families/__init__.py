# SPDX-License-Identifier: Apache-2.0
"""One module per family of rules; each turns a question into what was measured and the ladder that judges it."""
