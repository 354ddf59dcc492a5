"""Whom a document is for."""

from __future__ import annotations

from enum import Enum


class Edition(Enum):
    """Whom a document is for; the value names its folder."""

    INTERNAL = "interne"
    CLIENT = "client"
