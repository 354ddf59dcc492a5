"""What is held about a person, and the history without them."""
