"""Money: what the plan costs and brings, worked out while typing. Source: A10, A11, A11.1-A11.3."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from smartgoals.domain.catalogue import catalogue
from smartgoals.domain.catalogue_entries import Entry
from smartgoals.domain.content import content_hours, conversation_hours
from smartgoals.domain.money import money
from smartgoals.domain.plan import Plan
from smartgoals.domain.strategy import Cost
from smartgoals.domain.terms import Step
from smartgoals.domain.value import MAX_AMOUNT
from smartgoals.language import tr
from smartgoals.ui.bindings import Binding, nested_binding
from smartgoals.ui.field_row import FieldGrid, FieldRow
from smartgoals.ui.fields import Field
from smartgoals.ui.labels import Label, button, card, heading_label, literal, small_label, tip
from smartgoals.ui.session import PlanSession
from smartgoals.ui.wizard.field_maker import FieldMaker
from smartgoals.ui.wizard.strategy_page import StrategyPage
from smartgoals.words.catalogue import entry_hint, entry_name
from smartgoals.words.money import Figure, money_figures, time_cost_text

TIME = "A11.3-time"
ADVERTISING = "A11.3-advertising"


class MoneyPage(StrategyPage):
    """Asks for costs and return, and shows what comes of them."""

    step = Step.MONEY

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self.set_question(
            tr("Does it pay?"),
            tr("Rough numbers are fine. What you leave blank counts as not known, never as zero."),
        )
        self.result = ResultCard()
        self.body.addWidget(self.result)
        self.make = FieldMaker(self, _bind)
        self._add_time()
        self._add_costs()
        self._add_return()
        self.fields["money.costs"] = self.fields[_cost_place(ADVERTISING)]
        self.finish()

    @override
    def show_more(self, plan: Plan) -> None:
        super().show_more(plan)
        formats = self.session.formats
        self.result.show_figures(money_figures(plan, formats))
        sums = time_cost_text(plan, formats)
        self.time_note.setText(sums)
        self.time_note.setVisible(bool(sums))
        self._offer_hours(plan)
        self._offer_posts(plan)
        other = _other_costs(plan)
        self.other_note.setVisible(other is not None)
        self.other_note.setText(
            tr("Other costs of this plan: {amount}").format(
                amount=formats.money(other, plan.currency)
            )
        )
        if _cost(plan, TIME) is not None and money(plan).time_cost:
            time_field = self.make.fields[_cost_name(TIME)]
            time_field.set_note(tr("comes on top of the hours above"), "look")

    def _add_time(self) -> None:
        self.body.addWidget(heading_label(tr("Your time")))
        hours = self.make.number("hours_per_week", tr("Hours a wee&k"), "6")
        rate = self.make.number("hourly_rate", tr("&What an hour costs"), "15")
        self.body.addLayout(FieldRow((hours, 1), (rate, 1)))
        self.time_note = Label(tone="muted")
        self.hours_offer = button("", "chip")
        self.hours_offer.clicked.connect(self._take_hours)
        self.body.addWidget(self.time_note)
        self.body.addWidget(self.hours_offer, alignment=Qt.AlignmentFlag.AlignLeft)

    def _add_costs(self) -> None:
        self.body.addWidget(heading_label(tr("Costs, for the whole time")))
        self.body.addLayout(FieldGrid(3, *map(self._cost_field, catalogue().costs)))
        self.other_note = small_label()
        self.posts_offer = button("", "chip")
        self.posts_offer.clicked.connect(self._take_posts)
        self.body.addWidget(self.other_note)
        self.body.addWidget(self.posts_offer, alignment=Qt.AlignmentFlag.AlignLeft)

    def _cost_field(self, kind: Entry) -> Field:
        caption = tr("Time not counted above") if kind.id == TIME else entry_name(kind)
        field = self.make.number(_cost_name(kind.id), caption)
        tip(field.line, entry_hint(kind))
        return field

    def _add_return(self) -> None:
        self.body.addWidget(heading_label(tr("What social media brings")))
        gross_profit = self.make.number(
            "expected_return", tr("&Gross profit earned, before these costs"), "2,600"
        )
        self.body.addWidget(gross_profit)
        self.body.addWidget(
            small_label(tr("No such number? Count something, and say what one of it is worth."))
        )
        kpi = self.make.choice(
            "kpi_id", tr("&Count this"), [(entry_name(each), each.id) for each in catalogue().kpis]
        )
        unit = self.make.line("unit_name", tr("&One of it is called"), tr("new regular guest"))
        self.body.addLayout(FieldRow((kpi, 1), (unit, 1)))
        value = self.make.number("unit_value", tr("What one is wor&th"), "40")
        units = self.make.number("expected_units", tr("How &many you expect"), "65")
        self.body.addLayout(FieldRow((value, 1), (units, 1)))

    def _offer_hours(self, plan: Plan) -> None:
        hours = _planned_hours(plan)
        self.hours_offer.setVisible(_fits(hours) and plan.money.hours_per_week is None)
        text = tr("Take {hours} from the pages before")
        shown = self.session.formats.hours(hours)
        self.hours_offer.setText(literal(text.format(hours=shown)))

    def _offer_posts(self, plan: Plan) -> None:
        price = money(plan).cadence_budget
        self.posts_offer.setVisible(_fits(price) and _cost(plan, ADVERTISING) is None)
        text = tr("Take {price} for your posts")
        shown = self.session.formats.money(price, plan.currency)
        self.posts_offer.setText(literal(text.format(price=shown)))

    def _take_hours(self) -> None:
        self._take("hours_per_week", _planned_hours(self.session.plan))

    def _take_posts(self) -> None:
        self._take(_cost_name(ADVERTISING), money(self.session.plan).cadence_budget)

    def _take(self, name: str, amount: Decimal | None) -> None:
        """Write the offered amount into the field, and let the cursor follow it."""
        field = self.make.fields[name]
        plan = field.binding.write(self.session.plan, amount)
        self.session.close_step()
        self.session.edit(plan.with_unread(field.binding.field, None), field.binding.label)
        field.setFocus()


class ResultCard(QWidget):
    """The four numbers that follow from the plan, each with its meaning."""

    def __init__(self) -> None:
        super().__init__()
        self.row = FieldGrid(4)
        self.tiles: list[FigureTile] = []
        frame = card()
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(16, 14, 16, 14)
        inner.addLayout(self.row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_figures(self, figures: tuple[Figure, ...]) -> None:
        """Show these figures, in this order."""
        while len(self.tiles) < len(figures):
            tile = FigureTile()
            self.tiles.append(tile)
            self.row.add_field(tile)
        for tile, figure in zip(self.tiles, figures, strict=True):
            tile.show_figure(figure)


class FigureTile(QWidget):
    """One figure: its name, the number, and what it means."""

    def __init__(self) -> None:
        super().__init__()
        self.name = small_label()
        self.number = heading_label("")
        self.meaning = small_label()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for label in (self.name, self.number, self.meaning):
            column.addWidget(label)
        column.addStretch()

    def show_figure(self, figure: Figure) -> None:
        """Show another figure."""
        self.name.setText(figure.name)
        self.number.setText(figure.number)
        self.number.set_tone(figure.tone)
        self.meaning.setText(figure.meaning)


def _fits(amount: Decimal | None) -> bool:
    """Return whether there is something that a field can take."""
    return amount is not None and 0 < amount < MAX_AMOUNT


def _planned_hours(plan: Plan) -> Decimal | None:
    """Return the hours a week of content and conversation; None when neither is known."""
    known = [h for h in (content_hours(plan.content), conversation_hours(plan.message)) if h]
    return sum(known, Decimal(0)) if known else None


def _other_costs(plan: Plan) -> Decimal | None:
    """Return the costs of kinds that no field of the page shows; None when there are none."""
    shown = {kind.id for kind in catalogue().costs}
    others = [c.amount for c in plan.money.costs if c.kind_id not in shown and c.amount is not None]
    return sum(others, Decimal(0)) if others else None


def _cost_name(kind_id: str) -> str:
    return f"cost.{kind_id}"


def _cost_place(kind_id: str) -> str:
    return f"cost.{kind_id}.amount"


def _bind(name: str) -> Binding:
    label = tr("Edit money")
    if not name.startswith("cost."):
        return nested_binding("money", name, label)
    kind_id = name.removeprefix("cost.")
    return Binding(
        _cost_place(kind_id),
        label,
        lambda plan: _cost(plan, kind_id),
        lambda plan, amount: _with_cost(plan, kind_id, amount),
    )


def _cost(plan: Plan, kind_id: str) -> Decimal | None:
    """Return the amount of that kind, all costs of the kind together."""
    amounts = [c.amount for c in plan.money.costs if c.kind_id == kind_id and c.amount is not None]
    return sum(amounts, Decimal(0)) if amounts else None


def _with_cost(plan: Plan, kind_id: str, amount: Decimal | None) -> Plan:
    """Return the plan with one cost of that kind, in the place of those there were."""
    costs = plan.money.costs
    same = [cost for cost in costs if cost.kind_id == kind_id]
    others = [cost for cost in costs if cost.kind_id != kind_id]
    if amount is not None:
        cost = same[0].replace(amount=amount) if same else Cost(kind_id=kind_id, amount=amount)
        others.insert(costs.index(same[0]) if same else len(others), cost)
    return plan.replace(money=plan.money.replace(costs=tuple(others)))
