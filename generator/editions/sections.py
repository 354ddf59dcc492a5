"""The sections that only the internal edition tells: words meant for them do not go to the client."""

from __future__ import annotations

from generator.model.choices import Share
from generator.model.sections import told_only_in

INTERNAL_SECTIONS = told_only_in(Share.INTERNAL)
