"""The indicators, and the quality that clients judge."""
