# SPDX-License-Identifier: Apache-2.0
"""The app ``support``: fields, packs with line numbers, the page frame, formats; no models, no domain words."""
