"""Sentences, numerals, hedges, amounts: what prose and cells have in common."""
