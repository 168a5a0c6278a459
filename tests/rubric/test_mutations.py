"""However a rubric is spoilt, it is read to faults with words and places, never to an error of the program."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.checks.bind import try_bind
from lowcarbon_desktop.checks.table import KINDS
from lowcarbon_desktop.rubric.load import examine
from lowcarbon_desktop.wording import say

GOOD = (Path(__file__).parent / "data" / "good.yaml").read_text("utf-8")
PIECES = st.sampled_from(["{", "}", "[", "]", ": ", "- ", "\n", "\t", "&a ", "*a", "!x ", "'", '"', "#", "：", "null",
                          "-1", "\x00", "\ufeff", "|", "? ", "%", "with: 3\n", "with: []\n", "{zh: 1}", "9" * 30])
CHANGES = st.lists(st.tuples(st.integers(0, len(GOOD)), st.integers(0, 30), PIECES), min_size=1, max_size=3)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=CHANGES)
def test_a_spoilt_rubric_has_faults_and_no_crash(tmp_path: Path, changes: list[tuple[int, int, str]]) -> None:
    text = GOOD
    for at, dropped, piece in changes:
        text = text[:at] + piece + text[at + dropped:]
    path = tmp_path / "rubric.yaml"
    path.write_text(text, "utf-8")
    rubric, faults = examine(path)
    bound, wrong = try_bind(rubric, KINDS, reference())
    for fault in (*faults, *wrong):
        assert 0 <= fault.line <= text.count("\n") + 2
        assert say(fault.message, "zh")
        assert say(fault.message, "en")
    if not faults and not wrong:
        assert len(bound.criteria) == len(rubric.criteria) > 0
