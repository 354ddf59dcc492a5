"""Stacked columns, with a line on a band of its own above them."""
