# SPDX-License-Identifier: Apache-2.0
"""Who speaks to whom at a point of the text, and how surely the speech still goes on.

Here: the state a reader carries from sentence to sentence. Not here: what a single sentence says (``recognise``).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import IntEnum

from tiendo.kernel.records import record
from tiendo.read.engine.scan import Scan
from tiendo.read.findings.directives import parties
from tiendo.read.lexicon.bodies import LEVELS

_ADDRESS = frozenset({"đồng chí", "đ/c", "ông", "bà", "người đứng đầu"})
_REMEMBERED = 12
_PATIENCE = 2  # sentences without an order that a speech survives


@record
class Order:
    """An order found in a sentence: by which rule, whose, for whom; ``keeps`` as in ``Speech.order``."""

    rule: str
    who: parties.Speaker | None = None
    told: parties.Party | None = None
    keeps: bool = True


class Strength(IntEnum):
    """Nobody speaks; somebody speaks and has not ordered yet; orders are being given."""

    NONE = 0
    WEAK = 1
    STRONG = 2


@dataclass(slots=True)
class Speech:
    """The speech that is going on.

    Attributes:
        issuer: who speaks.
        addressee: who was told last.
        quiet: sentences since the last order.
        is_list: the items of a list are orders ("yêu cầu: 1. …").
        known: those who were named, the last one first.
    """

    strength: Strength = Strength.NONE
    issuer: parties.Speaker | None = None
    addressee: str | None = None
    quiet: int = 0
    is_list: bool = False
    known: list[parties.Speaker] = field(default_factory=list)

    def speaker(self, scan: Scan, start: int, end: int) -> parties.Speaker | None:
        """Who is named before a verb; one meant without a full name is the last known who fits."""
        who = parties.speaker(scan, start, end)
        if who is None or not who.is_person:
            return who
        if who.is_named:
            self._remember(who)
            return who
        meant = self._meant(who)
        return replace(meant, end=who.end, is_named=False) if meant is not None else who

    def _remember(self, who: parties.Speaker) -> None:
        self.known = [who, *(known for known in self.known if known.words != who.words)][:_REMEMBERED]

    def _meant(self, who: parties.Speaker) -> parties.Speaker | None:
        """Whom "ông Hải", "đồng chí" or "Bí thư Quận ủy" means: "Thủ tướng" is no director met before."""
        given_name = who.words.split()[-1]
        if who.office in _ADDRESS:
            if given_name.lower() in _ADDRESS or not given_name[:1].isupper():
                return self.issuer
            return next((known for known in self.known if known.words.split()[-1] == given_name), None)
        words = who.words.lower()
        for known in [*([self.issuer] if self.issuer else []), *self.known]:
            title = f"{known.office} {known.behind}"
            if who.office in title and (words in title or known is self.issuer):
                return known
        return None

    def hand_to(self, who: parties.Speaker | None, strength: Strength = Strength.NONE) -> None:
        """Somebody else speaks from here on."""
        if self._is_other(who):
            self.issuer, self.addressee = who, None
        self.strength, self.quiet, self.is_list = strength, 0, False

    def order(self, who: parties.Speaker | None, addressee: str | None, keeps: bool) -> None:
        """An order was given; ``keeps``: without an addressee of its own it is for the last one."""
        if who is not None and self._is_other(who):
            self.issuer, self.addressee = who, None
        self.strength, self.quiet = Strength.STRONG, 0
        before = self.addressee
        # "quận" alone is the "Quận 3" that was told before
        is_short = before and addressee and addressee.lower() in LEVELS and before.lower().startswith(addressee.lower())
        if addressee and not is_short:
            self.addressee = addressee
        elif not addressee and not keeps:
            self.addressee = None

    def _is_other(self, who: parties.Speaker | None) -> bool:
        """Whether this is not the one who spoke before; the fullest words about them are kept."""
        return who is None or self.issuer is None or who.words != self.issuer.words

    def tire(self) -> None:
        """A sentence that is no order went by."""
        self.quiet += 1
        if self.quiet >= _PATIENCE:
            self.strength = Strength.NONE
        elif self.strength:
            self.strength = Strength.WEAK

    def close(self) -> None:
        """The speech is over; the speaker may be meant by "đồng chí" again."""
        self.strength, self.quiet, self.is_list = Strength.NONE, 0, False
