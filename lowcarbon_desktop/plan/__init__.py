"""What a plan is: values with their places, facts with their evidence; frozen, standard library only."""

from lowcarbon_desktop.plan.fact import Evidence, Fact, FactKind
from lowcarbon_desktop.plan.indicator import Indicator, Register
from lowcarbon_desktop.plan.passage import Passage
from lowcarbon_desktop.plan.plan import Plan, Region, SourceFile
from lowcarbon_desktop.plan.quantity import Quantity, number
from lowcarbon_desktop.plan.reading import Reading
from lowcarbon_desktop.plan.table import Cell, Row, Table
from lowcarbon_desktop.plan.where import Where

__all__ = ["Cell", "Evidence", "Fact", "FactKind", "Indicator", "Passage", "Plan", "Quantity", "Reading", "Region",
           "Register", "Row", "SourceFile", "Table", "Where", "number"]
