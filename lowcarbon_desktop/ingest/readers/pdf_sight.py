"""What of a page's orders a reader sees: which layers are off, what is clipped away, drawn without ink or painted over.

Each sign bears what is known of it as its tag, since that is what the library hands on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

UNSEEN, COVERED, UNKNOWN = "unseen", "covered", "unknown"
_INVISIBLE = (3, 7)
_FAINTEST = 0.1  # of full ink
_SMALLEST = 3.0  # points: as in workbooks
_THICK = 3.0  # points: what is thinner is a rule, and covers nothing
_STRIP = 16.0
_SLACK = 1.0
_OWN_USE = range(0xE000, 0xF000)  # signs that mean something in one font only; 0xF0xx are the bullets of old ones
Box = tuple[float, float, float, float]
Point = tuple[float, float]


class Sight:
    """How the next sign would be seen; `off` are the layers that are off, by their number."""

    def __init__(self, off: frozenset[int] = frozenset()) -> None:
        self.ink, self.plain = 1.0, True
        self.clip: Box | None = None
        self.hidden: list[bool] = []
        self._off = off
        self._kept: list[tuple[float, bool, Box | None]] = []
        self._signs: dict[int, list[tuple[Point, object]]] = {}

    def keep(self) -> int:
        """Remember the state, as a page's order q does; how many were kept before."""
        self._kept.append((self.ink, self.plain, self.clip))
        return len(self._kept) - 1

    def restore(self, count: int | None = None) -> None:
        """Go back to the state that was kept last, or until so many are left."""
        while self._kept and (count is None or len(self._kept) > count):
            self.ink, self.plain, self.clip = self._kept.pop()
            if count is None:
                return

    def cut(self, points: Sequence[Point]) -> None:
        """From here on only what lies within these points is drawn."""
        box, old = _around(points), self.clip
        self.clip = box if old is None else (max(box[0], old[0]), max(box[1], old[1]), min(box[2], old[2]),
                                             min(box[3], old[3]))

    def layer(self, held: object) -> bool:
        """Whether a layer, or a group of layers, is off."""
        from pdfminer.pdftypes import PDFObjRef, resolve1
        if isinstance(held, PDFObjRef) and held.objid in self._off:
            return True
        found = resolve1(held)
        group = resolve1(found.get("OCGs")) if isinstance(found, dict) and "OCGs" in found else None
        members = group if isinstance(group, list) else [found["OCGs"]] if group is not None else []
        return bool(members) and all(isinstance(each, PDFObjRef) and each.objid in self._off for each in members)

    def look(self, sign, render: int) -> None:
        """Tag a sign that was just drawn, and remember where it stands."""
        x, y = (sign.x0 + sign.x1) / 2, (sign.y0 + sign.y1) / 2
        clip = self.clip
        away = clip is not None and not (clip[0] - _SLACK <= x <= clip[2] + _SLACK
                                         and clip[1] - _SLACK <= y <= clip[3] + _SLACK)
        if away or render in _INVISIBLE or self.ink < _FAINTEST or sign.size < _SMALLEST or True in self.hidden:
            sign.tag = UNSEEN
        elif unknown(sign.get_text()):
            sign.tag = UNKNOWN
        else:
            sign.tag = None
        self._signs.setdefault(int(y / _STRIP), []).append(((x, y), sign))

    def paint(self, points: Sequence[Point]) -> None:
        """Tag the signs that an area is painted over."""
        left, low, right, high = _around(points)
        if self.ink < 1 or not self.plain or True in self.hidden or min(right - left, high - low) < _THICK:
            return
        if self.clip is not None:
            left, low = max(left, self.clip[0]), max(low, self.clip[1])
            right, high = min(right, self.clip[2]), min(high, self.clip[3])
        first, last = int(low / _STRIP), int(high / _STRIP)
        strips = (strip for strip in self._signs if first <= strip <= last)
        for (x, y), sign in (each for strip in strips for each in self._signs[strip]):
            if left < x < right and low < y < high:
                sign.tag = COVERED


def unknown(text: str) -> bool:
    """Whether a font does not say what a sign is."""
    return text.startswith("(cid:") or text == "\ufffd" or (len(text) == 1 and ord(text) in _OWN_USE)


def layers_off(catalog: Mapping[str, object]) -> frozenset[int]:
    """The numbers of the layers that a document shows switched off."""
    from pdfminer.pdftypes import PDFObjRef, resolve1
    held = resolve1(catalog.get("OCProperties"))
    usual = resolve1(held.get("D")) if isinstance(held, dict) else None
    if not isinstance(usual, dict):
        return frozenset()
    named = {key: [each.objid for each in resolve1(source.get(key)) or () if isinstance(each, PDFObjRef)]
             for key, source in (("OCGs", held), ("ON", usual), ("OFF", usual))}
    every = named["OCGs"] if getattr(resolve1(usual.get("BaseState")), "name", "") == "OFF" else ()
    return frozenset((set(every) - set(named["ON"])) | set(named["OFF"]))


def _around(points: Sequence[Point]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
