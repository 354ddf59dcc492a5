"""What stands behind the plan: findings, terms, sources."""
