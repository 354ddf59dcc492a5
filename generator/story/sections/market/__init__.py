"""Where we could sell more: what surrounds us, what is left to win, what is in sight."""
