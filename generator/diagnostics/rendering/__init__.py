"""Findings written out: as text for a terminal, as JSON for a program."""
