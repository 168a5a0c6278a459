#!/bin/sh
# Makes .venv with every tool at the version and hash of requirements-dev.lock, and this tree installed into it.
set -eu

python=
for each in "${PYTHON:-python3}" python3 python3.14 python3.13 python3.12 python3.11; do
    if command -v "$each" >/dev/null && "$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        python=$each
        break
    fi
done
if [ -z "$python" ]; then
    echo "需要 Python 3.11 或更新版本；本机：$(python3 --version 2>&1 || true)" >&2
    echo "Python 3.11 or newer is needed; install it, or say which: make run PYTHON=/path/to/python3.11" >&2
    exit 2
fi

echo "首次准备运行环境（约一分钟）/ setting up, once (about a minute)" >&2
"$python" -m venv .venv
pip=".venv/bin/python -m pip --disable-pip-version-check --quiet"
$pip install --require-hashes --no-deps --requirement requirements-dev.lock
$pip install --no-deps --no-build-isolation --editable .
