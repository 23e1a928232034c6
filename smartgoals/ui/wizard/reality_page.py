"""Reality check: achievable and realistic, against her own numbers. Source: S3, S7, T4, T5."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from smartgoals.domain.capacity import capacity
from smartgoals.domain.plan import Obstacle, Plan
from smartgoals.domain.realism import plan_realism
from smartgoals.domain.tactic import Tactic
from smartgoals.domain.terms import Step
from smartgoals.domain.value import find_part, with_part, without_part
from smartgoals.language import tr
from smartgoals.ui.bindings import Binding, plan_binding
from smartgoals.ui.click_row import ClickRow
from smartgoals.ui.field_row import FieldRow
from smartgoals.ui.fields import LineField, TextField, TypedField
from smartgoals.ui.flow_layout import FlowLayout
from smartgoals.ui.labels import Label, button, card, heading_label, literal, tab_after, tab_within
from smartgoals.ui.session import PlanSession
from smartgoals.ui.wizard.page import PlanPage
from smartgoals.words.capacity import capacity_text
from smartgoals.words.names import metric_name, short
from smartgoals.words.realism import realism_text

SIGNS = {"€": "EUR", "£": "GBP", "₺": "TRY"}
"""Signs that only one currency has."""


class RealityPage(PlanPage):
    """Asks whether the time, the money and the pace of late make the goal possible."""

    step = Step.REALITY

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self.set_question(
            tr("Can it be done?"),
            tr("Better to find out now than in week ten. This advises you, it never blocks."),
        )
        self.body.addLayout(self._means_row())
        self.body.addWidget(self._capacity_card())
        self.body.addWidget(heading_label(tr("Your targets against your recent pace")))
        self._pace_rows: list[ClickRow] = []
        self._pace_frame = card()
        self._pace_column = QVBoxLayout(self._pace_frame)
        self.body.addWidget(self._pace_frame)
        self._ask_reasons()
        self._ask_obstacles()
        self._explain()
        self.body.addStretch()

    def _ask_reasons(self) -> None:
        achievable = TextField(
            self.session,
            plan_binding("achievable", tr("Edit SMART breakdown")),
            tr("&Achievable: what do you have already that makes it possible?"),
            tr("Yes: photos and the page are there already; Ana has eight hours a week"),
        )
        realistic = TextField(
            self.session,
            plan_binding("realistic", tr("Edit SMART breakdown")),
            tr("&Realistic: why in this time and with this money?"),
            tr("15 dollars of ads per post, and a neighbourhood special in every second one"),
        )
        self.body.addWidget(self.add(achievable))
        self.body.addWidget(self.add(realistic))
        self._realistic = realistic

    def _ask_obstacles(self) -> None:
        self.body.addWidget(heading_label(tr("What may come in between?")))
        self._obstacles = QVBoxLayout()
        self._obstacles.setSpacing(8)
        self._obstacle_rows: dict[str, tuple[QWidget, LineField, LineField]] = {}
        self.body.addLayout(self._obstacles)
        self.add_obstacle = button(tr("Add an &obstacle"), "link")
        self.add_obstacle.clicked.connect(self._add_obstacle)
        row = QHBoxLayout()
        row.addWidget(self.add_obstacle)
        row.addStretch()
        self.body.addLayout(row)

    def _explain(self) -> None:
        self.set_why(
            tr("What is realistic?"),
            tr(
                "If you gain 100 followers a week now, 125 to 150 a week within three months is "
                "reasonable; 500 or 1,000 is not. So the pace that a target needs is compared "
                "with your own recent pace: up to 1.5 times is realistic, up to 5 times is a "
                "stretch that needs a reason. Aiming too low is no virtue either: a target below "
                "your present trend is said, too."
            ),
        )

    @override
    def show_more(self, plan: Plan) -> None:
        result = capacity(plan)
        self.capacity_label.setText(capacity_text(result, self.session.formats))
        self.capacity_label.set_tone("look" if result.over is not None else "muted")
        self._offer_parking(result.to_park if result.over is not None else ())
        self._show_paces(plan)
        self._show_obstacles(plan)

    @override
    def focus_field(self, name: str) -> None:
        super().focus_field(name if name in self.fields else "hours_per_week")

    def _means_row(self) -> FieldRow:
        formats = self.session.formats
        hours = TypedField(
            self.session,
            plan_binding("hours_per_week", tr("Edit hours a week")),
            tr("&Hours a week that you have for this"),
            read=formats.parse_number,
            show=formats.number,
            range_text=tr("Hours cannot be negative."),
            placeholder="8",
        )
        budget = TypedField(
            self.session,
            plan_binding("budget", tr("Edit budget")),
            tr("Bud&get for the whole time"),
            read=formats.parse_number,
            show=formats.number,
            range_text=tr("A budget cannot be negative."),
            placeholder="585",
        )
        currency = TypedField(
            self.session,
            plan_binding("currency", tr("Edit currency")),
            tr("C&urrency"),
            read=_currency,
            show=str,
            range_text=tr("Please write the three letters of the currency, such as EUR or USD."),
            placeholder="USD",
            blank="",
        )
        return FieldRow((self.add(hours), 2), (self.add(budget), 2), (self.add(currency), 1))

    def _capacity_card(self) -> QWidget:
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 12, 16, 12)
        self.capacity_label = Label(tone="muted")
        self._parking = FlowLayout()
        self._parkable: tuple[str, ...] = ()
        column.addWidget(self.capacity_label)
        column.addLayout(self._parking)
        return frame

    def _offer_parking(self, tactics: tuple[Tactic, ...]) -> None:
        ids = tuple(tactic.id for tactic in tactics)
        if ids == self._parkable:
            return
        self._parkable = ids
        self._parking.clear()
        for tactic in tactics:
            text = tr("Park “{name}”").format(name=short(tactic.name, 60))
            chip = button(literal(text), "chip")
            chip.clicked.connect(self._parker(tactic.id))
            self._parking.addWidget(chip)

    def _parker(self, tactic_id: str) -> Callable[[], None]:
        def park() -> None:
            tactic = self.session.plan.tactic(tactic_id).replace(parked=True)
            self.session.edit(self.session.plan.with_tactic(tactic), tr("Park tactic"))

        return park

    def _show_paces(self, plan: Plan) -> None:
        if len(self._pace_rows) != len(plan.metrics):
            for row in self._pace_rows:
                row.hide()
                row.deleteLater()
            self._pace_rows = [self._pace_row(index) for index in range(len(plan.metrics))]
            tab_within(self._pace_frame)
        for metric, row in zip(plan.metrics, self._pace_rows, strict=True):
            result = plan_realism(plan, metric)
            row.show_text(
                short(metric_name(metric), 60) or tr("Metric without a name"),
                realism_text(result, metric, self.session.formats, plan.currency),
            )
        self._pace_frame.setVisible(bool(plan.metrics))

    def _pace_row(self, index: int) -> ClickRow:
        row = ClickRow()
        row.clicked.connect(
            lambda: self.field_chosen.emit(f"metric.{self.session.plan.metrics[index].id}.target")
        )
        self._pace_column.addWidget(row)
        return row

    def _show_obstacles(self, plan: Plan) -> None:
        ids = [obstacle.id for obstacle in plan.obstacles]
        for gone in [each for each in self._obstacle_rows if each not in ids]:
            frame, *fields = self._obstacle_rows.pop(gone)
            for field in fields:
                self.drop(field)
            frame.hide()
            frame.deleteLater()
        for each in ids:
            if each not in self._obstacle_rows:
                self._obstacle_rows[each] = self._obstacle_row(each)

    def _obstacle_row(self, obstacle_id: str) -> tuple[QWidget, LineField, LineField]:
        frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        if_field = self._obstacle_field(
            obstacle_id, "if_text", tr("If …"), tr("Ana is ill for a week")
        )
        then_field = self._obstacle_field(
            obstacle_id, "then_text", tr("… then"), tr("Jo posts the three that are prepared")
        )
        remove = button(tr("Remove"), "link", name=tr("Remove obstacle"))
        remove.clicked.connect(lambda: self._remove_obstacle(obstacle_id))
        row.addWidget(if_field, 1)
        row.addWidget(then_field, 1)
        row.addWidget(remove)
        self._obstacles.addWidget(frame)
        tab_after(self._stop_above(), frame)
        for field in (if_field, then_field):
            field.show_plan(self.session.plan)
        return frame, if_field, then_field

    def _stop_above(self) -> QWidget:
        """Return where Tab stops last before an obstacle that is added."""
        for frame, *_ in reversed(self._obstacle_rows.values()):
            return frame.findChildren(QPushButton)[-1]
        return self._realistic.focused

    def _obstacle_field(self, obstacle_id: str, name: str, caption: str, example: str) -> LineField:
        binding = Binding(
            f"obstacle.{obstacle_id}.{name}",
            tr("Edit obstacle"),
            lambda plan: getattr(find_part(plan.obstacles, obstacle_id), name),
            lambda plan, text: plan.replace(
                obstacles=with_part(
                    plan.obstacles, find_part(plan.obstacles, obstacle_id).replace(**{name: text})
                )
            ),
        )
        field = LineField(self.session, binding, caption, example)
        self.add(field)
        return field

    def _add_obstacle(self) -> None:
        obstacle = Obstacle()
        plan = self.session.plan
        self.session.edit(plan.replace(obstacles=(*plan.obstacles, obstacle)), tr("Add obstacle"))
        self._obstacle_rows[obstacle.id][1].setFocus()

    def _remove_obstacle(self, obstacle_id: str) -> None:
        plan = self.session.plan
        self.session.edit(
            plan.replace(obstacles=without_part(plan.obstacles, obstacle_id)),
            tr("Remove obstacle"),
        )


def _currency(text: str) -> str:
    """Return the code that the text stands for; the plan takes three letters only."""
    text = text.strip().upper()
    return SIGNS.get(text, text)
