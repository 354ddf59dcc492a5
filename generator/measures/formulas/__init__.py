"""The KPI formulas, one module a formula: each computes one window of quarters."""
