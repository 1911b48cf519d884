# SPDX-License-Identifier: Apache-2.0
"""All claims of a running text, in order; each statement once, by the rule that knows most about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tiendo.kernel.findings import CellRef, Claim, ClaimType, Measurement, Operand
from tiendo.read.engine.scan import Scan
from tiendo.read.findings.claims.context.items import CHANGE
from tiendo.read.findings.claims.context.passages import Passage, Passages
from tiendo.read.findings.claims.lists import find_enumerations
from tiendo.read.findings.claims.parthood.agreements import find_agreeing_sums
from tiendo.read.findings.claims.parthood.brackets import find_in_brackets
from tiendo.read.findings.claims.parthood.bullets import find_bulleted
from tiendo.read.findings.claims.parthood.partlists import PartList, find_lists
from tiendo.read.findings.claims.parthood.remainders import find_remainders
from tiendo.read.findings.claims.parthood.sums import find_sums
from tiendo.read.findings.claims.parthood.wholes import find_shares
from tiendo.read.findings.claims.rates.agreements import Agreements
from tiendo.read.findings.claims.rates.differences import find_differences
from tiendo.read.findings.claims.rates.implied import find_implied_bases
from tiendo.read.findings.claims.rates.pairs import find_pairs
from tiendo.read.findings.claims.rates.plans import find_planned
from tiendo.read.findings.claims.rates.ratios import find_ratios
from tiendo.read.findings.claims.rates.structures import find_structures
from tiendo.read.findings.claims.rates.tables import Rows, link_to_tables
from tiendo.read.findings.claims.tallies import TALLIED, find_tallies
from tiendo.read.findings.claims.words import PARTS_WORDS

_PAIR = 2
#: Without one of these two percentages of a sentence say nothing of each other.
_COMPARING = ("từ", "vượt", "so với", "điểm", "thiếu", "hụt", "(", "/")
#: Without one of these an amount that is alone of its kind in a sentence has no tie to another.
_JOINING = (*PARTS_WORDS, "còn", "từ", "(")


def find_claims(scan: Scan, measurements: Sequence[Measurement]) -> list[Claim]:
    """The statements of the running text whose arithmetic can be checked.

    Args:
        measurements: those of the text; those of cells serve as bases ("đạt 73% chỉ tiêu năm": the plan is in a table).

    Returns:
        The claims in the order of the text. Whether they hold is for ``verify``; one that rests on a guess about its
        operands is left out unless it holds or a slip of digits explains it, then with a low confidence.
    """
    passages = Passages(scan, measurements)
    agreements, rows = Agreements(passages), Rows(measurements)
    found: list[Claim] = []
    of_tables: list[Claim] = []
    for passage in passages:
        told = list(_claims_of(passages, passage))
        explained = {
            operand.span for claim in told for operand in claim.operands if operand.role in ("stated", "change")
        }
        found += told
        found += agreements.find(passage, explained)
        of_tables += link_to_tables(passages, passage, rows)
    found += find_bulleted(passages)
    found += find_enumerations(scan)
    found += of_tables
    return _each_once(found)


def _claims_of(passages: Passages, passage: Passage) -> Iterator[Claim]:
    """The rules that the figures of a sentence can call for."""
    if not passage.figures:
        yield from _of_extras(passages, passage)
        return
    yield from find_pairs(passages, passage)
    if passage.has_percent:
        if passage.count > 1 and (passage.near_kin >= _PAIR or _can_compare(passage)):
            yield from _of_many(passages, passage)
    elif passage.near_kin >= _PAIR or "từ" in passage.text:
        yield from _of_amounts(passages, passage)
    elif "(" in passage.text:
        yield from find_in_brackets(passages, passage)


def _can_compare(passage: Passage) -> bool:
    """Whether percentages with no two amounts of a kind near can be checked: against each other, or n/m beside one."""
    percentages = sum(figure.is_percent for figure in passage.figures)
    if percentages == _PAIR and passage.count == _PAIR:
        return any(word in passage.text for word in _COMPARING)
    return percentages > 1 or "/" in passage.text


def _of_amounts(passages: Passages, passage: Passage) -> Iterator[Claim]:
    """A sentence without percentages."""
    text = passage.text
    if passage.own_kin < _PAIR and not any(word in text for word in _JOINING):
        if passage.near_kin > _PAIR or any(figure.quantity.unit.startswith(TALLIED) for figure in passage.figures):
            yield from _of_extras(passages, passage)
    else:
        yield from (_of_one if passage.count == 1 else _of_many)(passages, passage)


def _of_one(passages: Passages, passage: Passage) -> Iterator[Claim]:
    """A sentence with one amount: a part of what was told before."""
    text = passage.text
    if "(" in text:
        yield from find_in_brackets(passages, passage)
    tallies = list(find_tallies(passages, passage))
    yield from tallies
    sums = [*find_sums(passages, _lists(passages, passage, tallies))]
    if "còn" in text:
        yield from find_planned(passages, passage)
        sums += find_remainders(passages, passage)
    yield from sums
    yield from _new_sums([*tallies, *sums], find_agreeing_sums(passages, passage))


def _of_many(passages: Passages, passage: Passage) -> Iterator[Claim]:
    """A sentence with several numbers."""
    items = passage.items
    tallies = list(find_tallies(passages, passage))
    yield from tallies
    lists = _lists(passages, passage, tallies)
    if passage.has_percent:
        yield from find_ratios(passages, passage)
        yield from find_shares(passages, passage, lists)
        yield from find_implied_bases(passages, passage)
        yield from find_structures(passages, passage)
    if passage.has_percent or "còn" in passage.text:
        yield from find_planned(passages, passage)
    if any(item.role is CHANGE for item in items):
        yield from find_differences(passages, passage)
    sums = [
        *find_sums(passages, lists),
        *find_in_brackets(passages, passage),
        *find_remainders(passages, passage),
    ]
    yield from sums
    yield from _new_sums([*tallies, *sums], find_agreeing_sums(passages, passage))


def _lists(passages: Passages, passage: Passage, tallies: list[Claim]) -> list[PartList]:
    """The lists of parts; targets by status are no plain sum."""
    lists = sorted(find_lists(passages, passage), key=lambda found: found.start)
    if not tallies:
        return lists
    return [found for found in lists if not found.parts[0].figure.quantity.unit.startswith(TALLIED)]


def _of_extras(passages: Passages, passage: Passage) -> Iterator[Claim]:
    """What the numbers of a sentence make, though no word ties them."""
    tallies = list(find_tallies(passages, passage))
    yield from tallies
    yield from _new_sums(tallies, find_agreeing_sums(passages, passage))


def _new_sums(known: list[Claim], found: Iterable[Claim]) -> Iterator[Claim]:
    """Sums that agree, but for those whose total another claim has."""
    totals = {claim.operands[0].span for claim in known if len(claim.operands) > _PAIR}
    counted = {operand.span for claim in known if claim.type is ClaimType.TARGET_TALLY for operand in claim.operands}
    for claim in found:
        if claim.operands[0].span not in totals and counted.isdisjoint(operand.span for operand in claim.operands):
            yield claim


def _place(operand: Operand) -> int | CellRef | None:
    return operand.span.start if operand.span is not None else operand.cell


def _key(claim: Claim) -> tuple[object, ...]:
    """What is stated: the percentage or change of a claim, or the total with its parts."""
    if claim.type in (ClaimType.SUM, ClaimType.IMPLIED_BASE):
        return claim.type, tuple((_place(operand), operand.quantity.value) for operand in claim.operands)
    told = [operand for operand in claim.operands if operand.role in ("stated", "change", "total", "count")]
    span = told[0].span if told else claim.span
    place = (span.start, span.end) if span is not None else None
    return claim.type, place, told[0].quantity.value if told else None


def _each_once(claims: list[Claim]) -> list[Claim]:
    seen: set[tuple[object, ...]] = set()
    out = []
    for claim in claims:
        key = _key(claim)
        if key in seen:
            continue
        seen.add(key)
        out.append(claim)
    out.sort(key=lambda claim: (claim.span.start, claim.span.end) if claim.span is not None else (0, 0))
    return out
