"""What the sentences of an application say: facts with their evidence, and targets that stand in no table."""
