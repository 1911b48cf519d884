# SPDX-License-Identifier: Apache-2.0
"""Installations that show what there is: the sample of four districts, and the whole country."""
