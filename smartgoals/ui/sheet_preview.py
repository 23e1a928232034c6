"""The live preview of the goal sheet: the very pages of the PDF, drawn in a worker thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from smartgoals.domain.plan import Plan
from smartgoals.language import tr
from smartgoals.ui.guard import guard
from smartgoals.ui.labels import Label

Render = Callable[[Plan, int], list[bytes]]
PAUSE_MS = 250
POINTS_OF_WIDTH = 595
MARGIN = 24
MOST_WIDTH = 900


class SheetPreview(QScrollArea):
    """Shows the pages of the plan's goal sheet, as wide as there is room."""

    shown = Signal()
    """The pages of the newest plan are on the screen."""

    def __init__(self, render: Render) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAccessibleName(tr("Preview of the goal sheet"))
        # The bar takes its room from the beginning: the pages are drawn as wide as what is left.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._render = render
        self._zoom = 100
        self._plan: Plan | None = None
        self._drawn: tuple[Plan, int, int] | None = None
        self._jobs = 0
        self._pages: list[Label] = []
        self.note = Label(tr("The sheet is being drawn …"), tone="muted")
        container = QWidget()
        container.setProperty("role", "page")
        self._column = QVBoxLayout(container)
        self._column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._column.setSpacing(16)
        self._column.addWidget(self.note)
        self._column.addStretch()
        self.setWidget(container)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._draw)

    def show_plan(self, plan: Plan) -> None:
        """Draw the sheet of the plan after a short pause, when it is in view."""
        self._plan = plan
        self._pause.start()

    @property
    def zoom(self) -> int:
        """The width of a page in percent of what fits."""
        return self._zoom

    def set_zoom(self, percent: int) -> None:
        """Draw the pages larger or smaller; beyond 100 they can be moved sideways."""
        if percent != self._zoom:
            self._zoom = percent
            policy = Qt.ScrollBarPolicy
            is_wide = percent > 100  # noqa: PLR2004 - 100 percent fit
            self.setHorizontalScrollBarPolicy(
                policy.ScrollBarAsNeeded if is_wide else policy.ScrollBarAlwaysOff
            )
            self._pause.start()

    def forget(self) -> None:
        """Draw the sheet anew, although the plan is the same."""
        self._drawn = None
        self._pause.start()

    def _draw(self) -> None:
        if self._plan is None or not self.isVisible():
            return
        wanted = (self._plan, self._dots_per_inch(), self._width())
        if wanted == self._drawn:
            return
        self._drawn = wanted
        self._jobs += 1
        job = _Job(self._render, *wanted[:2], number=self._jobs)
        job.signals.done.connect(self._show_pages)
        job.signals.failed.connect(self._show_failure)
        QThreadPool.globalInstance().start(job)

    def _width(self) -> int:
        """Return the pixels that a page has at 100 percent."""
        return min(self.viewport().width() - 2 * MARGIN, MOST_WIDTH)

    def _dots_per_inch(self) -> int:
        points = self._width() * self.devicePixelRatioF() * 72 / POINTS_OF_WIDTH
        return max(48, int(points)) * self._zoom // 100

    def _show_pages(self, number: int, pages: list[bytes]) -> None:
        if number != self._jobs:
            return
        self._clear()
        for index, page in enumerate(pages):
            self._column.insertWidget(index, self._page(index, len(pages), page))
        self.note.hide()
        self.shown.emit()

    def _show_failure(self, number: int, _error: object) -> None:
        if number == self._jobs:
            self._clear()
            self.note.setText(tr("The sheet cannot be drawn just now. Your plan is safe."))
            self.note.show()

    def _page(self, index: int, count: int, png: bytes) -> Label:
        pixmap = QPixmap()
        pixmap.loadFromData(png)
        most = round(self._width() * self.devicePixelRatioF() * self._zoom / 100)
        if pixmap.width() > most:  # The least that is drawn is more than a narrow window has.
            pixmap = pixmap.scaledToWidth(most, Qt.TransformationMode.SmoothTransformation)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        label = Label()
        label.setPixmap(pixmap)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        label.setAccessibleName(
            tr("Page {number} of {count} of the goal sheet").format(number=index + 1, count=count)
        )
        self._pages.append(label)
        return label

    def _clear(self) -> None:
        for page in self._pages:
            page.hide()
            page.deleteLater()
        self._pages = []

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pause.start()

    @override
    @guard()
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pause.start()


class _Signals(QObject):
    done = Signal(int, list)
    failed = Signal(int, object)


class _Job(QRunnable):
    """Draws the pages away from the window's thread."""

    def __init__(self, render: Render, plan: Plan, dots_per_inch: int, *, number: int) -> None:
        super().__init__()
        self.signals = _Signals()
        self._work = (render, plan, dots_per_inch, number)

    @override
    @guard()
    def run(self) -> None:
        render, plan, dots_per_inch, number = self._work
        try:
            pages = render(plan, dots_per_inch)
        except Exception as error:  # noqa: BLE001 - whatever it is, the preview says so
            self.signals.failed.emit(number, error)
        else:
            self.signals.done.emit(number, pages)
