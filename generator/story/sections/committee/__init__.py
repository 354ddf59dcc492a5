"""The committee's own business: its agenda, its decisions, its next meeting."""
