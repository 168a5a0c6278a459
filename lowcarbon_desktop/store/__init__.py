"""The review file on disk: where it lies, how it is read, how every change is kept."""

from lowcarbon_desktop.store.places import SUFFIX, review_path
from lowcarbon_desktop.store.review_file import ReviewFile
from lowcarbon_desktop.store.rows import Kept

__all__ = ["SUFFIX", "Kept", "ReviewFile", "review_path"]
