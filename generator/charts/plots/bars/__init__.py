"""Horizontal bars from zero."""
