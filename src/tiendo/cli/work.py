# SPDX-License-Identifier: Apache-2.0
"""One file → one outcome, in whichever process it runs.

What is here: reading, judging claims, one sentence for whatever goes wrong. Not here: many files (``pool``), output.
"""
# ruff: noqa: PLC0415 - CONFIG: the reader is loaded when there is something to read

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tiendo.cli.sources import Source
from tiendo.kernel.findings import Reading, Span
from tiendo.kernel.problem import Problem
from tiendo.render.data import Checked, JudgedClaim, Outcome, Unread
from tiendo.render.records import encode_reading

if TYPE_CHECKING:
    from tiendo.verify import Judgement

Task = Callable[[Source], object]


@dataclass(frozen=True, slots=True)
class _Judged(JudgedClaim):
    """A judged claim with its problem, so that the audit need not judge it once more."""

    problem: Problem | None = None


def read_source(source: Source) -> Checked | Unread:
    """Read one document and judge its claims; problems are added by ``audit``."""
    return _safely(source, has_sentences=True)


def _safely(source: Source, *, has_sentences: bool) -> Checked | Unread:
    try:
        return _read(source, has_sentences)
    except MemoryError:
        return Unread(
            source.path,
            "Tệp quá lớn so với bộ nhớ của máy; hãy tách thành nhiều tệp nhỏ hơn rồi đọc lại.",
            "The file is too large for the memory of this machine; split it and try again.",
        )
    except Exception as error:
        return crashed(source.path, f"{type(error).__name__}: {error}")


def crashed(path: str, reason: str) -> Unread:
    """The sentence for a fault of the program, which must not stop the other files."""
    short = " ".join(reason.split())[:200]
    return Unread(
        path,
        f"Không đọc được vì lỗi của chương trình ({short}); hãy gửi tệp này kèm thông báo cho người phát triển.",
        f"Not read because of a fault of the program ({short}); please send the file and this message to us.",
    )


def _read(source: Source, has_sentences: bool) -> Checked | Unread:
    from tiendo.read import read_file
    from tiendo.read.files.errors import UnreadableFile

    try:
        reading = read_file(source.path, data=source.data, media=source.media)
    except UnreadableFile as error:
        return Unread(source.path, error.message, error.message_en)
    sentences = _sentences(reading.document.text) if has_sentences else ()
    return Checked(reading, claims=_judge(reading), sentences=sentences)


def _judge(reading: Reading) -> tuple[JudgedClaim, ...]:
    from tiendo.verify import describe, judge

    judged = []
    for claim in reading.claims:
        verdict = judge(claim)
        judged.append(_Judged(claim, verdict.is_consistent, describe(claim, verdict), verdict.problem))
    return tuple(judged)


def _verdict(claim: JudgedClaim) -> Judgement:
    """What was judged where the document was read."""
    from tiendo.verify import Judgement, judge

    return Judgement(claim.consistent, None, "", claim.problem) if isinstance(claim, _Judged) else judge(claim.claim)


def _sentences(text: str) -> tuple[Span, ...]:
    from tiendo.read.text.sentences import split_sentences
    from tiendo.read.text.shadow import cast

    shadow = cast(text)
    return tuple(Span(*shadow.place(found.start, found.end)) for found in split_sentences(shadow))


def audit(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The outcomes with their problems; documents are compared with each other too."""
    from tiendo.verify import audit as find_problems

    checked = [outcome for outcome in outcomes if isinstance(outcome, Checked)]
    try:
        verdicts = [[_verdict(claim) for claim in outcome.claims] for outcome in checked]
        found = iter(find_problems([outcome.reading for outcome in checked], verdicts))
    except Exception as error:
        if len(outcomes) == 1:
            return [crashed(checked[0].reading.document.path, f"{type(error).__name__}: {error}")]
        # one of them is too much for the audit: each by itself, so that the others are still checked
        return [audited for outcome in outcomes for audited in audit([outcome])]
    return [
        replace(outcome, problems=tuple(next(found))) if isinstance(outcome, Checked) else outcome
        for outcome in outcomes
    ]


def read_as_json(source: Source) -> tuple[str, Unread | None]:
    """One line of JSON, made where the document was read so that only text travels between processes."""
    outcome = _safely(source, has_sentences=False)
    return encode_reading(outcome), outcome if isinstance(outcome, Unread) else None
