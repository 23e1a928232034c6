"""How low and how high a metric can go, and which numbers look like slips."""

from decimal import Decimal

import pytest

from smartgoals.domain.limits import doubtful_limit
from smartgoals.domain.metric import Metric
from smartgoals.domain.terms import MetricKind


def doubted(value, *earlier, library_id=None, kind=MetricKind.COUNT):
    metric = Metric(library_id=library_id, kind=kind)
    return doubtful_limit(metric, Decimal(value), map(Decimal, earlier))


@pytest.mark.parametrize("value", ["0", "1", "1000000"])
def test_a_count_may_be_anything_but_negative(value):
    assert doubted(value) is None
    assert doubted("-1") == 0


@pytest.mark.parametrize(
    ("library_id", "kind", "value"),
    [
        ("m01", MetricKind.STOCK, "-1"),
        ("m03", MetricKind.AVERAGE, "-1"),
        ("m10", MetricKind.RATE, "101"),
        ("m11", MetricKind.SHARE, "100.1"),
        ("m46", MetricKind.STOCK, "101"),
        ("m46", MetricKind.STOCK, "-101"),
        (None, MetricKind.SHARE, "101"),
        (None, MetricKind.STOCK, "-5"),
    ],
)
def test_what_a_metric_cannot_read_is_doubted(library_id, kind, value):
    assert doubted(value, library_id=library_id, kind=kind) is not None


@pytest.mark.parametrize(
    ("library_id", "kind", "value"),
    [
        ("m10", MetricKind.RATE, "100"),
        ("m46", MetricKind.STOCK, "-100"),
        ("m51", MetricKind.STOCK, "-40"),
        ("m01", MetricKind.STOCK, "0"),
    ],
)
def test_what_a_metric_can_read_is_not_doubted(library_id, kind, value):
    assert doubted(value, library_id=library_id, kind=kind) is None


def test_what_was_read_before_is_not_doubted_again():
    assert doubted("-5", "-2", kind=MetricKind.STOCK) is None
    assert doubted("-5", "2", kind=MetricKind.STOCK) == 0
