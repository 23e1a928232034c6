"""Influencers: who is listened to, by eight measures, in a table that sorts. Source: A4, A4.1."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget
from typing_extensions import override

from smartgoals.domain.catalogue import catalogue
from smartgoals.domain.catalogue_entries import InfluenceMeasure
from smartgoals.domain.plan import Plan
from smartgoals.domain.strategy import Influence, Influencer
from smartgoals.domain.text import sorting_key
from smartgoals.language import tr
from smartgoals.ui.bindings import Binding
from smartgoals.ui.field_row import FieldGrid, FieldRow
from smartgoals.ui.fields import Field
from smartgoals.ui.labels import caption_label, tip
from smartgoals.ui.table_model import Column
from smartgoals.ui.toggling import CheckBox
from smartgoals.ui.wizard.part_list import ListWords, PartEditor, PartList
from smartgoals.ui.wizard.part_place import PartPlace
from smartgoals.ui.wizard.strategy_page import StrategyPage
from smartgoals.words.catalogue import entry_hint, entry_name

MEASURE = "measures."
ENTRY_ORDER = ""
TEXTS = ("name", "channel")


def influencer_list(page: StrategyPage) -> "InfluencerList":
    """Return the list of influencers for the page."""
    place = PartPlace(
        "influencer",
        tr("Edit influencer"),
        lambda plan: plan.listening.influencers,
        lambda plan, influencers: plan.replace(
            listening=plan.listening.replace(influencers=influencers)
        ),
        lambda part_id: Influencer(id=part_id),
    )
    return InfluencerList(InfluencerEditor(page, place))


class InfluencerList(PartList[Influencer]):
    """Sorted by a measure, best first; a click on a header turns the order round."""

    def __init__(self, editor: "InfluencerEditor") -> None:
        self.measures = catalogue().influence_measures
        words = ListWords(
            name=tr("Influencers"),
            add=tr("Add a pe&rson"),
            remove=tr("Remove person"),
            unnamed=tr("Person without a name"),
        )
        columns = [
            Column(tr("Name"), self._named, stretches=True, least=150),
            Column(tr("Channel"), lambda person: person.channel),
            *(self._column(measure) for measure in self.measures),
        ]
        super().__init__(editor, words, columns)
        self._sorted_by = ENTRY_ORDER
        self._is_turned = False
        self._keys = [*TEXTS, *(measure.id for measure in self.measures)]
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort_by_column)
        self._add_order()

    @override
    def show_plan(self, plan: Plan) -> None:
        super().show_plan(plan)
        people = plan.listening.influencers
        self._order_box.setVisible(len(people) > 1)
        self._show_columns(people)
        self.order.setCurrentIndex(self.order.findData(self._sorted_by))

    def _show_columns(self, people: tuple[Influencer, ...]) -> None:
        """Show name, channel and the measures that are known of anybody."""
        known = {each.measure_id for person in people for each in person.measures}
        measures = [i for i, key in enumerate(self._keys) if key in known]
        self.table.show_columns([0, 1, *measures])

    @override
    def ordered(self, parts: tuple[Influencer, ...]) -> Sequence[Influencer]:
        if self._sorted_by == ENTRY_ORDER:
            return parts
        if self._sorted_by in TEXTS:
            return sorted(parts, key=self._text, reverse=not self._is_ascending)
        known = [person for person in parts if self._measured(person) is not None]
        known.sort(
            key=lambda person: self._measured(person) or Decimal(0),
            reverse=not self._is_ascending,
        )
        return [*known, *(person for person in parts if self._measured(person) is None)]

    @property
    def _is_ascending(self) -> bool:
        """Whether low comes before high: where low is better, and for texts, unless turned."""
        rank_ids = {measure.id for measure in self.measures if measure.lower_is_better}
        return (self._sorted_by in {*TEXTS, *rank_ids}) is not self._is_turned

    def _text(self, person: Influencer) -> str:
        text = str(getattr(person, self._sorted_by))
        return sorting_key(text, self.session.formats.language)

    def _measured(self, person: Influencer) -> Decimal | None:
        return _measured(person, self._sorted_by)

    def sort_by(self, key: str, *, is_turned: bool = False) -> None:
        """Sort by ``name``, ``channel`` or a measure, best first unless it is turned."""
        self._sorted_by, self._is_turned = key, is_turned
        self.show_plan(self.session.plan)
        self._show_arrow()

    def _sort_by_column(self, index: int) -> None:
        key = self._keys[index]
        self.sort_by(key, is_turned=key == self._sorted_by and not self._is_turned)

    def _show_arrow(self) -> None:
        header = self.table.horizontalHeader()
        header.setSortIndicatorShown(self._sorted_by != ENTRY_ORDER)
        if self._sorted_by != ENTRY_ORDER:
            orders = Qt.SortOrder
            order = orders.AscendingOrder if self._is_ascending else orders.DescendingOrder
            header.setSortIndicator(self._keys.index(self._sorted_by), order)

    def _add_order(self) -> None:
        self.order = QComboBox()
        self.order.addItem(tr("order of entry"), ENTRY_ORDER)
        self.order.addItem(tr("name"), TEXTS[0])
        self.order.addItem(tr("channel"), TEXTS[1])
        for measure in self.measures:
            self.order.addItem(entry_name(measure), measure.id)
        self.order.setAccessibleName(tr("Sort by"))
        self.order.activated.connect(lambda: self.sort_by(self.order.currentData()))
        self._order_box = QWidget()
        row = QHBoxLayout(self._order_box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(caption_label(tr("&Sort by"), self.order))
        row.addWidget(self.order)
        row.addStretch()
        self.column.insertWidget(0, self._order_box)

    def _named(self, person: Influencer) -> str:
        name = person.name.strip() or self.words.unnamed
        return tr("{name} (advocate)").format(name=name) if person.advocate else name

    def _column(self, measure: InfluenceMeasure) -> Column:
        return Column(
            entry_name(measure),
            lambda person: self.session.formats.number(_measured(person, measure.id)) or "–",
            is_number=True,
        )


class InfluencerEditor(PartEditor[Influencer]):
    """Name, channel, whether already an advocate, and the eight measures."""

    def __init__(self, page: StrategyPage, place: PartPlace[Influencer]) -> None:
        super().__init__(page, place)
        name = self.make.line("name", tr("Name"), tr("Maja of Maja's Kitchen"))
        channel = self.make.channel(tr("Channel"))
        self.column.addLayout(FieldRow((name, 1), (channel, 1)))
        self.advocate = CheckBox(tr("Speaks well of us already: an advocate"))
        self.advocate.clicked.connect(self._set_advocate)
        self.column.addWidget(self.advocate)
        self.column.addLayout(FieldGrid(4, *map(self._measure, catalogue().influence_measures)))
        self.column.addWidget(
            self.make.line("note", tr("Note"), tr("Ask her to the tasting in May"))
        )

    @override
    def binding(self, name: str) -> Binding:
        if not name.startswith(MEASURE):
            return super().binding(name)
        return self.place.entry(self.part_id, name, MEASURE, _measured, _with_measure)

    @override
    def show_plan(self, plan: Plan) -> None:
        self.advocate.setChecked(self.part.advocate)

    def _measure(self, measure: InfluenceMeasure) -> Field:
        field = self.make.number(f"{MEASURE}{measure.id}", entry_name(measure))
        tip(field.line, entry_hint(measure))
        return field

    def _set_advocate(self, checked: bool) -> None:  # noqa: FBT001 - a slot of Qt's
        person = self.part.replace(advocate=checked)
        session = self.page.session
        session.edit(self.place.with_part(session.plan, person), tr("Mark advocate"))


def _measured(person: Influencer, measure_id: str) -> Decimal | None:
    return next((each.value for each in person.measures if each.measure_id == measure_id), None)


def _with_measure(person: Influencer, measure_id: str, value: Decimal | None) -> Influencer:
    others = tuple(each for each in person.measures if each.measure_id != measure_id)
    mine = () if value is None else (Influence(measure_id=measure_id, value=value),)
    return person.replace(measures=others + mine)
