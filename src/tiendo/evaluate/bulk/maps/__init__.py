# SPDX-License-Identifier: Apache-2.0
"""Figures of former units for plans of the units of one day: what crosses over whole, as a table; what does not, named.

Where units went is known to ``tiendo.lineage``, of which this library knows nothing: who calls it brings a ``Ground``.
"""

from tiendo.evaluate.bulk.maps.ground import Ground, Part
from tiendo.evaluate.bulk.maps.grouping import find_unplaced, map_of, restate_groups

__all__ = ["Ground", "Part", "find_unplaced", "map_of", "restate_groups"]
