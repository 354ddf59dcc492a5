"""The version of the next plan."""

from __future__ import annotations

import re

from generator.locales import Language
from generator.model.quarter import Quarter
from generator.workbook.author.arrangement import quarter_header
from generator.workbook.conversions import parse_quarter

_LAST_NUMBER = re.compile(r"(\d+)(\D*)$")


def next_version(version: str, period: Quarter, language: Language) -> str:
    """Return the version that follows: its last number plus one, so that 1.3 gives 1.4, 1.9 gives 1.10, 2 gives 3.

    A version that names a quarter becomes the new one; one without a number takes the number 2.
    """
    if parse_quarter(version) is not None:
        return str(period) if version.strip()[0].isdigit() else quarter_header(period, language)
    if not _LAST_NUMBER.search(version):
        return f"{version} 2"
    return _LAST_NUMBER.sub(lambda found: f"{_plus_one(found[1])}{found[2]}", version)


def _plus_one(digits: str) -> str:
    return str(int(digits) + 1).zfill(len(digits))
