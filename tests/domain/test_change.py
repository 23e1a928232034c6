from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from smartgoals.domain.change import change
from smartgoals.domain.terms import MetricKind
from smartgoals.domain.value import MAX_AMOUNT

amounts = st.decimals(-MAX_AMOUNT + 1, MAX_AMOUNT - 1, places=6)


def of(baseline, target, kind=MetricKind.STOCK):
    return change(Decimal(baseline), Decimal(target), kind)


def test_the_fans_of_the_cafe_rise_by_fifteen_percent():
    assert of("1200", "1380").percent == 15


def test_the_cost_per_click_falls_by_thirty_percent():
    assert of("0.50", "0.35", MetricKind.MONEY).percent == -30


def test_a_third_is_kept_to_nine_decimals():
    assert of("3", "4").percent == Decimal("33.333333333")


def test_a_negative_baseline_that_rises_changes_upwards():
    assert of("-20", "-10").percent == 50


def test_from_zero_there_is_no_percentage():
    found = of("0", "500")
    assert (found.percent, found.absolute, found.from_, found.to) == (None, 500, 0, 500)


def test_a_metric_in_percent_changes_by_points_never_by_percent():
    for kind in (MetricKind.RATE, MetricKind.SHARE):
        found = of("8", "20", kind)
        assert (found.points, found.percent) == (12, None)


def test_other_metrics_have_no_points():
    assert of("8", "20", MetricKind.COUNT).points is None


@given(baseline=amounts, target=amounts, kind=st.sampled_from(MetricKind))
def test_every_change_is_finite(baseline, target, kind):
    found = change(baseline, target, kind)
    assert found.absolute.is_finite()
    assert found.percent is None or found.percent.is_finite()
