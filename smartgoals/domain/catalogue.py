"""The shipped lists of the method, read once from the data files beside the package."""

from functools import cache
from importlib.resources import files
from typing import TypeVar

from smartgoals.domain.catalogue_entries import (
    Advice,
    CompanyGoal,
    Entry,
    GoalIdea,
    InfluenceMeasure,
    LibraryMetric,
    Maturity,
    Purpose,
    RungEntry,
    StandInKpi,
    Starter,
)
from smartgoals.domain.terms import Rung, Step
from smartgoals.domain.value import Value

AnyEntry = TypeVar("AnyEntry", bound=Entry)


def find_entry(entries: tuple[AnyEntry, ...], entry_id: str) -> AnyEntry:
    """Return the entry of that id. Raises ``KeyError`` when the list has none."""
    for entry in entries:
        if entry.id == entry_id:
            return entry
    raise KeyError(entry_id)


class Catalogue(Value):
    """All lists that the program offers; each field is one data file of the same name."""

    goals: tuple[GoalIdea, ...]
    """Goal ideas. Source: B2, A3, S8."""
    company_goals: tuple[CompanyGoal, ...]
    """Goals of a whole business. Source: B1, B1.2, B1.3."""
    purposes: tuple[Purpose, ...]
    """Source: C2."""
    starters: tuple[Starter, ...]
    """Broad goals to begin from, one per kind of business. Source: S2."""
    metrics: tuple[LibraryMetric, ...]
    """Source: M."""
    maturities: tuple[Maturity, ...]
    """Source: C5.1."""
    platforms: tuple[Entry, ...]
    """Their hints tell their strengths. Source: S9."""
    rungs: tuple[RungEntry, ...]
    """Best first. Source: A6."""
    costs: tuple[Entry, ...]
    """Kinds of cost. Source: A11.3."""
    kpis: tuple[StandInKpi, ...]
    """Source: A11.1."""
    topics: tuple[Entry, ...]
    """Ideas for headlines. Source: A8.1."""
    tools: tuple[Entry, ...]
    """Tools that serve as content. Source: A8.3."""
    pages: tuple[Entry, ...]
    """Pages of the own website. Source: A8.4."""
    routes: tuple[Entry, ...]
    """Ways of distribution. Source: A9."""
    listening_questions: tuple[Entry, ...]
    """Source: A2."""
    influence_measures: tuple[InfluenceMeasure, ...]
    """Source: A4.1."""
    functions: tuple[Entry, ...]
    """Whom in the business to involve. Source: C1."""
    advice: tuple[Advice, ...]
    """What the articles teach and no field asks for."""

    def goal(self, goal_id: str) -> GoalIdea:
        """Return the goal idea. Raises ``KeyError`` when there is none of that id."""
        return find_entry(self.goals, goal_id)

    def metric(self, metric_id: str) -> LibraryMetric:
        """Return the metric. Raises ``KeyError`` when there is none of that id."""
        return find_entry(self.metrics, metric_id)

    def known_goal(self, goal_id: str | None) -> GoalIdea | None:
        """Return the goal idea; None when none is meant, or one that this version does not know.

        A plan from elsewhere may name what another version has in its lists.
        """
        return next((goal for goal in self.goals if goal.id == goal_id), None)

    def known_metric(self, metric_id: str | None) -> LibraryMetric | None:
        """Return the metric, or None as ``known_goal`` does."""
        return next((metric for metric in self.metrics if metric.id == metric_id), None)

    def platform(self, platform_id: str) -> Entry:
        """Return the platform. Raises ``KeyError`` when there is none of that id."""
        return find_entry(self.platforms, platform_id)

    def starter(self, starter_id: str) -> Starter:
        """Return the starter. Raises ``KeyError`` when there is none of that id."""
        return find_entry(self.starters, starter_id)

    def rung(self, rung: Rung) -> RungEntry:
        """Return the words of the rung."""
        return next(entry for entry in self.rungs if entry.rung is rung)

    def maturity(self, level: int) -> Maturity:
        """Return the words of the level. Raises ``KeyError`` unless it is 1 to 3."""
        for entry in self.maturities:
            if entry.level == level:
                return entry
        raise KeyError(level)

    @property
    def marketing_goals(self) -> tuple[GoalIdea, ...]:
        """The goals to tie a plan to when there is no company goal. Source: B1.5."""
        return tuple(goal for goal in self.goals if goal.source.startswith("B2."))

    def metrics_for(self, goal_id: str) -> tuple[LibraryMetric, ...]:
        """Return the metrics that hang on the goal, best first. Raises ``KeyError``."""
        return tuple(self.metric(metric_id) for metric_id in self.goal(goal_id).metric_ids)

    def companion(self, metric_id: str) -> LibraryMetric | None:
        """Return the metric to read this one together with. Raises ``KeyError``."""
        companion_id = self.metric(metric_id).companion_id
        return self.metric(companion_id) if companion_id else None

    def advice_for(self, step: Step) -> tuple[Advice, ...]:
        """Return what is worth knowing at the step."""
        return tuple(advice for advice in self.advice if advice.step is step)


@cache
def catalogue() -> Catalogue:
    """Return the shipped lists; read and checked the first time.

    Raises:
        pydantic.ValidationError: a data file is not as the program needs it.
    """
    folder = files("smartgoals.resources") / "catalogue"
    lists = (
        f'"{name}": {(folder / f"{name}.json").read_text(encoding="utf-8")}'
        for name in Catalogue.model_fields
    )
    return Catalogue.model_validate_json(f"{{{','.join(lists)}}}", strict=True)
