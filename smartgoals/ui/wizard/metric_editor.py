"""The editor of one metric: now, target, channel, source, recent values and what they say."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from smartgoals.domain.catalogue import catalogue
from smartgoals.domain.catalogue_entries import LibraryMetric
from smartgoals.domain.course import effective_baseline
from smartgoals.domain.metric import MAX_METRICS, Metric, Target
from smartgoals.domain.plan import Plan
from smartgoals.domain.realism import RealismResult, plan_realism
from smartgoals.domain.terms import Direction, MetricKind, Period, Realism
from smartgoals.domain.value import MAX_AMOUNT
from smartgoals.language import tr
from smartgoals.ui import theme
from smartgoals.ui.bindings import Binding, metric_binding
from smartgoals.ui.field_row import FieldRow
from smartgoals.ui.fields import ChoiceField, Field, LineField, TextField, TypedField
from smartgoals.ui.guard import guard
from smartgoals.ui.labels import ClampedLabel, Label, button, card, literal, small_label
from smartgoals.ui.session import PlanSession
from smartgoals.ui.suggestions import Suggestions
from smartgoals.ui.toggling import CheckBox
from smartgoals.ui.wizard.completing import complete
from smartgoals.words.catalogue import channel_names, entry_hint, entry_name
from smartgoals.words.names import (
    direction_name,
    metric_kind_name,
    metric_name,
    period_name,
)
from smartgoals.words.realism import realism_text

ASKS_WHAT_IS_DIFFERENT = {
    Realism.STRETCH,
    Realism.NOT_REALISTIC,
    Realism.NO_PACE,
    Realism.AGAINST_GOAL,
}


class MetricEditor(QWidget):
    """Edits one metric of the plan; ``fields`` are its bound fields."""

    def __init__(self, session: PlanSession, metric_id: str) -> None:
        super().__init__()
        self.session = session
        self.metric_id = metric_id
        self.fields: list[Field] = []
        self._recent_caption = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.advice = small_label()
        self.companion = Suggestions(tr("This number says little alone; pair it with:"), self._pair)
        column.addLayout(self._heading())
        column.addWidget(self.advice)
        if self._metric.library_id is None:
            column.addLayout(self._own_row())
        elif (entry := catalogue().known_metric(self._metric.library_id)) and entry.other_kind:
            kinds = (entry.kind, entry.other_kind)
            column.addLayout(self._row((self._kind_field(kinds), 1)))
        column.addLayout(self._numbers_row())
        column.addWidget(self._unknown_box())
        column.addWidget(self.companion)
        column.addLayout(self._origin_row())
        column.addLayout(self._recent_row())
        column.addWidget(self._pace_card())
        self.difference = TextField(
            session,
            metric_binding(metric_id, "difference", tr("Edit what will be different")),
            tr("What &will be different this time?"),
            tr("A neighbourhood special in every second post, and ads for the first time"),
        )
        self.fields.append(self.difference)
        column.addWidget(self.difference)

    @override
    @guard()
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        is_named = self._metric.library_id is not None
        (self.baseline if is_named else self.name_field).setFocus(reason)

    @property
    def _metric(self) -> Metric:
        return self.session.plan.metric(self.metric_id)

    def show_plan(self, plan: Plan) -> None:
        """Show what is beside the bound fields: name, echo of the target, pace."""
        metric = plan.metric(self.metric_id)
        name = metric_name(metric) or tr("Metric without a name")
        is_primary = plan.metrics[0].id == metric.id
        parts = (name, metric.channel.strip(), tr("primary metric") if is_primary else "")
        self.heading.setText(" · ".join(part for part in parts if part))
        self.primary_button.setVisible(not is_primary)
        self.unknown.setChecked(metric.baseline_unknown)
        self.baseline.line.setEnabled(not metric.baseline_unknown)
        self._show_library(plan, metric)
        self._ask_recent(metric)
        result = plan_realism(plan, metric)
        self.pace_text.setText(realism_text(result, metric, self.session.formats, plan.currency))
        self.difference.setVisible(
            result.level in ASKS_WHAT_IS_DIFFERENT or bool(metric.difference)
        )
        self._offer(result)

    def _show_library(self, plan: Plan, metric: Metric) -> None:
        """Say what the library knows: how to read it, its level, its companion. Source: C5.1."""
        entry = catalogue().known_metric(metric.library_id)
        if entry is None:
            self.advice.hide()
            return
        level = catalogue().maturity(entry.maturity)
        self.advice.setText(f"{entry_hint(entry)} {entry_name(level)}. {entry_hint(level)}")
        other = catalogue().companion(entry.id)
        taken = {each.library_id for each in plan.metrics}
        is_offered = other is not None and other.id not in taken and len(taken) < MAX_METRICS
        self.companion.suggest([(entry_name(other), "")] if other and is_offered else [])

    def _pair(self, _name: str) -> None:
        other = catalogue().companion(self._metric.library_id or "")
        if other is not None:
            plan = self.session.plan.with_metric(from_library(other))
            self.session.edit(plan, tr("Add metric"))

    def _heading(self) -> FieldRow:
        self.heading = ClampedLabel(pixels=theme.HEADING_PIXELS, bold=True)
        self.primary_button = button(tr("Make &primary"), "link")
        self.primary_button.clicked.connect(self._make_primary)
        self.remove_button = button(tr("R&emove"), "link")
        self.remove_button.clicked.connect(self._remove)
        return FieldRow((self.heading, 1), (self.primary_button, 0), (self.remove_button, 0))

    def _own_row(self) -> FieldRow:
        self.name_field = LineField(
            self.session,
            self._binding("name", tr("Edit metric")),
            tr("&Name of the metric"),
            tr("Table reservations through Instagram"),
        )
        kind = self._kind_field(tuple(MetricKind))
        period = ChoiceField(
            self.session,
            self._binding("period", tr("Choose period")),
            tr("Counted &per"),
            [("–", None), *((period_name(period), period) for period in Period)],
        )
        return self._row((self.name_field, 3), (kind, 2), (period, 1))

    def _kind_field(self, kinds: tuple[MetricKind, ...]) -> ChoiceField:
        return ChoiceField(
            self.session,
            self._binding("kind", tr("Choose kind of metric")),
            tr("&It is"),
            [(metric_kind_name(kind), kind) for kind in kinds],
        )

    def _numbers_row(self) -> FieldRow:
        formats = self.session.formats
        self.direction = ChoiceField(
            self.session,
            self._binding("direction", tr("Choose direction")),
            tr("&Direction"),
            [(direction_name(direction), direction) for direction in Direction],
        )
        self.baseline = TypedField(
            self.session,
            self._binding("baseline", tr("Edit present value")),
            tr("N&ow"),
            # Asked each time: the kind of a metric of her own may change while it is edited.
            read=lambda text: formats.parse_number(text, self._metric.kind),
            show=lambda value: formats.amount(value, self._metric.kind),
            range_text=tr("That number is too large."),
            placeholder=formats.number(Decimal(1200)),
        )
        self.target = TargetField(self.session, self.metric_id)
        return self._row((self.direction, 2), (self.baseline, 2), (self.target, 3))

    def _unknown_box(self) -> CheckBox:
        self.unknown = CheckBox(tr("Not &known yet: the first check-in will be the start"))
        self.unknown.clicked.connect(self._set_unknown)
        return self.unknown

    def _origin_row(self) -> FieldRow:
        channel = LineField(
            self.session, self._binding("channel", tr("Edit channel")), tr("C&hannel"), "Facebook"
        )
        session = self.session
        complete(channel, lambda: channel_names(session.plan))
        source = LineField(
            self.session,
            self._binding("source", tr("Edit source of the number")),
            tr("Where the number &comes from"),
            tr("Page insights, every Monday"),
        )
        return self._row((channel, 2), (source, 5))

    def _recent_row(self) -> FieldRow:
        formats = self.session.formats
        self.recent = TypedField(
            self.session,
            self._binding("recent_values", tr("Edit recent values")),
            tr("Recent &values, oldest first; 4 to 12, typed or pasted"),
            read=lambda text: formats.parse_values(text, self._metric.kind),
            show=formats.values,
            range_text=tr("Twelve values are enough: take the latest ones."),
            placeholder=formats.values(map(Decimal, (1152, 1163, 1176, 1188))),
            blank=(),
        )
        self.interval = ChoiceField(
            self.session,
            self._binding("recent_interval", tr("Choose interval of recent values")),
            tr("One value per"),
            [(period_name(period), period) for period in Period],
        )
        return self._row((self.recent, 5), (self.interval, 2))

    def _ask_recent(self, metric: Metric) -> None:
        """Ask for levels at an interval of her choice, for all else per period of the metric."""
        is_level = metric.kind is MetricKind.STOCK
        self.interval.setVisible(is_level)
        caption = tr("Recent &values, oldest first; 4 to 12, typed or pasted")
        if metric.period is not None and not is_level:
            caption = tr("Recent &values, one per {period}, oldest first; 4 to 12").format(
                period=period_name(metric.period)
            )
        if caption != self._recent_caption:
            self._recent_caption = caption
            self.recent.caption.setText(caption)
            self.recent.editor.setAccessibleName(caption.replace("&", ""))

    def _pace_card(self) -> QWidget:
        frame = card()
        self.pace_text = Label(tone="muted")
        self.aim_button = button("")
        self.aim_button.clicked.connect(self._aim)
        self._aim_at: Decimal | None = None
        row = QVBoxLayout(frame)
        row.setContentsMargins(16, 12, 16, 12)
        row.addLayout(FieldRow((self.pace_text, 1), (self.aim_button, 0)))
        return frame

    def _offer(self, result: RealismResult) -> None:
        metric, formats = self._metric, self.session.formats
        self._aim_at = None
        if result.reachable is not None and result.level is not Realism.REALISTIC:
            wants_more = metric.direction.wants_more
            aim = formats.within_reach(result.reachable[1], metric.kind, wants_more=wants_more)
            self._aim_at = aim if abs(aim) < MAX_AMOUNT else None
        self.aim_button.setVisible(self._aim_at is not None)
        if self._aim_at is not None:
            shown = formats.amount(self._aim_at, metric.kind)
            self.aim_button.setText(literal(tr("Aim for {number}").format(number=shown)))

    def _aim(self) -> None:
        if self._aim_at is not None:
            metric = self._metric.replace(target=Target(amount=self._aim_at))
            plan = self.session.plan.with_metric(metric)
            self.target.setFocus()  # for the button goes with its offer
            self.session.edit(plan.with_unread(self.target.binding.field, None), tr("Edit target"))

    def _set_unknown(self, checked: bool) -> None:  # noqa: FBT001 - a slot of Qt's
        plan = self.session.plan
        metric = self._metric.replace(baseline_unknown=checked)
        if checked:
            metric = metric.replace(baseline=None)
            plan = plan.with_unread(self.baseline.binding.field, None)
        self.session.edit(plan.with_metric(metric), tr("Choose “not known yet”"))

    def _make_primary(self) -> None:
        plan = self.session.plan
        others = tuple(metric for metric in plan.metrics if metric.id != self.metric_id)
        self.session.edit(
            plan.replace(metrics=(self._metric, *others)), tr("Choose primary metric")
        )

    def _remove(self) -> None:
        self.session.edit(self.session.plan.without_metric(self.metric_id), tr("Remove metric"))

    def _binding(self, name: str, label: str) -> Binding:
        return metric_binding(self.metric_id, name, label)

    def _row(self, *fields: tuple[Field, int]) -> FieldRow:
        self.fields += [field for field, _ in fields]
        return FieldRow(*fields)


def from_library(entry: LibraryMetric) -> Metric:
    """Return a metric of a plan for the entry of the library."""
    return Metric(
        library_id=entry.id, kind=entry.kind, period=entry.period, direction=entry.direction
    )


class TargetField(TypedField):
    """The target as it is typed: ``1000``, ``+15 %``, ``-30 %`` or ``x2``."""

    def __init__(self, session: PlanSession, metric_id: str) -> None:
        formats = session.formats
        self._metric_id = metric_id
        super().__init__(
            session,
            metric_binding(metric_id, "target", tr("Edit target")),
            tr("&Target: a number, +15 %, -30 % or x2"),
            read=lambda text: formats.parse_target(text, session.plan.metric(metric_id).kind),
            show=formats.target,
            range_text=tr("That number is too large."),
            placeholder=formats.signed_percent(Decimal(15)),
        )

    def echo(self, value: Target) -> str:
        """Say the number that the target comes to."""
        plan = self.session.plan
        metric = plan.metric(self._metric_id)
        reached = value.reach(effective_baseline(plan, metric), metric.kind)
        if reached is None:
            return tr("the number follows from the first check-in")
        shown = self.session.formats.amount(reached, metric.kind)
        return "" if shown == self.line.text().strip() else f"= {shown}"
