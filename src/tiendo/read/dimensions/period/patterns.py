# SPDX-License-Identifier: Apache-2.0
"""The forms of time expressions and where in a sentence one can begin.

Not here: what they mean (``resolve``) and what they do in their sentence (``roles``).
"""

from __future__ import annotations

import re

_YEAR = "(?:19|20)[0-9][0-9]"
_MONTH = "(?:1[0-2]|0?[1-9])"
_DAY = "(?:[12][0-9]|3[01]|0?[1-9])"
_COUNT = r"[0-9]{1,2}|mười\ một|mười\ hai|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"

#: The name of the outermost group says which form it is. Order matters: the longest form first.
TIME = re.compile(
    rf"""(?<!\w)(?:
      (?P<terms>
        (?:(?:giai\ đoạn|nhiệm\ kỳ|thời\ kỳ|năm\ học|trong|các\ năm|năm|từ)\ )?(?:từ\ )?(?:năm\ )?
        (?P<y1>{_YEAR})\s?(?:[-–—]|đến\ năm|đến)\s?(?P<y2>{_YEAR})(?![0-9/])
      )
    | (?P<since>
        từ\ (?:đầu\ )?năm\ (?P<ys>{_YEAR})\ đến\ (?:nay|hết\ năm\ (?P<ye>{_YEAR}))
      )
    | (?P<quarter>
        quý\ (?P<q>iv|i{{1,3}}|[1-4]|một|hai|ba|tư|bốn)(?!\w)
        (?:\s?[/-]\s?(?P<qy>{_YEAR})|\ (?:của\ )?(?:năm\ )?(?P<qy2>{_YEAR})|\ năm\ (?P<qr>nay|ngoái|trước))?
      )
    | (?P<months>
        (?P<n>{_COUNT})\ tháng(?!\ (?!{_YEAR}(?![0-9]))[0-9])
        (?:\ (?P<edge>đầu|cuối)(?:\ (?:của\ )?năm)?)?
        (?:(?:\ (?:của\ )?năm|\s?/|\s?-)?\s?(?P<ny>{_YEAR})|\ (?:của\ )?năm\ (?P<nr>nay|ngoái|trước|nào)?)?
      )
    | (?P<half>
        nửa\ (?P<he>đầu|cuối)\ năm(?:\ (?P<hy>{_YEAR}))?
      )
    | (?P<date>
        (?:ngày\ )?(?P<d>{_DAY})(?:\s?[/.-]\s?|\ tháng\ )
        (?P<m>{_MONTH})(?:\s?[/.-]\s?|\ năm\ |\ tháng\ )(?P<dy>{_YEAR})(?![0-9])
      )
    | (?P<day>
        (?:ngày\ |(?<=đến\ )|(?<=hết\ )|(?<=từ\ )|(?<=trước\ )|(?<=sáng\ )|(?<=chiều\ ))
        (?P<dd>{_DAY})(?:\s?[/.-]\s?|\ tháng\ )(?P<dm>{_MONTH})(?![0-9/])
      )
    | (?P<monthspan>
        (?:các\ )?tháng\ (?P<m1>{_MONTH})(?:,\ |\ và\ (?:tháng\ )?|\s?[-–]\s?)
        (?P<m2>{_MONTH})(?:\s?/\s?|\ năm\ )(?P<msy>{_YEAR})
      )
    | (?P<month>
        tháng\ (?P<mm>{_MONTH})
        (?:(?:\s?[/.-]\s?|\ năm\ |\ )(?P<my>{_YEAR})|\ năm\ (?P<mr>nay|ngoái|trước))?(?![0-9/])
      )
    | (?P<monthyear>(?P<mm2>{_MONTH})\s?[/-]\s?(?P<my2>{_YEAR})(?![0-9]))
    | (?P<year>năm\ (?P<y>{_YEAR})(?![0-9]))
    | (?P<term>cả\ (?:nhiệm\ kỳ|giai\ đoạn)(?!\ [0-9]))
    | (?P<relative>
        sang\ năm
      | năm\ (?P<r>
          nay|ngoái|này
        | (?<!(?:những|nhiều)\ năm\ )(?<!(?:các|mấy)\ năm\ )(?<![0-9]\ năm\ )(?:trước|qua|sau|tới)
        )
      | (?:trong|cả|hết|cuối|đầu)\ năm(?!\ (?:qua|[0-9]))
      | từ\ đầu\ năm(?:\ đến\ nay)?
      )
    )(?!\w)""",
    re.VERBOSE,
)

# Every time expression holds one of these words or forms of digits; most sentences hold few.
_PIVOT_WORDS = ("năm", "tháng", "quý", "nhiệm kỳ", "giai đoạn")
_PIVOT_DIGITS = re.compile(rf"[0-9](?:[0-9]?\s?[/.-]\s?(?:{_YEAR}|[01]?[0-9](?![0-9]))|[0-9]{{3}})")
_LONGEST_WORD = 12
_CHAIN = frozenset(
    "giai đoạn nhiệm kỳ thời năm học trong các từ đầu cuối nửa quý tháng ngày cả hết sang của"
    " một hai ba bốn sáu bảy tám chín mười".split()
)


def find_pivots(norm: str) -> list[int]:
    """The places around which a time expression can stand, in order. Plain words are looked for without a pattern."""
    places = [found.start() for found in _PIVOT_DIGITS.finditer(norm)]
    for word in _PIVOT_WORDS:
        at = norm.find(word)
        while at >= 0:
            places.append(at)
            at = norm.find(word, at + len(word))
    places.sort()
    return places


def chain_start(norm: str, floor: int, pivot: int) -> int:
    """Where the words begin that can belong to a time expression in front of its pivot."""
    at = pivot
    while at > floor and norm[at - 1] == " ":
        end = at - 1
        begin = max(norm.rfind(" ", floor, end) + 1, floor)
        word = norm[begin:end]
        if not word.isalnum():
            begin = end
            while begin > floor and end - begin < _LONGEST_WORD and norm[begin - 1].isalnum():
                begin -= 1
            word = norm[begin:end]
        if word not in _CHAIN and not word.isdigit():
            break
        at = begin
    return at
