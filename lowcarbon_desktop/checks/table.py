"""The whole list of kinds of check on one page, written by hand."""

from __future__ import annotations

from collections.abc import Mapping

from lowcarbon_desktop.checks.kind import Kind
from lowcarbon_desktop.checks.kinds import (
    ahead_of_type,
    base_years_agree,
    copied_table,
    coverage_matrix,
    fact_qualifies,
    fact_stated,
    indicator_stated,
    instrument_matrix,
    kaya_consistent,
    labels_sane,
    measure_share,
    pace_kept,
    particular,
    passages_found,
    peak_plausible,
    ratio_agrees,
    reference_agrees,
    sectors_decomposed,
    sink_plausible,
    target_against_line,
    targets_ahead,
    units_sane,
    values_agree,
    vision_agrees,
)

KINDS: Mapping[str, Kind] = {kind.id: kind for kind in (
    target_against_line.KIND,
    indicator_stated.KIND,
    sectors_decomposed.KIND,
    fact_stated.KIND,
    fact_qualifies.KIND,
    peak_plausible.KIND,
    kaya_consistent.KIND,
    values_agree.KIND,
    copied_table.KIND,
    units_sane.KIND,
    labels_sane.KIND,
    passages_found.KIND,
    coverage_matrix.KIND,
    measure_share.KIND,
    targets_ahead.KIND,
    particular.KIND,
    sink_plausible.KIND,
    instrument_matrix.KIND,
    ratio_agrees.KIND,
    reference_agrees.KIND,
    ahead_of_type.KIND,
    base_years_agree.KIND,
    pace_kept.KIND,
    vision_agrees.KIND,
)}
