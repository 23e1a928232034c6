from decimal import Decimal

from smartgoals.domain.content import (
    cadence_hours,
    cadence_price,
    content_hours,
    conversation_hours,
    headline_count,
    is_thought_out,
)
from smartgoals.domain.strategy import Cadence, ChannelPlan, ContentPlan, Headline, Message


def cadence(posts=None, hours=None, price=None):
    numbers = {"posts_per_week": posts, "hours_per_post": hours, "price_per_post": price}
    known = {name: Decimal(number) for name, number in numbers.items() if number is not None}
    return Cadence(**known)


def test_three_posts_a_week_of_two_hours_take_six_hours():
    assert cadence_hours(cadence(posts=3, hours=2)) == 6


def test_hours_are_not_known_while_a_number_is_missing():
    assert cadence_hours(cadence(posts=3)) is None
    assert cadence_hours(cadence(hours=2)) is None


def test_no_hours_for_a_post_are_no_hours_a_week():
    assert cadence_hours(cadence(posts=3, hours=0)) == 0


def test_three_posts_a_week_at_fifteen_cost_585_in_thirteen_weeks():
    assert cadence_price(cadence(posts=3, price=15), Decimal(13)) == 585


def test_a_price_needs_posts_and_weeks():
    assert cadence_price(cadence(posts=3, price=15), None) is None
    assert cadence_price(cadence(price=15), Decimal(13)) is None
    assert cadence_price(cadence(posts=3), Decimal(13)) is None


def test_the_content_takes_the_hours_of_the_cadences_that_are_known():
    content = ContentPlan(cadences=(cadence(posts=3, hours=2), cadence(posts=1)))
    assert content_hours(content) == 6
    assert content_hours(ContentPlan(cadences=(cadence(posts=1),))) is None


def test_the_conversation_takes_its_slots_together():
    message = Message(listening_hours=Decimal(1), replying_hours=Decimal("1.5"))
    assert conversation_hours(message) == Decimal("2.5")
    assert conversation_hours(Message()) is None


def test_blank_headlines_do_not_count():
    lines = (Headline(text="Who bakes at four"), Headline(text="  "))
    assert headline_count(ContentPlan(headlines=lines)) == 1


def test_a_channel_needs_a_reason_and_a_measure():
    assert is_thought_out(ChannelPlan(reason="They are there", measure="Fans"))
    assert not is_thought_out(ChannelPlan(reason="They are there"))
    assert not is_thought_out(ChannelPlan(measure="Fans"))
