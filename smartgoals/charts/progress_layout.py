"""Where everything of a progress chart lies, for the window and for files.

Lengths are in units of 1/96 inch, which are a screen's logical pixels; y grows downwards.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from smartgoals.charts.chart_text import Measure, PlacedText, TextPlacer, TextStyle
from smartgoals.charts.geometry import Box
from smartgoals.charts.scales import ValueScale, day_scale, value_scale

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from smartgoals.charts.progress_points import ProgressCourse
    from smartgoals.domain.course import DatedValue
    from smartgoals.domain.paths import Path
    from smartgoals.words.progress_chart import ProgressWords

Spot = tuple[float, float]
Line = tuple[Spot, ...]

PADDING = 12.0
GAP = 6.0
LABEL_GAP = 10.0
"""From the end of a line to its name."""
ROW_HEIGHT = 44.0
"""At least so high is the room between two marks of the value axis."""
LONG_DAYS = 330
"""From so many days on the marks of the day axis need their year."""
MAX_DOTS = 80
"""Beyond so many values the line alone is drawn."""
_SMALLEST = 40.0
_WIDEST_LABEL = 0.3
"""Of the width, what the labels beside the lines take at most."""
_FAR = Decimal("0.6")
"""By this part of the values' range the axis grows for a projection, and no further."""


@dataclass(frozen=True)
class ValueDot:
    """A value that was read, and where it lies."""

    x: float
    y: float
    value: DatedValue


@dataclass(frozen=True)
class ProgressLayout:
    """The whole chart; lines are from left to right."""

    width: float
    height: float
    frame: Box
    grid: tuple[float, ...]
    """The heights of the marks of the value axis."""
    axis_texts: tuple[PlacedText, ...]
    former: tuple[Line, ...]
    path: Line
    milestones: tuple[Spot, ...]
    values: Line
    dots: tuple[ValueDot, ...]
    """All values, for finding one; drawn are at most ``MAX_DOTS``."""
    projection: Line
    today: float | None
    labels: tuple[PlacedText, ...]

    def dot_at(self, x: float, y: float, reach: float) -> ValueDot | None:
        """Return the value nearest to the place, within reach."""
        near = [(math.dist((x, y), (dot.x, dot.y)), dot) for dot in self.dots]
        near = [each for each in near if each[0] <= reach]
        return min(near, key=lambda each: each[0])[1] if near else None


def lay_out_progress(
    course: ProgressCourse, width: float, height: float, *, words: ProgressWords, measure: Measure
) -> ProgressLayout:
    """Return the chart in a drawing of that size."""
    return _Drawing(course, width, height, words, TextPlacer(measure)).layout()


class _Drawing:
    def __init__(
        self,
        course: ProgressCourse,
        width: float,
        height: float,
        words: ProgressWords,
        texts: TextPlacer,
    ) -> None:
        self.course = course
        self.size = width, height
        self.words = words
        self.texts = texts
        self.days = day_scale(_days(course))
        self.values = self._value_scale(height)
        self.frame = self._frame(width, height)

    def layout(self) -> ProgressLayout:
        course, frame = self.course, self.frame
        dots = tuple(ValueDot(*self._spot(each.day, each.value), each) for each in course.values)
        path = self._line(course.path)
        return ProgressLayout(
            width=self.size[0],
            height=self.size[1],
            frame=frame,
            grid=tuple(self._y(mark) for mark in self.values.marks),
            axis_texts=(*self._value_texts(), *self._day_texts()),
            former=tuple(self._line(each) for each in course.former),
            path=path,
            milestones=tuple(self._spot(each.day, each.value) for each in course.milestones),
            values=tuple((dot.x, dot.y) for dot in dots),
            dots=dots,
            projection=self._projection(),
            today=self._today(),
            labels=tuple(self._labels()),
        )

    def _value_scale(self, height: float) -> ValueScale:
        course = self.course
        paths = [each for each in (course.path, *course.former) if each is not None]
        values = [value for each in paths for value in (each.first, each.last)]
        values += [each.value for each in course.values]
        rows = int(min(max(height / ROW_HEIGHT, 3), 7))
        if course.projection is not None and values:
            low, high = min(values), max(values)
            room = (high - low) * _FAR
            values.append(min(max(course.projection[1].value, low - room), high + room))
        return value_scale(values, rows)

    def _frame(self, width: float, height: float) -> Box:
        words, texts = self.words, self.texts
        marks = [texts.size(text, TextStyle.AXIS)[0] for text in words.marks(self.values.marks)]
        ends = [texts.size(text, TextStyle.LABEL)[0] for _, _, text in self._ends()]
        line = texts.line_height(TextStyle.AXIS)
        left = PADDING + max(marks) + GAP
        right = width - PADDING - min(max(ends, default=0) + LABEL_GAP, width * _WIDEST_LABEL)
        top, bottom = PADDING + line / 2, height - PADDING - line - GAP
        return Box(left, top, max(right, left + _SMALLEST), max(bottom, top + _SMALLEST))

    def _x(self, day: dt.date) -> float:
        return self.frame.left + self.frame.width * self.days.share(day)

    def _y(self, value: Decimal) -> float:
        return self.frame.bottom - self.frame.height * self.values.share(value)

    def _spot(self, day: dt.date, value: Decimal) -> Spot:
        return self._x(day), self._y(value)

    def _line(self, path: Path | None) -> Line:
        if path is None:
            return ()
        return self._spot(path.start, path.first), self._spot(path.due, path.last)

    def _projection(self) -> Line:
        if self.course.projection is None:
            return ()
        first, last = (self._spot(each.day, each.value) for each in self.course.projection)
        return first, _clipped(first, last, self.frame)

    def _today(self) -> float | None:
        course = self.course
        is_inside = self.days.first <= course.today <= self.days.last
        return self._x(course.today) if is_inside else None

    def _value_texts(self) -> Iterator[PlacedText]:
        marks = self.values.marks
        for mark, text in zip(marks, self.words.marks(marks), strict=True):
            width = self.texts.size(text, TextStyle.AXIS)[0]
            x = self.frame.left - GAP - width / 2
            yield self.texts.centred(text, TextStyle.AXIS, x, self._y(mark))

    def _day_texts(self) -> Iterator[PlacedText]:
        is_long = (self.days.last - self.days.first).days >= LONG_DAYS
        name = self.words.day if is_long else self.words.short_day
        widest = self.texts.size(name(self.days.last), TextStyle.AXIS)[0] + 4 * GAP
        top = self.frame.bottom + GAP
        for day in self.days.marks(int(min(max(self.frame.width / widest, 2), 6))):
            width = self.texts.size(name(day), TextStyle.AXIS)[0]
            left = min(max(self._x(day) - width / 2, 0), self.size[0] - width)
            yield self.texts.placed(name(day), TextStyle.AXIS, left, top)

    def _ends(self) -> list[tuple[dt.date, Decimal, str]]:
        """Return what stands beside the ends of the lines, the most important first."""
        course, words = self.course, self.words
        ends: list[tuple[dt.date, Decimal, str]] = []
        if course.path is not None:
            ends.append((course.path.due, course.path.last, words.target(course.path.last)))
        if course.projection is not None:
            last = course.projection[1]
            ends.append((last.day, last.value, words.projection(last.value)))
        ends += [(each.due, each.last, words.former(each.last)) for each in course.former[:2]]
        return ends

    def _labels(self) -> Iterator[PlacedText]:
        """Yield the labels that do not cover each other."""
        taken: list[Box] = []
        for day, value, text in self._ends():
            placed = self._beside(self._spot(day, value), text)
            if not any(placed.box.overlaps(box) for box in taken):
                taken.append(placed.box)
                yield placed
        today = self._today()
        if today is not None:
            placed = self._today_text(today)
            if not any(placed.box.overlaps(box) for box in taken):
                yield placed

    def _beside(self, spot: Spot, text: str) -> PlacedText:
        left = spot[0] + LABEL_GAP
        height = self.texts.line_height(TextStyle.LABEL)
        y = min(max(spot[1], self.frame.top), self.frame.bottom)
        width = max(0.0, self.size[0] - left)
        return self.texts.fitting(text, TextStyle.LABEL, left, y - height / 2, width)

    def _today_text(self, x: float) -> PlacedText:
        width = self.texts.size(self.words.today, TextStyle.LABEL)[0]
        is_right = x + GAP + width <= self.frame.right
        left = x + GAP if is_right else x - GAP - width
        return self.texts.placed(self.words.today, TextStyle.LABEL, left, self.frame.top)


def _days(course: ProgressCourse) -> Iterable[dt.date]:
    for each in (course.path, *course.former):
        if each is not None:
            yield from (each.start, each.due)
    yield from (each.day for each in course.values)
    if course.path is None:
        yield course.today


def _clipped(first: Spot, last: Spot, frame: Box) -> Spot:
    """Return the end of the line, or where it leaves the frame at the top or the bottom."""
    y = min(max(last[1], frame.top), frame.bottom)
    if y == last[1] or last[1] == first[1]:
        return last
    part = (y - first[1]) / (last[1] - first[1])
    return first[0] + (last[0] - first[0]) * part, y
