"""What the client edition may hold, and what it leaves out."""
