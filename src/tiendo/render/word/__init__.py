# SPDX-License-Identifier: Apache-2.0
"""The document as Word, with a comment at each problem: the original .docx where there is one, else a new one."""

from __future__ import annotations

from tiendo.render.word.commented import write_commented

__all__ = ["write_commented"]
