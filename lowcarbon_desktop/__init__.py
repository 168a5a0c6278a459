"""LowCarbon Desktop: judges draft low-carbon pilot plans against rubric files, offline."""

__version__ = "0.1.0"
