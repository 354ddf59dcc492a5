"""Authoring of the default templates from `brand.toml`: part of the workshop, not of the installed program."""
