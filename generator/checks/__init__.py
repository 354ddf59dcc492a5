"""Coherence rules across the stages."""
