"""The page of every step."""

from smartgoals.domain.terms import Step
from smartgoals.ui.wizard.audience_page import AudiencePage
from smartgoals.ui.wizard.content_page import ContentPage
from smartgoals.ui.wizard.goal_page import GoalPage
from smartgoals.ui.wizard.listening_page import ListeningPage
from smartgoals.ui.wizard.message_page import MessagePage
from smartgoals.ui.wizard.metrics_page import MetricsPage
from smartgoals.ui.wizard.money_page import MoneyPage
from smartgoals.ui.wizard.page import PlanPage
from smartgoals.ui.wizard.reality_page import RealityPage
from smartgoals.ui.wizard.review_page import ReviewPage
from smartgoals.ui.wizard.smart_page import SmartPage
from smartgoals.ui.wizard.tactics_page import TacticsPage
from smartgoals.ui.wizard.timeframe_page import TimeframePage
from smartgoals.ui.wizard.why_page import WhyPage

PAGES: dict[Step, type[PlanPage]] = {
    page.step: page
    for page in (
        WhyPage,
        GoalPage,
        SmartPage,
        MetricsPage,
        TimeframePage,
        TacticsPage,
        RealityPage,
        ReviewPage,
        AudiencePage,
        ListeningPage,
        MessagePage,
        ContentPage,
        MoneyPage,
    )
}
