"""Findings weighed by a rubric, and scorecards put in order."""
