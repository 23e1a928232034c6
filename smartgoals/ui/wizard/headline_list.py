"""Headlines: 25 or more, with the topic ideas to drop in. Source: A8, A8.1."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from smartgoals.domain.catalogue import catalogue
from smartgoals.domain.catalogue_entries import Entry
from smartgoals.domain.plan import Plan
from smartgoals.domain.strategy import Headline
from smartgoals.language import tr
from smartgoals.ui.flow_layout import FlowLayout
from smartgoals.ui.labels import button, literal, small_label, tip
from smartgoals.ui.table_model import Column
from smartgoals.ui.wizard.page import PlanPage
from smartgoals.ui.wizard.part_list import ListWords, PartEditor, PartList
from smartgoals.ui.wizard.part_place import PartPlace
from smartgoals.words.catalogue import entry_hint, entry_name


class HeadlineList(PartList[Headline]):
    """The headlines; Enter in one begins the next."""

    def __init__(self, page: PlanPage) -> None:
        words = ListWords(
            name=tr("Headlines"),
            add=tr("Add a head&line"),
            remove=tr("Remove headline"),
            unnamed=tr("Blank headline"),
        )
        columns = [
            Column(tr("Headline"), lambda line: line.text or words.unnamed, stretches=True),
            Column(tr("Topic"), lambda line: _topic_name(line.topic_id)),
        ]
        editor = HeadlineEditor(page, _place())
        super().__init__(editor, words, columns)
        self._line = editor.text.line
        self._line.returnPressed.connect(self._go_on)

    def drop_in(self, topic: Entry) -> None:
        """Add a headline from the idea, with its text marked for writing over it."""
        self.add_part(Headline(text=entry_name(topic), topic_id=topic.id))
        self._line.selectAll()

    def _go_on(self) -> None:
        if self.chosen.text.strip():
            self.add()


class HeadlineEditor(PartEditor[Headline]):
    """One headline and the topic that it came from."""

    def __init__(self, page: PlanPage, place: PartPlace[Headline]) -> None:
        super().__init__(page, place)
        self.text = self.make.line(
            "text", tr("Headline, as you would tell a &friend"), tr("Who bakes at four")
        )
        self.hint = small_label()
        self.column.addWidget(self.text)
        self.column.addWidget(self.hint)

    @override
    def show_plan(self, plan: Plan) -> None:
        topic = _topic(self.part.topic_id)
        self.hint.setText(f"{entry_name(topic)}: {entry_hint(topic)}" if topic is not None else "")
        self.hint.setVisible(topic is not None)


class TopicIdeas(QWidget):
    """A chip per topic idea; a click drops it into the headlines."""

    def __init__(self, headlines: HeadlineList) -> None:
        super().__init__()
        self._headlines = headlines
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(small_label(tr("Ideas to drop in; write your own words over them")))
        chips = FlowLayout()
        column.addLayout(chips)
        self.chips = []
        for topic in catalogue().topics:
            chip = button(f"+ {literal(entry_name(topic))}", "chip")
            chip.setAccessibleName(tr("Add the idea {name}").format(name=entry_name(topic)))
            tip(chip, entry_hint(topic))
            chip.clicked.connect(self._dropper(topic))
            chips.addWidget(chip)
            self.chips.append(chip)

    def _dropper(self, topic: Entry) -> Callable[[], None]:
        return lambda: self._headlines.drop_in(topic)


def _topic(topic_id: str | None) -> Entry | None:
    return next((topic for topic in catalogue().topics if topic.id == topic_id), None)


def _topic_name(topic_id: str | None) -> str:
    topic = _topic(topic_id)
    return "" if topic is None else entry_name(topic)


def _place() -> PartPlace[Headline]:
    return PartPlace(
        "headline",
        tr("Edit headline"),
        lambda plan: plan.content.headlines,
        lambda plan, headlines: plan.replace(content=plan.content.replace(headlines=headlines)),
        lambda part_id: Headline(id=part_id),
    )
