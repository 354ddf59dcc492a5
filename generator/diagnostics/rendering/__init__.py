"""Findings written out, a form a module: its name is what is asked for, its ``RENDERER`` how it is written."""
