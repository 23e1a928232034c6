"""Everything that the command search finds: the commands of the menus, the plans, the steps."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from smartgoals.domain.terms import CORE_STEPS, STRATEGY_STEPS
from smartgoals.language import tr
from smartgoals.ui.command_search import Find
from smartgoals.ui.shortcuts import actions_of
from smartgoals.words.names import step_name

if TYPE_CHECKING:
    from smartgoals.ui.main_window import MainWindow


def all_finds(window: "MainWindow") -> list[Find]:
    """Return the plans, also those not listed now, the steps of the plan, and the commands."""
    return [*_plans(window), *_steps(window), *_commands(window)]


def _plans(window: "MainWindow") -> list[Find]:
    model = window.panel.model
    return [
        Find(f"plan {plan.id}", model.title(plan), tr("Plan"), partial(_open, window, plan.id))
        for plan in window.keeper.latest()
    ]


def _open(window: "MainWindow", plan_id: str) -> None:
    window.panel.make_listed(plan_id)
    window.open_plan(plan_id)


def _steps(window: "MainWindow") -> list[Find]:
    if window.desk is None or not window.desk.plan_id:
        return []
    plan_id = window.desk.plan_id
    return [
        Find(f"step {s}", step_name(s), tr("Step"), partial(window.open_plan, plan_id, s.value))
        for s in CORE_STEPS + STRATEGY_STEPS
    ]


def _commands(window: "MainWindow") -> list[Find]:
    finds = []
    for name, action in actions_of(window.menuBar()):
        if action.isEnabled():
            menu, _, last = name.rpartition(" › ")
            go: Callable[[], object] = action.trigger
            finds.append(Find(f"command {name}", last.rstrip(" …"), menu, go))
    return finds
