# SPDX-License-Identifier: Apache-2.0
"""The whole walk of one document: blocks and tables → scan → facts → findings → reading.

The only place that knows every finder. Not here: how a file is opened (``files``) or a claim is judged (``verify``).
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tiendo.kernel.document import Document
from tiendo.kernel.findings import Measurement, Reading
from tiendo.read.engine.scan import scan
from tiendo.read.files import open_document
from tiendo.read.findings.citations import find_citations
from tiendo.read.findings.claims import find_claims
from tiendo.read.findings.directives import find_directives
from tiendo.read.findings.facts import find_facts
from tiendo.read.findings.indicators import match_indicator
from tiendo.read.findings.people import find_people
from tiendo.read.link.measurements import find_measurements
from tiendo.read.link.periods.anchor import anchor_of
from tiendo.read.tables import read_tables

#: New objects after which the garbage collector looks through them, while a document is read.
_YOUNG = 50_000


def read_document(document: Document) -> Reading:
    """Everything found in a document. The same document gives the same reading, on any machine."""
    with _seldom_collected():
        return _read(document)


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Findings are plain data that stays: to look through them for garbage every 700 objects takes a fifth of the time.

    The setting is one of the process; it is only ever raised, and put back by whoever raised it.
    """
    young, *older = gc.get_threshold()
    if not 0 < young < _YOUNG:  # 0: collection is off
        yield
        return
    gc.set_threshold(_YOUNG, *older)
    try:
        yield
    finally:
        gc.set_threshold(young, *older)


def _read(document: Document) -> Reading:
    seen = scan(document.text)
    facts = find_facts(seen, Path(document.path).name)
    measurements = find_measurements(seen, anchor_of(seen, facts))
    in_tables = read_tables(document, facts)
    measurements += in_tables.measurements
    for i, measurement in enumerate(measurements):
        code = match_indicator(measurement.subject, measurement.unit)
        if code is not None:
            measurements[i] = replace(measurement, indicator=code)
    claims = [*find_claims(seen, measurements), *in_tables.claims]
    if document.is_scanned:
        measurements = [_to_confirm(measurement) for measurement in measurements]
    return Reading(
        document=document,
        facts=facts,
        measurements=tuple(measurements),
        claims=tuple(claims),
        directives=tuple(find_directives(seen, facts)),
        citations=tuple(find_citations(seen)),
        people=tuple(find_people(seen)),
    )


def read_file(path: Path | str, *, data: bytes | None = None, media: str | None = None) -> Reading:
    """Open and read one file.

    Args:
        path: where it is; with ``data`` only its name is used.
        data: its bytes, when they do not come from the disk (standard input, an upload).
        media: "txt", "docx" …, when neither name nor content tell.

    Raises:
        UnreadableFile: it cannot be read; its ``message`` is a Vietnamese sentence that says what to do.
    """
    return read_document(open_document(path, data=data, media=media))


def _to_confirm(measurement: Measurement) -> Measurement:
    """Optical recognition mistakes digits silently, so every number waits for a person (STACK 10)."""
    return replace(measurement, to_confirm=True)
