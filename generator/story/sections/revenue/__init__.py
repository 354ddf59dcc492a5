"""Revenue and margin."""
