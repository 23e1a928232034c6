"""What a field of a plan takes in, whatever it is given."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from smartgoals.domain.plan import Plan


@pytest.mark.parametrize(
    "amount",
    ["1e15", "1e999999999", "1e999999999999999999", "999999999999999.9999995", "9" * 5000],
)
def test_no_amount_reaches_the_limit_not_even_rounded(amount: str) -> None:
    with pytest.raises(ValidationError):
        Plan(hours_per_week=amount)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("999999999999999.9999994", "999999999999999.999999"),
        ("1e-999999999", "0"),
        ("-0", "0"),
        ("0e999999999", "0"),
        ("1.50000000", "1.5"),
    ],
)
def test_an_amount_is_kept_as_it_is_stored_and_read_again(given: str, kept: str) -> None:
    plan = Plan(hours_per_week=given)  # type: ignore[arg-type]
    assert str(plan.hours_per_week) == kept
    assert plan.hours_per_week == Decimal(kept)
    assert Plan.model_validate_json(plan.model_dump_json()) == plan
