# SPDX-License-Identifier: Apache-2.0
"""One self-contained page: the document with everything found in it marked, figures and problems beside it."""

from __future__ import annotations

from tiendo.render.page.frame import write_page

__all__ = ["write_page"]
