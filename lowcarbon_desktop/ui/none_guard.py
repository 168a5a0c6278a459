"""Keeps a fault of PySide6 6.12.0 from ending the program on Python 3.11."""

from __future__ import annotations

import sys

_ENOUGH = 1 << 40
_SINGLETONS = (None, True, False, NotImplemented, ...)


def guard_none() -> None:
    """Give None, True and False a count that cannot run out.

    Functions of PySide6 6.12.0 that return nothing hand out None without counting it (a few do so with True and
    False). From Python 3.12 on that is right, since these objects are immortal there; on 3.11 every call takes one
    count away, and after some thousands of them the interpreter ends with "deallocating None". Releases before 6.12
    count; the guard does no harm with them.
    """
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    from ctypes import c_ssize_t

    for each in _SINGLETONS:
        count = c_ssize_t.from_address(id(each))  # the count is the first field of every object
        if count.value < _ENOUGH // 2:
            count.value += _ENOUGH
