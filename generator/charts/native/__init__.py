"""Native charts: what was decided of them, told in the XML that both documents hold."""
