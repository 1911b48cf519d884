# SPDX-License-Identifier: Apache-2.0
"""Which time governs a quantity: in its sentence, its paragraph, its section, the document."""
