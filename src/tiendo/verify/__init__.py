# SPDX-License-Identifier: Apache-2.0
"""The number audit (soát số): claims and figures → problems. Says something is wrong only when no print allows it."""

from tiendo.verify.audit import audit
from tiendo.verify.data import Judgement
from tiendo.verify.describe import describe
from tiendo.verify.judge import judge

__all__ = ["Judgement", "audit", "describe", "judge"]
