"""The law as data: what a rubric file holds, and loading it with all its faults at once."""

from lowcarbon_desktop.rubric.model import Citation, Criterion, Mark, Rubric, Section

__all__ = ["Citation", "Criterion", "Mark", "Rubric", "Section"]  # loading needs YAML: see rubric.load
