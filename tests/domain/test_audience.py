from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.domain.audience import (
    OneNineNinety,
    heard_share_of_voice,
    is_unusually_active,
    one_nine_ninety,
    share_of_voice,
)
from smartgoals.domain.strategy import Audience, Listener, Listening


def listener(mentions):
    return Listener(mentions=None if mentions is None else Decimal(mentions))


def listening(ours, *others):
    return Listening(us=listener(ours), competitors=tuple(listener(other) for other in others))


def test_share_of_voice_is_ours_of_all():
    assert share_of_voice(Decimal(30), Decimal(120)) == Decimal("0.25")


def test_nobody_has_a_share_of_silence():
    assert share_of_voice(Decimal(0), Decimal(0)) is None


def test_the_field_is_ours_and_the_competitors_that_are_known():
    assert heard_share_of_voice(listening(30, 60, None, 30)) == Decimal("0.25")


@pytest.mark.parametrize("heard", [listening(None, 5), listening(30), listening(30, None)])
def test_a_share_needs_our_mentions_and_those_of_somebody_else(heard):
    assert heard_share_of_voice(heard) is None


@pytest.mark.parametrize(
    ("members", "parts"),
    [(2000, (20, 180, 1800)), (50, (1, 5, 44)), (6, (0, 1, 5)), (0, (0, 0, 0))],
)
def test_one_of_a_hundred_creates_nine_comment_and_the_rest_reads(members, parts):
    assert one_nine_ninety(members) == OneNineNinety(*parts)


@given(st.integers(0, 10**12))
def test_no_member_is_lost(members):
    parts = one_nine_ninety(members)
    assert parts.creators + parts.commenters + parts.readers == members
    assert min(parts.creators, parts.commenters, parts.readers) >= 0


@pytest.mark.parametrize(("percent", "noted"), [(None, False), ("1", False), ("1.1", True)])
def test_more_than_one_percent_active_members_deserve_a_note(percent, noted):
    target = None if percent is None else Decimal(percent)
    assert is_unusually_active(Audience(active_target_percent=target)) is noted
