"""The objectives, and how far they are."""
