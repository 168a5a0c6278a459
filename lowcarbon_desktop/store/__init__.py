"""The review file on disk."""
