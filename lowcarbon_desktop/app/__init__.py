"""The verbs, a screenful each; both faces call only these."""
