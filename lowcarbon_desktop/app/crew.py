"""Spreads one function over several processes; the answers come in the order of the work, however many there are."""

from __future__ import annotations

import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from threading import current_thread, main_thread
from typing import TypeVar

W = TypeVar("W")
A = TypeVar("A")


def answers(function: Callable[[W], A], work: Sequence[W], jobs: int) -> Generator[A | None, None, None]:
    """The answer to each piece of work; None where the process that did it died.

    `function` must be one that another process finds by its name. With one job all is done here, and so is work that
    cannot be carried to another process. Closed before the end, the processes are ended.
    """
    parcels = _packed(function, work) if min(jobs, len(work)) > 1 else None
    if parcels is None:
        yield from map(function, work)
        return
    done = 0
    while done < len(work):
        for answer in _while_it_lives(_unpacked, parcels[done:], jobs):
            done += 1
            yield answer
        jobs = 1  # where one died it may have taken others along: from there on one after the other, each alone


def _packed(function: Callable[[W], A], work: Sequence[W]) -> list[bytes] | None:
    """Each piece as it travels; None where one cannot. A pool that finds this out by itself waits for ever."""
    import pickle

    try:
        return [pickle.dumps((function, each)) for each in work]
    except (pickle.PicklingError, TypeError, AttributeError, RecursionError):
        return None


def _unpacked(parcel: bytes) -> object:
    import pickle

    function, each = pickle.loads(parcel)
    return function(each)


def _while_it_lives(function: Callable[[W], A], work: Sequence[W], jobs: int) -> Iterator[A | None]:
    """Answers until a process dies: then None if it did that piece alone, else nothing more."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import active_children, get_context

    alone, before = jobs == 1, set(active_children())
    pool = ProcessPoolExecutor(min(jobs, len(work)), get_context("spawn"), _begin)
    try:
        with _deaf():
            futures = [pool.submit(function, each) for each in (work[:1] if alone else work)]
        for future in futures:
            yield future.result()
    except BrokenProcessPool:
        if alone:
            yield None
    except BaseException:  # cancelled, by whomever: nobody waits for what the processes are at
        for child in set(active_children()) - before:
            child.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _deaf() -> Iterator[None]:
    """Processes that are started meanwhile do not hear Ctrl+C, which a terminal sends to all of them.

    The first one says what becomes of the others. Only a main thread can see to that; in a window no Ctrl+C comes.
    """
    if current_thread() is not main_thread():
        yield
        return
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, heard)


def _begin() -> None:
    """Where a process could not be started deaf to Ctrl+C, as on Windows, it becomes so now."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from threading import Thread

    Thread(target=_end_with_the_first, daemon=True).start()


def _end_with_the_first() -> None:
    """Where the first process is killed, nobody else would ever end this one, which waits for work for ever."""
    import os
    from multiprocessing import parent_process

    if (first := parent_process()) is not None:
        first.join()
        os._exit(1)
