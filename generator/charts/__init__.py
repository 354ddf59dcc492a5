"""Chart descriptions styled by the brand."""
