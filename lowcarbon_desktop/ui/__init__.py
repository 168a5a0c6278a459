"""The window: a thin face over the verbs of app; the only package that knows PySide6."""
