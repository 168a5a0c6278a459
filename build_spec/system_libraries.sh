#!/bin/sh
# Installs the system libraries that are missing, or says which they are: system_libraries.sh python|offscreen|show|test
set -eu

PATH=$PATH:/usr/sbin:/sbin
need=${1:?python, offscreen, show or test}
[ "$(uname -s)" = Linux ] || exit 0

qt="libGL.so.1=libgl1 libEGL.so.1=libegl1 libglib-2.0.so.0=libglib2.0-0 libxkbcommon.so.0=libxkbcommon0
    libfontconfig.so.1=libfontconfig1 libdbus-1.so.3=libdbus-1-3"
window="libxcb-cursor.so.0=libxcb-cursor0 libxkbcommon-x11.so.0=libxkbcommon-x11-0 libxcb-icccm.so.4=libxcb-icccm4
    libxcb-keysyms.so.1=libxcb-keysyms1 libxcb-shape.so.0=libxcb-shape0"

missing=
libraries() {
    known=$(ldconfig -p 2>/dev/null || true)
    for pair in "$@"; do
        case $known in
            *"${pair%%=*} "*) ;;
            *) missing="$missing ${pair#*=}" ;;
        esac
    done
}

optional=
case $need in
    python) "${PYTHON:-python3}" -c 'import ensurepip, venv' 2>/dev/null || missing=" python3-venv" ;;
    offscreen) libraries $qt ;;
    show)
        libraries $qt
        if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then libraries $window; fi ;;
    test)
        libraries $qt
        required=$missing
        libraries $window
        command -v Xvfb >/dev/null && command -v xauth >/dev/null || missing="$missing xvfb xauth"
        [ -n "$required" ] || optional=yes ;;
esac
[ -n "$missing" ] || exit 0

if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "正在安装系统组件 / installing system libraries:$missing" >&2
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update >&2
    apt-get -qq install --yes --no-install-recommends $missing >&2
    exit 0
fi
if [ -n "$optional" ]; then
    echo "缺少$missing，真实窗口的测试将跳过 / without these the tests in a real window are left out; to have them:" >&2
else
    echo "缺少系统组件 / system libraries are missing. 请由管理员运行 / ask an administrator to run:" >&2
fi
echo "    apt-get install --yes --no-install-recommends$missing" >&2
command -v apt-get >/dev/null || echo "（Debian 的包名 / these are Debian's package names）" >&2
[ -n "$optional" ]
