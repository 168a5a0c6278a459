"""The judgement: kinds of check, the findings that they yield, the counts and the score."""

from lowcarbon_desktop.checks.assessment import Assessment, Counts, Score
from lowcarbon_desktop.checks.finding import Detail, Finding

__all__ = ["Assessment", "Counts", "Detail", "Finding", "Score"]
