"""The synthesis, and the client in its own words."""
