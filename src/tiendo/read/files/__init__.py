# SPDX-License-Identifier: Apache-2.0
"""Files → documents: running text in blocks, tables in cells, each with its place in the original.

Here: the public face. The formats are one module each; this room knows nothing of figures.
"""

from tiendo.read.files.errors import UnreadableFile
from tiendo.read.files.opening import open_document, supported_suffixes

__all__ = ["UnreadableFile", "open_document", "supported_suffixes"]
