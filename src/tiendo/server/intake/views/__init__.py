# SPDX-License-Identifier: Apache-2.0
"""Pages and acts of the review desk."""
