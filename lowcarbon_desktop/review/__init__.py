"""The experts' say: facts stated by hand, corrected cells, notes, and their history; never changes a finding."""

from lowcarbon_desktop.review.history import History, Undoable
from lowcarbon_desktop.review.state import Correction, Nod, Review, StatedFact

__all__ = ["Correction", "History", "Nod", "Review", "StatedFact", "Undoable"]
