"""The chart: what is drawn where, by any renderer, and without the global state of pyplot."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace

from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.report.comparison import Bar, Mark, comparison
from lowcarbon_desktop.report.figures import targets_figure
from tests.report.samples import EMPTY, ORDINARY, REGISTER

BAR = Bar("碳强度", "%", 17.0, 17.0, "17 %", "", (Mark(17.0, True, "全国"), Mark(17.5, False, "福建")))


def drawn(*bars: Bar):
    """Bars as (left, right) and the texts, of the first axes."""
    axes = targets_figure(bars).axes[0]
    return [(patch.get_x(), patch.get_x() + patch.get_width()) for patch in axes.patches], [
        text.get_text() for text in axes.texts]


def test_a_value_is_a_bar_from_zero_and_a_range_has_a_frame_beyond_its_weaker_end():
    assert drawn(BAR)[0] == [(0, 17)]
    assert drawn(replace(BAR, low=40, high=45))[0] == [(0, 40), (40, 45)]


def test_an_open_end_is_a_frame_to_the_edge():
    bars, _texts = drawn(replace(BAR, low=40.0, high=None))
    assert bars[0] == (0, 40) and bars[1][0] == 40 and bars[1][1] > 40
    assert drawn(replace(BAR, low=None, high=40.0))[0] == [(0, 0), (0, 40)]


def test_what_cannot_be_told_has_words_and_lines_but_no_bar():
    bars, texts = drawn(replace(BAR, low=None, high=None, value="", untold="无法判断"))
    assert bars == []
    assert "碳强度 · 无法判断" in texts and "福建" in texts


def test_the_nations_mark_has_a_head_that_is_seen_where_the_lines_are_equal():
    axes = targets_figure([replace(BAR, marks=(Mark(16.0, True, "全国"), Mark(16.0, False, "福建")))]).axes[0]
    heads = [each for each in axes.lines if each.get_marker() == "v"]
    assert [list(each.get_xdata()) for each in heads] == [[16.0]]


def test_units_do_not_share_a_scale():
    figure = targets_figure([BAR, replace(BAR, unit="元", low=29943.0, high=29943.0, marks=())])
    assert len(figure.axes) == 2


def test_nothing_gives_no_figure():
    assert comparison(EMPTY, REGISTER, "zh") == ()
    assert targets_figure(()) is None


def test_the_window_can_draw_it_too():
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    picture = io.BytesIO()
    FigureCanvasAgg(targets_figure(comparison(ORDINARY, REGISTER, "zh"))).print_png(picture)
    assert picture.getvalue().startswith(b"\x89PNG")


def test_pyplot_is_never_loaded_and_the_users_home_is_left_alone(tmp_path):
    program = ("import sys; sys.path.insert(0, sys.argv[1]); "
               "from tests.report.test_figures import BAR, targets_figure; targets_figure([BAR]); import matplotlib; "
               "print('matplotlib.pyplot' in sys.modules, "
               "matplotlib.get_cachedir())")
    root = str(resource().parent)
    environment = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache"), "PATH": ""}
    said = subprocess.run([sys.executable, "-c", program, root], capture_output=True, text=True, check=True, cwd=root,
                          env=environment).stdout.split()
    assert said == ["False", str(tmp_path / "cache" / "lowcarbon-desktop" / "matplotlib")]
    assert [path.name for path in tmp_path.iterdir()] == ["cache"]
