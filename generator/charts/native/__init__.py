"""Native charts: arranged in the brand's looks as values, then told in the XML that both documents hold."""
