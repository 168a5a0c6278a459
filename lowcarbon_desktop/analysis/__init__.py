"""Pure arithmetic: the Kaya identity, chains of base years, growth and peak."""
