# SPDX-License-Identifier: Apache-2.0
"""How much a file may hold: every bound of this room in one place.

What is here: constants with their reason. Not here: the sentences said when a bound is passed (``errors``).
"""

from __future__ import annotations

MIB = 1024 * 1024

#: Bytes of a text or Markdown file: a term of a province's reports is far below it.
MAX_TEXT_BYTES = 50 * MIB
#: Bytes of a page: its tree takes about ten times as much memory.
MAX_HTML_BYTES = 20 * MIB
#: Bytes of a .docx, .xlsx, .xls or .ods.
MAX_OFFICE_BYTES = 64 * MIB
#: Bytes of a PDF: scans are large, one page is looked at at a time.
MAX_PDF_BYTES = 128 * MIB

#: Bytes of all parts of a zip container together, once unpacked.
MAX_UNPACKED_BYTES = 256 * MIB
#: Bytes of one part that is held as a tree (document.xml, styles.xml; sheets are streamed).
MAX_TREE_BYTES = 64 * MIB
#: Parts of a zip container: one part per picture, a report has tens.
MAX_PARTS = 5_000
#: Unpacked over packed bytes of one part. XML of offices reaches 10 to 60; the worst bomb of one layer 1,032.
MAX_RATIO = 200
#: A part below this size is never a bomb, whatever its ratio.
MIN_BOMB_BYTES = 4 * MIB

#: Places of all grids of a document together (a merged or empty place counts too): about 250 MB.
MAX_CELLS = 500_000
#: Columns of one grid of a page or a document; Excel itself has 16,384.
MAX_COLUMNS = 1_024
#: Nesting of tables in tables, or of elements in a page, that is followed.
MAX_DEPTH = 200
#: Blocks of a plain text; what follows is one block.
MAX_BLOCKS = 500_000

#: Pages of a PDF.
MAX_PAGES = 3_000
#: Signs of one page of a PDF; a page full of small print has 15,000.
MAX_PAGE_SIGNS = 300_000
#: Pages of a PDF that go through optical recognition: about two seconds each.
MAX_SCANNED_PAGES = 300
#: Seconds that recognition of one page may take.
MAX_SCAN_SECONDS = 120
#: Resolution of the picture of a page, and the most pixels it may have (A3 at 300 dpi is 17 million).
SCAN_DPI = 200
MAX_SCAN_PIXELS = 24_000_000
