#!/bin/sh
# Every test: the style, the arrows, all tests without a screen, the core without Qt, the window in a real one.
set -eu

PATH=$PWD/.venv/bin:$PATH
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# nothing that a test keeps may land among the reviews of whoever runs it
export XDG_DATA_HOME="$scratch/data" XDG_CONFIG_HOME="$scratch/config" XDG_CACHE_HOME="$scratch/cache"
export MPLCONFIGDIR="$scratch/matplotlib"

leg() { printf '\n== %s\n' "$1"; }

leg "风格 / style"
ruff check

leg "层次 / the arrows between the floors"
lint-imports --no-logo 2>/dev/null || lint-imports

leg "全部测试（无屏幕）/ all tests, without a screen"
QT_QPA_PLATFORM=offscreen python -m pytest --hypothesis-seed=0

leg "没有 Qt 的核心 / the core in an environment without Qt"
PYTHONPATH=build_spec/without_qt python -m pytest --hypothesis-seed=0 -p no:pytest-qt -p no:cacheprovider -W ignore::pytest.PytestConfigWarning \
    --ignore=tests/ui --ignore=tests/story --ignore=tests/bench

leg "真实窗口 / the window on a real screen"
if command -v Xvfb >/dev/null && command -v xauth >/dev/null && [ -d tests/ui ]; then
    QT_QPA_PLATFORM=xcb xvfb-run --auto-servernum --server-args="-screen 0 1600x1000x24" \
        python -m pytest --hypothesis-seed=0 -p no:cacheprovider tests/ui
else
    echo "没有 Xvfb，已跳过 / there is no Xvfb, left out"
fi
