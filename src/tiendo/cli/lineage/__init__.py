# SPDX-License-Identifier: Apache-2.0
"""The commands about units through time: the map of a day, the life of a unit, figures on another map. No database."""
