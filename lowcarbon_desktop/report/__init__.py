"""From an assessment to paper, text and data: contents before looks."""
