"""What changed between two plans of an account."""
