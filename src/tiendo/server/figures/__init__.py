# SPDX-License-Identifier: Apache-2.0
"""The app ``figures``: the catalogue of indicators, and observations with their provenance."""
