# SPDX-License-Identifier: Apache-2.0
"""Packs: folders that a locality copies and changes. Reading them with the file and line of every fault.

A pack is a folder with ``pack.yaml`` (what it is, its sources and licence) and the files named there. What a kind of
pack means is said by the app that loads it; a pack with a fault loads nothing.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

import yaml
from django.utils.translation import gettext as _
from pydantic import BaseModel, ConfigDict, ValidationError

M = TypeVar("M", bound=BaseModel)
Path_ = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in a pack.

    Attributes:
        line: 1-based; 0 when it is about the whole file.
        sentence: translated: what is wrong and what would be right.
    """

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.sentence}" if self.line else f"{self.file}: {self.sentence}"


class PackError(Exception):
    """A pack that cannot be loaded, with all its faults; nothing of it was loaded."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = tuple(faults)


class Strict(BaseModel):
    """Base of what a pack may hold: a word that nobody knows is a fault, not ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Source(Strict):
    """Where the content comes from."""

    what: str
    origin: str
    licence: str


class Manifest(Strict):
    """``pack.yaml``.

    Attributes:
        kind: which app loads it: "units", "indicators", "targets", "forms".
        code: lower-case ASCII; a pack of the same code replaces what it loaded before.
        files: names of the files in the folder, in the order of loading.
    """

    kind: str
    code: str
    title: str
    title_en: str = ""
    files: tuple[str, ...]
    sources: tuple[Source, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Marked(Generic[M]):
    """A value that was read from YAML, and the line at which each part of it stands."""

    value: M
    file: str
    lines: dict[Path_, int] = field(repr=False)

    def line_of(self, *path: int | str) -> int:
        """The line of a part; of the nearest part around it when it is not written at all."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def fault(self, sentence: str, *path: int | str) -> Fault:
        """A fault at a part."""
        return Fault(self.file, self.line_of(*path), sentence)


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that was opened: its manifest, and the hash over all its files."""

    folder: Path
    manifest: Manifest
    sha256: str


def open_pack(folder: Path) -> Pack:
    """Reads ``pack.yaml``.

    Raises:
        PackError: no folder, no manifest, a fault in it, or a file that it names is not there.
    """
    path = folder / "pack.yaml"
    if not path.is_file():
        raise PackError([Fault(str(folder), 0, _("This is no pack: the file pack.yaml is missing."))])
    marked = read_yaml(path, Manifest)
    missing = [
        marked.fault(_("The file %(name)s is not in the folder.") % {"name": name}, "files", place)
        for place, name in enumerate(marked.value.files)
        if not (folder / name).is_file()
    ]
    if missing:
        raise PackError(missing)
    digest = hashlib.sha256()
    for name in ("pack.yaml", *marked.value.files):
        digest.update(hashlib.sha256((folder / name).read_bytes()).digest())
    return Pack(folder, marked.value, digest.hexdigest())


def read_yaml(path: Path, model: type[M]) -> Marked[M]:
    """A YAML file checked against a model.

    Raises:
        PackError: with every fault and its line.
    """
    try:
        text = path.read_text("utf-8")
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
        data = yaml.load(text, Loader=yaml.CSafeLoader)
    except UnicodeDecodeError as error:
        raise PackError([Fault(str(path), 0, _("The file is not UTF-8: save it as UTF-8."))]) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        sentence = _("The YAML is broken here: check spaces, colons and quotes (%(problem)s).")
        raise PackError([Fault(str(path), line, sentence % {"problem": error.problem})]) from error
    lines: dict[Path_, int] = {}
    faults = list(_walk(root, (), lines, str(path)))
    if faults:
        raise PackError(faults)
    try:
        return Marked(model.model_validate(data), str(path), lines)
    except ValidationError as error:
        marked = Marked(Manifest.model_construct(), str(path), lines)
        raise PackError([marked.fault(_tell(item), *item["loc"]) for item in error.errors()]) from error


def read_csv(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of a CSV file with their lines.

    Raises:
        PackError: not UTF-8, a column is missing, or a row has another number of cells.
    """
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        try:
            header = next(reader, [])
            missing = [name for name in columns if name not in header]
            if missing:
                sentence = _("The columns %(names)s are missing in the first row.") % {"names": ", ".join(missing)}
                raise PackError([Fault(str(path), 1, sentence)])
            for cells in reader:
                if len(cells) != len(header):
                    counts = {"found": len(cells), "wanted": len(header)}
                    sentence = _("The row has %(found)s cells, the first row has %(wanted)s.") % counts
                    raise PackError([Fault(str(path), reader.line_num, sentence)])
                yield reader.line_num, dict(zip(header, cells, strict=True))
        except UnicodeDecodeError as error:
            raise PackError([Fault(str(path), 0, _("The file is not UTF-8: save it as UTF-8."))]) from error


def _walk(node: yaml.Node | None, path: Path_, lines: dict[Path_, int], file: str) -> Iterator[Fault]:
    """Notes the line of every part; a key that stands twice is a fault."""
    if node is None:
        return
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            below = (*path, key.value)
            if below in lines:
                sentence = _("“%(name)s” stands here a second time (first in line %(line)s): remove one.")
                yield Fault(file, key.start_mark.line + 1, sentence % {"name": key.value, "line": lines[below]})
            lines[below] = key.start_mark.line + 1
            yield from _walk(value, below, lines, file)
    elif isinstance(node, yaml.SequenceNode):
        for place, value in enumerate(node.value):
            yield from _walk(value, (*path, place), lines, file)


def _tell(item: Any) -> str:
    """A fault that pydantic found, in words for the person."""
    name, context = str(item["loc"][-1]) if item["loc"] else "", item.get("ctx", {})
    given = str(item.get("input"))[:80]
    match item["type"]:
        case "missing":
            return _("“%(name)s” is missing.") % {"name": name}
        case "extra_forbidden":
            return _("Nobody knows “%(name)s” here: remove it or correct its spelling.") % {"name": name}
        case "enum" | "literal_error":
            values = {"name": name, "given": given, "expected": context.get("expected", "")}
            return _("“%(name)s” cannot be “%(given)s”: it must be %(expected)s.") % values
        case "value_error":
            return str(context.get("error", item["msg"]))
        case _:
            values = {"name": name, "given": given, "problem": item["msg"]}
            return _("“%(name)s” cannot be “%(given)s” (%(problem)s).") % values
