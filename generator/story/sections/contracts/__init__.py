"""The life of the contracts."""
