# SPDX-License-Identifier: Apache-2.0
"""The demonstration reports; MANIFEST.md says what each file is and which figures are invented."""
