# SPDX-License-Identifier: Apache-2.0
"""What a text says besides its measurements: claims, directives, citations, people, facts of the document."""
