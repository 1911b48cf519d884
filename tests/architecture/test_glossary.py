# SPDX-License-Identifier: Apache-2.0
"""The glossary has every word that the rooms share, and no word that the code does not use."""

from __future__ import annotations

import ast
import re

from tests.architecture.tree import PACKAGE, ROOT, files

ROWS = re.findall(
    r"^\| ([^|]+) \| (`[^|]+`) \| ([^|]+) \|$", (ROOT / "docs/glossary.md").read_text("utf-8"), re.MULTILINE
)
WORDS = [word for _, code, _ in ROWS for word in re.findall(r"`(\w+)`", code)]
#: Vietnamese without marks is a slip of the keyboard; these words carry none.
WITHOUT_MARKS = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)


def _shared_classes() -> set[str]:
    modules = [path for path in (PACKAGE / "kernel").glob("*.py")]
    classes = [
        node for path in modules for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.ClassDef)
    ]
    return {node.name for node in classes if not node.name.startswith("_") and not node.name.endswith("Error")}


def test_every_dataclass_and_enum_of_the_kernel_is_explained():
    assert not _shared_classes() - set(WORDS)


def test_every_word_stands_once():
    assert not {word for word in WORDS if WORDS.count(word) > 1}


def test_every_word_is_in_the_code():
    code = "\n".join(path.read_text("utf-8") for path in files(".py", under=("src",)))
    assert not [word for word in WORDS if not re.search(rf"(?<!\w){word}(?!\w)", code)]


def test_every_vietnamese_word_carries_its_marks():
    assert not [vietnamese for vietnamese, _, _ in ROWS if not WITHOUT_MARKS.search(vietnamese)]
