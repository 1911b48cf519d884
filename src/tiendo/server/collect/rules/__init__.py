# SPDX-License-Identifier: Apache-2.0
"""Pure decisions: what may be done with a sheet, its days, what a typed text says, what is wrong with it."""
