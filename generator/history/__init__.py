"""Snapshots of builds, and the difference of two plans."""
