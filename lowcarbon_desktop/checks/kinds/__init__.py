"""Kinds of check, one a module, none of which knows another."""
