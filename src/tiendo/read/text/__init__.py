# SPDX-License-Identifier: Apache-2.0
"""Text as it is matched: normal form with a way back, paragraphs and sentences. Knows nothing of figures."""
