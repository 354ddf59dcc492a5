"""The client's people: who they are, what they decide, who of them is met."""
